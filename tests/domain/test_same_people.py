"""Before and after by groups: nothing of one to four people follows from all that is shown.

The attack is exact: everything shown is a row of numbers, one for each cell of people who stand
alike; whatever can be made of the rows by adding and taking away has to touch five people.
"""

import random
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from itertools import combinations

import numpy as np
import pytest

from bot.domain.absences import Absence
from bot.domain.answer_tables import AnswerRow, AnswerTable
from bot.domain.questionnaires import Item, Questionnaire
from bot.domain.questions import Scale
from bot.domain.same_people import Counted, Places, splits
from bot.domain.small_cells import LEAST
from bot.domain.tabulation import EVERYBODY, Group, shown_groups
from bot.domain.words import Words
from tests.lengths import FULL

PROGRAMMES = 1_000 if FULL else 60
WORDS = Words.of({"ru": "Как?", "en": "How?"})
ASKED = Questionnaire(
    key="asked", version=1, title=WORDS, audience="pair", items=(Item("how", Scale(), WORDS),)
)
Wheres = tuple[dict[str, Mapping[str, str]], dict[str, Mapping[str, str]]]


def a_programme(chance: random.Random) -> Wheres:
    """Who answered in either wave, and where they stood: some move, some leave, some come."""
    roles = ["mentee"] * 3 + ["mentor"] * chance.randint(0, 2)
    forms = ["one", "two", "three"][: chance.randint(1, 3)]
    classes = [f"class{n}" for n in range(chance.randint(1, 4))]
    leave, move = chance.choice((0.02, 0.1, 0.3, 0.6)), chance.choice((0, 0, 0.1))
    waves: Wheres = ({}, {})
    for n in range(chance.choice((8, 20, 40, 90, 150))):
        where = {
            "role": chance.choice(roles),
            "form": chance.choice(forms),
            "group": chance.choice(classes),
        }
        name = f"{chance.random():.6f}-{n}"
        came = 0 if chance.random() < 0.9 else 1
        if came == 0:
            waves[0][name] = where
        if came == 1 or chance.random() > leave:
            moved = chance.random() < move
            waves[1][name] = {**where, "group": chance.choice(classes)} if moved else where
    return waves


def shown(people: Mapping[str, Mapping[str, str]]) -> tuple[Group, ...]:
    rows = (AnswerRow(name, where, {"how": 5}, {}) for name, where in people.items())
    return shown_groups(AnswerTable.of(ASKED, rows, datetime(2030, 3, 1, tzinfo=UTC)))


def rows_of(
    people: Mapping[str, Mapping[str, str]], groups: Sequence[Group], counted: Counted
) -> tuple[np.ndarray, list[int]]:
    """What is shown as numbers, and how many people stand in each cell."""
    own = [*groups]
    of_change = [EVERYBODY, *counted.groups()]
    marks = {
        name: (
            *(group.holds(where) for group in own),
            *(name in counted.people and group.holds(where) for group in of_change),
            name in counted.people,
        )
        for name, where in people.items()
    }
    sizes = Counter(marks.values())
    cells = list(sizes)
    table = np.array([[cell[n] for cell in cells] for n in range(len(own) + len(of_change))])
    return table.astype(float), [sizes[cell] for cell in cells]


def few(sizes: Sequence[int]) -> Iterator[list[int]]:
    """Every choice of cells with one to four people in them."""
    small = [n for n, size in enumerate(sizes) if size < LEAST]
    for many in range(1, LEAST):
        for chosen in combinations(small, many):
            if sum(sizes[n] for n in chosen) < LEAST:
                yield list(chosen)


@pytest.mark.parametrize("seed", range(PROGRAMMES))
def test_whatever_is_added_and_taken_away_touches_five_people(seed: int) -> None:
    chance = random.Random(seed)
    waves = a_programme(chance)
    groups = (shown(waves[0]), shown(waves[1]))
    if not all(groups):
        return  # a wave of four has no results
    counted = Counted(
        Places.between(*waves, groups),
        (frozenset(waves[0]), frozenset(waves[1])),
        {*waves[0]} & {*waves[1]},
    )
    if not counted.settle():
        return
    for wave in (0, 1):
        table, sizes = rows_of(waves[wave], groups[wave], counted)
        rank = np.linalg.matrix_rank(table)
        for chosen in few(sizes):
            rest = np.delete(table, chosen, axis=1)
            left = np.linalg.matrix_rank(rest) if rest.size else 0
            assert left == rank, f"{[sizes[n] for n in chosen]} people follow"


def test_enough_programmes_do_show_groups() -> None:
    """The attack above would hold of a product that shows nothing."""
    with_groups = 0
    for seed in range(60):
        waves = a_programme(random.Random(seed))
        places = Places.between(*waves, (shown(waves[0]), shown(waves[1])))
        both = {*waves[0]} & {*waves[1]}
        counted = Counted(places, (frozenset(waves[0]), frozenset(waves[1])), both)
        with_groups += counted.settle() and bool(counted.groups())
    assert with_groups >= 12


def test_who_answered_once_does_not_follow_from_either_wave() -> None:
    """Three left. Two more uncounted hide them in the first wave; the second would show those."""
    first = {f"{n:02}": {"role": "mentee"} for n in range(30)}
    then = {name: first[name] for name in list(first)[:27]}
    places = Places.between(first, then, ((EVERYBODY,), (EVERYBODY,)))
    counted = Counted(places, (frozenset(first), frozenset(then)), set(then))
    assert counted.settle()
    assert counted.left_out == 5
    assert len(counted.people) == 22


def test_who_went_which_way_is_told_of_groups_of_five_each_way() -> None:
    people = {f"{n:02}": {"role": "mentor" if n < 12 else "mentee"} for n in range(30)}
    ways = {name: "up" if int(name) % 2 else "down" for name in people}
    mentors, mentees = Group("role", "mentor"), Group("role", "mentee")
    parts = {
        EVERYBODY: set(people),
        mentors: {name for name in people if mentors.holds(people[name])},
        mentees: {name for name in people if mentees.holds(people[name])},
    }
    assert splits(ways, parts) == {EVERYBODY, mentors, mentees}
    ways["01"] = "same"
    assert splits(ways, parts) == set()
    for name in ("03", "05", "07", "09", "11"):
        ways[name] = "same"
    assert splits({**ways, "01": "up", "11": "same"}, parts) == {EVERYBODY}


def test_absent_answers_are_of_nobody() -> None:
    rows = [AnswerRow(str(n), {"role": "mentee"}, {}, {"how": Absence.SKIPPED}) for n in range(9)]
    assert shown_groups(AnswerTable.of(ASKED, rows, datetime(2030, 3, 1, tzinfo=UTC))) == ()
