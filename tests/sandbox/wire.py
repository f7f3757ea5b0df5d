"""The other end of the wire in these tests: Bot API calls over real HTTP, and pictures to send."""

from __future__ import annotations

import io
import json
import struct
import zlib
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

import aiohttp

from sandbox.telegram import Telegram

TOKEN = "42:test"
ANN, BOB, STRANGER = 101, 102, 103


@dataclass
class Clocks:
    """The wall clock of the server and its monotonic one, both moved by hand."""

    now: datetime = datetime(2026, 9, 1, 9, 0, tzinfo=UTC)
    ticks: float = 1000.0

    def wall(self) -> datetime:
        return self.now

    def monotonic(self) -> float:
        return self.ticks

    def pass_by(self, seconds: float) -> None:
        self.now += timedelta(seconds=seconds)
        self.ticks += seconds


@dataclass
class Answer:
    status: int
    body: dict[str, Any]
    headers: dict[str, str]

    @property
    def refusal(self) -> tuple[int, str]:
        """Code and description, after a look at the envelope."""
        assert self.body["ok"] is False, self.body
        assert self.body["error_code"] == self.status
        assert "result" not in self.body
        return self.status, self.body["description"]


@dataclass
class Wire:
    base: str
    http: aiohttp.ClientSession
    telegram: Telegram
    clocks: Clocks = field(default_factory=Clocks)

    def url(self, method: str, token: str = TOKEN) -> str:
        return f"{self.base}/bot{token}/{method}"

    async def call(self, method: str, files: dict[str, Any] | None = None, **values: Any) -> Answer:
        """As libraries do it: a form in which what is not text is JSON; multipart with files."""
        form = aiohttp.FormData(quote_fields=False, default_to_multipart=bool(files))
        for name, value in values.items():
            form.add_field(name, value if isinstance(value, str) else json.dumps(value))
        for name, (filename, content) in (files or {}).items():
            form.add_field(name, io.BytesIO(content), filename=filename)
        async with self.http.post(self.url(method), data=form) as response:
            return await read_answer(response)

    async def ok(self, method: str, files: dict[str, Any] | None = None, **values: Any) -> Any:
        answer = await self.call(method, files, **values)
        assert answer.body.get("ok") is True, answer.body
        assert answer.status == 200
        return answer.body["result"]

    async def refused(
        self, method: str, files: dict[str, Any] | None = None, **values: Any
    ) -> tuple[int, str]:
        return (await self.call(method, files, **values)).refusal

    async def bad(self, method: str, files: dict[str, Any] | None = None, **values: Any) -> str:
        """The description of a 400, without its beginning that is always the same."""
        code, description = await self.refused(method, files, **values)
        assert code == 400
        assert description.startswith("Bad Request: ")
        return description.removeprefix("Bad Request: ")

    async def send(self, text: str = "hello", chat_id: int = ANN, **values: Any) -> dict[str, Any]:
        return dict(await self.ok("sendMessage", chat_id=chat_id, text=text, **values))

    async def updates(self, **values: Any) -> list[dict[str, Any]]:
        return list(await self.ok("getUpdates", **values))


async def read_answer(response: aiohttp.ClientResponse) -> Answer:
    assert response.content_type == "application/json"
    return Answer(response.status, await response.json(), dict(response.headers))


def button(text: str = "Yes", **action: Any) -> dict[str, Any]:
    return {"inline_keyboard": [[{"text": text, **(action or {"callback_data": "yes"})}]]}


def png(width: int = 8, height: int = 8) -> bytes:
    def piece(kind: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    header = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    rows = (b"\0" + b"\0" * ((width + 7) // 8)) * height
    return (
        b"\x89PNG\r\n\x1a\n"
        + piece(b"IHDR", header)
        + piece(b"IDAT", zlib.compress(rows))
        + piece(b"IEND", b"")
    )
