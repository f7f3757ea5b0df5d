"""What ticks about waves: lists are made, people invited and reminded, what is over is closed.

All of it in batches, each a transaction of its own: a crash loses nothing, and whoever presses a
button meanwhile waits for one batch at most. Run twice, the same rows.
"""

from datetime import timedelta
from uuid import UUID

from bot.domain import moments
from bot.domain.errors import NobodyToAsk, WaveAlreadyOpen
from bot.domain.notices import Notice, NoticeState
from bot.domain.profile import Profile
from bot.domain.programmes import Organisation, Programme
from bot.domain.responses import Response
from bot.domain.wave_errors import TooFewForAnonymous
from bot.domain.waves import APART, MOST_REMINDERS
from bot.storage.database import Database, Transaction
from bot.usecases.monitoring import listing, opening
from bot.usecases.monitoring.listing import BATCH, good_moment, letter

_ON_ITS_WAY = frozenset({NoticeState.PLANNED, NoticeState.CLAIMED, NoticeState.IN_FLIGHT})
_SAID = frozenset({NoticeState.SENT, NoticeState.UNCERTAIN})


async def look(db: Database, profile: Profile) -> int:
    """Open what its day has come for, and put on the lists who belongs there."""
    await _open_due(db, profile)
    async with db.reading() as tx:
        waves = await tx.waves.to_list()
    found = 0
    for wave_id in waves:
        while (number := await listing.list_more(db, profile, wave_id)) is not None:
            found += number
    return found


async def _open_due(db: Database, profile: Profile) -> None:
    async with db.reading() as tx:
        plans = await tx.waves.enabled_on_a_day()
    for found in plans:
        try:
            async with db.transaction(effect=False) as tx:
                await _open_if_due(tx, found.id, profile)
        except (NobodyToAsk, TooFewForAnonymous, WaveAlreadyOpen):
            continue  # looked at again: somebody may come, the one under way ends


async def _open_if_due(tx: Transaction, plan_id: UUID, profile: Profile) -> None:
    planned = await tx.waves.plan_again(plan_id)
    if planned is None or not planned.enabled:
        return
    programme = await tx.get(Programme, planned.programme_id)
    house = await tx.get(Organisation, programme.organisation_id)
    today = moments.local(tx.now, house.timezone).date()
    day = planned.day(programme.starts_on, programme.ends_on)
    if day is not None and day <= today <= programme.ends_on:
        await opening.open_planned(
            tx, programme, planned, profile=profile, by=planned.changed_by
        )


async def remind_due(db: Database, profile: Profile) -> int:
    """How many reminders were planned."""
    planned = 0
    while True:
        async with db.transaction(effect=False) as tx:
            found = list(await tx.wave_lists.to_remind(limit=BATCH))
            if not found:
                return planned
            planned += await _remind(tx, found, profile)


async def _remind(tx: Transaction, found: list[Response], profile: Profile) -> int:
    letters = await tx.wave_lists.letters_about([one.id for one in found])
    people = await tx.people.many({one.person_id for one in found})
    houses = {
        id_: await tx.get(Organisation, id_) for id_ in {one.organisation_id for one in found}
    }
    due: list[Notice] = []
    for one in found:
        tone, house = people[one.person_id].tone, houses[one.organisation_id]
        now = good_moment(profile, tx.now, house, tone)
        one.remind_at = None
        if not one.open or one.reminders >= min(MOST_REMINDERS, len(profile.waves.reminders)):
            continue
        states = {state for _, state, _ in letters[one.id]}
        said = [at for _, state, at in letters[one.id] if state in _SAID and at is not None]
        if states & _ON_ITS_WAY:  # the one before has not arrived yet
            one.remind_at = tx.now + timedelta(days=1)
            continue
        if NoticeState.FAILED in states and not said:  # no letter reaches this person
            continue
        if said and max(said) + APART > now:
            one.remind_at = moments.after_quiet(
                max(said) + APART, house.timezone, profile.waves.bad_hours(tone)
            )
            continue
        if one.closes_at is not None and now >= one.closes_at:
            continue
        due.append(letter("survey-reminder", one, now))
        one.reminders += 1
        gap = profile.waves.next_reminder(one.reminders)
        one.remind_at = now + gap if gap is not None else None
    await tx.notices.plan(*due)
    return len(due)


async def close_due(db: Database) -> int:
    """What was answered stays, nobody is asked any more; how many waves were closed."""
    async with db.transaction(effect=False) as tx:
        due = await tx.waves.due_to_close()
        for wave in due:
            await opening.close(tx, wave)
    if any(wave.anonymous for wave in due):
        await db.leave_no_traces()
    while True:  # of waves of events, each person's own time
        async with db.transaction(effect=False) as tx:
            over = await tx.waves.run_out(limit=BATCH)
            await tx.waves.close_some(over)
        if len(over) < BATCH:
            return len(due)
