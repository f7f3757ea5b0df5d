"""Updates by webhook: only with the secret, only what fits, 200 only after it is stored."""

import hmac
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import structlog
from aiogram import Bot
from aiohttp import web

from bot.messenger import calendar_feed
from bot.messenger.calendar_feed import Calendar
from bot.messenger.receiver import KINDS
from bot.messenger.switchboard import Switchboard, arrived_of
from bot.storage.inbox import Inbox
from bot.usecases.pairs import feeds

log = structlog.get_logger(__name__)
PATH = "/telegram"
LARGEST = 1024 * 1024
_HEADER = "X-Telegram-Bot-Api-Secret-Token"


def make_app(
    *, secret: str, inbox: Inbox, switchboard: Switchboard, calendar: Calendar | None = None
) -> web.Application:
    """With `calendar` personal calendars are served as well.

    Raises `ValueError` without a secret: anybody could write in anybody's name."""
    if not secret:
        raise ValueError("a webhook needs WEBHOOK_SECRET")

    async def receive(request: web.Request) -> web.Response:
        given = request.headers.get(_HEADER, "").encode("utf-8", "surrogateescape")
        if not hmac.compare_digest(given, secret.encode()):
            log.warning("webhook with a wrong secret")
            return web.Response(status=401)
        try:
            raw = json.loads(await request.read())
            arrived = arrived_of(raw)
        except (ValueError, KeyError, TypeError, AttributeError):
            return web.Response(status=400)
        switchboard.accept(await inbox.keep([arrived]))
        return web.Response()

    app = web.Application(client_max_size=LARGEST)
    app.router.add_post(PATH, receive)
    if calendar is not None:
        app.router.add_get(feeds.PATH, calendar_feed.handler(calendar))
    return app


@asynccontextmanager
async def serving(app: web.Application, host: str, port: int) -> AsyncIterator[None]:
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    try:
        await web.TCPSite(runner, host, port).start()
        yield
    finally:
        await runner.cleanup()


async def announce(bot: Bot, *, url: str, secret: str) -> None:
    """Tell the messenger where we listen; one connection, so that updates keep their order."""
    await bot.set_webhook(
        url.rstrip("/") + PATH,
        secret_token=secret,
        allowed_updates=list(KINDS),
        max_connections=1,
    )
