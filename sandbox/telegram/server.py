"""The HTTP side: `/bot<token>/<method>`, `/file/bot<token>/<path>`, the page and its API."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from aiohttp import web

from sandbox.page_api import Backstage, add_page_api
from sandbox.telegram.arguments import Arguments
from sandbox.telegram.errors import Refused, too_many_requests
from sandbox.telegram.faults import REFUSALS, Fault
from sandbox.telegram.files import MAX_UPLOAD
from sandbox.telegram.requests import read_arguments
from sandbox.telegram.telegram import Telegram

PAGE = Path(__file__).resolve().parent.parent / "page"
# Room for the other parts of the form beside the largest file.
MAX_BODY = MAX_UPLOAD + (1 << 20)

BOT_API = web.AppKey("bot_api", Telegram)


def make_app(
    telegram: Telegram, backstage: Backstage | None = None, page: bool = True
) -> web.Application:
    """The whole server; without `page` only the Bot API and the page API."""
    app = web.Application(client_max_size=MAX_BODY)
    app[BOT_API] = telegram
    app.router.add_route("*", "/bot{token}/{method}", _bot_call)
    app.router.add_get("/file/bot{token}/{path:.+}", _download)
    add_page_api(app, telegram, backstage)
    if page:
        app.router.add_get("/{path:.*}", _page_file)
    app.router.add_route("*", "/{rest:.*}", _not_found)
    app.on_shutdown.append(_hang_up)
    app.on_cleanup.append(_close)
    return app


@asynccontextmanager
async def serving(
    telegram: Telegram,
    *,
    backstage: Backstage | None = None,
    host: str = "127.0.0.1",
    port: int = 0,
    page: bool = True,
    patience: float = 1,
) -> AsyncIterator[str]:
    """The server on a port (0: any free one) for the length of a block; yields its address.

    `patience` is how many seconds it waits at the end for calls that are still running.
    """
    app = make_app(telegram, backstage, page)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=patience)
    await runner.setup()
    try:
        await web.TCPSite(runner, host, port).start()
        yield f"http://{host}:{runner.addresses[0][1]}"
    finally:
        await runner.cleanup()


async def _hang_up(app: web.Application) -> None:
    app[BOT_API].updates.close()


async def _close(app: web.Application) -> None:
    await app[BOT_API].webhook.close()


async def _page_file(request: web.Request) -> web.StreamResponse:
    file = (PAGE / (request.match_info["path"] or "index.html")).resolve()
    if not file.is_relative_to(PAGE) or not file.is_file():
        return await _not_found(request)
    return web.FileResponse(file, headers={"Cache-Control": "no-store"})


async def _not_found(request: web.Request) -> web.Response:
    return refusal_response(Refused(404, "Not Found"))


async def _download(request: web.Request) -> web.Response:
    telegram = request.app[BOT_API]
    if request.match_info["token"] != telegram.token:
        return refusal_response(Refused(401, "Unauthorized"))
    file = telegram.files.at(request.match_info["path"])
    if file is None:
        return refusal_response(Refused(404, "Not Found"))
    return web.Response(body=file.content, content_type="application/octet-stream")


async def _bot_call(request: web.Request) -> web.StreamResponse:
    telegram = request.app[BOT_API]
    if request.match_info["token"] != telegram.token:
        return refusal_response(Refused(401, "Unauthorized"))
    if request.method not in ("GET", "POST"):
        return refusal_response(Refused(405, "Method Not Allowed"))
    name = request.match_info["method"]
    if name.lower() == "getupdates":
        return await _answered(request, telegram, name)
    telegram.in_work += 1
    try:
        return await _answered(request, telegram, name)
    finally:
        telegram.in_work -= 1


async def _answered(
    request: web.Request, telegram: Telegram, name: str
) -> web.StreamResponse:
    began = telegram.monotonic()
    args = Arguments({})
    fault: Fault | None = None
    try:
        args = await read_arguments(request)
        chat_id = args.integer("chat_id") if args.has("chat_id") else None
        if telegram.faults.waiting:
            fault = telegram.faults.take(name, chat_id)
        if fault is not None:
            await _go_wrong(fault)
    except Refused as refusal:
        telegram.write_down(name, args, began, refusal.code, refusal.description)
        return refusal_response(refusal)
    if fault is not None and fault.kind == "reset_before":
        telegram.write_down(name, args, began, 0, "the connection was cut before the call")
        return _cut(request)
    try:
        result = await telegram.call(name, args)
    except Refused as refusal:
        response = refusal_response(refusal)
    else:
        response = result_response(result)
    if fault is not None and fault.kind == "reset_after":
        return _cut(request)
    if fault is not None and fault.kind == "bad_json":
        return web.Response(text="<html><body>Bad Gateway", content_type="text/html")
    return response


async def _go_wrong(fault: Fault) -> None:
    if fault.kind == "slow":
        await asyncio.sleep(fault.seconds)
    elif fault.kind == "429":
        raise too_many_requests(max(1, round(fault.seconds)))
    elif fault.kind in REFUSALS:
        raise Refused(int(fault.kind), REFUSALS[fault.kind])


def _cut(request: web.Request) -> web.Response:
    """Ends the connection without an answer; the response goes nowhere."""
    if request.transport is not None:
        request.transport.abort()
    return web.Response()


def result_response(result: Any) -> web.Response:
    body = '{"ok":true,"result":' + json.dumps(result, ensure_ascii=False) + "}"
    return web.Response(body=body.encode(), content_type="application/json")


def refusal_response(refusal: Refused) -> web.Response:
    answer: dict[str, Any] = {
        "ok": False,
        "error_code": refusal.code,
        "description": refusal.description,
    }
    headers = {}
    if refusal.retry_after is not None:
        answer["parameters"] = {"retry_after": refusal.retry_after}
        headers["Retry-After"] = str(refusal.retry_after)
    return web.json_response(answer, status=refusal.code, headers=headers)
