"""Chats: who can be written to, and replies."""

from __future__ import annotations

import pytest

from tests.sandbox.wire import ANN, BOB, STRANGER, Wire


async def test_a_chat_must_be_named_and_known(wire: Wire) -> None:
    assert await wire.bad("sendMessage", text="x") == "chat_id is empty"
    for unknown in (999, "@ann", "nobody"):
        assert await wire.bad("sendMessage", chat_id=unknown, text="x") == "chat not found"
        assert await wire.bad("getChat", chat_id=unknown) == "chat not found"


async def test_a_bot_cannot_write_first(wire: Wire) -> None:
    assert await wire.refused("sendMessage", chat_id=STRANGER, text="x") == (
        403,
        "Forbidden: bot can't initiate conversation with a user",
    )
    wire.telegram.people.start(STRANGER)
    await wire.send(chat_id=STRANGER)


@pytest.mark.parametrize("method", ["sendMessage", "editMessageText", "sendChatAction"])
async def test_a_block_is_felt_by_every_method_that_writes(wire: Wire, method: str) -> None:
    message = await wire.send(chat_id=ANN)
    wire.telegram.people.block(ANN)
    values = {"text": "y", "message_id": message["message_id"], "action": "typing"}
    assert await wire.refused(method, chat_id=ANN, **values) == (
        403,
        "Forbidden: bot was blocked by the user",
    )
    wire.telegram.people.block(ANN, blocked=False)
    await wire.ok(method, chat_id=ANN, **values)


async def test_a_deleted_account_cannot_be_written_to(wire: Wire) -> None:
    wire.telegram.people.get(BOB).deactivated = True
    assert await wire.refused("sendMessage", chat_id=BOB, text="x") == (
        403,
        "Forbidden: user is deactivated",
    )


async def test_a_group_takes_messages_only_from_its_members(wire: Wire) -> None:
    wire.telegram.add_group(-1, "Mentors")
    wire.telegram.add_group(-2, "Gone", standing="kicked")
    wire.telegram.add_group(-3, "Strangers", standing="left")
    assert (await wire.send(chat_id=-1))["chat"] == {"id": -1, "type": "group", "title": "Mentors"}
    assert await wire.refused("sendMessage", chat_id=-2, text="x") == (
        403,
        "Forbidden: bot was kicked from the group chat",
    )
    assert await wire.refused("sendMessage", chat_id=-3, text="x") == (
        403,
        "Forbidden: bot is not a member of the group chat",
    )


async def test_a_reply_shows_what_it_replies_to(wire: Wire) -> None:
    question = wire.telegram.people.say(ANN, "when?")
    reply = await wire.send("at ten", reply_parameters={"message_id": question.id})
    assert reply["reply_to_message"]["text"] == "when?"
    old_way = await wire.send("at ten", reply_to_message_id=question.id)
    assert old_way["reply_to_message"]["message_id"] == question.id


async def test_a_reply_to_nothing_is_refused_unless_the_bot_does_not_mind(wire: Wire) -> None:
    async def reply(**parameters: object) -> str:
        return await wire.bad("sendMessage", chat_id=ANN, text="x", reply_parameters=parameters)

    assert await reply(message_id=999) == "message to be replied not found"
    assert await wire.bad("sendMessage", chat_id=ANN, text="x", reply_to_message_id=999) == (
        "message to be replied not found"
    )
    lenient = {"message_id": 999, "allow_sending_without_reply": True}
    assert "reply_to_message" not in await wire.send(reply_parameters=lenient)


async def test_reply_parameters_that_are_no_json_are_refused(wire: Wire) -> None:
    for raw in ("{", "[1]"):
        assert await wire.bad("sendMessage", chat_id=ANN, text="x", reply_parameters=raw) == (
            "can't parse reply parameters JSON object"
        )


async def test_a_chat_action_is_one_of_the_known(wire: Wire) -> None:
    assert await wire.ok("sendChatAction", chat_id=ANN, action="typing") is True
    assert await wire.bad("sendChatAction", chat_id=ANN, action="dancing") == (
        "wrong parameter action in request"
    )
    assert await wire.bad("sendChatAction", chat_id=ANN) == "wrong parameter action in request"


async def test_a_chat_tells_who_it_is(wire: Wire) -> None:
    chat = await wire.ok("getChat", chat_id=ANN)
    assert (chat["id"], chat["type"], chat["first_name"]) == (ANN, "private", "Ann")
