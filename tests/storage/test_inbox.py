"""An update is kept before it is confirmed, and takes effect once whatever happens on the way."""

import asyncio
from datetime import timedelta

import pytest
from sqlalchemy import func, select

from bot.domain.people import Person
from bot.storage.conversations import Conversations
from bot.storage.database import Database
from bot.storage.inbox import MOST_TRIES, Arrived, Inbox
from bot.storage.tables import inbox as table
from bot.storage.turns import AlreadyApplied, current_turn, turn
from sandbox.wall import Wall


def update(number: int, chat: str = "1") -> Arrived:
    return Arrived(number, chat, f'{{"update_id": {number}}}')


@pytest.fixture
def inbox(db: Database) -> Inbox:
    return Inbox(db)


async def effect(db: Database) -> None:
    """Something that must not happen twice."""
    async with db.transaction() as tx:
        tx.add(Person(locale="ru", created_at=tx.now))


async def people(db: Database) -> int:
    async with db.reading() as tx:
        return await tx._session.scalar(select(func.count()).select_from(Person)) or 0


async def test_a_batch_is_kept_in_order_and_a_repeat_is_not_new(inbox: Inbox) -> None:
    first = await inbox.keep([update(2), update(1)])
    again = await inbox.keep([update(2), update(3)])
    assert [w.update_id for w in first] == [1, 2]
    assert [w.update_id for w in again] == [3]
    assert [w.update_id for w in await inbox.waiting(limit=10)] == [1, 2, 3]
    assert await inbox.newest() == 3
    assert await inbox.keep([]) == []


async def test_two_receivers_at_once_keep_each_update_once(db: Database, inbox: Inbox) -> None:
    batch = [update(n) for n in range(50)]
    kept = await asyncio.gather(*(Inbox(db).keep(batch) for _ in range(4)))
    assert sorted(w.update_id for one in kept for w in one) == list(range(50))


async def test_the_first_writing_transaction_marks_the_update_applied(
    db: Database, inbox: Inbox
) -> None:
    await inbox.keep([update(1)])
    with turn(1, applied_before=False) as this:
        assert current_turn() is this
        await effect(db)
        assert this.applied
        await effect(db)  # a second transaction of the same turn is part of it
    [waiting] = await inbox.waiting(limit=10)
    assert waiting.applied
    assert await people(db) == 2
    assert current_turn() is None


async def test_after_a_crash_an_applied_update_takes_no_second_effect(
    db: Database, inbox: Inbox
) -> None:
    await inbox.keep([update(1)])
    with turn(1, applied_before=False):
        await effect(db)
    [waiting] = await inbox.waiting(limit=10)
    with turn(1, applied_before=waiting.applied), pytest.raises(AlreadyApplied):
        await effect(db)
    assert await people(db) == 1


async def test_an_update_in_two_hands_takes_effect_once(db: Database, inbox: Inbox) -> None:
    """Another process may have handled it meanwhile: the mark in the row decides."""
    await inbox.keep([update(1)])

    async def handle() -> None:
        with turn(1, applied_before=False):
            await effect(db)

    done = await asyncio.gather(*(handle() for _ in range(5)), return_exceptions=True)
    assert sum(one is None for one in done) == 1
    assert sum(isinstance(one, AlreadyApplied) for one in done) == 4
    assert await people(db) == 1


async def test_an_effect_that_failed_leaves_the_update_as_it_was(
    db: Database, inbox: Inbox
) -> None:
    async def fails() -> None:
        async with db.transaction() as tx:
            tx.add(Person(locale="ru", created_at=tx.now))
            raise RuntimeError

    await inbox.keep([update(1)])
    with turn(1, applied_before=False) as this:
        with pytest.raises(RuntimeError):
            await fails()
        assert not this.applied
    [waiting] = await inbox.waiting(limit=10)
    assert not waiting.applied
    assert await people(db) == 0


async def test_our_own_bookkeeping_is_not_the_effect_of_the_update(
    db: Database, inbox: Inbox
) -> None:
    await inbox.keep([update(1)])
    with turn(1, applied_before=False) as this:
        async with db.transaction(effect=False) as tx:
            tx.add(Person(locale="ru", created_at=tx.now))
        assert not this.applied
    with turn(1, applied_before=True):
        async with db.transaction(effect=False) as tx:
            tx.add(Person(locale="ru", created_at=tx.now))
    assert await people(db) == 2


async def test_a_done_update_is_not_waiting_and_keeps_nothing_of_what_was_written(
    db: Database, inbox: Inbox
) -> None:
    await inbox.keep([update(1), update(2)])
    conversations = Conversations(db)
    async with conversations.turn():
        await conversations.settle(1)
    assert [w.update_id for w in await inbox.waiting(limit=10)] == [2]
    assert await inbox.keep([update(1)]) == []  # recognised when it comes again
    query = select(table.c.raw).where(table.c.state == "done")
    async with db.reader.connect() as connection:
        assert list(await connection.scalars(query)) == [""]


async def test_an_update_is_set_aside_after_its_last_try(inbox: Inbox) -> None:
    await inbox.keep([update(1), update(2)])
    tried = [await inbox.failed(1, "KeyError") for _ in range(MOST_TRIES)]
    assert tried == [False] * (MOST_TRIES - 1) + [True]
    assert [w.update_id for w in await inbox.waiting(limit=10)] == [2]
    await inbox.set_aside(2, "unreadable")
    assert await inbox.counts() == {"quarantined": 2}


async def test_tries_are_remembered_over_a_restart(inbox: Inbox) -> None:
    await inbox.keep([update(1)])
    await inbox.failed(1, "KeyError")
    [waiting] = await inbox.waiting(limit=10)
    assert waiting.attempts == 1


async def test_what_is_done_is_forgotten_after_its_time_and_nothing_else(
    db: Database, inbox: Inbox, wall: Wall
) -> None:
    await inbox.keep([update(1), update(2), update(3)])
    conversations = Conversations(db)
    async with conversations.turn():
        await conversations.settle(1)
    await inbox.set_aside(2, "unreadable")
    wall.move(timedelta(days=2))
    await inbox.keep([update(4)])
    async with conversations.turn():
        await conversations.settle(4)
    assert await inbox.forget_done(wall() - timedelta(days=1)) == 1
    assert await inbox.counts() == {"waiting": 1, "quarantined": 1, "done": 1}
