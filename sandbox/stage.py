"""The whole product in front of the sandbox, in one process: for the demo and for tests.

The bot talks to the sandbox over real HTTP and keeps a real database; only the clock is ours.
Moving it goes from one due thing to the next, so that everything comes in its order and at its
hour.
"""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import datetime, timedelta

from bot.app import Application, Parts, build
from bot.domain.access import Role
from bot.reports import drawing
from bot.settings import Settings
from bot.storage.migrations import migrate
from bot.usecases.team import invitations
from sandbox.page_api import ClockView
from sandbox.telegram import Limits, Telegram
from sandbox.telegram.limits import Flood
from sandbox.telegram.server import serving
from sandbox.wall import TOKEN, USERNAME, Wall

MOST_STEPS = 400
Seed = Callable[["Stage"], Awaitable[None]]


class Stage:
    """Backstage of the page: the running bot, its clock, and starting all over again."""

    def __init__(
        self,
        *,
        database_url: str,
        wall: Wall,
        limits: Limits,
        seed: Seed | None,
        zone: str,
        bot_elsewhere: bool = False,
        telegram: Telegram | None = None,
    ) -> None:
        """`bot_elsewhere`: only the messenger and the seeded world; the bot is another process."""
        self._bot_elsewhere = bot_elsewhere
        self.wall, self._seed, self._zone = wall, seed, zone
        self._start = wall()
        self._database_url = database_url
        self.telegram = telegram or Telegram(
            token=TOKEN, username=USERNAME, clock=wall, limits=limits
        )
        self.preparing = True
        self._address = ""
        self._running: asyncio.Task[None] | None = None
        self._busy = asyncio.Lock()
        self.application: Application | None = None

    @property
    def parts(self) -> Parts:
        assert self.application is not None
        return self.application.parts

    @property
    def address(self) -> str:
        return self._address

    @contextlib.asynccontextmanager
    async def open(self, port: int = 0) -> AsyncIterator[str]:
        """Serve the page and play, for the length of the block; yields the address."""
        async with (
            serving(self.telegram, backstage=self, port=port) as address,
            self.playing(address),
        ):
            yield address

    @contextlib.asynccontextmanager
    async def playing(self, address: str) -> AsyncIterator[None]:
        """Run the bot in front of a sandbox that is being served at the address."""
        self._address = address
        try:
            await self.raise_curtain()
            yield
        finally:
            await self.lower_curtain()

    async def raise_curtain(self) -> None:
        """Start the bot, in the seeded world."""
        self.preparing = True
        await self._start_playing()
        self.preparing = False

    async def _start_playing(self) -> None:
        await migrate(self._database_url)
        if self._seed is not None:
            await self._sow(self._seed)
        if self._bot_elsewhere:
            return
        ready = asyncio.Event()
        self.application = Application(build(self._settings(), self.wall), on_ready=ready.set)
        loop = asyncio.get_running_loop()
        self._running = loop.create_task(self.application.run())
        waiting = loop.create_task(ready.wait())
        await asyncio.wait({waiting, self._running}, return_when=asyncio.FIRST_COMPLETED)
        waiting.cancel()
        if self._running.done():
            self._running.result()
        await self.settle()

    async def _sow(self, seed: Seed) -> None:
        """Live through the seeded weeks at full speed: limits are for what comes after."""
        real = self.telegram.limits
        self.telegram.limits = Limits.off()
        self.telegram.flood = Flood(self.telegram.limits, self.telegram.monotonic)
        self.application = Application(build(self._settings(), self.wall))
        try:
            async with asyncio.TaskGroup() as together:  # the first digest finds it loaded
                together.create_task(self.parts.worker.run(drawing.load))
                await seed(self)
        finally:
            await self.application.close()
            self.telegram.limits = real
            self.telegram.flood = Flood(real, self.telegram.monotonic)

    async def tick(self) -> None:
        """Every job once: what is due now is planned and sent."""
        assert self.application is not None
        await self.application.tick()

    async def lower_curtain(self) -> None:
        """Stop the bot as SIGTERM would."""
        if self.application is not None and self._running is not None:
            self.application.stop()
            await self._running
        self.application, self._running = None, None

    def _settings(self) -> Settings:
        real = self.telegram.limits != Limits.off()
        fast = {} if real else {"sending_rate": 100_000.0, "chat_rate": 100_000.0}
        return Settings.model_validate(
            {
                "bot_token": TOKEN,
                "bot_api_url": self._address,
                "database_url": self._database_url,
                "timezone": self._zone,
                **fast,
            }
        )

    async def invite(self, role: Role, organisation: str, programme: str | None = None) -> str:
        """What the operator's command prints: a token."""
        issued = await invitations.issue(
            self.parts.db,
            role=role,
            organisation=organisation,
            programme=programme,
            profile=self.parts.settings.profile,
            timezone=self._zone,
        )
        return issued.token

    async def settle(self) -> None:
        """Until everything said so far is handled and everything due is delivered."""
        await self.parts.switchboard.settled()
        await self.tick()

    async def clock(self) -> ClockView:
        assert self.application is not None
        return ClockView(self.wall(), await self.application.next_due(), self._zone)

    async def advance(self, by: timedelta) -> ClockView:
        """To the moment, by way of everything that is due before it."""
        async with self._busy:
            target = self.wall() + by
            await self._by_way_of_the_due(target, self.settle)
            return await self.clock()

    async def advance_to_next(self) -> ClockView:
        """To the next thing due; nowhere when nothing is."""
        async with self._busy:
            due = (await self.clock()).next
            if due is not None:
                await self._go_to(due, self.settle)
            return await self.clock()

    async def live_until(self, moment: datetime) -> None:
        """While the world is being sown: to the moment, and everything due before it is said."""
        await self._by_way_of_the_due(moment, self.tick)

    async def _by_way_of_the_due(
        self, target: datetime, happen: Callable[[], Awaitable[None]]
    ) -> None:
        for _ in range(MOST_STEPS):
            due = (await self.clock()).next
            if due is None or due > target:
                break
            await self._go_to(due, happen)
        await self._go_to(target, happen)

    async def _go_to(self, moment: datetime, happen: Callable[[], Awaitable[None]]) -> None:
        if moment > self.wall():
            self.wall.set(moment)
        await happen()

    async def reset(self) -> None:
        """Everything as at the first start: people, chats, database, clock."""
        async with self._busy:
            await self.lower_curtain()
            self.telegram.wipe()
            self.wall.set(self._start)
            await empty(self._database_url)
            await self.raise_curtain()


async def empty(database_url: str) -> None:
    """Back to no tables at all."""
    from bot.storage.migrations import unmigrate

    await unmigrate(database_url)


