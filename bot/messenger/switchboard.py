"""Updates from the inbox to the dispatcher.

In order within a chat, many chats at once, each by itself.

- What is in memory is bounded; the rest waits in its rows and is fetched when there is room.
- An update that cannot be read is set aside at once, one that fails is tried three times: others
  go on.
- `stop` lets what is being handled end; what was not begun is still a row and comes next time.
"""

import asyncio
import json
from collections import deque
from collections.abc import Awaitable, Callable, Sequence
from typing import Any

import structlog
from aiogram import Bot, Dispatcher
from aiogram.types import Update
from aiogram.types.update import UpdateTypeLookupError
from pydantic import ValidationError

from bot.logs import describe
from bot.storage.conversations import Conversations
from bot.storage.database import away
from bot.storage.inbox import MOST_TRIES, Arrived, Inbox, Waiting
from bot.storage.turns import turn

log = structlog.get_logger(__name__)
MOST_IN_MEMORY, MOST_AT_ONCE = 2000, 64
RETRY_SECONDS = (0.2, 1.0)
AWAY_SECONDS = 2.0
_NUMBERS = 2**63  # what a row's number holds
Report = Callable[[str], Awaitable[None]]
Apologise = Callable[[Update], Awaitable[None]]


class Switchboard:
    def __init__(
        self,
        *,
        bot: Bot,
        dispatcher: Dispatcher,
        inbox: Inbox,
        conversations: Conversations,
        report: Report,
        apologise: Apologise,
    ) -> None:
        self._bot, self._dispatcher = bot, dispatcher
        self._inbox, self._conversations = inbox, conversations
        self._report, self._apologise = report, apologise
        self._chats: dict[str, deque[Waiting]] = {}
        self._known: set[int] = set()  # update ids in memory
        self._ready: deque[str] = deque()  # chats with work and no worker
        self._busy = 0
        self._behind = True  # there may be rows that are not in memory
        self._left_out = False  # a row was left out while we were catching up
        # while catching up: what has ended, and the query may still see as waiting
        self._done_meanwhile: set[int] | None = None
        self._bell = asyncio.Event()
        self._idle = asyncio.Event()
        self._stopping = False

    @property
    def in_memory(self) -> int:
        return len(self._known)

    @property
    def at_rest(self) -> bool:
        return not self._known and not self._behind

    async def settled(self) -> None:
        """Wait until everything that has arrived so far is done."""
        while not self.at_rest:
            self._idle.clear()
            await self._idle.wait()

    def accept(self, arrived: Sequence[Waiting]) -> None:
        """Freshly stored updates, in order."""
        for waiting in arrived:
            if self._behind or len(self._known) >= MOST_IN_MEMORY:
                self._behind = self._left_out = True  # its row keeps it
            else:
                self._enqueue(waiting)
        self._bell.set()

    def _enqueue(self, waiting: Waiting) -> None:
        if waiting.update_id in self._known:
            return
        self._known.add(waiting.update_id)
        queue = self._chats.get(waiting.chat)
        if queue is None:
            queue = self._chats[waiting.chat] = deque()
            self._ready.append(waiting.chat)
        queue.append(waiting)

    async def run(self) -> None:
        """Serve until `stop` is called."""
        async with asyncio.TaskGroup() as workers:
            while not self._stopping:
                self._bell.clear()  # first: whatever rings from here on is another round
                if self._behind and len(self._known) <= MOST_IN_MEMORY // 2:
                    await self._catch_up()
                while self._ready and self._busy < MOST_AT_ONCE and not self._stopping:
                    self._busy += 1
                    workers.create_task(self._serve(self._ready.popleft()))
                if self.at_rest:
                    self._idle.set()
                await self._bell.wait()

    async def _catch_up(self) -> None:
        """Fetch rows.

        The query is a look at the past: what ended or arrived meanwhile is minded.
        """
        self._left_out, self._done_meanwhile = False, set()
        try:
            found = await self._inbox.waiting(limit=MOST_IN_MEMORY)
            self._behind = self._left_out or len(found) >= MOST_IN_MEMORY
            for waiting in found:
                if waiting.update_id not in self._done_meanwhile:
                    self._enqueue(waiting)
        finally:
            self._done_meanwhile = None

    def stop(self) -> None:
        """Begin nothing new; `run` returns when what is being handled has ended."""
        self._stopping = True
        self._bell.set()

    async def _serve(self, chat: str) -> None:
        """One chat's updates, one after another, a few at a time so that nobody is starved."""
        queue = self._chats[chat]
        try:
            while queue and not self._stopping:
                waiting = queue[0]
                if not await self._ended(waiting):
                    await asyncio.sleep(AWAY_SECONDS)
                    continue
                queue.popleft()
                self._known.discard(waiting.update_id)
                if self._done_meanwhile is not None:
                    self._done_meanwhile.add(waiting.update_id)
                if self._ready:
                    break
        finally:
            self._busy -= 1
            if queue and not self._stopping:
                self._ready.append(chat)
            elif not queue:
                del self._chats[chat]
            self._bell.set()

    async def _ended(self, waiting: Waiting) -> bool:
        """False when the database is away: the row keeps the update, nothing is counted."""
        try:
            await self._handle_somehow(waiting)
        except Exception as error:  # noqa: BLE001  # whatever it is, others must be served
            log.error("not handled yet", update_id=waiting.update_id, failure=describe(error))
            return False
        return True

    async def _handle_somehow(self, waiting: Waiting) -> None:
        """What fails is tried again, and at last set aside and reported.

        Raises only when the database is away.
        """
        try:
            update = self._read(waiting.raw)
        except (ValidationError, UpdateTypeLookupError, ValueError) as error:
            await self._set_aside(waiting, error)
            return
        applied = waiting.applied
        for attempt in range(waiting.attempts + 1, MOST_TRIES + 1):
            with turn(waiting.update_id, applied_before=applied) as this:
                try:
                    async with self._conversations.turn():
                        await self._dispatcher.feed_update(self._bot, update)
                        await self._conversations.settle(waiting.update_id)
                except Exception as error:
                    if away(error):
                        raise
                    log.error(
                        "update failed",
                        update_id=waiting.update_id,
                        attempt=attempt,
                        failure=describe(error),
                    )
                    last = await self._inbox.failed(waiting.update_id, describe(error))
                    if last:
                        await self._give_up(waiting, update, error)
                        return
                else:
                    return
                applied = applied or this.applied
            await asyncio.sleep(RETRY_SECONDS[min(attempt, len(RETRY_SECONDS)) - 1])

    def _read(self, raw: str) -> Update:
        update = Update.model_validate(json.loads(raw), context={"bot": self._bot})
        _ = update.event_type  # raises for a kind of update that nobody knows
        return update

    async def _set_aside(self, waiting: Waiting, error: Exception) -> None:
        log.error("update set aside", update_id=waiting.update_id, failure=type(error).__name__)
        await self._inbox.set_aside(waiting.update_id, type(error).__name__)
        await self._report(f"update:{type(error).__name__}")

    async def _give_up(self, waiting: Waiting, update: Update, error: Exception) -> None:
        log.error("update given up", update_id=waiting.update_id)
        await self._report(f"handler:{describe(error)}")
        try:
            await self._apologise(update)
        except Exception as failure:  # noqa: BLE001  # the apology is a courtesy
            log.warning("no apology", failure=describe(failure))


def chat_of(raw: dict[str, Any]) -> str:
    """What an update belongs to: updates of one chat are handled in order."""
    for event in raw.values():
        if not isinstance(event, dict):
            continue
        message = event.get("message")
        for place in (event, message if isinstance(message, dict) else {}):
            chat = place.get("chat")
            if isinstance(chat, dict) and "id" in chat:
                return str(chat["id"])
        sender = event.get("from")
        if isinstance(sender, dict) and "id" in sender:
            return str(sender["id"])
    return ""


def arrived_of(raw: dict[str, Any]) -> Arrived:
    """Raises `KeyError`, `TypeError` or `ValueError` when there is not even a number."""
    update_id = int(raw["update_id"])
    if not 0 <= update_id < _NUMBERS:
        raise ValueError("no number of an update")
    text = json.dumps(raw, ensure_ascii=False)
    try:
        text.encode()
    except UnicodeEncodeError:  # half a character, which no database takes
        text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return Arrived(update_id, chat_of(raw), text)
