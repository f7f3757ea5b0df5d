"""The selection of mentors: what was passed and what is missing, and the interview.

A step is a row with who, when and a note. `Participation.stage` follows from the rows and from the
documents: it is written here alone, by `settle`.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from bot.domain import moments
from bot.domain.access import Actor, May, Role
from bot.domain.checks import Check
from bot.domain.clearance import valid_checks
from bot.domain.errors import AnswerTooLong, Gone, StepsMissing
from bot.domain.participations import Participation, ParticipationState
from bot.domain.people import Person
from bot.domain.profile import Profile
from bot.domain.programmes import Organisation
from bot.domain.selection import (
    DOUBTED,
    KIND,
    ORDER,
    Awaits,
    RedFlag,
    Selection,
    SelectionStep,
    Stage,
    passed_steps,
)
from bot.domain.spoken import Phrase
from bot.storage.database import Database, Transaction
from bot.usecases.applications.clearance import review_people
from bot.usecases.training import opening as training_opening

LONGEST_NOTE = 500
# A mentor goes through the steps from the application on, also while in reserve.
SELECTED = frozenset(
    {ParticipationState.APPLIED, ParticipationState.RESERVE, ParticipationState.APPROVED}
)


def tidy_note(raw: str | None) -> str | None:
    """Raises `AnswerTooLong`."""
    note = (raw or "").strip()
    if len(note) > LONGEST_NOTE:
        raise AnswerTooLong(longest=LONGEST_NOTE, length=len(note))
    return note or None


async def today_of(tx: Transaction, organisation_id: UUID) -> date:
    house = await tx.get(Organisation, organisation_id)
    return moments.local(tx.now, house.timezone).date()


def note_step(
    tx: Transaction,
    participation: Participation,
    step: str,
    *,
    by: UUID | None,
    note: str | None = None,
    flags: Collection[str] = (),
) -> SelectionStep:
    """A line of the history."""
    made = SelectionStep(
        organisation_id=participation.organisation_id,
        programme_id=participation.programme_id,
        participation_id=participation.id,
        step=step,
        by=by,
        at=tx.now,
        note=note,
        flags=list(flags),
    )
    tx.add(made)
    return made


async def settle(
    tx: Transaction, participation: Participation, profile: Profile, *, by: UUID | None = None
) -> Awaits:
    """Put the participation where its steps and documents say; what it waits for now.

    The documents count as long as they hold: an application whose certificate has ended waits for
    documents again.
    """
    selection = profile.selection_for(participation.role, participation.kind)
    await tx.flush()
    passed = set(passed_steps(await tx.selection.steps_of(participation.id)))
    if selection.checks:
        today = await today_of(tx, participation.organisation_id)
        found = await tx.selection.checks_of(
            [participation.person_id], participation.organisation_id
        )
        shown = set(selection.checks) <= valid_checks(found[participation.person_id], today)
        if shown and Stage.CHECKED not in passed:
            note_step(tx, participation, Stage.CHECKED, by=by)
        passed = passed | {Stage.CHECKED} if shown else passed - {Stage.CHECKED}
    participation.stage = selection.reached(passed)
    awaits = selection.awaits(participation.stage)
    if awaits is Awaits.TRAINING:
        await training_opening.opened(tx, participation)
    elif Stage.TRAINED in passed and participation.training_open_at is not None:
        await training_opening.forget_nudges(tx, participation)  # trained elsewhere, perhaps
    return awaits


async def must_be_complete(tx: Transaction, participation: Participation, profile: Profile) -> None:
    """Raises `StepsMissing` with what is missing before somebody may be approved."""
    awaits = await settle(tx, participation, profile)
    if awaits is not Awaits.DECISION:
        raise StepsMissing(lacks=Phrase(f"selection-lacks-{awaits}"))


async def passed(
    tx: Transaction,
    participation: Participation,
    stage: Stage,
    profile: Profile,
    *,
    by: UUID | None,
    note: str | None = None,
    flags: Collection[str] = (),
) -> Awaits:
    """A step is passed; a second time changes nothing. The training calls it with `by=None`."""
    if stage not in passed_steps(await tx.selection.steps_of(participation.id)):
        note_step(tx, participation, stage, by=by, note=note, flags=flags)
    return await settle(tx, participation, profile, by=by)


async def hear_kind(
    tx: Transaction, participation: Participation, kind: str | None, profile: Profile
) -> None:
    """What the form says somebody is. Nobody gets out of a document by changing it: see `set_kind`.

    (Who was declined applies anew, and is looked at anew.)
    """
    if participation.role is Role.MENTOR and participation.state in SELECTED:
        asked = set(profile.selection_of(kind).checks)
        if not set(profile.selection_of(participation.kind).checks) <= asked:
            return
    participation.kind = kind
    if participation.role is Role.MENTOR:
        await settle(tx, participation, profile)


async def set_kind(
    db: Database, actor: Actor, *, participation_id: UUID, kind: str, profile: Profile
) -> None:
    """The curator knows better what a mentor is: from now on what this kind needs is asked for."""
    async with db.transaction() as tx:
        participation = await _of_mentor(tx, actor, participation_id, May.DECIDE_APPLICATIONS)
        if kind not in profile.selection:
            raise Gone
        if participation.kind != kind:
            participation.kind = kind
            note_step(tx, participation, KIND, by=actor.person_id)
            await settle(tx, participation, profile)
            await review_people(tx, [participation.person_id], profile)


async def _of_mentor(
    tx: Transaction, actor: Actor, participation_id: UUID, right: May
) -> Participation:
    """Raises `Gone` for whoever is not, or no longer, being selected."""
    participation = await tx.get(Participation, participation_id)
    actor.must(right, participation)
    if participation.role is not Role.MENTOR or participation.state not in SELECTED:
        raise Gone
    return participation


@dataclass(frozen=True)
class InterviewSheet:
    """What an interviewer has before her."""

    participation_id: UUID
    name: str | None
    flags: tuple[RedFlag, ...]
    held: bool  # there is a good interview already


async def interview_sheet(
    db: Database, actor: Actor, *, participation_id: UUID, profile: Profile
) -> InterviewSheet:
    async with db.reading() as tx:
        participation = await _of_mentor(tx, actor, participation_id, May.INTERVIEW_MENTORS)
        person = await tx.get(Person, participation.person_id)
        steps = await tx.selection.steps_of(participation.id)
        return InterviewSheet(
            participation_id=participation.id,
            name=person.name,
            flags=profile.red_flags,
            held=Stage.INTERVIEWED in passed_steps(steps),
        )


async def record_interview(
    db: Database,
    actor: Actor,
    *,
    participation_id: UUID,
    recommended: bool,
    flags: Collection[str] = (),
    note: str | None = None,
    profile: Profile,
) -> None:
    """Keep the interview. In doubt the mentor goes on waiting, and the curator reads why."""
    known = [flag.key for flag in profile.red_flags if flag.key in flags]
    note = tidy_note(note)
    async with db.transaction() as tx:
        participation = await _of_mentor(tx, actor, participation_id, May.INTERVIEW_MENTORS)
        if recommended:
            await passed(
                tx,
                participation,
                Stage.INTERVIEWED,
                profile,
                by=actor.person_id,
                note=note,
                flags=known,
            )
        else:
            note_step(tx, participation, DOUBTED, by=actor.person_id, note=note, flags=known)


async def mark_trained(
    db: Database, actor: Actor, *, participation_id: UUID, profile: Profile
) -> None:
    """The mentor was trained elsewhere: the curator says so."""
    async with db.transaction() as tx:
        participation = await _of_mentor(tx, actor, participation_id, May.DECIDE_APPLICATIONS)
        await passed(tx, participation, Stage.TRAINED, profile, by=actor.person_id)


@dataclass(frozen=True)
class StepLine:
    """A line of the history as the team reads it."""

    step: str
    by: str | None  # a name; None: the bot itself
    at: datetime
    note: str | None
    flags: tuple[RedFlag, ...]


@dataclass(frozen=True)
class History:
    name: str | None
    lines: tuple[StepLine, ...]
    zone: str
    now: datetime


async def history(
    db: Database, actor: Actor, *, participation_id: UUID, profile: Profile
) -> History:
    """Who did what and when, oldest first. Red flags are read by who may interview."""
    async with db.reading() as tx:
        participation = await tx.get(Participation, participation_id)
        actor.must(May.SEE_APPLICATIONS, participation)
        house = await tx.get(Organisation, participation.organisation_id)
        steps = await tx.selection.steps_of(participation.id)
        names = await tx.people.names({participation.person_id, *(s.by for s in steps if s.by)})
        trusted = actor.may(May.INTERVIEW_MENTORS, participation)
        lines = tuple(
            StepLine(
                step=one.step,
                by=names.get(one.by) if one.by else None,
                at=one.at,
                note=one.note if trusted else None,
                flags=tuple(f for f in profile.red_flags if f.key in one.flags) if trusted else (),
            )
            for one in steps
        )
        return History(names.get(participation.person_id), lines, house.timezone, tx.now)


@dataclass(frozen=True)
class Way:
    """How far a mentor has come, as everybody concerned may see it: no notes and no flags."""

    stages: tuple[tuple[Stage, bool], ...]  # what this kind of mentor needs, and whether it is done
    awaits: Awaits
    checks: tuple[tuple[str, Check | None], ...]  # kinds needed, with what is valid of them
    today: date


def way_of(
    selection: Selection,
    participation: Participation,
    steps: Sequence[SelectionStep],
    checks: Sequence[Check],
    today: date,
) -> Way:
    valid = {check.kind: check for check in reversed(checks) if check.valid_on(today)}
    done = set(passed_steps(steps)) - {Stage.CHECKED}
    if set(selection.checks) <= set(valid):
        done.add(Stage.CHECKED)
    return Way(
        stages=tuple((stage, stage in done) for stage in ORDER if stage in selection.stages),
        awaits=selection.awaits(selection.reached(done)),
        checks=tuple((kind, valid.get(kind)) for kind in selection.checks),
        today=today,
    )


async def ways(db: Database, actor: Actor, *, profile: Profile) -> dict[UUID, Way]:
    """The actor's own way as a mentor in each programme, by participation id."""
    async with db.reading() as tx:
        found = {}
        for one in await tx.participations.of_person(actor.person_id):
            if one.role is Role.MENTOR and one.state in SELECTED:
                found[one.id] = await read_way(tx, one, profile)
        return found


async def read_way(tx: Transaction, participation: Participation, profile: Profile) -> Way:
    house = participation.organisation_id
    checks = await tx.selection.checks_of([participation.person_id], house)
    return way_of(
        profile.selection_for(participation.role, participation.kind),
        participation,
        await tx.selection.steps_of(participation.id),
        checks[participation.person_id],
        await today_of(tx, house),
    )
