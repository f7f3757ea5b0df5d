"""People on the other side of the chat: who they are and what a real client lets them do."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import count
from typing import TYPE_CHECKING, Any

from sandbox.telegram.chats import Chat, Message
from sandbox.telegram.entities import (
    Formatted,
    cleaned,
    is_blank,
    trimmed,
    utf16_length,
    with_found,
)
from sandbox.telegram.errors import Impossible, Refused
from sandbox.telegram.links import is_start_payload

if TYPE_CHECKING:
    from sandbox.telegram.files import File
    from sandbox.telegram.telegram import Telegram

STRANGERS_FROM = 9_000_001


@dataclass(slots=True)
class Person:
    id: int
    chat: Chat
    first_name: str
    last_name: str = ""
    username: str | None = None
    language_code: str = "ru"
    label: str = ""
    note: str = ""
    phone: bool = True
    links: list[dict[str, str]] = field(default_factory=list)
    started: bool = False
    blocked: bool = False
    deactivated: bool = False

    def api(self) -> dict[str, Any]:
        """The User object of the Bot API."""
        user: dict[str, Any] = {"id": self.id, "is_bot": False, "first_name": self.first_name}
        if self.last_name:
            user["last_name"] = self.last_name
        if self.username:
            user["username"] = self.username
        if self.language_code:
            user["language_code"] = self.language_code
        return user

    def page(self) -> dict[str, Any]:
        return {
            "id": self.id, "label": self.label, "note": self.note, "first_name": self.first_name,
            "last_name": self.last_name, "username": self.username,
            "language_code": self.language_code, "phone": self.phone, "started": self.started,
            "blocked": self.blocked, "links": self.links,
        }  # fmt: skip


class People:
    """The registry, and the acts of its people."""

    def __init__(self, telegram: Telegram) -> None:
        self._telegram = telegram
        self._people: dict[int, Person] = {}
        self._strangers = count(STRANGERS_FROM)

    def add(
        self,
        *,
        id: int | None = None,
        first_name: str,
        last_name: str = "",
        username: str | None = None,
        language_code: str = "ru",
        label: str = "",
        note: str = "",
        phone: bool = True,
        links: list[dict[str, str]] | None = None,
        started: bool = False,
        blocked: bool = False,
        deactivated: bool = False,
    ) -> Person:
        """A person with a Telegram account; without an id they are a new stranger."""
        if id is None:
            id = next(number for number in self._strangers if number not in self._people)
        if id in self._people:
            raise ValueError(f"there is already a person with id {id}")
        if not first_name.strip():
            raise ValueError("a Telegram account has a first name")
        chat = Chat(id)
        chat.face = {"id": id, "type": "private", "first_name": first_name}
        if last_name:
            chat.face["last_name"] = last_name
        if username:
            chat.face["username"] = username
        person = Person(
            id, chat, first_name, last_name, username, language_code, label or first_name, note,
            phone, links or [], started, blocked, deactivated,
        )  # fmt: skip
        self._people[id] = person
        self._telegram.chats[id] = chat
        self._changed(person)
        return person

    def get(self, id: int) -> Person:
        try:
            return self._people[id]
        except KeyError:
            raise Impossible(f"no such person: {id}") from None

    def find(self, id: int) -> Person | None:
        return self._people.get(id)

    def all(self) -> list[Person]:
        return list(self._people.values())

    def clear(self) -> None:
        for id in self._people:
            self._telegram.chats.pop(id, None)
        self._people.clear()

    # What a client lets its user do.

    def start(self, id: int, payload: str | None = None) -> Message:
        """The Start button, or a deep link; it also takes back a block."""
        person = self.get(id)
        if payload and not is_start_payload(payload):
            raise Impossible("a start payload has 1 to 64 characters out of A-Z, a-z, 0-9, _ and -")
        if person.blocked:
            self.block(id, blocked=False)
        person.started = True
        self._changed(person)
        return self._write(person, f"/start {payload}" if payload else "/start")

    def say(self, id: int, text: str) -> Message:
        person = self.get(id)
        self._must_be_able_to_write(person, text)
        return self._write(person, text)

    def press(self, id: int, message_id: int, data: str) -> str:
        """Presses an inline button as it is on the message now; returns the id of the query."""
        person = self.get(id)
        message = person.chat.messages.get(message_id)
        inline = message.inline if message is not None else None
        rows = [] if inline is None else inline["inline_keyboard"]
        if message is None or all(one.get("callback_data") != data for row in rows for one in row):
            raise Impossible("no such button")
        if person.blocked:
            raise Impossible("the bot is blocked: unblock it first")
        telegram = self._telegram
        query = telegram.new_query(person.id)
        telegram.updates.put(
            "callback_query",
            {
                "id": query,
                "from": person.api(),
                "message": message.api(),
                "chat_instance": str(-person.id * 7919),
                "data": data,
            },
            lane=person.id,
        )
        return query

    def send_document(
        self, id: int, name: str, content: bytes, mime: str = "", caption: str = ""
    ) -> Message:
        person = self.get(id)
        self._must_be_able_to_write(person, "")
        return self._write(person, caption, document=self._kept(name, content, mime, photo=False))

    def send_photo(self, id: int, content: bytes, caption: str = "") -> Message:
        person = self.get(id)
        self._must_be_able_to_write(person, "")
        return self._write(person, caption, photo=self._kept("", content, "", photo=True))

    def block(self, id: int, *, blocked: bool = True) -> None:
        person = self.get(id)
        if person.blocked == blocked:
            return
        if not person.started:
            raise Impossible("there is no chat to block yet")
        person.blocked = blocked
        standings = ("kicked", "member") if not blocked else ("member", "kicked")
        old, new = (self._member(standing) for standing in standings)
        telegram = self._telegram
        telegram.updates.put(
            "my_chat_member",
            {
                "chat": person.chat.api(),
                "from": person.api(),
                "date": telegram.now(),
                "old_chat_member": old,
                "new_chat_member": new,
            },
            lane=person.id,
        )
        self._changed(person)

    def _member(self, standing: str) -> dict[str, Any]:
        member: dict[str, Any] = {"user": self._telegram.me_as_user(), "status": standing}
        if standing == "kicked":
            member["until_date"] = 0
        return member

    def _must_be_able_to_write(self, person: Person, text: str) -> None:
        if person.blocked:
            raise Impossible("the bot is blocked: unblock it first")
        if not person.started:
            if text.split(" ")[0] != "/start":
                raise Impossible("the chat begins with the Start button")
            person.started = True
            self._changed(person)

    def _kept(self, name: str, content: bytes, mime: str, *, photo: bool) -> File:
        files = self._telegram.files
        try:
            return files.keep_photo(content) if photo else files.keep_document(name, content, mime)
        except Refused as refusal:
            raise Impossible(refusal.description) from None

    def _write(
        self, person: Person, text: str, *, photo: File | None = None, document: File | None = None
    ) -> Message:
        formatted = with_found(trimmed(Formatted(cleaned(text))))
        media = photo is not None or document is not None
        if not media and is_blank(formatted.text):
            raise Impossible("an empty message cannot be sent")
        if utf16_length(formatted.text) > (1024 if media else 4096):
            raise Impossible("the message is too long")
        telegram = self._telegram
        message = telegram.new_message(
            person.chat, person.api(), formatted, photo=photo, document=document
        )
        telegram.updates.put("message", message.api(), lane=person.id)
        return message

    def _changed(self, person: Person) -> None:
        self._telegram.events.add(
            lambda: {"type": "people", "user": person.id, "person": person.page()}
        )
