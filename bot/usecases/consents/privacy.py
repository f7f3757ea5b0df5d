"""What the bot knows about a person, and taking a consent back as easily as it was given."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from bot.domain.access import Actor, May, Role
from bot.domain.errors import NotAllowed
from bot.domain.participations import ParticipationState
from bot.domain.people import Person
from bot.domain.programmes import Organisation
from bot.domain.questionnaires import Questionnaire
from bot.storage.database import Database, Transaction
from bot.usecases.consents.leaving import leave

MAY_GO = frozenset({Role.MENTEE, Role.MENTOR, Role.ALUMNUS, Role.GUARDIAN})


@dataclass(frozen=True)
class KnownConsent:
    consent_id: UUID
    organisation: str
    organisation_id: UUID
    kind: str
    version: str
    given_at: datetime
    withdrawn_at: datetime | None
    refused: bool
    paper_number: str | None
    zone: str


@dataclass(frozen=True)
class KnownForm:
    questionnaire: Questionnaire
    answers: dict[str, object]


@dataclass(frozen=True)
class Known:
    """Everything personal that is kept about one person, by what it is."""

    name: str | None
    birth_year: int | None
    birth_date: date | None
    locale: str
    roles: tuple[Role, ...]
    consents: tuple[KnownConsent, ...]  # the last answer to each document
    houses: tuple[tuple[UUID, str], ...]  # organisations that may be left
    forms: tuple[KnownForm, ...]
    to_correct: tuple[tuple[UUID, str], ...]  # participations whose form was sent, by programme
    pairs: int
    meetings: int
    checks: int
    trainings: int
    offers: int
    letters: int
    wards: tuple[tuple[UUID, str | None], ...]  # the children the person answers for
    now: datetime

    @property
    def may_be_erased(self) -> bool:
        """Who has another role first hands it on: no programme loses its curator by a slip."""
        return set(self.roles) <= MAY_GO


async def known(db: Database, actor: Actor, *, of: UUID | None = None) -> Known:
    """About oneself, or about a child one answers for. Raises `NotAllowed`."""
    async with db.reading() as tx:
        person = await tx.get(Person, await subject_of(tx, actor, of))
        participations = await tx.participations.of_person(person.id)
        live = {p.organisation_id for p in participations if _live(p.state)}
        at_home = [p for p in participations if _live(p.state) and p.form_sent]
        programmes = await tx.programmes.many({p.programme_id for p in at_home})
        consents = await _consents(tx, person.id)
        forms = []
        for response in await tx.surveys.of_person(person.id):
            questionnaire = await tx.surveys.version(response.questionnaire_id)
            if answers := response.counted(questionnaire):
                forms.append(KnownForm(questionnaire, answers))
        wards = await tx.people.wards_of(person.id)
        children = await tx.people.many({w.ward_id for w in wards})
        counts = await tx.personal.counts(person.id)
        houses = {one.organisation_id: one.organisation for one in consents}
        for house_id in live - set(houses):
            houses[house_id] = (await tx.get(Organisation, house_id)).name
        return Known(
            name=person.name,
            birth_year=person.birth_year,
            birth_date=person.birth_date,
            locale=person.locale,
            roles=tuple(dict.fromkeys(m.role for m in await tx.people.memberships_of(person.id))),
            consents=tuple(consents),
            houses=tuple((id_, name) for id_, name in houses.items() if id_ in live),
            forms=tuple(forms),
            to_correct=tuple((p.id, programmes[p.programme_id].name) for p in at_home),
            pairs=len(await tx.pairs.of_person(person.id)),
            meetings=counts["meetings"],
            checks=counts["checks"],
            trainings=counts["training_records"],
            offers=counts["offers"],
            letters=counts["notices"],
            wards=tuple({w.ward_id: children[w.ward_id].name for w in wards}.items()),
            now=tx.now,
        )


def _live(state: ParticipationState) -> bool:
    return state is not ParticipationState.WITHDRAWN


async def _consents(tx: Transaction, person_id: UUID) -> list[KnownConsent]:
    """The last answer to each document of each organisation: what came before has been replaced."""
    last = {(c.organisation_id, c.kind): c for c in await tx.people.consents_of(person_id)}
    found = []
    for consent in last.values():
        house = await tx.get(Organisation, consent.organisation_id)
        found.append(
            KnownConsent(
                consent_id=consent.id,
                organisation=house.name,
                organisation_id=house.id,
                kind=consent.kind,
                version=consent.version,
                given_at=consent.given_at,
                withdrawn_at=consent.withdrawn_at,
                refused=consent.refused,
                paper_number=consent.paper_number,
                zone=house.timezone,
            )
        )
    return found


async def subject_of(tx: Transaction, who: Actor, of: UUID | None) -> UUID:
    """Oneself, or a child one answers for today. Raises `NotAllowed`."""
    if of is None or of == who.person_id:
        return who.person_id
    wards = {w.ward_id for w in await tx.people.wards_of(who.person_id)}
    if of not in wards or not who.may(May.CONSENT_FOR_WARD):
        raise NotAllowed
    return of


async def withdraw(db: Database, actor: Actor, *, organisation_id: UUID) -> None:
    """Take one's own consent back: one leaves at once, pairs end, nothing more is sent."""
    async with db.transaction() as tx:
        await leave(tx, actor.person_id, organisation_id, by=actor.person_id)


async def withdraw_for_ward(db: Database, actor: Actor, *, ward_id: UUID) -> None:
    """A guardian takes back the consent for a child."""
    async with db.transaction() as tx:
        await subject_of(tx, actor, ward_id)
        for guardianship in await tx.people.wards_of(actor.person_id):
            if guardianship.ward_id == ward_id:
                await leave(tx, ward_id, guardianship.organisation_id, by=actor.person_id)
