"""What participants change in a form already sent: the curator sees before and after.

Changes that nobody has looked at yet are one change: the first before, the last after. Curators
hear of them at most once a day.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from bot.domain.access import Actor, May
from bot.domain.corrections import Correction
from bot.domain.notice_kinds import plan_each
from bot.domain.participations import Participation
from bot.domain.programmes import Organisation
from bot.domain.questionnaires import Item
from bot.domain.responses import Response
from bot.storage.database import Database, Transaction
from bot.usecases.applications.applications import READABLE

CORRECTED = "form-corrected"
SHOWN = 5  # on a card, the newest
_PAUSE = timedelta(days=1)


async def record(
    tx: Transaction,
    participation: Participation,
    changes: Mapping[str, tuple[Any, Any]],
    *,
    by: UUID,
) -> None:
    if not changes:
        return
    unseen = await tx.corrections.unseen_of(participation.id)
    for item, (before, after) in changes.items():
        known = unseen.get(item)
        if known is None:
            tx.add(
                Correction(
                    organisation_id=participation.organisation_id,
                    programme_id=participation.programme_id,
                    participation_id=participation.id,
                    item=item,
                    before=before,
                    after=after,
                    at=tx.now,
                    by=by,
                )
            )
        elif known.before == after:  # back to what the curator knows
            await tx.corrections.forget(known)
        else:
            known.after, known.at = after, tx.now
    await _tell_curators(tx, participation)


async def _tell_curators(tx: Transaction, participation: Participation) -> None:
    curators = await tx.people.in_charge(
        participation.organisation_id, participation.programme_id
    )
    last = await tx.notices.last_planned(
        CORRECTED, participation.programme_id, by=tx.now + _PAUSE
    )
    due_at = tx.now if last is None else max(tx.now, last + _PAUSE)
    await tx.notices.plan_unless_waiting(
        *plan_each(
            CORRECTED,
            to=curators,
            subject=participation.programme_id,
            organisation_id=participation.organisation_id,
            due_at=due_at,
        )
    )


@dataclass(frozen=True)
class Change:
    """One question; None stands for no answer."""

    item: Item
    before: Any
    after: Any
    at: datetime
    seen: bool
    zone: str
    now: datetime


async def changes(db: Database, actor: Actor, *, participation_id: UUID) -> list[Change]:
    """The newest corrections of an application that may be read."""
    async with db.reading() as tx:
        participation = await tx.get(Participation, participation_id)
        actor.must(May.SEE_APPLICATIONS, participation)
        if participation.state not in READABLE or participation.response_id is None:
            return []
        found = await tx.corrections.of(participation_id, most=SHOWN)
        if not found:
            return []
        response = await tx.get(Response, participation.response_id)
        questionnaire = await tx.surveys.version(response.questionnaire_id)
        house = await tx.get(Organisation, participation.organisation_id)
        items = {item.key: item for item in questionnaire.items}
        return [
            Change(
                item=items[one.item],
                before=one.before,
                after=one.after,
                at=one.at,
                seen=one.seen_at is not None,
                zone=house.timezone,
                now=tx.now,
            )
            for one in found
            if one.item in items
        ]


async def look(db: Database, actor: Actor, *, participation_id: UUID) -> None:
    """A curator has opened the application: its changes are news no more."""
    async with db.transaction(effect=False) as tx:
        participation = await tx.get(Participation, participation_id)
        actor.must(May.SEE_APPLICATIONS, participation)
        if actor.may(May.DECIDE_APPLICATIONS, participation):
            await tx.corrections.seen(participation_id)
