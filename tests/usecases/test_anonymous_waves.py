"""Anonymous answers cannot be tied to a person: somebody with the whole database tries to.

What is promised, and what is not, stands in docs/decisions/0029.
"""

import logging
import random
import re
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from sqlalchemy import select, text

from bot.domain.access import Role
from bot.domain.errors import Gone
from bot.domain.responses import Response, ResponseState
from bot.domain.wave_errors import TooFewForAnonymous
from bot.storage import tables as t
from bot.storage.database import Database
from bot.usecases.monitoring import inviting, surveys, wave_plans, waves
from tests.village import Curator, Member, Village

SECRET = "тайна"
HOURS = 2  # between one person's answers and the next one's


async def six(village: Village) -> tuple[Curator, list[Member]]:
    anna = await village.curator()
    people = []
    for n in range(3):
        mentee = await village.joins(anna, Role.MENTEE, name=f"Ученик {n}")
        mentor = await village.joins(anna, Role.MENTOR, name=f"Наставник {n}")
        await village.pair(anna, mentee, mentor)
        people += [mentee, mentor]
    return anna, people


async def opened(village: Village, anna: Curator) -> UUID:
    await wave_plans.change(
        village.db, await village.actor(anna), programme_id=anna.programme_id,
        key=waves.HALF_WAY, anonymous=True, profile=village.profile,
    )  # fmt: skip
    return await village.opens_wave(anna)


async def answers(village: Village, who: Member, secret: str, *, whole: bool = True) -> None:
    me = await village.actor(who)
    [asked] = await surveys.waiting_for(village.db, me)
    await village.taps(me, asked.response_id, "useful", "6")  # and thinks better of it
    await surveys.back(village.db, me, response_id=asked.response_id, key="comfort")
    given = {"useful": "7", "comfort": "8", "often": "weekly", "glad": "yes"}
    for key, raw in given.items():
        await village.taps(me, asked.response_id, key, raw)
    if whole:
        await village.taps(me, asked.response_id, "change", f"{SECRET} {secret}")


async def lived(village: Village) -> tuple[Curator, list[Member], UUID, list[int]]:
    """Five of six answer, in an order of chance and hours apart; the sixth stops half-way."""
    anna, people = await six(village)
    wave_id = await opened(village, anna)
    order = random.Random(7).sample(range(5), 5)
    for n in order:
        village.later(hours=HOURS)
        await answers(village, people[n], str(n))
    await answers(village, people[5], "5", whole=False)
    await waves.close_now(village.db, await village.actor(anna), wave_id=wave_id)
    return anna, people, wave_id, order


async def rows(db: Database, table: str) -> Sequence[dict[str, object]]:
    async with db.reader.connect() as connection:
        found = await connection.execute(text(f'SELECT * FROM "{table}"'))
        return [dict(row) for row in found.mappings()]


async def test_the_answers_are_there_and_lead_to_nobody(
    village: Village, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    _anna, people, wave_id, _order = await lived(village)
    ids = {str(one) for who in people for one in (who.person_id, who.participation_id)}
    ids |= {one.replace("-", "") for one in ids}

    for name in t.metadata.tables:
        for row in await rows(village.db, name):
            said = repr(row)
            if name == "ballots":
                assert not any(one in said for one in ids), "a ballot names somebody"
                assert set(row) == {"wave_id", "id", "organisation_id", "said"}
            else:
                assert SECRET not in said, f"an answer is left in {name}"
    assert SECRET not in caplog.text

    async with village.db.reading() as tx:
        found = [r for who in people for r in await tx.surveys.of_person(who.person_id)]
        mine = [r for r in found if r.wave_id == wave_id]
        table = (await tx.waves.answers(wave_id, purpose="one")).table()
        again = (await tx.waves.answers(wave_id, purpose="another")).table()
    assert sorted(str(r.state) for r in mine) == ["closed"] + ["finished"] * 5
    c = t.responses.c
    columns = select(
        c.answers, c.drafts, c.seconds, c.replaced, c.cursor, c.started_at, c.finished_at,
        c.touched_at, c.reminders, c.remind_at, c.version,
    )  # fmt: skip
    async with village.db.reader.connect() as connection:
        alike = (
            await connection.execute(
                columns.where(c.id.in_([r.id for r in mine]), c.state == ResponseState.FINISHED)
            )
        ).all()
    # of those who have answered, all is the same but who they are
    assert len(alike) == 5
    assert all(one == alike[0] for one in alike)
    [stopped] = [r for r in mine if r.state is ResponseState.CLOSED]
    assert (stopped.answers, stopped.drafts, stopped.seconds) == ({}, {}, None)
    assert stopped.replaced is None

    assert len(table) == 5
    assert sorted(table.answered("change")) == [f"{SECRET} {n}" for n in range(5)]
    # two exports together say no more than one: no person, group, day or pace in either
    assert table.ids == again.ids == sorted(table.ids)
    assert table.groups == [{}] * 5
    assert table.days == [None] * 5
    assert all(seconds != seconds for column in table.seconds.values() for seconds in column)


async def test_the_bytes_of_the_file_keep_each_secret_once(
    sqlite_village: Village, tmp_path: Path
) -> None:
    """Not in free pages, not in the log beside the file, and without a row number."""
    village = sqlite_village
    *_, order = await lived(village)
    file = tmp_path / "tandem.db"
    whole = b"".join(one.read_bytes() for one in sorted(tmp_path.glob("tandem.db*")))
    for n in range(6):
        assert whole.count(f"{SECRET} {n}".encode()) == (1 if n in order else 0)
    with closing(sqlite3.connect(file)) as attacker, pytest.raises(sqlite3.OperationalError):
        attacker.execute("SELECT rowid FROM ballots")


async def test_the_place_of_a_ballot_does_not_tell_when_it_came(
    village: Village, tmp_path: Path
) -> None:
    """Sixty in a known order: neither ids, nor bytes, nor transactions remember it."""
    anna, [who, *_] = await six(village)
    wave_id = await opened(village, anna)
    async with village.db.reading() as tx:
        [response] = [
            r for r in await tx.surveys.of_person(who.person_id) if r.wave_id == wave_id
        ]
    for n in range(60):
        async with village.db.transaction() as tx:
            stand_in = Response(
                organisation_id=response.organisation_id, person_id=uuid4(),
                questionnaire_id=response.questionnaire_id, wave_id=wave_id,
            )  # fmt: skip
            tx.add(stand_in)
            await tx.ballots.hand_in(stand_in, {"answers": {"n": f"<{n:02}>"}, "absences": {}})
    async with village.db.reader.connect() as connection:
        kept = await connection.scalars(select(t.ballots.c.said).order_by(t.ballots.c.id))
        by_id = [int(said["answers"]["n"][1:3]) for said in kept]
    assert sorted(by_id) == list(range(60))
    assert abs(likeness(by_id)) < 0.6
    if village.db.sqlite:
        await village.db.leave_no_traces()
        raw = (tmp_path / "tandem.db").read_bytes()
        by_place = [int(one) for one in re.findall(rb"<(\d\d)>", raw)]
        assert sorted(by_place) == list(range(60))
    else:
        async with village.db.reader.connect() as connection:
            query = "SELECT said->'answers'->>'n' AS n, xmin::text AS at FROM ballots ORDER BY ctid"
            found = (await connection.execute(text(query))).all()
        by_place = [int(row.n[1:3]) for row in found]
        newest = max(found, key=lambda row: int(row.at)).at
        assert sum(row.at == newest for row in found) > 40, "the last one stands alone"
    assert abs(likeness(by_place)) < 0.6


def likeness(order: list[int]) -> float:
    """Spearman's: 1 for the order of arrival, about 0.13 either way by chance for sixty."""
    n = len(order)
    return 1 - 6 * sum((place - one) ** 2 for place, one in enumerate(order)) / (n * (n * n - 1))


async def test_nothing_is_read_before_the_close(village: Village) -> None:
    anna, people = await six(village)
    wave_id = await opened(village, anna)
    for n, who in enumerate(people):
        await answers(village, who, str(n))
    async with village.db.reading() as tx:
        assert (await tx.waves.answers(wave_id)).people == 0
    village.later(days=11)
    assert await inviting.close_due(village.db) == 1
    async with village.db.reading() as tx:
        assert (await tx.waves.answers(wave_id)).people == 6


async def test_of_fewer_than_five_nothing_is_kept(village: Village) -> None:
    anna, people = await six(village)
    wave_id = await opened(village, anna)
    for n, who in enumerate(people[:4]):
        await answers(village, who, str(n))
    await waves.close_now(village.db, await village.actor(anna), wave_id=wave_id)
    async with village.db.reader.connect() as connection:
        assert (await connection.execute(select(t.ballots.c.id))).all() == []


async def test_fewer_than_five_are_not_asked_anonymously(village: Village) -> None:
    anna = await village.curator()
    await village.pair(
        anna, await village.joins(anna, Role.MENTEE), await village.joins(anna, Role.MENTOR)
    )
    with pytest.raises(TooFewForAnonymous):
        await opened(village, anna)
    assert await waves.wave_progress(
        village.db, await village.actor(anna), programme_id=anna.programme_id
    ) == []  # fmt: skip


async def test_a_second_press_of_the_last_answer_casts_no_second_ballot(village: Village) -> None:
    anna, [who, *others] = await six(village)
    wave_id = await opened(village, anna)
    me = await village.actor(who)
    [asked] = await surveys.waiting_for(village.db, me)
    await answers(village, who, "once")
    with pytest.raises(Gone):
        await village.taps(me, asked.response_id, "change", "twice")
    for n, other in enumerate(others):
        await answers(village, other, str(n))
    async with village.db.reading() as tx:
        assert await tx.ballots.number(wave_id) == 6
