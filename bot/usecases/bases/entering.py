"""Entering somebody who uses no messenger: the papers first, then the same form, the same queue.

The signed papers are what permits to write anything down, so they come before the form: whose they
are depends on the age, and each has its date and number.
"""

import re
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from bot.domain import moments
from bot.domain.access import Actor, May, Role
from bot.domain.bases import BASES
from bot.domain.clearance import REQUIRED_CONSENTS, in_force, missing_consents
from bot.domain.errors import ConsentMissing, Gone, NotAllowed, PaperNotUnderstood
from bot.domain.notices import Notice
from bot.domain.participations import Participation, ParticipationState
from bot.domain.people import AgeBand, Person, Tone
from bot.domain.profile import Profile
from bot.domain.programmes import Organisation, Programme
from bot.storage.database import Database, Transaction
from bot.usecases.consents.consents import filled
from bot.usecases.consents.papers import LONGEST_NUMBER, PAPER
from bot.usecases.consents.signing import record
from bot.usecases.joining.intake import begin_form
from bot.usecases.letters import Desk, Letter, compose

UNFINISHED = 4  # on the first screen
TOLD_BY_WORD = "told by word"
_TOLD_OF = tuple(state for state in ParticipationState if state is not ParticipationState.WITHDRAWN)
_DATE = re.compile(r"(?<!\d)(\d{1,2})[./-](\d{1,2})[./-](\d{4}|\d{2})(?!\d)")
_SIGNS = " \t\n,;:#" + chr(0x2116)  # before a number; the last is the numero sign


@dataclass(frozen=True)
class Paper:
    given_on: date
    number: str


def paper_in(raw: str, today: date) -> Paper:
    """ "12.03.2030 No. 15" -> both. Raises `PaperNotUnderstood` also for a day still to come."""
    found = _DATE.search(raw)
    if found is None:
        raise PaperNotUnderstood
    day, month, year = (int(part) for part in found.groups())
    try:
        given_on = date(year if year > 99 else 2000 + year, month, day)
    except ValueError:
        raise PaperNotUnderstood from None
    rest = " ".join((raw[: found.start()] + " " + raw[found.end() :]).split()).strip(_SIGNS)
    if given_on > today or not any(char.isalnum() for char in rest) or len(rest) > LONGEST_NUMBER:
        raise PaperNotUnderstood
    return Paper(given_on, rest)


@dataclass(frozen=True)
class Begun:
    participation_id: UUID
    name: str | None
    role: Role


async def unfinished(db: Database, actor: Actor, *, programme_id: UUID) -> list[Begun]:
    """Whom this member of the team began to enter and has not sent."""
    async with db.reading() as tx:
        programme = await tx.get(Programme, programme_id)
        actor.must(May.ENTER_PARTICIPANTS, programme)
        found = await tx.bases.unfinished(programme_id, actor.person_id, UNFINISHED)
        return [Begun(one.id, one.name, one.role) for one in found]


async def begin(
    db: Database,
    actor: Actor,
    *,
    programme_id: UUID,
    role: Role,
    band: AgeBand,
    paper: Paper,
    profile: Profile,
) -> UUID:
    """A new person with the first of their papers; returns the participation."""
    async with db.transaction() as tx:
        programme = await tx.get(Programme, programme_id)
        actor.must(May.ENTER_PARTICIPANTS, programme)
        if role not in BASES:
            raise NotAllowed
        person = Person(
            locale=actor.locale, created_at=tx.now, tone=Tone(profile.tone(role)), age_band=band
        )
        tx.add(person)
        await tx.flush()
        participation = Participation(
            organisation_id=programme.organisation_id,
            programme_id=programme_id,
            person_id=person.id,
            role=role,
            created_at=tx.now,
            entered_by=actor.person_id,
        )
        tx.add(participation)
        await tx.flush()
        await _keep(tx, actor, participation, band, paper, profile)
        return participation.id


async def keep_paper(
    db: Database,
    actor: Actor,
    *,
    participation_id: UUID,
    band: AgeBand | None,
    paper: Paper,
    profile: Profile,
) -> None:
    """The next paper of somebody entered before. `band`: the age, where nobody has said it."""
    async with db.transaction() as tx:
        participation = await _entered(tx, actor, participation_id)
        person = await tx.get(Person, participation.person_id)
        known = person.band(tx.now.date()) or band
        if known is None:
            raise Gone
        await _keep(tx, actor, participation, known, paper, profile)


async def _entered(tx: Transaction, actor: Actor, participation_id: UUID) -> Participation:
    """Somebody the team entered and who has no account: with one, people agree by themselves."""
    participation = await tx.get(Participation, participation_id)
    actor.must(May.ENTER_PARTICIPANTS, participation)
    if participation.entered_by is None or await tx.bases.has_account(participation.person_id):
        raise NotAllowed
    return participation


async def _keep(
    tx: Transaction,
    actor: Actor,
    participation: Participation,
    band: AgeBand,
    paper: Paper,
    profile: Profile,
) -> None:
    """Keep the paper for the first consent that is missing; with the last one the form opens."""
    if participation.state is not ParticipationState.CONSENT:
        raise Gone
    person = await tx.get(Person, participation.person_id)
    given = await _given(tx, participation)
    missing = missing_consents(band, given)
    if not missing:
        raise Gone
    record(
        tx,
        document=await filled(tx, person.id, participation.organisation_id, missing[0], profile),
        person_id=person.id,
        organisation_id=participation.organisation_id,
        signer=await tx.get(Person, actor.person_id),
        channel=PAPER,
        paper_date=paper.given_on,
        paper_number=paper.number,
    )
    person.age_band, person.tone = band, person.tone.towards(band)
    if len(missing) > 1:
        return
    participation.agreed(band)
    if band is not AgeBand.ADULT:
        participation.guardian_consented()
    await tx.flush()
    await begin_form(tx, participation, profile)


async def _given(tx: Transaction, participation: Participation) -> frozenset[str]:
    consents = await tx.people.consents_of(participation.person_id)
    return in_force(c for c in consents if c.organisation_id == participation.organisation_id)


@dataclass(frozen=True)
class Papers:
    """`band` None: the age is not known yet. `missing`: kinds of papers, the next one first."""

    participation_id: UUID
    name: str | None
    role: Role
    state: ParticipationState
    band: AgeBand | None
    missing: tuple[str, ...]
    response_id: UUID | None


async def papers(db: Database, actor: Actor, *, participation_id: UUID) -> Papers:
    """What is missing before the form of somebody without an account may be filled in."""
    async with db.reading() as tx:
        participation = await _entered(tx, actor, participation_id)
        person = await tx.get(Person, participation.person_id)
        band = person.band(tx.now.date())
        given = await _given(tx, participation)
        waiting = participation.state is ParticipationState.CONSENT
        return Papers(
            participation_id=participation.id,
            name=person.name,
            role=participation.role,
            state=participation.state,
            band=band,
            missing=missing_consents(band, given) if waiting and band else (),
            response_id=participation.response_id,
        )


def papers_of(band: AgeBand) -> tuple[str, ...]:
    """Kinds of papers, in the order in which they are asked for."""
    return REQUIRED_CONSENTS[band]


async def today(db: Database, actor: Actor, *, programme_id: UUID) -> date:
    """The day it is where the programme runs."""
    async with db.reading() as tx:
        programme = await tx.get(Programme, programme_id)
        actor.must(May.ENTER_PARTICIPANTS, programme)
        house = await tx.get(Organisation, programme.organisation_id)
        return moments.local(tx.now, house.timezone).date()


async def form_of(db: Database, actor: Actor, *, participation_id: UUID) -> UUID:
    """The response to fill in. Raises `ConsentMissing` before the papers are there."""
    found = await papers(db, actor, participation_id=participation_id)
    if found.state is ParticipationState.CONSENT or found.response_id is None:
        raise ConsentMissing
    return found.response_id


@dataclass(frozen=True)
class Unsaid:
    """A letter that nobody could be sent: somebody of the team says it."""

    notice_id: UUID
    participation_id: UUID
    name: str | None
    role: Role
    letter: Letter
    since: datetime


async def unsaid(
    db: Database, actor: Actor, *, programme_id: UUID, profile: Profile
) -> list[Unsaid]:
    """What people without an account ought to know, oldest first, as far as it is still true."""
    async with db.reading() as tx:
        programme = await tx.get(Programme, programme_id)
        actor.must(May.ENTER_PARTICIPANTS, programme)
        strangers = await tx.bases.strangers(programme_id, None, _TOLD_OF)
        people = {one.person_id: one for one in strangers}
        lost = await tx.notices.never_said(list(people), programme.organisation_id)
        letters = await compose(Desk(tx, profile), lost)
        return [
            Unsaid(
                notice_id=notice.id,
                participation_id=people[notice.to].id,
                name=people[notice.to].name,
                role=people[notice.to].role,
                letter=letters[notice.id],
                since=notice.due_at,
            )
            for notice in lost
            if notice.id in letters
        ]


async def told(db: Database, actor: Actor, *, programme_id: UUID, notice_id: UUID) -> None:
    """Somebody of the team has said it."""
    async with db.transaction() as tx:
        programme = await tx.get(Programme, programme_id)
        actor.must(May.ENTER_PARTICIPANTS, programme)
        notice = await tx.get(Notice, notice_id)
        people = {one.person_id for one in await tx.bases.strangers(programme_id, None, _TOLD_OF)}
        if notice.to not in people or notice.organisation_id != programme.organisation_id:
            raise NotAllowed
        notice.reason = TOLD_BY_WORD
