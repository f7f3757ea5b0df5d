"""Everything that is counted of one question, cell by cell of role, form and group."""

from collections import Counter
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from typing import Any

from bot.domain.absences import Absence
from bot.domain.answer_tables import AnswerTable
from bot.domain.measures import Measure, measure_of
from bot.domain.questionnaires import Item

DIMENSIONS = ("role", "form", "group")  # the earlier ones are shown rather than the later ones
Cell = tuple[str | None, ...]
Value = Hashable
_ASKED = frozenset({Absence.SKIPPED, Absence.HARD_TO_SAY})


@dataclass(frozen=True)
class Column:
    """One question: everything that is counted of it, cell by cell."""

    item: Item
    measure: Measure
    given: Counter[tuple[Cell, Value]]  # of several options each is counted
    people: Counter[Cell]  # who answered
    hard: Counter[Cell]
    asked: Counter[Cell]
    spared: Counter[Cell]  # not asked, by what they had answered
    reasons: Counter[tuple[Cell, tuple[bool, ...], bool]]  # what decided, and whether asked


def column_of(table: AnswerTable, item: Item, where: Sequence[Cell]) -> Column:
    cells = table.cells[item.key]
    measure = measure_of(item.kind)
    both = Counter(
        (cell, one) for cell, one in zip(where, cells, strict=True) if isinstance(one, Absence)
    )
    said = [
        (cell, one) for cell, one in zip(where, cells, strict=True) if not isinstance(one, Absence)
    ]
    people = Counter(cell for cell, _ in said)
    given: Counter[tuple[Cell, Value]] = Counter()
    if measure is Measure.SEVERAL:
        given.update((cell, option) for cell, one in said for option in one["options"])
    elif measure not in (Measure.WORDS, Measure.MARK, Measure.RANKED):
        given.update(said)
    absent = {
        reason: Counter({cell: n for (cell, why), n in both.items() if why is reason})
        for reason in Absence
    }
    return Column(
        item=item,
        measure=measure,
        given=given,
        people=people,
        hard=absent[Absence.HARD_TO_SAY],
        asked=people + absent[Absence.HARD_TO_SAY] + absent[Absence.SKIPPED],
        spared=absent[Absence.NOT_ASKED],
        reasons=_reasons(table, item, where),
    )


def leaves_of(item: Item) -> list[Any]:
    return [] if item.shown_if is None else list(item.shown_if.leaves())


def _reasons(
    table: AnswerTable, item: Item, where: Sequence[Cell]
) -> Counter[tuple[Cell, tuple[bool, ...], bool]]:
    """Of those known to be asked or spared: which conditions on answers held for them."""
    leaves = [leaf for leaf in leaves_of(item) if leaf.item in table.cells]
    found: Counter[tuple[Cell, tuple[bool, ...], bool]] = Counter()
    if len(leaves) < 2:  # one condition decides alone: asked or not says it all
        return found
    for place, one in enumerate(table.cells[item.key]):
        asked = not isinstance(one, Absence) or one in _ASKED
        if asked or one is Absence.NOT_ASKED:
            sides = tuple(held(leaf, table.cells[leaf.item][place]) for leaf in leaves)
            found[where[place], sides, asked] += 1
    return found


def held(leaf: Any, answer: Any) -> bool:
    return not isinstance(answer, Absence) and bool(leaf.holds({leaf.item: answer}))
