"""The stand of the browser tests: a real sandbox server, people, a fake programme."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta

from aiohttp import web

from sandbox.page_api import ClockView
from sandbox.telegram import Limits, Telegram
from sandbox.telegram.server import make_app
from tests.browser.scripted_bot import TOKEN, USERNAME, ScriptedBot

CURATOR, MENTEE, MOTHER, DIRECTOR = 11, 12, 13, 14
MONDAY = datetime(2027, 3, 8, 11, 30, tzinfo=UTC)  # 16:30 in Yekaterinburg


class FakeProgramme:
    """What stands behind the sandbox: time moves when told, and only while the gate is open."""

    def __init__(self, stand: Stand) -> None:
        self._stand = stand
        self.preparing = False
        self.now = MONDAY
        self.next: datetime | None = MONDAY + timedelta(hours=17, minutes=30)
        self.gate = asyncio.Event()
        self.gate.set()

    async def clock(self) -> ClockView:
        return ClockView(now=self.now, next=self.next, zone="Asia/Yekaterinburg")

    async def advance(self, by: timedelta) -> ClockView:
        await self.gate.wait()
        self.now += by
        await self._stand.bot.send(CURATOR, text=f"Прошло: {by}")
        return await self.clock()

    async def advance_to_next(self) -> ClockView:
        assert self.next is not None
        self.now, self.next = self.next, None
        return await self.clock()

    async def reset(self) -> None:
        await self.gate.wait()
        self.now = MONDAY
        self._stand.telegram.wipe()
        self._stand.settle_people()


class Stand:
    def __init__(self) -> None:
        self.programme = FakeProgramme(self)
        self.telegram = Telegram(
            token=TOKEN, username=USERNAME, clock=lambda: self.programme.now, limits=Limits.off()
        )
        self.settle_people()
        self.port = 0

    def settle_people(self) -> None:
        add = self.telegram.people.add
        add(
            id=CURATOR, first_name="Анна", last_name="Петрова", label="Куратор",
            username="anna_petrova", started=True,
        )  # fmt: skip
        add(
            id=MENTEE, first_name="Лена", label="Наставляемая",
            links=[{"label": "QR-код на плакате", "payload": "poster_7"}],
        )  # fmt: skip
        add(id=MOTHER, first_name="Ольга", label="Мама Лены")
        add(id=DIRECTOR, first_name="Пётр", label="Директор", phone=False, started=True)

    async def open(self) -> None:
        await self.listen()
        self.bot = ScriptedBot(self.url)
        await self.bot.start()

    async def listen(self) -> None:
        self._runner = web.AppRunner(
            make_app(self.telegram, self.programme), access_log=None, shutdown_timeout=0.05
        )
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", self.port)
        await site.start()
        self.port = self._runner.addresses[0][1]

    async def go_down(self) -> None:
        """Cuts every connection; what the server knows stays."""
        await self._runner.cleanup()

    async def close(self) -> None:
        await self.bot.stop()
        await self._runner.cleanup()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"
