"""Methods that put something new into a chat."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sandbox.telegram.arguments import Arguments
from sandbox.telegram.chats import Chat, Message
from sandbox.telegram.entities import Formatted
from sandbox.telegram.errors import bad_request
from sandbox.telegram.files import File
from sandbox.telegram.markup import reply_markup
from sandbox.telegram.methods.content import (
    caption_of,
    input_file,
    reply_target,
    required_file,
    text_of,
    writable_chat,
)
from sandbox.telegram.methods.method import Method

if TYPE_CHECKING:
    from sandbox.telegram.telegram import Telegram

ACTIONS = frozenset(
    {
        "typing", "upload_photo", "record_video", "upload_video", "record_voice", "upload_voice",
        "record_audio", "upload_audio", "upload_document", "choose_sticker", "find_location",
        "record_video_note", "upload_video_note", "cancel",
    }
)  # fmt: skip
ALBUM = range(2, 11)


def _put(
    telegram: Telegram,
    args: Arguments,
    method: str,
    chat: Chat,
    formatted: Formatted,
    *,
    photo: File | None = None,
    document: File | None = None,
) -> Message:
    """The last steps of a send: keyboard, reply, flood limit, and the message is there."""
    markup = reply_markup(args)
    reply_to = reply_target(args, chat)
    telegram.flood.admit(chat.id)
    extra: dict[str, Any] = {}
    if args.flag("protect_content"):
        extra["has_protected_content"] = True
    if photo is not None and args.flag("has_spoiler"):
        extra["has_media_spoiler"] = True
    message = telegram.new_message(
        chat, telegram.me_as_user(), formatted, photo=photo, document=document, markup=markup,
        reply_to=reply_to, extra=extra,
    )  # fmt: skip
    telegram.accepted(method, message)
    return message


async def send_message(telegram: Telegram, args: Arguments) -> Any:
    formatted = text_of(args)
    chat = writable_chat(telegram, args)
    return _put(telegram, args, "sendMessage", chat, formatted).api()


async def send_photo(telegram: Telegram, args: Arguments) -> Any:
    caption = caption_of(args)
    chat = writable_chat(telegram, args)
    photo = required_file(telegram, args, "photo")
    return _put(telegram, args, "sendPhoto", chat, caption, photo=photo).api()


async def send_document(telegram: Telegram, args: Arguments) -> Any:
    caption = caption_of(args)
    chat = writable_chat(telegram, args)
    document = required_file(telegram, args, "document")
    return _put(telegram, args, "sendDocument", chat, caption, document=document).api()


def media_item(
    telegram: Telegram, args: Arguments, raw: Any
) -> tuple[Formatted, File | None, File | None]:
    """One InputMedia: caption, and a photo or a document."""
    if not isinstance(raw, dict):
        raise bad_request("can't parse InputMedia: expected an Object")
    kind = raw.get("type")
    if kind not in ("photo", "document"):
        raise bad_request(f'can\'t parse InputMedia: type "{kind}" is not supported here')
    reference = raw.get("media")
    if not isinstance(reference, str) or not reference:
        raise bad_request("can't parse InputMedia: media not found")
    file = input_file(telegram, args, reference, kind)
    if file is None:
        raise bad_request("can't parse InputMedia: wrong file: it is not attached")
    caption = caption_of(Arguments(raw))
    return caption, file if kind == "photo" else None, file if kind == "document" else None


async def send_media_group(telegram: Telegram, args: Arguments) -> Any:
    chat = writable_chat(telegram, args)
    raw = args.parsed("media", "can't parse media JSON object")
    if not isinstance(raw, list):
        raise bad_request("expected an Array of InputMedia")
    if not raw:
        raise bad_request("there are no messages to send")
    if len(raw) > ALBUM[-1]:
        raise bad_request("too many messages to send as an album")
    if len(raw) < ALBUM[0]:
        raise bad_request("media group must include 2-10 items")
    items = [media_item(telegram, args, item) for item in raw]
    if len({photo is None for _, photo, _ in items}) > 1:
        raise bad_request("document can't be mixed with other media types")
    reply_to = reply_target(args, chat)
    telegram.flood.admit(chat.id, len(items))
    album = telegram.new_album()
    sent = []
    for caption, photo, document in items:
        message = telegram.new_message(
            chat, telegram.me_as_user(), caption, photo=photo, document=document,
            reply_to=reply_to, album=album,
        )  # fmt: skip
        telegram.accepted("sendMediaGroup", message)
        sent.append(message.api())
    return sent


async def send_chat_action(telegram: Telegram, args: Arguments) -> Any:
    action = args.text("action").lower()
    if action not in ACTIONS:
        raise bad_request("wrong parameter action in request")
    chat = writable_chat(telegram, args)
    telegram.events.add(lambda: {"type": "typing", "user": chat.id, "action": action})
    return True


METHODS = (
    Method("sendMessage", send_message),
    Method("sendPhoto", send_photo),
    Method("sendDocument", send_document),
    Method("sendMediaGroup", send_media_group),
    Method("sendChatAction", send_chat_action),
)
