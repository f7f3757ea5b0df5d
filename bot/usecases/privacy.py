"""What the bot knows about a person, and taking a consent back as easily as it was given."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from bot.domain.access import Actor, May, Role
from bot.domain.errors import NotAllowed
from bot.domain.notice_kinds import plan
from bot.domain.pairs import CONSENT_WITHDRAWN
from bot.domain.participations import Participation, ParticipationState
from bot.domain.people import Person
from bot.domain.programmes import Organisation
from bot.domain.questionnaires import Questionnaire
from bot.storage.database import Database, Transaction
from bot.usecases.intake import GUARDIAN_CONSENT
from bot.usecases.pair_ending import call_off


@dataclass(frozen=True)
class KnownConsent:
    consent_id: UUID
    organisation: str
    organisation_id: UUID
    kind: str
    version: str
    given_at: datetime
    withdrawn_at: datetime | None
    zone: str


@dataclass(frozen=True)
class KnownForm:
    questionnaire: Questionnaire
    answers: dict[str, object]


@dataclass(frozen=True)
class Known:
    """Everything personal that is kept about one person."""

    name: str | None
    birth_year: int | None
    locale: str
    roles: tuple[Role, ...]
    consents: tuple[KnownConsent, ...]
    forms: tuple[KnownForm, ...]
    pairs: int
    meetings: int
    wards: tuple[tuple[UUID, str | None], ...]  # for whom a guardian's consent is in force
    now: datetime


async def known(db: Database, actor: Actor) -> Known:
    async with db.reading() as tx:
        person = await tx.get(Person, actor.person_id)
        consents = []
        for consent in await tx.people.consents_of(person.id):
            house = await tx.get(Organisation, consent.organisation_id)
            consents.append(
                KnownConsent(
                    consent_id=consent.id,
                    organisation=house.name,
                    organisation_id=house.id,
                    kind=consent.kind,
                    version=consent.version,
                    given_at=consent.given_at,
                    withdrawn_at=consent.withdrawn_at,
                    zone=house.timezone,
                )
            )
        forms = []
        for response in await tx.surveys.of_person(person.id):
            questionnaire = await tx.surveys.version(response.questionnaire_id)
            if answers := response.counted(questionnaire):
                forms.append(KnownForm(questionnaire, answers))
        wards = [w for w in await tx.people.wards_of(person.id) if await _consented(tx, w.ward_id)]
        children = await tx.people.many([w.ward_id for w in wards])
        return Known(
            name=person.name,
            birth_year=person.birth_year,
            locale=person.locale,
            roles=tuple(dict.fromkeys(a.role for a in actor.assignments)),
            consents=tuple(consents),
            forms=tuple(forms),
            pairs=len(await tx.pairs.of_person(person.id)),
            meetings=await tx.meetings.number_of(person.id),
            wards=tuple((w.ward_id, children[w.ward_id].name) for w in wards),
            now=tx.now,
        )


async def _consented(tx: Transaction, ward_id: UUID) -> bool:
    """Whether a guardian's consent for the child is still in force."""
    consents = await tx.people.consents_of(ward_id)
    return any(one.valid and one.kind == GUARDIAN_CONSENT for one in consents)


async def withdraw(db: Database, actor: Actor, *, organisation_id: UUID) -> None:
    """Take one's own consent back: one leaves at once, pairs end, nothing more is sent."""
    async with db.transaction() as tx:
        for consent in await tx.people.consents_of(actor.person_id):
            if consent.organisation_id == organisation_id:
                consent.withdraw(tx.now)
        await _leave(tx, actor.person_id, organisation_id)


async def withdraw_for_ward(db: Database, actor: Actor, *, ward_id: UUID) -> None:
    """A guardian takes back the consent for a child."""
    async with db.transaction() as tx:
        houses = [
            g.organisation_id
            for g in await tx.people.wards_of(actor.person_id)
            if g.ward_id == ward_id
        ]
        if not houses or not actor.may(May.CONSENT_FOR_WARD):
            raise NotAllowed
        for organisation_id in houses:
            for consent in await tx.people.consents_of(ward_id):
                if consent.kind == GUARDIAN_CONSENT:
                    consent.withdraw(tx.now)
            await _leave(tx, ward_id, organisation_id)


async def _leave(tx: Transaction, person_id: UUID, organisation_id: UUID) -> None:
    """In one transaction: out of every programme of the house, pairs closed, letters gone."""
    for participation in await tx.participations.of_person(person_id):
        left = participation.state is ParticipationState.WITHDRAWN
        if participation.organisation_id == organisation_id and not left:
            participation.withdraw(tx.now)
            await _tell_curators(tx, participation)
    subjects: set[UUID] = set()
    people = {person_id}
    for pair in await tx.pairs.of_person(person_id):
        if pair.organisation_id == organisation_id:
            pair.close(CONSENT_WITHDRAWN, tx.now)
            people |= pair.parties
            subjects |= {pair.id, *await call_off(tx, pair)}
            await tx.notices.plan(
                plan(
                    "pair-not-formed",
                    to=pair.partner(person_id),
                    subject=pair.id,
                    organisation_id=organisation_id,
                    due_at=tx.now,
                )
            )
    for response in await tx.surveys.of_person(person_id):
        if response.organisation_id == organisation_id and response.close(tx.now):
            subjects.add(response.id)
    for membership in await tx.people.memberships_of(person_id):
        if membership.organisation_id == organisation_id and membership.role in _LEFT:
            membership.ended_at = tx.now
    await tx.notices.forget_about_except(people, subjects, kept=("pair-not-formed",))
    await tx.notices.forget_to(person_id, organisation_id)


_LEFT = frozenset({Role.MENTEE, Role.MENTOR, Role.ALUMNUS})


async def _tell_curators(tx: Transaction, participation: Participation) -> None:
    curators = await tx.people.holders(
        Role.CURATOR, participation.organisation_id, participation.programme_id
    )
    await tx.notices.plan(
        *(
            plan(
                "consent-withdrawn",
                to=curator,
                subject=participation.id,
                organisation_id=participation.organisation_id,
                due_at=tx.now,
            )
            for curator in curators
        )
    )
