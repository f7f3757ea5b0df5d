"""Waves as the curator sees and steers them: opening one now, how each goes, extending, closing."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from bot.domain.access import Actor, May
from bot.domain.errors import Gone
from bot.domain.funnels import Funnel, Funnels
from bot.domain.profile import Profile
from bot.domain.programmes import Organisation, Programme
from bot.domain.questionnaires import Questionnaire
from bot.domain.wave_errors import WaveTooLong
from bot.domain.waves import LONGEST_DAYS, PlannedWave, Wave, WaveEvent, WaveState
from bot.domain.words import Words
from bot.storage.database import Database, Transaction
from bot.usecases.monitoring import listing, opening
from bot.usecases.monitoring.own_questionnaires import questionnaire_for
from bot.usecases.monitoring.wave_plans import as_planned, planned_under

HALF_WAY = "half-way"  # the wave of the profile that most programmes begin with
LENGTHS = (10, 7, 14)  # days; the usual one first
EXTENSIONS = (3, 7, 14)


async def open_wave(
    db: Database,
    actor: Actor,
    *,
    programme_id: UUID,
    profile: Profile,
    key: str = HALF_WAY,
    days: int | None = None,
) -> UUID:
    """Ask now; who is invited is fixed now. Of an event: from now on.

    Raises `WaveAlreadyOpen`, `NobodyToAsk`, `TooFewForAnonymous`, `WaveTooLong`, `Gone`.
    """
    async with db.transaction() as tx:
        programme = await tx.get(Programme, programme_id)
        actor.must(May.RUN_WAVES, programme)
        planned = await planned_under(tx, actor, programme, key, profile)
        if days is not None:
            planned.last(days)
        wave = await opening.open_planned(
            tx, programme, planned, profile=profile, by=actor.person_id
        )
        return wave.id


@dataclass(frozen=True)
class Preview:
    """Before it is opened: what would be asked, and of how many people."""

    title: Words
    questions: int
    people: int
    ends: tuple[tuple[int, datetime], ...]  # days, and when the wave would close
    zone: str
    now: datetime


async def preview(
    db: Database, actor: Actor, *, programme_id: UUID, profile: Profile, key: str = HALF_WAY
) -> Preview:
    async with db.reading() as tx:
        programme = await tx.get(Programme, programme_id)
        actor.must(May.RUN_WAVES, programme)
        house = await tx.get(Organisation, programme.organisation_id)
        planned = await as_planned(tx, actor, programme, key, profile)
        asked = await questionnaire_for(tx, profile, programme, planned.questionnaire)
        return Preview(
            title=asked.title,
            questions=len(asked.items),
            people=await listing.how_many(tx, programme, planned, asked, profile),
            ends=tuple((days, tx.now + timedelta(days=days)) for days in LENGTHS),
            zone=house.timezone,
            now=tx.now,
        )


@dataclass(frozen=True)
class WaveProgress:
    """Of one wave in a list: its `funnel` has all the figures."""

    wave_id: UUID
    title: Questionnaire
    event: WaveEvent
    anonymous: bool
    opened_at: datetime
    closes_at: datetime
    state: WaveState
    funnel: Funnel
    zone: str
    now: datetime

    @property
    def planned(self) -> int:
        return self.funnel.planned

    @property
    def finished(self) -> int:
        return self.funnel.complete

    @property
    def started(self) -> int:
        """Begun and not ended."""
        return self.funnel.partial


async def wave_progress(db: Database, actor: Actor, *, programme_id: UUID) -> list[WaveProgress]:
    async with db.reading() as tx:
        programme = await tx.get(Programme, programme_id)
        actor.must(May.RUN_WAVES, programme)
        waves = await tx.waves.of_programme(programme.id)
        return await progress_of(tx, programme, waves)


async def progress_of(
    tx: Transaction, programme: Programme, waves: Sequence[Wave]
) -> list[WaveProgress]:
    """Open waves first, else in the order given."""
    figures = await tx.waves.funnels([wave.id for wave in waves])
    house = await tx.get(Organisation, programme.organisation_id)
    found = [
        WaveProgress(
            wave_id=wave.id,
            title=await tx.surveys.version(wave.questionnaire_id),
            event=wave.event,
            anonymous=wave.anonymous,
            opened_at=wave.opened_at,
            closes_at=wave.closes_at,
            state=wave.state,
            funnel=_sum(figures[wave.id].values()),
            zone=house.timezone,
            now=tx.now,
        )
        for wave in waves
    ]
    return sorted(found, key=lambda one: one.state is WaveState.CLOSED)


async def running(tx: Transaction, programme: Programme) -> WaveProgress | None:
    """Of the open waves the newest."""
    waves = await tx.waves.of_programme(programme.id)
    newest = [one for one in waves if one.state is WaveState.OPEN][:1]
    return (await progress_of(tx, programme, newest))[0] if newest else None


@dataclass(frozen=True)
class WaveCard:
    """One wave with everything about how it goes."""

    progress: WaveProgress
    programme_id: UUID
    programme: str
    funnels: Funnels
    on_paper: int  # written down by the team
    extensions: tuple[tuple[int, datetime], ...]  # days more, and when it would close then
    listing: bool  # the list is still being made


async def card(db: Database, actor: Actor, *, wave_id: UUID) -> WaveCard:
    async with db.reading() as tx:
        wave, programme = await wave_of(tx, actor, wave_id)
        [progress] = await progress_of(tx, programme, [wave])
        cells = (await tx.waves.funnels([wave.id]))[wave.id]

        def divided(place: int) -> dict[str, Funnel]:
            names = sorted({cell[place] for cell in cells})
            return {
                name: _sum(one for cell, one in cells.items() if cell[place] == name)
                for name in names
            }

        return WaveCard(
            progress=progress,
            programme_id=programme.id,
            programme=programme.name,
            funnels=Funnels(progress.funnel, divided(0), divided(1), divided(2)),
            on_paper=await tx.waves.on_paper(wave.id),
            extensions=tuple(
                (days, wave.closes_at + timedelta(days=days)) for days in EXTENSIONS
            ),
            listing=wave.on_a_day and wave.listed_at is None,
        )


async def wave_of(tx: Transaction, actor: Actor, wave_id: UUID) -> tuple[Wave, Programme]:
    """A wave the actor may steer. Raises `Gone`, `NotAllowed`."""
    wave = await tx.get(Wave, wave_id)
    programme = await tx.get(Programme, wave.programme_id)
    actor.must(May.RUN_WAVES, programme)
    return wave, programme


async def extend(db: Database, actor: Actor, *, wave_id: UUID, days: int) -> datetime:
    """So many days more for all who have not answered; when it closes now.

    Whether somebody is reminded once more is looked at anew: never more than three times in sum.
    Raises `Gone` when it is closed or of an event, `WaveTooLong`.
    """
    async with db.transaction() as tx:
        await tx.waves.lock(wave_id)
        wave, _ = await wave_of(tx, actor, wave_id)
        if wave.state is WaveState.CLOSED or not wave.on_a_day:
            raise Gone
        if not 0 < days <= LONGEST_DAYS:
            raise WaveTooLong(most=LONGEST_DAYS)
        wave.closes_at += timedelta(days=days)
        await tx.flush()
        await tx.waves.extend(wave, wave.closes_at)
        return wave.closes_at


async def close_now(db: Database, actor: Actor, *, wave_id: UUID) -> None:
    async with db.transaction() as tx:
        await tx.waves.lock(wave_id)
        wave, programme = await wave_of(tx, actor, wave_id)
        await opening.close(tx, wave)
        plans = await tx.waves.plans_of(programme.id)
        planned: PlannedWave | None = plans.get(wave.key)
        if planned is not None and not wave.on_a_day:
            planned.enabled = False
    if wave.anonymous:
        await db.leave_no_traces()


def _sum(figures: Iterable[Funnel]) -> Funnel:
    return sum(figures, Funnel())
