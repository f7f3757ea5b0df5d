"""Meetings that move, come round, are told about and are written down afterwards: never twice."""

import asyncio
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

import pytest

from bot.domain.access import Role
from bot.domain.errors import DoubleBooking, Gone, NotAllowed, TooEarly
from bot.domain.meeting_errors import (
    AlreadyLogged,
    AlreadySettled,
    LinkNotUnderstood,
    MeetingTooOld,
    PlaceNotAllowed,
)
from bot.domain.meetings import Every, Meeting, MeetingKind, MeetingState, Progress, Receipt
from bot.domain.moments import local
from bot.domain.pairs import Pair, PairState
from bot.domain.school_calendar import SpanKind
from bot.usecases.pairs import (
    cards,
    diary,
    meetings,
    pausing,
    ratings,
    receipts,
    recurring,
    reminding,
)
from bot.usecases.pairs import desk as pair_desk
from bot.usecases.programme import school_calendar
from tests.village import ZONE, Curator, Member, Village

DAY = timedelta(days=1)


@dataclass
class Two:
    village: Village
    anna: Curator
    dima: Member
    igor: Member
    pair_id: UUID

    def at(self, days: float) -> datetime:
        return self.village.wall() + timedelta(days=days)

    async def agreed(self, days: float = 2) -> UUID:
        return await self.village.meets(self.dima, self.igor, self.pair_id, self.at(days))

    async def offers_anew(self, who: Member, meeting_id: UUID, *times: datetime) -> None:
        await meetings.offer_anew(
            self.village.db, await self.village.actor(who), meeting_id=meeting_id, times=times,
            reason="ill",
        )  # fmt: skip

    async def picks(self, who: Member, meeting_id: UUID, at: datetime) -> None:
        await meetings.pick(
            self.village.db, await self.village.actor(who), meeting_id=meeting_id, at=at
        )

    async def says(self, who: Member, meeting_id: UUID, word: Receipt) -> MeetingState:
        return await meetings.confirm(
            self.village.db, await self.village.actor(who), meeting_id=meeting_id, receipt=word
        )

    async def logs(self, who: Member, at: datetime) -> UUID:
        return await receipts.log_past(
            self.village.db, await self.village.actor(who), pair_id=self.pair_id, at=at,
            place="online",
        )  # fmt: skip

    async def all(self) -> list[Meeting]:
        async with self.village.db.reading() as tx:
            found = await tx.meetings.of_person(self.igor.person_id, tuple(MeetingState), 100)
            return list(found)

    async def state(self) -> PairState:
        async with self.village.db.reading() as tx:
            return (await tx.get(Pair, self.pair_id)).state


@pytest.fixture
async def two(village: Village) -> Two:
    anna = await village.curator()
    dima = await village.joins(anna, Role.MENTEE, name="Дима")
    igor = await village.joins(anna, Role.MENTOR, name="Игорь", answers={"capacity": "3"})
    pair_id = await village.pair(anna, dima, igor)
    await village.said()
    return Two(village, anna, dima, igor, pair_id)


async def test_a_moved_meeting_keeps_its_entry_in_the_calendar(two: Two) -> None:
    meeting_id = await two.agreed()
    [before, _] = await two.village.letters("meeting-agreed")
    await two.offers_anew(two.dima, meeting_id, two.at(3), two.at(4))
    await two.offers_anew(two.dima, meeting_id, two.at(3), two.at(4))  # a second press
    assert [n.kind for n in await two.village.notices()] == ["meeting-moved"]
    await two.offers_anew(two.igor, meeting_id, two.at(5))
    await two.picks(two.dima, meeting_id, two.at(5))
    [after, _] = await two.village.letters("meeting-agreed")
    assert after.calendar[0].meeting_id == before.calendar[0].meeting_id
    assert after.calendar[0].sequence > before.calendar[0].sequence
    assert after.calendar[0].starts_at == two.at(5)
    due = {n.due_at for n in await two.village.notices("meeting-soon")}
    assert due == {two.at(5) - timedelta(hours=1)}


async def test_a_hour_in_which_either_meets_somebody_is_not_offered_instead(two: Two) -> None:
    sonya = await two.village.joins(two.anna, Role.MENTEE)
    other = await two.village.pair(two.anna, sonya, two.igor)
    await two.village.meets(sonya, two.igor, other, two.at(3))
    meeting_id = await two.agreed()
    with pytest.raises(DoubleBooking):
        await two.offers_anew(two.dima, meeting_id, two.at(3))
    await two.offers_anew(two.dima, meeting_id, two.at(2) + timedelta(minutes=30))  # its own hour


async def test_a_meeting_that_has_begun_does_not_move(two: Two) -> None:
    meeting_id = await two.agreed()
    two.village.later(days=2, minutes=1)
    with pytest.raises(Gone):
        await two.offers_anew(two.dima, meeting_id, two.at(3))


async def test_a_series_leaves_out_holidays_and_hours_that_are_taken(two: Two) -> None:
    village, first = two.village, two.at(2)
    sonya = await village.joins(two.anna, Role.MENTEE)
    other = await village.pair(two.anna, sonya, two.igor)
    await village.meets(sonya, two.igor, other, first + 14 * DAY)
    holiday = (first + 7 * DAY).date()
    await school_calendar.add(
        village.db, await village.actor(two.anna), programme_id=two.anna.programme_id,
        kind=SpanKind.HOLIDAYS, starts_on=holiday, ends_on=holiday,
    )  # fmt: skip
    weekly = await meetings.offer(
        village.db, await village.actor(two.igor), pair_id=two.pair_id, times=[first],
        place="on-site", repeats=Every.WEEK, repeats_until=(first + 28 * DAY).date(),
    )  # fmt: skip
    await two.picks(two.dima, weekly, first)
    await two.picks(two.dima, weekly, first)  # a second press
    mine = [one for one in await two.all() if one.series_id]
    assert [one.at for one in mine] == [first, first + 21 * DAY, first + 28 * DAY]
    [letter, _] = await village.letters("meeting-agreed", to=two.dima.person_id), None
    assert len(letter[0].calendar) == 3
    me = await village.actor(two.dima)
    off = await recurring.cancel_series(village.db, me, meeting_id=mine[1].id)
    assert off == 2
    states = [one.state for one in await two.all() if one.series_id]
    assert sorted(states) == ["agreed", "cancelled", "cancelled"]


async def test_a_long_series_hides_neither_what_was_nor_what_comes_next(two: Two) -> None:
    village = two.village
    igor = await village.actor(two.igor)
    held = await two.agreed(1)
    village.later(days=2)
    for who in (two.dima, two.igor):
        await two.says(who, held, Receipt.HELD)
    first = two.at(3)
    weekly = await meetings.offer(
        village.db, igor, pair_id=two.pair_id, times=[first], place="on-site",
        repeats=Every.WEEK, repeats_until=(first + 200 * DAY).date(),
    )  # fmt: skip
    await two.picks(two.dima, weekly, first)
    await village.said()
    village.later(minutes=5)
    await two.offers_anew(two.dima, weekly, first + DAY)
    await two.picks(two.igor, weekly, first + DAY)
    told = await village.letters("meeting-agreed", to=two.dima.person_id)
    assert [one.key for one in told] == ["letter-meeting-agreed"], "the others stay where they are"
    seen = await diary.view(village.db, igor, pair_id=two.pair_id)
    assert seen.next_meeting is not None
    assert seen.next_meeting.id == weekly
    assert [one.id for one in seen.meetings] == [held]
    card = await cards.card(
        village.db, await village.actor(two.anna), pair_id=two.pair_id, profile=village.profile
    )
    assert [one.id for one in card.history] == [weekly, held]
    village.later(days=5)  # the first of them is over, and nobody has said a word of it yet
    today = local(village.wall(), ZONE).date()
    await pausing.pause(
        village.db, await village.actor(two.anna), pair_id=two.pair_id, until=today + 14 * DAY
    )
    off = [one for one in await two.all() if one.state is MeetingState.CANCELLED]
    assert len(off) == 2, "those of the pause, the nearest of them too"
    assert await two.says(two.dima, weekly, Receipt.HELD)


@pytest.mark.parametrize("who", ["dima", "igor"])
async def test_a_past_meeting_is_logged_once_however_often_it_is_told(two: Two, who: str) -> None:
    member: Member = getattr(two, who)
    other = two.igor if member is two.dima else two.dima
    two.village.later(days=3)
    at = two.at(-1)
    done = await asyncio.gather(*(two.logs(one, at) for one in (member, other)),
                                return_exceptions=True)  # fmt: skip
    assert sum(isinstance(one, AlreadyLogged) for one in done) == 1
    [meeting] = await two.all()
    asked = two.igor if meeting.logged_by == two.dima.person_id else two.dima
    [letter] = await two.village.letters("meeting-receipt", to=asked.person_id)
    assert letter.key == "letter-meeting-logged"
    assert await two.says(asked, meeting.id, Receipt.HELD) is MeetingState.HELD
    with pytest.raises(AlreadySettled):
        await two.says(asked, meeting.id, Receipt.NOT_HELD)
    with pytest.raises(AlreadyLogged):
        await two.logs(asked, at + timedelta(minutes=30))
    assert len(await two.all()) == 1


async def test_what_was_agreed_on_here_is_not_logged_beside_it(two: Two) -> None:
    meeting_id = await two.agreed()
    two.village.later(days=3)
    with pytest.raises(AlreadyLogged):
        await two.logs(two.dima, two.at(-1))
    assert [one.id for one in await two.all()] == [meeting_id]


async def test_neither_the_future_nor_what_nobody_remembers_is_logged(two: Two) -> None:
    with pytest.raises(TooEarly):
        await two.logs(two.dima, two.at(0.1))
    two.village.later(days=100)
    with pytest.raises(MeetingTooOld):
        await two.logs(two.dima, two.at(-61))
    with pytest.raises(Gone):  # they were no pair then
        await two.logs(two.dima, two.at(-101))


async def test_the_mentor_alone_tells_more_and_only_of_what_was_held(two: Two) -> None:
    village, meeting_id = two.village, await two.agreed()
    told = receipts.Details(minutes=45, progress=Progress.FORWARD, mood=4, next_step="task")
    two.village.later(days=2, hours=2)
    for who, wrong in ((two.igor, Gone), (two.dima, Gone), (two.anna, NotAllowed)):
        with pytest.raises(wrong):
            await receipts.tell_more(
                village.db, await village.actor(who), meeting_id=meeting_id, details=told
            )
    await two.says(two.igor, meeting_id, Receipt.HELD)
    me = await village.actor(two.igor)
    for details in (told, receipts.Details(kind=MeetingKind.FINAL)):
        await receipts.tell_more(village.db, me, meeting_id=meeting_id, details=details)
    for wrong_details in (receipts.Details(mood=6), receipts.Details(minutes=0)):
        with pytest.raises(Gone):
            await receipts.tell_more(village.db, me, meeting_id=meeting_id, details=wrong_details)
    seen = await meetings.view(village.db, me, meeting_id=meeting_id)
    assert (seen.minutes, seen.mood, seen.kind) == (45, 4, MeetingKind.FINAL)
    theirs = await meetings.view(
        village.db, await village.actor(two.dima), meeting_id=meeting_id
    )
    assert (theirs.mood, theirs.next_step) == (None, "task")  # the mood is the curator's


async def test_a_pair_goes_on_when_both_agree_or_one_stays_silent_for_days(two: Two) -> None:
    intro = await two.agreed(1)
    two.village.later(days=2)
    await two.says(two.dima, intro, Receipt.HELD)
    assert await two.state() is PairState.INTRO
    await two.says(two.igor, intro, Receipt.HELD)
    assert await two.state() is PairState.TRIAL
    trial = await two.agreed(1)
    two.village.later(days=2)
    await two.says(two.igor, trial, Receipt.HELD)
    assert await receipts.take_silence(two.village.db) == 0
    two.village.later(days=4)
    assert await receipts.take_silence(two.village.db) == 1
    assert await receipts.take_silence(two.village.db) == 0
    assert len(await two.village.notices("trial-feedback")) == 2


async def test_a_first_meeting_with_a_minor_is_on_site_or_with_the_curator(two: Two) -> None:
    village = two.village
    vanya, _ = await village.child(two.anna)
    pair_id = await village.pair(two.anna, vanya, two.igor)
    me = await village.actor(two.igor)
    for kind in (None, MeetingKind.REGULAR):  # another name for it changes nothing
        with pytest.raises(PlaceNotAllowed):
            await meetings.offer(
                village.db, me, pair_id=pair_id, times=[two.at(2)], place="online", kind=kind
            )
    meeting_id = await meetings.offer(
        village.db, me, pair_id=pair_id, times=[two.at(2)], place="with-curator"
    )
    await two.picks(vanya, meeting_id, two.at(2))
    curator = (await village.actor(two.anna)).person_id
    [letter] = await village.letters("meeting-to-attend", to=curator)
    assert letter.args["mentee"] == "Ваня Белов"


async def test_who_wants_no_reminders_gets_none_and_the_other_still_does(two: Two) -> None:
    village = two.village
    await two.agreed(3)
    me = await village.actor(two.dima)
    for hour, kinds in ((None, set()), (20, {"meeting-tomorrow"})):
        choice = reminding.ReminderChoice(hour, hour_before=False)
        await reminding.choose(village.db, me, choice=choice)
        planned = await village.notices("meeting-tomorrow", "meeting-soon", to=two.dima.person_id)
        assert {n.kind for n in planned} == kinds
    assert (await reminding.chosen(village.db, me)).day_before_hour == 20
    theirs = await village.notices("meeting-tomorrow", "meeting-soon", to=two.igor.person_id)
    assert len(theirs) == 2
    with pytest.raises(Gone):
        await reminding.choose(
            village.db, me, choice=reminding.ReminderChoice(3, hour_before=True)
        )


async def test_from_day_30_both_rate_the_pair_in_private_every_30_days(two: Two) -> None:
    village = two.village
    me, desk = await village.actor(two.dima), await village.actor(two.anna)
    with pytest.raises(Gone):
        await ratings.rate(village.db, me, pair_id=two.pair_id, rating=9)
    village.later(days=29)
    assert await ratings.ask_due(village.db) == 0
    village.later(days=1)
    for _ in range(2):  # an hour later nobody is asked twice
        await ratings.ask_due(village.db)
        assert len(await village.notices("pair-rating")) == 2
        village.later(hours=1)
    for rating in (4, 9):  # a second press corrects the first
        await ratings.rate(village.db, me, pair_id=two.pair_id, rating=rating)
    assert await village.letters("pair-rating", to=two.dima.person_id) == []
    [letter] = await village.letters("pair-rating", to=two.igor.person_id)
    assert [press.value for row in letter.buttons for press in row] == [
        str(number) for number in range(1, 11)
    ]
    village.later(days=30)
    await ratings.rate(village.db, me, pair_id=two.pair_id, rating=5)
    for wrong in (0, 11):
        with pytest.raises(Gone):
            await ratings.rate(village.db, me, pair_id=two.pair_id, rating=wrong)
    seen = await pair_desk.view(village.db, desk, pair_id=two.pair_id)
    assert seen.ratings == (("Дима", ("9", "5")),)
    with pytest.raises(NotAllowed):
        await pair_desk.view(village.db, await village.actor(two.igor), pair_id=two.pair_id)


async def test_the_place_of_an_online_meeting_is_a_link(two: Two) -> None:
    village = two.village
    me = await village.actor(two.igor)
    async with village.db.transaction() as tx:
        pair = await tx.get(Pair, two.pair_id)
        pair.state = PairState.ACTIVE
    meeting_id = await meetings.offer(
        village.db, me, pair_id=two.pair_id, times=[two.at(2)], place="online"
    )
    await two.picks(two.dima, meeting_id, two.at(2))
    for raw in ("", "javascript:alert(1)", "кабинет 12", "http://", "x" * 300):
        with pytest.raises(LinkNotUnderstood):
            await meetings.set_where(village.db, me, meeting_id=meeting_id, where=raw)
    link = "https://meet.example.org/abc"
    await meetings.set_where(village.db, me, meeting_id=meeting_id, where=link)
    again = await meetings.offer(
        village.db, me, pair_id=two.pair_id, times=[two.at(4)], place="online"
    )
    seen = await meetings.view(village.db, me, meeting_id=again)
    assert seen.where == link  # the last one is taken over


def test_a_series_keeps_its_hour_on_the_wall_and_ends_in_time() -> None:
    from bot.domain.meeting_series import following
    from bot.domain.moments import instant, local

    zone, first = "Europe/Berlin", date(2030, 3, 26)
    begins = instant(first, datetime(2030, 1, 1, 16, 30).time(), zone)
    for every, days in ((Every.WEEK, 7), (Every.FORTNIGHT, 14)):
        found = following(begins, every, date(2030, 5, 7), zone)
        assert {local(at, zone).time().isoformat() for at in found} == {"16:30:00"}
        assert found[0].date() == first + timedelta(days=days)
        assert all(local(at, zone).date() <= date(2030, 5, 7) for at in found)
    fifth = instant(date(2030, 1, 29), datetime(2030, 1, 1, 16).time(), zone)  # a fifth Tuesday
    months = following(fifth, Every.MONTH, date(2030, 5, 31), zone)
    assert [local(at, zone).date().isoformat() for at in months] == [
        "2030-02-26", "2030-03-26", "2030-04-30", "2030-05-28",
    ]  # fmt: skip
