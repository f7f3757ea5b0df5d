"""Learning to be a mentor: module by module, card by card, every answer kept at once."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from bot.domain.access import Actor, May
from bot.domain.errors import Gone
from bot.domain.participations import Participation
from bot.domain.profile import Profile
from bot.domain.training import Module, Question, TrainingRecord, View, complete
from bot.storage.database import Database, Transaction
from bot.usecases.training.certificates import certify
from bot.usecases.training.courses import counting, learner_of, next_of, passed_keys
from bot.usecases.training.opening import courses, plan_nudges


@dataclass(frozen=True)
class Screen:
    """What the learner sees of one try."""

    record_id: UUID
    module: Module
    view: View
    place: int
    next_place: int
    question: Question | None
    chosen: int | None
    right: int
    total: int
    next_module: Module | None  # after a passed one
    certified: bool


async def begin(
    db: Database, actor: Actor, *, participation_id: UUID, module: str, profile: Profile
) -> Screen:
    """Open a module: where one stopped, at its result, or at its first card."""
    async with db.transaction() as tx:
        participation = await learner_of(tx, actor, participation_id)
        modules = (await courses(tx, [participation], profile))[participation.id]
        wanted = next((one for one in modules if one.key == module), None)
        if wanted is None:
            raise Gone
        records = (await tx.training.records([participation.id]))[participation.id]
        record = counting(records, wanted)
        if record is None:
            record = TrainingRecord(
                organisation_id=participation.organisation_id,
                programme_id=participation.programme_id,
                participation_id=participation.id,
                person_id=participation.person_id,
                module=wanted.key,
                version=wanted.version,
                started_at=tx.now,
                touched_at=tx.now,
            )
            tx.add(record)
            if participation.training_open_at is None:
                participation.training_open_at = tx.now
            if not await tx.training.certificates([participation.id]):
                await plan_nudges(tx, participation)
        return await _screen(tx, record, wanted, profile)


async def screen(db: Database, actor: Actor, *, record_id: UUID, profile: Profile) -> Screen:
    async with db.reading() as tx:
        record, module, _ = await _at(tx, actor, record_id, profile)
        return await _screen(tx, record, module, profile)


async def go(
    db: Database, actor: Actor, *, record_id: UUID, place: int, profile: Profile
) -> Screen:
    """To a card or a question; past the last question the try ends, or the pledge is shown."""
    async with db.transaction() as tx:
        record, module, participation = await _at(tx, actor, record_id, profile)
        before = _standing(record)
        record.go(module, place, tx.now)
        await _keep(tx, participation, record, before, profile)
        return await _screen(tx, record, module, profile)


async def answer(
    db: Database, actor: Actor, *, record_id: UUID, question: str, choice: int, profile: Profile
) -> Screen:
    """Counts once, and only for the question on the screen."""
    async with db.transaction() as tx:
        record, module, participation = await _at(tx, actor, record_id, profile)
        before = _standing(record)
        record.answer(module, question, choice, tx.now)
        await _keep(tx, participation, record, before, profile)
        return await _screen(tx, record, module, profile)


async def agree(db: Database, actor: Actor, *, record_id: UUID, profile: Profile) -> Screen:
    """To the rules at the end of a module."""
    async with db.transaction() as tx:
        record, module, participation = await _at(tx, actor, record_id, profile)
        before = _standing(record)
        record.agree(module, tx.now)
        await _keep(tx, participation, record, before, profile)
        return await _screen(tx, record, module, profile)


async def again(db: Database, actor: Actor, *, record_id: UUID, profile: Profile) -> Screen:
    """Another try, at what was wrong; a second press finds the one begun by the first."""
    async with db.transaction() as tx:
        record, module, participation = await _at(tx, actor, record_id, profile)
        records = (await tx.training.records([participation.id]))[participation.id]
        newest = counting(records, module)
        if newest is not None and newest.ended_at is not None and not newest.passed:
            newest = newest.again(module, tx.now)
            tx.add(newest)
        return await _screen(tx, newest or record, module, profile)


async def _at(
    tx: Transaction, actor: Actor, record_id: UUID, profile: Profile
) -> tuple[TrainingRecord, Module, Participation]:
    """Raises `Gone` when the module has been rewritten meanwhile: it is begun anew."""
    record = await tx.get(TrainingRecord, record_id)
    actor.must(May.LEARN, record)
    participation = await learner_of(tx, actor, record.participation_id)
    module = next((one for one in profile.training if one.key == record.module), None)
    if module is None or (module.version != record.version and record.ended_at is None):
        raise Gone
    return record, module, participation


Standing = tuple[datetime, int, int, datetime | None]


def _standing(record: TrainingRecord) -> Standing:
    return record.touched_at, record.place, len(record.answers), record.ended_at


async def _keep(
    tx: Transaction,
    participation: Participation,
    record: TrainingRecord,
    before: Standing,
    profile: Profile,
) -> None:
    """What follows from a step: the nudges wait anew, and the last module brings a certificate."""
    if _standing(record) == before:
        return  # a second press
    await tx.flush()
    certified = bool(await tx.training.certificates([participation.id]))
    if certified:
        return
    if record.passed:
        modules = (await courses(tx, [participation], profile))[participation.id]
        records = (await tx.training.records([participation.id]))[participation.id]
        if complete(modules, passed_keys(records)):
            await certify(tx, participation, modules, records, profile)
            return
    if record.touched_at.date() != before[0].date() or record.passed:
        await plan_nudges(tx, participation)


async def _screen(
    tx: Transaction, record: TrainingRecord, module: Module, profile: Profile
) -> Screen:
    await tx.flush()
    view = record.view(module)
    question = module.question_at(record.place)
    certified, after = False, None
    if view is View.PASSED:
        participation = await tx.get(Participation, record.participation_id)
        modules = (await courses(tx, [participation], profile))[participation.id]
        records = (await tx.training.records([participation.id]))[participation.id]
        certified = bool(await tx.training.certificates([participation.id]))
        after = next_of(modules, records)
    return Screen(
        record_id=record.id,
        module=module,
        view=view,
        place=record.place,
        next_place=record.next_place(module),
        question=question,
        chosen=record.answers.get(question.key) if question else None,
        right=record.right or 0,
        total=record.total or len(module.questions),
        next_module=after,
        certified=certified,
    )
