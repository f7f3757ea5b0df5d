"""Keeping to the messenger's limits: how many messages a second over all chats, and to one chat.

Two buckets each message takes from (all chats; its own chat). Who waits is served by urgency:
replies to people before letters. The limits are not fixed by Telegram, so a refusal (429) is
obeyed besides.
"""

import asyncio
import heapq
import itertools
from contextvars import ContextVar
from dataclasses import dataclass, field
from enum import IntEnum

ALL_BURST, CHAT_BURST = 8, 4
_FORGET_CHATS = 5000


class Urgency(IntEnum):
    """Smaller goes first."""

    REPLY = 0
    LETTER = 1


urgency: ContextVar[Urgency] = ContextVar("urgency", default=Urgency.REPLY)


@dataclass
class _Bucket:
    """Holds up to `burst`, refilled at `rate` a second."""

    rate: float
    burst: float
    level: float
    at: float
    closed_until: float = 0.0

    def fill(self, now: float) -> None:
        self.level = min(self.burst, self.level + (now - self.at) * self.rate)
        self.at = now

    def wait(self, now: float) -> float:
        """Seconds until one may be taken."""
        self.fill(now)
        need = max(0.0, (1.0 - self.level) / self.rate)
        return max(need, self.closed_until - now)

    def is_fresh(self, now: float) -> bool:
        """As good as new: nothing is lost by forgetting it."""
        self.fill(now)
        return self.level >= self.burst and self.closed_until <= now

    def close(self, until: float) -> None:
        self.closed_until = max(self.closed_until, until)
        self.level = 0.0


@dataclass(order=True)
class _Waiter:
    urgency: int
    number: int
    chat: str = field(compare=False)
    ready: "asyncio.Future[None]" = field(compare=False)


class Pacer:
    """`await pacer.turn(chat, urgency)` returns when a message to the chat may be sent."""

    def __init__(self, *, rate: float, chat_rate: float) -> None:
        """Messages a second: over all chats, and to one chat."""
        self._rate, self._chat_rate = rate, chat_rate
        self._all = _Bucket(rate, min(ALL_BURST, rate), min(ALL_BURST, rate), 0.0)
        self._chats: dict[str, _Bucket] = {}
        self._waiting: list[_Waiter] = []
        self._parked: dict[str, list[_Waiter]] = {}  # their chat is not ready yet
        self._numbers = itertools.count()
        self._timer: asyncio.TimerHandle | None = None
        self._refused: dict[str, float] = {}

    async def turn(self, chat: str, how: Urgency) -> None:
        loop = asyncio.get_running_loop()
        waiter = _Waiter(how, next(self._numbers), chat, loop.create_future())
        heapq.heappush(self._waiting, waiter)
        self._serve()
        try:
            await waiter.ready
        except asyncio.CancelledError:
            if waiter.ready.done() and not waiter.ready.cancelled():
                self._all.level += 1  # the turn was given but is not used
                self._chat(chat, loop.time()).level += 1
            raise

    def refused(self, chat: str, retry_after: float) -> None:
        """A 429: this chat waits; when a second chat is refused meanwhile, everybody does."""
        now = asyncio.get_running_loop().time()
        until = now + retry_after
        self._chat(chat, now).close(until)
        self._refused = {c: t for c, t in self._refused.items() if t > now} | {chat: until}
        if len(self._refused) > 1:
            self._all.close(until)

    def closed_for(self, chat: str) -> float:
        """Seconds until the messenger takes anything to the chat again, after a refusal."""
        now = asyncio.get_running_loop().time()
        return max(0.0, self._all.closed_until - now, self._chat(chat, now).closed_until - now)

    @property
    def waiting(self) -> int:
        return len(self._waiting) + sum(len(parked) for parked in self._parked.values())

    def _chat(self, chat: str, now: float) -> _Bucket:
        bucket = self._chats.get(chat)
        if bucket is None:
            if len(self._chats) >= _FORGET_CHATS:
                self._chats = {c: b for c, b in self._chats.items() if not b.is_fresh(now)}
            bucket = self._chats[chat] = _Bucket(self._chat_rate, CHAT_BURST, CHAT_BURST, now)
        return bucket

    def _serve(self) -> None:
        """Give turns to whoever is first and may; set the alarm for who has to wait."""
        loop = asyncio.get_running_loop()
        now = loop.time()
        wake: float | None = None
        for chat in list(self._parked):
            pause = self._chat(chat, now).wait(now)
            if pause <= 0:
                for waiter in self._parked.pop(chat):
                    heapq.heappush(self._waiting, waiter)
            else:
                wake = pause if wake is None else min(wake, pause)
        while self._waiting:
            if self._waiting[0].ready.done():
                heapq.heappop(self._waiting)
                continue
            pause = self._all.wait(now)
            if pause > 0:
                wake = pause if wake is None else min(wake, pause)
                break
            waiter = heapq.heappop(self._waiting)
            bucket = self._chat(waiter.chat, now)
            pause = bucket.wait(now)
            if pause > 0:
                self._parked.setdefault(waiter.chat, []).append(waiter)
                wake = pause if wake is None else min(wake, pause)
                continue
            self._all.level -= 1
            bucket.level -= 1
            waiter.ready.set_result(None)
        if self._timer is not None:
            self._timer.cancel()
        self._timer = None if wake is None else loop.call_later(wake + 0.001, self._serve)
