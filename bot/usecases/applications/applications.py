"""An application: read, decided kindly, kept in reserve, taken up again; several approved at once.

Nobody is approved who lacks a step of the selection or a document.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from bot.domain.access import Actor, May, Role
from bot.domain.errors import Gone, NothingChosen, ReasonMissing, TooManyAtOnce
from bot.domain.notice_kinds import plan_about
from bot.domain.own_reasons import own_reason
from bot.domain.participations import Participation, ParticipationState
from bot.domain.people import Person
from bot.domain.profile import Profile
from bot.domain.programmes import Programme
from bot.domain.questionnaires import Questionnaire
from bot.domain.responses import Response
from bot.domain.selection import APPROVED, DECLINED, REOPENED, RESERVE
from bot.storage.database import Database, Transaction
from bot.usecases.applications.queue import BATCH, ready
from bot.usecases.applications.selection import Way, must_be_complete, note_step, read_way, settle

DECISIONS = (
    "application-approved",
    "application-declined",
    "application-reserved",
    "application-reopened",
)
READABLE = frozenset(
    {
        ParticipationState.APPLIED,
        ParticipationState.APPROVED,
        ParticipationState.RESERVE,
        ParticipationState.DECLINED,
    }
)


@dataclass(frozen=True)
class Card:
    """An application as the curator reads it; no answers of a minor before the guardian agrees."""

    participation_id: UUID
    programme_id: UUID
    name: str | None
    role: Role
    state: ParticipationState
    since: datetime
    days: int
    minor: bool
    guardian_agreed: bool
    questionnaire: Questionnaire | None
    answers: dict[str, object]
    reason: str | None
    kind: str | None  # of a mentor
    way: Way | None  # of a mentor
    fast_lane: bool  # was a mentee here
    rights: frozenset[May]  # of the reader, with this very application


async def card(db: Database, actor: Actor, *, participation_id: UUID, profile: Profile) -> Card:
    async with db.reading() as tx:
        participation = await tx.get(Participation, participation_id)
        actor.must(May.SEE_APPLICATIONS, participation)
        person = await tx.get(Person, participation.person_id)
        questionnaire, answers = None, {}
        readable = participation.state in READABLE
        if participation.response_id is not None and participation.form_sent and readable:
            response = await tx.get(Response, participation.response_id)
            questionnaire = await tx.surveys.version(response.questionnaire_id)
            answers = response.sent(questionnaire)
        mentor = participation.role is Role.MENTOR and readable
        since = participation.applied_at or participation.created_at
        return Card(
            participation_id=participation.id,
            programme_id=participation.programme_id,
            name=person.name,
            role=participation.role,
            state=participation.state,
            since=since,
            days=(tx.now - since).days,
            minor=person.is_minor(tx.now.date()),
            guardian_agreed=participation.guardian_agreed,
            questionnaire=questionnaire,
            answers=answers,
            reason=participation.reason,
            kind=participation.kind if mentor else None,
            way=await read_way(tx, participation, profile) if mentor else None,
            fast_lane=participation.mentored_in is not None,
            rights=actor.rights(participation),
        )


async def approve(db: Database, actor: Actor, *, participation_id: UUID, profile: Profile) -> None:
    """A second press changes nothing. Raises `Gone`, `StepsMissing`."""
    async with db.transaction() as tx:
        participation = await tx.get(Participation, participation_id)
        actor.must(May.DECIDE_APPLICATIONS, participation)
        if participation.state is ParticipationState.APPROVED:
            return
        if participation.state is not ParticipationState.APPLIED:
            raise Gone
        await must_be_complete(tx, participation, profile)
        participation.decide(approved=True, by=actor.person_id, now=tx.now)
        await _decided(tx, actor, [participation], APPROVED, "application-approved")


async def approve_all(
    db: Database,
    actor: Actor,
    *,
    programme_id: UUID,
    participation_ids: Collection[UUID],
    profile: Profile,
) -> int:
    """Several at once; how many were approved. Who lacks something by now is left in the queue.

    Raises `NothingChosen`, `TooManyAtOnce`.
    """
    if not participation_ids:
        raise NothingChosen
    if len(participation_ids) > BATCH:
        raise TooManyAtOnce(most=BATCH)
    async with db.transaction() as tx:
        programme = await tx.get(Programme, programme_id)
        actor.must(May.DECIDE_APPLICATIONS, programme)
        named = await tx.queue.many(participation_ids)
        here = [one for one in named if one[0].programme_id == programme_id]
        chosen = await ready(tx, here, profile)
        approved = [one for one, _ in here if one.id in chosen]
        for one in approved:
            one.decide(approved=True, by=actor.person_id, now=tx.now)
        await _decided(tx, actor, approved, APPROVED, "application-approved")
        return len(approved)


async def decline(db: Database, actor: Actor, *, participation_id: UUID, reason: str) -> None:
    """`reason` is a key of the profile's decline reasons, or the curator's own words."""
    reason = own_reason(reason)
    if not reason:
        raise ReasonMissing
    async with db.transaction() as tx:
        participation = await tx.get(Participation, participation_id)
        actor.must(May.DECIDE_APPLICATIONS, participation)
        if participation.state is ParticipationState.DECLINED:  # a second press
            return
        participation.decide(approved=False, by=actor.person_id, now=tx.now, reason=reason)
        await _decided(tx, actor, [participation], DECLINED, "application-declined")


async def keep_in_reserve(db: Database, actor: Actor, *, participation_id: UUID) -> None:
    """Good, but not needed yet: the person hears so. A second press changes nothing."""
    async with db.transaction() as tx:
        participation = await tx.get(Participation, participation_id)
        actor.must(May.DECIDE_APPLICATIONS, participation)
        if participation.state is ParticipationState.RESERVE:
            return
        participation.keep_in_reserve(by=actor.person_id, now=tx.now)
        await _decided(tx, actor, [participation], RESERVE, "application-reserved")


async def reopen(db: Database, actor: Actor, *, participation_id: UUID, profile: Profile) -> None:
    """Take up a declined or reserved application again. A second press changes nothing."""
    async with db.transaction() as tx:
        participation = await tx.get(Participation, participation_id)
        actor.must(May.DECIDE_APPLICATIONS, participation)
        if participation.state is ParticipationState.APPLIED:
            return
        participation.reopen(tx.now)
        await settle(tx, participation, profile)
        await _decided(tx, actor, [participation], REOPENED, "application-reopened")


async def _decided(
    tx: Transaction, actor: Actor, about: Sequence[Participation], step: str, letter: str
) -> None:
    """A line of the history and one letter each; what an earlier decision would say is dropped."""
    for one in about:
        note_step(tx, one, step, by=actor.person_id)
    await tx.notices.forget_about([one.id for one in about], DECISIONS)
    await tx.notices.plan(*plan_about(letter, about, due_at=tx.now))
