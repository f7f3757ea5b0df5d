"""Formatted text: UTF-16 arithmetic, trimming, entities that are found and entities given."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from sandbox.telegram.errors import bad_request

Entity = dict[str, Any]

STYLES = frozenset(
    {
        "bold", "italic", "underline", "strikethrough", "spoiler", "code", "pre", "text_link",
        "text_mention", "blockquote", "expandable_blockquote", "custom_emoji",
    }
)  # fmt: skip
FOUND = frozenset({"mention", "hashtag", "cashtag", "bot_command", "url", "email", "phone_number"})
# Nothing is looked for inside these.
OPAQUE = frozenset({"code", "pre", "text_link", "text_mention"})

_CONTROLS = {code: " " for code in range(32) if code not in (10, 13)} | {13: None}
_CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f]")
_HINT = re.compile(r"[/@#.$]")
_INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff\u2800"

_ZONES = (
    "com|org|net|info|biz|edu|gov|io|me|dev|app|ru|su|рф|by|kz|ua|uk|de|eu|tv|cc|xyz|site|online"
)
_URL = re.compile(
    r"(?:(?:https?|ftp|tg|ton|tonsite)://[^\s<>\"«»]+)"
    rf"|(?<![\w@./-])(?:[\w-]+\.)+(?:{_ZONES})(?![\w.-]*\w@)(?![\w-])(?:[:/?#][^\s<>\"«»]*)?",
    re.IGNORECASE,
)
_COMMAND = re.compile(r"(?<![\w/<>])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?(?![\w/<>])")
# Kind, what a text must have for the search to be worth it, the search; in order of precedence.
_PATTERNS = (
    (
        "email",
        re.compile("@"),
        re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.[A-Za-z]{2,}(?![\w-])"),
    ),
    ("url", re.compile(r"://|\.[A-Za-zрРфФ]{2}"), _URL),
    ("bot_command", re.compile("/"), _COMMAND),
    ("mention", re.compile("@"), re.compile(r"(?<![\w@])@[A-Za-z0-9_]{2,32}(?!\w)")),
    ("hashtag", re.compile("#"), re.compile(r"(?<![\w#])#(?=\w*[^\W\d])\w{1,256}(?!#)")),
    ("cashtag", re.compile(r"\$"), re.compile(r"(?<![\w$])\$[A-Z]{1,8}(?!\w)")),
)
_CLOSERS = {")": "(", "]": "[", "}": "{"}


@dataclass(frozen=True, slots=True)
class Formatted:
    """Text with entities whose offsets count UTF-16 units, as in the Bot API."""

    text: str
    entities: tuple[Entity, ...] = ()


def utf16_length(text: str) -> int:
    if not text or max(text) <= "\uffff":
        return len(text)
    return len(text) + sum(char > "\uffff" for char in text)


def cleaned(text: str) -> str:
    """What the client library makes of raw input: no carriage returns, no control characters."""
    return text.translate(_CONTROLS) if _CONTROL.search(text) else text


def is_blank(text: str) -> bool:
    return not text.strip().strip(_INVISIBLE).strip()


def trimmed(formatted: Formatted) -> Formatted:
    """Without spaces and line ends around the text; entities are shifted and cut with it."""
    text = formatted.text
    stripped = text.strip(" \n")
    if len(stripped) == len(text):
        return formatted
    lead = len(text) - len(text.lstrip(" \n"))
    end = utf16_length(stripped)
    kept = []
    for entity in formatted.entities:
        start = max(entity["offset"] - lead, 0)
        stop = min(entity["offset"] - lead + entity["length"], end)
        if stop > start:
            kept.append({**entity, "offset": start, "length": stop - start})
    return Formatted(stripped, tuple(kept))


def with_found(formatted: Formatted) -> Formatted:
    """Adds the links, commands, mentions and so on that the server finds in every text."""
    text = formatted.text
    if not _HINT.search(text):
        return formatted
    taken = [
        (entity["offset"], entity["offset"] + entity["length"])
        for entity in formatted.entities
        if entity["type"] in OPAQUE
    ]
    wide = utf16_length(text) != len(text)
    found: list[Entity] = []
    for kind, hint, pattern in _PATTERNS:
        if not hint.search(text):
            continue
        for match in pattern.finditer(text):
            start, stop = match.span()
            if kind == "url":
                stop = start + len(_without_tail(match[0]))
            if wide:
                start, stop = utf16_length(text[:start]), utf16_length(text[:stop])
            if any(start < high and low < stop for low, high in taken):
                continue
            taken.append((start, stop))
            found.append({"type": kind, "offset": start, "length": stop - start})
    if not found:
        return formatted
    return Formatted(text, ordered([*formatted.entities, *found]))


def ordered(entities: list[Entity]) -> tuple[Entity, ...]:
    return tuple(sorted(entities, key=lambda entity: (entity["offset"], -entity["length"])))


def given(raw: Any, text: str) -> tuple[Entity, ...]:
    """Entities from the parameter `entities`; the automatic kinds are ignored, as Telegram does."""
    if not isinstance(raw, list):
        raise bad_request("can't parse entities: expected an Array of MessageEntity")
    length = utf16_length(text)
    kept: list[Entity] = []
    for item in raw:
        entity = _one_given(item)
        if entity["type"] in FOUND:
            continue
        start, stop = entity["offset"], min(entity["offset"] + entity["length"], length)
        if start < 0 or entity["length"] < 0:
            raise bad_request("entity has invalid offset or length")
        if stop > start:
            kept.append({**entity, "length": stop - start})
    return ordered(kept)


def _one_given(item: Any) -> Entity:
    complaint = "can't parse MessageEntity: "
    if not isinstance(item, dict):
        raise bad_request(complaint + "expected an Object")
    for name in ("offset", "length"):
        if name not in item:
            raise bad_request(f'{complaint}Can\'t find field "{name}"')
        if not isinstance(item[name], int):
            raise bad_request(f'{complaint}Field "{name}" must be a Number')
    kind = item.get("type")
    if not isinstance(kind, str):
        raise bad_request(f'{complaint}Can\'t find field "type"')
    if kind not in STYLES and kind not in FOUND:
        raise bad_request(complaint + "Unsupported type specified")
    entity = {"type": kind, "offset": item["offset"], "length": item["length"]}
    if kind == "text_link":
        if not isinstance(item.get("url"), str):
            raise bad_request(f'{complaint}Can\'t find field "url"')
        entity["url"] = item["url"]
    for extra in ("language", "user", "custom_emoji_id"):
        if extra in item:
            entity[extra] = item[extra]
    return entity


def _without_tail(url: str) -> str:
    """Punctuation after a link belongs to the sentence, and so does a bracket closed only."""
    while url:
        last = url[-1]
        opener = _CLOSERS.get(last)
        if last in ".,;:!?'\"…" or (opener and url.count(last) > url.count(opener)):
            url = url[:-1]
        else:
            break
    return url
