"""Chats and their messages, in the form of the Bot API and in the form that the page draws."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from sandbox.telegram.entities import Entity
from sandbox.telegram.rendering import to_html

if TYPE_CHECKING:
    from sandbox.telegram.files import File


_TYPES = "switch_inline_query_current_chat"  # puts the bot's name and this into the field


@dataclass(slots=True)
class Message:
    """One message; with a photo or a document (never both) its text is the caption."""

    id: int
    chat: Chat
    sender: dict[str, Any]
    date: int
    text: str = ""
    entities: tuple[Entity, ...] = ()
    edit_date: int | None = None
    photo: File | None = None
    document: File | None = None
    markup: dict[str, Any] | None = None
    reply_to: int | None = None
    album: str | None = None
    extra: dict[str, Any] = field(default_factory=dict)

    @property
    def by_bot(self) -> bool:
        return bool(self.sender["is_bot"])

    @property
    def media(self) -> File | None:
        return self.photo or self.document

    @property
    def inline(self) -> dict[str, Any] | None:
        markup = self.markup
        return markup if markup is not None and "inline_keyboard" in markup else None

    def api(self, *, with_reply: bool = True) -> dict[str, Any]:
        """The Message object of the Bot API."""
        view: dict[str, Any] = {
            "message_id": self.id,
            "from": self.sender,
            "chat": self.chat.api(),
            "date": self.date,
        }
        if self.edit_date is not None:
            view["edit_date"] = self.edit_date
        if self.reply_to is not None and with_reply:
            target = self.chat.messages.get(self.reply_to)
            if target is not None:
                view["reply_to_message"] = target.api(with_reply=False)
        if self.album is not None:
            view["media_group_id"] = self.album
        if self.media is None:
            view["text"] = self.text
            if self.entities:
                view["entities"] = self.entities
        else:
            if self.photo is not None:
                view["photo"] = [self.photo.photo_size()]
            if self.document is not None:
                view["document"] = self.document.document()
            if self.text:
                view["caption"] = self.text
                if self.entities:
                    view["caption_entities"] = self.entities
        if self.extra:
            view.update(self.extra)
        inline = self.inline
        if inline is not None:
            view["reply_markup"] = inline
        return view

    def page(self) -> dict[str, Any]:
        """The message as the page draws it."""
        photo, document = self.photo, self.document
        return {
            "id": self.id,
            "from": "bot" if self.by_bot else "user",
            "date": datetime.fromtimestamp(self.date, UTC).isoformat(),
            "edited": self.edit_date is not None,
            "text": self.text,
            "entities": list(self.entities),
            "html": to_html(self.text, self.entities),
            "photo": None
            if photo is None
            else {"url": photo.page_url, "w": photo.width, "h": photo.height},
            "document": None
            if document is None
            else {"url": document.page_url, "name": document.name, "size": len(document.content)},
            "inline": self._page_inline(),
            "reply_keyboard": self._page_keyboard(),
            "reply_to": self.reply_to,
            "via": self.extra["via_bot"]["username"] if "via_bot" in self.extra else None,
            "deleted": False,
        }

    def _page_inline(self) -> list[list[dict[str, Any]]] | None:
        if self.inline is None:
            return None
        return [
            [
                {"text": button["text"]}
                | ({"data": button["callback_data"]} if "callback_data" in button else {})
                | ({"url": button["url"]} if "url" in button else {})
                | ({"types": button[_TYPES]} if _TYPES in button else {})
                for button in row
            ]
            for row in self.inline["inline_keyboard"]
        ]

    def _page_keyboard(self) -> list[list[dict[str, str]]] | str | None:
        if self.markup is None:
            return None
        if "keyboard" in self.markup:
            return [[{"text": one["text"]} for one in row] for row in self.markup["keyboard"]]
        return "remove" if self.markup.get("remove_keyboard") else None


@dataclass(slots=True)
class Chat:
    """A private chat (id of the person) or a group; `standing` is what the bot is there."""

    id: int
    kind: str = "private"
    title: str = ""
    standing: str = "member"
    messages: dict[int, Message] = field(default_factory=dict)
    face: dict[str, Any] = field(default_factory=dict)

    def api(self) -> dict[str, Any]:
        if not self.face:
            self.face = {"id": self.id, "type": self.kind, "title": self.title}
        return self.face

    def newest(self, *, before: int | None = None, limit: int = 50) -> list[Message]:
        """The last `limit` messages (before that id), newest last."""
        found: list[Message] = []
        for message in reversed(self.messages.values()):
            if before is None or message.id < before:
                found.append(message)
                if len(found) >= limit:
                    break
        return found[::-1]
