"""Photos, documents and albums: what is taken, what is refused, and how files come back."""

from __future__ import annotations

from typing import Any

import pytest

from sandbox.telegram.files import MAX_PHOTO, image_size
from tests.sandbox.wire import ANN, Wire, png


async def send_photo(wire: Wire, content: bytes) -> str:
    return await wire.bad("sendPhoto", {"photo": ("a.png", content)}, chat_id=ANN)


async def test_a_photo_is_shown_with_its_size(wire: Wire) -> None:
    file = {"photo": ("a.png", png(30, 20))}
    message = await wire.ok("sendPhoto", file, chat_id=ANN, caption="look")
    assert (message["photo"][-1]["width"], message["photo"][-1]["height"]) == (30, 20)
    assert message["caption"] == "look"
    assert "text" not in message


async def test_a_photo_must_be_one_picture_of_bearable_shape(wire: Wire) -> None:
    assert await send_photo(wire, b"not a picture") == "IMAGE_PROCESS_FAILED"
    assert await send_photo(wire, png()[:-20]) == "IMAGE_PROCESS_FAILED"
    assert await send_photo(wire, png(9000, 1001)) == "PHOTO_INVALID_DIMENSIONS"
    assert await send_photo(wire, png(210, 10)) == "PHOTO_INVALID_DIMENSIONS"
    assert await send_photo(wire, b"") == "file must be non-empty"
    assert (await send_photo(wire, b"x" * (MAX_PHOTO + 1))).endswith(
        "is too big for a photo; the maximum size is 10485760 bytes"
    )
    assert await wire.bad("sendPhoto", chat_id=ANN) == "there is no photo in the request"


def test_sizes_of_common_pictures_are_read() -> None:
    jpeg = (
        b"\xff\xd8\xff\xe0\x00\x04ab\xff\xc0\x00\x0b\x08\x00\x14\x00\x1e\x01\x11\x00"
        b"\xff\xda\x00\x02..\xff\xd9"
    )
    assert image_size(jpeg) == (30, 20)
    assert image_size(jpeg[:-2]) is None
    assert image_size(b"GIF89a\x1e\x00\x14\x00") == (30, 20)
    webp = b"RIFF\0\0\0\0WEBPVP8X\0\0\0\0\0\0\0\0\x1d\0\0\x13\0\0"
    assert image_size(webp) == (30, 20)


async def test_a_document_keeps_name_and_type(wire: Wire) -> None:
    file = {"document": ("отчёт.xlsx", b"PK")}
    document = (await wire.ok("sendDocument", file, chat_id=ANN))["document"]
    assert document["file_name"] == "отчёт.xlsx"
    assert document["file_size"] == 2
    assert document["mime_type"].endswith("spreadsheetml.sheet")


async def test_a_document_must_be_there_and_not_empty(wire: Wire) -> None:
    assert await wire.bad("sendDocument", chat_id=ANN) == "there is no document in the request"
    assert await wire.bad("sendDocument", chat_id=ANN, document="attach://x") == (
        "there is no document in the request"
    )
    assert await wire.bad("sendDocument", {"document": ("a", b"")}, chat_id=ANN) == (
        "file must be non-empty"
    )


async def test_more_than_50_megabytes_are_not_taken(wire: Wire) -> None:
    file = {"document": ("a.bin", b"x" * (52 << 20))}
    assert await wire.refused("sendDocument", file, chat_id=ANN) == (
        413,
        "Request Entity Too Large",
    )


async def test_a_file_may_be_attached_under_another_name(wire: Wire) -> None:
    message = await wire.ok(
        "sendDocument", {"f1": ("plan.pdf", b"%PDF")}, chat_id=ANN, document="attach://f1"
    )
    assert message["document"]["file_name"] == "plan.pdf"


async def test_a_known_file_is_sent_again_by_its_id(wire: Wire) -> None:
    document = (await wire.ok("sendDocument", {"document": ("a.txt", b"a")}, chat_id=ANN))[
        "document"
    ]
    again = await wire.ok("sendDocument", chat_id=ANN, document=document["file_id"])
    assert again["document"] == document
    assert await wire.bad("sendPhoto", chat_id=ANN, photo=document["file_id"]) == (
        "can't use file of type Document as Photo"
    )


async def test_a_wrong_id_or_address_is_refused(wire: Wire) -> None:
    refusal = await wire.bad("sendDocument", chat_id=ANN, document="plan.pdf")
    assert refusal.startswith("wrong remote file identifier specified: ")
    assert await wire.bad("sendDocument", chat_id=ANN, document="https://example.org/a.pdf") == (
        "failed to get HTTP URL content"
    )


async def test_an_album_is_two_to_ten_messages_of_one_group(wire: Wire) -> None:
    files = {"a": ("a.png", png()), "b": ("b.png", png(9, 9))}
    media: list[dict[str, Any]] = [
        {"type": "photo", "media": "attach://a", "caption": "<b>x</b>", "parse_mode": "HTML"},
        {"type": "photo", "media": "attach://b"},
    ]
    messages = await wire.ok("sendMediaGroup", files, chat_id=ANN, media=media)
    assert len({message["media_group_id"] for message in messages}) == 1
    assert [message.get("caption") for message in messages] == ["x", None]


@pytest.mark.parametrize(
    ("media", "error"),
    [
        ("[", "can't parse media JSON object"),
        ("{}", "expected an Array of InputMedia"),
        ("[]", "there are no messages to send"),
        ("[5, 5]", "can't parse InputMedia: expected an Object"),
        ([{"type": "photo", "media": "attach://a"}], "media group must include 2-10 items"),
        ([{"type": "photo", "media": "attach://a"}] * 11, "too many messages to send as an album"),
        (
            [{"type": "photo", "media": "attach://a"}, {"type": "document", "media": "attach://a"}],
            "document can't be mixed with other media types",
        ),
    ],
)
async def test_a_wrong_album_is_refused(wire: Wire, media: Any, error: str) -> None:
    files = {"a": ("a.png", png())}
    assert await wire.bad("sendMediaGroup", files, chat_id=ANN, media=media) == error


async def test_a_file_is_read_back_by_its_path(wire: Wire) -> None:
    message = wire.telegram.people.send_document(ANN, "a.txt", b"content")
    assert message.document is not None
    update = (await wire.updates())[-1]["message"]
    assert update["document"]["file_name"] == "a.txt"
    found = await wire.ok("getFile", file_id=update["document"]["file_id"])
    url = f"{wire.base}/file/bot{wire.telegram.token}/{found['file_path']}"
    async with wire.http.get(url) as response:
        assert await response.read() == b"content"
    for wrong in (url + "x", url.replace("42:test", "42:other")):
        async with wire.http.get(wrong) as response:
            assert response.status in (401, 404)


async def test_a_file_must_be_known_and_not_too_big_to_read(wire: Wire) -> None:
    assert await wire.bad("getFile") == "file_id not specified"
    assert await wire.bad("getFile", file_id="AgAC12345678") == "invalid file_id"
    big = wire.telegram.people.send_document(ANN, "a.bin", b"x" * (21 << 20)).document
    assert big is not None
    assert await wire.bad("getFile", file_id=big.id) == "file is too big"
