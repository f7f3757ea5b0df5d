"""A turn: the handling of one update, from the inbox to its end.

The first writing transaction of a turn also marks its update as applied, so an update that is
handled again after a crash can never take effect twice.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass


class AlreadyApplied(Exception):  # not an error: the effect is there, draw it again
    """The update's effect was committed before a crash; only the screen is owed."""


@dataclass
class Turn:
    update_id: int
    applied_before: bool = False  # by an earlier try that crashed
    applied: bool = False


_current: ContextVar[Turn | None] = ContextVar("turn", default=None)


@contextmanager
def turn(update_id: int, *, applied_before: bool) -> Iterator[Turn]:
    """Everything awaited inside the block belongs to this update."""
    this = Turn(update_id, applied_before)
    token = _current.set(this)
    try:
        yield this
    finally:
        _current.reset(token)


def current_turn() -> Turn | None:
    return _current.get()
