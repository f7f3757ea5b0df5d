"""What a pair's next meeting is for, and where an adult and a minor may meet first."""

from bot.domain.meeting_errors import PlaceNotAllowed
from bot.domain.meetings import FIRST, GUARDED_PLACES, MeetingKind
from bot.domain.pairs import Pair, PairState
from bot.storage.database import Transaction
from bot.usecases.pairs.proposing import minors

NEXT = {
    PairState.INTRO: MeetingKind.INTRO,
    PairState.TRIAL: MeetingKind.TRIAL,
    PairState.CONFIRMED: MeetingKind.PLANNING,
    PairState.PLANNING: MeetingKind.PLANNING,
    PairState.CLOSING: MeetingKind.FINAL,
}
ONCE = frozenset({MeetingKind.TRIAL, MeetingKind.PLANNING})  # then they wait for something else


async def next_kind(tx: Transaction, pair: Pair) -> MeetingKind:
    """By how far the pair has come."""
    kind = NEXT.get(pair.state, MeetingKind.REGULAR)
    if kind in ONCE and kind in await tx.meetings.kinds_held(pair.id):
        return MeetingKind.REGULAR
    return kind


async def must_be_guarded(
    tx: Transaction, pair: Pair, kind: MeetingKind, place: str | None = None
) -> bool:
    """Whether these two, an adult and a minor, meet for the first times.

    Then only at one of `GUARDED_PLACES`: raises `PlaceNotAllowed` for another `place`.
    """
    first = kind in FIRST or await next_kind(tx, pair) in FIRST
    if not first:
        return False
    young = await minors(tx, pair.parties, pair.organisation_id)
    guarded = pair.mentee_id in young and pair.mentor_id not in young
    if guarded and place is not None and place not in GUARDED_PLACES:
        raise PlaceNotAllowed
    return guarded
