"""Two waves of the same people, question by question: run in the worker process."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from bot.domain.absences import Absence
from bot.domain.answer_tables import AnswerPages, AnswerTable
from bot.domain.questions import span_of
from bot.domain.results import HALF, BeforeAfter, ChangedPart, Compared
from bot.domain.same_people import Counted, Places, splits
from bot.domain.small_cells import LEAST, small, tells
from bot.domain.statistics.figures import (
    Attrition,
    Bounds,
    Change,
    Estimate,
    Moved,
    Precision,
    Test,
    Withheld,
)
from bot.domain.tabulation import EVERYBODY, Group, shown_groups

Scores = list[float | None]
Given = Mapping[str, float]  # by pseudonym


class Twin:
    """A question, or a scale, that both waves asked in the same way."""

    def __init__(
        self, key: str, span: tuple[float, float], before: Given, after: Given,
        *, more_is_better: bool | None, rows: list[list[float | None]] | None = None,
    ) -> None:  # fmt: skip
        self.key, self.span, self.before, self.after = key, span, before, after
        self.more_is_better = more_is_better  # None: nobody has said it
        self.rows = rows  # of a scale: the items before, for its reliability


def before_after(earlier: AnswerPages, later: AnswerPages) -> BeforeAfter:
    """The same people twice, by their pseudonyms: questions of one key, and scales of one key."""
    before, after = earlier.table(), later.table()
    on = after.taken_at.date()
    first, then = _people(before), _people(after)
    places = Places.between(first, then, (shown_groups(before), shown_groups(after)))
    compared: list[Compared] = []
    withheld: list[str] = []
    most_out = 0
    for twin in _twins(before, after):
        counted = Counted(
            places,
            (frozenset(twin.before), frozenset(twin.after)),
            {*twin.before} & {*twin.after},
        )
        found = _compared(twin, counted, on) if counted.settle() else None
        if found is None:
            withheld.append(twin.key)
        else:
            most_out = max(most_out, counted.left_out)
            compared.append(found)
    stayed = len(first.keys() & then.keys())
    left = len(first) - stayed
    countable = not small(stayed) and not small(left)
    sizes = [
        one.attrition
        for one in compared
        if one.attrition is not None and isinstance(one.attrition.difference, Estimate)
    ]
    return BeforeAfter(
        both=stayed,
        left_out=most_out,
        compared=_corrected(compared, on),
        withheld=tuple(withheld),
        stayed=stayed if countable else None,
        left=left if countable else None,
        attrition=max(sizes, key=_size, default=None) if countable else None,
        on=on,
    )


def _people(table: AnswerTable) -> dict[str, Mapping[str, str]]:
    """Who answered anything, and where they stood."""
    rows = zip(table.ids, table.groups, table.begun(), strict=True)
    return {id_: where for id_, where, begun in rows if begun}


def _twins(before: AnswerTable, after: AnswerTable) -> list[Twin]:
    """Scales first: they say more than a question."""
    spans: dict[str, tuple[float, float]] = {}
    plain = []
    for item in after.questionnaire.items:
        twin = before.questionnaire.item(item.key)
        span = span_of(item.kind)
        if twin is None or span is None or span_of(twin.kind) != span:
            continue
        spans[item.key] = span
        more_is_better = None if item.scale is None else not item.reversed
        raw = (_raw(table, item.key) for table in (before, after))
        plain.append(Twin(item.key, span, *raw, more_is_better=more_is_better))
    scales = []
    for key, _ in after.questionnaire.scales:
        keys = [i.key for i in after.questionnaire.items_of(key)]
        same = {i.key for i in before.questionnaire.items_of(key)} == set(keys)
        if same and keys and all(one in spans for one in keys):
            (first, rows), (then, _rows) = (_scores(table, keys) for table in (before, after))
            scales.append(Twin(key, spans[keys[0]], first, then, more_is_better=True, rows=rows))
    return scales + plain


def _raw(table: AnswerTable, key: str) -> Given:
    pairs = zip(table.ids, table.cells[key], strict=True)
    return {id_: float(cell) for id_, cell in pairs if not isinstance(cell, Absence)}


def _scores(
    table: AnswerTable, keys: Sequence[str]
) -> tuple[Given, list[list[float | None]]]:
    """Of the scale, and what it is made of: the rows of those who answered any of its items."""
    from bot.domain.statistics.answers import scale_scores

    columns = [table.scores(key) for key in keys]
    rows = [list(row) for row in zip(*columns, strict=True)]
    scores = zip(table.ids, scale_scores(rows), strict=True)
    some = [row for row in rows if any(value is not None for value in row)]
    return {id_: score for id_, score in scores if score is not None}, some


def _compared(twin: Twin, counted: Counted, on: date) -> Compared | None:
    change = _change(twin, counted, sorted(counted.people), on)
    if change is None:
        return None
    precision = _precision(twin, on)
    ways, beyond = _ways(twin, counted, precision, on)
    members = {EVERYBODY: counted.people}
    members |= {group: counted.members(group) for group in counted.groups()}
    told = splits(ways, members)
    return Compared(
        key=twin.key,
        scale=twin.rows is not None,
        low=twin.span[0],
        high=twin.span[1],
        change=change,
        split=EVERYBODY in told,
        more_is_better=twin.more_is_better,
        parts=tuple(_parts(twin, counted, members, told, on)),
        precision=precision,
        beyond=beyond,
        attrition=_parting(twin, counted, on),
        bounds=_bounds(twin, counted, on),
    )


def _change(twin: Twin, counted: Counted, people: Sequence[str], on: date) -> Change | None:
    """None where the means would tell of one to four people."""
    from bot.domain.statistics.change import change

    asked = len(counted.answered[0] | counted.answered[1])
    missing: Scores = [None] * (asked - len(people) if len(people) == len(counted.people) else 0)
    first = [twin.before[one] for one in people]
    then = [twin.after[one] for one in people]
    found = change([*first, *missing], [*then, *missing], on=on)
    if not isinstance(found, Change) or found.n < LEAST:
        return None
    means = (found.before, found.after)
    if twin.rows is None and any(
        tells(found.n, one.value, *twin.span, rounded=HALF) for one in means
    ):
        return None
    return found


def _parts(
    twin: Twin,
    counted: Counted,
    members: Mapping[Group, set[str]],
    told: frozenset[Group],
    on: date,
) -> list[ChangedPart]:
    found = []
    for group, people in members.items():
        if group != EVERYBODY:
            change = _change(twin, counted, sorted(people), on)
            if change is not None:
                found.append(ChangedPart(group=group, change=change, split=group in told))
    return found


def _precision(twin: Twin, on: date) -> Precision | Withheld | None:
    """Of a scale; a single question says nothing of how sure its answers are."""
    from bot.domain.statistics.change import precision
    from bot.domain.statistics.reliability import reliability

    if twin.rows is None:
        return None
    scale = reliability(twin.rows, on=on)
    alpha = scale if isinstance(scale, Withheld) else scale.alpha
    found = precision(list(twin.before.values()), alpha, on=on)
    return alpha if isinstance(found, Withheld) and isinstance(alpha, Withheld) else found


def _ways(
    twin: Twin, counted: Counted, precision: Precision | Withheld | None, on: date
) -> tuple[dict[str, tuple[int, bool]], Moved | Withheld | None]:
    """Which way each went, and how many went further than chance would take them.

    Where the second may be told, groups are told only in so far as both together tell of nobody.
    """
    from bot.domain.statistics.change import beyond

    moved = {one: twin.after[one] - twin.before[one] for one in counted.people}
    settled = {one: 0.0 if abs(by) < 1e-9 else by for one, by in moved.items()}
    plain = {one: ((by > 0) - (by < 0), False) for one, by in settled.items()}
    if not isinstance(precision, Precision):
        return plain, None
    people = sorted(counted.people)
    before, after = ([of[one] for one in people] for of in (twin.before, twin.after))
    found = beyond(before, after, precision, on=on)
    far = {one: (way, abs(settled[one]) > precision.mdc) for one, (way, _) in plain.items()}
    if isinstance(found, Withheld) or splits(far, {EVERYBODY: counted.people}):
        return far if isinstance(found, Moved) else plain, found
    return plain, None


def _parting(twin: Twin, counted: Counted, on: date) -> Attrition | None:
    """Those who answered the second time against those who did not, by what they said before.

    None where the few who are left uncounted would follow from it and the other figures.
    """
    from bot.domain.statistics.attrition import attrition

    stayed = [value for one, value in twin.before.items() if one in twin.after]
    left = [value for one, value in twin.before.items() if one not in twin.after]
    if not left or small(len(left)) or small(counted.left_out):
        return None
    return attrition(stayed, left, on=on)


def _bounds(twin: Twin, counted: Counted, on: date) -> Bounds | None:
    """The mean after, had those who are not counted answered at the ends of the scale."""
    from bot.domain.statistics.attrition import bounds

    missing = len(counted.answered[0]) - len(counted.people)
    if not missing or small(missing):
        return None
    values: Scores = [twin.after[one] for one in sorted(counted.people)]
    found = bounds([*values, *[None] * missing], *twin.span, on=on)
    return found if isinstance(found, Bounds) else None


def _corrected(compared: Sequence[Compared], on: date) -> tuple[Compared, ...]:
    """Every p beside all the others: by chance alone one of twenty questions seems to change."""
    from bot.domain.statistics.comparisons import holm

    tests = [one.change.wilcoxon for one in compared]
    found = holm([one.p if isinstance(one, Test) else None for one in tests], on=on)
    pairs = zip(compared, found.p, strict=True)
    return tuple(replace(one, p=p, tests=found.n) for one, p in pairs)


def _size(one: Attrition) -> float:
    return abs(one.difference.value) if isinstance(one.difference, Estimate) else 0.0

