"""Taking over a table: all of it or nothing, nobody twice, and a link that fits one person only."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import func, select

from bot.domain.access import Role
from bot.domain.bases import Entry
from bot.domain.errors import (
    AlreadyHere,
    Gone,
    InvitationNotValid,
    LinkForAnother,
    NotAllowed,
)
from bot.domain.participations import Participation, ParticipationState
from bot.domain.people import AgeBand, Person
from bot.storage.stores.bases import BaseStore
from bot.storage.tables import invitations, memberships, notices, participations, people, responses
from bot.usecases.bases import base_import, bases
from bot.usecases.joining import intake
from bot.usecases.monitoring import surveys
from tests.village import Curator, Member, Village


def entry(row: int, name: str, born: int | None = 2010, group: str | None = "9Б") -> Entry:
    answers: dict[str, Any] = {"name": name, "birth_year": born, "group": group}
    answers["needs"] = {"options": ["maths"], "own": None}
    return Entry(row, {key: value for key, value in answers.items() if value is not None})


async def take_over(
    village: Village, anna: Curator, *entries: Entry, role: Role = Role.MENTEE
) -> int:
    return await base_import.take_over(
        village.db,
        await village.actor(anna),
        programme_id=anna.programme_id,
        role=role,
        entries=entries,
        profile=village.profile,
        progress=lambda _: None,
    )


async def links(village: Village, anna: Curator) -> dict[str, str]:
    made = await base_import.links(
        village.db, await village.actor(anna), programme_id=anna.programme_id, role=None
    )
    return {one.name: one.token for one in made.links}


async def one_link(village: Village, anna: Curator, name: str = "Лена Кузнецова") -> str:
    await take_over(village, anna, entry(2, name, born=2000))
    return (await links(village, anna))[name]


async def number(village: Village, table: Any) -> int:
    async with village.db.reader.connect() as connection:
        return (await connection.execute(select(func.count()).select_from(table))).scalar_one()


async def everybody(village: Village, anna: Curator, words: str = "") -> list[bases.Line]:
    found = await bases.listed(
        village.db,
        await village.actor(anna),
        programme_id=anna.programme_id,
        role=Role.MENTEE,
        words=words,
    )
    return list(found.lines)


async def test_a_row_becomes_a_person_without_account_consent_or_letter(village: Village) -> None:
    anna = await village.curator()
    before = await number(village, memberships)
    assert await take_over(village, anna, entry(2, "Лена"), entry(3, "Дима")) == 2
    [dima, lena] = await everybody(village, anna)
    assert (dima.name, lena.name) == ("Дима", "Лена")
    assert lena.state is ParticipationState.CONSENT
    assert lena.invited
    assert await number(village, notices) == 0
    assert await number(village, memberships) == before, "no role before they come"


async def test_a_failure_half_way_leaves_nobody(
    village: Village, monkeypatch: pytest.MonkeyPatch
) -> None:
    anna = await village.curator()
    entries = [entry(n, f"Человек {n}") for n in range(base_import.BATCH * 2)]
    told: list[int] = []
    add = BaseStore.add

    async def breaks(self: BaseStore, **rows: Sequence[Any]) -> None:
        if told[-1] > 0:
            raise RuntimeError("the disk is full")
        await add(self, **rows)

    monkeypatch.setattr(BaseStore, "add", breaks)
    with pytest.raises(RuntimeError):
        await base_import.take_over(
            village.db,
            await village.actor(anna),
            programme_id=anna.programme_id,
            role=Role.MENTEE,
            entries=entries,
            profile=village.profile,
            progress=told.append,
        )
    assert told == [0, base_import.BATCH]
    for table in (people, participations, responses):
        assert await number(village, table) == (1 if table is people else 0)


async def test_doubles_are_known_by_name_year_and_group(village: Village) -> None:
    anna = await village.curator()
    await take_over(village, anna, entry(2, "Ёлкина Алёна"))
    checked = await base_import.check(
        village.db,
        await village.actor(anna),
        programme_id=anna.programme_id,
        role=Role.MENTEE,
        entries=[
            entry(2, "елкина  АЛЕНА", group="9-б"),
            entry(3, "Ёлкина Алёна", born=None, group=None),
            entry(4, "Ёлкина Алёна", born=2011),
            entry(5, "Ёлкина Алёна", group="9А"),
            entry(6, "Ёлкина Алёна", group="9А"),
        ],
    )
    assert [one.row for one in checked.new] == [4, 5]
    assert [(one.row, one.earlier_row) for one in checked.doubles] == [
        (2, None), (3, None), (6, 5),
    ]  # fmt: skip


async def test_somebody_who_applied_by_themselves_is_not_added_again(village: Village) -> None:
    anna = await village.curator()
    await village.applies(anna, Role.MENTEE, name="Лена Кузнецова", born="2000")
    assert await take_over(village, anna, entry(2, "Лена Кузнецова", 2000, "ПО-21")) == 0


async def test_the_link_brings_its_person_with_the_answers_to_confirm(village: Village) -> None:
    anna = await village.curator()
    token = await one_link(village, anna)
    account = village.account()
    opened = await village.opens(account, token)
    assert opened.new
    assert opened.participation_id is not None
    lena = Member(account, opened.person_id, opened.participation_id)
    assert (await village.actor(lena)).roles == {Role.MENTEE}
    async with village.db.reading() as tx:
        assert (await tx.get(Participation, lena.participation_id)).entered_by is None
    with pytest.raises(NotAllowed):
        await surveys.screen(
            village.db, await village.actor(anna), response_id=await form_id(village, lena)
        )
    await village.agrees(lena)
    form = await intake.form_of(
        village.db, await village.actor(lena), participation_id=lena.participation_id
    )
    screen = await surveys.screen(village.db, await village.actor(lena), response_id=form)
    assert screen.answers["name"] == "Лена Кузнецова"
    assert screen.item is not None
    assert screen.item.key == "kind"  # the first that the table did not say
    assert (await village.opens(account, token)).participation_id == lena.participation_id
    with pytest.raises(InvitationNotValid):
        await village.opens(village.account(), token)


async def test_a_child_from_a_table_is_asked_for_the_day_of_birth(village: Village) -> None:
    """The guardian's consent opened a form that had begun in the table, without the age in it."""
    anna = await village.curator()
    await take_over(village, anna, entry(2, "Миша Белов", born=2018))
    account = village.account()
    opened = await village.opens(account, (await links(village, anna))["Миша Белов"])
    assert opened.participation_id is not None
    misha = Member(account, opened.person_id, opened.participation_id)
    await village.agrees(misha, AgeBand.UNDER_14)
    await village.guardian(misha)
    assert await village.state(misha) is ParticipationState.FORM
    form = await form_id(village, misha)
    screen = await surveys.screen(village.db, await village.actor(misha), response_id=form)
    assert screen.item is not None
    assert screen.item.key == "birth_date"
    assert screen.answers["name"] == "Миша Белов"


async def form_id(village: Village, member: Member) -> UUID:
    async with village.db.reading() as tx:
        found = (await tx.get(Participation, member.participation_id)).response_id
    assert found is not None
    return found


async def test_a_newer_link_makes_the_older_one_void(village: Village) -> None:
    anna = await village.curator()
    older = await one_link(village, anna)
    newer = (await links(village, anna))["Лена Кузнецова"]
    with pytest.raises(InvitationNotValid):
        await village.opens(village.account(), older)
    await village.opens(village.account(), newer)


async def test_nobody_left_to_invite_is_said(village: Village) -> None:
    anna = await village.curator()
    with pytest.raises(Gone):
        await links(village, anna)


async def test_an_account_that_stopped_at_the_door_becomes_the_person(village: Village) -> None:
    anna = await village.curator()
    token = await one_link(village, anna)
    came = await village.enters(anna, Role.MENTEE)
    opened = await village.opens(came.account, token)
    assert opened.person_id == came.person_id
    [line] = await everybody(village, anna)
    assert (line.name, line.invited) == ("Лена Кузнецова", False)
    assert line.participation_id == opened.participation_id
    assert await number(village, people) == 2  # Anna and Lena, nobody twice
    assert (await village.opens(came.account, token)).person_id == came.person_id
    await village.agrees(Member(came.account, came.person_id, line.participation_id))


async def test_who_applied_meanwhile_keeps_their_own_form(village: Village) -> None:
    anna = await village.curator()
    token = await one_link(village, anna)
    lena = await village.applies(anna, Role.MENTEE, name="Кузнецова Лена", born="2000")
    with pytest.raises(LinkForAnother):
        await village.opens(lena.account, token)
    dina = await village.applies(anna, Role.MENTEE, name="лена кузнецова", born="2000")
    opened = await village.opens(dina.account, token)
    assert opened.participation_id == dina.participation_id
    names = sorted(line.name or "" for line in await everybody(village, anna))
    assert names == ["Кузнецова Лена", "лена кузнецова"]


async def test_a_namesake_born_in_another_year_is_somebody_else(village: Village) -> None:
    anna = await village.curator()
    token = await one_link(village, anna)
    other = await village.joins(anna, Role.MENTOR, name="Лена Кузнецова", born="1980")
    with pytest.raises(LinkForAnother):
        await village.opens(other.account, token)


async def test_a_mothers_account_does_not_become_her_child(village: Village) -> None:
    anna = await village.curator()
    child = await village.minor(anna)
    mother = await village.guardian(child)
    token = await one_link(village, anna, "Миша Кузнецов")
    for account in (mother, anna.account):
        with pytest.raises(LinkForAnother):
            await village.opens(account, token)
    assert (await everybody(village, anna, "миша"))[0].invited, "the link still waits for Misha"
    await village.opens(village.account(), token)


async def test_a_mentor_here_already_gets_the_second_role_by_name(village: Village) -> None:
    anna = await village.curator()
    igor = await village.joins(anna, Role.MENTOR, name="Лена Кузнецова", born="2000")
    token = await one_link(village, anna)
    opened = await village.opens(igor.account, token)
    assert opened.person_id == igor.person_id
    assert (await village.actor(igor)).roles == {Role.MENTOR, Role.MENTEE}
    async with village.db.reading() as tx:
        assert (await tx.get(Person, igor.person_id)).birth_year == 2000


async def test_removing_leaves_no_trace_and_spares_who_has_come(village: Village) -> None:
    anna = await village.curator()
    token = await one_link(village, anna)
    [line] = await everybody(village, anna)
    actor = await village.actor(anna)
    await base_import.remove(village.db, actor, participation_id=line.participation_id)
    for table in (participations, responses):
        assert await number(village, table) == 0
    assert await number(village, people) == 1
    async with village.db.reader.connect() as connection:
        kept = await connection.execute(select(invitations.c.id).where(
            invitations.c.person_id.is_not(None)))  # fmt: skip
        assert kept.all() == []
    with pytest.raises(InvitationNotValid):
        await village.opens(village.account(), token)

    opened = await village.opens(village.account(), await one_link(village, anna))
    assert opened.participation_id is not None
    with pytest.raises(AlreadyHere):
        await base_import.remove(village.db, actor, participation_id=opened.participation_id)


async def test_the_list_is_searched_without_capitals_and_dots(village: Village) -> None:
    anna = await village.curator()
    await take_over(
        village, anna, entry(2, "Пётр Ёжиков"), entry(3, "Анна 100%"), entry(4, "Оля Ким")
    )
    for words, names in (
        ("ЕЖИК", ["Пётр Ёжиков"]),
        ("ё", ["Пётр Ёжиков"]),
        ("%", ["Анна 100%"]),
        ("_", []),
        ("  оля   ким ", ["Оля Ким"]),
        ("", ["Анна 100%", "Оля Ким", "Пётр Ёжиков"]),
    ):
        assert [line.name for line in await everybody(village, anna, words)] == names, words


async def test_a_name_typed_later_is_searchable_too(village: Village) -> None:
    anna = await village.curator()
    await village.applies(anna, Role.MENTEE, name="Артём Щёкин")
    assert [line.name for line in await everybody(village, anna, "щек")] == ["Артём Щёкин"]


async def test_two_imports_at_once_add_nobody_twice(village: Village) -> None:
    import asyncio

    anna = await village.curator()
    entries = [entry(n, f"Человек {n}") for n in range(2, 40)]
    added = await asyncio.gather(*(take_over(village, anna, *entries) for _ in range(3)))
    assert sorted(added) == [0, 0, 38]
