"""A signed paper in the curator's hands counts as much as a press: with its date and number."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from bot.domain import moments
from bot.domain.access import Actor, May
from bot.domain.consents import BY_KIND, DOCUMENTS, Answer, Signer, answer_of
from bot.domain.errors import Gone, PaperDateAhead, PaperNumberTooLong
from bot.domain.participations import Participation, ParticipationState
from bot.domain.people import Person
from bot.domain.profile import Profile
from bot.domain.programmes import Organisation
from bot.storage.database import Database, Transaction
from bot.usecases.applications.clearance import review_people
from bot.usecases.consents.consents import filled
from bot.usecases.consents.leaving import leave
from bot.usecases.consents.signing import record
from bot.usecases.joining.intake import GUARDIAN_CONSENT, begin_form, guardian_agreed

PAPER = "paper"
LONGEST_NUMBER = 40


@dataclass(frozen=True)
class Desk:
    """Whose papers they are, and which documents have not been agreed to yet."""

    participation_id: UUID
    programme_id: UUID
    name: str | None
    kinds: tuple[str, ...]
    takes_part: bool
    zone: str
    now: datetime


async def desk(
    db: Database, actor: Actor, *, participation_id: UUID, profile: Profile
) -> Desk:
    async with db.reading() as tx:
        participation = await tx.get(Participation, participation_id)
        actor.must(May.DECIDE_APPLICATIONS, participation)
        person = await tx.get(Person, participation.person_id)
        house = await tx.get(Organisation, participation.organisation_id)
        return Desk(
            participation_id=participation.id,
            programme_id=participation.programme_id,
            name=person.name,
            kinds=await _open_kinds(tx, participation, person, house, profile),
            takes_part=participation.state is not ParticipationState.WITHDRAWN,
            zone=house.timezone,
            now=tx.now,
        )


async def _open_kinds(
    tx: Transaction,
    participation: Participation,
    person: Person,
    house: Organisation,
    profile: Profile,
) -> tuple[str, ...]:
    """Not in force, or of an old text. Of whom nobody knows the age, the paper says it."""
    if participation.state is ParticipationState.WITHDRAWN:
        return ()
    rows = await tx.consents.of(person.id, house.id)
    band = person.band(moments.local(tx.now, house.timezone).date())
    return tuple(
        document.kind
        for document in DOCUMENTS
        if document.binds
        and (band is None or band in document.bands)
        and answer_of(document, rows, profile.consent_versions[document.kind]) is not Answer.GIVEN
    )


async def mark(
    db: Database,
    actor: Actor,
    *,
    participation_id: UUID,
    kind: str,
    signed_on: date,
    number: str,
    profile: Profile,
) -> None:
    """Keep what was signed on paper; who waited for it goes on. A second press changes nothing.

    Raises `PaperDateAhead`, `PaperNumberTooLong`.
    """
    number = " ".join(number.split())
    if len(number) > LONGEST_NUMBER:
        raise PaperNumberTooLong(longest=LONGEST_NUMBER)
    async with db.transaction() as tx:
        participation = await tx.get(Participation, participation_id)
        actor.must(May.DECIDE_APPLICATIONS, participation)
        person = await tx.get(Person, participation.person_id)
        house = await tx.get(Organisation, participation.organisation_id)
        if signed_on > moments.local(tx.now, house.timezone).date():
            raise PaperDateAhead
        if kind not in BY_KIND or participation.state is ParticipationState.WITHDRAWN:
            raise Gone
        if kind not in await _open_kinds(tx, participation, person, house, profile):
            return
        record(
            tx,
            document=await filled(tx, person.id, house.id, kind, profile),
            person_id=person.id,
            organisation_id=house.id,
            signer=await tx.get(Person, actor.person_id),
            channel=PAPER,
            paper_date=signed_on,
            paper_number=number or None,
        )
        await _go_on(tx, participation, person, kind, profile)


async def _go_on(
    tx: Transaction, participation: Participation, person: Person, kind: str, profile: Profile
) -> None:
    document = BY_KIND[kind]
    own = document.signer is Signer.SELF and not document.optional
    if own and participation.state is ParticipationState.CONSENT:
        (band,) = document.bands
        participation.agreed(band)
        person.age_band = band
        person.tone = person.tone.towards(band)
        await begin_form(tx, participation, profile)
    if kind == GUARDIAN_CONSENT:
        for one in await tx.participations.of_person(person.id):
            if one.organisation_id == participation.organisation_id:
                await guardian_agreed(tx, one, profile)
    await review_people(tx, [person.id], profile)


async def take_back(db: Database, actor: Actor, *, participation_id: UUID) -> None:
    """Somebody has withdrawn by word or by letter: the curator does what /privacy would."""
    async with db.transaction() as tx:
        participation = await tx.get(Participation, participation_id)
        actor.must(May.DECIDE_APPLICATIONS, participation)
        await leave(
            tx, participation.person_id, participation.organisation_id, by=actor.person_id
        )
