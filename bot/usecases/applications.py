"""The curator's queue: applications with every consent in place, decided one by one, kindly."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from bot.domain.access import Actor, May, Role
from bot.domain.errors import AnswerTooLong, ReasonMissing
from bot.domain.notice_kinds import plan
from bot.domain.participations import Participation, ParticipationState
from bot.domain.people import Person
from bot.domain.programmes import Programme
from bot.domain.questionnaires import Questionnaire
from bot.domain.responses import Response
from bot.storage.database import Database

PAGE = 6
LONGEST_REASON = 500
READABLE = frozenset(
    {ParticipationState.APPLIED, ParticipationState.APPROVED, ParticipationState.DECLINED}
)


@dataclass(frozen=True)
class Line:
    participation_id: UUID
    name: str | None
    role: Role
    state: ParticipationState
    since: datetime
    days: int  # how long the person has waited


@dataclass(frozen=True)
class Queue:
    lines: tuple[Line, ...]
    page: int
    more: bool
    waiting_for_guardian: int


async def queue(
    db: Database,
    actor: Actor,
    *,
    programme_id: UUID,
    page: int = 0,
    state: ParticipationState = ParticipationState.APPLIED,
) -> Queue:
    """Who waits, longest first, a page at a time. `state` may also be GUARDIAN."""
    async with db.reading() as tx:
        programme = await tx.get(Programme, programme_id)
        actor.must(May.SEE_APPLICATIONS, programme)
        found = await tx.participations.in_state(
            programme_id, state, limit=PAGE + 1, offset=page * PAGE
        )
        people = await tx.people.many([p.person_id for p in found])
        counts = await tx.participations.counts(programme_id)
        lines = tuple(
            Line(
                participation_id=p.id,
                name=people[p.person_id].name,
                role=p.role,
                state=p.state,
                since=p.created_at,
                days=(tx.now - p.created_at).days,
            )
            for p in found[:PAGE]
        )
        guardians = sum(n for (_, s), n in counts.items() if s is ParticipationState.GUARDIAN)
        return Queue(lines, page, len(found) > PAGE, guardians)


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


async def card(db: Database, actor: Actor, *, participation_id: UUID) -> Card:
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
        return Card(
            participation_id=participation.id,
            programme_id=participation.programme_id,
            name=person.name,
            role=participation.role,
            state=participation.state,
            since=participation.created_at,
            days=(tx.now - participation.created_at).days,
            minor=person.is_minor(tx.now.date()),
            guardian_agreed=participation.guardian_agreed,
            questionnaire=questionnaire,
            answers=answers,
            reason=participation.reason,
        )


async def approve(db: Database, actor: Actor, *, participation_id: UUID) -> None:
    await _decide(db, actor, participation_id, approved=True, reason=None)


async def decline(db: Database, actor: Actor, *, participation_id: UUID, reason: str) -> None:
    """`reason` is a key of the profile's decline reasons, or the curator's own words."""
    reason = reason.strip()
    if not reason:
        raise ReasonMissing
    if len(reason) > LONGEST_REASON:
        raise AnswerTooLong(longest=LONGEST_REASON, length=len(reason))
    await _decide(db, actor, participation_id, approved=False, reason=reason)


async def _decide(
    db: Database, actor: Actor, participation_id: UUID, *, approved: bool, reason: str | None
) -> None:
    async with db.transaction() as tx:
        participation = await tx.get(Participation, participation_id)
        actor.must(May.DECIDE_APPLICATIONS, participation)
        decided = ParticipationState.APPROVED if approved else ParticipationState.DECLINED
        if participation.state is decided:  # a second press
            return
        participation.decide(approved=approved, by=actor.person_id, now=tx.now, reason=reason)
        await tx.notices.plan(
            plan(
                "application-approved" if approved else "application-declined",
                to=participation.person_id,
                subject=participation.id,
                organisation_id=participation.organisation_id,
                due_at=tx.now,
            )
        )
