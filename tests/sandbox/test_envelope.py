"""The envelope of the Bot API: addresses, tokens, ways to send parameters, shapes of answers."""

from __future__ import annotations

import json

import aiohttp
import pytest

from tests.sandbox.wire import ANN, Wire, read_answer


async def test_a_result_comes_in_an_ok_envelope(wire: Wire) -> None:
    answer = await wire.call("getMe")
    assert answer.body["ok"] is True
    assert answer.body["result"]["username"] == "tandem_bot"
    assert answer.body["result"]["is_bot"] is True


async def test_a_path_outside_the_api_is_not_found(wire: Wire) -> None:
    for path in ("/bot", "/robots.txt", f"/bot{wire.telegram.token}", "/api/sendMessage"):
        async with wire.http.get(wire.base + path) as response:
            assert (await read_answer(response)).refusal == (404, "Not Found")


async def test_an_unknown_method_is_named_not_found(wire: Wire) -> None:
    assert await wire.refused("sendLove") == (404, "Not Found: method not found")


async def test_a_wrong_token_is_unauthorized(wire: Wire) -> None:
    async with wire.http.get(wire.url("getMe", token="42:other")) as response:
        assert (await read_answer(response)).refusal == (401, "Unauthorized")


async def test_names_of_methods_ignore_case(wire: Wire) -> None:
    assert (await wire.ok("GETME"))["id"] == 42
    assert (await wire.ok("getme"))["id"] == 42


async def test_parameters_come_by_query_form_multipart_and_json(wire: Wire) -> None:
    url = wire.url("sendMessage")
    values = {"chat_id": str(ANN), "text": "Привет & пока"}
    multipart = aiohttp.FormData(default_to_multipart=True)
    for name, value in values.items():
        multipart.add_field(name, value)
    for request in (
        wire.http.get(url, params=values),
        wire.http.post(url, params=values),
        wire.http.post(url, data=values),
        wire.http.post(url, data=multipart),
        wire.http.post(url, json=values),
        wire.http.post(url, json={**values, "chat_id": ANN}),
        wire.http.post(url, params={"chat_id": ANN}, data={"text": values["text"]}),
    ):
        async with request as response:
            answer = await read_answer(response)
            assert answer.body["result"]["text"] == "Привет & пока"


async def test_json_may_hold_objects_where_forms_hold_their_text(wire: Wire) -> None:
    keyboard = {"inline_keyboard": [[{"text": "Yes", "callback_data": "y"}]]}
    for markup in (keyboard, json.dumps(keyboard)):
        body = {"chat_id": ANN, "text": "?", "reply_markup": markup}
        async with wire.http.post(wire.url("sendMessage"), json=body) as response:
            assert (await read_answer(response)).body["result"]["reply_markup"] == keyboard


@pytest.mark.parametrize("body", ["{", "[]", '"x"'])
async def test_a_json_body_that_is_no_object_is_refused(wire: Wire, body: str) -> None:
    headers = {"Content-Type": "application/json"}
    async with wire.http.post(wire.url("getMe"), data=body, headers=headers) as response:
        assert (await read_answer(response)).status == 400


async def test_bytes_that_are_not_utf8_are_refused(wire: Wire) -> None:
    headers = {"Content-Type": "application/x-www-form-urlencoded"}
    body = b"chat_id=101&text=\xff\xfe"
    async with wire.http.post(wire.url("sendMessage"), data=body, headers=headers) as response:
        assert (await read_answer(response)).refusal == (
            400,
            "Bad Request: strings must be encoded in UTF-8",
        )


async def test_a_message_has_all_that_the_documentation_promises(wire: Wire) -> None:
    message = await wire.send("hello")
    assert message == {
        "message_id": message["message_id"],
        "from": {"id": 42, "is_bot": True, "first_name": "tandem_bot", "username": "tandem_bot"},
        "chat": {
            "id": ANN, "type": "private", "first_name": "Ann", "last_name": "Lee",
            "username": "ann",
        },
        "date": int(wire.clocks.now.timestamp()),
        "text": "hello",
    }  # fmt: skip


async def test_ids_of_messages_grow_over_all_chats(wire: Wire) -> None:
    ids = [(await wire.send(chat_id=chat))["message_id"] for chat in (101, 102, 101)]
    assert ids == sorted(set(ids))
