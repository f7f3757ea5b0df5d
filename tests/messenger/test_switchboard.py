"""From the inbox to the handlers: in order, each once, and one bad update stops nobody."""

import asyncio
import json
import sqlite3
from typing import Any

import pytest
from aiogram.types import Message
from sqlalchemy.exc import OperationalError

from bot.messenger import switchboard as module
from bot.messenger.switchboard import arrived_of, chat_of
from bot.storage.database import Database
from bot.storage.inbox import MOST_TRIES, Arrived, Inbox, Waiting
from bot.storage.turns import AlreadyApplied, turn
from tests.messenger.board import Board, message


async def test_updates_of_a_chat_keep_their_order_and_chats_do_not_wait_for_each_other(
    board: Board,
) -> None:
    both_inside = asyncio.Barrier(2)

    async def meet(message: Message) -> None:
        if message.text == "0":
            await both_inside.wait()

    board.before = meet
    async with board.at_work():
        raw = [message(10 * n + chat, str(n), chat=chat) for n in range(20) for chat in (1, 2)]
        await board.takes(*raw)
        await board.settled()
    assert board.done == {1: [str(n) for n in range(20)], 2: [str(n) for n in range(20)]}
    assert await board.inbox.counts() == {"done": 40}


async def test_a_repeated_update_is_done_once(board: Board) -> None:
    async with board.at_work():
        for _ in range(3):
            await board.takes(message(1, "once"), message(2, "twice"))
        await board.settled()
        await board.takes(message(1, "once"))
        await board.settled()
    assert board.done == {1: ["once", "twice"]}


@pytest.mark.parametrize(
    "raw",
    [
        {"update_id": 1, "message": {"message_id": 1, "chat": {"id": 7, "type": "private"}}},
        {"update_id": 1, "message": "not an object"},
        {"update_id": 1, "telepathy": {"from": {"id": 7, "is_bot": False, "first_name": "X"}}},
        {"update_id": 1},
    ],
    ids=["no date", "no object", "unknown kind", "empty"],
)
async def test_an_update_that_cannot_be_read_is_set_aside_at_once_and_reported(
    board: Board, raw: dict[str, Any]
) -> None:
    async with board.at_work():
        await board.takes(raw, message(2, "hello", chat=7), message(3, "hello", chat=8))
        await board.settled()
    assert board.done == {7: ["hello"], 8: ["hello"]}
    assert await board.inbox.counts() == {"quarantined": 1, "done": 2}
    assert len(board.reported) == 1
    assert board.apologies == []


async def test_a_handler_that_always_fails_is_tried_three_times_then_reported_with_an_apology(
    board: Board, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "RETRY_SECONDS", (0.01,))

    async def fail(message: Message) -> None:
        if message.text == "bad":
            raise RuntimeError("secret words")

    board.before = fail
    async with board.at_work():
        await board.takes(message(1, "bad", chat=5), message(2, "next", chat=5), message(3, "x"))
        await board.settled()
    assert board.begun.count("bad") == 3
    assert board.done == {5: ["next"], 1: ["x"]}
    assert board.apologies == [5]
    [fingerprint] = board.reported
    assert fingerprint.startswith("handler:RuntimeError")
    assert "secret" not in fingerprint
    assert await board.inbox.counts() == {"quarantined": 1, "done": 2}


async def test_a_handler_that_fails_once_is_tried_again(
    board: Board, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "RETRY_SECONDS", (0.01,))

    async def fail_once(message: Message) -> None:
        if len(board.begun) == 1:
            raise ConnectionError

    board.before = fail_once
    async with board.at_work():
        await board.takes(message(1, "again"))
        await board.settled()
    assert board.begun == ["again", "again"]
    assert board.done == {1: ["again"]}
    assert (board.reported, board.apologies) == ([], [])


async def test_what_a_crash_left_is_done_at_the_next_start_in_order(board: Board) -> None:
    await board.inbox.keep([arrived_of(message(n, str(n), chat=n % 3)) for n in range(1, 31)])
    async with board.at_work():
        await board.settled()
    assert {chat: list(map(int, texts)) for chat, texts in board.done.items()} == {
        chat: [n for n in range(1, 31) if n % 3 == chat] for chat in range(3)
    }


async def test_more_than_fits_in_memory_waits_in_its_rows(
    board: Board, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "MOST_IN_MEMORY", 20)
    most = 0

    async def look(_: Message) -> None:
        nonlocal most
        most = max(most, board.switchboard.in_memory)

    board.before = look
    async with board.at_work():
        numbers = iter(range(1, 1000))
        for _ in range(30):
            raw = [message(n := next(numbers), str(n), chat=n % 12) for _ in range(15)]
            await board.takes(*raw)
        await board.settled()
    done = {chat: [int(text) for text in texts] for chat, texts in board.done.items()}
    assert done == {chat: [n for n in range(1, 451) if n % 12 == chat] for chat in range(12)}
    assert most <= 20 + 15 + 10


class _Slow(Inbox):
    """Its answer to `waiting` takes so long that the world has gone on meanwhile."""

    def __init__(self, db: Database) -> None:
        super().__init__(db)
        self.looked, self.go_on = asyncio.Event(), asyncio.Event()

    async def waiting(self, *, limit: int) -> list[Waiting]:
        found = await super().waiting(limit=limit)
        self.looked.set()
        await self.go_on.wait()
        return found


async def test_what_arrives_while_rows_are_being_fetched_is_not_forgotten(db: Database) -> None:
    inbox = _Slow(db)
    board = Board(db, inbox)
    async with board.at_work():
        await inbox.looked.wait()
        await board.takes(message(1, "just now"))
        inbox.go_on.set()
        await board.settled(5)
    assert board.done == {1: ["just now"]}


async def test_what_ends_while_rows_are_being_fetched_is_not_done_again(
    db: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "MOST_IN_MEMORY", 4)
    inbox = _Slow(db)
    inbox.go_on.set()
    board = Board(db, inbox)
    hold, ended = asyncio.Event(), asyncio.Event()

    async def wait(message: Message) -> None:
        if message.text == "long":
            await hold.wait()

    board.before = wait
    async with board.at_work():
        await board.settled()
        await board.takes(message(1, "long", chat=1))
        await board.takes(*(message(n, str(n), chat=2) for n in range(2, 5)))
        inbox.looked.clear()
        inbox.go_on.clear()
        await board.takes(message(5, "5", chat=2))  # too many: its row keeps it
        async with asyncio.timeout(5):
            await inbox.looked.wait()  # "long" is in the answer that is on its way
        hold.set()
        async with asyncio.timeout(5):
            while "long" not in board.done[1] or 1 in board.switchboard._known:
                await asyncio.sleep(0.01)
        ended.set()
        inbox.go_on.set()
        await board.settled()
    assert board.done == {1: ["long"], 2: ["2", "3", "4", "5"]}
    assert board.begun.count("long") == 1


async def test_an_effect_is_committed_once_even_if_an_update_were_handled_twice(
    db: Database,
) -> None:
    inbox = Inbox(db)
    await inbox.keep([Arrived(1, "1", "{}")])
    with turn(1, applied_before=False):
        async with db.transaction():
            pass
    with turn(1, applied_before=False), pytest.raises(AlreadyApplied):
        async with db.transaction():
            pass


async def test_a_stop_lets_what_was_begun_end_and_leaves_the_rest_to_the_next_start(
    board: Board,
) -> None:
    inside, go_on = asyncio.Event(), asyncio.Event()

    async def wait(message: Message) -> None:
        inside.set()
        await go_on.wait()

    board.before = wait
    async with board.at_work():
        await board.takes(message(1, "begun"), message(2, "not begun"))
        await inside.wait()
        board.switchboard.stop()
        go_on.set()
    assert board.done == {1: ["begun"]}
    assert await board.inbox.counts() == {"done": 1, "waiting": 1}
    later = Board(board.db, Inbox(board.db))
    async with later.at_work():
        await later.settled()
    assert later.done == {1: ["not begun"]}


def test_the_chat_of_an_update_orders_it() -> None:
    assert chat_of(message(1, "x", chat=5)) == "5"
    press = {"id": "1", "from": {"id": 6}, "message": {"chat": {"id": 5}}}
    assert chat_of({"update_id": 1, "callback_query": press}) == "5"
    assert chat_of({"update_id": 1, "inline_query": {"from": {"id": 6}}}) == "6"
    assert chat_of({"update_id": 1, "poll": {"id": "9"}}) == ""
    assert chat_of({"update_id": 1, "message": {"chat": [], "from": "?"}}) == ""


@pytest.mark.parametrize("raw", ["x", [], None, {}, {"update_id": "x"}, {"update_id": 2**70}])
def test_an_update_without_a_number_is_no_update(raw: Any) -> None:
    with pytest.raises((KeyError, ValueError, TypeError)):
        arrived_of(raw)


async def test_half_a_character_is_read_as_one_that_cannot_be_shown(board: Board) -> None:
    async with board.at_work():
        await board.takes(message(1, "a\ud800b \ud83d\ude00"))
        await board.settled()
    assert board.done == {1: ["a\ufffdb 😀"]}


def test_what_is_kept_of_an_update_is_what_came() -> None:
    raw = message(1, "Привет 👋 \u202e <b>\x00")
    assert json.loads(arrived_of(raw).raw) == raw


async def test_while_the_database_is_away_an_update_waits_and_is_not_given_up(
    board: Board, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.messenger.switchboard.AWAY_SECONDS", 0.01)
    left = MOST_TRIES + 2

    async def locked(_: Message) -> None:
        nonlocal left
        if left:
            left -= 1
            raise OperationalError("UPDATE", {}, sqlite3.OperationalError("database is locked"))

    board.before = locked
    async with board.at_work():
        await board.takes(message(1, "first"), message(2, "second"))
        await board.settled()
    assert board.done[1] == ["first", "second"]
    assert board.reported == []
    assert board.apologies == []


async def test_a_statement_of_ours_that_is_wrong_is_given_up_like_any_mistake(
    board: Board,
) -> None:
    async def wrong(_: Message) -> None:
        raise OperationalError("SELECT", {}, sqlite3.OperationalError("no such column: x"))

    board.before = wrong
    async with board.at_work():
        await board.takes(message(1, "first"))
        await board.settled()
    assert len(board.reported) == 1
