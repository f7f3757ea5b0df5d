"""A pair is ended by the curator, or a proposal taken back."""

from uuid import UUID

from bot.domain.access import Actor, May
from bot.domain.errors import Gone
from bot.domain.pairs import CLOSED, ENDINGS, OPEN, Pair, PairState
from bot.storage.database import Database
from bot.usecases.pairs import partings
from bot.usecases.pairs.calling_off import call_off
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
        if pair.state is PairState.COMPLETED:
            await partings.completed(tx, pair, by=actor.person_id)
        else:
            await tell(tx, pair, "pair-not-formed", tuple(pair.parties))
