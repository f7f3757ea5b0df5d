"""Basics for everybody: names, landmarks, live regions, contrast, in both themes and languages."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.async_api import Page, expect

from tests.browser.conftest import Window
from tests.browser.stand import CURATOR, MENTEE, Stand
from tests.browser.test_chat import phone, say

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

NAMELESS, LOW_CONTRAST = (
    Path(__file__).with_name(name).read_text(encoding="utf-8")
    for name in ("nameless.js", "contrast.js")
)


async def lively(page: Page, stand: Stand) -> None:
    """A page with one of everything on it."""
    await stand.bot.send(
        CURATOR,
        parse_mode="HTML",
        text="<b>ж</b> <code>код</code> <a href='https://example.org'>сайт</a> /count"
        " <blockquote>цитата</blockquote>",
    )
    await say(page, CURATOR, "вложения")
    await say(page, CURATOR, "/count")
    await say(page, CURATOR, "клавиатура")
    await stand.bot.send(MENTEE, text="рано")
    await page.locator(".journal-bar").click()
    await expect(phone(page, CURATOR).locator(".reply-key")).to_have_count(2)
    await expect(page.locator("tr.failed")).to_have_count(1)


async def test_every_text_can_be_read_in_both_themes(window: Window, stand: Stand) -> None:
    page = await window.open(width=1600, height=1000)
    await lively(page, stand)
    await phone(page, CURATOR).get_by_role("button", name="Действия").click()
    await expect(page.get_by_role("menu")).to_be_visible()
    assert await page.evaluate(LOW_CONTRAST) == []
    await page.emulate_media(color_scheme="dark")
    assert await page.evaluate(LOW_CONTRAST) == []


async def test_everything_has_a_name_and_a_place(window: Window, stand: Stand) -> None:
    page = await window.open()
    await lively(page, stand)
    assert await page.evaluate(NAMELESS) == []
    for landmark in ("banner", "main", "contentinfo"):
        await expect(page.get_by_role(landmark)).to_have_count(1)
    await expect(page.get_by_role("heading", level=1)).to_have_count(1)
    await expect(page.get_by_role("heading", level=2)).to_have_count(3)
    twins = await page.evaluate(
        "() => { const ids = [...document.querySelectorAll('[id]')].map((node) => node.id);"
        " return ids.filter((id, place) => ids.indexOf(id) !== place); }"
    )
    assert twins == []


async def test_only_the_phone_in_use_speaks_and_the_others_ring(
    window: Window, stand: Stand
) -> None:
    page = await window.open()
    await phone(page, CURATOR).get_by_role("textbox").focus()
    await expect(phone(page, CURATOR).get_by_role("log")).to_have_attribute("aria-live", "polite")
    await expect(phone(page, MENTEE).get_by_role("log")).to_have_attribute("aria-live", "off")
    stand.telegram.people.start(MENTEE)
    await expect(page.locator("#announcer")).to_have_text("Наставляемая: новое сообщение")


async def test_the_page_speaks_english_too_and_remembers_it(window: Window) -> None:
    page = await window.open()
    await page.get_by_role("button", name="Language: English").click()
    await expect(page.locator("html")).to_have_attribute("lang", "en")
    await expect(page.get_by_role("button", name="Start over")).to_be_visible()
    await expect(page.get_by_role("region", name="Programme clock")).to_contain_text("UTC+5")
    await page.reload()
    await expect(page.get_by_role("button", name="Start over")).to_be_visible()
    left = await page.evaluate(
        """() => [...document.querySelectorAll(".top, .strip .tab-add, .composer, .journal")]
            .filter((node) => /[а-яё]/i.test(node.innerText)).map((node) => node.innerText)"""
    )
    assert left == []


async def test_the_theme_is_kept_over_a_reload(window: Window) -> None:
    page = await window.open()
    await page.get_by_role("button", name="Тема: как в системе").click()
    await page.get_by_role("button", name="Тема: светлая").click()
    await page.reload()
    await expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    assert await page.evaluate("getComputedStyle(document.body).colorScheme") == "dark"
