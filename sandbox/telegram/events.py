"""Events for the page: a numbered stream of what changed, kept so that a page can catch up."""

from __future__ import annotations

import asyncio
import json
from collections import deque
from collections.abc import Callable
from typing import Any

RING = 10_000


class Event:
    """Built when somebody first reads it: a benchmark without a page pays nothing for it."""

    __slots__ = ("_build", "_line", "number")

    def __init__(self, number: int, build: Callable[[], dict[str, Any]]) -> None:
        self.number = number
        self._build: Callable[[], dict[str, Any]] | None = build
        self._line = b""

    def line(self) -> bytes:
        if self._build is not None:
            data = json.dumps(self._build(), ensure_ascii=False)
            self._line = f"id: {self.number}\ndata: {data}\n\n".encode()
            self._build = None
        return self._line


class Events:
    def __init__(self) -> None:
        self.ring: deque[Event] = deque(maxlen=RING)
        self.last = 0
        self._listeners: set[asyncio.Event] = set()

    def add(self, build: Callable[[], dict[str, Any]]) -> None:
        self.last += 1
        event = Event(self.last, build)
        self.ring.append(event)
        if self._listeners:
            event.line()  # what a listener sees is the state of this moment
            for listener in self._listeners:
                listener.set()

    def listen(self) -> asyncio.Event:
        """A bell that rings at every event; give it back with `leave`."""
        bell = asyncio.Event()
        self._listeners.add(bell)
        return bell

    def leave(self, bell: asyncio.Event) -> None:
        self._listeners.discard(bell)

    def after(self, number: int) -> list[Event] | None:
        """Events later than `number`; None when some of them are already forgotten."""
        if number >= self.last:
            return []
        if self.ring[0].number > number + 1:
            return None
        return list(self.ring)[number - self.last :]
