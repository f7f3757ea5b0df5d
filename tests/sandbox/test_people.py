"""The driver of people: conversations with a small bot that is polling in the same test."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from sandbox.page_api import ClockView
from sandbox.people import RefusedByClient, Town, Unexpected
from tests.sandbox.conftest import Serve
from tests.sandbox.wire import ANN, BOB, Wire, button, png


async def answer(wire: Wire, update: dict[str, Any]) -> None:
    """A bot of a few words."""
    if query := update.get("callback_query"):
        target = {"chat_id": query["from"]["id"], "message_id": query["message"]["message_id"]}
        if query["data"] == "alert":
            await wire.ok(
                "answerCallbackQuery", callback_query_id=query["id"], text="No!", show_alert=True
            )
            return
        await wire.ok("answerCallbackQuery", callback_query_id=query["id"], text="Saved")
        await wire.ok("editMessageText", **target, text=f"You said {query['data']}")
        return
    if "message" not in update:
        return
    message = update["message"]
    chat = message["chat"]["id"]
    text = message.get("text", "")
    if text.startswith("/start"):
        await wire.send(f"Hello {text.removeprefix('/start').strip()}", chat_id=chat)
    elif text == "ask":
        rows = [
            [
                {"text": "Yes", "callback_data": "yes"},
                {"text": "Yes, but", "callback_data": "alert"},
            ]
        ]
        await wire.send("Well?", chat_id=chat, reply_markup={"inline_keyboard": rows})
    elif text == "invite":
        link = "https://t.me/tandem_bot?start=team-7"
        await wire.send(f'Send <a href="{link}">this</a>', chat_id=chat, parse_mode="HTML",
                        reply_markup=button("Join", url=link))  # fmt: skip
    elif text == "report":
        await wire.ok("sendDocument", {"document": ("report.txt", b"all well")}, chat_id=chat)
        await wire.ok("sendPhoto", {"photo": ("a.png", png())}, chat_id=chat)
    elif text == "keys":
        await wire.send("Choose", chat_id=chat, reply_markup={"keyboard": [["Mood: fine"]]})
    elif "document" in message:
        await wire.send(f"Got {message['document']['file_name']}", chat_id=chat)
    else:
        await wire.send(f"Echo {text}", chat_id=chat)


@pytest.fixture
async def town(wire: Wire) -> AsyncIterator[Town]:
    async def poll() -> None:
        offset = 0
        while True:
            for update in await wire.updates(offset=offset, timeout=30):
                offset = update["update_id"] + 1
                await answer(wire, update)

    polling = asyncio.ensure_future(poll())
    async with Town(wire.base) as town:
        yield town
    polling.cancel()
    with suppress(asyncio.CancelledError):
        await polling


async def test_a_conversation_reads_as_one(town: Town) -> None:
    sam = await town.stranger("Sam")
    await sam.starts("team-7")
    await sam.waits_for("Hello team-7")
    await sam.says("ask")
    await sam.clicks("Yes")
    await sam.waits_for("You said yes")
    assert sam.sees == "You said yes"
    assert sam.toasts == ["Saved"]
    assert sam.buttons == []


async def test_a_whole_label_wins_over_a_part_and_a_part_will_do(town: Town) -> None:
    ann = await town.person(ANN)
    await ann.says("ask")
    await ann.waits_for("Well?")
    assert ann.buttons == ["Yes", "Yes, but"]
    await ann.clicks("but")
    await ann.waits_for_alert("No!")
    assert ann.alerts == ["No!"]


async def test_a_part_on_the_newest_message_wins_over_a_whole_label_on_an_old_one(
    wire: Wire,
) -> None:
    await wire.send("old", reply_markup=button("Back"))
    newest = await wire.send("new", reply_markup=button("<< Back", callback_data="new"))
    async with Town(wire.base) as town:
        ann = await town.person(ANN)
        await ann.clicks("Back")
    query = (await wire.updates())[-1]["callback_query"]
    assert (query["message"]["message_id"], query["data"]) == (newest["message_id"], "new")


async def test_a_click_waits_for_the_answer_to_the_act_before(wire: Wire) -> None:
    await wire.send("first", reply_markup=button("Next", callback_data="1"))
    async with Town(wire.base) as town:
        ann = await town.person(ANN)
        await ann.says("go on")
        clicking = asyncio.ensure_future(ann.clicks("Next"))
        await asyncio.sleep(0.1)
        await wire.send("second", reply_markup=button("Next", callback_data="2"))
        await clicking
    assert (await wire.updates())[-1]["callback_query"]["data"] == "2"


async def test_only_what_is_new_answers_an_act(town: Town) -> None:
    ann = await town.person(ANN)
    await ann.says("one")
    await ann.waits_for("Echo")
    await ann.says("ask")
    with pytest.raises(Unexpected, match="“Echo” did not come"):
        await ann.waits_for("Echo", timeout=0.3)


async def test_a_failure_draws_the_screen(town: Town) -> None:
    ann = await town.person(ANN)
    await ann.says("ask")
    await ann.waits_for("Well?")
    drawn = re.escape("Ann (101) sees:\nme:  ask\nbot: Well?\n     [Yes] [Yes, but]")
    with pytest.raises(Unexpected, match=drawn):
        await ann.clicks("Perhaps", timeout=0.1)


async def test_two_people_talk_at_once(town: Town) -> None:
    ann, bob = await town.person(ANN), await town.person(BOB)
    await asyncio.gather(ann.says("one"), bob.says("two"))
    await asyncio.gather(ann.waits_for("Echo one"), bob.waits_for("Echo two"))


async def test_a_link_of_one_opens_on_the_phone_of_another(town: Town) -> None:
    ann, sam = await town.person(ANN), await town.stranger("Sam")
    await ann.says("invite")
    await ann.waits_for("Send this")
    assert ann.links == ["team-7"]
    await sam.starts(ann.links[0])
    await sam.waits_for("Hello team-7")
    await ann.clicks("Join")
    await ann.waits_for("Hello team-7")


async def test_a_reply_keyboard_says_its_text(town: Town) -> None:
    ann = await town.person(ANN)
    await ann.says("keys")
    await ann.waits_for("Choose")
    assert ann.keyboard == ["Mood: fine"]
    await ann.clicks("Mood")
    await ann.waits_for("Echo Mood: fine")


async def test_files_are_sent_and_downloaded(town: Town) -> None:
    ann = await town.person(ANN)
    await ann.says("report")
    assert await ann.waits_for_document("report") == b"all well"
    assert [document["name"] for document in ann.documents] == ["report.txt"]
    await ann.town.until(lambda: ann.photos or None, 5)
    assert (await ann.downloads(ann.photos[0])).startswith(b"\x89PNG")
    await ann.sends_file("план.pdf", b"%PDF")
    await ann.waits_for("Got план.pdf")


async def test_what_a_client_does_not_offer_is_refused(town: Town) -> None:
    ann = await town.person(ANN)
    await ann.blocks()
    with pytest.raises(RefusedByClient, match="unblock it first"):
        await ann.says("hello")
    await ann.unblocks()
    with pytest.raises(RefusedByClient, match="no such button"):
        await ann.presses(1, "x")
    with pytest.raises(LookupError, match="nobody has id 7; there are: 101 Ann"):
        await town.person(7)


async def test_a_phone_shows_what_was_there_before_the_test_came(wire: Wire) -> None:
    await wire.send("old")
    async with Town(wire.base) as town:
        ann = await town.person(ANN)
        assert ann.sees == "old"
        assert ann.new == []
        await wire.send("unasked")
        await ann.waits_for("unasked")


async def test_after_a_reset_the_phones_show_the_new_beginning(serve: Serve) -> None:
    class Product:
        preparing = False

        async def clock(self) -> ClockView:
            return ClockView(datetime(2026, 9, 1, tzinfo=UTC), None, "UTC")

        async def advance(self, by: timedelta) -> ClockView:
            return await self.clock()

        async def advance_to_next(self) -> ClockView:
            return await self.clock()

        async def reset(self) -> None:
            wire.telegram.wipe()
            wire.telegram.people.add(id=ANN, first_name="Ann", started=True)
            await wire.send("Welcome again")

    wire = await serve(backstage=Product())
    await wire.send("old")
    async with Town(wire.base) as town:
        ann, bob = await town.person(ANN), await town.person(BOB)
        await town.reset()
        assert [letter.text for letter in ann.letters] == ["Welcome again"]
        assert bob.letters == []
        assert [one["id"] for one in (await town.state())["people"]] == [ANN]


async def test_the_town_orders_faults_and_reads_the_journal(wire: Wire) -> None:
    async with Town(wire.base) as town:
        await town.goes_wrong("500", method="sendMessage")
        assert (await wire.call("sendMessage", chat_id=ANN, text="x")).status == 500
        await town.goes_wrong("500")
        await town.goes_right()
        await wire.send()
        await town.caught_up()
        journal = await town.journal(errors_only=True)
        assert [call["code"] for call in journal["calls"]] == [500]
        assert await town.clock() is None
