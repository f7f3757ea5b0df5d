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

R = TypeVar("R")
C = TypeVar("C")


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


def _leave_enough(
    cells: dict[R, Mapping[C, int]], columns: Iterable[C], whole: int
) -> None:
    """Takes back the smallest row that has somebody there while one to four people are left."""
    columns = tuple(columns)
    there = {row: sum(parts.get(one, 0) for one in columns) for row, parts in cells.items()}
    if small(whole - sum(there.values())):
        last = min((n, place) for place, n in enumerate(there.values()) if n)[1]
        del cells[list(there)[last]]
