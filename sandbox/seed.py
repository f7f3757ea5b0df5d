"""The seeded programme of the demo, lived through by the same use cases and letters as a real one.

The clock starts seven weeks back and goes forward, so phones hold a true history.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from bot.domain import moments
from bot.domain.access import Role
from bot.domain.house_figures import SCHOOL_YEAR_MONTH, school_year
from bot.domain.meetings import Receipt
from bot.usecases.monitoring import waves
from bot.usecases.pairs import pairs, ratings
from sandbox import people_of_demo as demo
from sandbox.seed_desk import Desk
from sandbox.seed_monitoring import report
from sandbox.seed_pairs import go_on
from sandbox.seed_region import Region
from sandbox.seed_wishes import NOT_WITH, WISHED, wish
from sandbox.world import World

if TYPE_CHECKING:
    from sandbox.stage import Stage

WEEKS = 7
DAY = timedelta(days=1)
# the pairs at work: (mentee, mentor, days ago of meetings held, what is special)
AT_WORK: tuple[tuple[int, int, tuple[int, ...], str], ...] = (
    (301, 201, (33, 19, 5), "ahead"),
    (302, 202, (30, 16, 2), ""),
    (304, 203, (31, 17, 4), "disputed"),
    (305, 204, (40, 32), ""),
    (303, 205, (29, 16), ""),
    (307, 202, (27, 21), ""),
)
RATED = ((304, 203, 4, 9), (301, 201, 9, 9), (302, 202, 8, 9), (303, 205, 9, 10))  # two weeks ago
PROPOSED = (306, 205)
ANSWERED_ALL = (302, 202, 203, 204, 305)  # not the phones on the page: they can answer
ANSWERED_TWO = (304,)
Act = Callable[[], Awaitable[None]]


@dataclass(frozen=True)
class Event:
    days_ago: int
    hour: int
    act: Act


async def seed_demo(stage: "Stage") -> None:
    """Seven weeks of a programme, ending at the stage's own moment."""
    now = stage.wall()
    show_phones(stage, now.year)
    demo_ = Demo(stage, moments.local(now, demo.ZONE).date())
    stage.wall.set(demo_.at(WEEKS * 7, 12))
    for event in sorted(demo_.events(), key=lambda one: (-one.days_ago, one.hour)):
        await stage.live_until(demo_.at(event.days_ago, event.hour))
        await event.act()
    await stage.live_until(now)
    for account in (demo.HEAD, demo.COORDINATOR):
        stage.telegram.people.say(account, "/menu")  # answered as soon as the bot is there


class Demo:
    """What happens in the seven weeks, and when."""

    def __init__(self, stage: "Stage", today: date) -> None:
        self.stage, self.today = stage, today
        self.world = World(stage)
        self.at_work: dict[tuple[int, int], UUID] = {}
        self.booked: dict[tuple[int, int], UUID] = {}

    def at(self, days_ago: int, hour: int) -> datetime:
        return moments.instant(self.today - days_ago * DAY, time(hour), demo.ZONE)

    def events(self) -> list[Event]:
        desk = Desk(self.world, self.today, self.at_work)
        region = Region(self.stage, self.today)
        first_monday = _first_monday(self.today)
        founded = max((self.today - first_monday).days + 1, 1)  # the region's letter tells of them
        return [
            Event(49, 12, self.begins),
            Event(47, 12, self.proposes),
            Event(45, 15, self.accepted),
            *self._meetings(),
            Event(14, 18, self.rates),
            Event(44, 12, desk.shares),
            *(Event(days, 17, desk.talks(with_whom)) for days, with_whom in desk.TALKS),
            Event(9, 11, desk.writes_down),
            Event(8, 12, desk.writes_to_all),
            Event(4, 12, desk.asked_and_answered),
            Event(founded + 9, 9, region.paired),
            Event(founded + 8, 9, region.agreed),
            Event(founded + 7, 10, region.met),
            Event(founded, 8, region.founded),
            Event(1, 12, self.last_days),
            Event(1, 13, desk.last_days),
            Event(0, 10, desk.asked_today),
        ]

    async def begins(self) -> None:
        year, first = school_year(self.today), self.today - WEEKS * 7 * DAY
        await self.world.begins(
            organisation=demo.ORGANISATION,
            curator=demo.CURATOR_NAME,
            programme=demo.PROGRAMME,
            starts_on=min(date(year, SCHOOL_YEAR_MONTH, 1), first),
            ends_on=max(date(year + 1, 5, 31), self.today + 8 * 7 * DAY),
        )
        mentee_link = await self.world.link(Role.MENTEE)
        mentor_link = await self.world.link(Role.MENTOR)
        for somebody in demo.mentors(self.today.year):
            if somebody.state == "approved":
                await self.world.join(somebody, mentor_link)
        for somebody in demo.mentees(self.today.year):
            if somebody.state == "approved":
                await self.world.join(somebody, mentee_link)

    async def proposes(self) -> None:
        for mentee, mentor, _, _ in AT_WORK:
            self.at_work[mentee, mentor] = await self.world.propose(mentee, mentor)

    async def accepted(self) -> None:
        parts = self.stage.parts
        for both, pair_id in self.at_work.items():
            for account in both:
                await pairs.answer(
                    parts.db, await self.world.actor(account), pair_id=pair_id, accepts=True,
                    profile=parts.profile,
                )  # fmt: skip

    def _meetings(self) -> list[Event]:
        """Agreed the day before, told in the evening."""
        events = []
        for mentee, mentor, held, special in AT_WORK:
            for days in held:
                both = (mentee, mentor)
                disputed = special == "disputed" and days == min(held)
                word = Receipt.NOT_HELD if disputed else Receipt.HELD
                events += [
                    Event(days + 1, 11, self._agree(both, days)),
                    Event(days, 18, self._tell(both, days, word)),
                ]
        return events

    def _agree(self, both: tuple[int, int], days: int) -> Act:
        async def act() -> None:
            self.booked[both[0], days] = await self.world.meet(
                self.at_work[both], *both, self.at(days, 16)
            )

        return act

    def _tell(self, both: tuple[int, int], days: int, word: Receipt) -> Act:
        async def act() -> None:
            mentee, mentor = both
            meeting_id = self.booked[mentee, days]
            await self.world.confirm(mentee, meeting_id, word)
            await self.world.confirm(mentor, meeting_id, Receipt.HELD)

        return act

    async def rates(self) -> None:
        for mentee, mentor, *said in RATED:
            for account, rating in zip((mentee, mentor), said, strict=True):
                await ratings.rate(
                    self.stage.parts.db, await self.world.actor(account),
                    pair_id=self.at_work[mentee, mentor], rating=rating,
                )  # fmt: skip

    async def last_days(self) -> None:
        """The wave half answered, fresh applications, a proposal out, a meeting ahead."""
        world, parts, people = self.world, self.stage.parts, self.stage.telegram.people
        db, profile, yesterday = parts.db, parts.profile, self.today - DAY
        assert world.programme_id is not None
        anna = await world.actor(demo.CURATOR)
        await waves.open_wave(
            db, anna, programme_id=world.programme_id, days=10, profile=profile
        )
        await self.stage.tick()
        for account in ANSWERED_ALL + ANSWERED_TWO:
            await world.fill_in_survey(account, most=2 if account in ANSWERED_TWO else None)
        mentee_link, mentor_link = await world.link(Role.MENTEE), await world.link(Role.MENTOR)
        for somebody in (*demo.mentees(self.today.year), *demo.mentors(self.today.year)):
            if somebody.state != "approved":
                link = mentor_link if "competences" in somebody.answers else mentee_link
                await world.join(somebody, link)
        await world.propose(*PROPOSED)
        spoke = {who for who, _ in WISHED} | {other for _, liked in WISHED for other in liked}
        actors = {who: await world.actor(who) for who in (demo.CURATOR, *spoke, *NOT_WITH)}
        await wish(db, actors, world.programme_id, profile)
        await report(db, anna, world.programme_id, yesterday, profile)
        await go_on(db, world.actor, yesterday, profile)
        for account, label, link in (
            (demo.NEWCOMER, "Приглашение от куратора", mentee_link),
            (demo.NEW_MENTOR, "Приглашение наставнику", mentor_link),
            (demo.ALUMNA, "Приглашение выпускникам", await world.link(Role.ALUMNUS)),
        ):
            people.get(account).links.append({"label": label, "payload": link})
        mentee, mentor, _, _ = next(pair for pair in AT_WORK if pair[3] == "ahead")
        await world.meet(self.at_work[mentee, mentor], mentee, mentor, self.at(-2, 16))


def _first_monday(today: date) -> date:
    """The latest first Monday of a month before today."""
    month = today.replace(day=1)
    while True:
        monday = month + timedelta(days=-month.weekday() % 7)
        if monday < today:
            return monday
        month = (month - DAY).replace(day=1)


def show_phones(stage: "Stage", year: int) -> None:
    """Everybody who has an account; some with a phone on the page, who say what to try there."""
    add = stage.telegram.people.add
    for account, name, label, note in (
        (demo.CURATOR, "Анна Петрова", "Куратор",
         "Нажмите строку в сводке за понедельник. Потом /menu → «Рабочий стол», «Ещё…» → отчёт"),
        (demo.DEPUTY, "Мария Ветрова", "Заместитель",
         "Ведёт две пары из шести, остальных не видит. Попробуйте найти кого-нибудь: /menu"),
        (demo.HEAD, "Олег Дёмин", "Директор", "Только смотрит. Откройте «Моя организация»"),
        (demo.COORDINATOR, "Вера Шилова", "Регион",
         "Видит только числа. «Картина по региону»: кто отстаёт, кому напомнить, прошлый год"),
    ):  # fmt: skip
        first, _, last = name.partition(" ")
        add(id=account, first_name=first, last_name=last, label=label, note=note, started=True)
    for somebody in (*demo.mentors(year), *demo.mentees(year)):
        first, _, last = somebody.name.partition(" ")
        add(
            id=somebody.account,
            first_name=first,
            last_name=last,
            label=somebody.label or somebody.name,
            note=demo.HINTS.get(somebody.account, ""),
            phone=somebody.phone,
            started=True,
        )
        if somebody.guardian is not None:
            account, name = somebody.guardian
            first, _, last = name.partition(" ")
            add(id=account, first_name=first, last_name=last, label=name, phone=False, started=True)
    for account, first, last, label, note in (
        (demo.NEWCOMER, "Лена", "Кузнецова", "Новенькая", "16 лет, ещё не в программе"),
        (demo.NEW_GUARDIAN, "Татьяна", "Кузнецова", "Мама Лены", "получит ссылку от Лены"),
        (demo.ALUMNA, "Марина", "Юдина", "Выпускница", "хочет помочь колледжу"),
        (demo.NEW_MENTOR, "Сергей", "Мельник", "Новый наставник", "с предприятия"),
    ):
        add(id=account, first_name=first, last_name=last, label=label, note=note)
