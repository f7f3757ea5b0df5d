"""What the last module brings: a certificate, and the question what the training was like."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time
from uuid import UUID

from bot.domain import moments
from bot.domain.access import Actor
from bot.domain.errors import Gone
from bot.domain.participations import Participation
from bot.domain.profile import Profile
from bot.domain.programmes import Organisation, Programme
from bot.domain.responses import Response
from bot.domain.selection import Stage
from bot.domain.training import Certificate, Module, TrainingRecord, certificate_number
from bot.domain.words import Words
from bot.storage.database import Database, Transaction
from bot.usecases.applications import selection
from bot.usecases.joining.intake import curator_name
from bot.usecases.monitoring.own_questionnaires import questionnaire_for
from bot.usecases.training.courses import FEEDBACK, learner_of, passed_keys


async def certify(
    tx: Transaction,
    participation: Participation,
    modules: Sequence[Module],
    records: Sequence[TrainingRecord],
    profile: Profile,
) -> None:
    passed = passed_keys(records)
    learned = [module for module in modules if module.key in passed]
    house = await tx.training.lock_house(participation.organisation_id)
    today = moments.local(tx.now, house.timezone).date()
    new_year = moments.instant(date(today.year, 1, 1), time(), house.timezone)
    tx.add(
        Certificate(
            organisation_id=house.id,
            programme_id=participation.programme_id,
            participation_id=participation.id,
            person_id=participation.person_id,
            number=certificate_number(today.year, await tx.training.issued(house.id, new_year)),
            issued_at=tx.now,
            modules=[module.key for module in learned],
            minutes=sum(module.minutes for module in learned),
        )
    )
    await selection.passed(tx, participation, Stage.TRAINED, profile, by=None)


@dataclass(frozen=True)
class CertificateFacts:
    """What stands on a certificate; names as they are today, the rest as it was on the day."""

    number: str
    name: str
    organisation: str
    programme: str
    curator: str
    issued_on: date
    modules: tuple[Words, ...]
    minutes: int


async def certificate(
    db: Database, actor: Actor, *, participation_id: UUID, profile: Profile
) -> CertificateFacts:
    async with db.reading() as tx:
        participation = await learner_of(tx, actor, participation_id)
        found = (await tx.training.certificates([participation.id])).get(participation.id)
        if found is None:
            raise Gone
        programme = await tx.get(Programme, participation.programme_id)
        [facts] = await facts_of(tx, programme, [found], profile)
        return facts


async def facts_of(
    tx: Transaction, programme: Programme, given: Sequence[Certificate], profile: Profile
) -> list[CertificateFacts]:
    """Of certificates of one programme, in their order."""
    house = await tx.get(Organisation, programme.organisation_id)
    names = await tx.people.names({one.person_id for one in given})
    curator = await curator_name(tx, house.id, programme.id)
    titles = {module.key: module.title for module in profile.training}
    return [
        CertificateFacts(
            number=one.number,
            name=names.get(one.person_id, ""),
            organisation=house.name,
            programme=programme.name,
            curator=curator,
            issued_on=moments.local(one.issued_at, house.timezone).date(),
            modules=tuple(titles[key] for key in one.modules if key in titles),
            minutes=one.minutes,
        )
        for one in given
    ]


async def feedback(db: Database, actor: Actor, *, participation_id: UUID, profile: Profile) -> UUID:
    """The response in which a trained mentor says what the training was like."""
    async with db.transaction() as tx:
        participation = await learner_of(tx, actor, participation_id)
        if not await tx.training.certificates([participation.id]):
            raise Gone
        known = await tx.training.feedback(
            FEEDBACK, participation.programme_id, person_id=participation.person_id
        )
        if known:
            return known[-1].id
        asked = await questionnaire_for(tx, profile, participation, FEEDBACK)
        response = Response(
            organisation_id=participation.organisation_id,
            programme_id=participation.programme_id,
            person_id=participation.person_id,
            questionnaire_id=await tx.surveys.keep(asked),
        )
        tx.add(response)
        return response.id
