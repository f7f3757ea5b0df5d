"""A pause with a last day: no meetings until then, and the pair goes on by itself."""

from datetime import date, time, timedelta
from uuid import UUID

from bot.domain import moments
from bot.domain.access import Actor, May
from bot.domain.errors import Gone
from bot.domain.pair_errors import PauseTooLong
from bot.domain.pair_words import LONGEST_PAUSE_WEEKS
from bot.domain.pairs import AGREED, Pair, PairState
from bot.domain.profile import Profile
from bot.domain.programmes import Organisation
from bot.storage.database import Database
from bot.usecases.applications.clearance import review_pairs
from bot.usecases.pairs.moving import tell

LONGEST = timedelta(weeks=LONGEST_PAUSE_WEEKS)


async def pause(db: Database, actor: Actor, *, pair_id: UUID, until: date) -> None:
    """Until the end of this day, local time. What was agreed before then is called off.

    Asked for again, the day is moved. Raises `Gone`, `PauseTooLong` (also for a day that is over).
    """
    async with db.transaction() as tx:
        pair = await tx.get(Pair, pair_id)
        actor.must(May.PROPOSE_PAIRS, pair)
        if pair.state not in AGREED:
            raise Gone
        house = await tx.get(Organisation, pair.organisation_id)
        today = moments.local(tx.now, house.timezone).date()
        if not today <= until <= today + LONGEST:
            raise PauseTooLong(weeks=LONGEST_PAUSE_WEEKS)
        end = moments.instant(until + timedelta(days=1), time(0), house.timezone)
        if pair.paused_until == end:  # a second press
            return
        pair.pause(tx.now, until=end)
        away = [
            meeting
            for meeting in await tx.meetings.open_of_pair(pair.id)
            if meeting.at is None or tx.now < meeting.at < end  # what was, can still be told
        ]
        for meeting in away:
            meeting.cancel()
        await tx.notices.silence({meeting.id for meeting in away})
        await tx.notices.forget(pair.id, ("pair-nudge", "pair-silent", "pair-silent-last"))
        await tell(tx, pair, "pair-rests", pair.mentee_id, pair.mentor_id)


async def resume(db: Database, actor: Actor, *, pair_id: UUID, profile: Profile) -> None:
    """Before its day. Who lacks a consent or a check rests on."""
    async with db.transaction() as tx:
        pair = await tx.get(Pair, pair_id)
        actor.must(May.PROPOSE_PAIRS, pair)
        if pair.state is not PairState.PAUSED:
            return
        pair.paused_until = None
        await review_pairs(tx, [pair], profile)
