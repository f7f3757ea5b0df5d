"""The curator's workbook put into words, drawn in the worker process, sent into the chat."""

import asyncio
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

from aiogram_dialog import DialogManager

from bot.dialogs.parts.lines import spoken, worded
from bot.dialogs.parts.screens import Hands, hands
from bot.dialogs.parts.sending import send_file, worker_of
from bot.domain.moments import local
from bot.reports.workbooks import Cell, Sheet, workbook
from bot.usecases.desk.book import Book
from bot.usecases.pairs.pairs import PairLine

AT_ONCE = 100
# of each sheet: its columns, with their widths
COLUMNS: dict[str, tuple[tuple[str, int], ...]] = {
    "pairs": (
        ("mentee", 26), ("mentor", 26), ("form", 30), ("state", 22), ("light", 12), ("why", 44),
        ("since", 14), ("ended", 14), ("held", 10), ("last", 14), ("next", 14),
    ),
    "people": (
        ("name", 28), ("role", 18), ("state", 20), ("came", 14), ("decided", 14), ("reached", 18),
        ("notes", 10),
    ),
    "meetings": (("day", 14), ("hour", 10), ("mentee", 26), ("mentor", 26), ("state", 30)),
    "questions": (("day", 14), ("who", 26), ("state", 16), ("words", 70)),
    "tasks": (("due", 14), ("words", 60)),
}  # fmt: skip


async def send_book(manager: DialogManager, book: Book) -> None:
    hand = hands(manager)
    rows: dict[str, list[list[Cell]]] = {
        "pairs": [
            *await _worded(hand, book, _pair, book.at_work),
            *await _worded(hand, book, _ended, book.ended),
        ],
        "people": await _worded(hand, book, _person, book.people),
        "meetings": await _worded(hand, book, _meeting, book.meetings),
        "questions": await _worded(hand, book, _question, book.questions),
        "tasks": [[one.due_on, one.words] for one in book.tasks],
    }
    sheets = [_sheet(hand, name, found) for name, found in rows.items()]
    sheets.append(_about(hand, book))
    content = await worker_of(manager).run(workbook, sheets)
    name = worded(hand, "desk-book-file")
    counts = {"people": len(rows["people"]), "pairs": len(rows["pairs"])}
    caption = worded(hand, "desk-book-caption", **counts)
    await send_file(manager, f"{name} {book.today.isoformat()}.xlsx", content, caption)


async def _worded(
    hand: Hands, book: Book, line: Callable[[Hands, Book, Any], list[Cell]], rows: Sequence[Any]
) -> list[list[Cell]]:
    """A line for each row; others have their turn in between."""
    found = []
    for number, row in enumerate(rows, 1):
        found.append(line(hand, book, row))
        if number % AT_ONCE == 0:
            await asyncio.sleep(0)
    return found


def _sheet(hand: Hands, name: str, rows: Sequence[Sequence[Cell]]) -> Sheet:
    columns = COLUMNS[name]
    return Sheet(
        worded(hand, f"desk-book-{name}"),
        [worded(hand, f"desk-book-column-{column}") for column, _ in columns],
        [width for _, width in columns],
        rows,
    )


def _about(hand: Hands, book: Book) -> Sheet:
    lines: list[list[Cell]] = [
        [worded(hand, "bases-about-organisation"), book.organisation],
        [worded(hand, "bases-about-day"), book.today],
        [worded(hand, "bases-about-data"), worded(hand, "bases-about-care")],
    ]
    headings = [worded(hand, "bases-about-programme"), book.programme]
    return Sheet(worded(hand, "bases-sheet-about"), headings, (32, 80), lines)


def _day(book: Book, at: datetime | None) -> Cell:
    return local(at, book.zone).date() if at is not None else None


def _form(hand: Hands, key: str) -> str:
    form = hand.profile.form(key)
    return spoken(hand, form.title) if form is not None else key


def _pair(hand: Hands, book: Book, one: PairLine) -> list[Cell]:
    form, since = book.forms[one.pair_id]
    why = "; ".join(worded(hand, told.key, **told.args) for told in one.health.told)
    return [
        one.mentee,
        one.mentor,
        _form(hand, form),
        worded(hand, "desk-book-pair-state", state=str(one.state)),
        worded(hand, f"light-{one.health.light}"),
        why,
        _day(book, since),
        None,
        one.meetings.held,
        _day(book, one.meetings.last_held),
        _day(book, one.meetings.next_at),
    ]


def _ended(hand: Hands, book: Book, row: Any) -> list[Cell]:
    return [
        row.mentee,
        row.mentor,
        _form(hand, row.form),
        worded(hand, "desk-book-pair-state", state=str(row.state)),
        None,
        None,
        _day(book, row.active_since),
        _day(book, row.ended_at),
        row.held,
        None,
        None,
    ]


def _person(hand: Hands, book: Book, row: Any) -> list[Cell]:
    reached = "bot" if row.reachable else "lost" if row.accounts else "none"
    return [
        row.name or worded(hand, "name-unknown"),
        worded(hand, f"role-{row.role}"),
        worded(hand, f"bases-state-{row.state}"),
        _day(book, row.created_at),
        _day(book, row.decided_at),
        worded(hand, "desk-book-reached", reached=reached),
        row.notes,
    ]


def _meeting(hand: Hands, book: Book, row: Any) -> list[Cell]:
    at = local(row.at, book.zone)
    state = worded(hand, "desk-book-meeting-state", state=str(row.state))
    return [at.date(), f"{at:%H:%M}", row.mentee, row.mentor, state]


def _question(hand: Hands, book: Book, row: Any) -> list[Cell]:
    state = worded(hand, "desk-book-question-state", state=str(row.state)) if row.mine else None
    return [_day(book, row.at), row.name, state, row.words]
