"""The documents of one person: what is agreed to, what waits for an answer, giving, taking back.

- Each document is answered alone, by whoever signs it: the person, or who answers for a minor.
- No to an optional one ends nothing. No to a required one is leaving the organisation.
- A text that has changed is asked again; what was agreed to before stays in force until then.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from bot.domain import moments
from bot.domain.access import Actor, May
from bot.domain.consents import BY_KIND, DOCUMENTS, IN_FORCE, Answer, Document, Signer, answer_of
from bot.domain.consents import close as close_rows
from bot.domain.consents import to_ask as documents_to_ask
from bot.domain.errors import Gone, NotAllowed
from bot.domain.participations import ParticipationState
from bot.domain.people import AgeBand, Consent, Person
from bot.domain.profile import ConsentText, Profile
from bot.domain.programmes import Organisation
from bot.storage.database import Database, Transaction
from bot.usecases.applications.clearance import review_people
from bot.usecases.consents.leaving import leave
from bot.usecases.consents.signing import record
from bot.usecases.joining.intake import GUARDIAN_CONSENT, curator_name, guardian_agreed

# whose documents can be answered here: on the way in, the steps of coming in ask for them
AT_HOME = frozenset(
    {
        ParticipationState.GUARDIAN,
        ParticipationState.FORM,
        ParticipationState.APPLIED,
        ParticipationState.APPROVED,
        ParticipationState.RESERVE,
        ParticipationState.DECLINED,
    }
)


@dataclass(frozen=True)
class Line:
    """One document as it stands. `waits`: somebody is asked to answer it now."""

    document: Document
    answer: Answer
    waits: bool
    since: datetime | None
    version: str | None  # of what was answered

    @property
    def in_force(self) -> bool:
        return self.answer in IN_FORCE


@dataclass(frozen=True)
class Shelf:
    """The documents of a person in one organisation; `mine`: the reader signs at least one."""

    person_id: UUID
    name: str | None
    organisation_id: UUID
    organisation: str
    zone: str
    now: datetime
    lines: tuple[Line, ...]  # those that the reader signs, in the order of the documents
    others: tuple[Line, ...]  # in force, and signed by somebody else


async def shelves(
    db: Database, actor: Actor, *, person_id: UUID, profile: Profile
) -> tuple[Shelf, ...]:
    """One for each organisation in which the person takes part. Raises `NotAllowed`."""
    async with db.reading() as tx:
        person = await tx.get(Person, person_id)
        signers = await _signs(tx, actor, person_id)
        houses = {
            p.organisation_id
            for p in await tx.participations.of_person(person_id)
            if p.state in AT_HOME
        }
        rows = await tx.consents.by_house([person_id])
        found = []
        for house_id, signer in signers.items():
            if house_id is not None and house_id not in houses:
                continue
            for one in sorted(houses if house_id is None else {house_id}):
                house = await tx.get(Organisation, one)
                found.append(
                    _shelf(tx, person, house, signer, rows.get((person_id, one), []), profile)
                )
        return tuple(found)


async def _signs(
    tx: Transaction, actor: Actor, person_id: UUID
) -> dict[UUID | None, Signer]:
    """In whose name the actor answers, by organisation; None stands for every one."""
    if actor.person_id == person_id:
        return {None: Signer.SELF}
    found: dict[UUID | None, Signer] = {
        g.organisation_id: Signer.GUARDIAN
        for g in await tx.people.wards_of(actor.person_id)
        if g.ward_id == person_id
    }
    if not found or not actor.may(May.CONSENT_FOR_WARD):
        raise NotAllowed
    return found


def _today(tx: Transaction, house: Organisation) -> date:
    return moments.local(tx.now, house.timezone).date()


def _shelf(
    tx: Transaction,
    person: Person,
    house: Organisation,
    signer: Signer,
    rows: Sequence[Consent],
    profile: Profile,
) -> Shelf:
    band = person.band(_today(tx, house)) or AgeBand.ADULT
    asked = documents_to_ask(band, rows, profile.consent_versions)
    lines, others = [], []
    for document in DOCUMENTS:
        if band not in document.bands:
            continue
        mine = [one for one in rows if one.kind == document.kind]
        last = max(mine, key=lambda one: (one.valid, one.given_at), default=None)
        answer = answer_of(document, rows, profile.consent_versions[document.kind])
        line = Line(
            document=document,
            answer=answer,
            waits=document in asked,
            since=(last.withdrawn_at or last.given_at) if last else None,
            version=last.version if last else None,
        )
        if document.signer is signer and (document.binds or line.in_force):
            lines.append(line)
        elif line.in_force:
            others.append(line)
    return Shelf(
        person_id=person.id,
        name=person.name,
        organisation_id=house.id,
        organisation=house.name,
        zone=house.timezone,
        now=tx.now,
        lines=tuple(lines),
        others=tuple(others),
    )


async def text(
    db: Database, actor: Actor, *, person_id: UUID, organisation_id: UUID, kind: str,
    profile: Profile,
) -> ConsentText:  # fmt: skip
    """A document with the names of the organisation and the curator in it."""
    async with db.reading() as tx:
        await _may_sign(tx, actor, person_id, organisation_id, kind)
        return await filled(tx, person_id, organisation_id, kind, profile)


async def filled(
    tx: Transaction, person_id: UUID, organisation_id: UUID, kind: str, profile: Profile
) -> ConsentText:
    house = await tx.get(Organisation, organisation_id)
    programme_id = next(
        p.programme_id
        for p in await tx.participations.of_person(person_id)
        if p.organisation_id == organisation_id
    )
    curator = await curator_name(tx, organisation_id, programme_id)
    return profile.consents[kind].filled(organisation=house.name, curator=curator)


async def _may_sign(
    tx: Transaction, actor: Actor, person_id: UUID, organisation_id: UUID, kind: str
) -> Document:
    """Raises `NotAllowed` for whom it does not concern, `Gone` for what is not answered (now)."""
    signs = await _signs(tx, actor, person_id)
    document = BY_KIND.get(kind)
    if document is None or signs.get(organisation_id, signs.get(None)) is not document.signer:
        raise Gone
    house = await tx.get(Organisation, organisation_id)
    person = await tx.get(Person, person_id)
    at_home = any(
        p.organisation_id == organisation_id and p.state in AT_HOME
        for p in await tx.participations.of_person(person_id)
    )
    band = person.band(_today(tx, house)) or AgeBand.ADULT
    if not at_home or band not in document.bands:
        raise Gone
    return document


async def answer(
    db: Database,
    actor: Actor,
    *,
    person_id: UUID,
    organisation_id: UUID,
    kind: str,
    agrees: bool,
    profile: Profile,
    channel: str,
) -> bool:
    """Agree to one document, refuse it, or take it back; whether the person still takes part.

    A second press changes nothing.
    """
    async with db.transaction() as tx:
        document = await _may_sign(tx, actor, person_id, organisation_id, kind)
        if not document.binds:
            raise Gone  # a notice is read once, on the way in
        rows = await tx.consents.of(person_id, organisation_id)
        stands = answer_of(document, rows, profile.consent_versions[kind])
        if not agrees and not document.optional:
            await leave(tx, person_id, organisation_id, by=actor.person_id)
            return False
        if stands is (Answer.GIVEN if agrees else Answer.REFUSED):
            return True
        took_back = close_rows(rows, kind, now=tx.now, by=actor.person_id)
        if agrees or not took_back:
            record(
                tx,
                document=await filled(tx, person_id, organisation_id, kind, profile),
                person_id=person_id,
                organisation_id=organisation_id,
                signer=await tx.get(Person, actor.person_id),
                channel=channel,
                refused=not agrees,
            )
        if agrees and document.kind == GUARDIAN_CONSENT:
            for participation in await tx.participations.of_person(person_id):
                if participation.organisation_id == organisation_id:
                    await guardian_agreed(tx, participation, profile)
        await review_people(tx, [person_id], profile)
        return True
