"""What sends and edits read from a call: the chat, text, caption, files, the reply."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sandbox.telegram.arguments import Arguments
from sandbox.telegram.chats import Chat
from sandbox.telegram.entities import Formatted, cleaned, given, is_blank, trimmed, with_found
from sandbox.telegram.errors import bad_request, forbidden
from sandbox.telegram.files import File
from sandbox.telegram.html_text import parse_html
from sandbox.telegram.markdown_text import parse_markdown, parse_markdown_v2

if TYPE_CHECKING:
    from sandbox.telegram.telegram import Telegram

MAX_TEXT = 4096
MAX_CAPTION = 1024
MAX_RAW = 32_768


def known_chat(telegram: Telegram, args: Arguments) -> Chat:
    raw = args.text("chat_id").strip()
    if not raw:
        raise bad_request("chat_id is empty")
    try:
        chat = telegram.chats.get(int(raw))
    except ValueError:
        chat = None
    if chat is None:
        raise bad_request("chat not found")
    return chat


def writable_chat(telegram: Telegram, args: Arguments) -> Chat:
    """The chat, if the bot may write there."""
    chat = known_chat(telegram, args)
    person = telegram.people.find(chat.id)
    if person is not None:
        if person.deactivated:
            raise forbidden("user is deactivated")
        if person.blocked:
            raise forbidden("bot was blocked by the user")
        if not person.started:
            raise forbidden("bot can't initiate conversation with a user")
    elif chat.standing == "kicked":
        raise forbidden(f"bot was kicked from the {chat.kind} chat")
    elif chat.standing != "member":
        raise forbidden(f"bot is not a member of the {chat.kind} chat")
    return chat


def formatted(
    raw: str, mode: str, entities: Any, *, what: str = "text", most: int = MAX_TEXT
) -> Formatted:
    """Raw text made into text with entities; lengths count after parsing."""
    if len(raw.encode()) > MAX_RAW:
        raise bad_request("text is too long")
    raw = cleaned(raw)
    mode = mode.lower()
    if mode == "html":
        parsed = parse_html(raw)
    elif mode == "markdownv2":
        parsed = parse_markdown_v2(raw)
    elif mode == "markdown":
        parsed = parse_markdown(raw)
    elif mode in ("", "none"):
        parsed = Formatted(raw, given(entities, raw) if entities is not None else ())
    else:
        raise bad_request("unsupported parse_mode")
    parsed = trimmed(parsed)
    if len(parsed.text) > most:
        raise bad_request(f"{'message' if what == 'text' else 'message caption'} is too long")
    return with_found(parsed)


def text_of(args: Arguments) -> Formatted:
    raw = args.text("text")
    if not raw:
        raise bad_request("message text is empty")
    entities = args.parsed("entities", "can't parse entities JSON object")
    result = formatted(raw, args.text("parse_mode"), entities)
    if is_blank(result.text):
        raise bad_request("text must be non-empty")
    return result


def caption_of(args: Arguments) -> Formatted:
    entities = args.parsed("caption_entities", "can't parse caption entities JSON object")
    return formatted(
        args.text("caption"), args.text("parse_mode"), entities, what="caption", most=MAX_CAPTION
    )


def reply_target(args: Arguments, chat: Chat) -> int | None:
    """The message to reply to; a missing one is refused unless the bot said it does not mind."""
    raw = args.parsed("reply_parameters", "can't parse reply parameters JSON object")
    if raw is None:
        target = args.integer("reply_to_message_id")
        lenient = args.flag("allow_sending_without_reply")
    else:
        if not isinstance(raw, dict):
            raise bad_request("can't parse reply parameters JSON object")
        inner = Arguments(raw)
        target = inner.integer("message_id")
        lenient = inner.flag("allow_sending_without_reply")
        if inner.has("chat_id") and inner.integer("chat_id") != chat.id:
            target = target or -1
    if not target and raw is None:
        return None
    if target in chat.messages:
        return target
    if lenient:
        return None
    raise bad_request("message to be replied not found")


def input_file(telegram: Telegram, args: Arguments, reference: str, kind: str) -> File | None:
    """The file that a parameter or a media item means: an upload, a known file id or an address."""
    upload = args.uploads.get(reference.removeprefix("attach://"))
    if upload is not None:
        if kind == "photo":
            return telegram.files.keep_photo(upload.content)
        return telegram.files.keep_document(upload.name, upload.content, upload.mime)
    if not reference or reference.startswith("attach://"):
        return None
    known = telegram.files.get(reference)
    if known is not None:
        if known.kind != kind:
            raise bad_request(
                f"can't use file of type {known.kind.capitalize()} as {kind.capitalize()}"
            )
        return known
    if reference.lower().startswith(("http://", "https://")):
        raise bad_request("failed to get HTTP URL content")  # a sandbox never reaches out
    if reference.lower().startswith("file:"):
        raise bad_request("invalid file HTTP URL specified: URL protocol is not supported")
    if "." in reference or len(reference) < 12:
        raise bad_request(
            "wrong remote file identifier specified: Wrong padding in the string"
            if len(reference) % 4
            else "wrong remote file identifier specified: Wrong character in the string"
        )
    raise bad_request("wrong remote file identifier specified: can't unserialize it")


def required_file(telegram: Telegram, args: Arguments, name: str) -> File:
    reference = name if name in args.uploads else args.text(name)
    file = input_file(telegram, args, reference, name)
    if file is None:
        raise bad_request(f"there is no {name} in the request")
    return file
