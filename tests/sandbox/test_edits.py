"""Edits and deletions: whose message, which kind, and what counts as no change."""

from __future__ import annotations

from typing import Any

import pytest

from tests.sandbox.wire import ANN, Wire, button, png

NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)


async def photo(wire: Wire, **values: Any) -> dict[str, Any]:
    file = {"photo": ("a.png", png())}
    return dict(await wire.ok("sendPhoto", file, chat_id=ANN, **values))


async def test_an_edit_changes_the_text_and_says_when(wire: Wire) -> None:
    message = await wire.send("one")
    wire.clocks.pass_by(60)
    edited = await wire.ok(
        "editMessageText", chat_id=ANN, message_id=message["message_id"], text="two"
    )
    assert edited["message_id"] == message["message_id"]
    assert edited["text"] == "two"
    assert edited["edit_date"] == message["date"] + 60


@pytest.mark.parametrize(
    "method",
    ["editMessageText", "editMessageReplyMarkup", "editMessageCaption", "editMessageMedia"],
)
async def test_only_own_messages_that_exist_are_edited(wire: Wire, method: str) -> None:
    said = wire.telegram.people.say(ANN, "hi")
    values = {"text": "x", "media": {"type": "photo", "media": "attach://p"}}
    file = {"p": ("a.png", png())}
    for message_id, error in (
        (said.id, "message can't be edited"),
        (999, "message to edit not found"),
        (0, "message to edit not found"),
    ):
        refusal = await wire.bad(method, file, chat_id=ANN, message_id=message_id, **values)
        assert refusal == error
    assert await wire.bad(method, file, chat_id=ANN, **values) == (
        "message identifier is not specified"
    )


async def test_a_photo_has_no_text_and_a_text_no_caption(wire: Wire) -> None:
    picture = (await photo(wire, caption="a"))["message_id"]
    text = (await wire.send("a"))["message_id"]
    assert await wire.bad("editMessageText", chat_id=ANN, message_id=picture, text="b") == (
        "there is no text in the message to edit"
    )
    assert await wire.bad("editMessageCaption", chat_id=ANN, message_id=text, caption="b") == (
        "there is no caption in the message to edit"
    )
    edited = await wire.ok("editMessageCaption", chat_id=ANN, message_id=picture, caption="b")
    assert edited["caption"] == "b"


async def test_the_same_content_and_keyboard_are_not_a_change(wire: Wire) -> None:
    message = await wire.send("<b>one</b>", parse_mode="HTML", reply_markup=button())
    same = {"chat_id": ANN, "message_id": message["message_id"], "parse_mode": "HTML"}
    assert (
        await wire.bad("editMessageText", **same, text=" <b>one</b>\n", reply_markup=button())
        == NOT_MODIFIED
    )
    assert await wire.bad("editMessageReplyMarkup", **same, reply_markup=button()) == NOT_MODIFIED
    await wire.ok("editMessageText", **same, text="one", reply_markup=button())
    await wire.ok("editMessageText", **same, text="one", reply_markup=button("No"))


async def test_a_keyboard_that_is_not_given_again_is_gone(wire: Wire) -> None:
    message = await wire.send("one", reply_markup=button())
    edited = await wire.ok(
        "editMessageText", chat_id=ANN, message_id=message["message_id"], text="two"
    )
    assert "reply_markup" not in edited


async def test_a_keyboard_is_edited_alone_and_leaves_no_mark(wire: Wire) -> None:
    message = await wire.send("one", reply_markup=button())
    target = {"chat_id": ANN, "message_id": message["message_id"]}
    edited = await wire.ok("editMessageReplyMarkup", **target)
    assert "reply_markup" not in edited
    assert "edit_date" not in edited
    assert await wire.bad("editMessageReplyMarkup", **target) == NOT_MODIFIED


async def test_an_edit_takes_only_inline_keyboards(wire: Wire) -> None:
    message = await wire.send("one")
    refusal = await wire.bad(
        "editMessageText",
        chat_id=ANN,
        message_id=message["message_id"],
        text="two",
        reply_markup={"keyboard": [["a"]]},
    )
    assert refusal == "inline keyboard expected"


async def test_media_replace_media_and_may_be_put_on_a_text(wire: Wire) -> None:
    document = {"type": "document", "media": "attach://d", "caption": "plan"}
    for message in (await wire.send("text"), await photo(wire)):
        edited = await wire.ok(
            "editMessageMedia",
            {"d": ("plan.pdf", b"%PDF")},
            chat_id=ANN,
            message_id=message["message_id"],
            media=document,
        )
        assert edited["document"]["file_name"] == "plan.pdf"
        assert edited["caption"] == "plan"
        assert "text" not in edited
        assert "photo" not in edited


async def test_the_same_file_again_is_not_a_change(wire: Wire) -> None:
    message = await photo(wire, caption="a")
    media = {"type": "photo", "media": message["photo"][-1]["file_id"], "caption": "a"}
    target = {"chat_id": ANN, "message_id": message["message_id"]}
    assert await wire.bad("editMessageMedia", **target, media=media) == NOT_MODIFIED
    assert await wire.bad("editMessageMedia", **target, media="[") == (
        "can't parse InputMedia JSON object"
    )


async def test_a_deleted_message_is_gone(wire: Wire) -> None:
    message = await wire.send("one")
    target = {"chat_id": ANN, "message_id": message["message_id"]}
    assert await wire.ok("deleteMessage", **target) is True
    assert await wire.bad("deleteMessage", **target) == "message to delete not found"
    assert await wire.bad("editMessageText", **target, text="x") == "message to edit not found"


async def test_what_a_person_wrote_can_be_deleted_too(wire: Wire) -> None:
    said = wire.telegram.people.say(ANN, "my number is ...")
    assert await wire.ok("deleteMessage", chat_id=ANN, message_id=said.id) is True


async def test_after_48_hours_a_message_stays(wire: Wire) -> None:
    message = await wire.send("one")
    wire.clocks.pass_by(48 * 3600 + 1)
    target = {"chat_id": ANN, "message_id": message["message_id"]}
    assert await wire.bad("deleteMessage", **target) == "message can't be deleted"
    await wire.ok("deleteMessages", chat_id=ANN, message_ids=[message["message_id"]])
    await wire.ok("editMessageText", **target, text="two")


async def test_many_messages_are_deleted_at_once_and_unknown_ones_skipped(wire: Wire) -> None:
    ids = [(await wire.send("one"))["message_id"] for _ in range(3)]
    assert await wire.ok("deleteMessages", chat_id=ANN, message_ids=[*ids, 999]) is True
    assert wire.telegram.chats[ANN].messages == {}
    assert await wire.bad("deleteMessages", chat_id=ANN, message_ids=list(range(1, 102))) == (
        "too many message identifiers specified"
    )
    assert await wire.bad("deleteMessages", chat_id=ANN, message_ids=[]) == (
        "message identifiers are not specified"
    )
