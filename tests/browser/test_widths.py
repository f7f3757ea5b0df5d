"""The page on a real phone and on large screens: nothing is cut off, nothing scrolls sideways."""

from __future__ import annotations

import pytest
from playwright.async_api import expect

from tests.browser.conftest import Window
from tests.browser.stand import CURATOR, MENTEE, MOTHER, Stand
from tests.browser.test_chat import phone, say

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

OVERFLOWING = """() => {
    const parts = ".phone, .log, .composer, .top, .clock-face, .journal";
    const cut = [...document.querySelectorAll(parts)]
        .filter((node) => node.offsetParent && node.scrollWidth > node.clientWidth + 1)
        .map((node) => node.className);
    if (document.documentElement.scrollWidth > innerWidth) cut.push("page");
    return cut;
}"""


SIZES = [(320, 640), (390, 844), (768, 1024), (1280, 800), (1600, 1000)]


async def test_nothing_scrolls_sideways(window: Window, stand: Stand) -> None:
    page = await window.open()
    await stand.bot.send(CURATOR, text="Длинное" * 40 + " https://example.org/" + "a" * 300)
    await say(page, CURATOR, "/count")
    await say(page, CURATOR, "клавиатура")
    await say(page, CURATOR, "вложения")
    await expect(phone(page, CURATOR).get_by_role("link", name="Документ")).to_be_visible()
    for width, height in SIZES:
        await page.set_viewport_size({"width": width, "height": height})
        assert await page.evaluate(OVERFLOWING) == [], width


async def test_a_narrow_screen_shows_one_phone_at_a_time(window: Window, stand: Stand) -> None:
    page = await window.open(width=390, height=844, touch=True)
    await expect(phone(page, CURATOR)).to_be_visible()
    await expect(phone(page, MENTEE)).to_be_hidden()
    tabs = page.get_by_role("navigation", name="Телефоны")
    await tabs.get_by_role("button", name="Наставляемая").tap()
    await expect(phone(page, MENTEE)).to_be_visible()
    await expect(phone(page, CURATOR)).to_be_hidden()
    await stand.bot.send(CURATOR, text="Вы где?")
    curator = tabs.get_by_role("button", name="Куратор")
    await expect(curator).to_contain_text("непрочитанных: 1")
    await curator.tap()
    await expect(phone(page, CURATOR).get_by_text("Вы где?")).to_be_visible()
    await expect(curator).not_to_contain_text("непрочитанных")


async def test_a_link_changes_the_phone_on_a_narrow_screen(window: Window) -> None:
    page = await window.open(width=390, height=844, touch=True)
    await say(page, CURATOR, "/count")
    await phone(page, CURATOR).get_by_role("button", name="Ссылка для мамы").tap()
    await phone(page, CURATOR).get_by_role("link", name="Открыть как мама").tap()
    await page.get_by_role("menuitem", name="Мама Лены").tap()
    await expect(phone(page, MOTHER).get_by_text("Пришли по ссылке guardian_1")).to_be_visible()


async def test_buttons_are_large_enough_for_a_finger(window: Window) -> None:
    page = await window.open(width=390, height=844, touch=True)
    await say(page, CURATOR, "/count")
    await expect(phone(page, CURATOR).get_by_role("button", name="Ещё раз")).to_be_visible()
    small = await page.evaluate(
        """() => [...document.querySelectorAll("button, .key, textarea")]
            .filter((node) => node.offsetParent && !node.closest(".text"))
            .filter((node) => Math.min(node.offsetWidth, node.offsetHeight) < 38)
            .map((node) => node.getAttribute("aria-label") || node.textContent)"""
    )
    assert small == []
