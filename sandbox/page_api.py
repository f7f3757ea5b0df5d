"""What the page of phones, and the driver in tests, may ask of the sandbox over HTTP.

Everything here is what a person in front of a real client could see or do, and the controls of the
sandbox itself (clock, faults, journal, starting afresh). Refusals are `{"error": "..."}` with 4xx.
Acts answer with `after`, the number of the last event before them.
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Protocol

from aiohttp import web

from sandbox.page_requests import (
    Handler,
    Wrong,
    as_integer,
    attachment,
    polite,
    read_body,
    text_of,
    unknown_page,
)
from sandbox.telegram import inline
from sandbox.telegram.telegram import Telegram

KEEP_ALIVE = 15.0


@dataclass(frozen=True, slots=True)
class ClockView:
    """The product's clock: now, when something is due next, the zone of the programme."""

    now: datetime
    next: datetime | None
    zone: str

    def page(self) -> dict[str, Any]:
        return {
            "now": self.now.isoformat(),
            "next": None if self.next is None else self.next.isoformat(),
            "zone": self.zone,
        }


class Backstage(Protocol):
    """What the sandbox asks of the product that runs in front of it."""

    @property
    def preparing(self) -> bool:
        """Whether the product is still being started: there is no clock to ask yet."""

    async def clock(self) -> ClockView: ...

    async def advance(self, by: timedelta) -> ClockView: ...

    async def advance_to_next(self) -> ClockView: ...

    async def reset(self) -> None: ...


def add_page_api(app: web.Application, telegram: Telegram, backstage: Backstage | None) -> None:
    api = PageApi(telegram, backstage)
    routes: list[tuple[str, str, Handler]] = [
        ("GET", "state", api.state),
        ("GET", "chat/{user}", api.chat),
        ("GET", "events", api.events),
        ("GET", "journal", api.journal),
        ("GET", "file/{id}", api.file),
        ("POST", "say", api.say),
        ("POST", "start", api.start),
        ("POST", "press", api.press),
        ("POST", "inline", api.ask_inline),
        ("POST", "choose", api.choose),
        ("POST", "upload", api.upload),
        ("POST", "block", api.block),
        ("POST", "people", api.add_person),
        ("POST", "faults", api.add_fault),
        ("DELETE", "faults", api.clear_faults),
        ("POST", "clock", api.move_clock),
        ("POST", "reset", api.reset),
    ]
    for method, path, handler in routes:
        app.router.add_route(method, f"/sandbox/{path}", polite(handler))
    app.router.add_route("*", "/sandbox/{rest:.*}", unknown_page)
    app.on_shutdown.append(api.hang_up)


class PageApi:
    def __init__(self, telegram: Telegram, backstage: Backstage | None) -> None:
        self._telegram = telegram
        self._backstage = backstage
        self._closing = False
        self._bells: set[asyncio.Event] = set()

    # What is seen.

    async def state(self, request: web.Request) -> web.Response:
        telegram = self._telegram
        last = telegram.events.last
        profile = telegram.profile
        preparing = self._backstage is not None and self._backstage.preparing
        people = [
            {**person.page(), "commands": profile.commands_for(person.id, person.language_code)}
            for person in telegram.people.all()
        ]
        view = {
            "bot": {
                "username": telegram.username,
                "name": profile.shown_name(),
                "description": profile.descriptions.get("", ""),
                "commands": profile.commands_for(0, ""),
                "inline": telegram.inline.on,
            },
            "people": people,
            "preparing": preparing,
            "clock": None if self._backstage is None or preparing
            else (await self._backstage.clock()).page(),
            "limits": "real" if telegram.limits.enforced else "off",
            "last_event": last,
        }
        return web.json_response(view)

    async def chat(self, request: web.Request) -> web.Response:
        person = self._telegram.people.get(as_integer(request.match_info["user"], "user"))
        before = request.query.get("before")
        limit = min(max(as_integer(request.query.get("limit", 50), "limit"), 1), 500)
        messages = person.chat.newest(
            before=as_integer(before, "before") if before else None, limit=limit
        )
        view = [message.page() for message in messages]
        return web.json_response({"messages": view, "last_event": self._telegram.events.last})

    async def events(self, request: web.Request) -> web.StreamResponse:
        """The stream; after a gap it goes on with the oldest event kept: the numbers show it."""
        telegram = self._telegram
        asked = request.headers.get("Last-Event-ID") or request.query.get("after")
        last = as_integer(asked, "after") if asked else telegram.events.last
        response = web.StreamResponse(
            headers={"Content-Type": "text/event-stream", "Cache-Control": "no-store"}
        )
        await response.prepare(request)
        bell = telegram.events.listen()
        self._bells.add(bell)
        try:
            await response.write(b": here\n\n")
            while not self._closing:
                bell.clear()
                news = telegram.events.after(last)
                if news is None:
                    news = list(telegram.events.ring)
                if news:
                    last = news[-1].number
                    await response.write(b"".join(event.line() for event in news))
                    continue
                try:
                    await asyncio.wait_for(bell.wait(), KEEP_ALIVE)
                except TimeoutError:
                    await response.write(b": still here\n\n")
        except ConnectionResetError:
            return response  # the page was closed
        finally:
            self._bells.discard(bell)
            telegram.events.leave(bell)
        return response

    async def hang_up(self, app: web.Application) -> None:
        """Streams do not end by themselves: without this a stop would wait for the open pages."""
        self._closing = True
        for bell in self._bells:
            bell.set()

    async def journal(self, request: web.Request) -> web.Response:
        telegram = self._telegram
        journal = telegram.journal
        after = as_integer(request.query.get("after", 0), "after")
        calls = journal.since(after, errors_only=request.query.get("errors") == "1")
        return web.json_response(
            {
                "calls": [call.view() for call in calls],
                "last": journal.last,
                "by_method": dict(journal.by_method),
                "errors": {f"{name} {code}": n for (name, code), n in journal.errors.items()},
                "too_many": dict(journal.too_many),
                "offences": telegram.flood.offences,
                "accepted": journal.accepted.total,
                "pending_updates": len(telegram.updates.queue),
            }
        )

    async def file(self, request: web.Request) -> web.Response:
        file = self._telegram.files.get(request.match_info["id"])
        if file is None:
            raise Wrong("no such file", 404)
        # Only pictures are shown in place; whatever else a bot sends is downloaded, never run.
        if file.kind == "photo":
            headers = {"Content-Type": file.mime}
        else:
            headers = {
                "Content-Type": "application/octet-stream",
                "Content-Disposition": attachment(file.name),
            }
        headers["X-Content-Type-Options"] = "nosniff"
        return web.Response(body=file.content, headers=headers)

    # What people do.

    async def say(self, request: web.Request) -> web.Response:
        body = await read_body(request)
        user = as_integer(body.get("user"), "user")
        after = self._telegram.events.last
        message = self._telegram.people.say(user, text_of(body, "text"))
        return web.json_response({"id": message.id, "after": after})

    async def start(self, request: web.Request) -> web.Response:
        body = await read_body(request)
        payload = body.get("payload")
        if payload is not None and not isinstance(payload, str):
            raise Wrong("payload must be a text")
        after = self._telegram.events.last
        message = self._telegram.people.start(as_integer(body.get("user"), "user"), payload)
        return web.json_response({"id": message.id, "after": after})

    async def press(self, request: web.Request) -> web.Response:
        body = await read_body(request)
        after = self._telegram.events.last
        query = self._telegram.people.press(
            as_integer(body.get("user"), "user"),
            as_integer(body.get("message"), "message"),
            text_of(body, "data"),
        )
        return web.json_response({"query": query, "after": after})

    async def ask_inline(self, request: web.Request) -> web.Response:
        body = await read_body(request)
        after = self._telegram.events.last
        query = inline.ask(
            self._telegram,
            as_integer(body.get("user"), "user"),
            text_of(body, "words", ""),
            text_of(body, "chat_type", inline.SENDER),
        )
        return web.json_response({"query": query, "after": after})

    async def choose(self, request: web.Request) -> web.Response:
        body = await read_body(request)
        after = self._telegram.events.last
        message = inline.choose(
            self._telegram,
            as_integer(body.get("user"), "user"),
            text_of(body, "query"),
            text_of(body, "result"),
        )
        return web.json_response({"id": message.id, "after": after})

    async def upload(self, request: web.Request) -> web.Response:
        form = await request.post()
        file = form.get("file")
        if not isinstance(file, web.FileField):
            raise Wrong("file must be a file")
        user = as_integer(form.get("user"), "user")
        caption = str(form.get("caption", ""))
        content = file.file.read()
        people = self._telegram.people
        after = self._telegram.events.last
        if form.get("kind") == "photo":
            message = people.send_photo(user, content, caption)
        else:
            message = people.send_document(user, file.filename, content, file.content_type, caption)
        return web.json_response({"id": message.id, "after": after})

    async def block(self, request: web.Request) -> web.Response:
        body = await read_body(request)
        blocked = bool(body.get("blocked", True))
        after = self._telegram.events.last
        self._telegram.people.block(as_integer(body.get("user"), "user"), blocked=blocked)
        return web.json_response({"blocked": blocked, "after": after})

    async def add_person(self, request: web.Request) -> web.Response:
        body = await read_body(request)
        first_name = text_of(body, "first_name").strip()
        if not first_name:
            raise Wrong("first_name must not be empty")
        person = self._telegram.people.add(
            first_name=first_name,
            last_name=text_of(body, "last_name", ""),
            language_code=text_of(body, "language_code", "ru"),
            label=text_of(body, "label", ""),
        )
        return web.json_response({"id": person.id})

    # The controls of the sandbox.

    async def add_fault(self, request: web.Request) -> web.Response:
        body = await read_body(request)
        chat_id = body.get("chat_id")
        try:
            fault = self._telegram.faults.add(
                method=text_of(body, "method", "*"),
                kind=text_of(body, "kind"),
                times=as_integer(body.get("times", 1), "times"),
                seconds=float(body.get("seconds", 1)),
                chat_id=None if chat_id is None else as_integer(chat_id, "chat_id"),
            )
        except ValueError as error:
            raise Wrong(str(error)) from None
        return web.json_response(fault.view())

    async def clear_faults(self, request: web.Request) -> web.Response:
        self._telegram.faults.clear()
        return web.json_response({})

    async def move_clock(self, request: web.Request) -> web.Response:
        backstage = self._behind()
        body = await read_body(request)
        if body.get("to") == "next":
            clock = await backstage.advance_to_next()
        else:
            seconds = body.get("advance")
            if isinstance(seconds, bool) or not isinstance(seconds, int | float) or seconds < 0:
                raise Wrong('the body must be {"advance": seconds} or {"to": "next"}')
            clock = await backstage.advance(timedelta(seconds=seconds))
        view = clock.page()
        self._telegram.events.add(lambda: {"type": "clock", "user": None, **view})
        return web.json_response(view)

    async def reset(self, request: web.Request) -> web.Response:
        await self._behind().reset()
        self._telegram.events.add(lambda: {"type": "reset", "user": None})
        return web.json_response({})

    def _behind(self) -> Backstage:
        if self._backstage is None:
            raise Wrong("the sandbox runs alone: no clock to move, nothing to reset", 404)
        return self._backstage
