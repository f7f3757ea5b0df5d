"""A messenger with a crowd in front of it, and bots that come and go as processes of their own."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import select

from bot.domain.notices import NoticeState
from bot.storage.database import Database
from bot.storage.inbox import Inbox
from bot.storage.tables import notices
from sandbox.stage import Stage
from sandbox.telegram import Limits, Telegram
from sandbox.wall import Wall
from tests.soak.crowd import LETTER, Crowd
from tests.soak.process import Bot, Place
from tests.town import MOMENT

EXPLAINED = (
    "message is not modified",  # drawn again after a kill
    "query is too old",  # pressed while no bot was there
)
TURNS_TO_READ = 20  # of the loop, from bytes in a socket to a call in work; three would do
_UNSETTLED = (NoticeState.PLANNED, NoticeState.CLAIMED, NoticeState.IN_FLIGHT)


class Theatre:
    def __init__(self, stage: Stage, crowd: Crowd, db: Database, place: Place) -> None:
        self.stage, self.crowd, self.db, self.place = stage, crowd, db, place
        self.bots: list[Bot] = []

    @property
    def telegram(self) -> Telegram:
        return self.stage.telegram

    async def born(self) -> Bot:
        """A new bot; it is not ready yet."""
        self.bots.append(bot := Bot(self.place))
        await bot.starts()
        return bot

    async def forms_open(self) -> None:
        """Everybody has the form on the screen; no bot is running."""
        first = await self.born()
        self.crowd.open_forms()
        async with asyncio.timeout(30):
            while not self.crowd.all_see_the_form:
                await asyncio.sleep(0.05)
        assert await first.stops() == 0

    async def nothing_on_the_wire(self) -> None:
        """What a dead bot had sent has taken effect."""
        for _ in range(TURNS_TO_READ):  # what is in the sockets is not in work yet
            await asyncio.sleep(0)
        while self.telegram.in_work:
            await asyncio.sleep(0.005)

    async def nothing_waits(self, seconds: float = 120) -> None:
        """Every update fetched and done, every letter settled."""
        async with asyncio.timeout(seconds):
            while (
                self.telegram.updates.queue
                or set(await Inbox(self.db).counts()) - {"done"}
                or await self.unsettled()
            ):
                await asyncio.sleep(0.1)

    async def unsettled(self, *, on_the_wire: bool = False) -> int:
        """Letters on their way; or only those that a crash would now leave in doubt."""
        states = (NoticeState.IN_FLIGHT,) if on_the_wire else _UNSETTLED
        query = select(notices.c.id).where(notices.c.kind == LETTER, notices.c.state.in_(states))
        async with self.db.reader.connect() as connection:
            return len((await connection.execute(query)).all())

    async def check_updates(self) -> None:
        """Nothing lost, nothing done twice, the order of each chat kept, the newest screen true."""
        kept = await self.crowd.kept(self.db)
        for account, persona in self.crowd.people.items():
            assert kept[account] == persona.truth[-1], (account, kept[account], persona.truth)
            assert self.crowd.sees(account) == persona.truth[-1], (
                f"{account} sees {self.crowd.sees(account)} after {persona.shown[-3:]},"
                f" true is {persona.truth[-3:]}"
            )
            list(persona.reached())

    @property
    def strange(self) -> set[tuple[str, str]]:
        """Refused calls that a kill does not explain."""
        return {
            (call.method, call.description)
            for call in self.telegram.journal.since(0, errors_only=True)
            if (call.method, call.code) != ("getUpdates", 409)  # the dead bot's call still hangs
            and not any(text in call.description for text in EXPLAINED)
        }


@asynccontextmanager
async def theatre(database_url: str, folder: Path, people: int) -> AsyncIterator[Theatre]:
    """The crowd is gathered, and its members have their forms open."""
    wall = Wall(MOMENT)
    gathered: list[Crowd] = []

    async def sow(stage: Stage) -> None:
        gathered.append(crowd := Crowd(stage))
        await crowd.gather(people)

    stage = Stage(
        database_url=database_url,
        wall=wall,
        limits=Limits.off(),
        seed=sow,
        zone="Asia/Yekaterinburg",
        bot_elsewhere=True,
    )
    stage.telegram.journal.accepted.keep_all = True
    db = Database.open(database_url, wall)
    try:
        async with stage.open() as address:
            ahead = wall() - datetime.now(UTC)
            place = Place(database_url, address, stage.telegram.token, ahead, folder / "log")
            opened = Theatre(stage, gathered[0], db, place)
            try:
                await opened.forms_open()
                yield opened
            finally:
                for bot in opened.bots:
                    bot.end()
    finally:
        await db.close()
