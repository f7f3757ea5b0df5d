"""The training log as the team reads it: who is where, results by module, what people thought."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from bot.domain import moments
from bot.domain.access import Actor, May
from bot.domain.errors import Gone, NudgedLately
from bot.domain.notice_kinds import plan_about
from bot.domain.participations import Participation
from bot.domain.people import Person
from bot.domain.profile import Profile
from bot.domain.programmes import Organisation, Programme
from bot.domain.responses import summary
from bot.domain.selection import Stage
from bot.domain.spoken import When
from bot.domain.training import Module, TrainingRecord
from bot.storage.database import Database
from bot.usecases.training.courses import FEEDBACK, counting, course_of, passed_keys
from bot.usecases.training.opening import REMINDER, courses, may_learn

PAGE = 6
FEWEST = 3  # opinions; of fewer it could be told whose they are
MOST_WORDS = 5
PAUSE = timedelta(days=3)
DOUBLE_PRESS = timedelta(minutes=1)  # so soon nobody means a second reminder


@dataclass(frozen=True)
class LogLine:
    participation_id: UUID
    name: str | None
    done: int
    total: int
    idle_days: int  # since the last step, or since the training opened
    certified: bool


@dataclass(frozen=True)
class LogPage:
    lines: tuple[LogLine, ...]
    more: bool
    learners: int
    trained: int
    opinions: int


async def page(
    db: Database, actor: Actor, *, programme_id: UUID, page: int = 0, profile: Profile
) -> LogPage:
    """Those still learning first, who may learn longest before the others."""
    async with db.reading() as tx:
        programme = await tx.get(Programme, programme_id)
        actor.must(May.SEE_APPLICATIONS, programme)
        found = await tx.training.learners(programme_id, limit=PAGE + 1, offset=page * PAGE)
        shown = found[:PAGE]
        ids = [one.id for one in shown]
        people = await tx.people.many([one.person_id for one in shown])
        modules = await courses(tx, shown, profile)
        records = await tx.training.records(ids)
        certificates = await tx.training.certificates(ids)
        lines = []
        for one in shown:
            course = course_of(
                one, programme, modules[one.id], records[one.id], certified=one.id in certificates
            )
            assert one.training_open_at is not None
            last = max([one.training_open_at, *(r.touched_at for r in records[one.id])])
            lines.append(
                LogLine(
                    participation_id=one.id,
                    name=people[one.person_id].name,
                    done=course.done,
                    total=course.total,
                    idle_days=(tx.now - last).days,
                    certified=course.certified,
                )
            )
        learners, trained = await tx.training.counts(programme_id)
        opinions = len(await tx.training.feedback(FEEDBACK, programme_id))
        return LogPage(tuple(lines), len(found) > PAGE, learners, trained, opinions)


@dataclass(frozen=True)
class Result:
    """One module of one mentor."""

    module: Module
    record: TrainingRecord | None
    tries: int
    on: date | None  # the day it was passed


@dataclass(frozen=True)
class LogCard:
    participation_id: UUID
    name: str | None
    done: int
    total: int
    minutes: int  # of the modules passed
    results: tuple[Result, ...]
    number: str | None  # of the certificate
    open_since: date
    last_on: date | None  # the last step
    today: date
    may_remind: bool


async def card(db: Database, actor: Actor, *, participation_id: UUID, profile: Profile) -> LogCard:
    async with db.reading() as tx:
        participation = await tx.get(Participation, participation_id)
        actor.must(May.SEE_APPLICATIONS, participation)
        if participation.training_open_at is None:
            raise Gone
        programme = await tx.get(Programme, participation.programme_id)
        house = await tx.get(Organisation, participation.organisation_id)
        person = await tx.get(Person, participation.person_id)
        modules = (await courses(tx, [participation], profile))[participation.id]
        records = (await tx.training.records([participation.id]))[participation.id]
        found = (await tx.training.certificates([participation.id])).get(participation.id)
        course = course_of(participation, programme, modules, records, certified=found is not None)

        def day(moment: datetime) -> date:
            return moments.local(moment, house.timezone).date()

        results = []
        for module in modules:
            record = counting(records, module)
            tries = sum(r.module == module.key and r.ended_at is not None for r in records)
            ended = record.ended_at if record is not None and record.passed else None
            results.append(Result(module, record, tries, day(ended) if ended else None))
        passed_now = passed_keys(records)
        return LogCard(
            participation_id=participation.id,
            name=person.name,
            done=course.done,
            total=course.total,
            minutes=sum(module.minutes for module in modules if module.key in passed_now),
            results=tuple(results),
            number=found.number if found else None,
            open_since=day(participation.training_open_at),
            last_on=day(max(r.touched_at for r in records)) if records else None,
            today=day(tx.now),
            may_remind=(
                found is None
                and participation.stage is not Stage.TRAINED
                and may_learn(participation)
                and actor.may(May.DECIDE_APPLICATIONS, participation)
            ),
        )


async def remind(db: Database, actor: Actor, *, participation_id: UUID) -> None:
    """Ask one mentor to go on. Raises `NudgedLately`, `Gone` when there is nothing to remind of."""
    async with db.transaction() as tx:
        participation = await tx.get(Participation, participation_id)
        actor.must(May.DECIDE_APPLICATIONS, participation)
        certified = await tx.training.certificates([participation.id])
        trained = certified or participation.stage is Stage.TRAINED
        if trained or not may_learn(participation):
            raise Gone
        house = await tx.get(Organisation, participation.organisation_id)
        if last := await tx.notices.last_planned(REMINDER, participation.id, by=tx.now + PAUSE):
            if abs(tx.now - last) < DOUBLE_PRESS:
                return
            if tx.now < last + PAUSE:
                raise NudgedLately(again=When(last + PAUSE, house.timezone, tx.now))
        await tx.notices.plan(*plan_about(REMINDER, [participation], due_at=tx.now))


@dataclass(frozen=True)
class Opinions:
    """What trained mentors thought of it; means and words only when there are enough of them."""

    count: int
    useful: float | None
    clear: float | None
    words: tuple[str, ...]  # the latest, nobody's names

    @property
    def enough(self) -> bool:
        return self.count >= FEWEST


async def opinions(db: Database, actor: Actor, *, programme_id: UUID) -> Opinions:
    async with db.reading() as tx:
        programme = await tx.get(Programme, programme_id)
        actor.must(May.SEE_APPLICATIONS, programme)
        found = await tx.training.feedback(FEEDBACK, programme_id)
        if len(found) < FEWEST:
            return Opinions(len(found), None, None, ())
        questionnaire = await tx.surveys.version(found[-1].questionnaire_id)
        means = summary(questionnaire, list(found))
        said = [r.answers.get("words") for r in reversed(found)]
        return Opinions(
            count=len(found),
            useful=means["useful"]["mean"],
            clear=means["clear"]["mean"],
            words=tuple(str(one) for one in said if one)[:MOST_WORDS],
        )
