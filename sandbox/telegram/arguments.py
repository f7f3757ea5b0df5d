"""Arguments of one call, whichever way they came: query, urlencoded, multipart or JSON."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sandbox.telegram.errors import bad_request

TRUTHS = frozenset({"true", "yes", "1"})


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that came in a multipart body."""

    name: str
    mime: str
    content: bytes


def read_json(text: str) -> Any:
    """The value of a JSON text; ValueError also for half a surrogate pair, as UTF-8 has none."""
    value = json.loads(text)
    if "\\u" in text:
        json.dumps(value, ensure_ascii=False).encode()
    return value


class Arguments:
    """Typed reading of raw parameters; JSON bodies may hold objects where forms hold JSON text."""

    __slots__ = ("uploads", "values")

    def __init__(
        self, values: Mapping[str, Any], uploads: Mapping[str, Upload] | None = None
    ) -> None:
        self.values = values
        self.uploads = uploads or {}

    def has(self, name: str) -> bool:
        value = self.values.get(name)
        return value is not None and value != ""

    def text(self, name: str) -> str:
        value = self.values.get(name)
        if value is None:
            return ""
        if isinstance(value, str):
            return value
        if isinstance(value, bool):
            return "true" if value else "false"
        if isinstance(value, int | float):
            return str(value)
        return json.dumps(value, ensure_ascii=False)

    def integer(self, name: str, default: int = 0) -> int:
        """Like Telegram, what cannot be read as a number counts as absent."""
        value = self.values.get(name)
        if isinstance(value, int):
            return int(value)
        try:
            return int(str(value).strip())
        except ValueError:
            return default

    def flag(self, name: str) -> bool:
        value = self.values.get(name)
        if isinstance(value, bool):
            return value
        return str(value).strip().lower() in TRUTHS if value is not None else False

    def parsed(self, name: str, complaint: str) -> Any:
        """The JSON value of a parameter, None when absent; `complaint` if it cannot be read."""
        value = self.values.get(name)
        if value is None or value == "":
            return None
        if not isinstance(value, str):
            return value
        try:
            return read_json(value)
        except ValueError:
            raise bad_request(complaint) from None

    def summary(self) -> str:
        """One line for the journal."""
        shown = [f"{name}={_short(value)}" for name, value in self.values.items()]
        shown += [
            f"{name}=<{upload.name}, {len(upload.content)} bytes>"
            for name, upload in self.uploads.items()
        ]
        return ", ".join(shown)


def _short(value: Any) -> str:
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return text if len(text) <= 120 else text[:119] + "…"
