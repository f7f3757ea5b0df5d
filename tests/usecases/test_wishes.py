"""After the general meeting: whom somebody would like, and in confidence whom not."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

import pytest

from bot.domain.access import Role
from bot.domain.errors import Gone, NobodyFound, NotAllowed
from bot.domain.matching import Candidate
from bot.domain.matching.errors import TooManyWishes, WishesClosed
from bot.domain.matching.runs import VetoBy
from bot.domain.participations import Participation
from bot.domain.programmes import Programme
from bot.usecases.consents import erasure, personal_copy
from bot.usecases.matching import general_meeting, open_wishes, wishes
from bot.usecases.matching.pool import people_to_match
from bot.usecases.matching.wishes import Choices
from tests.village import Curator, Member, Village


@dataclass
class Meeting:
    """Wishes are open; shortcuts to what people tap."""

    village: Village
    anna: Curator
    mentee: Member
    mentors: list[Member]

    async def of(
        self, who: Member | Curator | int, mine: Member | None = None, page: int = 0
    ) -> Choices:
        own = mine or who
        assert isinstance(own, Member)
        return await wishes.choices(
            self.village.db,
            await self.village.actor(who),
            participation_id=own.participation_id,
            profile=self.village.profile,
            page=page,
        )

    async def wish(self, who: Member, other: Member) -> None:
        await wishes.wish(
            self.village.db, await self.village.actor(who), participation_id=who.participation_id,
            other_id=other.participation_id, profile=self.village.profile,
        )  # fmt: skip

    async def veto(self, who: Member | int, mine: Member, other: Member) -> None:
        await wishes.veto(
            self.village.db, await self.village.actor(who), participation_id=mine.participation_id,
            other_id=other.participation_id, profile=self.village.profile,
        )  # fmt: skip

    async def does(self, what: Callable[..., Awaitable[None]], who: Member, other: Member) -> None:
        await what(
            self.village.db, await self.village.actor(who), participation_id=who.participation_id,
            other_id=other.participation_id,
        )  # fmt: skip

    async def order(self, who: Member) -> list[str]:
        return [one.who.first_name for one in (await self.of(who)).wished]

    async def overview(self) -> general_meeting.Overview:
        return await general_meeting.overview(
            self.village.db, await self.village.actor(self.anna),
            programme_id=self.anna.programme_id, profile=self.village.profile,
        )  # fmt: skip

    async def candidate(self, who: Member) -> Candidate:
        async with self.village.db.reading() as tx:
            programme = await tx.get(Programme, self.anna.programme_id)
            pool = await people_to_match(tx, programme, self.village.profile)
        found = pool.of(who.participation_id)
        assert found is not None
        return found


NAMES = ("Игорь Сафонов", "Марат Ли", "Светлана Орлова", "Тимур Гаев", "Вера Лань", "Олег Белов")


async def opens(village: Village, anna: Curator, days: int = 5) -> int:
    return await general_meeting.open_wishes(
        village.db, await village.actor(anna), programme_id=anna.programme_id, days=days,
        profile=village.profile,
    )  # fmt: skip


@pytest.fixture
async def meeting(village: Village) -> Meeting:
    anna = await village.curator()
    dima = await village.joins(anna, Role.MENTEE, name="Дима Кузнецов")
    mentors = [await village.joins(anna, Role.MENTOR, name=name) for name in NAMES[:3]]
    await village.said()
    await opens(village, anna)
    return Meeting(village, anna, dima, mentors)


async def test_both_sides_hear_of_it_and_of_the_last_day(meeting: Meeting) -> None:
    village = meeting.village
    assert len(await village.notices("wishes-open")) == 4
    assert {one.key for one in await village.letters("wishes-open")} == {
        "letter-wishes-open-mentee",
        "letter-wishes-open-mentor",
    }
    await meeting.wish(meeting.mentee, meeting.mentors[0])
    village.later(days=5)
    told = await village.letters("wishes-reminder")
    assert [one.key for one in told] == ["letter-wishes-reminder-mentor"] * 3
    assert not await village.letters("wishes-over")
    village.later(days=2)
    [over] = await village.letters("wishes-over")
    assert (over.args["mentees"], over.args["mentors"]) == (1, 0)


async def test_they_close_by_themselves_and_what_was_said_stays(meeting: Meeting) -> None:
    await meeting.wish(meeting.mentee, meeting.mentors[1])
    meeting.village.later(days=7)
    with pytest.raises(WishesClosed):
        await meeting.of(meeting.mentee)
    with pytest.raises(WishesClosed):
        await meeting.wish(meeting.mentee, meeting.mentors[0])
    one = await meeting.candidate(meeting.mentee)
    assert one.ranks == {meeting.mentors[1].participation_id: 1}
    seen = await meeting.overview()
    assert seen.until is None
    assert seen.over is not None


async def test_the_last_day_moves_and_nobody_is_told_twice(meeting: Meeting) -> None:
    village = meeting.village
    await opens(village, meeting.anna, days=14)
    assert len(await village.notices("wishes-open")) == 4
    assert len(await village.notices("wishes-reminder")) == 4
    await general_meeting.close_wishes(
        village.db, await village.actor(meeting.anna), programme_id=meeting.anna.programme_id
    )
    assert not await village.notices("wishes-open", "wishes-reminder", "wishes-over")
    with pytest.raises(WishesClosed):
        await meeting.of(meeting.mentee)


async def test_nobody_to_choose_from_opens_nothing(village: Village) -> None:
    anna = await village.curator()
    await village.joins(anna, Role.MENTEE)
    with pytest.raises(NobodyFound):
        await opens(village, anna)
    with pytest.raises(Gone):
        await opens(village, anna, days=365)


async def test_wishes_are_ranked_by_taps(meeting: Meeting) -> None:
    dima, (igor, marat, svetlana) = meeting.mentee, meeting.mentors
    for mentor in (igor, marat, svetlana, marat):  # a second press changes nothing
        await meeting.wish(dima, mentor)
    assert await meeting.order(dima) == ["Игорь", "Марат", "Светлана"]
    await meeting.does(wishes.prefer, dima, svetlana)
    assert await meeting.order(dima) == ["Игорь", "Светлана", "Марат"]
    await meeting.does(wishes.prefer, dima, igor)  # the first stays the first
    await meeting.does(wishes.take_back, dima, igor)
    assert await meeting.order(dima) == ["Светлана", "Марат"]
    one = await meeting.candidate(dima)
    assert one.ranks == {svetlana.participation_id: 1, marat.participation_id: 2}
    with pytest.raises(Gone):
        await meeting.does(wishes.prefer, dima, igor)


async def test_a_sixth_wish_is_refused(meeting: Meeting) -> None:
    village = meeting.village
    more = [
        await village.joins(meeting.anna, Role.MENTOR, name=name) for name in NAMES[3:]
    ]
    everybody = [*meeting.mentors, *more]
    for mentor in everybody[:5]:
        await meeting.wish(meeting.mentee, mentor)
    with pytest.raises(TooManyWishes):
        await meeting.wish(meeting.mentee, everybody[5])
    first, second = [await meeting.of(meeting.mentee, page=page) for page in (0, 1)]
    assert [one.rank for one in first.people] == [1, 2, 3, 4, 5]
    assert (first.more, second.more, len(second.people)) == (True, False, 1)


async def test_only_those_the_rules_allow_are_shown(meeting: Meeting) -> None:
    village, anna = meeting.village, meeting.anna
    busy = await village.joins(
        anna,
        Role.MENTOR,
        name="Занят",
        answers={"free_time": ["mon-14"], "formats": ["in-person"]},
    )
    waiting = await village.applies(anna, Role.MENTOR, name="Ждёт")
    seen = await meeting.of(meeting.mentee)
    assert {one.who.first_name for one in seen.people} == {"Игорь", "Марат", "Светлана"}
    for other in (busy, waiting, meeting.mentee):
        with pytest.raises(Gone):
            await meeting.wish(meeting.mentee, other)
        with pytest.raises(Gone):
            await meeting.veto(meeting.mentee, meeting.mentee, other)


async def test_a_card_holds_no_surname_and_no_contact(village: Village) -> None:
    anna = await village.curator()
    dima = await village.joins(anna, Role.MENTEE, name="Кузнецов Дима")
    igor = await village.joins(
        anna,
        Role.MENTOR,
        name="Сафонов Игорь Петрович",
        answers={
            "workplace": "ЧТЗ, Сафонов И.П., +7 912 345-67-89",
            "about": "Пишите: safonov@mail.ru или @igor_safonov, мой сайт https://t.me/igor",
            "competences": ["drawing", "чертежи с Сафоновым"],
        },
    )
    await opens(village, anna)
    meeting = Meeting(village, anna, dima, [igor])
    for who, first in ((dima, "Игорь"), (igor, "Дима")):
        [one] = (await meeting.of(who)).people
        assert one.who.first_name == first
        told = str(one).lower()
        for secret in ("сафонов", "кузнецов", "912", "mail.ru", "igor_", "t.me", "петрович"):
            assert secret not in told, secret


async def test_a_veto_is_the_curators_alone(meeting: Meeting) -> None:
    village, dima, igor = meeting.village, meeting.mentee, meeting.mentors[0]
    await meeting.wish(dima, igor)
    before = await meeting.of(igor)
    await meeting.veto(dima, dima, igor)
    await meeting.veto(dima, dima, igor)  # a second press
    assert await meeting.of(igor) == before  # the other side sees what it saw
    assert await meeting.order(dima) == []
    with pytest.raises(Gone):
        await meeting.wish(dima, igor)
    copies = [
        await personal_copy.rows(village.db, await village.actor(who)) for who in (dima, igor)
    ]
    assert len(copies[0]["vetoes"]) == 1
    assert "vetoes" not in copies[1]
    assert str(dima.participation_id) not in str(copies[1].get("wishes"))
    [line] = (await meeting.overview()).vetoes
    assert (line.mentee, line.mentor, line.by) == ("Дима Кузнецов", NAMES[0], VetoBy.MENTEE)
    for who, other in ((dima, igor), (igor, dima)):
        assert (await meeting.candidate(who)).vetoed == {other.participation_id}
    await meeting.does(wishes.lift, dima, igor)
    assert (await meeting.candidate(dima)).vetoed == frozenset()
    with pytest.raises(Gone):
        await meeting.does(wishes.lift, igor, dima)  # nobody takes back another's


async def test_a_guardian_says_no_for_the_child_and_sees_no_wishes(village: Village) -> None:
    anna = await village.curator()
    lena = await village.minor(anna)
    mother = await village.guardian(lena)
    await village.approves(anna, lena)
    igor = await village.joins(anna, Role.MENTOR, name="Игорь Сафонов")
    await opens(village, anna)
    meeting = Meeting(village, anna, lena, [igor])
    await meeting.wish(lena, igor)
    seen = await meeting.of(mother, lena)
    assert seen.for_ward
    assert not seen.wished
    assert [(one.who.first_name, one.rank) for one in seen.people] == [("Игорь", None)]
    [line] = await open_wishes.mine(village.db, await village.actor(mother))
    assert line.ward_id == lena.person_id
    child_saw = await meeting.of(lena)
    await meeting.veto(mother, lena, igor)
    assert await meeting.of(lena) == child_saw
    assert "vetoes" not in await personal_copy.rows(village.db, await village.actor(lena))
    assert [one.by for one in (await meeting.overview()).vetoes] == [VetoBy.GUARDIAN]
    with pytest.raises(NotAllowed):
        await wishes.wish(
            village.db, await village.actor(mother), participation_id=lena.participation_id,
            other_id=igor.participation_id, profile=village.profile,
        )  # fmt: skip


async def test_a_guardian_reads_no_name_of_another_child(village: Village) -> None:
    anna = await village.curator()
    pupil = {"kind": "pupil"}
    lena = await village.enters(anna, Role.MENTEE)
    from bot.domain.people import AgeBand

    await village.agrees(lena, AgeBand.FROM_14_TO_17)
    await village.fills(lena, Role.MENTEE, name="Лена Белова", born="2015", answers=pupil)
    await village.sends(lena)
    mother = await village.guardian(lena)
    await village.approves(anna, lena)
    helper = await village.enters(anna, Role.MENTOR)
    await village.agrees(helper, AgeBand.FROM_14_TO_17)
    await village.fills(
        helper, Role.MENTOR, name="Петя Ким", born="2013", answers={"kind": "learner"}
    )
    await village.sends(helper)
    await village.guardian(helper, name="Иван Ким")
    await village.approves(anna, helper)
    await opens(village, anna)
    meeting = Meeting(village, anna, lena, [helper])
    assert [one.who.first_name for one in (await meeting.of(lena)).people] == ["Петя"]
    assert [one.who.first_name for one in (await meeting.of(mother, lena)).people] == [""]


async def test_nobody_else_reads_or_marks(meeting: Meeting) -> None:
    other = await meeting.village.joins(meeting.anna, Role.MENTEE)
    strangers: tuple[Member | Curator, ...] = (other, meeting.anna, meeting.mentors[0])
    for who in strangers:
        with pytest.raises(NotAllowed):
            await meeting.of(who, meeting.mentee)


async def test_what_was_said_goes_with_the_person(meeting: Meeting) -> None:
    village, dima, (igor, marat, _svetlana) = meeting.village, meeting.mentee, meeting.mentors
    await meeting.wish(dima, igor)
    await meeting.wish(igor, dima)
    await meeting.veto(marat, marat, dima)
    await erasure.erase(village.db, await village.actor(dima))
    async with village.db.reading() as tx:
        assert await tx.wishes.ranks(meeting.anna.programme_id) == {}
        assert await tx.wishes.vetoed(meeting.anna.programme_id) == {}
        gone = await tx.get(Participation, dima.participation_id)
    assert gone.programme_id == meeting.anna.programme_id


async def test_the_menu_says_so_while_they_are_open(meeting: Meeting) -> None:
    village, dima, igor = meeting.village, meeting.mentee, meeting.mentors[0]
    await meeting.wish(dima, igor)
    [mine] = await open_wishes.mine(village.db, await village.actor(dima))
    assert (mine.said, mine.ward_id) == (1, None)
    await village.proposes(meeting.anna, dima, igor)
    assert not await open_wishes.mine(village.db, await village.actor(dima))
    assert len(await open_wishes.mine(village.db, await village.actor(igor))) == 1
    village.later(days=7)
    assert not await open_wishes.mine(village.db, await village.actor(igor))
