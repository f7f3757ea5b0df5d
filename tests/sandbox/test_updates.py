"""Long polling: offsets, waiting, conflicts of two pollers, kinds, age."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from sandbox.telegram import Limits
from tests.sandbox.conftest import Serve
from tests.sandbox.wire import ANN, BOB, STRANGER, Wire, button

TWO_POLLERS = (
    409,
    (
        "Conflict: terminated by other getUpdates request; "
        "make sure that only one bot instance is running"
    ),
)


def say(wire: Wire, *texts: str) -> None:
    for text in texts:
        wire.telegram.people.say(ANN, text)


def texts(updates: list[dict[str, Any]]) -> list[str]:
    return [update["message"]["text"] for update in updates]


async def test_updates_come_until_an_offset_confirms_them(wire: Wire) -> None:
    say(wire, "a", "b", "c")
    first = await wire.updates()
    assert texts(first) == ["a", "b", "c"]
    assert [update["update_id"] for update in first] == list(
        range(first[0]["update_id"], first[0]["update_id"] + 3)
    )
    assert await wire.updates() == first
    assert texts(await wire.updates(offset=first[1]["update_id"])) == ["b", "c"]
    assert texts(await wire.updates()) == ["b", "c"]
    assert await wire.updates(offset=first[2]["update_id"] + 1) == []


async def test_a_negative_offset_keeps_only_the_tail(wire: Wire) -> None:
    say(wire, "a", "b", "c")
    assert texts(await wire.updates(offset=-1)) == ["c"]
    assert texts(await wire.updates()) == ["c"]


async def test_the_limit_is_between_1_and_100(wire: Wire) -> None:
    say(wire, *map(str, range(1, 121)))
    assert len(await wire.updates(limit=2)) == 2
    assert len(await wire.updates(limit=500)) == 100
    assert len(await wire.updates(limit=0)) == 100


async def test_a_waiting_poller_gets_an_update_at_once(wire: Wire) -> None:
    polling = asyncio.ensure_future(wire.updates(timeout=30))
    await asyncio.sleep(0.1)
    say(wire, "a")
    assert texts(await asyncio.wait_for(polling, 2)) == ["a"]


async def test_the_same_offset_again_soon_has_to_wait(serve: Serve) -> None:
    wire = await serve(Limits(same_offset_wait=0.4))
    loop = asyncio.get_running_loop()
    await wire.updates(offset=5)
    began = loop.time()
    await wire.updates(offset=5)
    assert loop.time() - began > 0.3
    wire.clocks.pass_by(10)
    began = loop.time()
    await wire.updates(offset=5)
    assert loop.time() - began < 0.3


async def test_of_two_pollers_the_earlier_is_sent_away(wire: Wire) -> None:
    first = asyncio.ensure_future(wire.call("getUpdates", timeout=30))
    await asyncio.sleep(0.1)
    second = asyncio.ensure_future(wire.call("getUpdates", timeout=30))
    assert (await asyncio.wait_for(first, 2)).refusal == TWO_POLLERS
    say(wire, "a")
    assert texts((await asyncio.wait_for(second, 2)).body["result"]) == ["a"]


async def test_conflicts_that_come_often_are_answered_slowly(serve: Serve) -> None:
    wire = await serve(Limits(conflict_delay=0.4))
    loop = asyncio.get_running_loop()
    pollers = []
    for _ in range(3):
        pollers.append(asyncio.ensure_future(wire.call("getUpdates", timeout=30)))
        await asyncio.sleep(0.1)
    began = loop.time()
    assert pollers[0].done()
    assert (await pollers[1]).refusal == TWO_POLLERS
    assert loop.time() - began > 0.2
    say(wire, "a")
    await pollers[2]


async def test_polling_and_a_webhook_exclude_each_other(wire: Wire) -> None:
    polling = asyncio.ensure_future(wire.call("getUpdates", timeout=30))
    await asyncio.sleep(0.1)
    await wire.ok("setWebhook", url="http://127.0.0.1:1/hook")
    assert (await asyncio.wait_for(polling, 2)).refusal == (
        409,
        "Conflict: terminated by setWebhook request",
    )
    assert await wire.refused("getUpdates") == (
        409,
        (
            "Conflict: can't use getUpdates method while webhook is active; "
            "use deleteWebhook to delete the webhook first"
        ),
    )
    await wire.ok("deleteWebhook")
    assert await wire.updates() == []


async def test_allowed_updates_are_remembered_and_unknown_ones_ignored(wire: Wire) -> None:
    await wire.updates(allowed_updates=["message", "telepathy", "aiogd_update"])
    wire.telegram.people.block(ANN)
    wire.telegram.people.block(ANN, blocked=False)
    say(wire, "a")
    assert texts(await wire.updates()) == ["a"]
    await wire.updates(allowed_updates=[])
    wire.telegram.people.block(ANN)
    assert "my_chat_member" in (await wire.updates())[-1]


async def test_updates_older_than_a_day_are_lost(wire: Wire) -> None:
    say(wire, "old")
    wire.clocks.pass_by(12 * 3600)
    say(wire, "new")
    wire.clocks.pass_by(13 * 3600)
    assert texts(await wire.updates()) == ["new"]
    assert wire.telegram.updates.dropped == 1


async def test_a_start_arrives_as_a_command_with_its_payload(wire: Wire) -> None:
    wire.telegram.people.start(STRANGER, "team-7_x")
    message = (await wire.updates())[-1]["message"]
    assert message["text"] == "/start team-7_x"
    assert message["entities"] == [{"type": "bot_command", "offset": 0, "length": 6}]
    assert message["from"]["language_code"] == "en"


async def test_a_block_and_its_end_arrive_as_changes_of_membership(wire: Wire) -> None:
    wire.telegram.people.block(BOB)
    wire.telegram.people.start(BOB)
    blocked, back, start = await wire.updates()
    assert blocked["my_chat_member"]["new_chat_member"]["status"] == "kicked"
    assert back["my_chat_member"]["old_chat_member"]["status"] == "kicked"
    assert back["my_chat_member"]["new_chat_member"]["status"] == "member"
    assert start["message"]["text"] == "/start"


async def test_any_object_can_be_put_in_as_an_update(wire: Wire) -> None:
    wire.telegram.inject({"message": {"message_id": 1, "chat": {"id": ANN, "type": "private"}}})
    wire.telegram.inject({"thought": {"about": "nothing"}})
    broken, unknown = await wire.updates()
    assert "date" not in broken["message"]
    assert unknown["thought"] == {"about": "nothing"}
    assert unknown["update_id"] == broken["update_id"] + 1


async def test_a_confirmed_batch_may_be_delivered_again(wire: Wire) -> None:
    wire.telegram.faults.add(method="getUpdates", kind="duplicate")
    say(wire, "a")
    batch = await wire.updates()
    after = batch[-1]["update_id"] + 1
    assert await wire.updates(offset=after) == batch
    assert await wire.updates(offset=after) == []


@pytest.mark.parametrize("method", ["say", "press"])
async def test_what_waits_survives_a_bot_that_is_away(wire: Wire, method: str) -> None:
    if method == "say":
        say(wire, "a")
    else:
        message = await wire.send(reply_markup=button())
        wire.telegram.people.press(ANN, message["message_id"], "yes")
    wire.clocks.pass_by(3600)
    assert len(await wire.updates()) == 1


async def test_a_server_stops_at_once_although_a_bot_is_polling(wire: Wire) -> None:
    polling = asyncio.ensure_future(wire.updates(timeout=50))
    await asyncio.sleep(0.1)
    wire.telegram.updates.close()
    assert await asyncio.wait_for(polling, 1) == []
