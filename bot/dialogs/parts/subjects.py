"""Buttons that carry the id of what they are about.

A second press of a button must never act on whatever the screen shows by then: so a button that
changes something holds the ids of its subject, packed to 22 characters each, and not a place in a
list. An id is no right: use cases check who presses.
"""

import base64
import binascii
from operator import itemgetter
from typing import Any
from uuid import UUID

from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.common import WhenCondition
from aiogram_dialog.widgets.kbd import Column, Keyboard, Select
from aiogram_dialog.widgets.text import Format
from aiogram_dialog.widgets.text.base import Text

from bot.dialogs.parts.screens import begun_with
from bot.domain.errors import Gone

PACKED = 22  # characters of one id


def pack(*ids: UUID) -> str:
    return "".join(base64.urlsafe_b64encode(one.bytes).decode().rstrip("=") for one in ids)


def unpack(raw: str) -> list[UUID]:
    """Raises `Gone` for anything that `pack` did not make."""
    parts = [raw[at : at + PACKED] for at in range(0, len(raw), PACKED)]
    try:
        return [UUID(bytes=base64.urlsafe_b64decode(part + "==")) for part in parts]
    except (ValueError, binascii.Error) as error:
        raise Gone from error


def unpack_one(raw: str) -> UUID:
    """Raises `Gone` for anything but one packed id."""
    found = unpack(raw)
    if len(found) != 1:
        raise Gone
    return found[0]


def shown_id(manager: DialogManager, name: str) -> UUID:
    """What was chosen on the screen before, or what the letter that opened the dialog is about."""
    raw = manager.dialog_data.get(name) or begun_with(manager).get(name)
    if raw is None:
        raise Gone
    return UUID(str(raw))


def subject_button(
    text: Text, *, id: str, on_click: Any, subject: str = "subject", when: WhenCondition = None
) -> Select[str]:
    """One button about the packed ids in the window's field `subject`."""
    return Select(
        text,
        id=id,
        item_id_getter=str,
        items=lambda data: [data[subject]] if data.get(subject) else [],
        on_click=on_click,
        when=when,
    )


def subject_list(*, id: str, items: str, on_click: Any, when: WhenCondition = None) -> Keyboard:
    """A button in a row of its own for each {"id", "label"} of the window's field `items`."""
    return Column(
        Select(
            Format("{item[label]}"),
            id=id,
            item_id_getter=itemgetter("id"),
            items=items,
            on_click=on_click,
        ),
        when=when,
    )


def shortened(name: str, longest: int = 28) -> str:
    """A name that leaves room for the rest of a button or line."""
    return name if len(name) <= longest else name[: longest - 1].rstrip() + "…"
