"""What every running product of a test process would make alike is made once.

Hundreds of tests build the whole product anew; a third of the time of all tests went into making
the same things again. Shared is only what never changes after it is made: the profile as it is read
from its files, what a callable takes (aiogram asks it of the same few thousand at each start), the
certificates a session trusts, the texts as they are read, and the statements SQLAlchemy has
compiled, which it keeps with an engine although every test opens engines of its own. Screens and
the process beside the bot are handed on, from a product that has closed to the next: they keep
nothing of those they serve. And a hash that is slow on purpose is quick.
"""

import functools
import inspect
import ssl
from collections.abc import Callable
from hashlib import scrypt
from types import CodeType
from typing import Any

import pytest
from aiogram.client.session import aiohttp as session
from aiogram.dispatcher.event.handler import CallableObject
from sqlalchemy import Engine

from bot import app, dispatching, texts
from bot.dialogs.every_dialog import dialogs
from bot.dialogs.parts.screens import Screens
from bot.domain import checks
from bot.domain.profile import Profile
from bot.profiles import load_profile
from bot.reports.worker import Worker, _Child
from bot.storage.database import Clock, Database, system_clock

_engines: dict[tuple[str, str], Engine] = {}
_taken: dict[tuple[CodeType, bool], tuple[bool, set[str], bool]] = {}

profile: Callable[[str], Profile] = functools.cache(load_profile)


def install() -> None:
    """For all tests of this process."""
    patch = pytest.MonkeyPatch()
    patch.setattr(app, "load_profile", profile)
    patch.setattr(dispatching, "dialogs", _dialogs)
    patch.setattr(app, "Worker", _worker)
    patch.setattr(app.Application, "close", _close_app)
    patch.setattr(texts, "_bundle", functools.cache(texts._bundle))
    patch.setattr(CallableObject, "__post_init__", _post_init)
    patch.setattr(session, "ssl", _Certificates)
    patch.setattr(checks, "scrypt", _quick_scrypt)
    patch.setattr(Database, "open", _open)
    patch.setattr(Database, "close", _close)


def _quick_scrypt(number: bytes, *, n: int, **words: Any) -> bytes:
    assert n >= 2**13, "short numbers would be found by trying"
    return scrypt(number, n=2, **words)


class _Certificates:
    create_default_context = functools.cache(ssl.create_default_context)


def _code(callback: Any) -> tuple[CodeType, bool] | None:
    """What a signature follows from, and whether the first argument is given; None: ask anew."""
    if hasattr(callback, "__signature__") or hasattr(callback, "__wrapped__"):
        return None
    if inspect.isfunction(callback):
        return callback.__code__, False
    called = callback if inspect.ismethod(callback) else vars(type(callback)).get("__call__")
    function = getattr(called, "__func__", called)
    return (function.__code__, True) if inspect.isfunction(function) else None


_ask = CallableObject.__post_init__


def _post_init(one: CallableObject) -> None:
    key = _code(one.callback)
    if key is None or key not in _taken:
        _ask(one)
        if key is not None:
            _taken[key] = one.awaitable, one.params, one.varkw
        return
    one.awaitable, one.params, one.varkw = _taken[key]


_screens: list[list[Screens]] = []
_children: list[_Child] = []
_close_product = app.Application.close


def _dialogs() -> list[Screens]:
    """Those of a product that has closed, or new ones: several products may be open at once."""
    return _screens.pop() if _screens else list(dialogs())


def _worker() -> Worker:
    worker = Worker()
    if _children:
        worker._child = _children.pop()
    return worker


async def _close_app(self: app.Application) -> None:
    worker, dispatcher = self.parts.worker, self.parts.dispatcher
    child = worker._child
    if child and child._process and child._process.is_alive() and not worker._wanted:
        worker._child = None
        _children.append(child)
    await _close_product(self)
    screens = [router for router in dispatcher.sub_routers if isinstance(router, Screens)]
    if screens:  # a product may be closed twice
        dispatcher.sub_routers = [one for one in dispatcher.sub_routers if one not in screens]
        for one in screens:
            one._parent_router = None
        _screens.append(screens)


_opened, _closed = Database.open, Database.close


def _uses(db: Database) -> dict[tuple[str, str], Engine]:
    """By kind of database and by use; on PostgreSQL both uses are one engine."""
    two = {"writer": db.writer.sync_engine, "reader": db.reader.sync_engine}
    return {(engine.dialect.name, use): engine for use, engine in two.items()}


def _open(url: str, clock: Clock = system_clock) -> Database:
    db = _opened(url, clock)
    for key, engine in _uses(db).items():
        known = _engines.get(key)
        if known is not None:
            engine.dialect = engine.pool._dialect = known.dialect
            engine._compiled_cache = known._compiled_cache
    return db


async def _close(db: Database) -> None:
    for key, engine in _uses(db).items():
        if engine.dialect.server_version_info is not None:  # has connected
            _engines.setdefault(key, engine)
    await _closed(db)
