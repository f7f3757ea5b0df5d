"""`kill -9` at random instants: nothing is lost, nothing is done twice, order holds."""

import asyncio
import os
from collections import Counter
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from random import Random

from sqlalchemy import select

from bot.domain.notices import NoticeState
from bot.storage.tables import notices
from bot.texts import Texts
from tests.lengths import length
from tests.soak.crowd import LETTER
from tests.soak.process import LANES
from tests.soak.theatre import Theatre, theatre


@dataclass(frozen=True)
class Size:
    people: int
    updates: int
    kills: int
    letters: int


SIZE = Size(
    people=length(25, 100),
    updates=length(200, 3000),
    kills=length(4, 50),
    letters=length(100, 1000),
)
LONGEST_LIFE = 1.4  # seconds after a bot is ready
ON_THE_WIRE = 0.02  # seconds the messenger thinks before it answers, so that kills hit letters


async def test_kills_at_random_instants_lose_nothing_and_repeat_nothing(
    database_url: str, tmp_path: Path, texts: Texts
) -> None:
    seed = int(os.environ.get("TANDEM_SEED", "0")) or Random().randrange(1, 10**6)
    print(f"TANDEM_SEED={seed}")
    chance = Random(seed)
    async with theatre(database_url, tmp_path, SIZE.people) as scene:
        scene.telegram.faults.add(
            method="sendMessage", kind="slow", seconds=ON_THE_WIRE, times=10**9
        )
        over = timedelta(seconds=1.5 * SIZE.kills)
        await scene.crowd.plan_letters(scene.db, SIZE.letters, over)
        for life in range(SIZE.kills):
            await _live_and_die(scene, chance, SIZE.updates * (life + 1) // SIZE.kills)
        scene.telegram.faults.clear()
        last = await scene.born()
        await last.gets_ready()
        await scene.nothing_waits()
        assert await last.stops() == 0
        assert scene.crowd.acts == SIZE.updates
        await scene.check_updates()
        assert not scene.strange
        doubtful, repeated, uncertain = await _check_letters(scene, texts)
        kind = "SQLite" if scene.db.sqlite else "PostgreSQL"
    print(
        f"soak on {kind}: {SIZE.updates} updates of "
        f"{SIZE.people} people, {SIZE.kills} kill -9: 0 lost, 0 done twice, order kept; "
        f"{SIZE.letters} letters: {doubtful} in doubt, {repeated} arrived twice, each marked, "
        f"{uncertain} held after a second doubt"
    )


async def _live_and_die(scene: Theatre, chance: Random, goal: int) -> None:
    """A bot is born and killed; meanwhile people go on until they have acted `goal` times."""
    bot = await scene.born()
    if chance.random() < 0.9:  # else it may be killed while it starts
        await bot.gets_ready()
    instant = chance.uniform(0, LONGEST_LIFE)
    loop = asyncio.get_running_loop()
    began = loop.time()
    for moment in sorted(chance.uniform(0, instant) for _ in range(goal - scene.crowd.acts)):
        await asyncio.sleep(began + moment - loop.time())
        scene.crowd.act(chance)
    await asyncio.sleep(began + instant - loop.time())
    await bot.dies()
    # a late copy of an older screen would be the messenger's doing, not ours
    await scene.nothing_on_the_wire()


async def _check_letters(
    scene: Theatre, texts: Texts
) -> tuple[int, int, int]:
    """Every letter arrived; copies only of what was in flight at a kill, and each marked."""
    plain = texts.say("ru", "vy", "letter-guardian-agreed-form")
    mark = texts.say("ru", "vy", "letter-doubtful")
    planned: Counter[int] = Counter()
    doubts: Counter[int] = Counter()
    held: Counter[int] = Counter()
    by_person = {persona.person_id: account for account, persona in scene.crowd.people.items()}
    async with scene.db.reader.connect() as connection:
        rows = (await connection.execute(select(notices).where(notices.c.kind == LETTER))).all()
    for row in rows:
        assert row.state is NoticeState.SENT or (
            row.state is NoticeState.UNCERTAIN and row.doubtful
        ), (row.state, row.reason)
        account = by_person[row.to]
        planned[account] += 1
        doubts[account] += row.doubtful
        held[account] += row.state is NoticeState.UNCERTAIN
    assert len(rows) == SIZE.letters
    repeated = 0
    for account in scene.crowd.people:
        sent = [
            one.text
            for one in scene.telegram.journal.accepted[account]
            if one.method == "sendMessage" and one.text.startswith(plain)
        ]
        marked = sum(text.endswith(mark) for text in sent)
        unmarked = len(sent) - marked
        sure = planned[account] - doubts[account]
        assert doubts[account] - held[account] <= marked <= doubts[account]
        assert sure <= unmarked <= planned[account]
        repeated += max(0, len(sent) - planned[account])
    in_doubt = doubts.total()
    assert in_doubt <= LANES * SIZE.kills
    return in_doubt, repeated, held.total()
