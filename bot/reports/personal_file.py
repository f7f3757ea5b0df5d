"""Everything kept about one person as a ZIP: a page to read, and the rows for other programs."""

import io
import json
import zipfile
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from html import escape
from typing import Any
from uuid import UUID

_PAGE = """<!DOCTYPE html>
<html lang="{locale}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>{title}</title>
<style>body{{font:16px/1.5 sans-serif;max-width:44em;margin:2em auto;padding:0 1em}}</style>
</head><body>
{sections}
</body></html>
"""
_STAMP = (1980, 1, 1, 0, 0, 0)  # the moment stands in the rows; equal content is an equal file


def personal_file(
    locale: str, sections: Sequence[Sequence[str]], rows: Mapping[str, Sequence[Mapping[str, Any]]]
) -> bytes:
    """`sections`: plain lines, the first of each its heading; empty ones are left out."""
    shown = [section for section in sections if section]
    page = _PAGE.format(
        locale=escape(locale),
        title=escape(_plain(shown[0][0])) if shown else "",
        sections="\n".join(_section(section) for section in shown),
    )
    whole = json.dumps(rows, ensure_ascii=False, indent=1, default=_value)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in (("my-data.html", page), ("my-data.json", whole)):
            entry = zipfile.ZipInfo(name, _STAMP)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, content)
    return buffer.getvalue()


def _section(lines: Sequence[str]) -> str:
    heading, *rest = (_plain(line) for line in lines)
    paragraphs = "".join(f"<p>{escape(line)}</p>" for line in rest)
    return f"<h2>{escape(heading)}</h2>{paragraphs}"


def _plain(line: str) -> str:
    """Texts of the chat carry its bold marks."""
    return line.replace("<b>", "").replace("</b>", "")


def _value(value: object) -> str:
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, UUID):
        return str(value)
    raise TypeError(f"no JSON for {type(value).__name__}")
