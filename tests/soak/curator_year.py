"""A curator's year of made-up pairs, lived by the real bot: every Monday her digest comes, and a
robot clears all it raises by pressing its buttons.

How pairs live and end is that of `benchmarks/digest_year.py`: made up, seeded, nobody's data, and
no help changes it. What has happened is written as rows each Monday before nine; at nine the jobs
run and the digest goes out. What stands here is counted by the buttons that were pressed.
"""

import asyncio
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any
from uuid import UUID

from benchmarks.digest_year import DAYS, FIRST, HOLIDAYS, Course, at_work
from bot.domain.access import Role
from bot.domain.health import Alert, Health, HealthRules, Light
from bot.domain.meetings import Meeting, MeetingState, Receipt
from bot.domain.pair_marks import Done
from bot.domain.pair_words import About, PairWord
from bot.domain.pairs import Pair, PairState
from bot.domain.people import Person
from bot.domain.plans import Goal
from bot.domain.school_calendar import CalendarSpan, SpanKind
from bot.storage.database import Transaction
from bot.usecases.monitoring import digests
from bot.usecases.pairs import check_ins, ending, marks
from sandbox import people_of_demo as demo
from sandbox.clones import cloned
from sandbox.people_of_demo import Invented
from sandbox.stage import Stage
from sandbox.telegram.chats import Message
from sandbox.world import World

DAY, BEFORE, AFTERNOON = timedelta(days=1), timedelta(minutes=20), timedelta(hours=8)
URGENT = (Light.RED, Light.YELLOW)
SIGNS = ("🔴 ", "🟡 ")
BOTH, NUDGE, FINE, AGREED = "📞 С обоими", "Напомнить обоим", "Не проблема", "обо всём договорились"
TALKS, NEXT_PAGE = "📞 Поговорить", "›"
MOST_TAPS = 2000  # of one Monday: a robot that goes round in circles fails
# what she does about the strongest reason; a guess, said so
DOES: Mapping[Alert, Done] = {
    Alert.SILENT: Done.NUDGED,
    Alert.QUIET: Done.NUDGED,
    Alert.SURVEY: Done.FINE,
    Alert.PLAN: Done.FINE,
}


@dataclass(frozen=True)
class Cleared:
    """One Monday: what was there, and the taps it took."""

    day: int
    lines: int
    taps: int
    talks: int
    talk_taps: int


@dataclass
class CuratorsYear:
    stage: Stage
    courses: Sequence[Course]
    by_taps: frozenset[int]  # Mondays on which the robot presses; on the others she does the same
    cleared: list[Cleared] = field(default_factory=list)
    lights: dict[tuple[int, int], Health] = field(default_factory=dict)  # by course and day

    def __post_init__(self) -> None:
        self.world = World(self.stage)
        self.people: list[tuple[UUID, UUID]] = []  # participations of the pairs to come
        self.persons: list[tuple[UUID, UUID]] = []
        self.pairs: dict[int, UUID] = {}
        self.numbers: dict[UUID, int] = {}
        self.meetings: dict[tuple[int, int], UUID] = {}

    # --- before the first Monday

    async def gathers(self) -> None:
        """A programme, and as many of both sides as there are to be pairs."""
        world, people = self.world, self.stage.telegram.people
        people.add(id=demo.CURATOR, first_name="Anna", started=True)
        await world.begins(
            organisation=demo.ORGANISATION, curator=demo.CURATOR_NAME, programme=demo.PROGRAMME,
            starts_on=FIRST.date(), ends_on=(FIRST + DAYS * DAY).date(),
        )  # fmt: skip
        for role, like in ((Role.MENTEE, 309), (Role.MENTOR, 204)):
            people.add(id=like, first_name=str(like), started=True)
            await world.join(_grown_up(like), await world.link(role))
        model = [(await world.actor(one)).person_id for one in (309, 204)]
        parts = [await world.participation(one) for one in (309, 204)]
        copies = [
            {model[0]: (f"Ученик {n}", None), model[1]: (f"Наставник {n}", None)}
            for n in range(len(self.courses))
        ]
        db = self.stage.parts.db
        async with db.statements() as connection:
            maps = await cloned(connection, model, copies)
        self.persons = [(new[model[0]], new[model[1]]) for new in maps]
        self.people = [(new[parts[0]], new[parts[1]]) for new in maps]
        async with db.transaction() as tx:
            for first, last in HOLIDAYS:
                tx.add(
                    CalendarSpan.plan(
                        organisation_id=(await self._where(tx))["organisation_id"],
                        kind=SpanKind.HOLIDAYS,
                        starts_on=(FIRST + first * DAY).date(),
                        ends_on=(FIRST + last * DAY).date(),
                    )
                )

    async def _where(self, tx: Transaction) -> dict[str, Any]:
        person = await tx.get(Person, self.persons[0][0])
        [one] = await tx.participations.of_person(person.id)
        return {"organisation_id": one.organisation_id, "programme_id": one.programme_id}

    # --- Mondays

    async def lived(self, days: Sequence[int]) -> None:
        """These Mondays; the first brings all that was before it."""
        before = 0
        self.stage.wall.set(FIRST + (days[0] - 1) * DAY)
        await self.stage.settle()  # the first digest is planned
        for day in days:
            self.stage.wall.set(FIRST + day * DAY - BEFORE)
            await self._happens(before, day)
            self.stage.wall.set(FIRST + day * DAY + timedelta(seconds=1))
            await self.stage.settle()
            await self._cleared(day)
            before = day

    async def _happens(self, before: int, day: int) -> None:
        """What the bot would know by the morning of the day and did not a week ago."""
        anna = await self.world.actor(demo.CURATOR)
        db = self.stage.parts.db
        async with db.transaction() as tx:
            where = await self._where(tx)
            for course in self.courses:
                if course.number not in self.pairs and at_work(course, day):
                    await self._begins(tx, course, where, anna.person_id)
                ended = course.closed is not None and course.closed <= before
                if course.number in self.pairs and not ended:
                    await self._goes_on(tx, course, where, before, day)
        for course in self.courses:
            known = self.pairs.get(course.number)
            if known is not None and course.closed is not None and before < course.closed <= day:
                await ending.end(db, anna, pair_id=known, reason="other")

    async def _begins(
        self, tx: Transaction, course: Course, where: dict[str, Any], by: UUID
    ) -> None:
        at = FIRST + course.begun * DAY
        (mentee, mentor), parts = self.persons[course.number], self.people[course.number]
        pair = Pair(
            **where, form="student_student", mentee_participation_id=parts[0],
            mentor_participation_id=parts[1], mentee_id=mentee, mentor_id=mentor, proposed_at=at,
            proposed_by=by, expires_at=at + 14 * DAY, score=80, reasons=[],
            state=PairState.ACTIVE, active_since=at,
        )  # fmt: skip
        tx.add(pair)
        await tx.flush()
        self.pairs[course.number], self.numbers[pair.id] = pair.id, course.number

    async def _goes_on(
        self, tx: Transaction, course: Course, where: dict[str, Any], before: int, day: int
    ) -> None:
        mentee, mentor = self.persons[course.number]
        theirs: dict[str, Any] = {**where, "pair_id": self.pairs[course.number]}
        both: dict[str, Any] = {"mentor_id": mentor, "mentee_id": mentee}
        for known, held, told in course.meetings:
            key = (course.number, held)
            if key not in self.meetings and known <= day:
                at = FIRST + held * DAY + AFTERNOON
                meeting = Meeting(
                    **theirs, **both, offered_by=mentor, offered_at=FIRST + known * DAY,
                    times=[at.isoformat()], place="online", at=at, state=MeetingState.AGREED,
                    taken=True,
                )  # fmt: skip
                tx.add(meeting)
                self.meetings[key] = meeting.id
            if key in self.meetings and before <= held < day and told != "unsaid":
                meeting = await tx.get(Meeting, self.meetings[key])
                disputed = told == "disputed"
                meeting.state = MeetingState.DISPUTED if disputed else MeetingState.HELD
                meeting.mentor_says = Receipt.HELD
                meeting.mentee_says = Receipt.NOT_HELD if disputed else Receipt.HELD
        for at_day, number, side, value in course.ratings:
            if before <= at_day < day:
                said = {"rating": str(value), "round": str(number)}
                tx.add(_word(theirs, (mentee, mentor)[side], About.RATING, said, at_day))
        if course.asks is not None and before < course.asks <= day:
            tx.add(_word(theirs, mentee, About.CHANGE, {}, course.asks))
        if course.plan_late is not None and before < course.plan_late <= day:
            tx.add(
                Goal(
                    **theirs, **both, made_by=mentor, made_at=FIRST + before * DAY, title="Цель",
                    measure="видно обоим", due_on=(FIRST + course.plan_late * DAY).date(),
                )
            )  # fmt: skip

    # --- what she does about it

    async def _cleared(self, day: int) -> None:
        parts, anna = self.stage.parts, await self.world.actor(demo.CURATOR)
        assert self.world.programme_id is not None
        where: dict[str, Any] = {
            "programme_id": self.world.programme_id, "profile": parts.profile,
        }  # fmt: skip
        facts = await digests.digest(parts.db, anna, **where)
        for pair in facts.pairs:
            self.lights[self.numbers[pair.pair_id], day] = pair.health
        if day in self.by_taps:
            robot = Robot(self.stage, self._strongest(day))
            await robot.clears_lines()
            lines, taps = robot.lines, robot.taps
            await robot.has_talks()
            self.cleared.append(Cleared(day, lines, taps, robot.talks, robot.taps - taps))
            facts = await digests.digest(parts.db, anna, **where)
            assert not facts.urgent, [one.mentee for one in facts.urgent]
            assert facts.talks is None or not facts.talks.due
            return
        while facts.urgent:
            for pair in facts.urgent:
                alert = pair.health.reasons[0].alert
                does = DOES.get(alert, Done.CALLED) if alert else Done.CALLED
                await marks.mark(
                    parts.db, anna, pair_id=pair.pair_id, what=does, profile=parts.profile,
                    reason="agreed" if does is Done.FINE else None,
                    sides=marks.BOTH if does is Done.CALLED else frozenset(),
                )  # fmt: skip
            facts = await digests.digest(parts.db, anna, **where)
        due = await check_ins.listed(parts.db, anna, **where)
        for one in due.due:
            await check_ins.talked(parts.db, anna, person_id=one.person_id, role=one.role, **where)

    def _strongest(self, day: int) -> Mapping[int, Alert | None]:
        """By the number in the names of the two."""
        return {
            number: health.reasons[0].alert
            for (number, on), health in self.lights.items()
            if on == day
        }

    # --- what the alerts were worth

    def rule(self, says: Callable[[Health], bool]) -> Callable[[Course, int, HealthRules], bool]:
        """For `judged`: what the digest said of a pair on a Monday."""

        def asked(course: Course, day: int, _: HealthRules) -> bool:
            health = self.lights.get((course.number, day))
            return health is not None and says(health)

        return asked


class Robot:
    """Sees the curator's chat and presses its buttons; each press is a tap."""

    def __init__(self, stage: Stage, strongest: Mapping[int, Alert | None]) -> None:
        self.stage, self.strongest = stage, strongest
        self.lines = self.taps = self.talks = 0
        self.person = stage.telegram.people.get(demo.CURATOR)
        self.digest = self._newest(TALKS, *SIGNS)

    async def clears_lines(self) -> None:
        while line := next((one for one in self._labels(self.digest) if one[:2] in SIGNS), None):
            await self._taps(self.digest, line)
            self.lines += 1
            number = int(line.rpartition(" ")[2])
            alert = self.strongest.get(number)
            does = DOES.get(alert, Done.CALLED) if alert else Done.CALLED
            shown = self._labels(self.digest)
            if does is Done.NUDGED and any(NUDGE in one for one in shown):
                await self._taps(self.digest, NUDGE)
            elif does is Done.FINE:
                await self._taps(self.digest, FINE)
                await self._taps(self.digest, AGREED)
            else:
                await self._taps(self.digest, BOTH)
            if any(BOTH in one for one in self._labels(self.digest)):
                await self._taps(self.digest, BOTH)  # they were reminded lately: she calls

    async def has_talks(self) -> None:
        """The due list, name by name."""
        if not any(TALKS in one for one in self._labels(self.digest)):
            return
        await self._taps(self.digest, TALKS)
        while True:
            window = self._newest("☰")
            names = [one for one in self._labels(window) if "Ученик" in one or "Наставник" in one]
            if not names:
                return
            await self._taps(window, names[0])
            self.talks += 1

    def _newest(self, *words: str) -> Message:
        return next(
            one
            for one in reversed(self.person.chat.messages.values())
            if any(word in label for label in self._labels(one) for word in words)
        )

    def _buttons(self, message: Message) -> list[dict[str, Any]]:
        now = self.person.chat.messages[message.id]  # as it was edited last
        inline: dict[str, Any] | None = now.inline
        return [one for row in (inline or {}).get("inline_keyboard", ()) for one in row]

    def _labels(self, message: Message) -> list[str]:
        return [one["text"] for one in self._buttons(message)]

    async def _taps(self, message: Message, label: str) -> None:
        data = next(one["callback_data"] for one in self._buttons(message) if label in one["text"])
        self.taps += 1
        assert self.taps < MOST_TAPS, self._labels(message)
        telegram = self.stage.telegram
        telegram.people.press(demo.CURATOR, message.id, data)
        while telegram.updates.queue:
            await asyncio.sleep(0.001)
        await self.stage.parts.switchboard.settled()


def _word(
    theirs: dict[str, Any], person_id: UUID, about: About, said: dict[str, str], day: int
) -> PairWord:
    at = FIRST + day * DAY
    settled: dict[str, Any] = {}
    if about is About.RATING:
        settled = {"settled_at": at, "settled_by": person_id}
    return PairWord(**theirs, person_id=person_id, about=about, said=said, said_at=at, **settled)


def _grown_up(account: int) -> Invented:
    everybody = (*demo.mentees(FIRST.year), *demo.mentors(FIRST.year))
    return next(one for one in everybody if one.account == account)
