"""Fixtures of the browser tests: the machine's own Chromium, a fresh stand, pages on it."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest_asyncio
from playwright.async_api import Browser, ConsoleMessage, Page, async_playwright, expect

from tests.browser.stand import Stand
from tests.outside import find_chromium

CHROMIUM_FLAGS = [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip
TIMEOUT = 10_000


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def browser() -> AsyncIterator[Browser]:
    path = find_chromium()
    assert path is not None, "tests with the mark `browser` are left out where there is no Chromium"
    expect.set_options(timeout=TIMEOUT)
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=path, args=CHROMIUM_FLAGS)
        yield browser
        await browser.close()


@pytest_asyncio.fixture(loop_scope="session")
async def stand() -> AsyncIterator[Stand]:
    stand = Stand()
    await stand.open()
    yield stand
    await stand.close()


class Window:
    """Opens pages on the stand and remembers what they complained of."""

    def __init__(self, browser: Browser, stand: Stand) -> None:
        self._browser = browser
        self._stand = stand
        self.complaints: list[str] = []

    async def open(
        self,
        *,
        width: int = 1280,
        height: int = 800,
        touch: bool = False,
        query: str = "",
    ) -> Page:
        context = await self._browser.new_context(
            viewport={"width": width, "height": height},
            has_touch=touch,
            is_mobile=touch,
            color_scheme="light",
            reduced_motion="reduce",
            accept_downloads=True,
        )
        context.set_default_timeout(TIMEOUT)
        page = await context.new_page()
        page.on("console", self._heard)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        await page.goto(f"{self._stand.url}/{query}")
        await page.wait_for_selector("body[data-ready]")
        return page

    def _heard(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self.complaints.append(message.text)

    async def close(self) -> None:
        for context in self._browser.contexts:
            await context.close()


@pytest_asyncio.fixture(loop_scope="session")
async def window(browser: Browser, stand: Stand) -> AsyncIterator[Window]:
    """Every test ends with the check that the browser's console stayed silent."""
    window = Window(browser, stand)
    yield window
    await window.close()
    assert window.complaints == []
