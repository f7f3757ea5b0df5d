"""What a pair that ends had agreed or offered is called off."""

from uuid import UUID

from bot.domain.pairs import Pair
from bot.storage.database import Transaction


async def call_off(tx: Transaction, pair: Pair) -> set[UUID]:
    """Cancel what the pair had agreed or offered; the ids of these and of its latest meetings."""
    opened = await tx.meetings.open_of_pair(pair.id)
    for meeting in opened:
        meeting.cancel()
    latest = await tx.meetings.of_pair(pair.id, limit=50)
    return {meeting.id for meeting in (*opened, *latest)}
