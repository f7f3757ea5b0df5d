"""A table of people by two things, of which nothing small follows: organisations and forms, say.

Its rows, its columns and their sum are shown as two lists beside each other (`small_cells.shown`).
Cells are shown of whole rows only, and only while what is left of each column in the other rows is
nobody or five people at least. So what stays hidden is a table of its own of which only sums are
known, each nobody or five at least: every cell of it may be as large as the smaller of its sums.
`tests/domain/test_small_tables.py` attacks it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from bot.domain.small_cells import shown, small, total

K = TypeVar("K")
R = TypeVar("R")
C = TypeVar("C")
D = TypeVar("D")


@dataclass(frozen=True)
class SmallTable(Generic[R, C]):
    """None: too few, or it would give away too few. `cells`: of the rows that are shown by cell."""

    whole: int | None
    rows: Mapping[R, int | None]
    columns: Mapping[C, int | None]
    cells: Mapping[R, Mapping[C, int]]

    def cell(self, row: R, column: C) -> int | None:
        return self.cells[row].get(column, 0) if row in self.cells else None


def protected(counts: Mapping[R, Mapping[C, int]]) -> SmallTable[R, C]:
    """What of the table may be shown. Columns a row does not name have nobody in it."""
    sums = {row: sum(parts.values()) for row, parts in counts.items()}
    downs: dict[C, int] = {}
    for parts in counts.values():
        for column, n in parts.items():
            downs[column] = downs.get(column, 0) + n
    whole = total(sums)
    if whole is None:
        return SmallTable(None, dict.fromkeys(sums), dict.fromkeys(downs), {})
    rows, columns = shown(sums), shown(downs)
    cells = {
        row: parts
        for row, parts in counts.items()
        if rows[row] is not None and not any(small(n) for n in parts.values())
    }
    hidden = [column for column, n in columns.items() if n is None]
    for together in [[column] for column in columns if columns[column] is not None] + [hidden]:
        _leave_enough(cells, together, sum(downs[column] for column in together))
    return SmallTable(whole, rows, columns, cells)


@dataclass(frozen=True)
class DividedTable(Generic[R, C, D]):
    """A table of which each column is divided once more: answers, say, and forms within them.

    `columns`: of the divisions (None as in `SmallTable`); `cells`: of the rows shown by division.
    """

    table: SmallTable[R, C]
    columns: Mapping[tuple[C, D], int | None]
    cells: Mapping[R, Mapping[tuple[C, D], int]]


def divided(counts: Mapping[R, Mapping[tuple[C, D], int]]) -> DividedTable[R, C, D]:
    """What may be shown of the table, its columns and their divisions beside each other.

    Divisions are lists within a column that is shown; rows are shown by division only when they are
    shown by column, and while what is left of each division is nobody or five at least. The rows
    that are shown by column only, and all others as one row, make a table of which again only sums
    are known, each nobody or five at least.
    """
    sums: dict[R, dict[C, int]] = {row: {} for row in counts}
    downs: dict[tuple[C, D], int] = {}
    for row, parts in counts.items():
        for (column, part), n in parts.items():
            sums[row][column] = sums[row].get(column, 0) + n
            downs[column, part] = downs.get((column, part), 0) + n
    table = protected(sums)
    if table.whole is None or None in table.columns.values():
        return DividedTable(table, dict.fromkeys(downs), {})
    cells = {
        row: parts
        for row, parts in counts.items()
        if row in table.cells and not any(small(n) for n in parts.values())
    }
    columns: dict[tuple[C, D], int | None] = {}
    for column in table.columns:
        told = shown({one: n for one, n in downs.items() if one[0] == column})
        hidden = [one for one, n in told.items() if n is None]
        for together in [[one] for one, n in told.items() if n is not None] + [hidden]:
            _leave_enough(cells, together, sum(downs[one] for one in together))
        columns |= told
    return DividedTable(table, columns, cells)


def _leave_enough(
    cells: dict[R, Mapping[K, int]], columns: Iterable[K], whole: int
) -> None:
    """Takes back the smallest row that has somebody there while one to four people are left."""
    columns = tuple(columns)
    there = {row: sum(parts.get(one, 0) for one in columns) for row, parts in cells.items()}
    if small(whole - sum(there.values())):
        last = min((n, place) for place, n in enumerate(there.values()) if n)[1]
        del cells[list(there)[last]]
