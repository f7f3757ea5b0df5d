"""Buttons of screens that are gone: a helpful word, and never a wrong effect."""

import asyncio
from typing import Any

import pytest

from sandbox.line import PATIENCE
from sandbox.people import Letter, Person
from tests.dialogs.test_form import at_form, says_each
from tests.town import House


async def test_a_second_press_on_a_button_that_starts_anew_is_no_news(house: House) -> None:
    anna = await house.curator()
    await anna.says("/menu")
    screen = await anna.waits_for("Траектория")
    button = next(b for row in screen.inline for b in row if "Траектория" in b["text"])
    await asyncio.gather(
        anna.presses(screen.id, button["data"]), anna.presses(screen.id, button["data"])
    )
    await house.settles()
    await asyncio.sleep(0.2)
    assert anna.alerts == []
    assert "🗂" in anna.sees


async def test_a_button_of_a_screen_left_long_ago_leads_to_the_menu(house: House) -> None:
    anna = await house.curator()
    await anna.says("/menu")
    old = await anna.waits_for("Траектория")
    people = house.stage.telegram.people
    people.say(anna.id, "/menu")
    people.press(anna.id, old.id, data_of(old, "Траектория"))
    await anna.waits_for_alert("старый экран")
    await house.settles()
    assert anna.newest is not None
    assert anna.newest.id != old.id
    assert any("Траектория" in label for label in anna.buttons)


async def test_two_screens_opened_within_one_second_are_told_apart(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("aiogram_dialog.api.entities.stack.new_id", lambda: "thesame")
    anna = await house.curator()
    await anna.says("/menu")
    old = await anna.waits_for("Траектория")
    people = house.stage.telegram.people
    people.say(anna.id, "/menu")
    people.press(anna.id, old.id, data_of(old, "Траектория"))
    await anna.waits_for_alert("старый экран")


async def test_words_out_of_place_get_a_helpful_answer_and_the_screen_again(house: House) -> None:
    anna = await house.curator()
    await anna.says("/menu")
    await anna.waits_for("Траектория")
    await anna.says("что делать?")
    await anna.waits_for("кнопку под сообщением")
    await anna.waits_for_button("Траектория")


def ticked(letter: Letter) -> list[str]:
    return [label[2:] for label in letter.buttons if label.startswith("☑")]


def data_of(letter: Letter, label: str) -> str:
    return next(b["data"] for row in letter.inline for b in row if label in b["text"])


async def at_multiple_choice(house: House) -> tuple[Person, Letter]:
    """Lena, and the screen on which several answers may be ticked."""
    lena = await at_form(house)
    await says_each(lena, "Лена Козлова", "2008", "колледж", "ПО-21")
    return lena, screens(lena)[-1]


def screens(person: Person) -> list[Letter]:
    return [letter for letter in person.letters if letter.inline]


async def has_screens(person: Person, number: int) -> list[Letter]:
    """Waits until so many messages have buttons."""

    def find() -> list[Letter] | None:
        return found if len(found := screens(person)) == number else None

    found = await person.town.until(find, PATIENCE)
    assert found is not None, person.screen()
    return found


async def test_who_types_and_presses_before_the_answer_sees_the_truth_on_the_newest_screen(
    house: House,
) -> None:
    lena, above = await at_multiple_choice(house)
    people = house.stage.telegram.people
    people.say(lena.id, "понять себя")
    people.press(lena.id, above.id, data_of(above, "Физика"))  # the screen above her words
    await lena.waits_for_button("☑ Физика")
    [screen] = await has_screens(lena, 1)
    assert screen.id > above.id
    assert ticked(screen) == ["Физика", "понять себя"]
    await lena.clicks("Физика")
    await lena.waits_for_button("☐ Физика")


async def test_a_press_on_a_screen_that_a_crash_made_us_forget_is_answered_on_the_newest(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    lena, _ = await at_multiple_choice(house)
    conversations = house.stage.parts.conversations
    settle = conversations.settle

    async def dies(*_: Any, **__: Any) -> None:
        """After the screen was drawn, before it was noted where."""
        monkeypatch.setattr(conversations, "settle", settle)
        raise RuntimeError

    monkeypatch.setattr(conversations, "settle", dies)
    await lena.says("понять себя")
    forgotten, newest = await has_screens(lena, 2)
    assert ticked(forgotten) == ticked(newest) == ["понять себя"]
    await lena.presses(forgotten.id, data_of(forgotten, "Физика"))
    await lena.waits_for_button("☑ Физика")
    assert [ticked(screen) for screen in screens(lena)] == [
        ["понять себя"],  # above
        ["Физика", "понять себя"],
    ]
    assert screens(lena)[-1].id == newest.id


async def test_what_is_pressed_on_a_screen_opened_anew_after_a_crash_is_not_lost(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    anna = await house.curator()
    conversations = house.stage.parts.conversations
    settle = conversations.settle

    async def dies(*_: Any, **__: Any) -> None:
        monkeypatch.setattr(conversations, "settle", settle)
        raise RuntimeError

    before = len(screens(anna))
    monkeypatch.setattr(conversations, "settle", dies)
    await anna.says("/menu")
    forgotten = (await has_screens(anna, before + 2))[-2]
    await anna.presses(forgotten.id, data_of(forgotten, "Траектория"))
    await anna.waits_for("🗂")
    assert anna.alerts == []
