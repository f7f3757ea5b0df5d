"""How a wave begins and ends, within a transaction."""

from datetime import datetime, time, timedelta
from uuid import UUID

from bot.domain import moments
from bot.domain.errors import NobodyToAsk, WaveAlreadyOpen
from bot.domain.profile import Profile
from bot.domain.programmes import Organisation, Programme
from bot.domain.wave_errors import TooFewForAnonymous
from bot.domain.waves import AFTER, LEAST_ANONYMOUS, PlannedWave, Wave
from bot.storage.database import Transaction
from bot.usecases.monitoring import listing
from bot.usecases.monitoring.own_questionnaires import questionnaire_for


async def open_planned(
    tx: Transaction, programme: Programme, planned: PlannedWave, *, profile: Profile, by: UUID
) -> Wave:
    """A wave as it was planned, with the first of its people; which those are stands from now on.

    Raises `WaveAlreadyOpen`; on a day also `NobodyToAsk` and `TooFewForAnonymous`.
    """
    await tx.programmes.lock(programme.id)  # two presses at once open one wave
    if await tx.waves.open_under(programme.id, planned.key) is not None:
        raise WaveAlreadyOpen
    asked = await questionnaire_for(tx, profile, programme, planned.questionnaire)
    house = await tx.get(Organisation, programme.organisation_id)
    wave = Wave(
        organisation_id=programme.organisation_id,
        programme_id=programme.id,
        questionnaire_id=await tx.surveys.keep(asked),
        opened_at=tx.now,
        opened_by=by,
        closes_at=_ends(tx.now, programme, planned, house.timezone),
        key=planned.key,
        event=planned.event,
        anonymous=planned.anonymous and planned.on_a_day,
        audience=planned.audience,
        days=planned.days,
    )
    tx.add(wave)
    await tx.flush()
    if not wave.on_a_day:
        planned.enabled = True
        return wave
    await listing.list_batch(tx, wave, profile)
    while wave.listed_at is None and await tx.wave_lists.invited(wave.id) < LEAST_ANONYMOUS:
        await listing.list_batch(tx, wave, profile)
    number = await tx.wave_lists.invited(wave.id)
    if not number:
        raise NobodyToAsk
    if wave.anonymous and number < LEAST_ANONYMOUS:
        raise TooFewForAnonymous
    planned.enabled, planned.starts_on = False, None  # its day has come; another may be set
    return wave


def _ends(now: datetime, programme: Programme, planned: PlannedWave, zone: str) -> datetime:
    """On a day: so many days on. Of an event: when it can come to nobody of the programme."""
    if planned.on_a_day:
        return now + timedelta(days=planned.days)
    over = moments.instant(programme.ends_on + timedelta(days=1), time(0), zone)
    return max(now, over) + AFTER[planned.event] + timedelta(days=planned.days)


async def close(tx: Transaction, wave: Wave) -> bool:
    """True when this call closed it."""
    if not wave.close(tx.now):
        return False
    await tx.flush()
    await tx.waves.close_all(wave)
    if wave.anonymous:
        await tx.ballots.shuffle(wave.id, wave.organisation_id)
    return True
