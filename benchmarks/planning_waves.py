"""Planning a wave for 100,000 people: how long, how much memory, and who has to wait meanwhile.

Everybody of a programme is put on the list with an invitation planned, in batches, while a ticker
looks how long the event loop was busy at a time.
"""

import asyncio
import os
import resource
import tempfile
import time
from pathlib import Path
from uuid import UUID

from sqlalchemy import func, insert, select

from benchmarks import respondents
from benchmarks.table import Row
from bot.domain.access import Role
from bot.domain.ids import new_id
from bot.domain.participations import ParticipationState
from bot.domain.people import Tone
from bot.domain.profile import Profile
from bot.domain.waves import Audience, Wave
from bot.profiles import load_profile
from bot.starting import loading
from bot.storage.database import Database
from bot.storage.migrations import migrate
from bot.storage.tables import notices, participations, people
from bot.usecases.monitoring import inviting

PEOPLE = int(os.environ.get("TANDEM_WAVE", "100000"))
AT_ONCE = 5000  # of those who are made up
LONGEST = 50.0  # milliseconds of the loop at a time
LEAST = 500.0  # people a second
_TICK = 0.002


async def _grow(db: Database, profile: Profile) -> UUID:
    """A programme with so many approved mentees, and an open wave without a list."""
    [first] = (await respondents.invite(db, profile, [1])).values()
    async with db.transaction() as tx:
        response, _ = await tx.surveys.to_answer(first)
        assert response.wave_id is not None
        old = await tx.get(Wave, response.wave_id)
        wave = Wave(
            organisation_id=old.organisation_id,
            programme_id=old.programme_id,
            questionnaire_id=await tx.surveys.keep(profile.questionnaires["mentee-before"]),
            opened_at=tx.now,
            opened_by=old.opened_by,
            closes_at=old.closes_at,
            audience=Audience(alone=True).dump(),
        )
        tx.add(wave)
        now, house, programme = tx.now, old.organisation_id, old.programme_id
    for start in range(0, PEOPLE, AT_ONCE):
        ids = [new_id() for _ in range(start, min(start + AT_ONCE, PEOPLE))]
        async with db.statements() as connection:
            await connection.execute(
                insert(people),
                [
                    {
                        "id": id_, "locale": "ru", "created_at": now, "name": f"N {n}",
                        "search_name": f"n {n}", "tone": Tone.TY, "hour_before": True,
                    }
                    for n, id_ in enumerate(ids, start)
                ],
            )  # fmt: skip
            await connection.execute(
                insert(participations),
                [
                    {
                        "id": new_id(), "organisation_id": house, "programme_id": programme,
                        "person_id": id_, "role": Role.MENTEE, "created_at": now,
                        "state": ParticipationState.APPROVED, "form_sent": True,
                        "guardian_needed": False, "guardian_agreed": False, "version": 1,
                    }
                    for id_ in ids
                ],
            )  # fmt: skip
    return wave.id


async def _longest(over: asyncio.Event) -> float:
    """The longest piece of work of the loop's own thread between two turns, in milliseconds.

    CPU time of that thread: what other programs of the machine take is not ours.
    """
    longest = 0.0
    while not over.is_set():
        began = time.thread_time()
        await asyncio.sleep(_TICK)
        longest = max(longest, time.thread_time() - began)
    return longest * 1000


async def _measure(folder: Path) -> list[Row]:
    url = f"sqlite+aiosqlite:///{folder / 'waves.db'}"
    await migrate(url)
    with loading():  # as the bot starts: else looking for garbage takes 90 ms of a turn
        profile, db = load_profile("chelyabinsk"), Database.open(url)
    wave_id = await _grow(db, profile)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    over = asyncio.Event()
    ticker = asyncio.create_task(_longest(over))
    began, used = time.perf_counter(), time.process_time()
    await inviting.look(db, profile)
    took, used = time.perf_counter() - began, time.process_time() - used
    over.set()
    longest = await ticker
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    async with db.reading() as tx:
        listed = await tx.wave_lists.invited(wave_id)
    async with db.reader.connect() as connection:
        query = select(func.count()).where(notices.c.kind == "survey-invitation")
        letters = await connection.scalar(query)
    began = time.perf_counter()
    async with db.reading() as tx:
        await tx.waves.funnels([wave_id])
    funnel = (time.perf_counter() - began) * 1000
    await db.close()
    speed = PEOPLE / took
    return [
        Row("people on the list, and letters planned", f"{listed:,}, {letters:,}",
            "each once", listed == letters == PEOPLE),
        Row("time", f"{took:.1f} s ({used:.1f} s of CPU)"),
        Row("people a second", f"{speed:,.0f}", f"at least {LEAST:,.0f}", speed >= LEAST),
        Row("memory above that of the start", f"{grown:.0f} MB", "at most 64 MB", grown <= 64),
        Row("the loop busy at a time, at most", f"{longest:.0f} ms", f"at most {LONGEST:.0f} ms",
            longest <= LONGEST),
        Row("the funnel of the wave", f"{funnel:.0f} ms"),
    ]  # fmt: skip


def measure() -> list[Row]:
    with tempfile.TemporaryDirectory() as folder:
        return asyncio.run(_measure(Path(folder)))
