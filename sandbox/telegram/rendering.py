"""Text with entities as safe HTML for the page: only tags known here, everything else escaped."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from sandbox.telegram.entities import Entity

_TAGS = {
    "bold": ("<b>", "</b>"), "italic": ("<i>", "</i>"), "underline": ("<u>", "</u>"),
    "strikethrough": ("<s>", "</s>"), "code": ("<code>", "</code>"), "pre": ("<pre>", "</pre>"),
    "spoiler": ('<span class="spoiler">', "</span>"),
    "blockquote": ("<blockquote>", "</blockquote>"),
    "expandable_blockquote": ("<blockquote>", "</blockquote>"),
}  # fmt: skip
_SAFE = ("http://", "https://", "tg://", "mailto:")


def to_html(text: str, entities: Sequence[Entity]) -> str:
    """Entities may overlap: what is still open is closed and opened again around an end."""
    if not entities:
        return escape(text).replace("\n", "<br>")
    units = text.encode("utf-16-le")
    marks = []
    for entity in entities:
        stop = min(entity["offset"] + entity["length"], len(units) // 2)
        tags = _tags(entity, units)
        if tags is not None and entity["offset"] < stop:
            marks.append((entity["offset"], stop, tags, entity["type"]))
    edges = sorted({0, len(units) // 2, *(m[0] for m in marks), *(m[1] for m in marks)})
    out: list[str] = []
    stack: list[tuple[int, tuple[str, str], str]] = []
    for place, edge in enumerate(edges):
        while any(stop <= edge for stop, _, _ in stack):
            again = []
            while True:
                top = stack.pop()
                out.append(top[1][1])
                if top[0] <= edge:
                    break
                again.append(top)
            for entry in reversed(again):
                out.append(entry[1][0])
                stack.append(entry)
        for start, stop, tags, kind in marks:
            if start == edge:
                out.append(tags[0])
                stack.append((stop, tags, kind))
        if place + 1 < len(edges):
            piece = escape(units[edge * 2 : edges[place + 1] * 2].decode("utf-16-le", "replace"))
            inside_pre = any(kind == "pre" for _, _, kind in stack)
            out.append(piece if inside_pre else piece.replace("\n", "<br>"))
    return "".join(out)


def _tags(entity: Entity, units: bytes) -> tuple[str, str] | None:
    kind = entity["type"]
    if kind in _TAGS:
        return _TAGS[kind]
    if kind not in ("text_link", "url", "email"):
        return None
    address = entity.get("url")
    if address is None:
        start, stop = entity["offset"] * 2, (entity["offset"] + entity["length"]) * 2
        address = units[start:stop].decode("utf-16-le", "replace")
        if kind == "email":
            address = "mailto:" + address
        elif "://" not in address:
            address = "http://" + address
    if not address.lower().startswith(_SAFE):
        return None
    return f'<a href="{escape(address)}" target="_blank" rel="noopener noreferrer">', "</a>"
