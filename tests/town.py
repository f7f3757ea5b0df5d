"""A house full of people for tests: the running product, and shortcuts to a story's beginning.

    anna = await house.curator()
    link = await house.link(Role.MENTEE)
    lena = await house.newcomer("Lena")
    await lena.starts(link)
"""

from contextlib import AsyncExitStack
from datetime import UTC, date, datetime, timedelta
from types import TracebackType
from typing import Self
from uuid import UUID

from bot.domain.access import Role
from bot.usecases.programme import programmes
from sandbox.people import Person, Town
from sandbox.people_of_demo import Invented
from sandbox.stage import Stage
from sandbox.world import World

MOMENT = datetime(2030, 3, 13, 10, tzinfo=UTC)  # Wednesday, 15:00 in Chelyabinsk
ORGANISATION, PROGRAMME = "Колледж №1", "Траектория"
CURATOR = 101
FORMS = ["employer_learner", "teacher_learner", "student_student", "pupil_pupil"]


class House:
    """The running product and the people in front of it."""

    def __init__(self, stage: Stage, address: str) -> None:
        self.stage, self._address = stage, address
        self._open = AsyncExitStack()
        self.world = World(stage)

    async def __aenter__(self) -> Self:
        self.town = await self._open.enter_async_context(Town(self._address))
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self._open.aclose()

    @property
    def programme_id(self) -> UUID:
        assert self.world.programme_id is not None
        return self.world.programme_id

    async def newcomer(self, name: str, *, language: str = "ru") -> Person:
        """Somebody with a messenger and no link yet."""
        return await self.town.stranger(name, language_code=language)

    async def curator(self, *, language: str = "ru") -> Person:
        """Anna, with a programme of her own."""
        self.stage.telegram.people.add(
            id=CURATOR, first_name="Anna", language_code=language, started=True
        )
        token = await self.stage.invite(Role.CURATOR, ORGANISATION)
        await self.world.open(CURATOR, token)
        anna = await self.world.actor(CURATOR)
        db = self.stage.parts.db
        await programmes.introduce_curator(db, anna, name="Анна Петрова")
        self.world.programme_id = await programmes.create(
            db, anna, name=PROGRAMME, forms=FORMS,
            starts_on=date(2029, 9, 1), ends_on=date(2030, 5, 31),
        )  # fmt: skip
        return await self.town.person(CURATOR)

    async def link(self, role: Role) -> str:
        """The token of the curator's invitation."""
        return await self.world.link(role)

    async def joined(self, somebody: Invented) -> Person:
        """Somebody who has come in already, as far as their state says."""
        first, _, last = somebody.name.partition(" ")
        add = self.stage.telegram.people.add
        add(id=somebody.account, first_name=first, last_name=last, started=True)
        if somebody.guardian is not None:
            add(id=somebody.guardian[0], first_name=somebody.guardian[1], started=True)
        role = Role.MENTOR if "competences" in somebody.answers else Role.MENTEE
        await self.world.join(somebody, await self.link(role))
        return await self.town.person(somebody.account)

    async def pair(self, mentee: int, mentor: int) -> UUID:
        """A pair at work: proposed and accepted by both (accounts)."""
        from bot.usecases.pairs import pairs

        pair_id = await self.world.propose(mentee, mentor)
        for account in (mentee, mentor):
            await pairs.answer(
                self.stage.parts.db,
                await self.world.actor(account),
                pair_id=pair_id,
                accepts=True,
                profile=self.stage.parts.profile,
            )
        return pair_id

    async def passes(self, **span: float) -> None:
        """Time goes by, and everything that is due comes: `await house.passes(days=1)`."""
        await self.stage.advance(timedelta(**span))

    async def settles(self) -> None:
        """Everything said is handled, everything due is delivered."""
        await self.stage.settle()
