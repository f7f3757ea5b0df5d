"""Letters around the general meeting: wishes are open, the last day, what came of it."""

from collections.abc import Sequence

from bot.domain.access import Role
from bot.domain.notices import Notice
from bot.domain.pairs import OPEN
from bot.domain.participations import ParticipationState
from bot.domain.programmes import Programme
from bot.domain.spoken import When
from bot.usecases.letters.base import Desk, Letter, Letters, Press
from bot.usecases.matching.wishes import is_open


async def asked(desk: Desk, notices: Sequence[Notice]) -> Letters:
    """To both sides. Who has said a wish by now is not reminded, who has a pair is not asked."""
    tx = desk.tx
    found = await tx.participations.many({n.subject for n in notices})
    programmes = await tx.programmes.many({one.programme_id for one in found.values()})
    zones = await tx.programmes.zones({one.organisation_id for one in found.values()})
    said = await tx.wishes.said(found)
    pairs = await tx.pairs.at_work(OPEN, person_ids={one.person_id for one in found.values()})
    taken = {pair.mentee_participation_id for pair in pairs}
    letters = {}
    for notice in notices:
        one = found.get(notice.subject)
        if one is None or one.state is not ParticipationState.APPROVED or one.id in taken:
            continue
        programme = programmes[one.programme_id]
        if not is_open(programme, tx.now) or (notice.kind == "wishes-reminder" and one.id in said):
            continue
        assert programme.wishes_until is not None
        letters[notice.id] = Letter(
            f"letter-{notice.kind}-{one.role}",
            {"until": When(programme.wishes_until, zones[one.organisation_id], tx.now)},
            buttons=((Press("button-open-wishes", "open-wishes", one.id),),),
        )
    return letters


async def over(desk: Desk, notices: Sequence[Notice]) -> Letters:
    """To the curator: how many have spoken. Nothing when wishes are open for longer by now."""
    programmes = await desk.tx.programmes.many({n.subject for n in notices})
    said = await desk.tx.wishes.counts(programmes)
    letters = {}
    for notice in notices:
        programme: Programme | None = programmes.get(notice.subject)
        if programme is None or is_open(programme, desk.tx.now):
            continue
        letters[notice.id] = Letter(
            "letter-wishes-over",
            {
                "programme": programme.name,
                "mentees": said.get((programme.id, Role.MENTEE), 0),
                "mentors": said.get((programme.id, Role.MENTOR), 0),
            },
            buttons=((Press("button-open-matching", "open-matching", programme.id),),),
        )
    return letters
