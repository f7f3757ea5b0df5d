"""Which figures of a wave may stand beside each other, and the counts of those that may.

All tables of one wave are decided together: how many people of each role, form and group
answered, and what they answered. The rules are those of `small_cells`; per question:

- a group of people is shown when every piece the groups cut has five people who answered, or
  none: of the wave, and again of each question;
- of everybody the bands of answers hold five or more; of a group the bands are joined further;
- a question asked only after some answers is shown when neither those asked nor those not asked are
  one to four, and the bands of the deciding question keep its two sides apart.

Who left a question out is a share and not protected: it says nothing of what anybody thinks.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bot.domain.answer_tables import AnswerTable
from bot.domain.item_counts import DIMENSIONS, Cell, Column, Value, column_of, held, leaves_of
from bot.domain.measures import IN_ORDER, Measure, categories
from bot.domain.questionnaires import FACTS
from bot.domain.small_cells import LEAST, LEAST_TEXTS, bands, separable, small

BARS = 8  # ranges of numbers and of days: more are not read on a phone


@dataclass(frozen=True, order=True)
class Group:
    """Everybody, or those of one role, one form, one group of pupils."""

    dimension: str = ""
    value: str = ""

    def holds(self, attributes: Mapping[str, str]) -> bool:
        return not self.dimension or attributes.get(self.dimension) == self.value


EVERYBODY = Group()


@dataclass(frozen=True)
class Count:
    """How many gave one of these answers."""

    values: tuple[Value, ...]
    people: int


@dataclass(frozen=True, kw_only=True)
class Part:
    """What is shown of one question and one group of people."""

    group: Group
    n: int  # who answered
    asked: int
    hard_to_say: int | None  # None: none offered, or one to four
    counts: tuple[Count, ...]  # empty: they would tell of single people


@dataclass(frozen=True, kw_only=True)
class ItemTable:
    """`parts`: everybody first; empty when nothing may be shown. `texts`: may be read."""

    key: str
    measure: Measure
    parts: tuple[Part, ...]
    texts: bool = False

    def of(self, group: Group) -> Part | None:
        return next((part for part in self.parts if part.group == group), None)


@dataclass(frozen=True, kw_only=True)
class Tabulation:
    people: Mapping[Group, int]  # who answered at all, of each group that may be shown
    items: tuple[ItemTable, ...]

    def item(self, key: str) -> ItemTable:
        return next(item for item in self.items if item.key == key)


def tabulate(table: AnswerTable) -> Tabulation:
    """Everything that may be shown of a wave. Pure counting; seconds for 100,000 responses."""
    where = [tuple(group.get(name) for name in DIMENSIONS) for group in table.groups]
    columns = {item.key: column_of(table, item, where) for item in table.questionnaire.items}
    answered = _answered(table, where)
    people = separable(answered, _groups(answered))
    pieces = {key: _pieces(column, people.shown) for key, column in columns.items()}
    apart: dict[str, list[frozenset[Value]]] = {key: [] for key in columns}
    for key, column in columns.items():
        if column.item.shown_if is not None:
            pieces[key] = _branch(column, columns, pieces, apart)
    items = tuple(_table(column, *pieces[key], apart[key]) for key, column in columns.items())
    sizes = {group: _sum(answered, group) for group in people.shown}
    return Tabulation(people=sizes, items=items)


def shown_groups(table: AnswerTable) -> tuple[Group, ...]:
    """The groups whose people are counted on any screen of the wave."""
    where = [tuple(group.get(name) for name in DIMENSIONS) for group in table.groups]
    answered = _answered(table, where)
    return separable(answered, _groups(answered)).shown


def _answered(table: AnswerTable, where: Sequence[Cell]) -> Counter[Cell]:
    """Who answered anything at all."""
    found: Counter[Cell] = Counter()
    for cell, begun in zip(where, table.begun(), strict=True):
        found[cell] += begun
    return found


Cut = tuple[tuple[Group, ...], tuple[frozenset[Cell], ...]]  # groups shown; the pieces they cut
_NOTHING: Cut = ((), ())


def _groups(people: Mapping[Cell, int]) -> dict[Group, frozenset[Cell]]:
    """Everybody, then each dimension's groups, the larger ones first."""
    found: dict[Group, frozenset[Cell]] = {EVERYBODY: frozenset(people)}
    for place, dimension in enumerate(DIMENSIONS):
        sizes: Counter[str] = Counter()
        for cell, n in people.items():
            if (value := cell[place]) is not None:
                sizes[value] += n
        for value in sorted(sizes, key=lambda one: (-sizes[one], one)):
            inside = frozenset(cell for cell in people if cell[place] == value)
            if sizes[value] and any(n for cell, n in people.items() if cell not in inside):
                found[Group(dimension, value)] = inside
    return found


def _pieces(column: Column, known: Sequence[Group]) -> Cut:
    """Of the groups whose size is known: others would meet them in pieces of their own."""
    groups = _groups(column.people)
    found = separable(column.people, {one: groups[one] for one in known if one in groups})
    return found.shown, found.pieces


def _branch(
    column: Column,
    columns: Mapping[str, Column],
    pieces: Mapping[str, Cut],
    apart: dict[str, list[frozenset[Value]]],
) -> Cut:
    """What may be shown of a question that not everybody is asked; notes what must stay apart."""
    leaves = [leaf for leaf in leaves_of(column.item) if leaf.item not in FACTS]
    if not pieces[column.item.key][0] or any(leaf.item not in columns for leaf in leaves):
        return _NOTHING
    own = pieces[column.item.key][0]
    known = [one for one in own if all(one in pieces[leaf.item][0] for leaf in leaves)]
    for groups in (known, [EVERYBODY]):
        shown, cut = _pieces(column, groups)
        checked = [*cut, *(piece for leaf in leaves for piece in pieces[leaf.item][1])]
        if any(not _sides_fit(column, piece) for piece in checked):
            continue
        kept = {key: list(sets) for key, sets in apart.items()}
        decided = ((leaf, columns[leaf.item], pieces[leaf.item][1]) for leaf in leaves)
        if all(_kept_apart(*one, kept) for one in decided):
            apart.update(kept)
            return shown, cut
    return _NOTHING


def _sides_fit(column: Column, piece: frozenset[Cell]) -> bool:
    """Neither those asked nor those spared, nor any way of coming to it, are one to four."""
    if small(sum(column.asked[cell] for cell in piece)):
        return False
    if small(sum(column.spared[cell] for cell in piece)):
        return False
    ways: Counter[tuple[tuple[bool, ...], bool]] = Counter()
    for (cell, sides, asked), n in column.reasons.items():
        if cell in piece:
            ways[sides, asked] += n
    return not any(small(n) for n in ways.values())


def _kept_apart(
    leaf: Any,
    decided: Column,
    pieces: Sequence[frozenset[Cell]],
    apart: dict[str, list[frozenset[Value]]],
) -> bool:
    if decided.measure in (Measure.SEVERAL, Measure.RANKED, Measure.WORDS, Measure.MARK):
        return True  # an option is counted for itself; words are not counted
    order = categories(decided.item, (value for _, value in decided.given))
    side = frozenset(value for value in order if held(leaf, value))
    sets = [*apart[leaf.item], side]
    counts = _by_piece(decided, pieces)
    cells = {(n, v): people for n, one in enumerate(counts) for v, people in one.items()}
    found = separable(
        cells,
        {n: [cell for cell in cells if cell[1] in one] for n, one in enumerate(sets)},
        pieces=[
            frozenset((n, v) for v in one) for n, one in enumerate(counts)
        ],
    )
    apart[leaf.item] = sets
    return len(found.shown) == len(sets)


def _by_piece(column: Column, pieces: Sequence[frozenset[Cell]]) -> list[Counter[Value]]:
    counts: list[Counter[Value]] = [Counter() for _ in pieces]
    at = {cell: n for n, piece in enumerate(pieces) for cell in piece}
    for (cell, value), people in column.given.items():
        if cell in at:
            counts[at[cell]][value] += people
    return counts


def _sum(counts: Mapping[Cell, int], group: Group) -> int:
    place = DIMENSIONS.index(group.dimension) if group.dimension else None
    return sum(n for cell, n in counts.items() if place is None or cell[place] == group.value)


def _table(
    column: Column,
    shown: Sequence[Group],
    pieces: Sequence[frozenset[Cell]],
    apart: Sequence[frozenset[Value]],
) -> ItemTable:
    key, measure = column.item.key, column.measure
    people = sum(column.people.values())
    if measure is Measure.WORDS:  # of everybody only: two lists of texts would tell whose is whose
        shown = [EVERYBODY] if shown and people >= LEAST_TEXTS else []
    whole, joined = _bands(column, pieces, apart)
    hard = [sum(column.hard[cell] for cell in piece) for piece in pieces]
    parts = []
    for group in shown:
        everybody = group == EVERYBODY
        uncertain = small(sum(hard)) if everybody else any(small(n) for n in hard)
        offered = column.item.hard_to_say and not uncertain
        parts.append(
            Part(
                group=group,
                n=_sum(column.people, group),
                asked=_sum(column.asked, group),
                hard_to_say=_sum(column.hard, group) if offered else None,
                counts=tuple(_counts(column, group, whole if everybody else joined)),
            )
        )
    texts = measure is Measure.WORDS and bool(parts)
    return ItemTable(key=key, measure=measure, parts=tuple(parts), texts=texts)


Bands = Sequence[tuple[Value, ...]]


def _bands(
    column: Column, pieces: Sequence[frozenset[Cell]], apart: Sequence[frozenset[Value]]
) -> tuple[Bands, Bands]:
    """Of everybody, and of groups: the second made of the first."""
    by_piece = _by_piece(column, pieces)
    everybody: Counter[Value] = sum(by_piece, Counter())
    order = categories(column.item, everybody)
    if column.measure is Measure.SEVERAL:
        people = [sum(column.people[cell] for cell in piece) for piece in pieces]
        return (
            _options(column, order, [everybody], [sum(people)]),
            _options(column, order, by_piece, people),
        )
    least = max(LEAST, -(-sum(everybody.values()) // BARS)) if len(order) > BARS + 3 else LEAST
    ordered = column.measure in IN_ORDER
    whole = bands([everybody], order, ordered=ordered, apart=apart, least=least)
    sums = [{band: sum(one[v] for v in band) for band in whole} for one in by_piece]
    sides = [[band for band in whole if band[0] in side] for side in apart]
    joined = bands(sums, whole, ordered=ordered, apart=sides)
    return whole, [tuple(v for band in bunch for v in band) for bunch in joined]


def _options(
    column: Column, order: Sequence[Value], chosen: Sequence[Counter[Value]], people: Sequence[int]
) -> Bands:
    """The options that neither one to four chose, nor all but one to four."""
    told = [
        (option,)
        for option in order
        if not any(
            small(counts[option]) or small(n - counts[option])
            for counts, n in zip(chosen, people, strict=True)
        )
    ]
    # where only one may be chosen, the numbers add up, and a hidden one could be worked out
    alone = getattr(column.item.kind, "most", None) == 1
    return [] if alone and len(told) < len(order) else told


def _counts(column: Column, group: Group, wanted: Bands) -> Iterator[Count]:
    place = DIMENSIONS.index(group.dimension) if group.dimension else None
    of_value: Counter[Value] = Counter()
    for (cell, value), n in column.given.items():
        if place is None or cell[place] == group.value:
            of_value[value] += n
    found = [Count(band, sum(of_value[value] for value in band)) for band in wanted]
    if sum(count.people > 0 for count in found) > 1 or column.measure is Measure.SEVERAL:
        yield from found
