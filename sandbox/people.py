"""People for tests: phones driven over the page API, so that a test reads as a conversation.

    async with Town("http://127.0.0.1:8081") as town:
        bob = await town.person(101)
        await bob.starts()
        await bob.waits_for("Hello")
        await bob.clicks("Yes")
        assert bob.sees == "Thank you"

What happened since a person's last act is new to them: `waits_for` waits for something new, so an
answer to the act before cannot be taken for the answer to this one.
"""

from __future__ import annotations

from collections.abc import Awaitable
from typing import Any

import aiohttp

from sandbox.line import PATIENCE, Line, RefusedByClient
from sandbox.phones import DEEP_LINK, Letter, Phone

__all__ = ["Letter", "Person", "RefusedByClient", "Town", "Unexpected"]


# How long an act may take to show before older messages are looked at for a button.
SETTLING = 0.3

# A button and the message it is on; no message for a reply keyboard.
Pressable = tuple[Letter | None, dict[str, str]]


class Unexpected(AssertionError):
    """The person does not see what the test expects; the text shows what they see instead."""


class Town(Line):
    """All people of one sandbox."""

    async def person(self, id: int) -> Person:
        """The person with that Telegram id, as the sandbox knows them."""
        people = (await self.state())["people"]
        known = next((one for one in people if one["id"] == id), None)
        if known is None:
            ids = ", ".join(f"{one['id']} {one['label']}" for one in people)
            raise LookupError(f"nobody has id {id}; there are: {ids}")
        return Person(self, id, known["label"], await self.follow(id))

    async def stranger(self, first_name: str, *, language_code: str = "ru") -> Person:
        """Somebody new, whom the programme does not know."""
        body = {"first_name": first_name, "language_code": language_code}
        id = (await self.ask("POST", "people", json=body))["id"]
        return Person(self, id, first_name, await self.follow(id))


class Person:
    """One person with a phone."""

    def __init__(self, town: Town, id: int, label: str, phone: Phone) -> None:
        self.town = town
        self.id = id
        self.label = label
        self._phone = phone
        self._reading: int | None = None

    # What they see.

    @property
    def letters(self) -> list[Letter]:
        """The whole chat, newest last."""
        return list(self._phone.letters.values())

    @property
    def newest(self) -> Letter | None:
        return next((one for one in reversed(self.letters) if one.by_bot), None)

    @property
    def sees(self) -> str:
        """The text of the message they are reading, else of the newest of the bot."""
        letter = self._read or self.newest
        return letter.text if letter else ""

    @property
    def _read(self) -> Letter | None:
        """The message waited for since the last act, however many letters came after it."""
        return self._phone.letters.get(self._reading) if self._reading is not None else None

    @property
    def new(self) -> list[Letter]:
        """What the bot wrote or changed since the person's last act."""
        return [one for one in self.letters if one.by_bot and one.change > self._phone.acted_at]

    @property
    def buttons(self) -> list[str]:
        """Labels on the message they are reading, else on the newest with an inline keyboard."""
        if self._read and self._read.inline:
            return self._read.buttons
        return next((one.buttons for one in reversed(self.letters) if one.inline), [])

    @property
    def keyboard(self) -> list[str]:
        """Labels of the reply keyboard under the text field."""
        for letter in reversed(self.letters):
            if letter.keyboard == "remove":
                return []
            if isinstance(letter.keyboard, list):
                return [button["text"] for row in letter.keyboard for button in row]
        return []

    @property
    def links(self) -> list[str]:
        """Start payloads in the newest message of the bot."""
        return self.newest.links if self.newest else []

    @property
    def documents(self) -> list[dict[str, Any]]:
        """Documents from the bot: url, name, size; newest last."""
        return [one.document for one in self.letters if one.by_bot and one.document]

    @property
    def photos(self) -> list[dict[str, Any]]:
        return [one.photo for one in self.letters if one.by_bot and one.photo]

    @property
    def alerts(self) -> list[str]:
        """Windows that had to be closed, newest last."""
        return [note.text for note in self._phone.notes if note.is_alert]

    @property
    def toasts(self) -> list[str]:
        """Short notices over the chat, newest last."""
        return [note.text for note in self._phone.notes if not note.is_alert]

    def screen(self) -> str:
        """The end of the chat, drawn for the message of a failing test."""
        shown = [letter.drawn() for letter in self.letters[-4:]] or ["(the chat is empty)"]
        shown += [f"alert: {text}" for text in self.alerts[-2:]]
        shown += [f"toast: {text}" for text in self.toasts[-2:]]
        return f"{self.label} ({self.id}) sees:\n" + "\n".join(shown)

    # What they do.

    async def starts(self, payload: str | None = None) -> None:
        await self._acts("start", user=self.id, payload=payload)

    async def says(self, text: str) -> None:
        await self._acts("say", user=self.id, text=text)

    async def clicks(self, label: str, *, timeout: float = PATIENCE) -> None:
        """Presses the button with that text (or a part of it) on the newest message that has one.

        On one message a whole label wins over a part. A deep link opens the bot, a reply keyboard
        says its text.
        """
        target = await self._find_button(label, timeout)
        if target is None:
            raise Unexpected(f"no button “{label}”. {self.screen()}")
        letter, button = target
        if letter is None:
            await self.says(button["text"])
        elif "data" in button:
            await self._acts("press", user=self.id, message=letter.id, data=button["data"])
        elif "types" in button:
            await self.searches(button["types"])
        elif payloads := DEEP_LINK.findall(button.get("url", "")):
            await self.starts(payloads[0])
        else:
            raise Unexpected(f"“{label}” leads out of the chat: {button}. {self.screen()}")

    async def searches(
        self, words: str, *, chat_type: str = "sender", timeout: float = PATIENCE
    ) -> list[str]:
        """Types `@bot words` in some chat; the titles (and what stands under them) offered."""
        await self._acts("inline", user=self.id, words=words, chat_type=chat_type)
        phone = self._phone

        def find() -> list[dict[str, str]] | None:
            if phone.offered is None or phone.offered_at <= phone.acted_at:
                return None
            return list(phone.offered["results"])

        found = await self.town.until(find, timeout)
        if found is None:
            raise Unexpected(f"the bot did not answer “@bot {words}”. {self.screen()}")
        return [f"{one['title']} · {one['description']}" for one in found]

    async def chooses(self, title: str) -> None:
        """Taps one of what `searches` has brought."""
        offered = self._phone.offered or {"results": []}
        one = next((one for one in offered["results"] if title in one["title"]), None)
        if one is None:
            raise Unexpected(f"“{title}” is not offered: {offered['results']}")
        await self._acts("choose", user=self.id, query=offered["query"], result=one["id"])

    async def presses(self, message_id: int, data: str) -> None:
        """Exactly that button, such as one on an old message."""
        await self._acts("press", user=self.id, message=message_id, data=data)

    async def sends_file(
        self,
        name: str,
        content: bytes,
        *,
        mime: str = "",
        kind: str = "document",
        caption: str = "",
    ) -> None:
        form = aiohttp.FormData(quote_fields=False)
        for field, value in (("user", str(self.id)), ("kind", kind), ("caption", caption)):
            form.add_field(field, value)
        form.add_field("file", content, filename=name, content_type=mime or None)
        await self._acted(self.town.ask("POST", "upload", data=form))

    async def blocks(self) -> None:
        await self._acts("block", user=self.id, blocked=True)

    async def unblocks(self) -> None:
        await self._acts("block", user=self.id, blocked=False)

    async def downloads(self, file: dict[str, Any]) -> bytes:
        """The content of one of `documents` or `photos`."""
        return await self.town.fetch(file["url"])

    async def waits_for(self, text: str, *, timeout: float = PATIENCE) -> Letter:
        """Waits for a new or changed message of the bot that has the text in it."""

        def find() -> Letter | None:
            return next((one for one in reversed(self.new) if text in one.text), None)

        found = await self.town.until(find, timeout)
        if found is None:
            raise Unexpected(f"“{text}” did not come in {timeout:g} s. {self.screen()}")
        self._reading = found.id
        return found

    async def waits_for_button(self, label: str, *, timeout: float = PATIENCE) -> None:
        """Waits for a message with that button; its other buttons are those the person now sees."""
        target = await self._find_button(label, timeout)
        if target is None:
            raise Unexpected(f"no button “{label}” came in {timeout:g} s. {self.screen()}")
        if (letter := target[0]) is not None:
            self._reading = letter.id

    async def waits_for_document(self, name: str = "", *, timeout: float = PATIENCE) -> bytes:
        """The content of a new document whose name has that in it."""

        def find() -> Letter | None:
            for letter in reversed(self.new):
                if letter.document and name in letter.document["name"]:
                    return letter
            return None

        found = await self.town.until(find, timeout)
        if found is None or found.document is None:
            raise Unexpected(f"no document “{name}” came in {timeout:g} s. {self.screen()}")
        return await self.downloads(found.document)

    async def waits_for_alert(self, text: str, *, timeout: float = PATIENCE) -> str:
        """Waits for a toast or an alert since the last act."""

        def find() -> str | None:
            notes = (note for note in self._phone.notes if note.change > self._phone.acted_at)
            return next((note.text for note in notes if text in note.text), None)

        found = await self.town.until(find, timeout)
        if found is None:
            raise Unexpected(f"no alert “{text}” in {timeout:g} s. {self.screen()}")
        return found

    async def _acts(self, act: str, **body: Any) -> None:
        await self._acted(self.town.ask("POST", act, json=body))

    async def _acted(self, answer: Awaitable[Any]) -> None:
        """The server says which event was the last before the act: all later ones are new."""
        self._phone.acted_at = (await answer)["after"]
        self._reading = None

    async def _find_button(self, label: str, timeout: float) -> Pressable | None:
        """On what the last act brought; on older messages when it seems to have brought nothing.

        Without the pause a button of the window before would be pressed while the next is coming.
        """
        patience = min(SETTLING, timeout)
        found = await self.town.until(lambda: self._button(label, self.new) or self._told, patience)
        if isinstance(found, tuple):
            return found
        return await self.town.until(lambda: self._button(label, self.letters), timeout)

    @property
    def _told(self) -> bool | None:
        """Whether an alert or a toast has answered the last act; None when none has."""
        acted_at = self._phone.acted_at
        return any(note.change > acted_at for note in self._phone.notes) or None

    def _button(self, label: str, letters: list[Letter]) -> Pressable | None:
        for letter in reversed(letters):
            buttons = [button for row in letter.inline for button in row]
            same = [button for button in buttons if button["text"] == label]
            alike = [button for button in buttons if label in button["text"]]
            if same or alike:
                return letter, (same or alike)[0]
        if any(letter.keyboard for letter in letters):
            for text in self.keyboard:
                if label in text:
                    return None, {"text": text}
        return None
