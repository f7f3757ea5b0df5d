"""Inline mode: what a person types after the bot's name, and what the bot offers for it.

`@bot words` in any chat becomes an `inline_query`; the bot answers once, within seconds. One of the
results, when it is tapped, is a message of the person in that chat, "via" the bot. Answers that may
be cached are given again without asking the bot, wherever the words are typed: so strict that a bot
that answers for one chat only is caught when it lets its answers be cached.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from sandbox.telegram.entities import Formatted
from sandbox.telegram.errors import Impossible

if TYPE_CHECKING:
    from sandbox.telegram.telegram import Telegram

MAX_QUERY = 256
SENDER = "sender"  # the private chat with the bot itself
CHAT_TYPES = (SENDER, "private", "group", "supergroup", "channel")


@dataclass(slots=True)
class Offer:
    """One result, as far as the page shows it, and the message it would become."""

    id: str
    title: str
    description: str
    content: Formatted

    def page(self) -> dict[str, str]:
        return {"id": self.id, "title": self.title, "description": self.description}


@dataclass(slots=True)
class Query:
    person: int
    words: str
    chat_type: str
    at: float
    offers: list[Offer] | None = None


@dataclass(slots=True)
class Inline:
    """`on`: whether BotFather was asked for inline mode."""

    on: bool = True
    queries: dict[str, Query] = field(default_factory=dict)
    cached: dict[tuple[int | None, str], tuple[float, list[Offer]]] = field(default_factory=dict)

    def clear(self) -> None:
        self.queries.clear()
        self.cached.clear()


def ask(telegram: Telegram, id: int, words: str, chat_type: str = SENDER) -> str:
    """The person types `@bot words`; returns the id of the query."""
    person, inline = telegram.people.get(id), telegram.inline
    if not inline.on:
        raise Impossible("the bot has no inline mode")
    if chat_type not in CHAT_TYPES:
        raise Impossible(f"no such kind of chat: {chat_type}")
    if len(words) > MAX_QUERY:
        raise Impossible("an inline query has at most 256 characters")
    number = telegram.new_inline_query(id)
    now = telegram.monotonic()
    query = inline.queries[number] = Query(id, words, chat_type, now)
    for key in ((id, words), (None, words)):
        until, offers = inline.cached.get(key, (0.0, []))
        if now < until:
            show(telegram, number, query, offers)
            return number
    telegram.updates.put(
        "inline_query",
        {
            "id": number, "from": person.api(), "query": words, "offset": "",
            "chat_type": chat_type,
        },
        lane=id,
    )  # fmt: skip
    return number


def choose(telegram: Telegram, id: int, number: str, result: str) -> Any:
    """The person taps a result; in the private chat with the bot it is a message to the bot."""
    query = telegram.inline.queries.get(number)
    offers = query.offers if query is not None and query.person == id else None
    offer = next((one for one in offers or () if one.id == result), None)
    if query is None or offer is None:
        raise Impossible("no such result")
    if query.chat_type != SENDER:
        raise Impossible("the sandbox shows no other chats of this person")
    person = telegram.people.get(id)
    if person.blocked or not person.started:
        raise Impossible("the chat with the bot is not open")
    message = telegram.new_message(
        person.chat, person.api(), offer.content, extra={"via_bot": telegram.me_as_user()}
    )
    telegram.updates.put("message", message.api(), lane=id)
    return message


def show(telegram: Telegram, number: str, query: Query, offers: list[Offer]) -> None:
    """The offers stand above the field in which the person types."""
    query.offers = offers
    shown = [one.page() for one in offers]
    telegram.events.add(
        lambda: {"type": "inline", "user": query.person, "query": number, "words": query.words,
                 "results": shown}
    )  # fmt: skip
