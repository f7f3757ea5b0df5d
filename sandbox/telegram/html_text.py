"""HTML of the Bot API: text with tags to text with entities, refusing what Telegram refuses.

Offsets in the errors are UTF-8 bytes of the source, so that a refusal points at the same place.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from sandbox.telegram.entities import Entity, Formatted, ordered, utf16_length
from sandbox.telegram.errors import Refused, bad_request
from sandbox.telegram.links import normal_link

TAGS = {
    "b": "bold", "strong": "bold", "i": "italic", "em": "italic", "u": "underline",
    "ins": "underline", "s": "strikethrough", "strike": "strikethrough", "del": "strikethrough",
    "code": "code", "pre": "pre", "a": "text_link", "span": "spoiler", "tg-spoiler": "spoiler",
    "tg-emoji": "custom_emoji", "blockquote": "blockquote",
}  # fmt: skip

_SPECIAL = re.compile(r"[<&]")
_SPACES = " \t\r\n\0\x0b"
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_NUMBER = re.compile(r"&#(?:[xX]([0-9a-fA-F]{1,8})|([0-9]{1,8}));?")
_NAME = re.compile(r"&([A-Za-z]+);?")
_TOKEN = re.compile(r"[A-Za-z0-9.-]*")


@dataclass(slots=True)
class _Open:
    tag: str
    argument: str
    start: int
    order: int
    part: int


def parse_html(source: str) -> Formatted:
    return _Reader(source).read()


def decoded(source: str, at: int) -> tuple[str, int]:
    """The character that an `&...;` stands for and where it ends; a bare ampersand is itself."""
    if match := _NUMBER.match(source, at):
        code = int(match[1], 16) if match[1] else int(match[2])
        if 0 < code < 0x10FFFF and not 0xD800 <= code <= 0xDFFF:
            return chr(code), match.end()
    elif (match := _NAME.match(source, at)) and match[1] in _NAMED:
        return _NAMED[match[1]], match.end()
    return "&", at + 1


class _Reader:
    def __init__(self, source: str) -> None:
        self.source = source
        self.at = 0
        self.parts: list[str] = []
        self.length = 0
        self.open: list[_Open] = []
        self.done: list[tuple[int, Entity]] = []
        self.opened = 0

    def read(self) -> Formatted:
        source = self.source
        while match := _SPECIAL.search(source, self.at):
            self.say(source[self.at : match.start()])
            self.at = match.start()
            if source[self.at] == "&":
                char, self.at = decoded(source, self.at)
                self.say(char)
            elif source.startswith("/", self.at + 1):
                self.close_tag()
            else:
                self.open_tag()
        self.say(source[self.at :])
        if self.open:
            tag = self.open[-1].tag
            raise self.wrong(f'Can\'t find end tag corresponding to start tag "{tag}"')
        entities = [entity for _, entity in sorted(self.done, key=lambda pair: pair[0])]
        return Formatted("".join(self.parts), ordered(entities))

    def say(self, text: str) -> None:
        if text:
            self.parts.append(text)
            self.length += utf16_length(text)

    def wrong(self, what: str, at: int | None = None) -> Refused:
        where = "" if at is None else f" at byte offset {len(self.source[:at].encode())}"
        return bad_request(f"can't parse entities: {what}{where}")

    def char(self) -> str:
        """The character here, "" at the end."""
        return self.source[self.at : self.at + 1]

    def skip_spaces(self) -> None:
        while self.char() and self.char() in _SPACES:
            self.at += 1

    def skip_name(self, stops: str) -> str:
        begin = self.at
        while self.char() and self.char() not in _SPACES and self.char() not in stops:
            self.at += 1
        return self.source[begin : self.at]

    def open_tag(self) -> None:
        begin = self.at
        self.at += 1
        tag = self.skip_name(">").lower()
        if not self.char():
            raise self.wrong("Unclosed start tag", begin)
        if tag not in TAGS:
            raise self.wrong(f'Unsupported start tag "{tag}"', begin)
        argument = ""
        while self.char() != ">":
            self.skip_spaces()
            if self.char() == ">":
                break
            name, value = self.attribute(tag, begin)
            argument = _argument(tag, name, value) or argument
        self.at += 1
        if tag == "span" and argument != "spoiler":
            raise self.wrong('Tag "span" must have class "tg-spoiler"', begin)
        if tag == "tg-emoji" and not argument.isdigit():
            raise self.wrong('Tag "tg-emoji" must have valid attribute "emoji-id"', begin)
        self.open.append(_Open(tag, argument, self.length, self.opened, len(self.parts)))
        self.opened += 1

    def attribute(self, tag: str, begin: int) -> tuple[str, str | None]:
        name = self.skip_name("=>").lower()
        if not name:
            if not self.char():
                raise self.wrong(f'Unclosed start tag "{tag}"', begin)
            raise self.wrong(f'Empty attribute name in the tag "{tag}"', begin)
        self.skip_spaces()
        if not self.char():
            raise self.wrong(f'Unclosed start tag "{tag}"', begin)
        if self.char() != "=":
            return name, None
        self.at += 1
        self.skip_spaces()
        quote = self.char()
        if not quote:
            raise self.wrong(f'Unclosed start tag "{tag}"', begin)
        value = self.quoted(quote) if quote in "'\"" else self.token()
        if not self.char():
            raise self.wrong("Unclosed start tag", begin)
        return name, value

    def token(self) -> str:
        begin = self.at
        match = _TOKEN.match(self.source, self.at)
        assert match is not None  # the pattern matches the empty string
        self.at = match.end()
        if self.char() != ">" and (not self.char() or self.char() not in _SPACES):
            raise self.wrong("Unexpected end of name token", begin)
        return match[0].lower()

    def quoted(self, quote: str) -> str:
        value = []
        self.at += 1
        while self.char() and self.char() != quote:
            if self.char() == "&":
                char, self.at = decoded(self.source, self.at)
                value.append(char)
            else:
                value.append(self.char())
                self.at += 1
        self.at += 1
        return "".join(value)

    def close_tag(self) -> None:
        begin = self.at
        if not self.open:
            raise self.wrong("Unexpected end tag", begin)
        self.at += 2
        name = self.skip_name(">").lower()
        self.skip_spaces()
        if self.char() != ">":
            raise self.wrong("Unclosed end tag", begin)
        top = self.open.pop()
        if name and name != top.tag:
            where = len(self.source[:begin].encode())
            raise self.wrong(
                f"Unmatched end tag at byte offset {where}, "
                f'expected "</{top.tag}>", found "</{name}>"'
            )
        self.at += 1
        length = self.length - top.start
        if length:
            self.finish(top, length)

    def finish(self, top: _Open, length: int) -> None:
        entity: Entity = {"type": TAGS[top.tag], "offset": top.start, "length": length}
        if top.tag == "a":
            link = normal_link(top.argument or "".join(self.parts[top.part :]))
            if link is None:
                return
            entity["url"] = link
        elif top.tag == "tg-emoji":
            entity["custom_emoji_id"] = top.argument
        elif top.tag == "blockquote" and top.argument:
            entity["type"] = "expandable_blockquote"
        elif top.tag == "code" and top.argument:
            if not (self.open and self.open[-1].tag == "pre" and self.open[-1].start == top.start):
                self.done.append((top.order, entity))
                return
            self.open[-1].argument = top.argument
            return
        elif top.tag == "pre" and top.argument:
            entity["language"] = top.argument
        self.done.append((top.order, entity))


def _argument(tag: str, name: str, value: str | None) -> str:
    if tag == "blockquote" and name == "expandable":
        return "1"
    if value is None:
        return ""
    if tag == "a" and name == "href":
        return value
    if tag == "code" and name == "class" and value.startswith("language-"):
        return value.removeprefix("language-")
    if tag == "span" and name == "class" and value.startswith("tg-"):
        return value.removeprefix("tg-")
    if tag == "tg-emoji" and name == "emoji-id":
        return value
    return ""
