"""The figures of a wave, and of two waves of the same people: run in the worker process."""

from collections.abc import Mapping, Sequence
from typing import Any

from bot.domain.absences import Absence
from bot.domain.answer_tables import AnswerPages, AnswerTable
from bot.domain.item_counts import DIMENSIONS
from bot.domain.measures import MEANS, Measure, measure_of
from bot.domain.questionnaires import Item
from bot.domain.questions import span_of
from bot.domain.results import (
    HALF,
    BeforeAfter,
    Compared,
    ItemResult,
    PartResult,
    WaveResults,
)
from bot.domain.small_cells import LEAST, small, tells
from bot.domain.statistics.figures import Attrition, Change, Estimate, Withheld
from bot.domain.tabulation import ItemTable, Part, tabulate

Scores = list[float | None]
Twin = tuple[str, bool, float, float, Scores, Scores]  # key, a scale, its span, before, after


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
        items=tuple(_item(table, one) for one in tables.items),
        scales=tuple((key, reliability(_rows(table, key), on=on)) for key in scales),
        careless=_careless(table) if there else None,
        on=on,
    )


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
    return PartResult(part=part, mean=average, median=median(values, on=on))


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


def before_after(first_pages: AnswerPages, then_pages: AnswerPages) -> BeforeAfter:
    """The same people twice, by their pseudonyms: questions of one key, and scales of one key."""
    before, after = first_pages.table(), then_pages.table()
    on = after.taken_at.date()
    rows_before, rows_after = _answered(before), _answered(after)
    everyone = sorted(rows_before.keys() | rows_after.keys())
    compared: list[Compared] = []
    withheld: list[str] = []
    parting: list[Attrition] = []
    most_out = 0
    for key, scale, low, high, first, then in _twins(before, after):
        one = [first[rows_before[id_]] if id_ in rows_before else None for id_ in everyone]
        two = [then[rows_after[id_]] if id_ in rows_after else None for id_ in everyone]
        out = _leave_out(one, two)
        most_out = max(most_out, out)
        found = _compared(key, scale, low, high, one, two, on)
        if found is None:
            withheld.append(key)
        else:
            compared.append(found)
            parting.append(_parting(one, two, on))
    stayed = sum(id_ in rows_after for id_ in rows_before)
    left = len(rows_before) - stayed
    countable = not small(stayed) and not small(left)
    sizes = [one for one in parting if isinstance(one.difference, Estimate)]
    return BeforeAfter(
        both=stayed,
        left_out=most_out,
        compared=tuple(compared),
        withheld=tuple(withheld),
        stayed=stayed if countable else None,
        left=left if countable else None,
        attrition=max(sizes, key=_size, default=None) if countable else None,
        on=on,
    )


def _answered(table: AnswerTable) -> dict[str, int]:
    """Who answered anything, with the place of the row."""
    said = table.said_anything()
    return {id_: n for n, id_ in enumerate(table.ids) if said[n]}


def _twins(before: AnswerTable, after: AnswerTable) -> list[Twin]:
    """Scales first: they say more than a question."""
    from bot.domain.statistics.answers import scale_scores

    found: list[Twin] = []
    spans: dict[str, tuple[float, float]] = {}
    plain = []
    for item in after.questionnaire.items:
        twin = before.questionnaire.item(item.key)
        span = span_of(item.kind)
        if twin is None or span is None or span_of(twin.kind) != span:
            continue
        spans[item.key] = span
        first, then = _raw(before, item.key), _raw(after, item.key)
        plain.append((item.key, False, *span, first, then))
    for key, _ in after.questionnaire.scales:
        keys = [i.key for i in after.questionnaire.items_of(key)]
        same = {i.key for i in before.questionnaire.items_of(key)} == set(keys)
        if same and keys and all(one in spans for one in keys):
            low, high = spans[keys[0]]
            first, then = (_scores(table, keys, scale_scores) for table in (before, after))
            found.append((key, True, low, high, first, then))
    return found + plain


def _raw(table: AnswerTable, key: str) -> Scores:
    return [_plain(cell) for cell in table.cells[key]]


def _scores(table: AnswerTable, keys: Sequence[str], of: Any) -> Scores:
    columns = [table.scores(key) for key in keys]
    return list(of([list(row) for row in zip(*columns, strict=True)]))


def _leave_out(before: Scores, after: Scores) -> int:
    """Nobody who answered once may be worked out: where those are one to four, some of those who
    answered twice are not counted with them, those with the first pseudonyms. Returns how many."""
    both = [n for n, one in enumerate(before) if one is not None and after[n] is not None]
    once = [
        sum(one is not None and other is None for one, other in zip(*lists, strict=True))
        for lists in ((before, after), (after, before))
    ]
    wanted = max((LEAST - n for n in once if small(n)), default=0)
    for n in both[:wanted]:
        before[n] = after[n] = None
    return min(wanted, len(both))


def _compared(
    key: str, scale: bool, low: float, high: float, before: Scores, after: Scores, on: Any
) -> Compared | None:
    from bot.domain.statistics.change import change

    found = change(before, after, on=on)
    if not isinstance(found, Change) or found.n < LEAST:
        return None
    whole = not scale
    if whole and any(
        tells(found.n, one.value, low, high, rounded=HALF) for one in (found.before, found.after)
    ):
        return None
    moved = (found.moved.improved, found.moved.same, found.moved.worse)
    split = not any(small(n) for n in moved)
    return Compared(key=key, scale=scale, low=low, high=high, change=found, split=split)


def _parting(before: Scores, after: Scores, on: Any) -> Attrition:
    from bot.domain.statistics.attrition import attrition

    pairs = [(one, two) for one, two in zip(before, after, strict=True) if one is not None]
    return attrition(
        [one for one, two in pairs if two is not None],
        [one for one, two in pairs if two is None],
        on=on,
    )


def _size(one: Attrition) -> float:
    return abs(one.difference.value) if isinstance(one.difference, Estimate) else 0.0


