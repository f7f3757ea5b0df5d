"""What is on a phone: the messages of a chat, kept up to date by the events of the page API."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

DEEP_LINK = re.compile(r"https?://t\.me/\w+\?start=([A-Za-z0-9_-]+)")


@dataclass(slots=True)
class Letter:
    """A message on a phone. `change` is the number of the event that last changed it."""

    id: int
    by_bot: bool
    text: str
    html: str
    inline: list[list[dict[str, str]]]
    keyboard: list[list[dict[str, str]]] | str | None
    photo: dict[str, Any] | None
    document: dict[str, Any] | None
    edited: bool
    date: str
    change: int

    @property
    def buttons(self) -> list[str]:
        return [button["text"] for row in self.inline for button in row]

    @property
    def links(self) -> list[str]:
        """Payloads of deep links to the bot, in the text, behind words and behind buttons."""
        addresses = [button.get("url", "") for row in self.inline for button in row]
        found = DEEP_LINK.findall(" ".join([self.html, *addresses]))
        return list(dict.fromkeys(found))

    def drawn(self) -> str:
        lines = ["bot: " if self.by_bot else "me:  "]
        lines[0] += self.text.replace("\n", "\n     ")
        if self.photo:
            lines.append("     (a photo)")
        if self.document:
            lines.append(f"     (file {self.document['name']})")
        lines += ["     " + " ".join(f"[{b['text']}]" for b in row) for row in self.inline]
        if isinstance(self.keyboard, list):
            row_texts = (" ".join(f"<{b['text']}>" for b in row) for row in self.keyboard)
            lines.append("     keyboard: " + " ".join(row_texts))
        return "\n".join(lines)


@dataclass(slots=True)
class Note:
    """A toast or an alert, and the number of its event."""

    text: str
    is_alert: bool
    change: int


@dataclass(slots=True)
class Phone:
    """The screen of one person. `acted_at` is the last event before the person's last act."""

    letters: dict[int, Letter] = field(default_factory=dict)
    notes: list[Note] = field(default_factory=list)
    acted_at: int = 0
    offered: dict[str, Any] | None = None  # for what was typed after the bot's name
    offered_at: int = 0

    def load(self, messages: list[dict[str, Any]], last_event: int) -> None:
        """Takes the history of a chat; what an event has brought meanwhile stays."""
        for raw in messages:
            self.letters.setdefault(raw["id"], letter(raw, last_event))
        self.letters = dict(sorted(self.letters.items()))
        self.acted_at = last_event

    def take(self, number: int, event: dict[str, Any]) -> None:
        kind = event["type"]
        if kind == "delete":
            self.letters.pop(event["id"], None)
        elif kind in ("alert", "toast"):
            self.notes.append(Note(event["text"], kind == "alert", number))
        elif kind == "inline":
            self.offered, self.offered_at = event, number
        elif kind in ("message", "edit"):
            self.letters[event["id"]] = letter(event, number)


def letter(raw: dict[str, Any], change: int) -> Letter:
    return Letter(
        id=raw["id"],
        by_bot=raw["from"] == "bot",
        text=raw["text"],
        html=raw["html"],
        inline=raw["inline"] or [],
        keyboard=raw["reply_keyboard"],
        photo=raw["photo"],
        document=raw["document"],
        edited=raw["edited"],
        date=raw["date"],
        change=change,
    )
