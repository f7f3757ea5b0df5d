"""The menu, the language and /volunteer, as conversations."""

from datetime import date

from bot.dialogs.programme.doors import doors_for
from bot.dialogs.programme.rooms import ROOMS
from bot.domain.access import GRANTS, Role
from bot.usecases.programme import programmes
from tests.dialogs.cast import DIMA, IGOR, comes
from tests.town import House


async def test_a_mentee_sees_where_the_way_stands(house: House) -> None:
    await house.curator()
    dima = await comes(house, DIMA, state="applied")
    await dima.says("/menu")
    await dima.waits_for("Твой путь · «Траектория»")
    assert "✓ Анкета отправлена" in dima.sees
    assert "• Куратор читает анкету" in dima.sees
    assert "Дальше: подбор наставника" in dima.sees


async def test_after_the_decision_the_next_wait_is_said(house: House) -> None:
    await house.curator()
    igor = await comes(house, IGOR)
    await igor.says("/menu")
    await igor.waits_for("Ваш путь")
    assert "Куратор подбирает пару" in igor.sees


async def test_the_language_changes_at_once_and_back(house: House) -> None:
    await house.curator()
    dima = await comes(house, DIMA)
    await dima.says("/menu")
    await dima.clicks("Мои данные, язык")
    await dima.clicks("Язык")
    await dima.waits_for("Выберите язык")
    await dima.clicks("В меню")
    await dima.waits_for("Твой путь")
    await dima.clicks("Мои данные, язык")
    await dima.clicks("Язык")
    await dima.clicks("English")
    await dima.waits_for("Your path")
    await dima.clicks("My data, language")
    await dima.clicks("Language")
    await dima.clicks("Русский")
    await dima.waits_for("Твой путь")


async def test_of_two_programmes_each_button_says_which(house: House) -> None:
    """Two buttons said "Start" and "Change my form", and nobody could tell of what."""
    await house.curator()
    dima = await comes(house, DIMA)
    await dima.starts(await house.link(Role.MENTOR))
    await dima.says("/menu")
    await dima.waits_for("Нужно согласие на обработку данных")
    assert "Начать: «Траектория»" in dima.buttons
    assert "Изменить анкету: «Траектория»" in dima.buttons


async def test_a_curator_sees_programmes_with_counts(house: House) -> None:
    anna = await house.curator()
    await comes(house, DIMA, state="applied")
    await anna.says("/menu")
    await anna.waits_for("1 заявка ждёт решения")
    assert "Траектория · заявок: 1" in anna.buttons
    assert "➕ Новая программа" in anna.buttons


async def test_a_graduate_whom_nobody_knows_volunteers(house: House) -> None:
    await house.curator()
    vera = await house.newcomer("Вера")
    await vera.starts()
    await vera.says("/volunteer")
    await vera.waits_for("Помощь от выпускников")
    assert not any("меню" in one for one in vera.buttons)
    await vera.says("хочу помочь")
    await vera.waits_for("нажмите кнопку")
    await vera.clicks("Траектория")
    await vera.waits_for("Здесь выпускники предлагают помощь")
    await vera.clicks("Начать")
    await vera.clicks("18 и старше")
    await vera.clicks("Согласиться")
    await vera.waits_for("Анкета выпускника · 1 из")
    await vera.says("/volunteer")
    await vera.clicks("Траектория")
    await vera.waits_for("Анкета выпускника · 1 из")


async def test_nothing_open_is_said_plainly(house: House) -> None:
    vera = await house.newcomer("Vera", language="en")
    await vera.starts()
    await vera.says("/volunteer")
    await vera.waits_for("No programme is open")


async def test_an_old_menu_leads_to_the_fresh_one(house: House) -> None:
    await house.curator()
    dima = await comes(house, DIMA)
    await dima.says("/menu")
    old = await dima.waits_for("Твой путь")
    data = next(b["data"] for row in old.inline for b in row if b["text"] == "Мои данные, язык")
    await dima.presses(old.id, data)
    await dima.says("/menu")
    await dima.waits_for("Твой путь")
    await house.settles()
    assert "Мои данные, язык" in dima.buttons


async def test_a_guardian_without_a_consent_sees_what_to_do(house: House) -> None:
    await house.curator()
    lena = await house.newcomer("Лена")
    await lena.starts(await house.link(Role.MENTEE))
    await lena.clicks("Русский")
    await lena.says("/menu")
    await lena.waits_for("Нужно согласие")
    await lena.clicks("Начать")
    await lena.waits_for("Это бот программы")


async def test_buttons_that_do_not_fit_are_a_page_further(house: House) -> None:
    anna = await house.curator()
    for number in range(8):
        await programmes.create(
            house.stage.parts.db,
            await house.world.actor(anna.id),
            name=f"Поток {number}",
            forms=["employer_learner"],
            starts_on=date(2030, 1, 1),
            ends_on=date(2030, 5, 31),
        )
    await anna.says("/menu")
    await anna.waits_for("Поток 7")
    assert "Поток 7 · пар: 0" not in anna.buttons
    await anna.clicks("Ещё (5)")
    await anna.waits_for_button("Поток 7 · пар: 0")
    assert "➕ Новая программа" in anna.buttons
    await anna.clicks("Ещё")
    await anna.waits_for_button("Траектория")


def test_nobody_has_more_than_seven_other_rooms() -> None:
    """A curator had nine; whoever sees no lists still finds where to enter somebody."""
    for role, rights in GRANTS.items():
        assert len(doors_for(ROOMS, rights)) <= 7, role
    assert "entering" in {room.key for room in doors_for(ROOMS, GRANTS[Role.CLASS_TEACHER])}
    assert "entering" not in {room.key for room in doors_for(ROOMS, GRANTS[Role.CURATOR])}
