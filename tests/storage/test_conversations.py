"""An open dialog is one row: read once, written once, and still there after a restart."""

from datetime import timedelta

import pytest
from aiogram.fsm.state import State, StatesGroup
from aiogram.fsm.storage.base import StorageKey
from sqlalchemy import event, func, select

from bot.storage.conversations import Conversations
from bot.storage.database import Database
from bot.storage.inbox import Arrived, Inbox
from bot.storage.tables import conversations as table
from sandbox.wall import Wall


class Talk(StatesGroup):
    open = State()


def key(destiny: str = "default", user: int = 7) -> StorageKey:
    return StorageKey(bot_id=42, chat_id=user, user_id=user, destiny=destiny)


@pytest.fixture
def talks(db: Database) -> Conversations:
    return Conversations(db)


async def rows(db: Database) -> int:
    async with db.reader.connect() as connection:
        return await connection.scalar(select(func.count()).select_from(table)) or 0


async def test_a_state_and_its_data_survive_a_restart(db: Database, talks: Conversations) -> None:
    async with talks.turn():
        await talks.set_state(key(), Talk.open)
        await talks.set_data(key(), {"id": "5", "имя": "Ёж"})
        await talks.settle()
    after = Conversations(db)
    assert await after.get_state(key()) == "Talk:open"
    assert await after.get_data(key()) == {"id": "5", "имя": "Ёж"}


async def test_all_stacks_and_contexts_of_a_chat_are_one_row(
    db: Database, talks: Conversations
) -> None:
    async with talks.turn():
        for destiny in ("default", "aiogd:stack:", "aiogd:context:abc"):
            await talks.set_data(key(destiny), {"of": destiny})
        await talks.settle()
    assert await rows(db) == 1
    assert await talks.get_data(key("aiogd:stack:")) == {"of": "aiogd:stack:"}


def statements(db: Database) -> list[str]:
    """The kinds of statements sent from now on."""
    seen: list[str] = []

    def note(*arguments: object) -> None:
        seen.append(str(arguments[2]).split()[0])

    for engine in {db.writer.sync_engine, db.reader.sync_engine}:
        event.listen(engine, "before_cursor_execute", note)
    return seen


async def test_an_update_reads_once_and_writes_once(db: Database, talks: Conversations) -> None:
    await Inbox(db).keep([Arrived(1, "7", "{}")])
    await talks.set_data(key(), {"before": 1})
    restarted, seen = Conversations(db), statements(db)
    async with restarted.turn():
        for n in range(5):
            assert await restarted.get_state(key()) is None
            await restarted.get_data(key("other"))
            await restarted.set_data(key("other"), {"n": n})
        await restarted.settle(1)
    assert seen == ["SELECT", "INSERT", "UPDATE"]


async def test_who_goes_on_is_not_read_again_and_what_has_not_changed_is_not_written(
    db: Database, talks: Conversations, wall: Wall
) -> None:
    await Inbox(db).keep([Arrived(n, "7", "{}") for n in (1, 2, 3)])
    async with talks.turn():
        await talks.set_data(key(), {"at": [1]})
        await talks.settle(1)
    seen = statements(db)
    async with talks.turn():
        await talks.set_data(key(), dict(await talks.get_data(key())))
        await talks.settle(2)
    assert seen == ["UPDATE"], "only the mark that the update is done"
    wall.move(timedelta(days=2))
    async with talks.turn():
        await talks.set_data(key(), dict(await talks.get_data(key())))
        await talks.settle(3)
    assert seen[1:] == ["INSERT", "UPDATE"], "a conversation in use does not look forgotten"
    assert await Conversations(db).get_data(key()) == {"at": [1]}


async def test_what_a_failed_update_changed_in_place_is_not_remembered(
    db: Database, talks: Conversations
) -> None:
    await talks.set_data(key(), {"at": ["first"]})

    async def crashes() -> None:
        async with talks.turn():
            (await talks.get_data(key()))["at"].append("half way")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        await crashes()
    assert await talks.get_data(key()) == {"at": ["first"]}


async def test_only_so_many_conversations_are_remembered(
    db: Database, talks: Conversations, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.storage.conversations.MOST_REMEMBERED", 2)
    for user in (1, 2, 3):
        await talks.set_data(key(user=user), {"of": user})
    seen = statements(db)
    assert [await talks.get_data(key(user=user)) for user in (2, 3)] == [{"of": 2}, {"of": 3}]
    assert seen == []
    assert await talks.get_data(key(user=1)) == {"of": 1}
    assert seen == ["SELECT"]


async def test_a_refused_update_leaves_the_dialog_where_it_was_and_is_done(
    db: Database, talks: Conversations
) -> None:
    await Inbox(db).keep([Arrived(1, "7", "{}")])
    await talks.set_data(key(), {"at": "first"})
    async with talks.turn():
        await talks.set_data(key(), {"at": "second"})
        talks.begin_again()
        assert await talks.get_data(key()) == {"at": "first"}
        await talks.settle(1)
    assert await talks.get_data(key()) == {"at": "first"}
    assert await Inbox(db).counts() == {"done": 1}


async def test_a_turn_that_is_not_settled_changes_nothing(
    db: Database, talks: Conversations
) -> None:
    async def crashes() -> None:
        async with talks.turn():
            await talks.set_data(key(), {"half": "way"})
            raise RuntimeError

    with pytest.raises(RuntimeError):
        await crashes()
    assert await talks.get_data(key()) == {}


async def test_the_dialog_and_the_mark_of_its_update_are_written_together(
    db: Database, talks: Conversations
) -> None:
    """A crash between the two would ask the same question twice, or lose the answer's screen."""
    await Inbox(db).keep([Arrived(1, "7", "{}")])
    commits: list[object] = []
    event.listen(db.writer.sync_engine, "commit", commits.append)
    async with talks.turn():
        await talks.set_data(key(), {"at": "second"})
        await talks.settle(1)
    assert len(commits) == 1


async def test_what_is_empty_takes_no_room(db: Database, talks: Conversations) -> None:
    async with talks.turn():
        await talks.set_state(key(), Talk.open)
        await talks.set_data(key("gone"), {"x": 1})
        await talks.set_data(key("gone"), {})
        await talks.settle()
    async with db.reader.connect() as connection:
        [kept] = await connection.scalars(select(table.c.data))
    assert list(kept) == ["default"]


async def test_people_do_not_see_each_others_dialogs(talks: Conversations) -> None:
    await talks.set_data(key(user=7), {"mine": 1})
    assert await talks.get_data(key(user=8)) == {}


async def test_only_what_nobody_has_touched_for_long_is_forgotten(
    db: Database, talks: Conversations, wall: Wall
) -> None:
    await talks.set_data(key(user=7), {"old": 1})
    wall.move(timedelta(days=10))
    await talks.set_data(key(user=8), {"new": 1})
    assert await talks.forget_older(wall() - timedelta(days=5)) == 1
    assert await talks.get_data(key(user=7)) == {}
    assert await talks.get_data(key(user=8)) == {"new": 1}
