"""What people answered, as one table: the only thing statistics, charts and exports read.

It keeps columns and not rows: 100,000 responses to 20 questions are small ints in lists, and a
figure needs a column. On the way to another process it is pages.
"""

import pickle
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from math import nan
from typing import Any, Protocol

from bot.domain.absences import Absence
from bot.domain.access import Role
from bot.domain.questionnaires import Questionnaire
from bot.domain.responses import ResponseState
from bot.domain.stored_answers import asked, facts_of, given, why_absent


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

    questionnaire: Questionnaire  # the version that all of them were asked by
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

    def append(self, more: "AnswerTable") -> None:
        """The rows of a table with the same questionnaire."""
        self.ids += more.ids
        self.groups += more.groups
        self.states += more.states
        self.days += more.days
        for key, cells in self.cells.items():
            cells += more.cells[key]
            self.seconds[key] += more.seconds[key]

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


@dataclass(eq=False)
class AnswerPages:
    """A table as it is read and handed to the worker process: packed, some hundred rows at a time.

    Packing two million cells at once holds up every thread of a process, and so does looking for
    garbage among them again and again.
    """

    questionnaire: Questionnaire
    taken_at: datetime
    pages: list[bytes] = field(default_factory=list)
    people: int = 0  # who answered anything
    groups: set[tuple[str, str]] = field(default_factory=set)  # every attribute with its value

    def add(self, page: AnswerTable) -> None:
        """Rows of the same questionnaire."""
        columns = (page.ids, page.groups, page.states, page.days, page.cells, page.seconds)
        self.pages.append(pickle.dumps(columns))
        self.people += sum(page.begun())
        self.groups |= {one for where in page.groups for one in where.items()}

    def table(self) -> AnswerTable:
        table = AnswerTable.of(self.questionnaire, (), self.taken_at)
        for page in self.pages:
            table.append(AnswerTable(self.questionnaire, self.taken_at, *pickle.loads(page)))
        return table


class Sheet(Protocol):
    """Of a response what tables of answers are made of: a `Response`, or its bare row."""

    @property
    def answers(self) -> dict[str, Any]: ...
    @property
    def seconds(self) -> dict[str, float] | None: ...
    @property
    def state(self) -> ResponseState: ...
    @property
    def touched_at(self) -> datetime | None: ...
    @property
    def role(self) -> Role | None: ...
    @property
    def form(self) -> str | None: ...


def row_of(
    sheet: Sheet,
    questionnaire: Questionnaire,
    *,
    id: str,
    group: Mapping[str, str],
) -> AnswerRow:
    """A stored response. `questionnaire`: the version it was asked by."""
    answers, state = sheet.answers, sheet.state
    shown = asked(questionnaire, answers, facts_of(answers, sheet.role, sheet.form))
    return AnswerRow(
        id=id,
        group=group,
        answers=given(shown, answers),
        absences=why_absent(
            questionnaire,
            shown,
            answers,
            ended=state is ResponseState.FINISHED,
            refused=state is ResponseState.REFUSED,
        ),
        seconds=sheet.seconds or {},
        state=state,
        day=sheet.touched_at.date() if sheet.touched_at else None,
    )
