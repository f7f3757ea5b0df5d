"""A method of the Bot API: its name and the function that does it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sandbox.telegram.arguments import Arguments

if TYPE_CHECKING:
    from sandbox.telegram.telegram import Telegram

Work = Callable[["Telegram", Arguments], Awaitable[Any]]


@dataclass(frozen=True, slots=True)
class Method:
    name: str
    run: Work
