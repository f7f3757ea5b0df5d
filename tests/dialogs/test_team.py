"""The team of a programme, as conversations: who comes in by a role sees that role and no more."""

from uuid import UUID

import pytest

from bot.domain.access import Role
from bot.usecases.team import team
from sandbox.people import Person
from tests.dialogs.cast import DIMA, IGOR, at_desk, comes
from tests.town import House


async def in_room(anna: Person, room: str) -> None:
    await at_desk(anna)
    await anna.clicks("Ещё…")
    await anna.waits_for("Ещё по программе")
    await anna.clicks(room)


async def appointed(house: House, role: Role, name: str) -> Person:
    """Somebody of the team of Anna's programme, with a name."""
    db, world = house.stage.parts.db, house.world
    link = await team.invite_member(
        db, await world.actor(101), role=role, programme_id=house.programme_id
    )
    somebody = await house.newcomer(name)
    await somebody.starts(link.token)
    await somebody.waits_for("Добро пожаловать в команду")
    await somebody.says(name)
    await somebody.waits_for_button("Траектория")
    return somebody


async def test_a_psychologist_is_invited_comes_in_and_is_let_go(house: House) -> None:
    anna = await house.curator()
    await in_room(anna, "Команда")
    await anna.waits_for("Анна Петрова — куратор, все программы (это вы)")
    await anna.clicks("Пригласить в команду")
    await anna.waits_for("Психолог — читает заявки")
    await anna.clicks("Психолога")
    await anna.waits_for("Где будет работать психолог?")
    await anna.clicks("Только «Траектория»")
    await anna.waits_for("Вас приглашают психологом")
    link = anna.links[0]
    await anna.waits_for("сработает один раз")

    olga = await house.newcomer("Ольга")
    await olga.starts(link)
    await olga.waits_for("Вы психолог: «Траектория»")
    await olga.says("Ольга Смирнова")
    await olga.waits_for_button("Траектория")
    await olga.clicks("Траектория")
    await olga.waits_for_button("Заявки")
    assert not {"Пригласить", "Мониторинг", "Сводка"} & set(olga.buttons)

    stranger = await house.newcomer("Зоя")
    await stranger.starts(link)
    await stranger.waits_for("больше не действует")

    await in_room(anna, "Команда")
    await anna.waits_for("Ольга Смирнова — психолог")
    await anna.clicks("✕ Ольга")
    await anna.waits_for("Вывести из команды: Ольга Смирнова?")
    await anna.clicks("Да, закрыть доступ")
    await anna.waits_for("Анна Петрова — куратор")
    assert "Ольга" not in anna.sees
    await olga.clicks("Заявки")
    await olga.waits_for_alert("недоступно")


async def test_the_last_curator_cannot_leave(house: House) -> None:
    anna = await house.curator()
    await in_room(anna, "Команда")
    await anna.waits_for_button("✕ Анна Петрова")
    await anna.clicks("✕ Анна Петрова")
    await anna.waits_for("Сложить с себя роль?")
    await anna.clicks("Да, закрыть доступ")
    await anna.waits_for_alert("Других кураторов нет")


SEES = {
    Role.DEPUTY: {
        "Пригласить",
        "📝 Заявки",
        "🤝 Подобрать пары",
        "Пары",
        "Мониторинг",
        "🗂 Рабочий стол",
        "Ещё…",
    },
    Role.PSYCHOLOGIST: {"📝 Заявки", "Пары", "Ещё…"},
    Role.CLASS_TEACHER: {"Пригласить", "Ещё…"},
    Role.HEAD: {"Пары", "Мониторинг", "Ещё…"},
}


@pytest.mark.parametrize("role", SEES)
async def test_each_role_sees_its_own_buttons(house: House, role: Role) -> None:
    await house.curator()
    olga = await appointed(house, role, "Ольга")
    assert not any("Новая программа" in label for label in olga.buttons)
    await olga.clicks("Траектория")
    await olga.waits_for_button("Ещё…")
    assert set(olga.buttons) == SEES[role] | {"☰ В меню"}


async def test_a_class_teachers_menu_calls_to_no_application_that_she_cannot_open(
    house: House,
) -> None:
    anna = await house.curator()
    await comes(house, DIMA, state="applied")
    await anna.says("/menu")
    await anna.waits_for_button("Траектория · заявок: 1")
    olga = await appointed(house, Role.CLASS_TEACHER, "Ольга")
    await olga.says("/menu")
    await olga.waits_for_button("Траектория · пар: 0")


async def test_a_class_teacher_invites_pupils_only(house: House) -> None:
    await house.curator()
    olga = await appointed(house, Role.CLASS_TEACHER, "Ольга")
    await olga.clicks("Траектория")
    await olga.waits_for_button("Пригласить")
    await olga.clicks("Пригласить")
    await olga.waits_for("Кого пригласить?")
    assert olga.buttons == [
        "Наставляемых", "✉️ Все ссылки, лист для стены", "‹ Назад", "☰ В меню",
    ]  # fmt: skip
    await olga.clicks("Наставляемых")
    await olga.waits_for("зовёт в программу наставничества")


async def test_somebody_with_two_hats_sees_which_is_which(house: House) -> None:
    await house.curator()
    igor = await comes(house, IGOR)
    link = await team.invite_member(
        house.stage.parts.db,
        await house.world.actor(101),
        role=Role.HEAD,
        programme_id=house.programme_id,
    )
    await igor.starts(link.token)
    await igor.waits_for("Вы руководитель организации")
    assert "Команда знает вас по имени" in igor.sees
    await igor.clicks("В меню")
    await igor.waits_for("Я участвую")
    assert "Я в команде" in igor.sees
    assert "Ваш путь · «Траектория»" in igor.sees


async def test_a_regional_coordinator_sees_numbers_without_names(house: House) -> None:
    await house.curator()
    await comes(house, DIMA)
    vera = await house.newcomer("Вера")
    await vera.starts(await house.stage.invite(Role.REGION, "Центр"))
    await vera.waits_for("Вы региональный координатор")
    await vera.says("Вера Павлова")
    await vera.waits_for_button("Картина по региону")
    assert not any("Траектория" in label for label in vera.buttons)
    await vera.clicks("Картина по региону")
    await vera.waits_for("Цифры ещё считаются")
    await house.passes(minutes=2)
    await vera.says("/menu")
    await vera.waits_for_button("Картина по региону")
    await vera.clicks("Картина по региону")
    await vera.waits_for("В боте: наставляемых …")
    assert "Дима" not in vera.sees


async def test_the_team_in_english(house: House) -> None:
    await house.curator(language="en")
    anna = await house.town.person(101)
    await anna.says("/language")
    await anna.waits_for_button("English")
    await anna.clicks("English")
    await anna.waits_for("pairs")
    await anna.says("/menu")
    await anna.waits_for_button("Траектория")
    await anna.clicks("Траектория")
    await anna.waits_for_button("More…")
    await anna.clicks("More…")
    await anna.waits_for_button("Team")
    await anna.clicks("Team")
    await anna.waits_for("Анна Петрова: curator, all programmes (you)")
    await anna.clicks("Invite into the team")
    await anna.waits_for("Class teacher: invites and enters their own learners")
    await anna.clicks("Class teacher")
    await anna.waits_for("Where will the class teacher work?")
    await anna.clicks("All programmes")
    await anna.waits_for("You are invited as class teacher")


async def test_a_forged_choice_of_a_role_invites_nobody(house: House) -> None:
    from tests.dialogs.cast import forges

    anna = await house.curator()
    await in_room(anna, "Команда")
    await anna.waits_for_button("Пригласить в команду")
    await anna.clicks("Пригласить в команду")
    shown = await anna.waits_for("Кого пригласить в команду?")
    intent = shown.inline[0][0]["data"].partition("\x1d")[0]
    before = len(anna.letters)
    await forges(house, anna, f"{intent}\x1drole:operator")
    await forges(house, anna, f"{intent}\x1drole:{UUID(int=7)}")
    assert anna.alerts
    assert not any("приглашают" in one.text for one in anna.letters[before:])


async def test_one_of_two_curators_gives_up_the_role(house: House) -> None:
    anna = await house.curator()
    vera = await house.newcomer("Вера")
    await vera.starts(await house.stage.invite(Role.CURATOR, "Колледж №1"))
    await vera.waits_for_button("Траектория")
    await in_room(anna, "Команда")
    await anna.waits_for_button("✕ Анна Петрова")
    await anna.clicks("✕ Анна Петрова")
    await anna.waits_for("Сложить с себя роль?")
    await anna.clicks("Да, закрыть доступ")
    await anna.waits_for("Пока здесь пусто")
    assert not any("Траектория" in label for label in anna.buttons)
