"""MarkdownV2 and the old Markdown of the Bot API: marked text to text with entities.

Offsets in the errors are UTF-8 bytes of the source.
"""

from __future__ import annotations

from dataclasses import dataclass

from sandbox.telegram.entities import Entity, Formatted, ordered, utf16_length
from sandbox.telegram.errors import Refused, bad_request
from sandbox.telegram.links import normal_link

RESERVED = frozenset("_*[]()~`>#+-=|{}.!")
# What closes each kind, and its name in the errors.
MARKS = {
    "bold": ("*", "Bold"), "italic": ("_", "Italic"), "underline": ("__", "Underline"),
    "strikethrough": ("~", "Strikethrough"), "spoiler": ("||", "Spoiler"), "code": ("`", "Code"),
    "pre": ("```", "PreCode"), "text_link": ("]", "TextUrl"), "custom_emoji": ("]", "CustomEmoji"),
    "blockquote": ("", "BlockQuote"),
}  # fmt: skip
# In the order in which a start is looked for: the longer mark first.
STARTS = (
    ("```", "pre"), ("`", "code"), ("__", "underline"), ("_", "italic"), ("*", "bold"),
    ("~", "strikethrough"), ("||", "spoiler"), ("![", "custom_emoji"), ("[", "text_link"),
)  # fmt: skip


@dataclass(slots=True)
class _Open:
    kind: str
    start: int
    source_at: int
    order: int
    language: str = ""


def parse_markdown_v2(source: str) -> Formatted:
    return _Reader(source).read()


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
        line_begins = True
        while self.at < len(self.source):
            char = self.source[self.at]
            if line_begins and self.line_begin(char):
                line_begins = False
                continue
            line_begins = False
            escaped = self.source[self.at + 1 : self.at + 2] if char == "\\" else ""
            if escaped and escaped < "\x7f":
                self.say(escaped)
                self.at += 2
                continue
            inner = self.open[-1].kind if self.open else ""
            if inner in ("code", "pre"):
                if not self.closes(inner):
                    self.say(char)
                    self.at += 1
                continue
            if char == "\n":
                self.say(char)
                self.at += 1
                line_begins = True
            elif char not in RESERVED:
                self.say(char)
                self.at += 1
            elif not (inner and self.closes(inner)) and not self.starts():
                raise self.wrong(
                    f"Character '{char}' is reserved and must be escaped with the preceding '\\'"
                )
        self.end_quote()
        if self.open:
            top = self.open[-1]
            where = len(self.source[: top.source_at].encode())
            name = MARKS[top.kind][1]
            raise self.wrong(f"Can't find end of {name} entity at byte offset {where}")
        entities = [entity for _, entity in sorted(self.done, key=lambda pair: pair[0])]
        return Formatted("".join(self.parts), ordered(entities))

    def say(self, text: str) -> None:
        self.parts.append(text)
        self.length += utf16_length(text)

    def wrong(self, what: str) -> Refused:
        return bad_request(f"can't parse entities: {what}")

    def line_begin(self, char: str) -> bool:
        """A quotation lasts while its lines begin with `>`."""
        quoted = any(entry.kind == "blockquote" for entry in self.open)
        if char == ">" and not (self.open and self.open[-1].kind in ("code", "pre")):
            if not quoted:
                if self.open:
                    return False
                self.push("blockquote")
            self.at += 1
            return True
        if quoted:
            self.end_quote()
        return False

    def end_quote(self) -> None:
        if self.open and self.open[-1].kind == "blockquote":
            self.finish(self.open.pop())

    def push(self, kind: str, language: str = "") -> None:
        self.open.append(_Open(kind, self.length, self.at, self.opened, language))
        self.opened += 1

    def closes(self, kind: str) -> bool:
        mark = MARKS[kind][0]
        if kind == "italic" and self.source.startswith("__", self.at):
            return False
        if not mark or not self.source.startswith(mark, self.at):
            return False
        self.at += len(mark)
        top = self.open.pop()
        if kind in ("text_link", "custom_emoji"):
            self.finish_link(top)
        else:
            self.finish(top)
        return True

    def starts(self) -> bool:
        for mark, kind in STARTS:
            if not self.source.startswith(mark, self.at):
                continue
            if kind == "spoiler" and self.at_expandable_end():
                return True
            self.push(kind)
            self.at += len(mark)
            if kind == "pre":
                self.open[-1].language = self.language()
            return True
        return False

    def at_expandable_end(self) -> bool:
        """`||` before the end of a quotation's last line makes it expandable."""
        inside = bool(self.open) and self.open[-1].kind == "blockquote"
        after = self.source[self.at + 2 : self.at + 4]
        if not inside or not (after == "" or (after[0] == "\n" and after[1:] != ">")):
            return False
        self.open[-1].language = "expandable"
        self.at += 2
        return True

    def language(self) -> str:
        stop = self.at
        while stop < len(self.source) and self.source[stop] not in " \n\t`":
            stop += 1
        word = self.source[self.at : stop]
        if stop > self.at and stop < len(self.source) and self.source[stop] != "`":
            self.at = stop
        else:
            word = ""
        if self.source.startswith("\n", self.at):
            self.at += 1
        return word

    def finish(self, top: _Open) -> None:
        length = self.length - top.start
        if not length:
            return
        entity: Entity = {"type": top.kind, "offset": top.start, "length": length}
        if top.kind == "pre" and top.language:
            entity["language"] = top.language
        if top.kind == "blockquote" and top.language:
            entity["type"] = "expandable_blockquote"
        self.done.append((top.order, entity))

    def finish_link(self, top: _Open) -> None:
        length = self.length - top.start
        address = ""
        if self.source.startswith("(", self.at):
            begin = self.at + 1
            self.at = begin
            while self.at < len(self.source) and self.source[self.at] != ")":
                if self.source[self.at] == "\\" and self.at + 1 < len(self.source):
                    self.at += 1
                address += self.source[self.at]
                self.at += 1
            if self.at >= len(self.source):
                where = len(self.source[:begin].encode())
                raise self.wrong(f"Can't find end of a URL at byte offset {where}")
            self.at += 1
        if not length:
            return
        if top.kind == "custom_emoji":
            number = address.removeprefix("tg://emoji?id=")
            if not number.isdigit():
                raise self.wrong("Invalid custom emoji identifier specified")
            extra = {"custom_emoji_id": number}
        else:
            text = "".join(self.parts)
            link = normal_link(address or text[len(text) - length :])
            if link is None:
                return
            extra = {"url": link}
        entity: Entity = {"type": top.kind, "offset": top.start, "length": length, **extra}
        self.done.append((top.order, entity))


def parse_markdown(source: str) -> Formatted:
    """The old mode: no nesting, an unpaired mark is an error."""
    parts: list[str] = []
    entities: list[Entity] = []
    length = at = 0
    while at < len(source):
        char = source[at]
        if char == "\\" and source[at + 1 : at + 2] in ("_", "*", "`", "["):
            parts.append(source[at + 1])
            length += 1
            at += 2
            continue
        if char not in "_*`[":
            parts.append(char)
            length += utf16_length(char)
            at += 1
            continue
        begin = at
        mark = "```" if source.startswith("```", at) else "]" if char == "[" else char
        stop = source.find(mark, at + (3 if mark == "```" else 1))
        if stop < 0:
            where = len(source[:begin].encode())
            raise bad_request(
                "can't parse entities: "
                f"Can't find end of the entity starting at byte offset {where}"
            )
        inner = source[at + (3 if mark == "```" else 1) : stop]
        at = stop + len(mark)
        kind = {"*": "bold", "_": "italic", "`": "code", "```": "pre", "]": "text_link"}[mark]
        extra: Entity = {}
        if kind == "text_link":
            address = ""
            if source.startswith("(", at) and (close := source.find(")", at)) > 0:
                address, at = source[at + 1 : close], close + 1
            link = normal_link(address or inner)
            kind = kind if link else ""
            extra = {"url": link}
        parts.append(inner)
        if inner and kind:
            size = utf16_length(inner)
            entities.append({"type": kind, "offset": length, "length": size, **extra})
        length += utf16_length(inner)
    return Formatted("".join(parts), ordered(entities))
