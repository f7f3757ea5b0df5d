"""What a step on the way of a pair brings with it, for whoever makes the step in a transaction."""

from datetime import timedelta
from uuid import UUID

from bot.domain.notice_kinds import plan_each
from bot.domain.pair_states import Step, Who
from bot.domain.pair_words import About
from bot.domain.pairs import Event, Pair
from bot.storage.database import Transaction

REMIND_OF_TRIAL = timedelta(days=3)


async def hear(tx: Transaction, pair: Pair, way: Step | None) -> None:
    """Everybody whom the table names for this step hears of it at once."""
    if way is None:
        return
    for who, kind in way.hears:
        if who is Who.CURATOR:
            people = await tx.team.caring_for(pair)
        else:
            people = [pair.mentee_id, pair.mentor_id]
        await tell(tx, pair, kind, *people)


async def tell(tx: Transaction, pair: Pair, kind: str, *people: UUID) -> None:
    await tx.notices.plan(
        *plan_each(
            kind,
            to=dict.fromkeys(people),
            subject=pair.id,
            organisation_id=pair.organisation_id,
            due_at=tx.now,
        )
    )


async def confirmed(tx: Transaction, pair: Pair, way: Step | None) -> None:
    """Both go on. Who has written down a goal before that is at work at once."""
    await hear(tx, pair, way)
    if way is not None and (await tx.plans.goals([pair.id]))[pair.id]:
        pair.planned(tx.now)


async def meeting_held(tx: Transaction, pair: Pair, kind: str) -> None:
    """The receipts of a meeting of this kind agree: the pair goes on, and is asked what is due."""
    way = pair.held(kind, tx.now)
    if way is None:
        return
    if way.event is not Event.TRIAL_HELD:
        await hear(tx, pair, way)
        return
    spoken = {word.person_id for word in await tx.pairs.words([pair.id], [About.TRIAL])}
    silent = [one for one in (pair.mentee_id, pair.mentor_id) if one not in spoken]
    for asked, due_at in (
        ("trial-feedback", tx.now),
        ("trial-reminder", tx.now + REMIND_OF_TRIAL),
    ):
        await tx.notices.forget(pair.id, (asked,))
        await tx.notices.plan(
            *plan_each(
                asked,
                to=silent,
                subject=pair.id,
                organisation_id=pair.organisation_id,
                due_at=due_at,
            )
        )
