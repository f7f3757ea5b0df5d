"""A place where many people use the bot at the same time."""

import asyncio

from sandbox.stage import Stage
from sandbox.telegram import Telegram
from tests.soak.crowd import Crowd


class Square:
    def __init__(self, stage: Stage, crowd: Crowd) -> None:
        self.stage, self.crowd = stage, crowd

    @property
    def telegram(self) -> Telegram:
        return self.stage.telegram

    async def quiet(self, seconds: float = 60) -> None:
        """Everything that people have done is handled."""
        async with asyncio.timeout(seconds):
            while self.telegram.updates.queue:
                await asyncio.sleep(0.01)
            await self.stage.parts.switchboard.settled()

    async def forms_open(self) -> None:
        self.crowd.open_forms()
        await self.quiet()
        assert self.crowd.all_see_the_form

    async def check(self) -> None:
        """Every act is kept, and every screen was true."""
        kept = await self.crowd.kept(self.stage.parts.db)
        for account, persona in self.crowd.people.items():
            assert kept[account] == persona.truth[-1]
            assert persona.shown[-1] == persona.truth[-1]
            list(persona.reached())

    @property
    def refused(self) -> list[tuple[str, str]]:
        """Calls that the messenger refused."""
        return [
            (call.method, call.description)
            for call in self.telegram.journal.since(0, errors_only=True)
        ]
