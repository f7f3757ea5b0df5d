"""The figures of a wave: run in the worker process."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from bot.domain.absences import Absence
from bot.domain.answer_tables import AnswerPages, AnswerTable
from bot.domain.item_counts import DIMENSIONS
from bot.domain.measures import MEANS, Measure, measure_of
from bot.domain.questionnaires import Item
from bot.domain.questions import span_of
from bot.domain.responses import ResponseState
from bot.domain.results import (
    HALF,
    ItemResult,
    PartResult,
    WaveResults,
)
from bot.domain.small_cells import LEAST, small, tells
from bot.domain.statistics.figures import Estimate, Withheld
from bot.domain.tabulation import EVERYBODY, ItemTable, Part, tabulate


def wave_results(pages: AnswerPages) -> WaveResults:
    return figures_of(pages.table())


def figures_of(table: AnswerTable) -> WaveResults:
    from bot.domain.statistics.reliability import reliability

    tables = tabulate(table)
    on = table.taken_at.date()
    there = bool(tables.people)
    scales = [key for key, _ in table.questionnaire.scales] if there else []
    return WaveResults(
        people=tables.people,
        unfinished=_unfinished(table) if there else 0,
        items=tuple(_item(table, one) for one in tables.items),
        scales=tuple((key, reliability(_rows(table, key), on=on)) for key in scales),
        careless=_careless(table) if there else None,
        on=on,
    )


def rates(counts: Sequence[tuple[int, int]], on: date) -> tuple[Estimate | Withheld, ...]:
    """So many of so many, each as a share with its bounds."""
    from bot.domain.statistics.summaries import share

    return tuple(share(count, n, on=on) for count, n in counts)


def _unfinished(table: AnswerTable) -> int:
    rows = zip(table.states, table.begun(), strict=True)
    return sum(begun and state is not ResponseState.FINISHED for state, begun in rows)


def _item(table: AnswerTable, shown: ItemTable) -> ItemResult:
    item = table.questionnaire.item(shown.key)
    assert item is not None
    if shown.measure not in MEANS and shown.measure is not Measure.RANKED:
        return ItemResult(table=shown, parts=tuple(PartResult(part=part) for part in shown.parts))
    cells = _given(table, item.key)
    parts = (_part(table, item, shown.measure, part, cells) for part in shown.parts)
    return ItemResult(table=shown, parts=tuple(parts))


Cells = list[tuple[Mapping[str, str], list[Any]]]  # who they are, and what all of them answered


def _part(
    table: AnswerTable, item: Item, measure: Measure, part: Part, cells: Cells
) -> PartResult:
    given = [value for where, values in cells if part.group.holds(where) for value in values]
    if measure is Measure.RANKED:
        return PartResult(part=part, places=_places(item, given))
    from bot.domain.statistics.summaries import mean, median

    on = table.taken_at.date()
    values = [*given, *[None] * (part.asked - part.n)]
    average = mean(values, on=on)
    if isinstance(average, Estimate) and _betrays(item, average.value, part.n):
        return PartResult(part=part)
    floor, ceiling = _ends(item, given, on) if part.group == EVERYBODY else (False, False)
    found = median(values, on=on)
    return PartResult(part=part, mean=average, median=found, floor=floor, ceiling=ceiling)


def _ends(item: Item, given: Sequence[Any], on: date) -> tuple[bool, bool]:
    """Whether so many stand at an end of the scale that it shows no more of them there."""
    from bot.domain.statistics.summaries import ends

    span = span_of(item.kind)
    if span is None:
        return False, False
    found = ends([float(value) for value in given], *span, on=on)
    if isinstance(found, Withheld):
        return False, False
    many = [sum(value == end for value in given) >= LEAST for end in span]
    return found.floor and many[0], found.ceiling and many[1]


def _given(table: AnswerTable, key: str) -> Cells:
    """Gone through once, however many groups there are."""
    found: dict[tuple[str | None, ...], tuple[Mapping[str, str], list[Any]]] = {}
    for where, one in zip(table.groups, table.cells[key], strict=True):
        if not isinstance(one, Absence):
            cell = tuple(where.get(name) for name in DIMENSIONS)
            found.setdefault(cell, (where, []))[1].append(one)
    return list(found.values())


def _betrays(item: Item, value: float, n: int) -> bool:
    span = span_of(item.kind)
    return span is not None and span[0] < span[1] and tells(n, value, *span, rounded=HALF)


def _places(item: Item, given: Sequence[list[str]]) -> tuple[tuple[str, float], ...]:
    """Of each option; whoever gave it no place counts as giving the one behind the last."""
    found = []
    for option in item.kind.options():
        places = [
            one.index(option.value) + 1 if option.value in one else len(one) + 1 for one in given
        ]
        found.append((option.value, sum(places) / len(places)))
    return tuple(sorted(found, key=lambda one: (one[1], one[0])))


def _rows(table: AnswerTable, scale: str) -> list[list[float | None]]:
    """Those who answered any item of the scale, reversed items turned."""
    columns = [table.scores(item.key) for item in table.questionnaire.items_of(scale)]
    return [list(row) for row in zip(*columns, strict=True) if any(v is not None for v in row)]


def _careless(table: AnswerTable) -> int | None:
    """How many answer sheets bear a sign; a number of the whole and never of a person."""
    from bot.domain.statistics.carelessness import careless

    items = [i for i in table.questionnaire.items if measure_of(i.kind) is Measure.ORDERED]
    if len(items) < 2:
        return None
    rows, seconds = [], []
    for n in range(len(table)):
        row = [_plain(table.cells[item.key][n]) for item in items]
        if any(value is not None for value in row):
            rows.append(row)
            spent = [float(table.seconds[item.key][n]) for item in items]
            seconds.append([value if value == value else None for value in spent])
    place = {item.key: n for n, item in enumerate(items)}
    scales = [table.questionnaire.items_of(key) for key, _ in table.questionnaire.scales]
    ends = {span_of(item.kind) for scale in scales for item in scale}
    one = ends.pop() if len(ends) == 1 else None  # scales of one span only can be turned together
    found = careless(
        rows,
        on=table.taken_at.date(),
        seconds=seconds,
        scales=[[place[item.key] for item in scale] for scale in scales] if one else [],
        reversed_items=[place[i.key] for scale in scales for i in scale if i.reversed and one],
        ends=one,
    )
    if isinstance(found, Withheld) or small(found.flagged) or small(found.n - found.flagged):
        return None
    return found.flagged


def _plain(cell: Any) -> float | None:
    return None if isinstance(cell, Absence) else float(cell)
