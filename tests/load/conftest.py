"""A running bot with a crowd in front of it, everybody in the middle of the same form."""

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager

import pytest

from sandbox.stage import Stage
from sandbox.telegram import Limits
from sandbox.wall import Wall
from tests.load.square import Square
from tests.soak.crowd import Crowd
from tests.town import MOMENT

Open = Callable[..., AbstractAsyncContextManager[Square]]


@pytest.fixture
def square(sqlite_url: str) -> Open:
    """`async with square(people=300) as here:`"""

    @asynccontextmanager
    async def opened(*, people: int, limits: Limits | None = None) -> AsyncIterator[Square]:
        gathered: list[Crowd] = []

        async def sow(stage: Stage) -> None:
            gathered.append(crowd := Crowd(stage))
            await crowd.gather(people)

        stage = Stage(
            database_url=sqlite_url,
            wall=Wall(MOMENT),
            limits=limits or Limits.off(),
            seed=sow,
            zone="Asia/Yekaterinburg",
        )
        stage.telegram.journal.accepted.keep_all = True
        async with stage.open():
            yield Square(stage, gathered[0])

    return opened
