"""Keyboards: what `reply_markup` may hold; and presses of their buttons."""

from __future__ import annotations

import json
from typing import Any

import pytest

from sandbox.telegram.errors import Impossible
from tests.sandbox.wire import ANN, Wire, button

TEXT_BUTTON = (
    "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard"
)
EXPIRED = "query is too old and response timeout expired or query ID is invalid"


def rows(*buttons: Any) -> dict[str, Any]:
    return {"inline_keyboard": [list(buttons)]}


@pytest.mark.parametrize(
    ("markup", "error"),
    [
        ("{", "can't parse reply keyboard markup JSON object"),
        ("[]", "object expected as reply markup"),
        (
            {"inline_keyboard": [{"text": "a"}]},
            'field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays',
        ),
        (
            {"keyboard": ["a"]},
            'field "keyboard" of the ReplyKeyboardMarkup must be an Array of Arrays',
        ),
        (rows("a"), "can't parse inline keyboard button: expected an Object"),
        (rows({"text": "a"}), TEXT_BUTTON),
        (rows({"text": "", "callback_data": "a"}), "inline keyboard button text must be non-empty"),
        (rows({"callback_data": "a"}), "inline keyboard button text must be non-empty"),
        (
            rows({"text": "a", "url": "https://"}),
            "inline keyboard button URL 'https://' is invalid: URL host is empty",
        ),
        (
            rows({"text": "a", "url": "ftp://example.org"}),
            "inline keyboard button URL 'ftp://example.org' is invalid: Unsupported URL protocol",
        ),
        (
            rows({"text": "a", "url": "http://localhost/x"}),
            "inline keyboard button URL 'http://localhost/x' is invalid: Wrong HTTP URL",
        ),
        (rows({"text": "a", "callback_data": ""}), TEXT_BUTTON),
        (rows({"text": "a", "callback_data": "я" * 33}), "BUTTON_DATA_INVALID"),
        (rows({"text": "a", "callback_data": "x" * 65}), "BUTTON_DATA_INVALID"),
        (rows(*[{"text": "a", "callback_data": "b"}] * 101), "reply markup is too long"),
    ],
)
async def test_a_wrong_keyboard_is_refused(wire: Wire, markup: Any, error: str) -> None:
    raw = markup if isinstance(markup, str) else json.dumps(markup)
    assert await wire.bad("sendMessage", chat_id=ANN, text="x", reply_markup=raw) == error


async def test_callback_data_may_have_64_bytes_and_any_characters(wire: Wire) -> None:
    for data in ("я" * 32, "x" * 64, "\x1dmenu:1", "0"):
        message = await wire.send(reply_markup=button(callback_data=data))
        assert message["reply_markup"]["inline_keyboard"][0][0]["callback_data"] == data


async def test_a_blank_label_will_do(wire: Wire) -> None:
    """aiogram-dialog's calendar has such cells."""
    await wire.send(reply_markup=button(" "))


async def test_links_to_sites_and_people_may_stand_behind_buttons(wire: Wire) -> None:
    for url in ("https://t.me/bot?start=x", "tg://user?id=1", "example.org", "http://10.0.0.1:80/"):
        await wire.send(reply_markup=button(url=url))


async def test_an_empty_inline_keyboard_is_none(wire: Wire) -> None:
    assert "reply_markup" not in await wire.send(reply_markup={"inline_keyboard": [[]]})


async def test_a_reply_keyboard_is_not_part_of_the_message(wire: Wire) -> None:
    message = await wire.send(reply_markup={"keyboard": [["Yes", {"text": "No"}]]})
    assert "reply_markup" not in message
    shown = wire.telegram.chats[ANN].messages[message["message_id"]].page()
    assert shown["reply_keyboard"] == [[{"text": "Yes"}, {"text": "No"}]]
    gone = await wire.send(reply_markup={"remove_keyboard": True})
    shown = wire.telegram.chats[ANN].messages[gone["message_id"]].page()
    assert shown["reply_keyboard"] == "remove"


async def press(wire: Wire) -> str:
    message = await wire.send(reply_markup=button())
    return wire.telegram.people.press(ANN, message["message_id"], "yes")


async def test_a_press_arrives_with_the_message_it_was_made_on(wire: Wire) -> None:
    query_id = await press(wire)
    query = (await wire.updates())[-1]["callback_query"]
    assert query["id"] == query_id
    assert query["data"] == "yes"
    assert query["from"]["id"] == ANN
    assert query["message"]["reply_markup"] == button()


async def test_only_a_button_that_is_there_now_can_be_pressed(wire: Wire) -> None:
    message = await wire.send(reply_markup=button())
    target = {"chat_id": ANN, "message_id": message["message_id"]}
    people = wire.telegram.people
    with pytest.raises(Impossible, match="no such button"):
        people.press(ANN, message["message_id"], "no")
    await wire.ok("editMessageReplyMarkup", **target, reply_markup=button(callback_data="no"))
    with pytest.raises(Impossible, match="no such button"):
        people.press(ANN, message["message_id"], "yes")
    people.press(ANN, message["message_id"], "no")
    await wire.ok("deleteMessage", **target)
    with pytest.raises(Impossible, match="no such button"):
        people.press(ANN, message["message_id"], "no")


async def test_a_press_is_answered_also_twice_but_not_late(wire: Wire) -> None:
    query = await press(wire)
    assert await wire.ok("answerCallbackQuery", callback_query_id=query) is True
    assert await wire.ok("answerCallbackQuery", callback_query_id=query, text="Saved") is True
    wire.clocks.pass_by(wire.telegram.limits.query_lifetime + 1)
    assert await wire.bad("answerCallbackQuery", callback_query_id=query) == EXPIRED


async def test_an_answer_to_no_press_is_refused(wire: Wire) -> None:
    assert await wire.bad("answerCallbackQuery", callback_query_id="1") == EXPIRED
    assert await wire.bad("answerCallbackQuery") == EXPIRED


async def test_an_answer_has_at_most_200_characters(wire: Wire) -> None:
    query = await press(wire)
    await wire.ok("answerCallbackQuery", callback_query_id=query, text="я" * 200)
    assert await wire.bad("answerCallbackQuery", callback_query_id=query, text="я" * 201) == (
        "MESSAGE_TOO_LONG"
    )
