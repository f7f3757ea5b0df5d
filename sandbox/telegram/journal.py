"""The journal: what was asked of the server and what became of it."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

RING = 5_000
KEPT_PER_CHAT = 200


@dataclass(slots=True, frozen=True)
class Call:
    number: int
    method: str
    chat_id: int | None
    ok: bool
    code: int
    description: str
    ms: float
    parameters: str

    def view(self) -> dict[str, Any]:
        return {
            "id": self.number, "method": self.method, "chat": self.chat_id, "ok": self.ok,
            "code": self.code, "description": self.description, "ms": round(self.ms, 2),
            "parameters": self.parameters,
        }  # fmt: skip


@dataclass(slots=True, frozen=True)
class Accepted:
    """A message that reached a chat, or an edit of one; `at` is monotonic seconds."""

    method: str
    chat_id: int
    message_id: int
    text: str
    at: float
    number: int


class AcceptedSends:
    """Per chat, in order, what was accepted; the last few unless everything is kept."""

    def __init__(self, *, keep_all: bool) -> None:
        self.keep_all = keep_all
        self.total = 0
        self.counts: Counter[int] = Counter()
        self._chats: dict[int, deque[Accepted]] = {}

    def add(self, method: str, *, chat_id: int, message_id: int, text: str, at: float) -> None:
        self.total += 1
        self.counts[chat_id] += 1
        chat = self._chats.get(chat_id)
        if chat is None:
            chat = deque(maxlen=None if self.keep_all else KEPT_PER_CHAT)
            self._chats[chat_id] = chat
        chat.append(Accepted(method, chat_id, message_id, text, at, self.total))

    def __getitem__(self, chat_id: int) -> list[Accepted]:
        return list(self._chats.get(chat_id, ()))

    def __iter__(self) -> Iterator[int]:
        return iter(list(self._chats))

    def __len__(self) -> int:
        return len(self._chats)

    def all(self) -> list[Accepted]:
        """Everything kept, in the order of acceptance."""
        return sorted(
            (one for chat in self._chats.values() for one in chat), key=lambda one: one.number
        )


class Journal:
    def __init__(self, *, keep_all: bool = False) -> None:
        self.calls: deque[Call] = deque(maxlen=RING)
        self.last = 0
        self.accepted = AcceptedSends(keep_all=keep_all)
        self.by_method: Counter[str] = Counter()
        self.errors: Counter[tuple[str, int]] = Counter()
        self.too_many: Counter[str] = Counter()

    def add(
        self,
        *,
        method: str,
        chat_id: int | None,
        code: int,
        description: str,
        ms: float,
        parameters: str,
    ) -> Call:
        self.last += 1
        self.by_method[method] += 1
        if code != 200:
            self.errors[method, code] += 1
            if code == 429:
                self.too_many[method] += 1
        call = Call(self.last, method, chat_id, code == 200, code, description, ms, parameters)
        self.calls.append(call)
        return call

    def since(self, after: int, *, errors_only: bool = False) -> list[Call]:
        return [
            call for call in self.calls if call.number > after and not (errors_only and call.ok)
        ]
