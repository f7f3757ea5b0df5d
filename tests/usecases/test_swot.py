"""What is written in surveys comes to the board once, of enough people, and of nobody."""

import asyncio
from datetime import timedelta
from uuid import UUID

import pytest
from sqlalchemy import select

from bot.domain.access import Role
from bot.domain.errors import Gone
from bot.domain.people import Person
from bot.domain.responses import Response, ResponseState
from bot.domain.swot import Side, SwotEntry
from bot.storage.database import Transaction
from bot.storage.tables import responses, swot_entries, waves
from bot.usecases.monitoring import swot
from tests.village import Curator, Village


async def board(village: Village, anna: Curator) -> swot.SwotBoard:
    me = await village.actor(anna)
    return await swot.board(
        village.db, me, programme_id=anna.programme_id, profile=village.profile
    )


async def collects(village: Village, anna: Curator) -> swot.Collected:
    me = await village.actor(anna)
    return await swot.collect(
        village.db, me, programme_id=anna.programme_id, profile=village.profile
    )


async def written(village: Village, anna: Curator, words: list[str]) -> None:
    """A closed wave in which so many mentees have written what should change."""
    dima = await village.joins(anna, Role.MENTEE, name="Дима Орлов")
    igor = await village.joins(anna, Role.MENTOR, name="Игорь Сафонов")
    await village.pair(anna, dima, igor)
    wave_id = await village.opens_wave(anna)
    async with village.db.transaction() as tx:
        asked = await tx._session.scalars(select(Response).where(responses.c.wave_id == wave_id))
        [first, *rest] = asked
        for one in rest:
            one.role = Role.MENTOR
        for words_ in words:
            tx.add(
                Response(
                    organisation_id=first.organisation_id, programme_id=first.programme_id,
                    person_id=await _person(tx), questionnaire_id=first.questionnaire_id,
                    wave_id=wave_id, role=Role.MENTEE, form="pupil_pupil",
                    state=ResponseState.FINISHED,
                    answers={"useful": 8, "comfort": 8, "often": "weekly", "glad": True,
                             "change": words_},
                )
            )
    village.later(days=11)
    async with village.db.statements() as connection:
        await connection.execute(
            waves.update().values(state="closed", closed_at=village.wall() - timedelta(days=1))
        )


async def _person(tx: Transaction) -> UUID:
    person = Person(locale="ru", created_at=tx.now, name="Кто-то")
    tx.add(person)
    await tx.flush()
    return person.id


TEN = ["Больше встреч"] * 6 + ["больше встреч!"] * 2 + ["Дима опаздывает", "Короче анкеты"]


async def test_ten_pupils_words_come_once_and_without_names(village: Village) -> None:
    anna = await village.curator()
    await written(village, anna, TEN)
    assert (await board(village, anna)).to_collect == 1
    assert await collects(village, anna) == swot.Collected(3, too_few=False)
    assert await collects(village, anna) == swot.Collected(0, too_few=False)
    found = (await board(village, anna)).sides[Side.WEAKNESS]
    assert {one.words: one.said for one in found} == {
        "Больше встреч": 8, "Короче анкеты": 1, "… опаздывает": 1,
    }  # fmt: skip
    assert found[0].said == 8
    assert (await board(village, anna)).to_collect == 0
    async with village.db.reading() as tx:
        rows = await tx._session.execute(select(swot_entries))
        people = set(await tx._session.scalars(select(responses.c.person_id)))
    for row in rows:
        assert not people & set(row), "the board knows whose words these are"


async def test_a_telephone_that_somebody_wrote_stays_off_the_board(village: Village) -> None:
    """Bug: it stood there for the team, and in the report that leaves the house."""
    anna = await village.curator()
    await written(village, anna, [*TEN[:9], "Звоните +7 (912) 345-67-89"])
    await collects(village, anna)
    found = (await board(village, anna)).sides[Side.WEAKNESS]
    assert "Звоните …" in {one.words for one in found}


async def test_two_presses_at_once_collect_once(village: Village) -> None:
    anna = await village.curator()
    await written(village, anna, TEN)
    found = await asyncio.gather(collects(village, anna), collects(village, anna))
    assert sorted(one.entries for one in found) == [0, 3]
    assert not any(one.too_few for one in found)
    assert len((await board(village, anna)).sides[Side.WEAKNESS]) == 3


async def test_nine_pupils_words_stay_unsaid(village: Village) -> None:
    anna = await village.curator()
    await written(village, anna, TEN[:9])
    assert await collects(village, anna) == swot.Collected(0, too_few=True)
    assert (await board(village, anna)).sides[Side.WEAKNESS] == ()


async def test_the_curator_writes_merges_tags_and_takes_out(village: Village) -> None:
    anna = await village.curator()
    me = await village.actor(anna)
    ids = [
        await swot.write(
            village.db, me, programme_id=anna.programme_id, side=Side.STRENGTH, words=words
        )
        for words in (
            "Наставники приходят вовремя", "Наставники всегда приходят вовремя", "Кружки",
        )
    ]  # fmt: skip
    pair = await swot.likely_same(
        village.db, me, programme_id=anna.programme_id, side=Side.STRENGTH,
        profile=village.profile,
    )  # fmt: skip
    assert pair is not None
    assert {one.entry_id for one in pair} == set(ids[:2])
    await swot.merge(village.db, me, entry_id=ids[0], other_id=ids[1])
    with pytest.raises(Gone):  # somebody else is still at it
        await swot.edit(village.db, me, entry_id=ids[1], words="Никто этого не увидит")
    with pytest.raises(Gone):  # a second press
        await swot.merge(village.db, me, entry_id=ids[0], other_id=ids[1])
    await swot.tag(
        village.db, me, entry_id=ids[0], form="pupil_pupil", profile=village.profile
    )
    await swot.edit(village.db, me, entry_id=ids[0], words="Игорь приходит вовремя")
    await swot.take_out(village.db, me, entry_id=ids[2])
    found = await board(village, anna)
    assert [(one.words, one.said) for one in found.sides[Side.STRENGTH]] == [
        ("Игорь приходит вовремя", 2)  # nobody of that name is here
    ]
    form = village.profile.form("pupil_pupil")
    assert form is not None
    assert found.sides[Side.STRENGTH][0].form == form.title
    assert [one.words for one in found.out] == ["Кружки"]
    await swot.put_back(village.db, me, entry_id=ids[2])
    assert len((await board(village, anna)).sides[Side.STRENGTH]) == 2
    with pytest.raises(Gone):
        await swot.entry(village.db, me, entry_id=ids[1], profile=village.profile)
    async with village.db.reading() as tx:
        assert (await tx.get(SwotEntry, ids[1])).merged_into == ids[0]
