"""A table by two things tells of no one to four people: attacked by linear programmes."""

import random

import pytest

from bot.domain.small_cells import LEAST, small
from bot.domain.small_tables import SmallTable, protected
from tests.domain.test_tabulation import Attacker, Kind, Which
from tests.lengths import length

TABLES = length(300, 3000)
Counts = dict[str, dict[str, int]]


def a_region(chance: random.Random) -> Counts:
    """Organisations of very different sizes, each with some of the forms; or yes and no only."""
    forms = "abcde"[: chance.randint(1, 5)]
    size = [chance.choice((0, 1, 4, 6, 30)) for _ in forms]
    return {
        f"school {n}": {
            form: chance.randint(0, most) for form, most in zip(forms, size, strict=True)
            if chance.random() < 0.8
        }
        for n in range(chance.randint(1, 9))
    }  # fmt: skip


def kind(row: str, column: str) -> Kind:
    return (("row", row), ("column", column)), None, None


def of(row: str | None = None, column: str | None = None, *, out: bool = False) -> Which:
    def holds(one: Kind) -> bool:
        where = dict(one[0])
        inside = row in (None, where["row"]) and column in (None, where["column"])
        return inside != out

    return holds


def read(attacker: Attacker, told: SmallTable[str, str], columns: list[str]) -> None:
    if told.whole is not None:
        attacker.reads(of(), told.whole)
    for row, n in told.rows.items():
        if n is not None:
            attacker.reads(of(row), n)
    for column, n in told.columns.items():
        if n is not None:
            attacker.reads(of(column=column), n)
    for row in told.cells:
        for column in columns:
            n = told.cell(row, column)
            assert n is not None
            attacker.reads(of(row, column), n)


@pytest.mark.parametrize("seed", range(TABLES))
def test_no_small_number_follows_from_rows_columns_and_cells_together(seed: int) -> None:
    counts = a_region(random.Random(seed))
    columns = sorted({column for parts in counts.values() for column in parts})
    attacker = Attacker([kind(row, column) for row in counts for column in columns])
    read(attacker, protected(counts), columns)
    places = [(row, column) for row in (None, *counts) for column in (None, *columns)]
    for row, column in places:
        for out in (False, True):
            n = sum(
                people
                for where, parts in counts.items()
                for what, people in parts.items()
                if of(row, column, out=out)(kind(where, what))
            )
            if small(n):
                least, most = attacker.concludes(of(row, column, out=out))
                assert least <= n <= most
                assert most >= LEAST, f"{n} in {row}, {column} are told by {least} to {most}"


def test_what_is_large_enough_is_shown() -> None:
    told = protected({"a": {"yes": 60, "no": 40}, "b": {"yes": 7, "no": 90}})
    assert told.whole == 197
    assert told.rows == {"a": 100, "b": 97}
    assert told.columns == {"yes": 67, "no": 130}
    assert told.cell("b", "yes") == 7


def test_the_only_hidden_row_takes_another_with_it() -> None:
    told = protected({"a": {"yes": 60, "no": 40}, "b": {"yes": 3, "no": 90}, "c": {"yes": 9}})
    assert told.columns == {"yes": 72, "no": 130}
    assert set(told.cells) == {"a"}
    assert told.rows == {"a": 100, "b": 93, "c": 9}
