"""What is due on the road map this week."""

from collections import defaultdict
from collections.abc import Sequence
from uuid import UUID

from bot.domain import moments
from bot.domain.notices import Notice
from bot.domain.roadmap import SOON, RoadMapItem
from bot.domain.spoken import Day, Listed
from bot.usecases.letters.base import Desk, Letter, Letters, Press

MOST_NAMED = 5


async def due(desk: Desk, notices: Sequence[Notice]) -> Letters:
    """Each person's own lines; a curator also hears of those nobody of the team answers for."""
    tx = desk.tx
    found = await tx.stages.open_until(
        tx.now.date() + SOON, programme_ids={notice.subject for notice in notices}
    )
    curators = await tx.people.in_charge_by_programme()
    lines: dict[tuple[UUID, UUID], list[RoadMapItem]] = defaultdict(list)
    facts = {}
    for item, programme, house in found:
        facts[programme.id] = (programme, house)
        whom = [item.responsible_id] if item.responsible_id else curators.get(programme.id, ())
        for person_id in whom:
            lines[person_id, programme.id].append(item)
    letters = {}
    for notice in notices:
        mine = lines.get((notice.to, notice.subject))
        if not mine:
            continue
        programme, house = facts[notice.subject]
        today = moments.local(tx.now, house.timezone).date()
        letters[notice.id] = Letter(
            "letter-road-map-due",
            {
                "programme": programme.name,
                "count": len(mine),
                "late": sum(item.due_on < today for item in mine),
                "first": Listed(tuple(item.title for item in mine[:MOST_NAMED])),
                "more": max(len(mine) - MOST_NAMED, 0),
                "day": Day(mine[0].due_on, today),
            },
            ((Press("button-open-road-map", "open-road-map", programme.id),),),
        )
    return letters
