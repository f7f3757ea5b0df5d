"""One process at work: the second waits, takes over what is surely gone, and never both."""

import asyncio
import sys
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import String

from bot.storage import leases, tables
from bot.storage.database import Database
from bot.storage.leases import LIFE, Lease, Taken, holder_is_alive, owner_name
from sandbox.wall import Wall


def lease(db: Database, *, alive: bool = True) -> Lease:
    return Lease(db, "bot", alive=lambda _: alive)


async def test_the_first_has_it_and_the_second_waits(db: Database) -> None:
    first, second = lease(db), lease(db)
    assert await first.take() == Taken(None)
    assert await second.take() is None
    assert await first.take() == Taken(None)  # renewed


async def test_a_renewed_lease_is_not_taken_over(db: Database, wall: Wall) -> None:
    first, second = lease(db), lease(db)
    await first.take()
    for _ in range(5):
        wall.move(LIFE / 2)
        await first.take()
        assert await second.take() is None


async def test_a_lease_that_ran_out_names_who_held_it(db: Database, wall: Wall) -> None:
    first, second = lease(db), lease(db)
    await first.take()
    wall.move(LIFE + timedelta(seconds=1))
    assert await second.take() == Taken(first.owner)
    assert await first.take() is None  # woken up late: it is not theirs any more


async def test_after_a_kill_on_the_same_machine_nobody_waits(db: Database) -> None:
    first, second = lease(db), lease(db, alive=False)
    await first.take()
    assert await second.take() == Taken(first.owner)


async def test_a_clock_set_back_by_a_month_does_not_keep_everybody_out_for_a_month(
    db: Database, wall: Wall
) -> None:
    passed = [0.0]
    dead = Lease(db, "bot", alive=lambda _: True)
    next_one = Lease(db, "bot", alive=lambda _: True, monotonic=lambda: passed[0])
    await dead.take()
    wall.move(-timedelta(days=30))
    assert await next_one.take() is None, "its holder may be there"
    await dead.take()  # and is
    passed[0] += LIFE.total_seconds() + 1
    assert await next_one.take() is None
    wall.move(-timedelta(days=30))
    assert await next_one.take() is None
    passed[0] += LIFE.total_seconds() + 1
    assert await next_one.take() == Taken(dead.owner)


async def test_what_is_given_back_is_free_at_once(db: Database) -> None:
    first, second = lease(db), lease(db)
    await first.take()
    await second.release()  # not theirs to give
    assert await second.take() is None
    await first.release()
    assert await second.take() == Taken(None)


async def test_of_many_at_once_one_gets_it(db: Database) -> None:
    done = await asyncio.gather(*(lease(db).take() for _ in range(6)), return_exceptions=True)
    assert sum(isinstance(one, Taken) for one in done) == 1


async def test_two_containers_with_the_same_host_name_and_process_id_wait_for_each_other(
    db: Database, wall: Wall, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = Lease(db, "bot")
    await first.take()
    monkeypatch.setattr(leases, "_place", lambda: "another container")
    monkeypatch.setattr(leases, "_started", lambda pid: "1")  # ids are the same, lives are not
    second = Lease(db, "bot")
    assert await second.take() is None
    assert await first.take() == Taken(None)  # still its own
    wall.move(LIFE + timedelta(seconds=1))
    assert await second.take() == Taken(first.owner)


async def test_a_process_that_got_the_id_of_the_dead_one_does_not_keep_its_lease(
    db: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as before:
        before.setattr(leases, "_started", lambda pid: "1")
        dead = Lease(db, "bot")
    await dead.take()
    assert await Lease(db, "bot").take() == Taken(dead.owner)


async def test_a_second_life_in_the_same_process_is_somebody_else(db: Database) -> None:
    first, second = Lease(db, "bot"), Lease(db, "bot")
    assert first.owner != second.owner
    await first.take()
    assert await second.take() is None


async def test_after_kill_9_on_the_same_machine_the_next_one_starts_at_once(db: Database) -> None:
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c",
        "import time; from bot.storage.leases import owner_name;"
        " print(owner_name(), flush=True); time.sleep(60)",
        stdout=asyncio.subprocess.PIPE,
    )  # fmt: skip
    assert process.stdout is not None
    first, second = Lease(db, "bot"), Lease(db, "bot")
    first.owner = (await process.stdout.readline()).decode().strip()
    await first.take()
    assert await second.take() is None
    process.kill()
    await process.wait()
    assert await second.take() == Taken(first.owner)


@pytest.mark.parametrize(
    "owner",
    ["elsewhere:999999999:ab", "ab:elsewhere:999999999:7", "ab::999999999:7", ""],
    ids=["as older versions wrote", "another machine", "no place", "nothing"],
)
def test_who_cannot_be_seen_from_here_may_be_alive(owner: str) -> None:
    assert holder_is_alive(owner)


def test_where_the_system_tells_nothing_only_the_end_of_the_lease_counts(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(leases, "_PROC", tmp_path)
    assert holder_is_alive(owner_name())
    assert owner_name() != owner_name()


def test_a_name_fits_its_column() -> None:
    kept = tables.leases.c.owner.type
    assert isinstance(kept, String)
    assert kept.length is not None
    assert len(owner_name()) + 10 <= kept.length  # ids and ticks grow
