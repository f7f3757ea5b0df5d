"""Updates that wait for the bot: the queue, long polling and its conflicts.

Updates are kept 24 hours. An offset confirms everything before it; a negative one keeps only the
tail. Of two pollers the earlier one is sent away with 409.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sandbox.telegram.errors import conflict
from sandbox.telegram.faults import Faults
from sandbox.telegram.limits import Limits

KEPT = timedelta(hours=24)
KINDS = frozenset(
    {
        "message", "edited_message", "channel_post", "edited_channel_post", "business_connection",
        "business_message", "edited_business_message", "deleted_business_messages",
        "message_reaction", "message_reaction_count", "inline_query", "chosen_inline_result",
        "callback_query", "shipping_query", "pre_checkout_query", "purchased_paid_media", "poll",
        "poll_answer", "my_chat_member", "chat_member", "chat_join_request", "chat_boost",
        "removed_chat_boost",
    }
)  # fmt: skip
BY_DEFAULT = KINDS - {"chat_member", "message_reaction", "message_reaction_count"}

TERMINATED = (
    "terminated by other getUpdates request; make sure that only one bot instance is running"
)
WEBHOOK_ACTIVE = (
    "can't use getUpdates method while webhook is active; "
    "use deleteWebhook to delete the webhook first"
)


@dataclass(slots=True, eq=False)
class Waiting:
    """An update in the queue; `lane` is the chat within which order holds."""

    id: int
    raw: dict[str, Any]
    at: datetime
    lane: int
    taken: bool = False


class Updates:
    def __init__(
        self,
        *,
        limits: Limits,
        faults: Faults,
        clock: Callable[[], datetime],
        monotonic: Callable[[], float],
    ) -> None:
        self.limits = limits
        self.faults = faults
        self.clock = clock
        self.monotonic = monotonic
        self.queue: deque[Waiting] = deque()
        self.last_id = 100_000_000
        self.allowed = BY_DEFAULT
        self.dropped = 0
        self.on_new: Callable[[], None] = lambda: None
        self._poller: asyncio.Future[bool] | None = None
        self._next_conflict = 0.0
        self._closed = False
        self._last_offset: int | None = None
        self._last_start = float("-inf")

    def put(self, kind: str, body: dict[str, Any], *, lane: int) -> None:
        """A new update, unless the bot did not ask for its kind."""
        if kind in self.allowed:
            self.inject({kind: body}, lane=lane)

    def inject(self, raw: dict[str, Any], *, lane: int = 0) -> int:
        """Any object as an update, whatever it is; it gets an id when it has none."""
        if "update_id" not in raw:
            raw = {"update_id": self.last_id + 1, **raw}
        number = int(raw["update_id"])
        self.last_id = max(self.last_id, number)
        self.queue.append(Waiting(number, raw, self.clock(), lane))
        self.wake()
        return number

    def wake(self) -> None:
        if self._poller is not None and not self._poller.done():
            self._poller.set_result(True)
        self.on_new()

    def drop_old(self) -> None:
        horizon = self.clock() - KEPT
        while self.queue and self.queue[0].at < horizon:
            self.queue.popleft()
            self.dropped += 1

    def allow(self, kinds: Any) -> None:
        """Remembers `allowed_updates`; unknown names are ignored, an empty list is the default."""
        if isinstance(kinds, list):
            known = KINDS.intersection(kind for kind in kinds if isinstance(kind, str))
            self.allowed = known or BY_DEFAULT

    async def get(self, *, offset: int, limit: int, timeout: int) -> list[dict[str, Any]]:
        limit = 100 if limit <= 0 else min(limit, 100)
        wait = float(min(max(timeout, 0), 50))
        await self._send_away_the_other()
        self.drop_old()
        self._confirm(offset)
        now = self.monotonic()
        if offset == self._last_offset and now < self._last_start + self.limits.same_offset_wait:
            wait = max(wait, self.limits.same_offset_wait)
        self._last_offset, self._last_start = offset, now
        if not self.queue and wait and not self._closed:
            await self._wait(wait)
        return self._batch(limit)

    def _confirm(self, offset: int) -> None:
        if offset < 0:
            while len(self.queue) > -offset:
                self.queue.popleft()
        elif offset and self.queue:
            if self.faults.take("getUpdates", None, duplicates=True):
                return
            if self.queue[-1].id < offset and self.last_id < offset:
                self.queue.clear()
            while self.queue and self.queue[0].id < offset:
                self.queue.popleft()

    def _batch(self, limit: int) -> list[dict[str, Any]]:
        self.drop_old()
        return [waiting.raw for _, waiting in zip(range(limit), self.queue, strict=False)]

    async def _wait(self, seconds: float) -> None:
        self._poller = poller = asyncio.get_running_loop().create_future()
        try:
            await asyncio.wait_for(poller, seconds)
        except TimeoutError:
            return
        finally:
            if self._poller is poller:
                self._poller = None

    async def _send_away_the_other(self) -> None:
        poller, self._poller = self._poller, None
        if poller is not None and not poller.done():
            poller.set_exception(conflict(TERMINATED))
            # Its own task answers first: it may have to wait before it does.
            await asyncio.sleep(0)

    def close(self) -> None:
        """Nobody waits any longer: the server stops."""
        self._closed = True
        if self._poller is not None and not self._poller.done():
            self._poller.set_result(True)

    def abort_poller(self, why: str) -> None:
        poller, self._poller = self._poller, None
        if poller is not None and not poller.done():
            poller.set_exception(conflict(why))

    async def pause_before_conflict(self) -> None:
        """409 is answered at once the first time and after a pause when it comes again soon."""
        now = self.monotonic()
        if now < self._next_conflict:
            await asyncio.sleep(self.limits.conflict_delay)
        else:
            self._next_conflict = now + self.limits.conflict_delay
