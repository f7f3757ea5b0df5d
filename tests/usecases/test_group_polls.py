"""A group looks for a time: asked once, counted once, and nobody is booked twice."""

import asyncio
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

import pytest

from bot.domain.access import Role
from bot.domain.errors import DoubleBooking, Gone, NotAllowed
from bot.domain.group_polls import GroupPoll, PollState
from bot.domain.meeting_errors import LinkNotUnderstood, PlaceNotAllowed
from bot.domain.meetings import MeetingKind, MeetingState
from bot.domain.people import Person
from bot.usecases.bases import speaking
from bot.usecases.pairs import group_poll_views, group_polls, meeting_hours
from tests.grouping import group
from tests.usecases.test_speaking import loses_account
from tests.village import Curator, Member, Village


@dataclass
class Four:
    """Igor and three pupils."""

    village: Village
    anna: Curator
    igor: Member
    mentees: list[Member]
    pairs: list[UUID]

    def at(self, days: float) -> datetime:
        return self.village.wall() + timedelta(days=days)

    async def offers(self, *times: datetime, place: str = "on-site") -> UUID:
        return await group_polls.offer(
            self.village.db, await self.village.actor(self.igor), pair_id=self.pairs[0],
            times=times, place=place,
        )  # fmt: skip

    async def ticks(self, who: Member, poll_id: UUID, *times: datetime) -> None:
        await group_polls.answer(
            self.village.db, await self.village.actor(who), poll_id=poll_id, times=times,
            profile=self.village.profile,
        )  # fmt: skip

    async def state(self, poll_id: UUID) -> tuple[PollState, datetime | None]:
        async with self.village.db.reading() as tx:
            poll = await tx.get(GroupPoll, poll_id)
            return poll.state, poll.at

    async def agreed(self) -> dict[UUID, list[datetime | None]]:
        """By mentee."""
        async with self.village.db.reading() as tx:
            return {
                one.person_id: [
                    m.at for m in await tx.meetings.of_person(
                        one.person_id, (MeetingState.AGREED,)
                    )
                ]
                for one in self.mentees
            }  # fmt: skip


@pytest.fixture
async def four(village: Village) -> Four:
    anna = await village.curator()
    return Four(village, anna, *await group(village, anna))


async def test_the_last_answer_books_the_time_of_most_for_who_can_come(four: Four) -> None:
    village, (dima, katya, sonya) = four.village, four.mentees
    near, far = four.at(4), four.at(5)
    poll_id = await four.offers(far, near)
    assert await four.offers(near, far) == poll_id  # a second press
    assert {one.to for one in await village.notices("poll-offered")} == {
        one.person_id for one in four.mentees
    }
    await four.ticks(dima, poll_id, near, far)
    await four.ticks(katya, poll_id, near)
    await four.ticks(katya, poll_id, far)  # changed one's mind
    seen = await group_poll_views.counted(
        village.db, await village.actor(four.igor), poll_id=poll_id, profile=village.profile
    )
    assert (seen.answered, seen.mentees, seen.quorum) == (2, 3, 2)
    assert seen.votes == ((near, 1), (far, 2))
    assert await four.agreed() == {one.person_id: [] for one in four.mentees}
    await four.ticks(sonya, poll_id)
    assert await four.state(poll_id) == (PollState.AGREED, far)
    assert await four.agreed() == {
        dima.person_id: [far], katya.person_id: [far], sonya.person_id: []
    }  # fmt: skip
    letters = await village.letters("meeting-agreed")
    assert len(letters) == 4  # a pair of letters for each pair, with its file
    assert all(len(one.calendar) == 1 and one.calendar[0].starts_at == far for one in letters)
    [without] = await village.letters("poll-without-you")
    assert without.args["mentor"] == "Игорь Сафонов"
    assert {one.to for one in await village.notices("poll-without-you")} == {sonya.person_id}
    assert len(await village.notices("meeting-soon")) == 4
    village.later(days=3)
    assert await group_polls.end_due(village.db, village.profile) == 0
    with pytest.raises(Gone):
        await four.ticks(sonya, poll_id, far)
    async with village.db.reading() as tx:
        [meeting] = await tx.meetings.of_pair(four.pairs[0])
        assert (meeting.kind, meeting.place) == (MeetingKind.INTRO, "on-site")


async def test_without_a_quorum_the_mentor_hears_it_and_offers_anew(four: Four) -> None:
    village, (dima, katya, sonya) = four.village, four.mentees
    near, far = four.at(4), four.at(5)
    poll_id = await four.offers(near, far)
    await four.ticks(dima, poll_id, near)
    await four.ticks(katya, poll_id, far)
    village.later(days=1, hours=23)
    assert await group_polls.end_due(village.db, village.profile) == 0
    village.later(hours=1)
    assert await group_polls.end_due(village.db, village.profile) == 1
    assert await group_polls.end_due(village.db, village.profile) == 0
    assert await four.state(poll_id) == (PollState.NO_QUORUM, None)
    [letter] = await village.letters("poll-no-quorum")
    assert (letter.args["answered"], letter.args["mentees"]) == (2, 3)
    assert letter.buttons[0][0].act == "offer-meeting"
    assert {one.to for one in await village.notices("poll-no-quorum")} == {four.igor.person_id}
    second = await four.offers(four.at(4))
    third = await four.offers(four.at(6))
    assert (await four.state(second))[0] is PollState.REPLACED
    with pytest.raises(Gone):
        await four.ticks(dima, second, four.at(4))
    await four.ticks(dima, third, four.at(6))
    await four.ticks(katya, third, four.at(6))
    village.later(days=2)  # Sonya says nothing: it ends by itself, with a quorum
    assert await group_polls.end_due(village.db, village.profile) == 1
    assert [len(some) for some in (await four.agreed()).values()] == [1, 1, 0]
    assert sonya.person_id in {one.to for one in await village.notices("poll-without-you")}


async def test_nobody_is_booked_twice(four: Four) -> None:
    """Between the ticks and the count hours are taken: of the mentor, and of a mentee."""
    village, (dima, katya, sonya) = four.village, four.mentees
    first, second = four.at(4), four.at(5)
    poll_id = await four.offers(first, second)
    await four.ticks(dima, poll_id, first, second)
    await four.ticks(katya, poll_id, first, second)
    petr = await village.joins(four.anna, Role.MENTEE)
    alone = await village.pair(four.anna, petr, four.igor)
    await village.meets(petr, four.igor, alone, first + timedelta(minutes=30))
    with pytest.raises(DoubleBooking):
        await four.offers(first)
    await asyncio.gather(  # the last answer, and the clock at the same moment
        four.ticks(sonya, poll_id, first, second), group_polls.end_due(village.db, village.profile)
    )
    assert await four.state(poll_id) == (PollState.AGREED, second)
    assert list((await four.agreed()).values()) == [[second]] * 3
    third = await four.offers(four.at(6))
    await village.meets(dima, four.igor, four.pairs[0], four.at(6))
    with pytest.raises(DoubleBooking):
        await four.ticks(dima, third, four.at(6))
    mine = await village.actor(dima)
    assert (await group_poll_views.asked(village.db, mine, poll_id=third)).taken == {four.at(6)}


async def test_a_poll_is_for_those_of_the_group_only(four: Four) -> None:
    village = four.village
    with pytest.raises(PlaceNotAllowed):
        await minors_group(four)
    other = await village.joins(four.anna, Role.MENTEE)
    alone = await village.pair(four.anna, other, four.igor)
    igor = await village.actor(four.igor)
    with pytest.raises(Gone):
        await group_poll_views.group(village.db, igor, pair_id=alone)
    near = await meeting_hours.suggestions(village.db, igor, pair_id=alone)
    assert near.group == 0
    near = await meeting_hours.suggestions(village.db, igor, pair_id=four.pairs[1])
    assert near.group == 3
    poll_id = await four.offers(four.at(4))
    with pytest.raises(NotAllowed):
        await four.ticks(other, poll_id, four.at(4))
    with pytest.raises(NotAllowed):
        await group_polls.offer(
            village.db, await village.actor(four.mentees[0]), pair_id=four.pairs[0],
            times=[four.at(5)], place="on-site",
        )  # fmt: skip
    [mine] = await group_poll_views.mine(village.db, igor)
    assert (mine.poll_id, mine.offered) == (poll_id, True)
    [asked] = await group_poll_views.mine(village.db, await village.actor(four.mentees[0]))
    assert not asked.offered
    assert not asked.answered
    await four.ticks(four.mentees[0], poll_id)
    [asked] = await group_poll_views.mine(village.db, await village.actor(four.mentees[0]))
    assert (asked.answered, asked.pair_ids) == (True, frozenset({four.pairs[0]}))


async def minors_group(four: Four) -> None:
    """One of them is a child: the first meetings are guarded for all."""
    await four.village.born(four.mentees[1], four.village.years_ago(15))
    await four.offers(four.at(4), place="in-person")


async def test_who_has_not_answered_is_reminded_once_half_way(four: Four) -> None:
    village, (dima, katya, sonya) = four.village, four.mentees
    poll_id = await four.offers(four.at(4), four.at(5))
    await four.ticks(dima, poll_id, four.at(4))
    reminders = await village.notices("poll-reminder")
    assert {one.to for one in reminders} == {katya.person_id, sonya.person_id}
    assert {one.due_at for one in reminders} == {village.wall() + timedelta(days=1)}
    await four.ticks(katya, poll_id)
    assert {one.to for one in await village.notices("poll-reminder")} == {sonya.person_id}
    assert len(await village.letters("poll-reminder")) == 1
    await four.offers(village.wall() + timedelta(hours=9))  # it ends in six: nobody is hurried
    assert await village.notices("poll-reminder") == []


async def test_a_poll_is_called_off_once_and_nobody_ticks_it_any_more(four: Four) -> None:
    village, (dima, *_) = four.village, four.mentees
    poll_id = await four.offers(four.at(4))
    with pytest.raises(NotAllowed):
        await group_polls.call_off(village.db, await village.actor(dima), poll_id=poll_id)
    me = await village.actor(four.igor)
    for _ in range(2):
        await group_polls.call_off(village.db, me, poll_id=poll_id)
    assert (await four.state(poll_id))[0] is PollState.CALLED_OFF
    told = await village.notices("poll-called-off")
    assert {one.to for one in told} == {one.person_id for one in four.mentees}
    assert len(await village.letters("poll-called-off")) == 3
    assert await village.notices("poll-offered", "poll-reminder") == []
    with pytest.raises(Gone):
        await four.ticks(dima, poll_id, four.at(4))
    village.later(days=3)
    assert await group_polls.end_due(village.db, village.profile) == 0
    counted = await four.offers(four.at(4))
    for one in four.mentees:
        await four.ticks(one, counted, four.at(4))
    with pytest.raises(Gone):
        await group_polls.call_off(village.db, me, poll_id=counted)


async def test_the_team_ticks_for_who_has_no_messenger(four: Four) -> None:
    village, (dima, katya, sonya) = four.village, four.mentees
    her = await village.actor(four.anna)
    await loses_account(village, sonya, her.person_id)
    at = four.at(4)
    poll_id = await four.offers(at)
    [asked] = await speaking.waiting(village.db, her, programme_id=four.anna.programme_id)
    assert (asked.kind, asked.subject, asked.partner) == (
        speaking.Kind.POLL, poll_id, "Игорь Сафонов",
    )  # fmt: skip
    for of in (dima.participation_id, four.igor.participation_id):
        with pytest.raises(NotAllowed):
            await group_polls.answer(
                village.db, her, poll_id=poll_id, times=[at], profile=village.profile,
                speaking_for=of,
            )  # fmt: skip
    await group_polls.answer(
        village.db, her, poll_id=poll_id, times=[at], profile=village.profile,
        speaking_for=sonya.participation_id,
    )  # fmt: skip
    assert await speaking.waiting(village.db, her, programme_id=four.anna.programme_id) == []
    async with village.db.reading() as tx:
        [answer] = await tx.polls.answers([poll_id])
    assert (answer.participation_id, answer.entered_by) == (sonya.participation_id, her.person_id)
    await four.ticks(dima, poll_id, at)
    await four.ticks(katya, poll_id)
    assert await four.state(poll_id) == (PollState.AGREED, at)


async def test_a_place_in_words_is_that_of_every_meeting_of_the_group(four: Four) -> None:
    village, at = four.village, four.at(4)
    async with village.db.transaction() as tx:  # all of them are of age
        for one in four.mentees:
            (await tx.get(Person, one.person_id)).birth_date = date(1990, 1, 1)
    me = await village.actor(four.igor)
    with pytest.raises(LinkNotUnderstood):
        await group_polls.offer(
            village.db, me, pair_id=four.pairs[0], times=[at], place="online", where="библиотека"
        )
    poll_id = await group_polls.offer(
        village.db, me, pair_id=four.pairs[0], times=[at], place="in-person", where="Библиотека"
    )
    for one in four.mentees:
        await four.ticks(one, poll_id, at)
    async with village.db.reading() as tx:
        places = [(await tx.meetings.of_pair(id_))[0].where for id_ in four.pairs]
    assert places == ["Библиотека"] * 3
