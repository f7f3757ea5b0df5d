"""The region of the demo: organisations in various states, last year's figures, who looks.

Three have people of their own, who are copies of one pair and have no messenger; the others say in
numbers who takes part without the bot. What is counted of them is counted as everywhere else.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, time, timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID

from bot.domain import moments
from bot.domain.access import Role
from bot.domain.digest_choices import Often
from bot.domain.house_figures import SCHOOL_YEAR_MONTH, Facts, HouseFigures, school_year
from bot.domain.meetings import Receipt
from bot.domain.roadmap import ProgrammeStage
from bot.storage.database import Transaction
from bot.usecases.monitoring import digest_choices, indicators, waves
from bot.usecases.pairs import pairs
from bot.usecases.programme import organisations, roadmap
from bot.usecases.team import team
from sandbox import people_of_demo as demo
from sandbox.clones import cloned
from sandbox.people_of_demo import Invented
from sandbox.world import World

if TYPE_CHECKING:
    from sandbox.stage import Stage

DAY = timedelta(days=1)
Both = tuple[int, int]  # accounts of a mentee and a mentor


@dataclass(frozen=True)
class House:
    """`people`: pairs in the bot, by which option they tick of scales; `besides`: learners who
    take part without it.
    """

    account: int  # of the curator; of the pairs that are copied those after it
    name: str
    kind: str
    curator: str
    learners: int
    besides: int
    people: tuple[tuple[int, int], ...] = ()
    agreed: bool = True
    late: bool = False  # the road map
    asks: bool = False  # a wave, over by now


HOUSES = (
    House(810, "Школа №14 (Миасс)", "school", "Ирина Львовна Зотова", 780, 590,
          people=((18, 7), (6, 2)), asks=True),
    House(820, "Гимназия №2 (Копейск)", "school", "Алла Петровна Ким", 640, 452,
          people=((9, 8), (5, 3)), asks=True),
    House(830, "Лицей «Горизонт» (Златоуст)", "school", "Павел Андреевич Юдин", 560, 231,
          late=True),
    House(840, "Школа-интернат №3 (Троицк)", "school", "Нина Васильевна Родина", 90, 0,
          people=((2, 7),)),
    House(850, "Школа №5 (Сатка)", "school", "Егор Ильич Басов", 420, 300, agreed=False),
    House(860, "Дом творчества (Озёрск)", "extra-curricular", "Дарья Юрьевна Лис", 350, 262),
)  # fmt: skip
NO_CURATOR = "Техникум «Металлург» (Магнитогорск)"
# a year ago: name, mentees, mentors, pairs, learners covered and all, satisfied and asked
LAST_YEAR = (
    (demo.ORGANISATION, 11, 6, 11, 18, 58, 0, 0),
    ("Школа №14 (Миасс)", 20, 18, 20, 470, 770, 12, 18),
    ("Гимназия №2 (Копейск)", 15, 15, 15, 395, 630, 9, 15),
    ("Лицей «Горизонт» (Златоуст)", 0, 0, 0, 210, 550, 0, 0),
    ("Дом творчества (Озёрск)", 0, 0, 0, 215, 340, 0, 0),
)
_FIRST = ("Аня", "Боря", "Вика", "Гриша", "Дина", "Женя", "Захар", "Ира", "Костя", "Лиза")
_LAST = ("Арт", "Бор", "Вейс", "Гай", "Дюк", "Шток")


class Region:
    def __init__(self, stage: "Stage", today: date) -> None:
        self.stage, self.today = stage, today
        self.worlds = {one: World(stage, one.account) for one in HOUSES}
        self.pairs: dict[Both, UUID] = {}
        self.meetings: dict[Both, UUID] = {}

    @property
    def _with_people(self) -> Sequence[House]:
        return [one for one in HOUSES if one.people]

    async def founded(self) -> None:
        """The coordinator, and every organisation but those that were there before."""
        for house in HOUSES:
            if not house.people:
                await self._found(house)
        await self.stage.invite(Role.CURATOR, NO_CURATOR)
        token = await self.stage.invite(Role.REGION, demo.CENTRE)
        world = self.worlds[HOUSES[0]]
        await world.open(demo.COORDINATOR, token)
        vera = await world.actor(demo.COORDINATOR)
        await team.introduce(self.stage.parts.db, vera, name=demo.COORDINATOR_NAME)
        await self._before()

    async def paired(self) -> None:
        """In some the first pairs are at work."""
        parts = self.stage.parts
        for house in self._with_people:
            await self._found(house)
            world = self.worlds[house]
            for both in _models(house):
                for role, like, account in (
                    (Role.MENTEE, 309, both[0]), (Role.MENTOR, 204, both[1]),
                ):  # fmt: skip
                    model = replace(self._like(like), account=account)
                    self._account(account, model.name, house.name)
                    await world.join(model, await world.link(role))
                self.pairs[both] = await world.propose(*both)
                for account in both:
                    await pairs.answer(
                        parts.db, await world.actor(account), pair_id=self.pairs[both],
                        accepts=True, profile=parts.profile,
                    )  # fmt: skip

    async def agreed(self) -> None:
        at = self.stage.wall() + DAY
        for house in self._with_people:
            for both in _models(house):
                self.meetings[both] = await self.worlds[house].meet(self.pairs[both], *both, at)

    async def met(self) -> None:
        """And now there are as many of them as there are to be."""
        parts = self.stage.parts
        for house in self._with_people:
            world = self.worlds[house]
            for both in _models(house):
                for account in both:
                    await world.confirm(account, self.meetings[both], Receipt.HELD)
            if house.asks:
                assert world.programme_id is not None
                await waves.open_wave(
                    parts.db, await world.actor(house.account), days=5,
                    programme_id=world.programme_id, profile=parts.profile,
                )  # fmt: skip
            for both, (number, ticks) in zip(_models(house), house.people, strict=True):
                if house.asks:
                    for account in both:
                        await world.fill_in_survey(account, ticks=ticks)
                model = [(await world.actor(account)).person_id for account in both]
                copies = [
                    {one: (name, None) for one, name in zip(model, _names(n), strict=True)}
                    for n in range(number - 1)
                ]
                async with parts.db.statements() as connection:
                    await cloned(connection, model, copies)

    async def _found(self, house: House) -> None:
        """A curator, a programme, a road map, and how many learn there."""
        parts, world = self.stage.parts, self.worlds[house]
        self._account(house.account, house.curator, "куратор: " + house.name)
        year = school_year(self.today)
        await world.begins(
            organisation=house.name,
            curator=house.curator,
            programme="Наставничество",
            starts_on=min(date(year, SCHOOL_YEAR_MONTH, 1), self.today - 49 * DAY),
            ends_on=max(date(year + 1, 5, 31), self.today + 56 * DAY),
        )
        me = await world.actor(house.account)
        house_id = me.assignments[0].organisation_id
        on = moments.local(self.stage.wall(), demo.ZONE).date()
        where: dict[str, Any] = {"programme_id": world.programme_id}
        await digest_choices.hear(parts.db, me, often=Often.OFF, weekday=0, hour=9, **where)
        await organisations.set_kind(
            parts.db, me, organisation_id=house_id, kind=house.kind, profile=parts.profile
        )
        await organisations.count(
            parts.db, me, organisation_id=house_id, numbers={"total": house.learners}, on=on
        )
        if house.besides:
            await indicators.enter(
                parts.db, me, key="outside-learners", number=house.besides, on=on,
                profile=parts.profile, **where,
            )  # fmt: skip
        await roadmap.draw_up(parts.db, me, profile=parts.profile, **where)
        await roadmap.agree(parts.db, me, agreed=house.agreed, **where)
        if not house.late:
            for stage in ProgrammeStage:
                await roadmap.tick_stage(parts.db, me, stage=stage, **where)

    async def _before(self) -> None:
        """Rows of a year ago and of the month before, as the bot would have left them."""
        today = moments.local(self.stage.wall(), demo.ZONE).date()
        a_year_ago = self.today - 365 * DAY
        last_month = today.replace(day=1) - DAY
        async with self.stage.parts.db.transaction() as tx:
            for name, *numbers in LAST_YEAR:
                tx.add(await self._row(tx, name, a_year_ago, numbers))
            for one in HOUSES:
                if not one.people and one.besides:
                    covered = one.besides * 9 // 10
                    numbers = [0, 0, 0, covered, one.learners, 0, 0]
                    tx.add(await self._row(tx, one.name, last_month, numbers))

    async def _row(
        self, tx: Transaction, name: str, on: date, numbers: Sequence[int]
    ) -> HouseFigures:
        mentees, mentors, number, covered, learners, glad, asked = numbers
        house = await tx.programmes.organisation_named(name)
        assert house is not None
        third = number // 3
        told = {
            "mentees": {"all": mentees},
            "mentors": {"all": mentors},
            "pairs": {"employer_learner": third, "teacher_learner": third,
                      "student_student": number - 2 * third},
            "k1": {"yes": covered, "no": learners - covered},
        }  # fmt: skip
        if asked:
            told |= {
                "k5": {"yes": glad, "no": asked - glad},
                "k6": {"yes": glad, "no": asked - glad},
                "answers": {"yes": 2 * asked, "no": mentees + mentors - 2 * asked},
            }
        facts = Facts(
            curator=True, programmes=1, road_maps=1, agreed=1, waves=int(bool(asked)),
            days_at_work=50, numbers=True,
        )  # fmt: skip
        return HouseFigures(
            organisation_id=house.id,
            month=on.replace(day=1),
            year=school_year(on),
            on=on,
            counted_at=moments.instant(on, time(12), demo.ZONE),
            counts=told,
            told=told,
            facts=facts.dump(),
        )

    def _like(self, account: int) -> Invented:
        """A grown-up of the demo: no guardian is needed for a copy."""
        year = self.today.year
        everybody = (*demo.mentees(year), *demo.mentors(year))
        return next(one for one in everybody if one.account == account)

    def _account(self, account: int, name: str, label: str) -> None:
        first, _, last = name.partition(" ")
        self.stage.telegram.people.add(
            id=account, first_name=first, last_name=last, label=label, phone=False, started=True
        )


def _names(number: int) -> tuple[str, str]:
    """Of a mentee and a mentor."""
    last = _LAST[number % len(_LAST)]
    return f"{_FIRST[number % 10]} {last}", f"{_FIRST[(number * 3 + 1) % 10]} {last}"


def _models(house: House) -> list[Both]:
    """The pairs that are copied."""
    first = house.account + 1
    return [(first + 2 * n, first + 2 * n + 1) for n in range(len(house.people))]
