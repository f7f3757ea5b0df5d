"""SQLite without a thread: a simulated year has nobody who would wait for the loop.

A third of the time of a year went into handing statements to the thread of a connection and back.
"""

from collections.abc import Callable
from typing import Any

import pytest

from bot.storage.sqlite_driver import QuickConnection

HERE = "?check_same_thread=false"  # for the address: the thread opens, the loop asks


async def _at_once(
    _: QuickConnection, step: Callable[..., Any], *given: Any, **named: Any
) -> Any:
    return step(*given, **named)


def without_threads(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(QuickConnection, "_execute", _at_once)
