"""One strict Bot API server in memory: its state, and the way from a call to its result.

What a bot may ask is in `methods/`; what people do is in `people.py`; HTTP is in `server.py`.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import datetime
from itertools import count
from typing import Any

from sandbox.telegram.arguments import Arguments
from sandbox.telegram.chats import Chat, Message
from sandbox.telegram.entities import Formatted
from sandbox.telegram.errors import Refused
from sandbox.telegram.events import Events
from sandbox.telegram.faults import Faults
from sandbox.telegram.files import File, Files
from sandbox.telegram.inline import Inline
from sandbox.telegram.journal import Journal
from sandbox.telegram.limits import Flood, Limits
from sandbox.telegram.methods import METHODS
from sandbox.telegram.people import People
from sandbox.telegram.profile import Profile
from sandbox.telegram.updates import Updates
from sandbox.telegram.webhook import Webhook


class Telegram:
    def __init__(
        self,
        *,
        token: str,
        username: str,
        clock: Callable[[], datetime],
        limits: Limits | None = None,
        keep_all: bool = False,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        limits = limits or Limits.real()
        self.token = token
        self.username = username
        self.clock = clock
        self.limits = limits
        self.monotonic = monotonic
        self.bot_id = int(token.split(":", 1)[0])
        self.events = Events()
        self.journal = Journal(keep_all=keep_all)
        self.faults = Faults()
        self.flood = Flood(limits, monotonic)
        self.files = Files()
        self.profile = Profile(name=username)
        self.chats: dict[int, Chat] = {}
        self.people = People(self)
        self.updates = Updates(limits=limits, faults=self.faults, clock=clock, monotonic=monotonic)
        self.webhook = Webhook(self)
        self.queries: dict[str, tuple[int, float]] = {}
        self.inline = Inline()
        self.in_work = 0  # calls taken and not yet answered, but for those that wait for updates
        self._message_ids = count(1)
        self._query_ids = count(1)
        self._album_ids = count(13_000_000_000_000_001)
        self._sender: dict[str, Any] = {}

    # What the product and its tests arrange.

    def inject(self, raw: dict[str, Any]) -> int:
        """Puts a raw update into the queue as it is, however odd; returns its id."""
        return self.updates.inject(raw)

    def add_group(self, id: int, title: str, *, standing: str = "member") -> Chat:
        """A group (negative id); the bot is `member`, `kicked` or `left` there."""
        chat = self.chats[id] = Chat(id, "group", title, standing)
        return chat

    def wipe(self) -> None:
        """Forgets people, chats and waiting updates; ids go on, so that nothing comes twice."""
        self.people.clear()
        self.chats.clear()
        self.queries.clear()
        self.inline.clear()
        self.updates.queue.clear()
        self.faults.clear()
        self.flood = Flood(self.limits, self.monotonic)
        self.events.add(lambda: {"type": "reset", "user": None})

    # What methods and people need.

    def now(self) -> int:
        return int(self.clock().timestamp())

    def me_as_user(self) -> dict[str, Any]:
        if self._sender.get("first_name") != self.profile.shown_name():
            self._sender = {
                "id": self.bot_id,
                "is_bot": True,
                "first_name": self.profile.shown_name(),
                "username": self.username,
            }
        return self._sender

    def new_message(
        self,
        chat: Chat,
        sender: dict[str, Any],
        formatted: Formatted,
        *,
        photo: File | None = None,
        document: File | None = None,
        markup: dict[str, Any] | None = None,
        reply_to: int | None = None,
        album: str | None = None,
        extra: dict[str, Any] | None = None,
    ) -> Message:
        message = Message(
            next(self._message_ids), chat, sender, self.now(), formatted.text, formatted.entities,
            None, photo, document, markup, reply_to, album, extra or {},
        )  # fmt: skip
        chat.messages[message.id] = message
        self.show("message", message)
        return message

    def show(self, kind: str, message: Message) -> None:
        """Tells the page of a new or edited message."""
        self.events.add(lambda: {"type": kind, "user": message.chat.id, **message.page()})

    def remove(self, message: Message) -> None:
        del message.chat.messages[message.id]
        user, id = message.chat.id, message.id
        self.events.add(lambda: {"type": "delete", "user": user, "id": id})

    def new_album(self) -> str:
        return str(next(self._album_ids))

    def new_query(self, person: int) -> str:
        """The id of a press; it can be answered for a while only."""
        query = str((person << 32) + next(self._query_ids))
        self.queries[query] = (person, self.monotonic())
        return query

    def new_inline_query(self, person: int) -> str:
        return str((person << 32) + next(self._query_ids))

    def query_of(self, query: str) -> int | None:
        """Who pressed, None when the query is unknown or too old."""
        found = self.queries.get(query)
        if found is None or self.monotonic() - found[1] > self.limits.query_lifetime:
            self.queries.pop(query, None)
            return None
        return found[0]

    def accepted(self, method: str, message: Message) -> None:
        self.journal.accepted.add(
            method,
            chat_id=message.chat.id,
            message_id=message.id,
            text=message.text,
            at=self.monotonic(),
        )

    # What the bot asks.

    async def call(self, name: str, args: Arguments) -> Any:
        """Runs one method; the result is ready for JSON. Every call is in the journal."""
        began = self.monotonic()
        method = METHODS.get(name.lower())
        shown = method.name if method else name
        try:
            if method is None:
                raise Refused(404, "Not Found: method not found")
            result = await method.run(self, args)
        except Refused as refusal:
            self.write_down(shown, args, began, refusal.code, refusal.description)
            raise
        self.write_down(shown, args, began, 200, "")
        return result

    def write_down(
        self, method: str, args: Arguments, began: float, code: int, description: str
    ) -> None:
        if method == "getUpdates" and code == 200:
            # Counted, but not shown: the journal is for what the bot does.
            self.journal.by_method[method] += 1
            return
        call = self.journal.add(
            method=method,
            chat_id=args.integer("chat_id") if args.has("chat_id") else None,
            code=code,
            description=description,
            ms=(self.monotonic() - began) * 1000,
            parameters=args.summary(),
        )
        self.events.add(lambda: {"type": "call", "user": call.chat_id, **call.view()})
