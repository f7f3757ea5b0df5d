"""One process at work: the second waits, takes over what is surely gone, and never both."""

import asyncio
import os
import socket
from datetime import timedelta

import pytest

from bot.storage.database import Database
from bot.storage.leases import LIFE, Lease, Taken, holder_is_alive
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


@pytest.mark.parametrize(
    ("owner", "alive"),
    [
        ("elsewhere:1:ab", True),  # nobody can tell from here
        (f"{socket.gethostname()}:{os.getpid()}:ab", False),  # an earlier life of this process
        (f"{socket.gethostname()}:{os.getppid()}:ab", True),
        (f"{socket.gethostname()}:999999999:ab", False),
    ],
    ids=["another machine", "this process", "its parent", "nobody"],
)
def test_a_holder_is_gone_only_when_that_is_sure(owner: str, alive: bool) -> None:
    assert holder_is_alive(owner) is alive
