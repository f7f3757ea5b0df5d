"""The libraries alone: one press in aiogram-dialog, and one read-write session in SQLAlchemy.

As they come, with the least around them: the state in memory, one table, one window. What the
product does for an answer is held against the sum of the two.
"""

import asyncio
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from aiogram import Bot, Dispatcher
from aiogram.filters import CommandStart
from aiogram.fsm.state import State, StatesGroup
from aiogram.fsm.storage.memory import MemoryStorage
from aiogram.types import CallbackQuery, Message, Update
from aiogram_dialog import Dialog, DialogManager, StartMode, Window, setup_dialogs
from aiogram_dialog.widgets.kbd import Select
from aiogram_dialog.widgets.text import Const, Format
from sqlalchemy import String, event
from sqlalchemy.ext.asyncio import AsyncEngine, async_sessionmaker, create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from benchmarks.silent_session import SilentSession
from benchmarks.updates import press, said


class _Survey(StatesGroup):
    question = State()


class BarePress:
    """A window with a question and ten buttons; a press changes the question."""

    def __init__(self) -> None:
        self.session = SilentSession()
        self.bot = Bot("42:" + "bare" * 8, session=self.session)
        self.dispatcher = Dispatcher(storage=MemoryStorage())
        self.dispatcher.message.register(self._start, CommandStart())
        answers = Select(
            Format("{item}"), id="q", item_id_getter=str, items="items", on_click=self._answer
        )
        window = Window(
            Const("How useful are your meetings?"),
            Format("Answers: {given}"),
            answers,
            state=_Survey.question,
            getter=self._facts,
        )
        self.dispatcher.include_router(Dialog(window))
        setup_dialogs(self.dispatcher)

    async def _start(self, _: Message, dialog_manager: DialogManager) -> None:
        await dialog_manager.start(_Survey.question, mode=StartMode.RESET_STACK)

    async def _answer(self, _: CallbackQuery, __: Any, manager: DialogManager, item: str) -> None:
        manager.dialog_data["given"] = manager.dialog_data.get("given", 0) + 1

    async def _facts(self, dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
        given = dialog_manager.dialog_data.get("given", 0)
        return {"given": given, "items": [str(number) for number in range(1, 11)]}

    async def open(self, people: Sequence[int]) -> None:
        for person in people:
            await self._feed(json.dumps(said(person, "/start")))

    def presses(self, people: Sequence[int]) -> list[str]:
        """Each of them presses the first button they see."""
        return [json.dumps(press(p, m, data[0])) for p in people for m, data in [self._sees(p)]]

    def _sees(self, person: int) -> tuple[int, list[str]]:
        return self.session.screen(person)

    async def take(self, updates: Sequence[str]) -> None:
        await asyncio.gather(*map(self._feed, updates))

    async def _feed(self, raw: str) -> None:
        update = Update.model_validate(json.loads(raw), context={"bot": self.bot})
        await self.dispatcher.feed_update(self.bot, update)


class _Base(DeclarativeBase):
    pass


class _Answer(_Base):
    __tablename__ = "answers"
    id: Mapped[int] = mapped_column(primary_key=True)
    text: Mapped[str] = mapped_column(String)
    count: Mapped[int] = mapped_column(default=0)


class BareSession:
    """Read a row, change it, commit: WAL, one writer, `BEGIN IMMEDIATE`; nothing else of ours."""

    def __init__(self, folder: Path) -> None:
        self._engine = _plain_engine(f"sqlite+aiosqlite:///{folder / 'bare.db'}")
        self._sessions = async_sessionmaker(self._engine, expire_on_commit=False)
        self._one_writer = asyncio.Lock()

    async def open(self, people: Sequence[int]) -> None:
        async with self._engine.begin() as connection:
            await connection.run_sync(_Base.metadata.create_all)
        async with self._sessions.begin() as session:
            session.add_all(_Answer(id=person, text="{}") for person in people)

    async def write(self, people: Sequence[int]) -> None:
        await asyncio.gather(*map(self._write, people))

    async def _write(self, person: int) -> None:
        async with self._one_writer, self._sessions.begin() as session:
            answer = await session.get(_Answer, person)
            assert answer is not None
            answer.count += 1

    async def close(self) -> None:
        await self._engine.dispose()


def _plain_engine(url: str) -> AsyncEngine:
    engine = create_async_engine(url, pool_size=1, max_overflow=0)

    @event.listens_for(engine.sync_engine, "connect")
    def prepare(connection: Any, _: Any) -> None:
        connection.isolation_level = None
        cursor = connection.cursor()
        cursor.execute("PRAGMA journal_mode=WAL")
        cursor.execute("PRAGMA synchronous=NORMAL")
        cursor.close()

    @event.listens_for(engine.sync_engine, "begin")
    def begin(connection: Any) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    return engine
