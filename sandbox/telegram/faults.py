"""Faults on demand: what networks and servers do to a bot, a chosen number of times."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

# A number: refused with it before anything happens. reset_before: the connection is cut before
# the call is accepted; reset_after: after it. bad_json: accepted, but the answer is no JSON.
# slow: accepted after `seconds`. duplicate: updates that were delivered are delivered once more.
REFUSALS = {
    "400": "Bad Request: message text is not to our taste",
    "401": "Unauthorized",
    "403": "Forbidden: bot was blocked by the user",
    "404": "Not Found",
    "413": "Request Entity Too Large",
    "500": "Internal Server Error",
    "502": "Bad Gateway",
}
KINDS = frozenset(
    {*REFUSALS, "429", "reset_before", "reset_after", "slow", "bad_json", "duplicate"}
)


@dataclass(slots=True)
class Fault:
    method: str
    kind: str
    times: int
    seconds: float
    chat_id: int | None

    def view(self) -> dict[str, Any]:
        return {
            "method": self.method, "kind": self.kind, "times": self.times,
            "seconds": self.seconds, "chat_id": self.chat_id,
        }  # fmt: skip


class Faults:
    def __init__(self) -> None:
        self.waiting: list[Fault] = []

    def add(
        self,
        *,
        method: str = "*",
        kind: str,
        times: int = 1,
        seconds: float = 1.0,
        chat_id: int | None = None,
    ) -> Fault:
        """The next `times` calls of the method (`*`: any) go wrong, or those to one chat."""
        if kind not in KINDS:
            raise ValueError(f"unknown kind of fault: {kind}; known: {', '.join(sorted(KINDS))}")
        if times < 1:
            raise ValueError("a fault happens at least once")
        fault = Fault(method.lower(), kind, times, seconds, chat_id)
        self.waiting.append(fault)
        return fault

    def take(self, method: str, chat_id: int | None, *, duplicates: bool = False) -> Fault | None:
        """The fault this call meets, if any; it is used up by that."""
        for fault in self.waiting:
            if (fault.kind == "duplicate") is not duplicates:
                continue
            if fault.method not in ("*", method.lower()):
                continue
            if fault.chat_id is not None and fault.chat_id != chat_id:
                continue
            fault.times -= 1
            if not fault.times:
                self.waiting.remove(fault)
            return fault
        return None

    def clear(self) -> None:
        self.waiting.clear()
