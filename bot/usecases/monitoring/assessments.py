"""The curator's assessment of a programme: nine marks, one after the other, and its history."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from bot.domain import moments
from bot.domain.access import Actor, May, Role
from bot.domain.assessments import (
    Assessment,
    AssessmentForm,
    Criterion,
    Evidence,
    Fact,
    Level,
    When,
    weakest,
)
from bot.domain.profile import Profile
from bot.domain.programmes import Organisation, Programme
from bot.storage.database import Database, Transaction
from bot.usecases.monitoring import indicators


@dataclass(frozen=True)
class Assessed:
    """A finished one."""

    assessment_id: UUID
    at: When
    on: date
    by: str
    sum: int
    most: int
    level: Level
    marks: Mapping[str, int]
    weakest: tuple[Criterion, ...]


@dataclass(frozen=True)
class AssessmentHome:
    programme: str
    today: date
    finished: tuple[Assessed, ...]  # the newest first
    begun: Mapping[When, int]  # how many marks one that was begun has already
    assesses: bool


@dataclass(frozen=True)
class Asked:
    """The criterion on the screen; None: all have a mark."""

    assessment_id: UUID
    at: When
    criterion: Criterion | None
    number: int
    total: int
    facts: tuple[tuple[str, Fact], ...]  # beside the criterion


async def home(
    db: Database, actor: Actor, *, programme_id: UUID, profile: Profile
) -> AssessmentHome:
    async with db.reading() as tx:
        programme = await tx.get(Programme, programme_id)
        actor.must(May.SEE_TOTALS, programme)
        house = await tx.get(Organisation, programme.organisation_id)
        found = await tx.indicators.assessments_of(programme_id)
        names = await tx.people.names({one.begun_by for one in found})
        return AssessmentHome(
            programme=programme.name,
            today=moments.local(tx.now, house.timezone).date(),
            finished=tuple(
                _assessed(one, profile.assessment, names, house.timezone)
                for one in found
                if one.finished_at is not None
            ),
            begun={one.at: len(one.marks) for one in found if one.finished_at is None},
            assesses=actor.may(May.ASSESS, programme),
        )


async def begin(db: Database, actor: Actor, *, programme_id: UUID, at: When) -> UUID:
    """A new assessment, or the one that was begun and not finished."""
    async with db.transaction() as tx:
        programme = await tx.get(Programme, programme_id)
        actor.must(May.ASSESS, programme)
        await tx.programmes.lock(programme_id)  # two presses at once begin one
        for one in await tx.indicators.assessments_of(programme_id):
            if one.at is at and one.finished_at is None:
                return one.id
        made = Assessment(
            organisation_id=programme.organisation_id,
            programme_id=programme.id,
            at=at,
            begun_by=actor.person_id,
            begun_at=tx.now,
        )
        tx.add(made)
        return made.id


async def asked(
    db: Database, actor: Actor, *, assessment_id: UUID, profile: Profile
) -> Asked:
    async with db.reading() as tx:
        one = await tx.get(Assessment, assessment_id)
        actor.must(May.ASSESS, one)
        form = profile.assessment
        criterion = form.next_after(one.marks)
        programme = await tx.get(Programme, one.programme_id)
        return Asked(
            assessment_id=one.id,
            at=one.at,
            criterion=criterion,
            number=min(len(one.marks) + 1, len(form.criteria)),
            total=len(form.criteria),
            facts=await _facts(tx, programme, criterion, profile) if criterion else (),
        )


async def mark(
    db: Database, actor: Actor, *, assessment_id: UUID, criterion: str, mark: int, profile: Profile
) -> bool:
    """True when that was the last one. A press for a criterion that has its mark changes nothing.

    Raises `Gone` for what is no mark.
    """
    async with db.transaction() as tx:
        one = await tx.get(Assessment, assessment_id)
        actor.must(May.ASSESS, one)
        if one.finished_at is None and criterion not in one.marks:
            one.mark(profile.assessment, criterion, mark, tx.now)
        return one.finished_at is not None


async def back(db: Database, actor: Actor, *, assessment_id: UUID, profile: Profile) -> bool:
    """To the criterion before; False at the first one."""
    async with db.transaction() as tx:
        one = await tx.get(Assessment, assessment_id)
        actor.must(May.ASSESS, one)
        return one.take_back(profile.assessment)


async def result(
    db: Database, actor: Actor, *, assessment_id: UUID, profile: Profile
) -> Assessed:
    async with db.reading() as tx:
        one = await tx.get(Assessment, assessment_id)
        actor.must(May.SEE_TOTALS, one)
        house = await tx.get(Organisation, one.organisation_id)
        names = await tx.people.names({one.begun_by})
        return _assessed(one, profile.assessment, names, house.timezone)


def _assessed(
    one: Assessment, form: AssessmentForm, names: Mapping[UUID, str], zone: str
) -> Assessed:
    return Assessed(
        assessment_id=one.id,
        at=one.at,
        on=moments.local(one.finished_at or one.begun_at, zone).date(),
        by=names.get(one.begun_by, ""),
        sum=one.sum,
        most=form.most,
        level=form.level(one.sum),
        marks=dict(one.marks),
        weakest=tuple(weakest(form, one.marks)),
    )


async def _facts(
    tx: Transaction, programme: Programme, criterion: Criterion, profile: Profile
) -> tuple[tuple[str, Fact], ...]:
    """What the bot knows about it: figures of this programme, satisfaction of the organisation."""
    found: list[tuple[str, Fact]] = []
    known = await tx.facts.of(programme.id) if criterion.evidence else {}
    for evidence in criterion.evidence:
        if evidence is Evidence.SATISFACTION:
            found += await _satisfaction(tx, programme, profile)
        elif known[evidence].of:
            found.append((str(evidence), known[evidence]))
    return tuple(found)


async def _satisfaction(
    tx: Transaction, programme: Programme, profile: Profile
) -> list[tuple[str, Fact]]:
    return [
        (f"satisfaction-{figure.indicator.who[0].role}", Fact(figure.number, figure.whole))
        for figure in await indicators.figures(tx, programme, profile)
        if figure.invited is not None and figure.number is not None and figure.whole
        and figure.indicator.who[0].role in (Role.MENTEE, Role.MENTOR)
    ]  # fmt: skip
