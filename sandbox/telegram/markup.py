"""Keyboards: what `reply_markup` may hold, checked as strictly as Telegram checks it."""

from __future__ import annotations

import json
from typing import Any

from sandbox.telegram.arguments import Arguments
from sandbox.telegram.errors import Refused, bad_request
from sandbox.telegram.links import link_fault

MAX_BUTTONS = 100
MAX_BYTES = 10_240
MAX_DATA = 64

Markup = dict[str, Any]

_ACTIONS = (
    "url", "callback_data", "web_app", "login_url", "switch_inline_query", "callback_game", "pay",
    "switch_inline_query_current_chat", "switch_inline_query_chosen_chat", "copy_text",
)  # fmt: skip
_STYLE = ("style", "icon_custom_emoji_id")


def reply_markup(args: Arguments) -> Markup | None:
    """The keyboard of a call in its normal form; None when there is none."""
    raw = args.parsed("reply_markup", "can't parse reply keyboard markup JSON object")
    if raw is None:
        return None
    if not isinstance(raw, dict):
        raise bad_request("object expected as reply markup")
    if "inline_keyboard" in raw:
        return _inline(raw["inline_keyboard"])
    if "keyboard" in raw:
        return _reply(raw)
    if _true(raw.get("remove_keyboard")):
        return {"remove_keyboard": True}
    if _true(raw.get("force_reply")):
        return {"force_reply": True}
    return None


def inline_markup(args: Arguments) -> Markup | None:
    """Edits take only inline keyboards; an empty one means none."""
    markup = reply_markup(args)
    if markup is not None and "inline_keyboard" not in markup:
        raise bad_request("inline keyboard expected")
    return markup


def _true(value: Any) -> bool:
    return value is True or value == "true"


def _rows(rows: Any, field: str, owner: str) -> list[list[Any]]:
    complaint = f'field "{field}" of the {owner} must be an Array of Arrays'
    if not isinstance(rows, list):
        raise bad_request(f'field "{field}" of the {owner} must be an Array')
    if not all(isinstance(row, list) for row in rows):
        raise bad_request(complaint)
    return rows


def _inline(raw: Any) -> Markup | None:
    rows = [
        [_inline_button(button) for button in row]
        for row in _rows(raw, "inline_keyboard", "InlineKeyboardMarkup")
        if row
    ]
    if not rows:
        return None
    markup = {"inline_keyboard": rows}
    _check_size(rows, markup)
    return markup


def _check_size(rows: list[list[Any]], markup: Markup) -> None:
    buttons = sum(map(len, rows))
    # Fewer than 100 buttons of ordinary length cannot reach the size: spare them the serialising.
    if buttons > MAX_BUTTONS or (
        buttons > 20 and len(json.dumps(markup, ensure_ascii=False).encode()) > MAX_BYTES
    ):
        raise bad_request("reply markup is too long")


def _inline_button(raw: Any) -> Markup:
    if not isinstance(raw, dict):
        raise bad_request("can't parse inline keyboard button: expected an Object")
    text = _label(raw, "inline keyboard button")
    button: Markup = {"text": text}
    action = next((name for name in _ACTIONS if _given(raw, name)), None)
    if action is None:
        raise bad_request(
            "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard"
        )
    value = raw[action]
    if action == "callback_data":
        if not isinstance(value, str) or len(value.encode()) > MAX_DATA:
            raise Refused(400, "Bad Request: BUTTON_DATA_INVALID")
    elif action == "url":
        fault = link_fault(value) if isinstance(value, str) and value else "URL host is empty"
        if fault is not None:
            raise bad_request(f"inline keyboard button URL '{value}' is invalid: {fault}")
    button[action] = value
    for name in _STYLE:
        if raw.get(name) is not None:
            button[name] = raw[name]
    return button


def _given(raw: dict[str, Any], action: str) -> bool:
    """Empty callback data are none; an empty inline query is one."""
    value = raw.get(action)
    return value is not None and not (action == "callback_data" and value == "")


def _label(raw: dict[str, Any], what: str) -> str:
    text = raw.get("text")
    if text is not None and not isinstance(text, str):
        raise bad_request(f'can\'t parse {what}: Field "text" must be of type String')
    if not text:  # a blank text will do: empty cells of calendars are such buttons
        raise bad_request(f"{what} text must be non-empty")
    return text


def _reply(raw: dict[str, Any]) -> Markup | None:
    rows = []
    for row in _rows(raw["keyboard"], "keyboard", "ReplyKeyboardMarkup"):
        buttons = []
        for button in row:
            if isinstance(button, str):
                button = {"text": button}
            if not isinstance(button, dict):
                raise bad_request("can't parse keyboard button: expected an Object")
            buttons.append({**button, "text": _label(button, "keyboard button")})
        if buttons:
            rows.append(buttons)
    if not rows:
        return None
    markup: Markup = {"keyboard": rows}
    for name in ("resize_keyboard", "one_time_keyboard", "is_persistent", "selective"):
        if _true(raw.get(name)):
            markup[name] = True
    if raw.get("input_field_placeholder"):
        markup["input_field_placeholder"] = str(raw["input_field_placeholder"])
    if sum(map(len, rows)) > 3 * MAX_BUTTONS:
        raise bad_request("reply markup is too long")
    return markup
