"""A pair is ended by the curator, or a proposal taken back."""

from uuid import UUID

from bot.domain.access import Actor, May
from bot.domain.errors import Gone
from bot.domain.pairs import CLOSED, ENDINGS, OPEN, Pair
from bot.storage.database import Database, Transaction
from bot.usecases.pairs.pairs import tell


async def end(db: Database, actor: Actor, *, pair_id: UUID, reason: str) -> None:
    """The curator ends a pair, or takes a proposal back; both hear of it, meetings are called off.

    `reason` is one of `ENDINGS`. A second press changes nothing.
    """
    async with db.transaction() as tx:
        pair = await tx.get(Pair, pair_id)
        actor.must(May.PROPOSE_PAIRS, pair)
        if pair.state not in OPEN or reason not in ENDINGS:
            if pair.state in CLOSED and pair.reason == reason:
                return
            raise Gone
        pair.close(reason, tx.now)
        about = {pair.id, *await call_off(tx, pair)}
        await tx.notices.silence(about)
        await tell(tx, pair, "pair-not-formed", tuple(pair.parties))


async def call_off(tx: Transaction, pair: Pair) -> set[UUID]:
    """Cancel what the pair had agreed or offered; the ids of all its meetings."""
    meetings = await tx.meetings.of_pair(pair.id, limit=50)
    for meeting in meetings:
        if meeting.open:
            meeting.cancel()
    return {meeting.id for meeting in meetings}
