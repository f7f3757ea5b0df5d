"""The clock bar and starting over, with a fake programme behind the sandbox."""

from __future__ import annotations

import pytest
from playwright.async_api import Browser, expect

from tests.browser.conftest import Window
from tests.browser.stand import CURATOR, MENTEE, Stand
from tests.browser.test_chat import phone, say

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]


async def test_the_clock_is_in_the_programmes_zone(window: Window) -> None:
    page = await window.open(width=1600)
    clock = page.get_by_role("region", name="Часы программы")
    await expect(clock).to_contain_text("16:30")
    await expect(clock).to_contain_text("МСК+2")
    await expect(clock).to_contain_text("дальше: завтра, 10:00")


async def test_a_day_passes_and_the_bar_is_busy_meanwhile(window: Window, stand: Stand) -> None:
    page = await window.open()
    clock = page.get_by_role("region", name="Часы программы")
    stand.programme.gate.clear()
    await clock.get_by_role("button", name="+1 день").click()
    await expect(clock).to_contain_text("Время идёт…")
    await expect(clock).to_have_attribute("aria-busy", "true")
    await expect(clock.get_by_role("button", name="+1 день")).to_be_focused()
    await clock.get_by_role("button", name="+1 неделя").click(force=True)
    stand.programme.gate.set()
    await expect(clock).to_contain_text("вт, 9 марта")
    await expect(clock).to_have_attribute("aria-busy", "false")
    await expect(phone(page, CURATOR).get_by_text("Прошло: 1 day, 0:00:00")).to_be_visible()


async def test_the_jump_to_the_next_thing_due_ends_when_nothing_is(window: Window) -> None:
    page = await window.open()
    clock = page.get_by_role("region", name="Часы программы")
    jump = clock.get_by_role("button", name="К ближайшему событию")
    await jump.click()
    await expect(clock).to_contain_text("10:00")
    await expect(clock).to_contain_text("дальше ничего не назначено")
    await expect(jump).to_have_attribute("aria-disabled", "true")


async def test_starting_over_asks_first_and_then_clears_every_phone(
    window: Window, stand: Stand
) -> None:
    page = await window.open()
    await say(page, CURATOR, "помни меня")
    anna = phone(page, CURATOR)
    await expect(anna.get_by_text("Услышала: помни меня")).to_be_visible()
    question = page.get_by_role("dialog", name="Начать всё заново?")
    await page.get_by_role("button", name="Начать заново").click()
    await question.get_by_role("button", name="Отмена").click()
    await expect(anna.get_by_text("Услышала: помни меня")).to_be_visible()
    await page.get_by_role("button", name="Начать заново").click()
    await question.get_by_role("button", name="Стереть и начать заново").click()
    await expect(anna.get_by_text("Услышала: помни меня")).to_have_count(0)
    await expect(page.get_by_text("Всё начинается заново…")).to_have_count(0)
    await phone(page, MENTEE).get_by_role("button", name="Начать", exact=True).click()
    await expect(phone(page, MENTEE).get_by_text("Здравствуйте, Лена!")).to_be_visible()


async def test_while_the_programme_is_being_prepared_the_page_says_so_and_then_opens(
    browser: Browser, stand: Stand
) -> None:
    stand.programme.preparing = True
    page = await browser.new_page()
    await page.goto(stand.url)
    cover = page.get_by_text("Готовим программу")
    await expect(cover).to_be_visible()
    stand.programme.preparing = False
    stand.telegram.events.add(lambda: {"type": "reset", "user": None})
    await page.wait_for_selector("body[data-ready]")
    await expect(cover).to_have_count(0)
    await page.close()
