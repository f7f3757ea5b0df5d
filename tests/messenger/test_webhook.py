"""Receiving by webhook: with the secret only, and 200 only for what is stored."""

import asyncio
import json
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from io import BytesIO
from typing import Any

import pytest
from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiohttp import ClientSession
from aiohttp.test_utils import TestServer

from bot.messenger import webhook
from sandbox.telegram import Limits, Telegram
from sandbox.telegram.server import serving
from tests.messenger.board import Board, message

SECRET = "open-sesame"
HEADER = "X-Telegram-Bot-Api-Secret-Token"


@pytest.fixture
async def address(board: Board) -> AsyncIterator[str]:
    app = webhook.make_app(secret=SECRET, inbox=board.inbox, switchboard=board.switchboard)
    async with TestServer(app) as server, board.at_work():
        yield str(server.make_url("")).rstrip("/")


async def _post(address: str, body: bytes, secret: str | None = SECRET) -> int:
    headers = {} if secret is None else {HEADER: secret}
    async with (
        ClientSession() as http,
        http.post(address + webhook.PATH, data=BytesIO(body), headers=headers) as answer,
    ):
        return answer.status


def _body(update: Any) -> bytes:
    return json.dumps(update).encode()


async def test_an_update_with_the_secret_is_taken(board: Board, address: str) -> None:
    assert await _post(address, _body(message(1, "hello"))) == 200
    await board.settled()
    assert board.done == {1: ["hello"]}


@pytest.mark.parametrize("secret", [None, "", "open-sesam", "open-sesame ?", "пароль"])
async def test_without_the_secret_nothing_is_taken(
    board: Board, address: str, secret: str | None
) -> None:
    assert await _post(address, _body(message(1, "hello")), secret) == 401
    assert await board.inbox.counts() == {}


@pytest.mark.parametrize(
    "body", [b"", b"{", b"[]", b"null", b'"x"', b"{}", b'{"update_id": "one"}', b"\xff\xfe"]
)
async def test_what_is_no_update_is_refused(board: Board, address: str, body: bytes) -> None:
    assert await _post(address, body) == 400
    assert await board.inbox.counts() == {}


async def test_more_than_a_megabyte_is_refused(board: Board, address: str) -> None:
    assert await _post(address, _body(message(1, "x" * (1 << 20)))) == 413
    assert await _post(address, _body(message(2, "x" * (1 << 19)))) == 200
    await board.settled()
    assert len(board.done[1]) == 1


async def test_only_its_own_address_answers(address: str) -> None:
    async with ClientSession() as http:
        async with http.get(address + webhook.PATH) as answer:
            assert answer.status == 405
        async with http.post(address + "/other", headers={HEADER: SECRET}) as answer:
            assert answer.status == 404


def test_without_a_secret_there_is_no_webhook(board: Board) -> None:
    with pytest.raises(ValueError, match="WEBHOOK_SECRET"):
        webhook.make_app(secret="", inbox=board.inbox, switchboard=board.switchboard)


async def test_a_messenger_delivers_there_in_order_and_each_once(
    board: Board, address: str
) -> None:
    telegram = Telegram(
        token="42:" + "x" * 35, username="tandem_bot", clock=lambda: datetime.now(UTC),
        limits=Limits.off(),
    )  # fmt: skip
    for person in (1, 2):
        telegram.people.add(id=person, first_name="Ann", started=True)
    async with serving(telegram, page=False, patience=0.1) as api:
        session = AiohttpSession(api=TelegramAPIServer.from_base(api))
        bot = Bot(telegram.token, session=session)
        try:
            await webhook.announce(bot, url=address, secret=SECRET)
            telegram.faults.add(method="getUpdates", kind="duplicate", times=5)
            for number in range(20):
                telegram.people.say(1 + number % 2, str(number))
            while telegram.updates.queue:
                await asyncio.sleep(0.01)
            await board.settled()
        finally:
            await session.close()
    assert telegram.webhook.max_connections == 1
    assert telegram.webhook.last_error_message == ""
    assert board.done == {1 + odd: [str(n) for n in range(odd, 20, 2)] for odd in (0, 1)}


async def test_an_update_that_could_not_be_stored_is_sent_again(board: Board) -> None:
    broken = True
    keep = board.inbox.keep

    async def keep_when_well(arrived: Any) -> Any:
        if broken:
            raise OSError("the disk is full")
        return await keep(arrived)

    board.inbox.keep = keep_when_well  # type: ignore[method-assign]  # a disk that recovers
    app = webhook.make_app(secret=SECRET, inbox=board.inbox, switchboard=board.switchboard)
    async with TestServer(app) as server, board.at_work():
        address = str(server.make_url("")).rstrip("/")
        assert await _post(address, _body(message(1, "hello"))) == 500
        broken = False
        assert await _post(address, _body(message(1, "hello"))) == 200
        await board.settled()
    assert board.done == {1: ["hello"]}
