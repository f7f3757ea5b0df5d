"""The personal calendar as a file, for whoever asks with its secret address."""

from collections.abc import Awaitable, Callable

from aiohttp import web

from bot.messenger.calendar_words import meeting_entry
from bot.reports.calendar_files import feed_file
from bot.reports.worker import Worker
from bot.storage.database import Database
from bot.texts import Texts
from bot.usecases.pairs import feeds

Calendar = Callable[[str], Awaitable[bytes | None]]


def calendar_of(db: Database, texts: Texts, worker: Worker) -> Calendar:
    async def calendar(token: str) -> bytes | None:
        feed = await feeds.read(db, token=token)
        if feed is None:
            return None
        entries = [meeting_entry(texts, feed.locale, feed.tone, one) for one in feed.entries]
        name = texts.label(feed.locale, feed.tone, "calendar-name")
        return await worker.run(feed_file, entries, name)

    return calendar


def handler(calendar: Calendar) -> Callable[[web.Request], Awaitable[web.Response]]:
    """A wrong secret is told nothing but that there is no such page."""

    async def serve(request: web.Request) -> web.Response:
        body = await calendar(request.match_info["token"])
        if body is None:
            return web.Response(status=404)
        return web.Response(
            body=body,
            content_type="text/calendar",
            charset="utf-8",
            headers={"Cache-Control": "private, no-store", "X-Robots-Tag": "noindex"},
        )

    return serve
