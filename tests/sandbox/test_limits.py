"""Flood limits and the journal that remembers who was told to wait."""

from __future__ import annotations

from sandbox.telegram import Limits
from tests.sandbox.conftest import Serve
from tests.sandbox.wire import ANN, BOB, Wire, button, png


async def test_a_short_burst_passes_and_then_one_message_a_second(strict: Wire) -> None:
    for _ in range(5):
        await strict.send()
    answer = await strict.call("sendMessage", chat_id=ANN, text="x")
    assert answer.refusal == (429, "Too Many Requests: retry after 1")
    assert answer.body["parameters"] == {"retry_after": 1}
    assert answer.headers["Retry-After"] == "1"
    await strict.send(chat_id=BOB)
    strict.clocks.pass_by(1)
    await strict.send()
    assert (await strict.call("sendMessage", chat_id=ANN, text="x")).status == 429


async def test_over_all_chats_thirty_a_second_pass(strict: Wire) -> None:
    for id in range(1, 41):
        strict.telegram.people.add(id=id, first_name="P", started=True)
    statuses = [
        (await strict.call("sendMessage", chat_id=id, text="x")).status for id in range(1, 41)
    ]
    assert statuses == [200] * 30 + [429] * 10
    strict.clocks.pass_by(0.5)
    statuses = [
        (await strict.call("sendMessage", chat_id=id, text="x")).status for id in range(1, 41)
    ]
    assert statuses == [200] * 15 + [429] * 25


async def test_a_group_takes_twenty_a_minute(strict: Wire) -> None:
    strict.telegram.add_group(-1, "Mentors")
    statuses = [(await strict.call("sendMessage", chat_id=-1, text="x")).status for _ in range(21)]
    assert statuses == [200] * 20 + [429]
    strict.clocks.pass_by(3)
    await strict.send(chat_id=-1)


async def test_edits_and_albums_count_and_answers_do_not(strict: Wire) -> None:
    message = await strict.send("0", reply_markup=button())
    target = {"chat_id": ANN, "message_id": message["message_id"]}
    await strict.ok("editMessageText", **target, text="1", reply_markup=button())
    media = [{"type": "photo", "media": "attach://a"}] * 3
    await strict.ok("sendMediaGroup", {"a": ("a.png", png())}, chat_id=ANN, media=media)
    assert (await strict.call("editMessageText", **target, text="2")).status == 429
    query = strict.telegram.people.press(ANN, message["message_id"], "yes")
    for _ in range(40):
        await strict.ok("answerCallbackQuery", callback_query_id=query)
        await strict.ok("sendChatAction", chat_id=ANN, action="typing")
        await strict.ok("getMe")


async def test_a_refused_message_leaves_no_trace(strict: Wire) -> None:
    for number in range(7):
        await strict.call("sendMessage", chat_id=ANN, text=str(number))
    strict.clocks.pass_by(60)
    await strict.send("again")
    shown = [message.text for message in strict.telegram.chats[ANN].messages.values()]
    assert shown == ["0", "1", "2", "3", "4", "again"]
    assert [one.text for one in strict.telegram.journal.accepted[ANN]] == shown


async def test_calls_that_are_wrong_anyway_cost_nothing(strict: Wire) -> None:
    for _ in range(20):
        await strict.bad("sendMessage", chat_id=ANN, text="<b>", parse_mode="HTML")
        await strict.bad("sendMessage", chat_id=999, text="x")
    await strict.send()


async def test_asking_again_while_told_to_wait_is_counted(strict: Wire) -> None:
    for _ in range(5):
        await strict.send()
    for _ in range(3):
        await strict.call("sendMessage", chat_id=ANN, text="x")
    assert strict.telegram.flood.refused == 3
    assert strict.telegram.flood.offences == 2
    assert strict.telegram.journal.too_many == {"sendMessage": 3}
    strict.clocks.pass_by(2)
    await strict.send()
    assert strict.telegram.flood.offences == 2


async def test_all_numbers_can_be_set(serve: Serve) -> None:
    wire = await serve(Limits(private_burst=1, private_rate=0.1))
    await wire.send()
    answer = await wire.call("sendMessage", chat_id=ANN, text="x")
    assert answer.body["parameters"] == {"retry_after": 10}


async def test_the_journal_tells_every_call_and_keeps_every_accepted_text(wire: Wire) -> None:
    message = await wire.send("one")
    await wire.send("two", chat_id=BOB)
    await wire.ok("editMessageText", chat_id=ANN, message_id=message["message_id"], text="three")
    await wire.bad("sendMessage", chat_id=7, text="x")
    journal = wire.telegram.journal
    assert [(one.method, one.text) for one in journal.accepted[ANN]] == [
        ("sendMessage", "one"),
        ("editMessageText", "three"),
    ]
    assert journal.accepted.counts == {ANN: 2, BOB: 1}
    assert len(journal.accepted.all()) == journal.accepted.total == 3
    assert [call.method for call in journal.since(0)] == [
        "sendMessage", "sendMessage", "editMessageText", "sendMessage",
    ]  # fmt: skip
    (error,) = journal.since(0, errors_only=True)
    assert (error.chat_id, error.code) == (7, 400)
    assert error.description == "Bad Request: chat not found"
    assert error.parameters == "chat_id=7, text=x"
