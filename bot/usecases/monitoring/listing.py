"""The list of a wave: who belongs on it, as they stand in the programme at that moment.

On a day the programme is gone through once, batch by batch. A wave of an event is looked at again
and again for whom it has come. Nobody leaves a list any more.
"""

from datetime import datetime, timedelta
from uuid import UUID

from bot.domain import goodbyes, moments
from bot.domain.class_names import ClassWords, as_compared
from bot.domain.notice_kinds import plan
from bot.domain.notices import Notice
from bot.domain.people import Tone
from bot.domain.profile import Profile
from bot.domain.programmes import Organisation, Programme
from bot.domain.questionnaires import Questionnaire
from bot.domain.responses import Response
from bot.domain.waves import PlannedWave, Wave, WaveEvent
from bot.storage.database import Database, Transaction
from bot.storage.stores.wave_lists import Candidate
from bot.usecases.monitoring.own_questionnaires import questionnaires_for
from bot.usecases.monitoring.purposes import agreed

LONGEST_CLASS = 12
BATCH = 100  # people at once: some 15 ms of the loop
LATE_ROWS = timedelta(days=1)  # what was written with an earlier moment than it was seen


async def list_more(db: Database, profile: Profile, wave_id: UUID) -> int | None:
    """The next batch of a list: how many were invited; None when there is nobody more for now."""
    async with db.transaction(effect=False) as tx:
        wave = await tx.waves.lock(wave_id)
        if wave is None or wave.closed_at is not None:
            return None
        return await list_batch(tx, wave, profile)


async def list_batch(tx: Transaction, wave: Wave, profile: Profile) -> int | None:
    """As `list_more`, of a wave that nobody else is listing."""
    if wave.on_a_day:
        if wave.listed_at is not None:
            return None
        found = await tx.wave_lists.candidates(
            wave.programme_id, wave.asked, after=wave.listed_to, limit=BATCH
        )
        wave.listed_to = found[-1].participation_id if found else wave.listed_to
        if len(found) < BATCH:
            wave.listed_at = tx.now
        return await _invite(tx, wave, found, profile)
    since = max(wave.opened_at, (wave.listed_at or wave.opened_at) - LATE_ROWS)
    found = await tx.wave_lists.newcomers(wave, since, limit=BATCH)
    number = await _invite(tx, wave, found, profile)
    if len(found) < BATCH:
        wave.listed_to, wave.listed_at = None, tx.now
        return None
    wave.listed_to = found[-1].participation_id
    return number


async def catch_up(
    tx: Transaction, programme_id: UUID, event: WaveEvent, profile: Profile
) -> None:
    """Who belongs on the list of an open wave of the event is on it now, not at the next look."""
    for wave_id in await tx.waves.open_on(programme_id, event):
        wave = await tx.waves.lock(wave_id)
        while wave is not None and await list_batch(tx, wave, profile) is not None:
            pass


async def _invite(
    tx: Transaction, wave: Wave, found: list[Candidate], profile: Profile
) -> int:
    """Who of these belongs on the list is put there; the letter comes at their good hour."""
    asked = await tx.surveys.version(wave.questionnaire_id)
    chosen = _of_audience(wave, asked, found, profile.class_words)
    people = [one.person_id for one in chosen]
    if not people:
        return 0
    passed = await tx.wave_lists.asked_elsewhere(wave, people)
    passed |= await tx.wave_lists.listed(wave.id, people)
    passed |= set(people) - await agreed(tx, asked.consent, wave.organisation_id, people)
    house = await tx.get(Organisation, wave.organisation_id)
    due = {tone: good_moment(profile, tx.now, house, tone) for tone in Tone}
    gap = profile.waves.next_reminder(0)
    rows: dict[UUID, Response] = {}
    tones: dict[UUID, Tone] = {}
    for one in chosen:
        if one.person_id in passed or one.person_id in rows:
            continue
        tones[one.person_id] = one.tone
        rows[one.person_id] = Response(
            organisation_id=wave.organisation_id,
            programme_id=wave.programme_id,
            person_id=one.person_id,
            questionnaire_id=wave.questionnaire_id,
            wave_id=wave.id,
            role=one.role,
            form=one.form,
            group_name=group_name(one.group, profile.class_words),
            closes_at=wave.closes_at if wave.on_a_day else tx.now + timedelta(days=wave.days),
            remind_at=due[one.tone] + gap if gap is not None else None,
        )
    await tx.wave_lists.invite(list(rows.values()))
    await tx.notices.plan(
        *(
            letter("survey-invitation", response, due[tones[response.person_id]])
            for response in rows.values()
        )
    )
    if wave.event is WaveEvent.CLOSING:
        await _instead_of_goodbyes(tx, wave, asked, list(rows), profile)
    return len(rows)


async def _instead_of_goodbyes(
    tx: Transaction, wave: Wave, asked: Questionnaire, people: list[UUID], profile: Profile
) -> None:
    """A goodbye has a few questions of its own. They give way to a wave that asks the same: the

    curator has switched it on, and it is compared with the beginning. Nobody is asked twice.
    """
    every = await questionnaires_for(tx, profile, wave)
    own = every.get(goodbyes.QUESTIONNAIRE)
    if own is not None and asked.asks_again(own):
        await tx.goodbyes.answered_in(wave, people)


def _of_audience(
    wave: Wave | PlannedWave, asked: Questionnaire, found: list[Candidate], words: ClassWords
) -> list[Candidate]:
    """A questionnaire of some forms of mentoring is for these alone, whatever the audience."""
    audience = wave.asked
    return [
        one
        for one in found
        if (one.form is not None or not wave.on_a_day or audience.alone)
        and (not asked.forms or one.form in asked.forms)
        and audience.takes(form=one.form, group=group_name(one.group, words))
    ]


def group_name(raw: str | None, words: ClassWords) -> str | None:
    """The class as it is compared, in capitals as one writes it.

    A whole sentence in its place is no class, and might tell who wrote it.
    """
    name = as_compared(raw, words)
    return name.upper() if name and len(name) <= LONGEST_CLASS else None


def good_moment(profile: Profile, now: datetime, house: Organisation, tone: Tone) -> datetime:
    return moments.after_quiet(now, house.timezone, profile.waves.bad_hours(tone))


def letter(kind: str, response: Response, due_at: datetime) -> Notice:
    return plan(
        kind,
        to=response.person_id,
        subject=response.id,
        organisation_id=response.organisation_id,
        due_at=due_at,
        useful_until=response.closes_at,
    )


async def how_many(
    tx: Transaction,
    programme: Programme,
    planned: PlannedWave,
    asked: Questionnaire,
    profile: Profile,
) -> int:
    """Whom a wave on a day would ask if it were opened now."""
    last: UUID | None = None
    people: set[UUID] = set()
    while True:
        found = await tx.wave_lists.candidates(
            programme.id, planned.asked, after=last, limit=BATCH
        )
        chosen = _of_audience(planned, asked, found, profile.class_words)
        people |= {one.person_id for one in chosen}
        if len(found) < BATCH:
            return len(people)
        last = found[-1].participation_id
