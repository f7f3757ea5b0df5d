"""Whatever is asked, the server answers or refuses; it never breaks."""

from __future__ import annotations

import asyncio
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sandbox.telegram import Limits, Telegram
from sandbox.telegram.arguments import Arguments
from sandbox.telegram.errors import Refused
from sandbox.telegram.methods import METHODS
from tests.sandbox.wire import ANN, TOKEN, Clocks, Wire, button

NAMES = (
    "chat_id", "message_id", "message_ids", "text", "caption", "parse_mode", "entities", "media",
    "reply_markup", "reply_parameters", "photo", "document", "action", "callback_query_id",
    "file_id", "commands", "scope", "language_code", "name", "menu_button", "caption_entities",
)  # fmt: skip
WORDS = (
    "type", "photo", "media", "attach://x", "inline_keyboard", "keyboard", "callback_data", "url",
    "https://", "offset", "length", "bold", "message_id", "chat_id", "command", "HTML", "default",
)  # fmt: skip
text = st.one_of(st.sampled_from(WORDS), st.text(max_size=20))
scalars = st.one_of(
    st.none(), st.booleans(), st.integers(), st.floats(allow_nan=False), text,
    st.just(ANN), st.just(1),
)  # fmt: skip
values = st.recursive(
    scalars,
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(text, inner, max_size=4)),
    max_leaves=12,
)


@given(
    method=st.sampled_from(sorted(set(METHODS) - {"getupdates", "setwebhook"})),
    asked=st.dictionaries(st.sampled_from(NAMES), values, max_size=6),
    as_text=st.booleans(),
)
def test_no_call_breaks_the_server(method: str, asked: dict[str, Any], as_text: bool) -> None:
    clocks = Clocks()
    telegram = Telegram(
        token=TOKEN, username="b", clock=clocks.wall, monotonic=clocks.monotonic,
        limits=Limits.off(),
    )  # fmt: skip
    telegram.people.add(id=ANN, first_name="Ann", started=True)

    async def play() -> None:
        await telegram.call("sendMessage", Arguments({"chat_id": ANN, "text": "x"}))
        raw = {key: json.dumps(value) for key, value in asked.items()} if as_text else asked
        try:
            result = await telegram.call(
                method, Arguments({"chat_id": ANN, "message_id": 1, **raw})
            )
        except Refused as refusal:
            result = refusal.description
        json.dumps(result)
        for message in telegram.chats[ANN].messages.values():
            json.dumps(message.page(), ensure_ascii=False).encode()

    asyncio.run(play())


@pytest.mark.parametrize("broken", ['"\\ud83d"', '{"a": "\\udc00"}'])
async def test_half_a_character_is_refused(wire: Wire, broken: str) -> None:
    body = f'{{"chat_id": {ANN}, "text": {broken}}}'
    headers = {"Content-Type": "application/json"}
    async with wire.http.post(wire.url("sendMessage"), data=body, headers=headers) as response:
        answer = await response.json()
    assert answer["description"] == "Bad Request: strings must be encoded in UTF-8"
    markup = json.dumps(button("\ud83d"))
    assert await wire.bad("sendMessage", chat_id=ANN, text="x", reply_markup=markup) == (
        "can't parse reply keyboard markup JSON object"
    )


async def test_a_whole_character_in_two_halves_is_taken(wire: Wire) -> None:
    message = await wire.send(reply_markup=json.dumps(button("\U0001f600")))
    assert message["reply_markup"]["inline_keyboard"][0][0]["text"] == "\U0001f600"


async def test_a_link_to_the_bot_is_found_in_a_russian_sentence(wire: Wire) -> None:
    message = await wire.send("Ссылка:https://t.me/tandem_bot?start=a_B-1, перешлите её.")
    (entity,) = message["entities"]
    assert (entity["offset"], entity["length"]) == (7, 35)
