"""The rows of a wave that research may have, so that nothing follows from comparing them with the
results of the whole wave, or with a file of all its rows.
"""

from collections.abc import Collection

from bot.domain.absences import Absence
from bot.domain.answer_tables import AnswerTable
from bot.domain.small_cells import LEAST
from bot.domain.tabulation import Group, tabulate


def thinned(whole: AnswerTable, covered: Collection[int]) -> AnswerTable:
    """The rows at the places `covered`, less some where those left out would be one to four.

    Whoever has both files could take one from the other: of no question may one to four answers
    remain. Of the groups only those are named that the results of the whole wave name.
    """
    out = set(range(len(whole))) - set(covered)
    answered = {
        key: [n for n, cell in enumerate(column) if not isinstance(cell, Absence)]
        for key, column in whole.cells.items()
    }
    for rows in answered.values():
        _fill(out, rows, whole.ids)
    anything = sorted({n for rows in answered.values() for n in rows})
    _fill(out, anything, whole.ids)
    shown = tabulate(whole).people
    kept = whole.only([n for n in range(len(whole)) if n not in out])
    kept.groups = [
        {name: value for name, value in one.items() if Group(name, value) in shown}
        for one in kept.groups
    ]
    return kept


def _fill(out: set[int], answered: list[int], ids: list[str]) -> None:
    """Leave out more of those who answered, in the order of pseudonyms, which is none."""
    gone = [n for n in answered if n in out]
    if 0 < len(gone) < LEAST:
        rest = sorted((n for n in answered if n not in out), key=lambda n: ids[n])
        out.update(rest[: LEAST - len(gone)])
