"""A table by two things tells of no one to four people: attacked by linear programmes."""

import random

import pytest

from bot.domain.small_cells import LEAST, small
from bot.domain.small_tables import SmallTable, divided, protected
from tests.domain.test_tabulation import Attacker, Kind, Which
from tests.lengths import length

TABLES, DIVIDED = length(300, 3000), length(80, 3000)
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


def a_divided_region(chance: random.Random) -> dict[str, dict[tuple[str, str], int]]:
    """Coverage by form (only "yes" is divided), or satisfaction (both answers are)."""
    forms = "abcd"[: chance.randint(1, 4)]
    size = {form: chance.choice((0, 2, 4, 7, 30)) for form in ("", *forms)}
    both, rest = chance.random() < 0.5, chance.choice((0, 6, 300))

    def parts() -> dict[tuple[str, str], int]:
        found = {("yes", form): chance.randint(0, most) for form, most in size.items()}
        if both:
            found |= {("no", form): chance.randint(0, most // 2) for form, most in size.items()}
        else:
            found["no", ""] = chance.randint(0, rest)
        return {part: n for part, n in found.items() if chance.random() < 0.9}

    return {f"school {n}": parts() for n in range(chance.randint(1, 7))}


@pytest.mark.parametrize("seed", range(DIVIDED))
def test_no_small_number_follows_when_the_columns_are_divided(seed: int) -> None:
    """Whole, rows, columns, divisions and cells of both kinds are all known at once."""
    counts = a_divided_region(random.Random(seed))
    parts = sorted({part for row in counts.values() for part in row})
    kinds = [
        ((("row", row), ("column", column), ("part", part)), None, None)
        for row in counts
        for column, part in parts
    ]
    attacker, told = Attacker(kinds), divided(counts)

    def only(**wanted: str) -> Which:
        return lambda one: wanted.items() <= dict(one[0]).items()

    def beside(**wanted: str) -> Which:
        return lambda one: not wanted.items() <= dict(one[0]).items()

    def learns(which: Which, n: int | None) -> None:
        if n is not None:
            attacker.reads(which, n)

    answers = sorted({column for column, _ in parts})
    learns(only(), told.table.whole)
    for row in counts:
        learns(only(row=row), told.table.rows[row])
        for answer in answers:
            learns(only(row=row, column=answer), told.table.cell(row, answer))
        if row in told.cells:
            assert row in told.table.cells
            for answer, part in parts:
                n = told.cells[row].get((answer, part), 0)
                learns(only(row=row, column=answer, part=part), n)
    for answer in answers:
        learns(only(column=answer), told.table.columns[answer])
    for answer, part in parts:
        learns(only(column=answer, part=part), told.columns[answer, part])
    places: list[dict[str, str]] = [{"row": row} for row in counts]
    places += [{"column": answer} for answer in answers]
    places += [{"column": answer, "part": part} for answer, part in parts]
    places += [{"row": row, **one} for row in counts for one in places[len(counts):]]
    for place in places:
        for which in (only(**place), beside(**place)):
            n = sum(
                people
                for row, found in counts.items()
                for (answer, part), people in found.items()
                if which(((("row", row), ("column", answer), ("part", part)), None, None))
            )
            if small(n):
                least, most = attacker.concludes(which)
                assert least <= n <= most
                assert most >= LEAST, f"{n} in {place} are told by {least} to {most}"


def test_a_division_that_is_large_enough_is_shown_and_one_that_is_not_hides_another() -> None:
    large = {("yes", "a"): 60, ("yes", "b"): 40, ("no", ""): 200}
    few = {("yes", "a"): 50, ("yes", "b"): 3, ("no", ""): 100}
    told = divided({"one": large, "two": large, "three": few})
    assert told.columns == {("yes", "a"): 170, ("yes", "b"): 83, ("no", ""): 500}
    assert told.table.cell("three", "yes") == 53
    assert set(told.cells) == {"two"} or set(told.cells) == {"one"}, "else it follows from the rest"
