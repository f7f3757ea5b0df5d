"""The regional coordinator sees totals, and in them nobody."""

import pytest

from bot.domain.access import Actor, Role
from bot.domain.errors import NotAllowed
from bot.usecases.programme import archives, programmes, regions
from tests.village import Village


async def coordinator(village: Village) -> Actor:
    account = village.account()
    await village.opens(account, (await village.issue(Role.REGION, "Центр")).token)
    return await village.actor(account)


async def test_small_numbers_are_hidden_and_large_ones_are_not(village: Village) -> None:
    anna = await village.curator()
    boris = await village.curator("Лицей", "Рост")
    for _ in range(6):
        await village.joins(anna, Role.MENTEE)
    await village.joins(boris, Role.MENTEE)
    await village.joins(boris, Role.MENTOR)
    seen = await regions.totals(village.db, await coordinator(village))
    assert (seen.organisations, seen.programmes) == (2, 2)
    assert (seen.mentees, seen.mentors, seen.pairs) == (7, None, 0)
    assert [(one.organisation, one.mentees, one.mentors) for one in seen.houses] == [
        ("Колледж №1", None, 0),  # with the other one it would give that away
        ("Лицей", None, None),
    ]


async def test_somebody_in_two_programmes_is_one_person(village: Village) -> None:
    anna = await village.curator()
    me = await village.actor(anna)
    for _ in range(5):
        await village.joins(anna, Role.MENTEE)
    second = await archives.copy(village.db, me, programme_id=anna.programme_id)
    desk = await programmes.desk(village.db, me, programme_id=second, profile=village.profile)
    assert desk.people == 0
    seen = await regions.totals(village.db, await coordinator(village))
    assert (seen.programmes, seen.mentees, seen.houses[0].mentees) == (2, 5, 5)
    await archives.archive(village.db, me, programme_id=anna.programme_id)
    seen = await regions.totals(village.db, await coordinator(village))
    assert (seen.programmes, seen.mentees) == (1, 0)


async def test_a_coordinator_enters_no_programme(village: Village) -> None:
    anna = await village.curator()
    with pytest.raises(NotAllowed):
        await programmes.desk(
            village.db,
            await coordinator(village),
            programme_id=anna.programme_id,
            profile=village.profile,
        )
    with pytest.raises(NotAllowed):
        await regions.totals(village.db, await village.actor(anna))
