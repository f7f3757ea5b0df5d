"""What is wrong with a workbook, gathered with the places: everything at once, each thing once."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, TypeVar

from bot.domain.errors import Refusal
from bot.reports.xlsform.columns import SHEETS

T = TypeVar("T")


@dataclass(frozen=True)
class Trouble:
    """`row` 0 is the sheet as a whole, `column` "" the whole row; `key` and `args` name a text."""

    sheet: str
    row: int
    column: str
    key: str
    args: dict[str, Any] = field(default_factory=dict)


class Troubles:
    def __init__(self) -> None:
        self._found: list[Trouble] = []

    def __len__(self) -> int:
        return len(self._found)

    def add(self, refusal: Refusal, sheet: str, row: int = 0, column: str = "") -> None:
        self.note(Trouble(sheet, row, column, refusal.key, refusal.args_for_text))

    def note(self, trouble: Trouble) -> None:
        if trouble not in self._found:
            self._found.append(trouble)

    def tried(self, make: Callable[[], T], sheet: str, row: int, column: str) -> T | None:
        """What `make` makes; None when it refuses, and that is noted."""
        try:
            return make()
        except Refusal as refusal:
            self.add(refusal, sheet, row, column)
            return None

    def in_order(self) -> tuple[Trouble, ...]:
        return tuple(sorted(self._found, key=lambda one: (SHEETS.index(one.sheet), one.row)))
