"""The page API: what the page of phones shows and what its people and controls do."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from typing import Any

import aiohttp
import pytest

from sandbox.page_api import ClockView
from tests.sandbox.conftest import Serve
from tests.sandbox.wire import ANN, BOB, STRANGER, Wire, button, png

ALONE = "the sandbox runs alone: no clock to move, nothing to reset"


class Page:
    def __init__(self, wire: Wire) -> None:
        self.wire = wire

    async def ask(self, verb: str, path: str, /, **body: Any) -> tuple[int, Any]:
        url = f"{self.wire.base}/sandbox/{path}"
        async with self.wire.http.request(verb, url, json=body or None) as response:
            return response.status, await response.json()

    async def get(self, path: str) -> Any:
        status, body = await self.ask("GET", path)
        assert status == 200, body
        return body

    async def post(self, path: str, /, **body: Any) -> Any:
        status, answer = await self.ask("POST", path, **body)
        assert status == 200, answer
        return answer

    async def refused(self, path: str, /, **body: Any) -> tuple[int, str]:
        status, answer = await self.ask("POST", path, **body)
        return status, answer["error"]

    async def chat(self, user: int = ANN, query: str = "") -> list[dict[str, Any]]:
        return list((await self.get(f"chat/{user}{query}"))["messages"])

    async def events(self, after: int, number: int) -> list[dict[str, Any]]:
        return [event async for event in self.stream(after, number)]

    async def stream(self, after: int, number: int) -> AsyncIterator[dict[str, Any]]:
        url = f"{self.wire.base}/sandbox/events?after={after}"
        async with asyncio.timeout(5), self.wire.http.get(url) as response:
            assert response.content_type == "text/event-stream"
            async for line in response.content:
                if line.startswith(b"data: "):
                    yield json.loads(line[6:])
                    number -= 1
                    if not number:
                        return


@pytest.fixture
def page(wire: Wire) -> Page:
    return Page(wire)


async def test_the_state_tells_of_the_bot_and_its_people(wire: Wire, page: Page) -> None:
    help_ru = [{"command": "help", "description": "Что я умею"}]
    await wire.ok("setMyCommands", commands=help_ru, language_code="ru")
    state = await page.get("state")
    assert state["bot"]["username"] == "tandem_bot"
    assert state["clock"] is None
    assert state["limits"] == "off"
    assert state["last_event"] == wire.telegram.events.last
    ann, _, sam = state["people"]
    assert ann["commands"] == help_ru
    assert sam["commands"] == []
    assert {name: ann[name] for name in ("id", "label", "username", "started", "blocked")} == {
        "id": ANN, "label": "Ann", "username": "ann", "started": True, "blocked": False,
    }  # fmt: skip


async def test_a_chat_shows_messages_of_both_sides_ready_to_draw(wire: Wire, page: Page) -> None:
    await wire.send("<b>Hi</b>", parse_mode="HTML", reply_markup=button("Site", url="https://a.ru"))
    await page.post("say", user=ANN, text="hello <b>")
    sent, said = await page.chat()
    assert sent["from"] == "bot"
    assert sent["html"] == "<b>Hi</b>"
    assert sent["inline"] == [[{"text": "Site", "url": "https://a.ru"}]]
    assert sent["entities"] == [{"type": "bold", "offset": 0, "length": 2}]
    assert sent["date"] == wire.clocks.now.isoformat()
    assert sent["edited"] is False
    assert said["from"] == "user"
    assert said["html"] == "hello &lt;b&gt;"
    assert said["inline"] is None


async def test_a_chat_is_read_in_pages_from_its_end(wire: Wire, page: Page) -> None:
    ids = [(await wire.send(str(number)))["message_id"] for number in range(5)]
    assert [one["id"] for one in await page.chat(query="?limit=2")] == ids[3:]
    assert [one["id"] for one in await page.chat(query=f"?limit=2&before={ids[3]}")] == ids[1:3]


async def test_events_tell_everything_that_changes(wire: Wire, page: Page) -> None:
    start = wire.telegram.events.last
    message = await wire.send("one", reply_markup=button())
    target = {"chat_id": ANN, "message_id": message["message_id"]}
    press = await page.post("press", user=ANN, message=message["message_id"], data="yes")
    await wire.ok(
        "answerCallbackQuery", callback_query_id=press["query"], text="Careful", show_alert=True
    )
    await wire.ok("answerCallbackQuery", callback_query_id=press["query"], text="Saved")
    await wire.ok("sendChatAction", chat_id=ANN, action="typing")
    await wire.ok("editMessageText", **target, text="two")
    await wire.ok("deleteMessage", **target)
    events = [event for event in await page.events(start, 12) if event["type"] != "call"]
    assert [event["type"] for event in events] == [
        "message", "alert", "toast", "typing", "edit", "delete",
    ]  # fmt: skip
    assert all(event["user"] == ANN for event in events)
    assert events[1]["text"] == "Careful"
    assert events[4]["text"] == "two"
    assert events[5]["id"] == message["message_id"]


async def test_a_listener_hears_at_once_and_reads_the_state_of_that_moment(
    wire: Wire, page: Page
) -> None:
    listening = asyncio.ensure_future(page.events(wire.telegram.events.last, 3))
    await asyncio.sleep(0.1)
    message = await wire.send("one")
    await wire.ok("editMessageText", chat_id=ANN, message_id=message["message_id"], text="two")
    first, call, second = await listening
    assert (first["type"], first["text"]) == ("message", "one")
    assert (call["type"], call["method"], call["ok"]) == ("call", "sendMessage", True)
    assert (second["type"], second["text"]) == ("edit", "two")


async def test_people_say_start_block_and_come_back(wire: Wire, page: Page) -> None:
    await page.post("start", user=STRANGER, payload="team-7")
    await page.post("say", user=STRANGER, text="hi")
    await page.post("block", user=STRANGER, blocked=True)
    assert await page.refused("say", user=STRANGER, text="hi") == (
        409,
        "the bot is blocked: unblock it first",
    )
    await page.post("block", user=STRANGER, blocked=False)
    updates = await wire.updates()
    assert [update.get("message", {}).get("text") for update in updates] == [
        "/start team-7", "hi", None, None,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("path", "body", "status", "error"),
    [
        ("say", {"user": 7, "text": "x"}, 409, "no such person: 7"),
        ("say", {"user": ANN, "text": " "}, 409, "an empty message cannot be sent"),
        ("say", {"user": ANN, "text": "x" * 4097}, 409, "the message is too long"),
        ("say", {"user": STRANGER, "text": "x"}, 409, "the chat begins with the Start button"),
        ("say", {"user": ANN}, 400, "text must be a text"),
        ("say", {"text": "x"}, 400, "user must be a number"),
        ("press", {"user": ANN, "message": 1, "data": "x"}, 409, "no such button"),
        ("block", {"user": STRANGER}, 409, "there is no chat to block yet"),
        ("people", {"first_name": " "}, 400, "first_name must not be empty"),
        ("clock", {"advance": 5}, 404, ALONE),
        ("reset", {"x": 1}, 404, ALONE),
        ("nothing", {"x": 1}, 404, "no such page"),
    ],
)  # fmt: skip
async def test_what_no_client_could_do_is_refused_in_words(
    page: Page, path: str, body: dict[str, Any], status: int, error: str
) -> None:
    assert await page.refused(path, **body) == (status, error)


@pytest.mark.parametrize("payload", ["a b", "привет", "x" * 65, "a.b"])
async def test_a_link_with_a_wrong_payload_does_not_open(page: Page, payload: str) -> None:
    status, error = await page.refused("start", user=ANN, payload=payload)
    assert status == 409
    assert "1 to 64 characters" in error


async def test_a_stranger_can_be_added(wire: Wire, page: Page) -> None:
    answer = await page.post("people", first_name="Zoe", language_code="en", label="Somebody")
    person = wire.telegram.people.get(answer["id"])
    assert (person.first_name, person.label, person.started) == ("Zoe", "Somebody", False)


async def test_files_go_both_ways(wire: Wire, page: Page) -> None:
    url = f"{wire.base}/sandbox/upload"
    for kind, name, content in (("document", "план.txt", b"plan"), ("photo", "a.png", png())):
        form = aiohttp.FormData({"user": str(ANN), "kind": kind}, quote_fields=False)
        form.add_field("file", content, filename=name)
        async with wire.http.post(url, data=form) as response:
            assert response.status == 200
    document, photo = await page.chat()
    assert document["document"]["name"] == "план.txt"
    assert (photo["photo"]["w"], photo["photo"]["h"]) == (8, 8)
    async with wire.http.get(wire.base + document["document"]["url"]) as response:
        assert await response.read() == b"plan"
        assert response.headers["Content-Disposition"].startswith("attachment")
    async with wire.http.get(wire.base + photo["photo"]["url"]) as response:
        assert response.content_type == "image/png"
    kinds = [set(update["message"]) & {"document", "photo"} for update in await wire.updates()]
    assert kinds == [{"document"}, {"photo"}]


async def test_the_journal_is_read_whole_or_only_its_errors(wire: Wire, page: Page) -> None:
    await wire.send()
    await wire.bad("sendMessage", chat_id=ANN)
    journal = await page.get("journal")
    assert [call["ok"] for call in journal["calls"]] == [True, False]
    assert journal["accepted"] == 1
    errors = await page.get("journal?errors=1")
    assert [call["description"] for call in errors["calls"]] == [
        "Bad Request: message text is empty"
    ]
    assert (await page.get(f"journal?after={journal['last']}"))["calls"] == []


async def test_faults_are_ordered_and_called_off_from_the_page(wire: Wire, page: Page) -> None:
    await page.post("faults", method="sendMessage", kind="500", times=5)
    assert (await wire.call("sendMessage", chat_id=BOB, text="x")).status == 500
    assert (await page.ask("DELETE", "faults"))[0] == 200
    await wire.send(chat_id=BOB)
    assert (await page.refused("faults", kind="flood"))[0] == 400


class Product:
    def __init__(self) -> None:
        self.now = datetime(2026, 9, 1, 9, 0, tzinfo=UTC)
        self.resets = 0

    preparing = False

    async def clock(self) -> ClockView:
        return ClockView(self.now, self.now + timedelta(hours=1), "Asia/Yekaterinburg")

    async def advance(self, by: timedelta) -> ClockView:
        self.now += by
        return await self.clock()

    async def advance_to_next(self) -> ClockView:
        return await self.advance(timedelta(hours=1))

    async def reset(self) -> None:
        self.resets += 1


async def test_the_clock_of_the_product_is_moved_from_the_page(serve: Serve) -> None:
    product = Product()
    page = Page(await serve(backstage=product))
    assert (await page.get("state"))["clock"] == {
        "now": "2026-09-01T09:00:00+00:00",
        "next": "2026-09-01T10:00:00+00:00",
        "zone": "Asia/Yekaterinburg",
    }
    assert (await page.post("clock", advance=60))["now"] == "2026-09-01T09:01:00+00:00"
    assert (await page.post("clock", to="next"))["now"] == "2026-09-01T10:01:00+00:00"
    assert (await page.refused("clock", advance=-1))[0] == 400
    assert (await page.refused("clock", advance="soon"))[0] == 400
    await page.post("reset", all=True)
    assert product.resets == 1
    kinds = [event["type"] for event in page.wire.telegram.events.after(0) or () for event in [
        json.loads(event.line().split(b"data: ", 1)[1])
    ]]  # fmt: skip
    assert kinds[-3:] == ["clock", "clock", "reset"]


async def test_the_page_itself_is_served_and_nothing_around_it(wire: Wire) -> None:
    async with wire.http.get(wire.base + "/") as response:
        assert response.status == 200
        assert response.content_type == "text/html"
    for path in ("/../page_api.py", "/%2e%2e/page_api.py", "/nothing.js", "/.."):
        async with wire.http.get(wire.base + path) as response:
            assert response.content_type in ("application/json", "text/html")
            assert b"page_requests" not in await response.read()


async def test_a_server_stops_although_a_page_is_listening(serve: Serve) -> None:
    wire = await serve()
    async with wire.http.get(f"{wire.base}/sandbox/events") as response:
        assert response.status == 200
        # Leaving the test stops the server; a stream that did not end would make it wait.
