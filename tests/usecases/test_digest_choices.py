"""The curator's digest comes when it was chosen, about what was chosen, and only with something."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from bot.domain.access import Role
from bot.domain.errors import Gone, NotAllowed
from bot.domain.health import Alert
from bot.domain.moments import local
from bot.domain.notices import Notice
from bot.domain.pair_words import About
from bot.domain.programmes import Programme
from bot.storage import tables as t
from bot.usecases.letters import Desk, compose
from bot.usecases.monitoring import digest_choices, digests
from bot.usecases.monitoring.digests import Digest
from bot.usecases.pairs import asking, check_ins
from bot.usecases.pairs.check_ins import TalkList
from tests.usecases.test_digest_marks import Trio, trio
from tests.village import ZONE, Curator, Member, Village

__all__ = ["trio"]


async def hears(village: Village, anna: Curator, often: str, weekday: int, hour: int) -> None:
    await digest_choices.hear(
        village.db, await village.actor(anna), programme_id=anna.programme_id,
        often=often, weekday=weekday, hour=hour,
    )  # fmt: skip


async def planned(village: Village) -> list[Notice]:
    await digests.plan_due(village.db)
    async with village.db.reading() as tx:
        n = t.notices.c
        query = select(Notice).where(n.kind == "digest").order_by(n.due_at, n.id)
        return list(await tx._session.scalars(query))


async def seen(village: Village, anna: Curator) -> Digest:
    return await digests.digest(
        village.db, await village.actor(anna), programme_id=anna.programme_id,
        profile=village.profile,
    )  # fmt: skip


async def test_a_new_choice_takes_the_place_of_what_was_planned(village: Village) -> None:
    anna = await village.curator()
    (first,) = await planned(village)
    assert (local(first.due_at, ZONE).weekday(), local(first.due_at, ZONE).hour) == (0, 9)
    await hears(village, anna, "weekly", 3, 16)
    (second,) = await planned(village)
    assert (local(second.due_at, ZONE).weekday(), local(second.due_at, ZONE).hour) == (3, 16)
    await hears(village, anna, "daily", 3, 8)
    (third,) = await planned(village)
    assert third.due_at - village.wall() <= timedelta(days=3)
    await hears(village, anna, "off", 3, 8)
    assert await planned(village) == []


async def test_nothing_comes_when_there_is_nothing(village: Village, trio: Trio) -> None:
    anna = trio[0]
    (notice,) = await planned(village)

    async def comes() -> bool:
        async with village.db.reading() as tx:
            return bool(await compose(Desk(tx, village.profile), [notice]))

    facts = await seen(village, anna)
    assert facts.waiting == 0
    assert not facts.needs_somebody
    assert not await comes()
    await village.pair(*trio)
    village.later(days=22)
    assert await comes()
    await hears(village, anna, "off", 0, 9)
    assert not await comes(), "switched off though it was planned"


async def test_what_was_switched_off_is_not_told_but_safety_is(
    village: Village, trio: Trio
) -> None:
    anna, dima, _ = trio
    pair_id = await village.pair(*trio)
    village.later(days=22)
    actor = await village.actor(anna)
    await digest_choices.turn(
        village.db, actor, programme_id=anna.programme_id, kind="silence"
    )
    assert (await seen(village, anna)).urgent == ()
    await asking.ask(
        village.db, await village.actor(dima), pair_id=pair_id, about=About.CHANGE,
        profile=village.profile,
    )
    (line,) = (await seen(village, anna)).urgent
    assert line.health.alerts == {Alert.ASKS}
    with pytest.raises(Gone):
        await digest_choices.turn(
            village.db, actor, programme_id=anna.programme_id, kind="asks"
        )
    with pytest.raises(NotAllowed):
        await digest_choices.turn(
            village.db, await village.actor(dima), programme_id=anna.programme_id, kind="plan"
        )


async def due(village: Village, anna: Curator) -> TalkList:
    return await check_ins.listed(
        village.db, await village.actor(anna), programme_id=anna.programme_id,
        profile=village.profile,
    )  # fmt: skip


async def talks(
    village: Village, anna: Curator, who: Member, role: Role, *, taken_back: bool = False
) -> None:
    await check_ins.talked(
        village.db, await village.actor(anna), programme_id=anna.programme_id,
        person_id=who.person_id, role=role, profile=village.profile, taken_back=taken_back,
    )  # fmt: skip


async def test_one_tap_notes_a_talk_and_another_takes_it_back(village: Village, trio: Trio) -> None:
    anna, dima, igor = trio
    await village.pair(*trio)
    assert (await due(village, anna)).due == ()
    village.later(days=17)
    found = await due(village, anna)
    assert [(one.name, one.check_in.late) for one in found.due] == [("Дима", 2), ("Игорь", 2)]
    assert (found.late, found.days, found.people) == (2, 2, 2)
    told = (await seen(village, anna)).talks
    assert told is not None
    assert (told.due, told.late, told.days) == (2, 2, 2)
    for _ in range(2):  # a second press
        await talks(village, anna, dima, Role.MENTEE)
    found = await due(village, anna)
    assert [one.name for one in found.due] == ["Игорь"]
    assert [one.name for one in found.just] == ["Дима"]
    await talks(village, anna, igor, Role.MENTOR)
    await talks(village, anna, dima, Role.MENTEE, taken_back=True)
    found = await due(village, anna)
    assert [one.name for one in found.due] == ["Дима"]
    assert [one.name for one in found.just] == ["Игорь"]
    with pytest.raises(Gone):
        await talks(village, anna, dima, Role.MENTOR)
    await digest_choices.turn(
        village.db, await village.actor(anna), programme_id=anna.programme_id, kind="talks"
    )
    assert (await seen(village, anna)).talks is None


async def test_a_standard_that_begins_in_mid_year_begins_with_nobody_late(
    village: Village, trio: Trio
) -> None:
    anna = trio[0]
    await village.pair(*trio)
    village.later(days=60)
    assert (await due(village, anna)).late == 2
    async with village.db.transaction() as tx:
        programme = await tx.get(Programme, anna.programme_id)
        programme.talks_since = local(village.wall(), ZONE).date()
    assert (await due(village, anna)).due == ()
    village.later(days=16)
    assert [one.check_in.late for one in (await due(village, anna)).due] == [1, 1]
    for _ in range(2):  # off, and on again
        await digest_choices.turn(
            village.db, await village.actor(anna), programme_id=anna.programme_id, kind="talks"
        )
    assert (await due(village, anna)).due == ()
    told = (await seen(village, anna)).talks
    assert told is not None
    assert (told.due, told.late) == (0, 0)
