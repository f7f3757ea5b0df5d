"""Coming in: what a newcomer is told, what they agree to, and the form they send.

The form itself is answered through `usecases/surveys.py`: an intake form is a questionnaire.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from bot.domain.access import Actor, May, Role
from bot.domain.consents import own_document
from bot.domain.errors import ConsentMissing, Gone
from bot.domain.notice_kinds import plan_about, plan_each
from bot.domain.participations import Participation, ParticipationState
from bot.domain.people import AgeBand, Person, Tone
from bot.domain.profile import ConsentText, Profile
from bot.domain.programmes import Organisation, Programme
from bot.domain.responses import Response, ResponseState
from bot.storage.database import Database, Transaction
from bot.usecases.applications import corrections
from bot.usecases.applications.selection import hear_kind
from bot.usecases.bases.speaking_for import must_fill
from bot.usecases.consents.signing import record
from bot.usecases.joining import ages
from bot.usecases.programme import offers

FORMS = {
    Role.MENTEE: "intake-mentee",
    Role.MENTOR: "intake-mentor",
    Role.ALUMNUS: "intake-alumnus",
}
GUARDIAN_CONSENT = "guardian"
WAITS_FOR_ANSWERS = (ParticipationState.FORM, ParticipationState.DECLINED)


@dataclass(frozen=True)
class Welcome:
    """What the first screens say."""

    participation_id: UUID
    role: Role
    state: ParticipationState
    programme: str
    organisation: str
    curator: str
    band: AgeBand | None


async def curator_name(tx: Transaction, organisation_id: UUID, programme_id: UUID) -> str:
    curators = await tx.people.holders(organisation_id, programme_id, Role.CURATOR)
    names = await tx.people.names(curators[:1])
    return next(iter(names.values()), "—")


async def welcome(db: Database, actor: Actor, *, participation_id: UUID) -> Welcome:
    async with db.reading() as tx:
        participation = await tx.get(Participation, participation_id)
        actor.must(May.FILL_APPLICATION, participation)
        programme = await tx.get(Programme, participation.programme_id)
        house = await tx.get(Organisation, participation.organisation_id)
        person = await tx.get(Person, actor.person_id)
        return Welcome(
            participation_id=participation.id,
            role=participation.role,
            state=participation.state,
            programme=programme.name,
            organisation=house.name,
            curator=await curator_name(tx, house.id, programme.id),
            band=person.age_band,
        )


async def consent_text(
    db: Database, actor: Actor, *, participation_id: UUID, band: AgeBand, profile: Profile
) -> ConsentText:
    """The document to agree to, with the names of the organisation and the curator in it."""
    seen = await welcome(db, actor, participation_id=participation_id)
    document = profile.consents[own_document(band)]
    return document.filled(organisation=seen.organisation, curator=seen.curator)


async def agree(
    db: Database,
    actor: Actor,
    *,
    participation_id: UUID,
    band: AgeBand,
    profile: Profile,
    channel: str,
) -> ParticipationState:
    """Keep the consent with its version and hash; then the form, or for a child the guardian."""
    document = await consent_text(
        db, actor, participation_id=participation_id, band=band, profile=profile
    )
    async with db.transaction() as tx:
        participation = await tx.get(Participation, participation_id)
        actor.must(May.FILL_APPLICATION, participation)
        person = await tx.get(Person, actor.person_id)
        participation.agreed(band)
        person.age_band = band
        person.tone = person.tone.towards(band)
        record(
            tx,
            document=document,
            person_id=person.id,
            organisation_id=participation.organisation_id,
            signer=person,
            channel=channel,
        )
        if participation.state is ParticipationState.FORM:
            await begin_form(tx, participation, profile)
        return participation.state


async def guardian_agreed(
    tx: Transaction, participation: Participation, profile: Profile
) -> None:
    """A guardian's consent has come: who waited for it goes on at once, and hears of it."""
    waited = participation.state is ParticipationState.GUARDIAN
    participation.guardian_consented()
    if waited and participation.state is ParticipationState.FORM:
        await begin_form(tx, participation, profile)
    if waited:
        await tx.notices.plan(*plan_about("guardian-agreed", [participation], due_at=tx.now))
        await tell_curators(tx, participation)


async def begin_form(
    tx: Transaction,
    participation: Participation,
    profile: Profile,
    known_before: Mapping[str, Any] | None = None,
) -> None:
    """Give the participation its intake form; one that was begun earlier goes on.

    `known_before`: answers given elsewhere, which need not be given again.
    """
    person = await tx.get(Person, participation.person_id)
    facts = ages.facts(person.band(tx.now.date()), participation.role)
    if participation.response_id is not None:
        known = await tx.get(Response, participation.response_id)
        known.reopen(tx.now)
        known.know(facts)
        return
    form = profile.questionnaires[FORMS[participation.role]]
    response = Response(
        organisation_id=participation.organisation_id,
        programme_id=participation.programme_id,
        person_id=participation.person_id,
        questionnaire_id=await tx.surveys.keep(form),
        participation_id=participation.id,
        state=ResponseState.STARTED,
        started_at=tx.now,
        touched_at=tx.now,
        answers={**facts, **(known_before or {})},
    )
    tx.add(response)
    await tx.flush()
    participation.response_id = response.id


async def form_of(db: Database, actor: Actor, *, participation_id: UUID) -> UUID:
    """The response to answer. Raises `ConsentMissing` when nothing may be asked yet."""
    async with db.reading() as tx:
        participation = await tx.get(Participation, participation_id)
        await must_fill(tx, actor, participation)
        if participation.response_id is None:
            raise ConsentMissing
        return participation.response_id


async def send_form(
    db: Database, actor: Actor, *, participation_id: UUID, profile: Profile
) -> ParticipationState:
    """Hand the form in; the curator hears of it when no consent is missing any more.

    A form sent again after a refusal is a new application; otherwise it is a correction.
    """
    async with db.transaction() as tx:
        participation = await tx.get(Participation, participation_id)
        await must_fill(tx, actor, participation)
        if participation.response_id is None:
            raise Gone
        response = await tx.get(Response, participation.response_id)
        person = await tx.get(Person, participation.person_id)
        questionnaire = await tx.surveys.version(response.questionnaire_id)
        before = participation.state
        changed = response.corrections(questionnaire)
        response.finish(questionnaire, tx.now)
        answers = response.counted(questionnaire)
        person.name = answers["name"]
        ages.born(answers, person)
        minor = person.is_minor(tx.now.date())
        if not minor:
            person.tone = Tone(profile.tone(participation.role, answers.get("kind")))
        kind = answers.get("kind")
        kind = ages.LEARNER if minor and _mentors(participation) else kind
        await hear_kind(tx, participation, kind, profile)
        if before is ParticipationState.FORM:
            participation.form_finished(minor=minor)
        elif participation.state is ParticipationState.DECLINED:
            participation.apply_again(minor=minor)
        else:
            await corrections.record(tx, participation, changed, by=actor.person_id)
        if participation.role is Role.ALUMNUS:
            await offers.record(tx, participation, answers)
            await offers.welcome_known(tx, participation)
        if before in WAITS_FOR_ANSWERS:
            await tell_curators(tx, participation)
        return participation.state


def _mentors(participation: Participation) -> bool:
    return participation.role is Role.MENTOR


async def correct_form(db: Database, actor: Actor, *, participation_id: UUID) -> UUID:
    """Open a form that was sent for corrections; it is sent again with `send_form`."""
    async with db.transaction() as tx:
        participation = await tx.get(Participation, participation_id)
        await must_fill(tx, actor, participation)
        if participation.response_id is None:
            raise ConsentMissing
        (await tx.get(Response, participation.response_id)).reopen(tx.now)
        return participation.response_id


async def tell_curators(tx: Transaction, participation: Participation) -> None:
    """A complete application waits for a decision."""
    if participation.state is not ParticipationState.APPLIED:
        return
    participation.applied_at = tx.now
    curators = await tx.people.in_charge(
        participation.organisation_id, participation.programme_id
    )
    await tx.notices.plan_unless_waiting(
        *plan_each(
            "application-arrived",
            to=curators,
            subject=participation.programme_id,
            organisation_id=participation.organisation_id,
            due_at=tx.now,
        )
    )


@dataclass(frozen=True)
class Step:
    """One participation as its person sees it."""

    participation_id: UUID
    role: Role
    programme: str
    state: ParticipationState
    since: datetime
    guardian_needed: bool
    guardian_agreed: bool
    form_sent: bool


async def steps(db: Database, actor: Actor) -> list[Step]:
    """Where the person stands in each programme they take part in."""
    async with db.reading() as tx:
        found = []
        for participation in await tx.participations.of_person(actor.person_id):
            if participation.programme_id in actor.archived:
                continue
            programme = await tx.get(Programme, participation.programme_id)
            found.append(
                Step(
                    participation_id=participation.id,
                    role=participation.role,
                    programme=programme.name,
                    state=participation.state,
                    since=participation.created_at,
                    guardian_needed=participation.guardian_needed,
                    guardian_agreed=participation.guardian_agreed,
                    form_sent=participation.form_sent,
                )
            )
        return found
