"""The main wave over HTTP, with the bot killed in the middle: nothing lost, sums exact.

Personas answer by the buttons they see; each remembers what it pressed. One in ten refuses, one
stops half-way, one never opens the letter. A letter that a kill left in doubt may come twice.
"""

import asyncio
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from uuid import UUID

from sqlalchemy import select

from bot.domain.access import Role
from bot.domain.funnels import Funnel
from bot.domain.participations import Participation, ParticipationState
from bot.domain.people import AgeBand
from bot.storage.database import Database
from bot.storage.tables import responses
from bot.usecases.joining import intake
from bot.usecases.monitoring import wave_plans, waves
from bot.usecases.programme import programmes
from sandbox import people_of_demo as demo
from sandbox.stage import Stage
from sandbox.telegram import Limits
from sandbox.telegram.chats import Message
from sandbox.telegram.errors import Impossible
from sandbox.wall import Wall
from sandbox.world import World
from tests.lengths import length
from tests.soak.process import Bot, Place
from tests.town import MOMENT

PEOPLE = length(10, 40)
KILLS = length(1, 12)
FIRST = 7001
ITEMS = ("useful", "comfort", "often", "glad", "change")
_CHOICE = re.compile(rf"\b({'|'.join(ITEMS)}):(\w+)$")
_LEFT_OUT = "skip:change"
PATIENCE = 120


@dataclass
class Persona:
    account: int
    person_id: UUID
    kind: int  # the last digit: 7 never opens, 8 stops after two answers, 9 refuses
    said: dict[str, str | None] = field(default_factory=dict)
    opened: set[int] = field(default_factory=set)  # letters, also one that came twice
    refused: bool = False

    @property
    def done(self) -> bool:
        if self.kind == 9:
            return self.refused
        if self.kind == 7:
            return True
        return len(self.said) == (2 if self.kind == 8 else len(ITEMS))


@dataclass
class Audience:
    stage: Stage
    world: World
    chance: Random
    people: list[Persona] = field(default_factory=list)
    wave_id: UUID | None = None

    async def gathers(self) -> None:
        world, stage = self.world, self.stage
        db, profile = stage.parts.db, stage.parts.profile
        stage.telegram.people.add(id=demo.CURATOR, first_name="Anna", started=True)
        await world.open(demo.CURATOR, await stage.invite(Role.CURATOR, demo.ORGANISATION))
        anna = await world.actor(demo.CURATOR)
        await programmes.introduce_curator(db, anna, name=demo.CURATOR_NAME)
        today = stage.wall().date()
        world.programme_id = await programmes.create(
            db, anna, name=demo.PROGRAMME, forms=["employer_learner"],
            starts_on=today, ends_on=today + timedelta(days=200),
        )  # fmt: skip
        token = await world.link(Role.MENTEE)
        for number in range(PEOPLE):
            account = FIRST + number
            stage.telegram.people.add(id=account, first_name=f"P{account}", started=True)
            opened = await world.open(account, token)
            assert opened.participation_id is not None
            await intake.agree(
                db, await world.actor(account), participation_id=opened.participation_id,
                band=AgeBand.ADULT, profile=profile, channel="telegram",
            )  # fmt: skip
            async with db.transaction() as tx:
                found = await tx.get(Participation, opened.participation_id)
                found.state = ParticipationState.APPROVED
            self.people.append(Persona(account, opened.person_id, number % 10))
        key, anna = waves.HALF_WAY, await world.actor(demo.CURATOR)
        await wave_plans.change(
            db, anna, programme_id=world.programme_id, key=key, profile=profile, alone=True
        )
        self.wave_id = await waves.open_wave(
            db, anna, programme_id=world.programme_id, key=key, profile=profile
        )

    @property
    def done(self) -> bool:
        return all(one.done for one in self.people)

    def acts(self) -> None:
        """Everybody who sees something new to press presses it, in an order of chance."""
        for one in self.chance.sample(self.people, len(self.people)):
            if not one.done and self.chance.random() < 0.5:
                self._acts(one)

    def _acts(self, one: Persona) -> None:
        for message, data in self._buttons(one.account):
            pressed = self._wish(one, message, data)
            if pressed:
                try:
                    self.stage.telegram.people.press(one.account, message.id, data)
                except Impossible:
                    continue
                self._remember(one, message, data)
                return

    def _wish(self, one: Persona, message: Message, data: str) -> bool:
        if one.kind == 9:
            return "refuse-survey" in data
        if "open-survey" in data:
            return message.id not in one.opened
        if data.endswith(_LEFT_OUT):
            return "change" not in one.said
        found = _CHOICE.search(data)
        return found is not None and found[1] not in one.said and f"next:{found[1]}" not in data

    def _remember(self, one: Persona, message: Message, data: str) -> None:
        if "refuse-survey" in data:
            one.refused = True
        elif "open-survey" in data:
            one.opened.add(message.id)
        elif data.endswith(_LEFT_OUT):
            one.said["change"] = None
        elif found := _CHOICE.search(data):
            one.said[found[1]] = found[2]

    def _buttons(self, account: int) -> Iterator[tuple[Message, str]]:
        """Of the newest message with buttons; those of a question in an order of chance."""
        messages = self.stage.telegram.people.get(account).chat.messages
        for message in reversed(messages.values()):
            if message.inline:
                found = [
                    one["callback_data"]
                    for row in message.inline["inline_keyboard"]
                    for one in row
                    if "callback_data" in one
                ]
                for data in self.chance.sample(found, len(found)):
                    yield message, data
                return

    async def check(self, db: Database) -> Funnel:
        """What is kept is what was pressed, and the figures count everybody once."""
        r = responses.c
        async with db.reader.connect() as connection:
            query = select(r.person_id, r.answers, r.state).where(r.wave_id == self.wave_id)
            rows = (await connection.execute(query)).all()
        kept = {row.person_id: row for row in rows}
        assert len(rows) == len(kept) == PEOPLE
        for one in self.people:
            answers = kept[one.person_id].answers
            told = {key: _as_pressed(value) for key, value in answers.items()}
            assert told == ({} if one.refused else one.said), (one, told)
        assert self.wave_id is not None
        card = await waves.card(db, await self.world.actor(demo.CURATOR), wave_id=self.wave_id)
        return card.funnels.whole


def _as_pressed(value: object) -> str | None:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return None if value is None else str(value)


async def test_the_main_wave_loses_nothing_when_the_bot_is_killed(
    sqlite_url: str, tmp_path: Path
) -> None:
    chance = Random(11)
    wall = Wall(MOMENT)
    gathered: list[Audience] = []

    async def sow(stage: Stage) -> None:
        gathered.append(found := Audience(stage, World(stage), chance))
        await found.gathers()

    stage = Stage(
        database_url=sqlite_url, wall=wall, limits=Limits.off(), seed=sow,
        zone="Asia/Yekaterinburg", bot_elsewhere=True,
    )  # fmt: skip
    db, bots = Database.open(sqlite_url, wall), []
    try:
        async with stage.open() as address:
            ahead = wall() - datetime.now(UTC)
            place = Place(sqlite_url, address, stage.telegram.token, ahead, tmp_path / "log")
            [audience] = gathered
            for _ in range(KILLS):
                bots.append(bot := Bot(place))
                await bot.starts()
                await bot.gets_ready()
                for _ in range(chance.randrange(10, 40)):
                    audience.acts()
                    await asyncio.sleep(0.02)
                await bot.dies()
            bots.append(last := Bot(place))
            await last.starts()
            async with asyncio.timeout(PATIENCE):
                while not audience.done:
                    audience.acts()
                    await asyncio.sleep(0.05)
                while stage.telegram.updates.queue or stage.telegram.in_work:
                    await asyncio.sleep(0.05)
            await asyncio.sleep(0.5)
            assert await last.stops() == 0
            funnel = await audience.check(db)
    finally:
        for bot in bots:
            bot.end()
        await db.close()
    kinds = [one.kind for one in audience.people]
    expected = Funnel(
        unopened=kinds.count(7), partial=kinds.count(8), refused=kinds.count(9),
        complete=PEOPLE - kinds.count(7) - kinds.count(8) - kinds.count(9),
    )  # fmt: skip
    assert funnel == expected
    assert funnel.planned == PEOPLE
    print(f"{PEOPLE} personas, {KILLS} kill -9: 0 answers lost, {funnel}")
