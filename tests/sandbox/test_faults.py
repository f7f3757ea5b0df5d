"""Faults on demand: what a bot may meet on a bad day."""

from __future__ import annotations

import asyncio

import aiohttp
import pytest

from tests.sandbox.wire import ANN, BOB, Wire


def accepted(wire: Wire) -> int:
    return wire.telegram.journal.accepted.total


@pytest.mark.parametrize(
    ("kind", "refusal"),
    [
        ("500", (500, "Internal Server Error")),
        ("502", (502, "Bad Gateway")),
        ("403", (403, "Forbidden: bot was blocked by the user")),
        ("429", (429, "Too Many Requests: retry after 7")),
    ],
)
async def test_a_server_refuses_a_number_of_times(
    wire: Wire, kind: str, refusal: tuple[int, str]
) -> None:
    wire.telegram.faults.add(method="sendMessage", times=2, kind=kind, seconds=7)
    for _ in range(2):
        await wire.ok("getMe")
        assert await wire.refused("sendMessage", chat_id=ANN, text="x") == refusal
    assert accepted(wire) == 0
    await wire.send()


async def test_a_connection_is_cut_before_or_after_the_message_is_taken(wire: Wire) -> None:
    for kind, taken in (("reset_before", 0), ("reset_after", 1)):
        wire.telegram.faults.add(method="sendMessage", kind=kind)
        with pytest.raises(aiohttp.ClientError):
            await wire.send()
        assert accepted(wire) == taken
    await wire.send()


async def test_an_answer_may_be_slow_or_no_json(wire: Wire) -> None:
    wire.telegram.faults.add(method="sendMessage", kind="slow", seconds=0.2)
    wire.telegram.faults.add(method="sendMessage", kind="bad_json")
    url = wire.url("sendMessage")
    values = {"chat_id": str(ANN), "text": "x"}
    timeout = aiohttp.ClientTimeout(total=0.1)
    with pytest.raises(TimeoutError):
        await wire.http.post(url, data=values, timeout=timeout)
    async with wire.http.post(url, data=values) as response:
        assert response.content_type == "text/html"
    assert accepted(wire) >= 1


async def test_a_slow_call_is_in_work_until_it_took_effect_also_when_its_caller_is_gone(
    wire: Wire,
) -> None:
    wire.telegram.faults.add(method="sendMessage", kind="slow", seconds=0.3)
    call = asyncio.create_task(
        wire.http.post(wire.url("sendMessage"), data={"chat_id": str(ANN), "text": "x"})
    )
    async with asyncio.timeout(5):
        while not wire.telegram.in_work:
            await asyncio.sleep(0.01)
    call.cancel()
    with pytest.raises(asyncio.CancelledError):
        await call
    assert (wire.telegram.in_work, accepted(wire)) == (1, 0)
    async with asyncio.timeout(5):
        while wire.telegram.in_work:
            await asyncio.sleep(0.01)
    assert accepted(wire) == 1


async def test_a_fault_may_concern_one_chat_only(wire: Wire) -> None:
    wire.telegram.faults.add(kind="500", chat_id=BOB)
    await wire.send(chat_id=ANN)
    assert (await wire.call("sendMessage", chat_id=BOB, text="x")).status == 500
    await wire.send(chat_id=BOB)


async def test_faults_can_be_called_off(wire: Wire) -> None:
    wire.telegram.faults.add(kind="500", times=100)
    wire.telegram.faults.clear()
    await wire.send()


def test_a_fault_that_nobody_knows_is_refused(wire: Wire) -> None:
    with pytest.raises(ValueError, match="unknown kind of fault"):
        wire.telegram.faults.add(kind="earthquake")
