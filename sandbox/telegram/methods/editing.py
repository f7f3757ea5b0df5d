"""Methods that change, remove or answer what is in a chat already."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sandbox.telegram.arguments import Arguments
from sandbox.telegram.chats import Message
from sandbox.telegram.entities import Formatted
from sandbox.telegram.errors import Refused, bad_request
from sandbox.telegram.files import File
from sandbox.telegram.markup import inline_markup
from sandbox.telegram.methods.content import caption_of, known_chat, text_of, writable_chat
from sandbox.telegram.methods.method import Method
from sandbox.telegram.methods.sending import media_item

if TYPE_CHECKING:
    from sandbox.telegram.telegram import Telegram

DELETABLE_FOR = 48 * 3600
NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)
EXPIRED = "query is too old and response timeout expired or query ID is invalid"


def _target(telegram: Telegram, args: Arguments) -> Message:
    if args.has("inline_message_id"):
        raise Refused(400, "Bad Request: MESSAGE_ID_INVALID")  # articles here have no keyboards
    chat = writable_chat(telegram, args)
    if not args.has("message_id"):
        raise bad_request("message identifier is not specified")
    message = chat.messages.get(args.integer("message_id"))
    if message is None:
        raise bad_request("message to edit not found")
    if not message.by_bot:
        raise bad_request("message can't be edited")
    return message


def _change(
    telegram: Telegram,
    args: Arguments,
    method: str,
    message: Message,
    formatted: Formatted,
    photo: File | None,
    document: File | None,
) -> Any:
    """Puts the new content in place; a keyboard that is not given again is taken away."""
    markup = inline_markup(args)
    new_media = photo or document
    same_media = new_media is message.media or (
        new_media and message.media and new_media.unique_id == message.media.unique_id
    )
    if (
        same_media
        and formatted.text == message.text
        and formatted.entities == message.entities
        and markup == message.inline
    ):
        raise bad_request(NOT_MODIFIED)
    telegram.flood.admit(message.chat.id)
    content_changed = not same_media or (formatted.text, formatted.entities) != (
        message.text, message.entities,
    )  # fmt: skip
    message.text, message.entities = formatted.text, formatted.entities
    message.photo, message.document = photo, document
    message.markup = markup
    if content_changed:
        message.edit_date = telegram.now()
    telegram.accepted(method, message)
    telegram.show("edit", message)
    return message.api()


async def edit_message_text(telegram: Telegram, args: Arguments) -> Any:
    formatted = text_of(args)
    message = _target(telegram, args)
    if message.media is not None:
        raise bad_request("there is no text in the message to edit")
    return _change(telegram, args, "editMessageText", message, formatted, None, None)


async def edit_message_caption(telegram: Telegram, args: Arguments) -> Any:
    caption = caption_of(args)
    message = _target(telegram, args)
    if message.media is None:
        raise bad_request("there is no caption in the message to edit")
    return _change(
        telegram, args, "editMessageCaption", message, caption, message.photo, message.document
    )


async def edit_message_media(telegram: Telegram, args: Arguments) -> Any:
    """Also puts media on a text message, whose text is then gone."""
    raw = args.parsed("media", "can't parse InputMedia JSON object")
    if raw is None:
        raise bad_request("media not found")
    message = _target(telegram, args)
    caption, photo, document = media_item(telegram, args, raw)
    return _change(telegram, args, "editMessageMedia", message, caption, photo, document)


async def edit_message_reply_markup(telegram: Telegram, args: Arguments) -> Any:
    message = _target(telegram, args)
    same = Formatted(message.text, message.entities)
    return _change(
        telegram, args, "editMessageReplyMarkup", message, same, message.photo, message.document
    )


async def delete_message(telegram: Telegram, args: Arguments) -> Any:
    chat = known_chat(telegram, args)
    if not args.has("message_id"):
        raise bad_request("message identifier is not specified")
    message = chat.messages.get(args.integer("message_id"))
    if message is None:
        raise bad_request("message to delete not found")
    if not _deletable(telegram, message):
        raise bad_request("message can't be deleted")
    telegram.remove(message)
    return True


async def delete_messages(telegram: Telegram, args: Arguments) -> Any:
    chat = known_chat(telegram, args)
    raw = args.parsed("message_ids", "can't parse message identifiers JSON object")
    if not isinstance(raw, list):
        raise bad_request("expected an Array of message identifiers")
    if not raw:
        raise bad_request("message identifiers are not specified")
    if len(raw) > 100:
        raise bad_request("too many message identifiers specified")
    for number in raw:
        message = chat.messages.get(number) if isinstance(number, int) else None
        if message is not None and _deletable(telegram, message):
            telegram.remove(message)
    return True


def _deletable(telegram: Telegram, message: Message) -> bool:
    return telegram.now() - message.date <= DELETABLE_FOR


async def answer_callback_query(telegram: Telegram, args: Arguments) -> Any:
    text = args.text("text")
    person = telegram.query_of(args.text("callback_query_id"))
    if person is None:
        raise bad_request(EXPIRED)
    if len(text) > 200:
        raise Refused(400, "Bad Request: MESSAGE_TOO_LONG")
    if text:
        kind = "alert" if args.flag("show_alert") else "toast"
        telegram.events.add(lambda: {"type": kind, "user": person, "text": text})
    return True


METHODS = (
    Method("editMessageText", edit_message_text),
    Method("editMessageCaption", edit_message_caption),
    Method("editMessageMedia", edit_message_media),
    Method("editMessageReplyMarkup", edit_message_reply_markup),
    Method("deleteMessage", delete_message),
    Method("deleteMessages", delete_messages),
    Method("answerCallbackQuery", answer_callback_query),
)
