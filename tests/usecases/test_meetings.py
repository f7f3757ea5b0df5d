"""A meeting is offered, picked and confirmed.

Nobody is booked twice and nothing lies in the past.
"""

import asyncio
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

import pytest

from bot.domain.access import Role
from bot.domain.errors import (
    DoubleBooking,
    Gone,
    MeetingInThePast,
    NotAllowed,
    NothingChosen,
    TooEarly,
    TooManyTimes,
)
from bot.domain.meetings import Meeting, MeetingState, Receipt
from bot.usecases.pairs import meeting_hours, meetings
from tests.village import Curator, Member, Village

HOUR = timedelta(hours=1)
DAY = timedelta(days=1)


@dataclass
class AtWork:
    village: Village
    anna: Curator
    dima: Member
    igor: Member
    pair_id: UUID

    def at(self, days: float, hours: float = 0) -> datetime:
        return self.village.wall() + timedelta(days=days, hours=hours)

    async def offers(self, *times: datetime) -> UUID:
        return await self.village.offers(self.igor, self.pair_id, *times)

    async def picks(self, meeting_id: UUID, at: datetime, who: Member | None = None) -> None:
        actor = await self.village.actor(who or self.dima)
        await meetings.pick(self.village.db, actor, meeting_id=meeting_id, at=at)

    async def says(self, who: Member, meeting_id: UUID, receipt: Receipt) -> MeetingState:
        actor = await self.village.actor(who)
        return await meetings.confirm(
            self.village.db, actor, meeting_id=meeting_id, receipt=receipt
        )

    async def meeting(self, meeting_id: UUID) -> Meeting:
        async with self.village.db.reading() as tx:
            return await tx.get(Meeting, meeting_id)


@pytest.fixture
async def pair(village: Village) -> AtWork:
    anna = await village.curator()
    dima = await village.joins(anna, Role.MENTEE, name="Дима")
    igor = await village.joins(anna, Role.MENTOR, name="Игорь")
    pair_id = await village.pair(anna, dima, igor)
    await village.said()
    return AtWork(village, anna, dima, igor, pair_id)


async def test_an_offer_is_answered_by_the_other_side_with_one_press(pair: AtWork) -> None:
    times = [pair.at(1), pair.at(2), pair.at(3)]
    offered = await pair.offers(*times)
    [letter] = await pair.village.letters("meeting-offered", to=pair.dima.person_id)
    assert len(letter.buttons) == 4  # three times and "another time"
    await pair.picks(offered, times[1])
    meeting = await pair.meeting(offered)
    assert (meeting.state, meeting.at) == (MeetingState.AGREED, times[1])
    agreed = await pair.village.letters("meeting-agreed")
    assert len(agreed) == 2
    assert all([entry.starts_at for entry in one.calendar] == [times[1]] for one in agreed)


async def test_a_second_press_on_the_same_time_changes_nothing(pair: AtWork) -> None:
    at = pair.at(2)
    offered = await pair.offers(at)
    await pair.picks(offered, at)
    before = [(n.kind, n.to, n.due_at) for n in await pair.village.notices()]
    await pair.picks(offered, at)
    assert [(n.kind, n.to, n.due_at) for n in await pair.village.notices()] == before
    assert (await pair.meeting(offered)).sequence == 1


async def test_presses_at_once_agree_once(pair: AtWork) -> None:
    times = [pair.at(1), pair.at(2), pair.at(3)]
    offered = await pair.offers(*times)
    done = await asyncio.gather(
        *(pair.picks(offered, at) for at in times), return_exceptions=True
    )
    assert sum(one is None for one in done) == 1
    assert all(isinstance(e, Gone) for e in done if e is not None)
    assert len(await pair.village.notices("meeting-agreed")) == 2


async def test_no_time_too_many_times_or_a_past_time_are_refused(pair: AtWork) -> None:
    with pytest.raises(NothingChosen):
        await pair.offers()
    with pytest.raises(TooManyTimes):
        await pair.offers(*(pair.at(days) for days in (1, 2, 3, 4)))
    with pytest.raises(MeetingInThePast):
        await pair.offers(pair.at(1), pair.at(0))


async def test_a_time_that_has_passed_while_waiting_is_not_picked(pair: AtWork) -> None:
    soon, later = pair.at(0, 2), pair.at(2)
    offered = await pair.offers(soon, later)
    pair.village.later(hours=2)
    with pytest.raises(MeetingInThePast):
        await pair.picks(offered, soon)
    await pair.picks(offered, later)


async def test_a_time_that_was_never_offered_is_not_picked(pair: AtWork) -> None:
    offered = await pair.offers(pair.at(1))
    with pytest.raises(Gone):
        await pair.picks(offered, pair.at(5))


async def test_who_offers_does_not_pick(pair: AtWork) -> None:
    at = pair.at(1)
    offered = await pair.offers(at)
    with pytest.raises(Gone):
        await pair.picks(offered, at, who=pair.igor)


@pytest.mark.parametrize("apart", [timedelta(0), timedelta(minutes=30), timedelta(minutes=-30)])
async def test_a_mentor_is_not_booked_twice(pair: AtWork, apart: timedelta) -> None:
    village, at = pair.village, pair.at(2)
    await village.meets(pair.dima, pair.igor, pair.pair_id, at)
    sonya = await village.joins(pair.anna, Role.MENTEE)
    other = await village.pair(pair.anna, sonya, pair.igor)
    with pytest.raises(DoubleBooking):
        await village.offers(pair.igor, other, at + apart)
    await village.offers(pair.igor, other, at + HOUR)


async def test_an_hour_taken_between_offer_and_pick_is_refused(pair: AtWork) -> None:
    village, at = pair.village, pair.at(2)
    sonya = await village.joins(pair.anna, Role.MENTEE)
    other = await village.pair(pair.anna, sonya, pair.igor)
    first = await pair.offers(at)
    second = await village.offers(pair.igor, other, at)
    await pair.picks(first, at)
    with pytest.raises(DoubleBooking):
        await meetings.pick(village.db, await village.actor(sonya), meeting_id=second, at=at)


async def test_two_mentees_picking_the_same_hour_at_once_are_not_both_served(
    pair: AtWork,
) -> None:
    village, at = pair.village, pair.at(2)
    sonya = await village.joins(pair.anna, Role.MENTEE)
    other = await village.pair(pair.anna, sonya, pair.igor)
    offers = [await pair.offers(at), await village.offers(pair.igor, other, at)]
    actors = [await village.actor(pair.dima), await village.actor(sonya)]
    done = await asyncio.gather(
        *(
            meetings.pick(village.db, actor, meeting_id=offered, at=at)
            for actor, offered in zip(actors, offers, strict=True)
        ),
        return_exceptions=True,
    )
    assert sorted(type(one).__name__ for one in done) == ["DoubleBooking", "NoneType"]


async def test_a_new_offer_replaces_the_open_one(pair: AtWork) -> None:
    first = await pair.offers(pair.at(1))
    second = await pair.offers(pair.at(2))
    assert (await pair.meeting(first)).state is MeetingState.CANCELLED
    assert [n.subject for n in await pair.village.notices("meeting-offered")] == [second]
    with pytest.raises(Gone):
        await pair.picks(first, pair.at(1))


async def test_reminders_come_at_good_hours_and_the_question_afterwards(pair: AtWork) -> None:
    at = pair.at(3)  # a Saturday, 15:00 where they live
    await pair.village.meets(pair.dima, pair.igor, pair.pair_id, at)
    due = {n.kind: n.due_at for n in await pair.village.notices()}
    assert due["meeting-tomorrow"] == at - DAY + 2 * HOUR  # 17:00 the day before
    assert due["meeting-soon"] == at - HOUR
    assert due["meeting-receipt"] == at + HOUR + timedelta(minutes=30)


async def test_a_meeting_called_off_takes_its_reminders_with_it(pair: AtWork) -> None:
    meeting_id = await pair.village.meets(pair.dima, pair.igor, pair.pair_id, pair.at(3))
    actor = await pair.village.actor(pair.dima)
    await meetings.cancel(pair.village.db, actor, meeting_id=meeting_id)
    [only] = await pair.village.notices()
    assert (only.kind, only.to) == ("meeting-cancelled", pair.igor.person_id)
    await meetings.cancel(pair.village.db, actor, meeting_id=meeting_id)  # a second press
    assert len(await pair.village.notices()) == 1


@pytest.mark.parametrize("word", list(Receipt))
async def test_two_equal_words_settle_what_became_of_it(pair: AtWork, word: Receipt) -> None:
    meeting_id = await pair.village.meets(pair.dima, pair.igor, pair.pair_id, pair.at(1))
    pair.village.later(days=1, hours=2)
    first = await pair.says(pair.dima, meeting_id, word)
    assert first.value == word.value
    assert await pair.says(pair.dima, meeting_id, word) is first
    assert (await pair.says(pair.igor, meeting_id, word)).value == word.value


async def test_two_different_words_are_both_kept(pair: AtWork) -> None:
    meeting_id = await pair.village.meets(pair.dima, pair.igor, pair.pair_id, pair.at(1))
    pair.village.later(days=1, hours=2)
    await pair.says(pair.dima, meeting_id, Receipt.NOT_HELD)
    assert await pair.says(pair.igor, meeting_id, Receipt.HELD) is MeetingState.DISPUTED
    kept = await pair.meeting(meeting_id)
    assert (kept.mentee_says, kept.mentor_says) == (Receipt.NOT_HELD, Receipt.HELD)
    assert await pair.says(pair.dima, meeting_id, Receipt.HELD) is MeetingState.HELD


async def test_both_words_at_once_are_both_kept(pair: AtWork) -> None:
    meeting_id = await pair.village.meets(pair.dima, pair.igor, pair.pair_id, pair.at(1))
    pair.village.later(days=1, hours=2)
    await asyncio.gather(
        pair.says(pair.dima, meeting_id, Receipt.NOT_HELD),
        pair.says(pair.igor, meeting_id, Receipt.HELD),
    )
    kept = await pair.meeting(meeting_id)
    assert (kept.mentee_says, kept.mentor_says) == (Receipt.NOT_HELD, Receipt.HELD)
    assert kept.state is MeetingState.DISPUTED


async def test_nothing_is_confirmed_before_the_meeting(pair: AtWork) -> None:
    meeting_id = await pair.village.meets(pair.dima, pair.igor, pair.pair_id, pair.at(1))
    with pytest.raises(TooEarly):
        await pair.says(pair.dima, meeting_id, Receipt.HELD)


async def test_the_question_afterwards_is_not_asked_of_who_has_said_it(pair: AtWork) -> None:
    meeting_id = await pair.village.meets(pair.dima, pair.igor, pair.pair_id, pair.at(1))
    pair.village.later(days=1, hours=1)
    await pair.says(pair.dima, meeting_id, Receipt.HELD)
    assert await pair.village.letters("meeting-receipt", to=pair.dima.person_id) == []
    assert len(await pair.village.letters("meeting-receipt", to=pair.igor.person_id)) == 1


async def test_only_the_mentor_offers_and_only_the_two_take_part(pair: AtWork) -> None:
    village = pair.village
    with pytest.raises(NotAllowed):
        await village.offers(pair.dima, pair.pair_id, pair.at(1))
    stranger = await village.joins(pair.anna, Role.MENTOR)
    with pytest.raises(NotAllowed):
        await village.offers(stranger, pair.pair_id, pair.at(1))
    meeting_id = await pair.offers(pair.at(1))
    for who in (stranger, pair.anna):
        actor = await village.actor(who)
        with pytest.raises(NotAllowed):
            await meetings.pick(village.db, actor, meeting_id=meeting_id, at=pair.at(1))
        with pytest.raises(NotAllowed):
            await meetings.view(village.db, actor, meeting_id=meeting_id)
        with pytest.raises(NotAllowed):
            await meetings.cancel(village.db, actor, meeting_id=meeting_id)


async def test_a_day_shows_the_hours_that_are_free_for_both(pair: AtWork) -> None:
    village = pair.village
    tuesday = (village.wall() + timedelta(days=6)).date()
    actor = await village.actor(pair.igor)
    seen = await meeting_hours.hours(village.db, actor, pair_id=pair.pair_id, day=tuesday)
    assert [at.hour + 5 for at in seen.shared] == [16, 17]
    await village.meets(pair.dima, pair.igor, pair.pair_id, seen.shared[0])
    after = await meeting_hours.hours(village.db, actor, pair_id=pair.pair_id, day=tuesday)
    assert seen.shared[0] not in after.free
    assert seen.shared[1] in after.free


@pytest.mark.parametrize("raw", ["", "abc", "-5", "1e9", "9" * 13])
def test_a_forged_time_on_a_button_is_refused(raw: str) -> None:
    with pytest.raises(Gone):
        meetings.utc_of(raw)
