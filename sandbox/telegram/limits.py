"""Flood limits: how many messages the server takes before it answers 429 with the seconds to wait.

Telegram does not publish exact numbers; these follow its advice (30 a second over all chats, about
one a second in a chat with short bursts, 20 a minute in a group). Sends and edits of messages
count, and each item of an album; answers to button presses, chat actions and reads do not.
Waiting is measured in real time, whatever clock the product lives by.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

from sandbox.telegram.errors import too_many_requests


@dataclass(frozen=True, kw_only=True, slots=True)
class Limits:
    """Numbers of one server; `burst` is the size of a bucket, `rate` its refill a second."""

    enforced: bool = True
    overall_burst: float = 30
    overall_rate: float = 30
    private_burst: float = 5
    private_rate: float = 1
    group_burst: float = 20
    group_rate: float = 20 / 60
    webhook_set_every: float = 1
    query_lifetime: float = 60
    same_offset_wait: float = 3
    conflict_delay: float = 3
    webhook_timeout: float = 60
    webhook_retry: float = 1
    webhook_retry_longest: float = 60

    @classmethod
    def real(cls) -> Limits:
        return cls()

    @classmethod
    def off(cls) -> Limits:
        """Nothing is refused and nobody is made to wait for a pause that only protects Telegram."""
        return cls(enforced=False, same_offset_wait=0.05, conflict_delay=0.05, webhook_retry=0.05)


class Bucket:
    """A token bucket."""

    __slots__ = ("at", "level", "rate", "size")

    def __init__(self, size: float, rate: float, now: float) -> None:
        self.size = size
        self.rate = rate
        self.level = size
        self.at = now

    def wait(self, amount: float, now: float) -> float:
        """Seconds until `amount` would pass; 0 when it passes now. An amount above the size passes
        when the bucket is full."""
        self.level = min(self.size, self.level + (now - self.at) * self.rate)
        self.at = now
        missing = min(amount, self.size) - self.level
        return missing / self.rate if missing > 1e-9 else 0.0

    def take(self, amount: float) -> None:
        self.level -= amount


class Flood:
    """The buckets of one bot, and who wrote again before the time it had been told."""

    def __init__(self, limits: Limits, monotonic: Callable[[], float]) -> None:
        self.limits = limits
        self.monotonic = monotonic
        self.overall = Bucket(limits.overall_burst, limits.overall_rate, monotonic())
        self.chats: dict[int, Bucket] = {}
        self.banned_until: dict[int, float] = {}
        self.refused = 0
        self.offences = 0

    def admit(self, chat_id: int, amount: int = 1) -> None:
        """Takes the tokens of a message, or refuses with 429."""
        limits = self.limits
        if not limits.enforced:
            return
        now = self.monotonic()
        chat = self.chats.get(chat_id)
        if chat is None:
            size, rate = limits.private_burst, limits.private_rate
            if chat_id < 0:
                size, rate = limits.group_burst, limits.group_rate
            chat = self.chats[chat_id] = Bucket(size, rate, now)
        wait = max(chat.wait(amount, now), self.overall.wait(amount, now))
        if wait:
            self.refused += 1
            if now < self.banned_until.get(chat_id, 0.0):
                self.offences += 1
            seconds = max(1, math.ceil(wait - 1e-6))
            self.banned_until[chat_id] = now + wait
            raise too_many_requests(seconds)
        chat.take(amount)
        self.overall.take(amount)
