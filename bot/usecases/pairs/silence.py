"""The ladder of silence, as the clock climbs it: both are nudged, then the curator hears of it."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from bot.domain.notice_kinds import plan_each
from bot.domain.pairs import MEETING, Pair
from bot.domain.silence import Climb, Rung, climb
from bot.storage.database import Database, Transaction
from bot.storage.stores.meetings import PairMeetings
from bot.usecases.pairs.nudges import NUDGE

ALERTS = {Rung.ALERT: "pair-silent", Rung.LAST: "pair-silent-last"}


async def look(db: Database) -> int:
    """Every pair of the installation that may meet; how many climbed. Looks without a lock."""
    async with db.reading() as tx:
        due = [pair.id for pair, _, _ in await _due(tx, await tx.pairs.at_work(MEETING))]
    for pair_id in due:
        async with db.transaction() as tx:
            for pair, since, step in await _due(tx, [await tx.get(Pair, pair_id)]):
                await _climb(tx, pair, since, step)
    return len(due)


async def _due(
    tx: Transaction, pairs: Sequence[Pair]
) -> list[tuple[Pair, datetime, Climb]]:
    """Those without a meeting ahead for whom something is to be done now."""
    figures: dict[UUID, PairMeetings] = {}
    if len(pairs) == 1:
        figures = await tx.meetings.figures(now=tx.now, pair_id=pairs[0].id)
    else:
        for programme_id in sorted({pair.programme_id for pair in pairs}):
            figures |= await tx.meetings.figures(now=tx.now, programme_id=programme_id)
    found = []
    for pair in pairs:
        known = figures.get(pair.id, PairMeetings())
        signs = [at for at in (known.last_held, pair.alive_since, pair.active_since) if at]
        if pair.state not in MEETING or known.next_at is not None or not signs:
            continue
        since = max(signs)
        height = pair.quiet_rung if pair.quiet_since == since else 0
        step = climb(since=since, height=height, now=tx.now)
        if step is not None:
            found.append((pair, since, step))
    return found


async def _climb(tx: Transaction, pair: Pair, since: datetime, step: Climb) -> None:
    pair.quiet_since, pair.quiet_rung = since, step.height
    if step.rung is Rung.NUDGE:
        kind, people = NUDGE, [pair.mentee_id, pair.mentor_id]
    else:
        kind = ALERTS[step.rung]
        people = await tx.people.in_charge(pair.organisation_id, pair.programme_id)
    await tx.notices.plan_unless_waiting(
        *plan_each(
            kind, to=people, subject=pair.id, organisation_id=pair.organisation_id, due_at=tx.now
        )
    )
