"""The curator asks the two of a pair to agree on a meeting, and not too often."""

from datetime import timedelta
from uuid import UUID

from bot.domain.access import Actor, May
from bot.domain.errors import Gone, NudgedLately
from bot.domain.notice_kinds import plan_each
from bot.domain.pairs import MEETING, Pair
from bot.domain.programmes import Organisation
from bot.domain.spoken import When
from bot.storage.database import Database
from bot.storage.stores.meetings import PairMeetings

NUDGE = "pair-nudge"
PAUSE = timedelta(days=3)
DOUBLE_PRESS = timedelta(minutes=1)  # so soon nobody means a second nudge


async def nudge(db: Database, actor: Actor, *, pair_id: UUID) -> None:
    """Ask both to agree on a meeting.

    Raises `Gone` unless the pair is at work without a meeting ahead, `NudgedLately`.
    """
    async with db.transaction() as tx:
        pair = await tx.get(Pair, pair_id)
        actor.must(May.PROPOSE_PAIRS, pair)
        figures = await tx.meetings.figures(now=tx.now, pair_ids=[pair.id])
        if pair.state not in MEETING or figures.get(pair.id, PairMeetings()).next_at:
            raise Gone
        house = await tx.get(Organisation, pair.organisation_id)
        if last := await tx.notices.last_planned(NUDGE, pair.id, by=tx.now + PAUSE):
            if abs(tx.now - last) < DOUBLE_PRESS:
                return
            if tx.now < last + PAUSE:
                raise NudgedLately(again=When(last + PAUSE, house.timezone, tx.now))
        await tx.notices.plan(
            *plan_each(
                NUDGE, to=pair.parties, subject=pair.id, organisation_id=house.id, due_at=tx.now
            )
        )
