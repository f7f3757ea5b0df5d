"""The whole way without a mouse: from the skip link to pressed buttons and back."""

from __future__ import annotations

import pytest
from playwright.async_api import expect

from tests.browser.conftest import Window
from tests.browser.stand import CURATOR, MENTEE, Stand
from tests.browser.test_chat import phone

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]


async def test_a_conversation_without_a_mouse(window: Window, stand: Stand) -> None:
    page = await window.open()
    keys = page.keyboard
    await keys.press("Tab")
    await expect(page.get_by_role("link", name="К телефонам")).to_be_focused()
    await keys.press("Enter")
    await keys.press("Tab")
    await expect(page.get_by_role("button", name="Действия: Куратор")).to_be_focused()
    await keys.press("Tab")
    await expect(phone(page, CURATOR).get_by_role("log")).to_be_focused()
    await keys.press("Tab")
    await expect(page.get_by_role("button", name="Меню команд").first).to_be_focused()
    await keys.press("Enter")
    await expect(page.get_by_role("menuitem", name="/start")).to_be_focused()
    await keys.press("ArrowDown")
    await keys.press("Enter")
    anna = phone(page, CURATOR)
    await expect(anna.get_by_text("Нажато: 0")).to_be_visible()
    await keys.press("Tab")
    await expect(anna.get_by_role("textbox")).to_be_focused()
    await keys.press("ArrowUp")
    await expect(anna.get_by_role("button", name="Ещё раз")).to_be_focused()
    await keys.press("Enter")
    await expect(anna.get_by_text("Нажато: 1")).to_be_visible()
    await expect(anna.get_by_role("button", name="Ещё раз")).to_be_focused()
    await keys.press("ArrowRight")
    await keys.press("Enter")
    await expect(anna.get_by_role("alertdialog")).to_be_visible()
    await keys.press("Escape")
    await expect(anna.get_by_role("button", name="Предупреди")).to_be_focused()
    await keys.press("Escape")
    await expect(anna.get_by_role("textbox")).to_be_focused()
    await keys.type("две")
    await keys.press("Shift+Enter")
    await keys.type("строки")
    await keys.press("Enter")
    await expect(anna.get_by_text("Услышала: две")).to_be_visible()
    assert "две\nстроки" in stand.bot.heard


async def test_a_slash_suggests_commands(window: Window) -> None:
    page = await window.open()
    anna = phone(page, CURATOR)
    await anna.get_by_role("textbox").focus()
    await page.keyboard.type("/")
    commands = anna.get_by_role("group", name="Меню команд").get_by_role("button")
    await expect(commands).to_have_count(2)
    await page.keyboard.type("co")
    await expect(commands).to_have_count(1)
    await page.keyboard.press("ArrowUp")
    await expect(commands).to_be_focused()
    await page.keyboard.press("Enter")
    await expect(anna.get_by_text("Нажато: 0")).to_be_visible()
    await expect(commands).to_have_count(0)
    await expect(anna.get_by_role("textbox")).to_be_focused()


async def test_a_menu_closes_with_escape_and_gives_the_focus_back(window: Window) -> None:
    page = await window.open()
    opener = page.get_by_role("button", name="Действия: Наставляемая")
    await opener.focus()
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("menuitem").first).to_be_focused()
    await page.keyboard.press("Escape")
    await expect(page.get_by_role("menu")).to_have_count(0)
    await expect(opener).to_be_focused()


async def test_the_strip_leads_into_the_typing_box_of_a_phone(window: Window) -> None:
    page = await window.open()
    tab = page.get_by_role("navigation", name="Телефоны").get_by_role("button", name="Наставляемая")
    await tab.focus()
    await page.keyboard.press("Enter")
    start = phone(page, MENTEE).get_by_role("button", name="Начать", exact=True)
    await expect(start).to_be_focused()
    await page.keyboard.press("Enter")
    await expect(phone(page, MENTEE).get_by_text("Здравствуйте, Лена!")).to_be_visible()
    await expect(phone(page, MENTEE).get_by_role("textbox")).to_be_focused()
