"""Which waves a programme is to have: the profile proposes them, the curator decides on each."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from hashlib import sha256
from uuid import UUID

from bot.domain import goodbyes, moments
from bot.domain.access import Actor, May, Role
from bot.domain.errors import Gone
from bot.domain.profile import Profile
from bot.domain.programmes import Organisation, Programme
from bot.domain.publish_check import LONGEST_KEY
from bot.domain.questionnaires import Questionnaire
from bot.domain.wave_errors import DayInThePast
from bot.domain.waves import (
    ASKED_ROLES,
    ON_A_DAY,
    Audience,
    PlannedWave,
    WaveEvent,
    WaveState,
    WaveTemplate,
)
from bot.storage.database import Database, Transaction
from bot.usecases.monitoring import opening
from bot.usecases.monitoring.listing import group_name
from bot.usecases.monitoring.own_questionnaires import questionnaires_for

OWN_DAYS = 10


@dataclass(frozen=True)
class PlanLine:
    """One wave that may be. `running`: it is open now."""

    key: str
    questionnaire: Questionnaire
    event: WaveEvent
    days: int
    anonymous: bool
    audience: Audience
    enabled: bool
    running: UUID | None
    day: date | None  # on which it opens by itself


@dataclass(frozen=True)
class Plan:
    lines: tuple[PlanLine, ...]  # in the order of the profile, then the curator's own
    others: tuple[Questionnaire, ...]  # what is in no wave yet
    forms: tuple[str, ...]  # of the programme
    groups: tuple[str, ...]  # that mentees have named
    today: date
    ends_on: date
    zone: str
    now: datetime


async def plan(db: Database, actor: Actor, *, programme_id: UUID, profile: Profile) -> Plan:
    async with db.reading() as tx:
        programme = await tx.get(Programme, programme_id)
        actor.must(May.RUN_WAVES, programme)
        return await _plan(tx, actor, programme, profile)


async def _plan(tx: Transaction, actor: Actor, programme: Programme, profile: Profile) -> Plan:
    house = await tx.get(Organisation, programme.organisation_id)
    changed = await tx.waves.plans_of(programme.id)
    asked = await questionnaires_for(tx, profile, programme)
    running = {
        wave.key: wave.id
        for wave in await tx.waves.of_programme(programme.id)
        if wave.state is WaveState.OPEN
    }
    every = [
        changed.get(one.key) or _unchanged(one, actor, programme, tx.now)
        for one in profile.waves.templates
    ]
    known = {one.key for one in every}
    every += [one for key, one in sorted(changed.items()) if key not in known]
    lines = tuple(
        PlanLine(
            key=one.key,
            questionnaire=asked[one.questionnaire],
            event=one.event,
            days=one.days,
            anonymous=one.anonymous,
            audience=one.asked,
            enabled=one.enabled,
            running=running.get(one.key),
            day=one.day(programme.starts_on, programme.ends_on),
        )
        for one in every
        if one.questionnaire in asked
    )
    used = {one.questionnaire for one in every}
    raw = await tx.wave_lists.groups_of(programme.id)
    named = {group_name(one, profile.class_words) for one in raw}
    return Plan(
        lines=lines,
        others=tuple(
            one for key, one in asked.items() if key not in used and may_be_asked(one)
        ),
        forms=tuple(programme.forms),
        groups=tuple(sorted({name for name in named if name is not None})),
        today=moments.local(tx.now, house.timezone).date(),
        ends_on=programme.ends_on,
        zone=house.timezone,
        now=tx.now,
    )


# of a questionnaire's own audience: who of a programme that may be
_ASKED: Mapping[str, tuple[Role, ...]] = {
    "pair": ASKED_ROLES,
    "mentee": (Role.MENTEE,),
    "mentor": (Role.MENTOR,),
}


def may_be_asked(questionnaire: Questionnaire) -> bool:
    """Intake forms and what follows a training or a goodbye are asked in their own place."""
    key = questionnaire.key
    elsewhere = key.startswith(("intake-", "training-")) or key == goodbyes.QUESTIONNAIRE
    return questionnaire.audience in _ASKED and not elsewhere


def _unchanged(
    template: WaveTemplate, actor: Actor, programme: Programme, now: datetime
) -> PlannedWave:
    return PlannedWave.of(
        template,
        organisation_id=programme.organisation_id,
        programme_id=programme.id,
        by=actor.person_id,
        now=now,
    )


async def planned_under(
    tx: Transaction, actor: Actor, programme: Programme, key: str, profile: Profile
) -> PlannedWave:
    """What is planned under this key, kept from now on. Raises `Gone`."""
    await tx.programmes.lock(programme.id)
    planned = await as_planned(tx, actor, programme, key, profile)
    tx.add(planned)
    planned.changed_by, planned.changed_at = actor.person_id, tx.now
    return planned


async def as_planned(
    tx: Transaction, actor: Actor, programme: Programme, key: str, profile: Profile
) -> PlannedWave:
    """As the curator has decided, else as the profile proposes. Raises `Gone`."""
    known = (await tx.waves.plans_of(programme.id)).get(key)
    template = profile.waves.template(key)
    if known is None and template is None:
        raise Gone
    if known is None and template is not None:
        known = _unchanged(template, actor, programme, tx.now)
    assert known is not None
    return known


async def switch(
    db: Database, actor: Actor, *, programme_id: UUID, key: str, on: bool, profile: Profile
) -> None:
    """On a day: it opens by itself when the day comes, or not. Of an event: from now on, or not
    any more; whoever is being asked then is not asked any further.

    Raises `Gone` when the day is not known.
    """
    async with db.transaction() as tx:
        programme = await _programme(tx, actor, programme_id)
        await _switch(tx, actor, programme, key, on=on, profile=profile)


async def _switch(
    tx: Transaction, actor: Actor, programme: Programme, key: str, *, on: bool, profile: Profile
) -> None:
    planned = await planned_under(tx, actor, programme, key, profile)
    if planned.on_a_day:
        if on and planned.day(programme.starts_on, programme.ends_on) is None:
            raise Gone
        planned.enabled = on
        return
    running = await tx.waves.open_under(programme.id, key)
    if on and running is None:
        await opening.open_planned(tx, programme, planned, profile=profile, by=actor.person_id)
    if not on and running is not None:
        await opening.close(tx, running)
    planned.enabled = on


async def switch_all_on(
    db: Database, actor: Actor, *, programme_id: UUID, profile: Profile
) -> int:
    """Everything the profile proposes that comes by an event or on a known day; how many."""
    async with db.transaction() as tx:
        programme = await _programme(tx, actor, programme_id)
        await tx.programmes.lock(programme.id)  # what is off now is off until this is done
        found = await _plan(tx, actor, programme, profile)
        off = [
            line for line in found.lines
            if not line.enabled and line.running is None
            and (line.event not in ON_A_DAY or (line.day is not None and line.day >= found.today))
        ]  # fmt: skip
        for line in off:
            await _switch(tx, actor, programme, line.key, on=True, profile=profile)
        return len(off)


async def change(
    db: Database,
    actor: Actor,
    *,
    programme_id: UUID,
    key: str,
    profile: Profile,
    days: int | None = None,
    starts_on: date | None = None,
    anonymous: bool | None = None,
    roles: Sequence[Role] | None = None,
    forms: Sequence[str] | None = None,
    groups: Sequence[str] | None = None,
    alone: bool | None = None,
) -> None:
    """What is given is changed; a wave that is open goes on as it began.

    Raises `WaveTooLong`, `DayInThePast`, `NothingChosen`, `Gone`.
    """
    async with db.transaction() as tx:
        programme = await _programme(tx, actor, programme_id)
        planned = await planned_under(tx, actor, programme, key, profile)
        if days is not None:
            planned.last(days)
        if starts_on is not None:
            house = await tx.get(Organisation, programme.organisation_id)
            if starts_on < moments.local(tx.now, house.timezone).date():
                raise DayInThePast
            if not planned.on_a_day:
                raise Gone
            planned.starts_on, planned.enabled = starts_on, True
        if anonymous is not None:
            if anonymous and not planned.on_a_day:  # who answers alone that day would be seen
                raise Gone
            planned.anonymous = anonymous
        asked = planned.asked
        planned.ask(
            Audience(
                roles=asked.roles if roles is None else tuple(roles),
                forms=asked.forms if forms is None else tuple(forms),
                groups=asked.groups if groups is None else tuple(groups),
                alone=asked.alone if alone is None else alone,
            )
        )


async def add(
    db: Database, actor: Actor, *, programme_id: UUID, questionnaire: str, profile: Profile
) -> str:
    """A wave of the curator's own, on a day; its key. Raises `Gone`."""
    async with db.transaction() as tx:
        programme = await _programme(tx, actor, programme_id)
        asked = await questionnaires_for(tx, profile, programme)
        if questionnaire not in asked or not may_be_asked(asked[questionnaire]):
            raise Gone
        await tx.programmes.lock(programme.id)
        known = await tx.waves.plans_of(programme.id)
        key = _own_key(questionnaire)
        if key not in known:
            template = WaveTemplate(
                key, questionnaire, WaveEvent.DATE, OWN_DAYS, anonymous=False,
                audience=Audience(roles=_ASKED[asked[questionnaire].audience]),
            )  # fmt: skip
            tx.add(_unchanged(template, actor, programme, tx.now))
        return key


def _own_key(questionnaire: str) -> str:
    """No two questionnaires share one, however long their keys."""
    key = f"own-{questionnaire}"
    return key if len(key) <= LONGEST_KEY else f"own-{sha256(key.encode()).hexdigest()[:32]}"


async def _programme(tx: Transaction, actor: Actor, programme_id: UUID) -> Programme:
    programme = await tx.get(Programme, programme_id)
    actor.must(May.RUN_WAVES, programme)
    return programme


def likely_days(found: Plan) -> tuple[date, ...]:
    """Today, and the next Mondays."""
    monday = found.today + timedelta(days=7 - found.today.weekday())
    mondays = (monday + timedelta(weeks=n) for n in range(3))
    return (found.today, *(day for day in mondays if day <= found.ends_on))
