"""Buttons of screens that are gone: a helpful word, and never a wrong effect."""

import asyncio

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
    button = next(b for row in old.inline for b in row if "Траектория" in b["text"])
    await asyncio.gather(anna.says("/menu"), anna.presses(old.id, button["data"]))
    await anna.waits_for_alert("старый экран")
    await house.settles()
    assert anna.newest is not None
    assert anna.newest.id != old.id
    assert any("Траектория" in label for label in anna.buttons)


async def test_words_out_of_place_get_a_helpful_answer_and_the_screen_again(house: House) -> None:
    anna = await house.curator()
    await anna.says("/menu")
    await anna.waits_for("Траектория")
    await anna.says("что делать?")
    await anna.waits_for("кнопку под сообщением")
    await anna.waits_for_button("Траектория")
