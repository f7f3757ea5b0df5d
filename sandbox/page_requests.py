"""Reading what the page asks, and saying politely what is wrong with it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any
from urllib.parse import quote

from aiohttp import web

from sandbox.telegram.arguments import read_json
from sandbox.telegram.errors import Impossible

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


class Wrong(Exception):
    """A request that does not say what it must."""

    def __init__(self, error: str, status: int = 400) -> None:
        super().__init__(error)
        self.status = status


def polite(handler: Handler) -> Handler:
    async def handle(request: web.Request) -> web.StreamResponse:
        try:
            return await handler(request)
        except Impossible as impossible:
            return web.json_response({"error": str(impossible)}, status=409)
        except web.HTTPException as refusal:  # of aiohttp itself: a body that is too large
            return web.json_response({"error": refusal.reason}, status=refusal.status)
        except Wrong as wrong:
            return web.json_response({"error": str(wrong)}, status=wrong.status)

    return handle


async def unknown_page(request: web.Request) -> web.StreamResponse:
    return web.json_response({"error": "no such page"}, status=404)


async def read_body(request: web.Request) -> dict[str, Any]:
    try:
        body = await request.json(loads=read_json)
    except ValueError:
        raise Wrong("the body must be JSON") from None
    if not isinstance(body, dict):
        raise Wrong("the body must be an object")
    return body


def as_integer(value: Any, name: str) -> int:
    try:
        return int(value)
    except (TypeError, ValueError):
        raise Wrong(f"{name} must be a number") from None


def text_of(body: dict[str, Any], name: str, default: str | None = None) -> str:
    value = body.get(name, default)
    if not isinstance(value, str):
        raise Wrong(f"{name} must be a text")
    return value


def attachment(name: str) -> str:
    kept = (char if char.isascii() and (char.isalnum() or char in ".-") else "_" for char in name)
    return f"attachment; filename=\"{''.join(kept)}\"; filename*=UTF-8''{quote(name, safe='')}"
