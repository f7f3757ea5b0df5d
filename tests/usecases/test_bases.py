"""What an export holds, and what a card shows to whom."""

from datetime import date

from bot.domain.access import Actor, Assignment, Role
from bot.domain.bases import BIRTH_YEAR, NAME, Fact
from bot.domain.pairs import FINISHED
from bot.domain.people import AgeBand
from bot.domain.spoken import Listed, Phrase
from bot.usecases.bases import bases
from bot.usecases.pairs import ending as pair_ending
from tests.usecases.test_base_import import entry, take_over
from tests.village import Curator, Village


async def export(village: Village, anna: Curator) -> bases.Exported:
    return await bases.export(
        village.db,
        await village.actor(anna),
        programme_id=anna.programme_id,
        profile=village.profile,
    )


async def test_an_export_holds_those_with_every_consent_and_their_pairs(village: Village) -> None:
    anna = await village.curator()
    dima = await village.joins(anna, Role.MENTEE, name="Дима Орлов", born="2000")
    igor = await village.joins(anna, Role.MENTOR, name="Игорь Сафонов")
    await village.applies(anna, Role.MENTEE, name="Ждущая Заявка")
    await village.minor(anna, name="Ещё Без Родителя")
    await take_over(village, anna, entry(2, "Внесённый Человек"))
    await village.pair(anna, dima, igor)
    found = await export(village, anna)
    mentees, mentors = found.members[Role.MENTEE], found.members[Role.MENTOR]
    assert [one.answers[NAME] for one in mentees] == ["Дима Орлов", "Ждущая Заявка"]
    assert found.left_out == 2
    first = mentees[0]
    assert first.answers[BIRTH_YEAR] == 2000
    assert first.facts[Fact.JOINED] == date(2030, 3, 13)
    assert first.facts[Fact.PARTNER] == "Игорь Сафонов"
    assert first.facts[Fact.PARTNER_PLACE] == "ЧТЗ"
    assert isinstance(first.facts[Fact.FORM], Listed)
    assert first.facts[Fact.CONTACT] == bases.IN_BOT
    for fact in (Fact.ENDED, Fact.RESULTS, Fact.MARK):
        assert first.facts[fact] is None, "nothing before the pair has ended"
    assert mentors[0].facts[Fact.PARTNER] == "Дима Орлов"
    assert mentors[0].facts[Fact.PARTNER_PLACE] == "Колледж №1, ПО-21"
    assert mentees[1].facts[Fact.JOINED] is None


async def test_how_a_minor_is_reached_is_said_of_the_guardian(village: Village) -> None:
    anna = await village.curator()
    lena = await village.minor(anna, band=AgeBand.FROM_14_TO_17)
    await village.guardian(lena)
    [exported] = (await export(village, anna)).members[Role.MENTEE]
    assert exported.facts[Fact.CONTACT] == bases.GUARDIAN_IN_BOT
    assert "telegram" not in str(exported)


async def test_the_end_of_a_pair_is_in_the_export(village: Village) -> None:
    anna = await village.curator()
    dima = await village.joins(anna, Role.MENTEE)
    igor = await village.joins(anna, Role.MENTOR)
    pair_id = await village.pair(anna, dima, igor)
    village.later(days=30)
    await pair_ending.end(
        village.db, await village.actor(anna), pair_id=pair_id, reason=FINISHED
    )
    [exported] = (await export(village, anna)).members[Role.MENTEE]
    assert exported.facts[Fact.ENDED] == date(2030, 4, 12)
    assert exported.facts[Fact.RESULTS] == Phrase("pairs-ending-finished")
    assert exported.facts[Fact.MARK] == bases.PASSED


async def test_who_only_reads_sees_the_base_and_no_answers(village: Village) -> None:
    anna = await village.curator()
    dima = await village.joins(anna, Role.MENTEE)
    curator = await village.actor(anna)
    head = Actor(
        curator.person_id, "ru", "vy", (Assignment(Role.HEAD, anna.organisation_id),)
    )
    seen = await bases.card(village.db, curator, participation_id=dima.participation_id)
    assert seen.answers["group"] == "ПО-21"
    assert seen.birth_year == 2010
    seen = await bases.card(village.db, head, participation_id=dima.participation_id)
    assert (seen.answers, seen.birth_year, seen.may_enter) == ({}, None, False)
