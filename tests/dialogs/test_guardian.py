"""A guardian's consent from both sides, as conversations."""

import asyncio
import dataclasses

from bot.domain.access import Role
from bot.usecases.joining import intake
from sandbox.people import Person
from tests.dialogs.cast import DIMA, somebody
from tests.town import House


async def minor(house: House) -> Person:
    """Dima, whose form is sent, at the screen where he waits."""
    await house.curator()
    dima = await house.joined(
        dataclasses.replace(somebody(DIMA), adult=False, guardian=None, state="guardian")
    )
    await dima.says("/menu")
    await dima.clicks("Согласие родителя")
    await dima.waits_for("остался один шаг")
    return dima


async def passes_link_on(house: House, dima: Person) -> tuple[Person, str]:
    await dima.clicks("Переслать ссылку")
    letter = await dima.waits_for("Здравствуйте! Я хочу участвовать")
    olga = await house.newcomer("Ольга")
    await olga.starts(letter.links[0])
    await olga.waits_for("На каком языке говорить?")
    await olga.clicks("Русский")
    await olga.waits_for("Дима Орлов")
    return olga, letter.links[0]


async def test_a_guardian_agrees_and_the_minor_hears_of_it(house: House) -> None:
    dima = await minor(house)
    olga, _ = await passes_link_on(house, dima)
    await olga.clicks("Прочитать полностью")
    await olga.waits_for("ЗАКОННОГО ПРЕДСТАВИТЕЛЯ")
    await olga.clicks("Назад")
    await olga.clicks("Перейти к согласию")
    await olga.waits_for("Как вас зовут?")
    assert olga.buttons == ["‹ Назад"]  # nobody agrees without a name
    await olga.says("Ольга Орлова")
    await olga.waits_for("Согласие даёт: Ольга Орлова")
    await olga.clicks("Согласиться")
    await olga.waits_for("согласие получено")
    await house.settles()
    await dima.waits_for("Согласие родителя получено")
    await olga.clicks("В меню")
    await olga.waits_for("Дима Орлов · «Траектория»: куратор читает анкету")


async def test_the_minor_shows_a_qr_code_to_a_grown_up_beside(house: House) -> None:
    dima = await minor(house)
    await dima.clicks("Показать QR-код")
    await dima.waits_for("наведите камеру телефона")
    await dima.waits_for("✓ QR-код ниже: покажи его")
    assert (await dima.downloads(dima.photos[-1])).startswith(b"\x89PNG")


async def test_a_double_press_passes_one_link_on(house: House) -> None:
    dima = await minor(house)
    screen = next(one for one in reversed(dima.letters) if one.inline)
    press = next(b["data"] for row in screen.inline for b in row if "Переслать" in b["text"])
    await asyncio.gather(dima.presses(screen.id, press), dima.presses(screen.id, press))
    await dima.waits_for("Здравствуйте! Я хочу участвовать")
    await house.settles()
    assert sum("Я хочу участвовать" in one.text for one in dima.letters) == 1


async def test_before_the_consent_no_button_leads_a_guardian_to_an_empty_menu(
    house: House,
) -> None:
    dima = await minor(house)
    olga, _ = await passes_link_on(house, dima)
    assert olga.buttons == ["Перейти к согласию", "Прочитать полностью", "Не сейчас"]


async def test_agreeing_twice_counts_once(house: House) -> None:
    dima = await minor(house)
    olga, link = await passes_link_on(house, dima)
    await olga.clicks("Перейти к согласию")
    await olga.says("Ольга Орлова")
    await olga.waits_for("Согласие даёт")
    await olga.clicks("Согласиться")
    await olga.waits_for("согласие получено")
    await olga.starts(link)
    await olga.waits_for("Ваше согласие уже получено")


async def test_the_minor_checks_and_sees_the_consent(house: House) -> None:
    dima = await minor(house)
    await dima.clicks("Проверить")
    await dima.waits_for_alert("Согласие пока не пришло")
    await dima.waits_for_button("Переслать ссылку")
    olga, _ = await passes_link_on(house, dima)
    await olga.clicks("Перейти к согласию")
    await olga.says("Ольга Орлова")
    await olga.waits_for("Согласие даёт")
    await olga.clicks("Согласиться")
    await olga.waits_for("согласие получено")
    await dima.clicks("Проверить")
    await dima.waits_for("анкета у куратора")


async def test_the_minor_cannot_be_their_own_guardian(house: House) -> None:
    dima = await minor(house)
    await dima.clicks("Переслать ссылку")
    letter = await dima.waits_for("Здравствуйте! Я хочу участвовать")
    await dima.starts(letter.links[0])
    await dima.waits_for("для родителя или опекуна")


async def test_a_used_link_lets_nobody_else_in(house: House) -> None:
    dima = await minor(house)
    olga, link = await passes_link_on(house, dima)
    await olga.clicks("Перейти к согласию")
    await olga.says("Ольга Орлова")
    await olga.waits_for("Согласие даёт")
    await olga.clicks("Согласиться")
    await olga.waits_for("согласие получено")
    stranger = await house.newcomer("Чужой")
    await stranger.starts(link)
    await stranger.waits_for("больше не действует")


async def test_not_now_keeps_nothing(house: House) -> None:
    dima = await minor(house)
    olga, _ = await passes_link_on(house, dima)
    await olga.clicks("Не сейчас")
    await olga.waits_for("ничего не сохранено")
    await olga.clicks("Вернуться к согласию")
    await olga.waits_for("Дима Орлов")
    [step] = await intake.steps(house.stage.parts.db, await house.world.actor(dima.id))
    assert not step.guardian_agreed


async def test_a_child_fills_in_the_form_after_the_consent(house: House) -> None:
    await house.curator()
    petya = await house.newcomer("Петя")
    await petya.starts(await house.link(Role.MENTEE))
    for label in ("Русский", "Начать", "До 14", "Понятно"):
        await petya.clicks(label)
    await petya.waits_for("Сначала — согласие взрослых")
    await petya.clicks("Переслать ссылку")
    letter = await petya.waits_for("Здравствуйте! Я хочу участвовать")
    olga = await house.newcomer("Olga", language="en")
    await olga.starts(letter.links[0])
    await olga.clicks("English")
    await olga.waits_for("The mentoring programme")
    await olga.clicks("Go on to the consent")
    await olga.says("Olga Ivanova")
    await olga.waits_for("Consent given by: Olga Ivanova")
    await olga.clicks("I agree")
    await olga.waits_for("we have your consent")
    await olga.clicks("Menu")
    await olga.waits_for("Name not given yet")
    await house.settles()
    await petya.waits_for("Теперь можно заполнить анкету")
    await petya.clicks("Заполнить анкету")
    await petya.waits_for("Анкета · 1 из 11")
