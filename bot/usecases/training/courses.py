"""How far a mentor has come in the training: what is passed, what is needed, what is next."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from bot.domain.access import Actor, May
from bot.domain.errors import Gone
from bot.domain.participations import Participation
from bot.domain.profile import Profile
from bot.domain.programmes import Programme
from bot.domain.responses import ResponseState
from bot.domain.training import Module, TrainingRecord, left
from bot.storage.database import Database, Transaction
from bot.usecases.training.opening import courses, may_learn

FEEDBACK = "training-feedback"


@dataclass(frozen=True)
class ModuleLine:
    module: Module
    record: TrainingRecord | None  # the try that counts: a passed one, else the last
    needed: bool  # for the certificate, as things stand


@dataclass(frozen=True)
class Course:
    """How far somebody has come."""

    participation_id: UUID
    programme: str
    lines: tuple[ModuleLine, ...]
    done: int  # needed modules passed
    total: int  # needed modules
    minutes_left: int
    next: Module | None  # what to go on with; None: nothing needed is left
    certified: bool
    opened: bool  # it is their turn to learn, or they have begun
    feedback_given: bool


def counting(records: Sequence[TrainingRecord], module: Module) -> TrainingRecord | None:
    """The try that counts: a passed one of any version, else the last of today's version."""
    of_module = [record for record in records if record.module == module.key]
    passed = [record for record in of_module if record.passed]
    current = [record for record in of_module if record.version == module.version]
    found = passed or current
    return found[-1] if found else None


def passed_keys(records: Sequence[TrainingRecord]) -> frozenset[str]:
    return frozenset(record.module for record in records if record.passed)


def next_of(modules: Sequence[Module], records: Sequence[TrainingRecord]) -> Module | None:
    """What was begun last comes first; then the order of the course."""
    needed = left(modules, passed_keys(records))
    packs = {m.key for m in modules if m.forms} if any(m.forms for m in needed) else set()
    wanted = {m.key for m in needed} | packs
    for record in reversed(records):
        if record.module in wanted and record.ended_at is None:
            return next(m for m in modules if m.key == record.module)
    return needed[0] if needed else None


def course_of(
    participation: Participation,
    programme: Programme,
    modules: Sequence[Module],
    records: Sequence[TrainingRecord],
    *,
    certified: bool,
    feedback_given: bool = True,
) -> Course:
    passed = passed_keys(records)
    missing = left(modules, passed)
    total = len(left(modules, ()))
    wanted = {module.key for module in missing}
    return Course(
        participation_id=participation.id,
        programme=programme.name,
        lines=tuple(
            ModuleLine(m, counting(records, m), m.key in wanted or m.key in passed) for m in modules
        ),
        done=total - len(missing),
        total=total,
        minutes_left=sum(module.minutes for module in missing),
        next=next_of(modules, records),
        certified=certified,
        opened=participation.training_open_at is not None,
        feedback_given=feedback_given,
    )


async def learner_of(tx: Transaction, who: Actor, participation_id: UUID) -> Participation:
    """Raises `Gone` for who does not learn, or no longer."""
    participation = await tx.get(Participation, participation_id)
    who.must(May.LEARN, participation)
    if not may_learn(participation):
        raise Gone
    return participation


async def course(db: Database, actor: Actor, *, participation_id: UUID, profile: Profile) -> Course:
    async with db.reading() as tx:
        return (await _courses(tx, [await learner_of(tx, actor, participation_id)], profile))[0]


async def mine(db: Database, actor: Actor, *, profile: Profile) -> list[Course]:
    """The actor's courses, one for each programme they are a mentor in."""
    if not actor.may(May.LEARN):
        return []
    async with db.reading() as tx:
        found = [p for p in await tx.participations.of_person(actor.person_id) if may_learn(p)]
        return await _courses(tx, found, profile)


async def _courses(
    tx: Transaction, found: Sequence[Participation], profile: Profile
) -> list[Course]:
    ids = [one.id for one in found]
    modules = await courses(tx, found, profile)
    records = await tx.training.records(ids)
    certificates = await tx.training.certificates(ids)
    seen = []
    for one in found:
        given = one.id in certificates and await _feedback_given(tx, one)
        programme = await tx.get(Programme, one.programme_id)
        seen.append(
            course_of(
                one,
                programme,
                modules[one.id],
                records[one.id],
                certified=one.id in certificates,
                feedback_given=given,
            )
        )
    return seen


async def _feedback_given(tx: Transaction, participation: Participation) -> bool:
    given = await tx.training.feedback(
        FEEDBACK, participation.programme_id, person_id=participation.person_id
    )
    return any(response.state is ResponseState.FINISHED for response in given)
