"""Fetching updates over real HTTP from a messenger that has its bad days."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import UTC, datetime

import aiohttp
import pytest

from bot.messenger import receiver as module
from bot.messenger.receiver import Receiver, TokenRefused
from bot.storage.database import Database
from bot.storage.inbox import Arrived, Inbox, Waiting
from sandbox.telegram import Limits, Telegram
from sandbox.telegram.server import serving
from tests.messenger.board import Board

ANN = 7


class Wire:
    """A messenger, and a receiver whose updates come to the board."""

    def __init__(self, board: Board, telegram: Telegram, address: str) -> None:
        self.board, self.telegram, self.address = board, telegram, address
        self.receiver = self.a_receiver()

    def a_receiver(self, *, token: str | None = None, inbox: Inbox | None = None) -> Receiver:
        return Receiver(
            api_url=self.address,
            token=token or self.telegram.token,
            inbox=inbox or self.board.inbox,
            switchboard=self.board.switchboard,
        )

    @asynccontextmanager
    async def listening(self, receiver: Receiver | None = None) -> AsyncIterator[None]:
        running = asyncio.ensure_future((receiver or self.receiver).run())
        try:
            yield
            assert not running.done(), "the receiver has ended"
        finally:
            running.cancel()
            await asyncio.gather(running, return_exceptions=True)

    def says(self, *texts: str) -> None:
        for text in texts:
            self.telegram.people.say(ANN, text)

    async def hears(self, *texts: str, timeout: float = 5) -> None:
        async with asyncio.timeout(timeout):
            while len(self.board.done[ANN]) < len(texts):
                await asyncio.sleep(0.01)
        await asyncio.sleep(0.05)  # and nothing twice
        assert self.board.done[ANN] == list(texts)


@pytest.fixture
async def wire(board: Board, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Wire]:
    monkeypatch.setattr(module, "_FIRST_PAUSE", 0.02)
    telegram = Telegram(
        token="42:" + "x" * 35,
        username="tandem_bot",
        clock=lambda: datetime.now(UTC),
        limits=Limits.off(),
    )
    telegram.people.add(id=ANN, first_name="Ann", started=True)
    async with serving(telegram, page=False, patience=0.1) as address, board.at_work():
        yield Wire(board, telegram, address)


@pytest.mark.parametrize("kind", ["500", "502", "reset_before", "reset_after", "bad_json", "429"])
async def test_a_messenger_that_stumbles_costs_no_update(wire: Wire, kind: str) -> None:
    async with wire.listening():
        wire.says("one")
        await wire.hears("one")
        wire.telegram.faults.add(method="getUpdates", kind=kind, times=2, seconds=1)
        wire.says("two", "three")
        await wire.hears("one", "two", "three")


@pytest.mark.parametrize("kind", ["500", "reset_before", "bad_json"])
async def test_a_messenger_that_stumbles_at_the_very_start_is_asked_again(
    wire: Wire, kind: str
) -> None:
    wire.telegram.faults.add(method="deleteWebhook", kind=kind)
    wire.says("one")
    async with wire.listening():
        await wire.hears("one")


async def test_a_messenger_that_is_away_at_the_start_is_waited_for(wire: Wire) -> None:
    wire.receiver._url = "http://127.0.0.1:9/bot/"
    async with wire.listening():
        await asyncio.sleep(0.2)


async def test_updates_delivered_twice_are_done_once(wire: Wire) -> None:
    async with wire.listening():
        wire.telegram.faults.add(method="getUpdates", kind="duplicate", times=2)
        wire.says("one")
        await wire.hears("one")
        wire.says("two")
        await wire.hears("one", "two")


async def test_another_program_with_our_token_is_outlived(wire: Wire) -> None:
    async with wire.listening(), aiohttp.ClientSession() as http:
        await asyncio.sleep(0.1)
        async with http.get(
            f"{wire.address}/bot{wire.telegram.token}/getUpdates?timeout=0"
        ) as taken:
            assert taken.status == 200
        wire.says("one")
        await wire.hears("one")
    assert wire.telegram.journal.errors["getUpdates", 409] == 1


async def test_a_token_that_is_refused_ends_it(wire: Wire) -> None:
    with pytest.raises(TokenRefused):
        await wire.a_receiver(token="42:" + "y" * 35).run()


class _Broken(Inbox):
    async def keep(self, arrived: Sequence[Arrived]) -> list[Waiting]:
        raise OSError("the disk is full")


async def test_the_messenger_is_told_only_of_what_is_stored(wire: Wire, db: Database) -> None:
    wire.says("kept")
    with pytest.raises(OSError, match="disk"):
        await wire.a_receiver(inbox=_Broken(db)).run()
    assert len(wire.telegram.updates.queue) == 1
    async with wire.listening():
        await wire.hears("kept")


async def test_updates_that_cannot_be_read_do_not_stop_the_others(wire: Wire) -> None:
    wire.telegram.inject({"message": {"message_id": 1, "text": "no date, no chat"}})
    wire.telegram.inject({"telepathy": {"from": {"id": ANN}}})
    wire.says("one")
    async with wire.listening():
        await wire.hears("one")
    assert (await wire.board.inbox.counts())["quarantined"] == 2
    assert len(wire.board.reported) == 2
