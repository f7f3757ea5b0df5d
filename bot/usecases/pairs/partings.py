"""How a goodbye ends: the pair is completed, both get their papers, and are asked once later."""

from datetime import time, timedelta
from uuid import UUID

from bot.domain import moments
from bot.domain.access import Actor, May
from bot.domain.goodbyes import FOLLOW_UP_DAYS, GRACE, Farewell, FollowUp
from bot.domain.notice_kinds import plan
from bot.domain.pairs import AGREED, Pair
from bot.domain.programmes import Organisation
from bot.storage.database import Database, Transaction
from bot.usecases.pairs.calling_off import call_off
from bot.usecases.pairs.goodbyes import opened, tell
from bot.usecases.pairs.plans import today_of

FOLLOW_UP, FOLLOW_UP_AT_HOUR = "goodbye-follow-up", 16


async def end_due(db: Database) -> int:
    """After the last meeting: a pair is completed when both are done, or two weeks later anyway.

    The clock asks; how many goodbyes came to their end.
    """
    async with db.transaction() as tx:
        ended = 0
        tomorrow = tx.now.date() + timedelta(days=1)  # further east than any zone
        for goodbye in await tx.goodbyes.to_end(tomorrow, tx.now.date() - GRACE):
            pair = await tx.get(Pair, goodbye.pair_id)
            if pair.state not in AGREED:  # ended in another way
                goodbye.ended_at = tx.now
            elif await today_of(tx, pair) > goodbye.last_on:
                await _complete(tx, pair)
                ended += 1
        return ended


async def _complete(tx: Transaction, pair: Pair) -> None:
    pair.complete(tx.now)
    await tx.notices.silence({pair.id, *await call_off(tx, pair)})
    await completed(tx, pair)


async def completed(tx: Transaction, pair: Pair, *, by: UUID | None = None) -> None:
    """A pair has just come to its good end, by the clock or `by` the curator's hand.

    Both hear it with their papers, the others in charge with what was reached and what comes next;
    three months later both are asked once how it goes.
    """
    goodbye = await tx.goodbyes.of_pair(pair.id)
    if goodbye is None:
        today = await today_of(tx, pair)
        goodbye = await opened(tx, pair, begun_by=by or pair.proposed_by, last_on=today)
    goodbye.ended_at = tx.now
    both = sorted(pair.parties)
    await tell(tx, pair, "goodbye-over", both)
    team = await tx.team.caring_for(pair)
    await tell(tx, pair, "goodbye-outcome", [id_ for id_ in team if id_ != by])
    house = await tx.get(Organisation, pair.organisation_id)
    day = moments.local(tx.now, house.timezone).date() + timedelta(days=FOLLOW_UP_DAYS)
    farewells = await tx.goodbyes.farewells([pair.id])
    await tx.notices.plan(
        *(
            plan(
                FOLLOW_UP,
                to=one.person_id,
                subject=one.id,
                organisation_id=pair.organisation_id,
                due_at=moments.instant(day, time(FOLLOW_UP_AT_HOUR), house.timezone),
            )
            for one in farewells.values()
        )
    )


async def follow_up(db: Database, actor: Actor, *, farewell_id: UUID, said: FollowUp) -> None:
    """One tap, three months later."""
    async with db.transaction() as tx:
        farewell = await tx.get(Farewell, farewell_id)
        actor.must(May.KEEP_PLAN, farewell)
        farewell.follow_up = said
