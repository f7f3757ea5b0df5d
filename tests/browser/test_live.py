"""Events: two pages see the same, and what was missed during a cut is fetched afterwards."""

from __future__ import annotations

import pytest
from playwright.async_api import expect

from tests.browser.conftest import Window
from tests.browser.stand import CURATOR, Stand
from tests.browser.test_chat import phone, say

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]


async def test_two_pages_show_the_same_chat(window: Window) -> None:
    one, other = await window.open(), await window.open()
    await say(one, CURATOR, "привет")
    for page in (one, other):
        await expect(phone(page, CURATOR).get_by_text("Услышала: привет")).to_be_visible()


async def test_messages_of_a_cut_line_are_fetched_afterwards(window: Window, stand: Stand) -> None:
    page = await window.open()
    await say(page, CURATOR, "до обрыва")
    await expect(phone(page, CURATOR).get_by_text("Услышала: до обрыва")).to_be_visible()
    await stand.go_down()
    await expect(page.get_by_text("Связь потеряна")).to_be_visible()
    stand.telegram.people.say(CURATOR, "во время обрыва")
    await stand.listen()
    await expect(phone(page, CURATOR).get_by_text("Услышала: во время обрыва")).to_be_visible()
    await expect(page.get_by_text("Связь потеряна")).to_be_hidden()
    assert all("net::" in complaint for complaint in window.complaints)
    window.complaints.clear()


async def test_a_new_message_does_not_pull_a_reader_down(window: Window, stand: Stand) -> None:
    page = await window.open()
    anna = phone(page, CURATOR)
    for number in range(70):
        await stand.bot.send(CURATOR, text=f"Сообщение номер {number}")
    await expect(anna.get_by_text("Сообщение номер 69")).to_be_in_viewport()
    await page.reload()
    await expect(anna.get_by_text("Сообщение номер 69")).to_be_in_viewport()
    await anna.get_by_role("button", name="Показать раньше").click()
    await expect(anna.get_by_role("article")).to_have_count(70)
    await expect(anna.get_by_role("article").first).to_contain_text("Сообщение номер 0")
    await anna.get_by_role("log").evaluate("(log) => { log.scrollTop = 0; }")
    await stand.bot.send(CURATOR, text="Новое внизу")
    down = anna.get_by_role("button", name="К новым сообщениям")
    await expect(down).to_be_visible()
    await expect(anna.get_by_text("Новое внизу")).not_to_be_in_viewport()
    await down.click()
    await expect(anna.get_by_text("Новое внизу")).to_be_in_viewport()
