"""Long texts in pages: a consent is shown whole, however long the lawyers made it."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button, Row

from bot.texts import L

LONGEST_PAGE = 3500  # of 4096, so that a heading still fits


def pages_of(text: str, longest: int = LONGEST_PAGE) -> list[str]:
    """The text in pieces of whole paragraphs; a longer paragraph is cut between words."""
    pages: list[str] = []
    page = ""
    for paragraph in text.strip().split("\n\n"):
        for piece in _pieces(paragraph, longest):
            joined = f"{page}\n\n{piece}" if page else piece
            if len(joined) > longest:
                pages.append(page)
                joined = piece
            page = joined
    return [*pages, page]


def _pieces(paragraph: str, longest: int) -> list[str]:
    pieces = []
    rest = paragraph
    while len(rest) > longest:
        cut = rest.rfind(" ", 0, longest)
        cut = cut if cut > 0 else longest
        pieces.append(rest[:cut])
        rest = rest[cut:].lstrip()
    return [*pieces, rest]


def page_at(text: str, number: int) -> tuple[str, int, int]:
    """The page (the nearest there is), its number from zero, and how many there are."""
    pages = pages_of(text)
    number = min(max(number, 0), len(pages) - 1)
    return pages[number], number, len(pages)


def page_buttons() -> Row:
    return Row(
        Button(L("page-before"), id="before", on_click=_before, when="before"),
        Button(L("page-after"), id="after", on_click=_after, when="after"),
    )


def paged(text: str, wished: int) -> dict[str, Any]:
    """What a window needs to show one page of a long text."""
    page, number, total = page_at(text, wished)
    return {
        "page": page,
        "number": number + 1,
        "total": total,
        "before": number > 0,
        "after": number + 1 < total,
        "last": number + 1 == total,
    }


async def first_page(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    manager.dialog_data["page"] = 0


async def _before(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    manager.dialog_data["page"] = max(manager.dialog_data.get("page", 0) - 1, 0)


async def _after(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    manager.dialog_data["page"] = manager.dialog_data.get("page", 0) + 1
