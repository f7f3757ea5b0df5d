"""Plays a short story on the running demo and draws the pictures for docs/images.

    python -m sandbox.screenshots            starts the demo itself
    python -m sandbox.screenshots --url URL  uses a sandbox that runs already

Needs Chromium; emoji and letters look best with the fonts fonts-noto-color-emoji and fonts-inter.
"""

from __future__ import annotations

import argparse
import asyncio
import re
import shutil
import sys
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path
from urllib.parse import urlencode

from playwright.async_api import Browser, async_playwright

from sandbox.people import Person, Town

IMAGES = Path(__file__).parent.parent / "docs" / "images"
DEMO = (sys.executable, "-m", "bot", "demo", "--port", "0")
CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
CHROMIUM_FLAGS = [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip
WIDE, LAPTOP, POCKET = (1600, 1000), (1280, 800), (390, 844)
STARTS_IN = 60.0
QUIET = 0.7


class Teller:
    """Tells the story: knows the people by the captions of their phones, and takes the pictures."""

    def __init__(self, town: Town, browser: Browser, images: Path, quiet: float) -> None:
        self.quiet = quiet
        self.town = town
        self.browser = browser
        self.images = images
        self._people: dict[str, Person] = {}

    async def person(self, label: str) -> Person:
        if label not in self._people:
            people = (await self.town.state())["people"]
            ids = [one["id"] for one in people if one["label"] == label]
            if not ids:
                labels = ", ".join(one["label"] for one in people)
                raise LookupError(f"nobody is called {label}; there are: {labels}")
            self._people[label] = await self.town.person(ids[0])
        return self._people[label]

    async def settle(self) -> None:
        """Until nothing has happened for `quiet` seconds."""
        seen = -1
        while (last := (await self.town.state())["last_event"]) != seen:
            seen = last
            await asyncio.sleep(self.quiet)


Step = Callable[[Teller], Awaitable[None]]


def starts(label: str, payload: str | None = None) -> Step:
    async def step(teller: Teller) -> None:
        await (await teller.person(label)).starts(payload)
        await teller.settle()

    return step


def opens(label: str) -> Step:
    """The person follows the link that lies beside their empty chat."""

    async def step(teller: Teller) -> None:
        person = await teller.person(label)
        people = (await teller.town.state())["people"]
        links = next(one["links"] for one in people if one["id"] == person.id)
        await person.starts(links[0]["payload"])
        await teller.settle()

    return step


def says(label: str, text: str) -> Step:
    async def step(teller: Teller) -> None:
        await (await teller.person(label)).says(text)
        await teller.settle()

    return step


def clicks(label: str, *buttons: str) -> Step:
    """Presses the buttons one after another, each when it is there."""

    async def step(teller: Teller) -> None:
        person = await teller.person(label)
        for button in buttons:
            await person.clicks(button)
            await teller.settle()

    return step


def hands_link(giver: str, taker: str) -> Step:
    """The newest link that one person received is opened by another."""

    async def step(teller: Teller) -> None:
        links = (await teller.person(giver)).links
        await (await teller.person(taker)).starts(links[-1])
        await teller.settle()

    return step


def passes(time: timedelta | None = None) -> Step:
    """Time passes; without an argument until the next thing due."""

    async def step(teller: Teller) -> None:
        if time is None:
            await teller.town.advance_to_next()
        else:
            await teller.town.advance(time)
        await teller.settle()

    return step


def shows(
    name: str,
    size: tuple[int, int] = WIDE,
    *,
    phones: Sequence[str] = (),
    dark: bool = False,
    language: str = "ru",
) -> Step:
    """Draws `name`.png; with `phones` only these are on it, in that order."""

    async def step(teller: Teller) -> None:
        await teller.settle()
        small = size[0] < 600
        context = await teller.browser.new_context(
            viewport={"width": size[0], "height": size[1]},
            device_scale_factor=2 if small else 1,
            has_touch=small,
            is_mobile=small,
            color_scheme="dark" if dark else "light",
            reduced_motion="reduce",
        )
        page = await context.new_page()
        asked = {"lang": language} | ({"phones": ",".join(phones)} if phones else {})
        await page.goto(f"{teller.town.base_url}/?{urlencode(asked)}")
        await page.wait_for_selector("body[data-ready]")
        await page.wait_for_timeout(300)  # pictures in messages are decoded
        await page.screenshot(path=teller.images / f"{name}.png")
        await context.close()
        print(f"{name}.png")

    return step


CURATOR, MENTOR, MENTEE = "Куратор", "Наставник", "Наставляемый"
NEWCOMER, PARENT = "Новенькая", "Мама Лены"
STORY: list[Step] = [
    shows("phones"),
    shows("phones-dark", LAPTOP, dark=True),
    opens(NEWCOMER),
    clicks(NEWCOMER, "Русский", "Начать", "14–17"),
    shows("consent", POCKET, phones=[NEWCOMER]),
    clicks(NEWCOMER, "Согласиться"),
    says(NEWCOMER, "Лена Кузнецова"),
    says(NEWCOMER, "12.03.2011"),
    clicks(NEWCOMER, "Колледж"),
    says(NEWCOMER, "ПО-11"),
    clicks(NEWCOMER, "Физика", "Мой проект"),
    shows("question", POCKET, phones=[NEWCOMER]),
    clicks(NEWCOMER, "Дальше", "Пропустить", "Пропустить"),
    says(NEWCOMER, "вт вечером, чт вечером"),
    clicks(NEWCOMER, "Дальше", "Очно", "Дальше", "Пропустить", "Пропустить"),
    clicks(NEWCOMER, "Отправить", "Переслать"),
    hands_link(NEWCOMER, PARENT),
    clicks(PARENT, "Русский"),
    shows("guardian", LAPTOP, phones=[NEWCOMER, PARENT]),
    clicks(PARENT, "Перейти к согласию"),
    says(PARENT, "Татьяна Кузнецова"),
    clicks(PARENT, "Согласиться"),
    says(CURATOR, "/menu"),
    clicks(CURATOR, "Траектория", "Заявки", "Лена"),
    shows("application", POCKET, phones=[CURATOR]),
    clicks(CURATOR, "Принять", "Назад", "Назад", "Подобрать пары", "Подобрать", "Посмотреть"),
    shows("proposal", POCKET, phones=[CURATOR]),
    says(MENTOR, "/menu"),
    clicks(MENTOR, "Предложить встречу"),
    shows("times", POCKET, phones=[MENTOR]),
    clicks(MENTEE, "Ответить", "9"),
    shows("survey", POCKET, phones=[MENTEE]),
    says(CURATOR, "/digest"),
    shows("digest", POCKET, phones=[CURATOR]),
]


@asynccontextmanager
async def demo() -> AsyncIterator[str]:
    """Runs the demo for as long as the block lasts; gives its address."""
    process = await asyncio.create_subprocess_exec(*DEMO, stdout=asyncio.subprocess.PIPE)
    try:
        yield await asyncio.wait_for(_address(process), STARTS_IN)
    finally:
        if process.returncode is None:
            process.terminate()
        await process.wait()


async def _address(process: asyncio.subprocess.Process) -> str:
    assert process.stdout is not None
    async for line in process.stdout:
        if found := re.search(rb"http://[\w.]+:\d+", line):
            return found.group().decode()
    raise RuntimeError(f"the demo ended ({await process.wait()}) before it said its address")


async def tell(url: str, story: Sequence[Step], images: Path, *, quiet: float = QUIET) -> None:
    paths = [path for name in CHROMIUM_NAMES if (path := shutil.which(name))]
    if not paths:
        raise SystemExit("no Chromium found (apt install chromium)")
    images.mkdir(parents=True, exist_ok=True)
    async with Town(url) as town, async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=paths[0], args=CHROMIUM_FLAGS)
        while (await town.state())["preparing"]:
            await asyncio.sleep(quiet)
        teller = Teller(town, browser, images, quiet)
        for step in story:
            await step(teller)
        await browser.close()


async def run(url: str | None, images: Path) -> None:
    if url is not None:
        await tell(url, STORY, images)
        return
    async with demo() as address:
        await tell(address, STORY, images)


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m sandbox.screenshots")
    parser.add_argument("--url", help="a sandbox that runs already")
    parser.add_argument("--out", type=Path, default=IMAGES, help="where the pictures go")
    options = parser.parse_args()
    asyncio.run(run(options.url, options.out))


if __name__ == "__main__":
    main()
