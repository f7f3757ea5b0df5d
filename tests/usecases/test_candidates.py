"""What matching sees of people: every field comes from the form, in as many queries as for one."""

from dataclasses import replace

import pytest

from bot.domain.access import Role
from bot.domain.matching import NO_PLACE, Candidate, last_obstacle
from bot.domain.pairs import FINISHED
from bot.domain.participations import Participation
from bot.domain.programmes import Programme
from bot.usecases.matching import pool as matching_pool
from bot.usecases.matching.pool import Pool, people_to_match
from bot.usecases.pairs import ending as pair_ending
from bot.usecases.pairs import pairs
from tests.usecases.test_queries import counted
from tests.village import Curator, Member, Village


async def pool(village: Village, anna: Curator, around: Member | None = None) -> Pool:
    async with village.db.reading() as tx:
        one = await tx.get(Participation, around.participation_id) if around else None
        programme = await tx.get(Programme, anna.programme_id)
        return await people_to_match(tx, programme, village.profile, around=one)


async def seen(village: Village, anna: Curator, who: Member) -> Candidate:
    found = (await pool(village, anna)).of(who.participation_id)
    assert found is not None
    return found


async def test_a_mentee_is_seen_as_the_form_says(village: Village) -> None:
    anna = await village.curator()
    dima = await village.joins(
        anna,
        Role.MENTEE,
        answers={
            "group": "9 «Б»",
            "needs": ["physics", "подтянуть интегралы"],
            "wishes": ["calm", "experienced"],
        },
    )
    village.later(days=9)
    one = await seen(village, anna, dima)
    assert one.group == "9б"
    assert one.wishes == {"calm", "experienced"}
    assert one.languages == set()  # who speaks Russian easily names none
    assert one.waiting_days == 9
    assert (one.needs, one.own_need) == (("physics",), "подтянуть интегралы")
    assert one.own_words == {"интеграл"}


async def test_a_mentor_is_seen_as_the_form_says(village: Village) -> None:
    anna = await village.curator()
    igor = await village.joins(
        anna,
        Role.MENTOR,
        answers={
            "kind": "teacher",
            "classes_taught": "9-б, ПО-21",
            "competences": ["drawing", "физик и немного химик"],
            "workplace": "Колледж, мастер сварки",
            "own_children": "yes",
            "children_groups": "ПО21, 7В",
            "ages": ["from-14", "from-16"],
            "languages": ["ba", "чувашский"],
        },
    )
    one = await seen(village, anna, igor)
    assert {"9б", "9b", "по21"} <= one.taught
    assert {"по21", "7в"} <= one.childrens
    assert one.group is None
    assert one.ages == (14, 17)
    assert one.languages == {"ru", "ba", "чувашский"}
    assert one.competences == {"drawing", "physics"}  # named in own words as well as ticked
    assert one.own_words >= {"физика", "химик", "чертёж", "сварка"}


async def test_who_does_not_speak_russian_easily_gets_a_mentor_who_speaks_as_they_do(
    village: Village,
) -> None:
    anna = await village.curator()
    dima = await village.joins(anna, Role.MENTEE, answers={"languages": ["tt", "узбекский"]})
    only_russian = await village.joins(anna, Role.MENTOR)
    tatar = await village.joins(anna, Role.MENTOR, answers={"languages": ["tt"]})
    uzbek = await village.joins(anna, Role.MENTOR, answers={"languages": ["Узбекский"]})
    assert (await seen(village, anna, dima)).languages == {"tt", "узбекский"}
    found = await pool(village, anna, around=dima)
    asked = village.profile.forms, found.facts, village.profile.matching.usual
    broken = {
        mentor.participation_id: last_obstacle(found.mentees[0], [mentor], *asked)
        for mentor in found.mentors
    }
    assert broken == {
        only_russian.participation_id: "rule-language",
        tatar.participation_id: NO_PLACE,
        uzbek.participation_id: NO_PLACE,
    }


async def test_own_words_meet_the_catalogue(village: Village) -> None:
    anna = await village.curator()
    dima = await village.joins(anna, Role.MENTEE, answers={"needs": ["подтянуть физику"]})
    ticked = await village.joins(anna, Role.MENTOR, answers={"competences": ["physics"]})
    wrote = await village.joins(anna, Role.MENTOR, answers={"competences": ["бывший физик"]})
    other = await village.joins(anna, Role.MENTOR, answers={"competences": ["english"]})
    words = (await seen(village, anna, dima)).own_words
    assert words & (await seen(village, anna, ticked)).own_words
    assert words & (await seen(village, anna, wrote)).own_words
    assert not words & (await seen(village, anna, other)).own_words


async def test_what_was_not_asked_forbids_nothing(village: Village) -> None:
    anna = await village.curator()
    dima = await village.joins(anna, Role.MENTEE)
    one = await seen(village, anna, dima)
    assert not one.languages | one.taught | one.own_words
    assert one.ages is None
    igor = await village.joins(anna, Role.MENTOR)
    assert (await seen(village, anna, igor)).languages == {"ru"}


async def test_what_failed_is_avoided_and_what_ended_well_is_not(village: Village) -> None:
    anna = await village.curator()
    dima = await village.joins(anna, Role.MENTEE)
    said_no, ended, finished = [await village.joins(anna, Role.MENTOR) for _ in range(3)]
    pair_id = await village.proposes(anna, dima, said_no)
    await pairs.answer(
        village.db, await village.actor(said_no), pair_id=pair_id, accepts=False,
        profile=village.profile,
    )  # fmt: skip
    for mentor, reason in ((ended, "not-a-match"), (finished, FINISHED)):
        pair_id = await village.pair(anna, dima, mentor)
        await pair_ending.end(
            village.db, await village.actor(anna), pair_id=pair_id, reason=reason
        )
    one = await seen(village, anna, dima)
    assert one.declined_with == {said_no.person_id, ended.person_id}


async def test_around_one_person_stand_only_those_of_the_other_side(village: Village) -> None:
    anna = await village.curator()
    dima, _other = [await village.joins(anna, Role.MENTEE) for _ in range(2)]
    igor = await village.joins(anna, Role.MENTOR)
    found = await pool(village, anna, around=dima)
    assert [one.participation_id for one in found.mentees] == [dima.participation_id]
    assert [one.participation_id for one in found.mentors] == [igor.participation_id]
    assert replace(found, names={}).facts.year == 2030


async def test_the_number_of_queries_does_not_grow_with_the_people(
    sqlite_village: Village,
) -> None:
    village = sqlite_village
    anna = await village.curator()

    async def queries() -> int:
        with counted(village.db) as statements:
            await pool(village, anna)
        return len(statements)

    await village.joins(anna, Role.MENTEE, answers={"needs": ["физика"]})
    await village.joins(anna, Role.MENTOR)
    few = await queries()
    for _ in range(4):
        await village.joins(anna, Role.MENTEE, answers={"needs": ["химия"]})
        await village.joins(anna, Role.MENTOR, answers={"competences": ["сварщик"]})
    assert await queries() == few


async def test_who_has_a_mentor_does_not_take_the_turn_of_who_waits(
    village: Village, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The longest approved came first, paired or not: beyond the limit nobody was ever seen."""
    monkeypatch.setattr(matching_pool, "MOST_CANDIDATES", 1)
    anna = await village.curator()
    first, igor = await village.joins(anna, Role.MENTEE), await village.joins(anna, Role.MENTOR)
    await village.pair(anna, first, igor)
    second = await village.joins(anna, Role.MENTEE)
    assert (await pool(village, anna)).of(second.participation_id) is not None
