"""The webhook: what may be set, how updates are delivered, and what happens when they are not."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from typing import Any

import pytest
from aiohttp import web

from tests.sandbox.wire import ANN, BOB, Wire


class Hook:
    """A bot's address that notes what it gets and answers as told."""

    def __init__(self) -> None:
        self.url = ""
        self.secrets: list[str | None] = []
        self.got: list[dict[str, Any]] = []
        self.answers: list[web.Response] = []
        self.pause: Callable[[dict[str, Any]], float] = lambda update: 0

    async def handle(self, request: web.Request) -> web.Response:
        update = await request.json()
        self.secrets.append(request.headers.get("X-Telegram-Bot-Api-Secret-Token"))
        await asyncio.sleep(self.pause(update))
        self.got.append(update)
        return self.answers.pop(0) if self.answers else web.Response()

    @property
    def texts(self) -> list[str]:
        return [update["message"]["text"] for update in self.got]

    async def has(self, number: int) -> None:
        async with asyncio.timeout(5):
            while len(self.got) < number:
                await asyncio.sleep(0.01)


@pytest.fixture
async def hook() -> AsyncIterator[Hook]:
    hook = Hook()
    app = web.Application()
    app.router.add_post("/hook", hook.handle)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    hook.url = f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    yield hook
    await runner.cleanup()


async def until_empty(wire: Wire) -> None:
    async with asyncio.timeout(5):
        while (await wire.ok("getWebhookInfo"))["pending_update_count"]:
            await asyncio.sleep(0.01)


@pytest.mark.parametrize(
    ("values", "error"),
    [
        ({"url": "nonsense"}, "invalid webhook URL specified"),
        ({"url": "ftp://127.0.0.1/"}, "invalid webhook URL specified"),
        (
            {"url": "http://example.org/hook"},
            "bad webhook: An HTTPS URL must be provided for webhook",
        ),
        ({"url": "https://example.org/", "secret_token": "x" * 257}, "secret token is too long"),
        (
            {"url": "https://example.org/", "secret_token": "a b"},
            "secret token contains unallowed characters",
        ),
    ],
)
async def test_a_wrong_webhook_is_refused(wire: Wire, values: dict[str, Any], error: str) -> None:
    assert await wire.bad("setWebhook", **values) == error


async def test_a_webhook_is_set_at_most_once_a_second(strict: Wire) -> None:
    await strict.ok("setWebhook", url="")
    answer = await strict.call("setWebhook", url="")
    assert answer.refusal == (429, "Too Many Requests: retry after 1")
    assert answer.headers["Retry-After"] == "1"
    strict.clocks.pass_by(1)
    await strict.ok("setWebhook", url="")


async def test_the_number_of_connections_is_between_1_and_100(wire: Wire, hook: Hook) -> None:
    for asked, kept in ((0, 1), (7, 7), (1000, 100)):
        await wire.ok("setWebhook", url=hook.url, max_connections=asked)
        assert (await wire.ok("getWebhookInfo"))["max_connections"] == kept


async def test_updates_come_with_the_secret_also_those_that_waited(wire: Wire, hook: Hook) -> None:
    wire.telegram.people.say(ANN, "before")
    await wire.ok("setWebhook", url=hook.url, secret_token="s-1_A")
    wire.telegram.people.say(ANN, "after")
    await hook.has(2)
    await until_empty(wire)
    assert hook.texts == ["before", "after"]
    assert hook.secrets == ["s-1_A", "s-1_A"]
    await wire.ok("deleteWebhook")
    assert (await wire.ok("getWebhookInfo"))["url"] == ""


async def test_waiting_updates_may_be_dropped(wire: Wire, hook: Hook) -> None:
    wire.telegram.people.say(ANN, "before")
    await wire.ok("setWebhook", url=hook.url, drop_pending_updates=True)
    wire.telegram.people.say(ANN, "after")
    await hook.has(1)
    assert hook.texts == ["after"]


async def test_an_update_is_sent_again_until_it_is_taken(wire: Wire, hook: Hook) -> None:
    hook.answers = [web.Response(status=500), web.Response(status=302), web.Response(status=204)]
    await wire.ok("setWebhook", url=hook.url)
    wire.telegram.people.say(ANN, "a")
    await hook.has(1)
    await asyncio.sleep(0.02)
    info = await wire.ok("getWebhookInfo")
    assert (
        info["last_error_message"] == "Wrong response from the webhook: 500 Internal Server Error"
    )
    assert info["last_error_date"] == int(wire.clocks.now.timestamp())
    await hook.has(3)
    await until_empty(wire)
    assert hook.texts == ["a", "a", "a"]


async def test_retry_after_is_honoured(wire: Wire, hook: Hook) -> None:
    hook.answers = [web.Response(status=503, headers={"Retry-After": "1"})]
    await wire.ok("setWebhook", url=hook.url)
    wire.telegram.people.say(ANN, "a")
    await hook.has(1)
    await asyncio.sleep(0.4)
    assert len(hook.got) == 1
    await hook.has(2)


async def test_a_bot_that_is_away_is_an_error_to_see(wire: Wire) -> None:
    await wire.ok("setWebhook", url="http://127.0.0.1:1/hook")
    wire.telegram.people.say(ANN, "a")
    async with asyncio.timeout(5):
        while "last_error_message" not in (info := await wire.ok("getWebhookInfo")):
            await asyncio.sleep(0.01)
    assert info["last_error_message"] == "Connection refused"
    assert info["pending_update_count"] == 1


async def test_one_slow_chat_does_not_hold_up_the_others(wire: Wire, hook: Hook) -> None:
    hook.pause = lambda update: 0.3 if update["message"]["text"] == "slow" else 0
    await wire.ok("setWebhook", url=hook.url)
    wire.telegram.people.say(ANN, "slow")
    wire.telegram.people.say(ANN, "next")
    wire.telegram.people.say(BOB, "other")
    await hook.has(3)
    assert hook.texts == ["other", "slow", "next"]


async def test_a_body_with_a_method_is_a_call(wire: Wire, hook: Hook) -> None:
    hook.answers = [
        web.json_response({"method": "sendMessage", "chat_id": ANN, "text": "pong"}),
        web.json_response({"method": "deleteWebhook"}),
        web.json_response({"method": "sendMessage", "chat_id": ANN}),
        web.Response(text="thanks"),
    ]
    await wire.ok("setWebhook", url=hook.url)
    for text in ("ping", "1", "2", "3"):
        wire.telegram.people.say(ANN, text)
    await hook.has(4)
    await until_empty(wire)
    assert [one.text for one in wire.telegram.journal.accepted[ANN]] == ["pong"]
    assert wire.telegram.webhook.url == hook.url


async def test_an_update_may_be_delivered_twice(wire: Wire, hook: Hook) -> None:
    wire.telegram.faults.add(method="getUpdates", kind="duplicate")
    await wire.ok("setWebhook", url=hook.url)
    wire.telegram.people.say(ANN, "a")
    await hook.has(2)
    assert hook.got[0] == hook.got[1]


async def test_an_address_that_is_gone_for_a_day_is_forgotten(wire: Wire, hook: Hook) -> None:
    hook.answers = [web.Response(status=410) for _ in range(100)]
    await wire.ok("setWebhook", url=hook.url)
    wire.telegram.people.say(ANN, "a")
    await hook.has(1)
    wire.clocks.pass_by(12 * 3600)
    wire.telegram.people.say(BOB, "b")
    await hook.has(3)
    assert wire.telegram.webhook.url == hook.url
    wire.clocks.pass_by(11 * 3600)
    async with asyncio.timeout(5):
        while wire.telegram.webhook.url:
            await asyncio.sleep(0.01)
