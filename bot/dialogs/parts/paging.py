"""Leafing through a list: two buttons and the number of the page, kept in the dialog."""

from collections.abc import Sequence
from typing import Any, TypeVar

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button, Keyboard, Row

from bot.texts import L

PAGE = "page"
One = TypeVar("One")


def page_of(manager: DialogManager) -> int:
    return int(manager.dialog_data.get(PAGE, 0))


def turned(page: int, *, more: bool) -> dict[str, Any]:
    """What the pager's buttons need to know; for the getter of a window."""
    return {"page_before": page > 0, "page_after": more, "page_number": page + 1}


def leafed(
    manager: DialogManager, found: Sequence[One], size: int
) -> tuple[Sequence[One], dict[str, Any]]:
    """Of a list known as a whole: what stands on the page, and what `turned` says of it.

    When the list has become shorter meanwhile, the last page is shown and not an empty one.
    """
    page = min(page_of(manager), max(len(found) - 1, 0) // size)
    end = (page + 1) * size
    return found[page * size : end], turned(page, more=len(found) > end)


async def _earlier(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    manager.dialog_data[PAGE] = max(page_of(manager) - 1, 0)


async def _later(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    manager.dialog_data[PAGE] = page_of(manager) + 1


def pager() -> Keyboard:
    return Row(
        Button(L("programme-page-before"), id="before", on_click=_earlier, when="page_before"),
        Button(L("programme-page-after"), id="after", on_click=_later, when="page_after"),
    )


async def to_first_page(_: CallbackQuery, __: Any, manager: DialogManager) -> None:
    """Whoever leaves a list, or comes to one, begins at its beginning."""
    manager.dialog_data.pop(PAGE, None)
