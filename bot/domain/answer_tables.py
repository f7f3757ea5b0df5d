"""What people answered, as one table: the only thing statistics, charts and exports read.

Its questionnaire holds every item ever asked under its key, over all versions, so that no answer to
a removed item or option is dropped. It keeps columns and not rows: 100,000 responses to 20
questions are small ints in lists, and a figure needs a column. It can be sent to another process.
"""

from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from math import nan
from typing import Any

from bot.domain.absences import Absence
from bot.domain.questionnaires import Item, Questionnaire
from bot.domain.questions import Multiple, Option, Single
from bot.domain.responses import Response, ResponseState


@dataclass(frozen=True)
class AnswerRow:
    """One response. What is in `answers` counts; every other item has its reason in `absences`."""

    id: str  # pseudonymous, the same for the same person in the tables of one purpose
    group: Mapping[str, str]  # "role", "form", "group": what figures are broken down by
    answers: Mapping[str, Any]
    absences: Mapping[str, Absence]
    seconds: Mapping[str, float] = field(default_factory=dict)  # of the items it is known for
    state: ResponseState = ResponseState.FINISHED
    day: date | None = None  # of the last answer


@dataclass(eq=False)
class AnswerTable:
    """`cells[key]` and `seconds[key]` run along `ids`; a cell is an answer or an `Absence`."""

    questionnaire: Questionnaire  # see `all_versions`
    taken_at: datetime
    ids: list[str] = field(default_factory=list)
    groups: list[Mapping[str, str]] = field(default_factory=list)
    states: list[ResponseState] = field(default_factory=list)
    days: list[date | None] = field(default_factory=list)
    cells: dict[str, list[Any]] = field(default_factory=dict)
    seconds: "dict[str, array[float]]" = field(default_factory=dict)  # nan: not known

    @classmethod
    def of(
        cls, questionnaire: Questionnaire, rows: Iterable[AnswerRow], taken_at: datetime
    ) -> "AnswerTable":
        keys = [item.key for item in questionnaire.items]
        table = cls(
            questionnaire,
            taken_at,
            cells={key: [] for key in keys},
            seconds={key: array("f") for key in keys},
        )
        table.extend(rows)
        return table

    def extend(self, rows: Iterable[AnswerRow]) -> None:
        """More rows of the same questionnaire."""
        alike: dict[tuple[tuple[str, str], ...], Mapping[str, str]] = {}  # rows share their groups
        for row in rows:
            self.ids.append(row.id)
            self.groups.append(alike.setdefault(tuple(sorted(row.group.items())), row.group))
            self.states.append(row.state)
            self.days.append(row.day)
            for key in self.cells:
                cell = row.answers.get(key)
                if cell is None:
                    cell = row.absences.get(key, Absence.NOT_ASKED)
                self.cells[key].append(cell)
                self.seconds[key].append(row.seconds.get(key, nan))

    def __len__(self) -> int:
        return len(self.ids)

    def answered(self, key: str) -> list[Any]:
        """The answers to an item, without the absent ones, in the order of the rows."""
        return [cell for cell in self.cells[key] if not isinstance(cell, Absence)]

    def begun(self) -> list[bool]:
        """Row by row: whether anything was answered, to the end or not."""
        rows = zip(*self.cells.values(), strict=True)
        return [any(not isinstance(one, Absence) for one in row) for row in rows]

    def scores(self, key: str) -> list[float | None]:
        """Row by row: the answer as a number, reversed if the item is; None where there is none."""
        item = self.questionnaire.item(key)
        assert item is not None
        return [None if isinstance(cell, Absence) else item.score(cell) for cell in self.cells[key]]

    def absences(self, key: str) -> dict[Absence, int]:
        """How often each reason stands in a column; those that do not are left out."""
        found = [cell for cell in self.cells[key] if isinstance(cell, Absence)]
        return {reason: found.count(reason) for reason in Absence if reason in found}

    def where(self, **group: str) -> "AnswerTable":
        """The rows whose group attributes are these."""
        wanted = group.items()
        return self.only([n for n, one in enumerate(self.groups) if wanted <= one.items()])

    def only(self, at: Sequence[int]) -> "AnswerTable":
        """The rows at these places."""
        return replace(
            self,
            ids=[self.ids[n] for n in at],
            groups=[self.groups[n] for n in at],
            states=[self.states[n] for n in at],
            days=[self.days[n] for n in at],
            cells={key: [column[n] for n in at] for key, column in self.cells.items()},
            seconds={
                key: array("f", (column[n] for n in at)) for key, column in self.seconds.items()
            },
        )

    def rows(self) -> Iterator[AnswerRow]:
        for n, id_ in enumerate(self.ids):
            cells = {key: column[n] for key, column in self.cells.items()}
            spent = {key: float(column[n]) for key, column in self.seconds.items()}
            yield AnswerRow(
                id=id_,
                group=self.groups[n],
                answers={k: v for k, v in cells.items() if not isinstance(v, Absence)},
                absences={k: v for k, v in cells.items() if isinstance(v, Absence)},
                seconds={k: v for k, v in spent.items() if v == v},  # nan is unlike itself
                state=self.states[n],
                day=self.days[n],
            )


def row_of(
    response: Response,
    questionnaire: Questionnaire,
    *,
    id: str,
    group: Mapping[str, str],
) -> AnswerRow:
    """A stored response. `questionnaire`: the version it was asked by."""
    return AnswerRow(
        id=id,
        group=group,
        answers=response.counted(questionnaire),
        absences=response.absences(questionnaire),
        seconds=response.seconds or {},
        state=response.state,
        day=response.touched_at.date() if response.touched_at else None,
    )


def all_versions(versions: Sequence[Questionnaire]) -> Questionnaire:
    """The newest version with every item and option of the older ones that it has lost.

    A lost item stands where it stood: behind the item that was before it.
    """
    newest_first = sorted(versions, key=lambda one: one.version, reverse=True)
    whole = newest_first[0]
    items = list(whole.items)
    scales = dict(whole.scales)
    for older in newest_first[1:]:
        scales = {**dict(older.scales), **scales}
        before: str | None = None
        for item in older.items:
            places = {one.key: n for n, one in enumerate(items)}
            if item.key in places:
                items[places[item.key]] = _with_options_of(items[places[item.key]], item)
            else:
                items.insert(places[before] + 1 if before is not None else 0, item)
            before = item.key
    return replace(whole, items=tuple(items), scales=tuple(scales.items()))


def _with_options_of(item: Item, older: Item) -> Item:
    kind = item.kind
    if isinstance(kind, Single):
        return replace(item, kind=replace(kind, choices=_with_lost(kind.choices, older)))
    if isinstance(kind, Multiple):
        return replace(item, kind=replace(kind, choices=_with_lost(kind.choices, older)))
    return item


def _with_lost(choices: Sequence[Option], older: Item) -> tuple[Option, ...]:
    known = {option.value for option in choices}
    return (*choices, *(option for option in older.kind.options() if option.value not in known))
