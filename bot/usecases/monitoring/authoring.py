"""Questionnaires in an organisation's own words: a draft looked at, published, taken back.

Whoever runs the waves of a programme may see and download its questionnaires; changing one concerns
every programme of the organisation, so it takes a role in the whole of it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from bot.domain import moments, questionnaire_changes
from bot.domain.access import Actor, May
from bot.domain.errors import Gone
from bot.domain.lengths import minutes
from bot.domain.own_questionnaires import OwnQuestionnaire, OwnState, in_use
from bot.domain.profile import Profile
from bot.domain.programmes import Organisation, Programme
from bot.domain.questionnaire_changes import Changes
from bot.domain.questionnaire_errors import (
    ConsentDropped,
    KeyTaken,
    NothingChanged,
    OtherQuestionnaire,
    PublishedMeanwhile,
    QuestionnaireFixed,
)
from bot.domain.questionnaires import Questionnaire
from bot.domain.waves import WaveState
from bot.storage.database import Database, Transaction
from bot.usecases.joining.intake import FORMS
from bot.usecases.monitoring.own_questionnaires import questionnaire_for
from bot.usecases.monitoring.surroundings import Surroundings

# the programme itself reads their answers: matching, bases, ages
FIXED = frozenset(FORMS.values())


@dataclass(frozen=True)
class Listed:
    key: str
    asked: Questionnaire
    own: bool  # an own version is asked
    new: bool  # nothing is asked yet: a draft waits to be published


@dataclass(frozen=True)
class Version:
    number: int
    state: OwnState
    by: str | None
    at: datetime
    taken_back_by: str | None
    taken_back_at: datetime | None


@dataclass(frozen=True)
class Card:
    key: str
    asked: Questionnaire
    minutes: int
    own: bool
    changeable: bool  # by this person, and at all
    fixed: bool
    running: int  # waves of the whole organisation, in any version
    over: int
    versions: tuple[Version, ...]  # published ones, the newest first
    draft_id: UUID | None  # was sent and not published yet; for whom may change it
    new: bool  # nothing of it was ever asked: there is but the draft
    zone: str
    now: datetime


@dataclass(frozen=True)
class Draft:
    draft_id: UUID
    questionnaire: Questionnaire
    before: Questionnaire | None  # what is asked now
    changes: Changes
    minutes: int


async def listed(
    db: Database, actor: Actor, *, programme_id: UUID, profile: Profile
) -> list[Listed]:
    """What is asked in the programme: those of the profile, the organisation's alone, new ones."""
    async with db.reading() as tx:
        programme = await tx.get(Programme, programme_id)
        actor.must(May.RUN_WAVES, programme)
        versions = await tx.own_questionnaires.of(programme.organisation_id)
        own = {key: one.questionnaire for key, one in in_use(versions).items()}
        asked = {**profile.questionnaires, **own}
        used = {one.key for one in versions if one.state is not OwnState.DRAFT}
        house = await tx.get(Organisation, programme.organisation_id)
        new = {
            one.key: one.questionnaire
            for one in versions
            if one.key not in asked and one.key not in used and actor.may(May.RUN_WAVES, house)
        }
        known = {**asked, **new}
        return [Listed(key, known[key], key in own, key in new) for key in known]


async def card(
    db: Database, actor: Actor, *, programme_id: UUID, key: str, profile: Profile
) -> Card:
    """Raises `Gone`."""
    async with db.reading() as tx:
        programme = await tx.get(Programme, programme_id)
        actor.must(May.RUN_WAVES, programme)
        house = await tx.get(Organisation, programme.organisation_id)
        kept = await tx.own_questionnaires.of(house.id, key)
        versions = [one for one in kept if one.state is not OwnState.DRAFT]
        draft = next((one for one in kept if one.state is OwnState.DRAFT), None)
        current = in_use(versions).get(key)
        asked = current.questionnaire if current else profile.questionnaires.get(key)
        if asked is None and versions:  # an own one that was taken back can be looked at still
            asked = versions[0].questionnaire
        changeable = key not in FIXED and actor.may(May.RUN_WAVES, house)
        if asked is None and draft and changeable:
            asked = draft.questionnaire
        if asked is None:
            raise Gone
        waves = await tx.own_questionnaires.waves_of(house.id, key)
        people = {one.published_by for one in versions} | {one.taken_back_by for one in versions}
        names = await tx.people.names([id_ for id_ in people if id_ is not None])
        return Card(
            key=key,
            asked=asked,
            minutes=minutes(asked.items),
            own=current is not None,
            changeable=changeable,
            fixed=key in FIXED,
            running=waves.get(WaveState.OPEN, 0),
            over=waves.get(WaveState.CLOSED, 0),
            versions=tuple(_version(one, names) for one in versions),
            draft_id=draft.id if draft and changeable else None,
            new=not versions and key not in profile.questionnaires,
            zone=house.timezone,
            now=tx.now,
        )


def _version(one: OwnQuestionnaire, names: Mapping[UUID, str]) -> Version:
    assert one.published_at is not None
    return Version(
        number=one.number,
        state=one.state,
        by=names.get(one.published_by) if one.published_by else None,
        at=one.published_at,
        taken_back_by=names.get(one.taken_back_by) if one.taken_back_by else None,
        taken_back_at=one.taken_back_at,
    )


async def keep_draft(
    db: Database,
    actor: Actor,
    *,
    programme_id: UUID,
    key: str | None,
    questionnaire: Questionnaire,
    profile: Profile,
) -> UUID:
    """A questionnaire read from a file, without a fault: it waits to be looked at and published.

    `key`: the questionnaire it is to change; None for a new one. An earlier draft gives way to it.
    Raises `OtherQuestionnaire`, `KeyTaken`, `QuestionnaireFixed`, `NothingChanged`,
    `ConsentDropped`.
    """
    async with db.transaction() as tx:
        programme, house = await _must_write(tx, actor, programme_id)
        if key is not None and questionnaire.key != key:
            raise OtherQuestionnaire(found=questionnaire.key, wanted=key)
        versions = await tx.own_questionnaires.of(house.id, questionnaire.key)
        before = await _asked(tx, profile, programme, questionnaire.key)
        if questionnaire.key in FIXED:
            raise QuestionnaireFixed
        if key is None and before is not None:
            raise KeyTaken(title=before.title)
        if before is not None and replace(questionnaire, version=before.version) == before:
            raise NothingChanged
        if before is not None and before.consent not in (None, questionnaire.consent):
            raise ConsentDropped
        await tx.own_questionnaires.forget_drafts(house.id, questionnaire.key)
        used = [one.number for one in versions if one.state is not OwnState.DRAFT]
        known = profile.questionnaires.get(questionnaire.key)
        number = max([*used, known.version if known else 0]) + 1
        draft = OwnQuestionnaire.draft(
            replace(questionnaire, version=number), house.id, actor.person_id, tx.now
        )
        tx.add(draft)
        return draft.id


async def draft(
    db: Database, actor: Actor, *, programme_id: UUID, draft_id: UUID, profile: Profile
) -> Draft:
    """What is about to be published, beside what is asked now. Raises `Gone`."""
    async with db.reading() as tx:
        programme, house = await _must_write(tx, actor, programme_id)
        own = await _waiting(tx, house, draft_id)
        asked = own.questionnaire
        before = await _asked(tx, profile, programme, own.key)
        return Draft(
            draft_id=own.id,
            questionnaire=asked,
            before=before,
            changes=questionnaire_changes.changes(before, asked) if before else Changes(),
            minutes=minutes(asked.items),
        )


async def publish(db: Database, actor: Actor, *, programme_id: UUID, draft_id: UUID) -> str:
    """From now on it is asked; whoever has begun an earlier version ends that one. Its key.

    Raises `Gone` for a draft that gave way to another, `PublishedMeanwhile`.
    """
    async with db.transaction() as tx:
        _, house = await _must_write(tx, actor, programme_id)
        own = await _waiting(tx, house, draft_id)
        newer = await tx.own_questionnaires.published(house.id, own.key)
        if newer is not None and newer.number >= own.number:
            raise PublishedMeanwhile
        own.publish(actor.person_id, tx.now)
        return own.key


async def take_back(db: Database, actor: Actor, *, programme_id: UUID, key: str) -> None:
    """The version before it is asked again, or the profile's. Raises `Gone` when none is ours."""
    async with db.transaction() as tx:
        _, house = await _must_write(tx, actor, programme_id)
        own = await tx.own_questionnaires.published(house.id, key)
        if own is None:
            raise Gone
        own.take_back(actor.person_id, tx.now)


async def to_download(
    db: Database, actor: Actor, *, programme_id: UUID, key: str, profile: Profile
) -> Questionnaire:
    """What is asked now. Raises `Gone`."""
    async with db.reading() as tx:
        programme = await tx.get(Programme, programme_id)
        actor.must(May.RUN_WAVES, programme)
        return await questionnaire_for(tx, profile, programme, key)


async def _must_write(
    tx: Transaction, actor: Actor, programme_id: UUID
) -> tuple[Programme, Organisation]:
    programme = await tx.get(Programme, programme_id)
    house = await tx.get(Organisation, programme.organisation_id)
    actor.must(May.RUN_WAVES, programme)
    actor.must(May.RUN_WAVES, house)
    return programme, house


async def _asked(
    tx: Transaction, profile: Profile, programme: Programme, key: str
) -> Questionnaire | None:
    try:
        return await questionnaire_for(tx, profile, programme, key)
    except Gone:
        return None


async def _waiting(tx: Transaction, house: Organisation, draft_id: UUID) -> OwnQuestionnaire:
    own = await tx.find(OwnQuestionnaire, draft_id)
    if own is None or own.organisation_id != house.id or own.state is not OwnState.DRAFT:
        raise Gone
    return own


async def rehearsed_in(db: Database, actor: Actor, *, programme_id: UUID) -> Surroundings:
    """What stands around the questions of somebody who only looks at them."""
    async with db.reading() as tx:
        programme = await tx.get(Programme, programme_id)
        actor.must(May.RUN_WAVES, programme)
        house = await tx.get(Organisation, programme.organisation_id)
        today = moments.local(tx.now, house.timezone).date()
        return Surroundings(role=None, form=None, programme=programme.name, today=today)
