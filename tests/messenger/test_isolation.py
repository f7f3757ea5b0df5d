"""Locks of conversations: one at a time, and gone when nobody waits."""

import asyncio

from aiogram.fsm.storage.base import StorageKey

from bot.messenger.isolation import Isolation


def _key(person: int) -> StorageKey:
    return StorageKey(bot_id=1, chat_id=person, user_id=person)


async def test_one_person_is_served_one_at_a_time_and_two_side_by_side() -> None:
    isolation = Isolation()
    inside: dict[int, int] = {1: 0, 2: 0}
    most: dict[int, int] = {1: 0, 2: 0}
    both = 0

    async def visit(person: int) -> None:
        nonlocal both
        async with isolation.lock(_key(person)):
            inside[person] += 1
            most[person] = max(most[person], inside[person])
            both = max(both, sum(inside.values()))
            await asyncio.sleep(0)
            inside[person] -= 1

    await asyncio.gather(*(visit(person) for person in (1, 2) for _ in range(50)))
    assert most == {1: 1, 2: 1}
    assert both == 2


async def test_locks_go_away_when_nobody_waits() -> None:
    isolation = Isolation()

    async def visit(person: int) -> None:
        async with isolation.lock(_key(person)):
            await asyncio.sleep(0)

    await asyncio.gather(*(visit(person % 100) for person in range(1000)))
    assert len(isolation) == 0


async def test_a_failure_or_a_cancelled_wait_leaves_no_lock_behind() -> None:
    isolation = Isolation()

    async def fail() -> None:
        async with isolation.lock(_key(1)):
            await asyncio.sleep(0)
            raise RuntimeError

    failing = asyncio.ensure_future(fail())
    await asyncio.sleep(0)
    waiting = asyncio.ensure_future(fail())
    await asyncio.sleep(0)
    waiting.cancel()
    await asyncio.gather(failing, waiting, return_exceptions=True)
    assert len(isolation) == 0
    async with isolation.lock(_key(1)):
        assert len(isolation) == 1
