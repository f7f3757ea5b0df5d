"""Questions to the curator: asked in the chat, answered in the chat, seen by all in charge."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from bot.domain.access import Actor, May, Role
from bot.domain.errors import NotAllowed
from bot.domain.notice_kinds import plan_about, plan_each
from bot.domain.participations import Participation
from bot.domain.programmes import Organisation, Programme
from bot.domain.said_words import said
from bot.domain.tickets import (
    ASKING_ROLES,
    LATE,
    LONGEST_WORDS,
    MAY_ASK,
    MOST_OPEN,
    Ticket,
    TicketMessage,
    TicketState,
    TooManyQuestions,
)
from bot.storage.database import Database, Transaction
from bot.usecases.joining.intake import curator_name

PAGE = 6
MINE = 20  # questions of one person that are shown
LAST_SAID = 6  # words of a talk that are shown: of 1000 letters each, in one message
WAITS, ANSWERED = "tickets-wait", "ticket-answered"


@dataclass(frozen=True)
class Place:
    """Where somebody may ask: a programme of their own, or a child's."""

    participation_id: UUID
    role: Role  # in which the asker is there
    programme: str
    curator: str
    ward: str | None


@dataclass(frozen=True)
class TicketLine:
    ticket_id: UUID
    name: str  # who asks
    words: str  # the first of them
    state: TicketState
    moved_at: datetime
    days: int  # since it waits, or since it moved


@dataclass(frozen=True)
class Asked:
    places: tuple[Place, ...]
    mine: tuple[TicketLine, ...]


async def home(db: Database, actor: Actor) -> Asked:
    """Where the actor may ask, and what they have asked."""
    async with db.reading() as tx:
        mine = await tx.tickets.of_person(actor.person_id, limit=MINE)
        return Asked(await _places(tx, actor), await _lines(tx, mine))


async def _places(tx: Transaction, actor: Actor) -> tuple[Place, ...]:
    own = [
        (one, None)
        for one in await tx.participations.of_person(actor.person_id)
        if one.role in ASKING_ROLES and one.state in MAY_ASK and actor.may(May.ASK_CURATOR, one)
    ]
    wards = {one.ward_id: one for one in await tx.people.wards_of(actor.person_id)}
    names = await tx.people.names(list(wards)) if wards else {}
    theirs = [
        (one, names.get(ward_id, "—"))
        for ward_id, guardianship in wards.items()
        for one in await tx.participations.of_person(ward_id)
        if one.guardian_agreed
        and one.state in MAY_ASK
        and one.organisation_id == guardianship.organisation_id
    ]
    programmes = await tx.programmes.many({one.programme_id for one, _ in own + theirs})
    curators = {
        one.id: await curator_name(tx, one.organisation_id, one.id) for one in programmes.values()
    }
    return tuple(
        Place(
            participation_id=one.id,
            role=one.role if ward is None else Role.GUARDIAN,
            programme=programmes[one.programme_id].name,
            curator=curators[one.programme_id],
            ward=ward,
        )
        for one, ward in own + theirs
        if programmes[one.programme_id].archived_at is None
    )


async def _lines(tx: Transaction, found: Sequence[Ticket]) -> tuple[TicketLine, ...]:
    begun_with = await tx.tickets.first_words([one.id for one in found]) if found else {}
    names = await tx.people.names({one.person_id for one in found}) if found else {}
    return tuple(
        TicketLine(
            ticket_id=one.id,
            name=names.get(one.person_id, "—"),
            words=begun_with.get(one.id, ""),
            state=one.state,
            moved_at=one.moved_at,
            days=(tx.now - (one.asked_at if one.state is TicketState.NEW else one.moved_at)).days,
        )
        for one in found
    )


async def ask(db: Database, actor: Actor, *, participation_id: UUID, words: str) -> UUID:
    """A new question. Raises `AnswerEmpty`, `AnswerTooLong`, `TooManyQuestions`, `NotAllowed`."""
    asked = said(words, LONGEST_WORDS)
    async with db.transaction() as tx:
        participation = await tx.get(Participation, participation_id)
        places = {one.participation_id for one in await _places(tx, actor)}
        if participation.id not in places:
            raise NotAllowed
        if await tx.tickets.unanswered_of(actor.person_id) >= MOST_OPEN:
            raise TooManyQuestions(most=MOST_OPEN)
        ticket = Ticket(
            organisation_id=participation.organisation_id,
            programme_id=participation.programme_id,
            person_id=actor.person_id,
            participation_id=participation.id,
            asked_at=tx.now,
            moved_at=tx.now,
        )
        tx.add(ticket)
        await tx.flush()
        _write(tx, ticket, actor.person_id, asked)
        await _tell_team(tx, ticket)
        return ticket.id


async def add(db: Database, actor: Actor, *, ticket_id: UUID, words: str) -> None:
    """The asker says more. Raises `AnswerEmpty`, `AnswerTooLong`."""
    more = said(words, LONGEST_WORDS)
    async with db.transaction() as tx:
        ticket = await tx.get(Ticket, ticket_id)
        actor.must(May.ASK_CURATOR, ticket)
        waited = ticket.state is TicketState.NEW
        ticket.asked(tx.now)
        _write(tx, ticket, actor.person_id, more)
        if not waited:
            await _tell_team(tx, ticket)


async def answer(db: Database, actor: Actor, *, ticket_id: UUID, words: str) -> None:
    """The asker gets it as a letter. Raises `AnswerEmpty`, `AnswerTooLong`, `Gone`."""
    answered = said(words, LONGEST_WORDS)
    async with db.transaction() as tx:
        ticket = await tx.get(Ticket, ticket_id)
        actor.must(May.KEEP_DESK, ticket)
        ticket.answered(tx.now)
        _write(tx, ticket, actor.person_id, answered)
        await tx.notices.plan(*plan_about(ANSWERED, [ticket], due_at=tx.now))


async def close(db: Database, actor: Actor, *, ticket_id: UUID) -> None:
    """By the asker, or by who answers. A second press changes nothing."""
    async with db.transaction() as tx:
        ticket = await tx.get(Ticket, ticket_id)
        _must_read(actor, ticket)
        ticket.close(tx.now)


@dataclass(frozen=True)
class Said:
    by: str
    asker: bool  # the one who asks has said it
    words: str
    at: datetime


@dataclass(frozen=True)
class TicketView:
    ticket_id: UUID
    programme_id: UUID
    participation_id: UUID
    name: str  # who asks
    role: Role
    ward: str | None  # whose guardian asks
    state: TicketState
    said: tuple[Said, ...]  # the last of it, the oldest first
    mine: bool
    may_answer: bool
    zone: str
    now: datetime


async def view(db: Database, actor: Actor, *, ticket_id: UUID) -> TicketView:
    """For who asks, and for who is in charge of the programme."""
    async with db.reading() as tx:
        ticket = await tx.get(Ticket, ticket_id)
        mine = _must_read(actor, ticket)
        participation = await tx.get(Participation, ticket.participation_id)
        messages = await tx.tickets.last_said(ticket.id, limit=LAST_SAID)
        ids = {ticket.person_id, participation.person_id, *(one.person_id for one in messages)}
        names = await tx.people.names(ids)
        house = await tx.get(Organisation, ticket.organisation_id)
        own = participation.person_id == ticket.person_id
        return TicketView(
            ticket_id=ticket.id,
            programme_id=ticket.programme_id,
            participation_id=participation.id,
            name=names.get(ticket.person_id, "—"),
            role=participation.role if own else Role.GUARDIAN,
            ward=None if own else names.get(participation.person_id, "—"),
            state=ticket.state,
            said=tuple(
                Said(
                    names.get(one.person_id, "—"),
                    one.person_id == ticket.person_id,
                    one.words,
                    one.at,
                )
                for one in messages
            ),
            mine=mine,
            may_answer=not mine and ticket.state is not TicketState.CLOSED,
            zone=house.timezone,
            now=tx.now,
        )


def _must_read(actor: Actor, ticket: Ticket) -> bool:
    """True for the asker. Raises `NotAllowed`."""
    if ticket.person_id == actor.person_id and actor.may(May.ASK_CURATOR, ticket):
        return True
    actor.must(May.KEEP_DESK, ticket)
    return False


@dataclass(frozen=True)
class TicketList:
    lines: tuple[TicketLine, ...]
    counts: Mapping[TicketState, int]
    more: bool


async def listed(
    db: Database,
    actor: Actor,
    *,
    programme_id: UUID,
    state: TicketState = TicketState.NEW,
    page: int = 0,
) -> TicketList:
    """Of a programme, in one state; who has waited longest comes first.

    Whoever cares for some pairs only sees what these people ask: their digest leads here.
    """
    async with db.reading() as tx:
        programme = await tx.get(Programme, programme_id)
        actor.must(May.READ_DIGEST, programme)
        share = actor.share_of(May.READ_DIGEST, programme)
        found = await tx.tickets.in_state(
            programme_id, state, limit=PAGE + 1, offset=page * PAGE, share=share
        )
        counts = await tx.tickets.counts(programme_id, share)
        return TicketList(await _lines(tx, found[:PAGE]), counts, len(found) > PAGE)


def _write(tx: Transaction, ticket: Ticket, person_id: UUID, words: str) -> None:
    tx.add(
        TicketMessage(
            organisation_id=ticket.organisation_id,
            programme_id=ticket.programme_id,
            ticket_id=ticket.id,
            person_id=person_id,
            words=words,
            at=tx.now,
        )
    )


async def _tell_team(tx: Transaction, ticket: Ticket) -> None:
    """Now, and once more when nobody has answered: it says how many wait, or nothing."""
    team = await tx.people.in_charge(ticket.organisation_id, ticket.programme_id)
    for due_at in (tx.now, tx.now + LATE):
        await tx.notices.plan(
            *plan_each(
                WAITS,
                to=team,
                subject=ticket.programme_id,
                organisation_id=ticket.organisation_id,
                due_at=due_at,
            )
        )
