"""Nothing that is shown of a wave tells of one to four people, whatever is added or taken away.

The attacker knows every table of the wave together, which group belongs to which form, and
who is asked what. For every cell, every group and every answer a linear programme asks how many
people it can at least and at most be: where it is one to four people, five must stay possible.
"""

import random
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from math import ceil, floor
from typing import Any

import pytest
from ortools.linear_solver import pywraplp

from bot.domain.absences import Absence
from bot.domain.answer_tables import AnswerRow, AnswerTable
from bot.domain.conditions import Condition, Op
from bot.domain.measures import Measure, measure_of
from bot.domain.questionnaires import Item, Questionnaire
from bot.domain.questions import KINDS, Multiple, Option, Scale, Single, Text, YesNo
from bot.domain.small_cells import LEAST, tells
from bot.domain.tabulation import EVERYBODY, Group, Tabulation, tabulate
from bot.domain.words import Words
from tests.lengths import length
from tests.reports.answers import every_kind

NOW = datetime(2030, 3, 16, tzinfo=UTC)
PROGRAMMES = length(40, 3000)
MOST_PEOPLE = 1000  # the attacker knows that there are no more


def words(text: str) -> Words:
    return Words.of({"ru": text, "en": text})


def options(letters: str) -> tuple[Option, ...]:
    return tuple(Option(letter, words(letter)) for letter in letters)


def a_questionnaire(limit: int, high: int = 5) -> Questionnaire:
    few = Condition("calm", Op.AT_MOST, limit)
    several = Multiple(choices=options("xyz"))
    items = (
        Item("calm", Scale(low=1, high=high), words("?"), hard_to_say=True),
        Item("why", Single(choices=options("abc")), words("?"), shown_if=few),
        Item("what", several, words("?"), optional=True),
        Item("own", Text(), words("?"), optional=True),
        Item("glad", YesNo(yes=words("y"), no=words("n")), words("?")),
    )
    return Questionnaire("q", 1, words("q"), items, "mentee")


@dataclass(frozen=True)
class Person:
    group: dict[str, str]
    answers: dict[str, Any]
    absences: dict[str, Absence]


def a_programme(chance: random.Random, *, questionnaire: Questionnaire) -> list[Person]:
    forms = ["pupil", "student", "teacher"][: chance.randint(1, 3)]
    groups = [f"9{letter}" for letter in "АБВГ"][: chance.randint(1, 4)]
    home = {one: chance.choice(forms) for one in groups}  # a group may belong to one form
    nested, skew = chance.random() < 0.5, chance.choice((0.3, 1.0, 3.0))
    weights = [chance.random() ** skew + 0.01 for _ in range(8)]
    people = []
    for _ in range(chance.choice((6, 12, 25, 40, 80))):
        mentee = chance.random() < chance.choice((0.7, 0.9))
        group = chance.choices(groups, weights[: len(groups)])[0]
        form = home[group] if nested else chance.choices(forms, weights[: len(forms)])[0]
        where = {"role": "mentee", "form": form, "group": group}
        if not mentee:
            where = {"role": "mentor", "form": form}
        people.append(_answers(chance, questionnaire, where, weights))
    return people


def _answers(
    chance: random.Random, questionnaire: Questionnaire, group: dict[str, str], weights: list[float]
) -> Person:
    answers: dict[str, Any] = {"glad": True}
    absences: dict[str, Absence] = {}
    asked = questionnaire.items[1].shown_if
    kind = questionnaire.items[0].kind
    assert asked is not None
    assert isinstance(kind, Scale)
    if (luck := chance.random()) < 0.9:
        points = range(kind.low, kind.high + 1)
        answers["calm"] = chance.choices(points, [weights[n % 8] for n in points])[0]
    else:
        absences["calm"] = Absence.HARD_TO_SAY if luck < 0.95 else Absence.SKIPPED
    if not asked.holds(answers):
        absences["why"] = Absence.NOT_ASKED
    elif chance.random() < 0.95:
        answers["why"] = chance.choices("abc", weights[:3])[0]
    else:
        absences["why"] = Absence.SKIPPED
    if chosen := [letter for letter, w in zip("xyz", weights, strict=False) if chance.random() < w]:
        answers["what"] = {"options": chosen, "own": None}
    else:
        absences["what"] = Absence.SKIPPED
    absences["own"] = Absence.SKIPPED
    return Person(group, answers, absences)


def a_table(people: Sequence[Person], questionnaire: Questionnaire) -> AnswerTable:
    rows = (
        AnswerRow(str(n), one.group, one.answers, one.absences) for n, one in enumerate(people)
    )
    return AnswerTable.of(questionnaire, rows, NOW)


Kind = tuple[tuple[tuple[str, str], ...], Any, Any]  # where, calm, why: alike in all this
Which = Callable[[Kind], bool]


class Attacker:
    """Counts of people of each kind, unknown but for what is published of them."""

    def __init__(self, kinds: Sequence[Kind]) -> None:
        self._solver = pywraplp.Solver.CreateSolver("GLOP")
        self._kinds = kinds
        self._of = [self._solver.NumVar(0, MOST_PEOPLE, "") for _ in kinds]

    def reads(self, which: Which, people: int) -> None:
        row = self._solver.Constraint(people, people)
        for kind, variable in zip(self._kinds, self._of, strict=True):
            if which(kind):
                row.SetCoefficient(variable, 1)

    def concludes(self, which: Which) -> tuple[int, int]:
        goal = self._solver.Objective()
        goal.Clear()
        for kind, variable in zip(self._kinds, self._of, strict=True):
            if which(kind):
                goal.SetCoefficient(variable, 1)
        bounds = []
        for best in (goal.SetMinimization, goal.SetMaximization):
            best()
            done = self._solver.Solve()
            assert done == pywraplp.Solver.OPTIMAL, done
            bounds.append(goal.Value())
        return ceil(bounds[0] - 1e-6), floor(bounds[1] + 1e-6)


def inside(group: Group) -> Which:
    return lambda kind: group.holds(dict(kind[0]))


def outside(group: Group) -> Which:
    return lambda kind: not group.holds(dict(kind[0]))


def in_cell(cell: tuple[tuple[str, str], ...]) -> Which:
    return lambda kind: kind[0] == cell


def answered(place: int) -> Which:
    return lambda kind: not isinstance(kind[place], Absence)


def said(place: int, values: Sequence[Any]) -> Which:
    return lambda kind: kind[place] in values


def both(one: Which, other: Which) -> Which:
    return lambda kind: one(kind) and other(kind)


def everything_read(attacker: Attacker, found: Tabulation) -> None:
    for group, n in found.people.items():
        attacker.reads(inside(group), n)
    for place, key in ((1, "calm"), (2, "why")):
        for part in found.item(key).parts:
            here = inside(part.group)
            attacker.reads(both(here, answered(place)), part.n)
            if part.hard_to_say is not None:
                attacker.reads(both(here, said(place, [Absence.HARD_TO_SAY])), part.hard_to_say)
            for count in part.counts:
                attacker.reads(both(here, said(place, count.values)), count.people)


def all_groups(people: Sequence[Person]) -> list[Group]:
    return sorted({EVERYBODY, *(Group(*one) for p in people for one in p.group.items())})


def targets(people: Sequence[Person], kinds: Sequence[Kind]) -> Iterator[Which]:
    groups = all_groups(people)
    places = [inside(group) for group in groups] + [outside(group) for group in groups[1:]]
    places += [in_cell(cell) for cell in sorted({kind[0] for kind in kinds})]
    asked = said(2, [*"abc", Absence.SKIPPED])
    answers = [answered(1), answered(2), asked]
    for at in (1, 2):
        given = sorted({k[at] for k in kinds if not isinstance(k[at], Absence)}, key=str)
        answers += [said(at, [value]) for value in given]
    for place in places:
        for answer in answers:
            yield both(place, answer)


def possible_kinds(people: Sequence[Person], questionnaire: Questionnaire) -> list[Kind]:
    """Every way to answer, in every cell where there is somebody."""
    first, second = questionnaire.items[:2]
    assert second.shown_if is not None
    found: list[Kind] = []
    for cell in sorted({tuple(sorted(one.group.items())) for one in people}):
        for option in [*first.kind.options(), None]:
            points: list[Any] = [Absence.HARD_TO_SAY, Absence.SKIPPED]
            if option is not None:
                points = [int(option.value)]
            for calm in points:
                known = {} if isinstance(calm, Absence) else {"calm": calm}
                asked = second.shown_if.holds(known)
                whys = [*"abc", Absence.SKIPPED] if asked else [Absence.NOT_ASKED]
                found += [(cell, calm, why) for why in whys]
    return found


def kind_of(person: Person) -> Kind:
    calm, why = (person.answers.get(k, person.absences.get(k)) for k in ("calm", "why"))
    return tuple(sorted(person.group.items())), calm, why


def test_every_kind_of_question_has_its_measure() -> None:
    for item in every_kind():
        assert measure_of(item.kind) in Measure
    assert {item.kind.key for item in every_kind()} | {"week"} == set(KINDS)


@pytest.mark.parametrize("seed", range(PROGRAMMES))
def test_no_small_number_follows_from_all_tables_together(seed: int) -> None:
    chance = random.Random(seed)
    questionnaire = a_questionnaire(limit=chance.randint(1, 4), high=chance.choice((3, 5, 10)))
    people = a_programme(chance, questionnaire=questionnaire)
    kinds = possible_kinds(people, questionnaire)
    attacker = Attacker(kinds)
    everything_read(attacker, tabulate(a_table(people, questionnaire)))
    true = Counter(kind_of(person) for person in people)
    for which in targets(people, kinds):
        n = sum(people for kind, people in true.items() if which(kind))
        if 0 < n < LEAST:
            least, most = attacker.concludes(which)
            assert least <= n <= most
            assert most >= LEAST, f"{n} people are told by {least} to {most}"


def test_who_looks_at_two_groups_sees_no_third() -> None:
    """Three mentors among twenty: neither role is shown, all together are."""
    questionnaire = a_questionnaire(limit=2)
    rows = [Person({"role": "mentee"}, {"calm": 4}, {"why": Absence.NOT_ASKED})] * 17
    rows += [Person({"role": "mentor"}, {"calm": 4}, {"why": Absence.NOT_ASKED})] * 3
    found = tabulate(a_table(rows, questionnaire))
    assert dict(found.people) == {EVERYBODY: 20}
    assert [part.group for part in found.item("calm").parts] == [EVERYBODY]


def test_neighbouring_answers_are_joined_until_five_people_gave_them() -> None:
    questionnaire = a_questionnaire(limit=5, high=10)
    given = [1, 1, 4, 4, 4, 7, 7, 7, 7, 7, 7, 9, 10]
    rows = [
        Person({}, {"calm": n, **({"why": "a"} if n < 6 else {})}, {"why": Absence.NOT_ASKED})
        for n in given
    ]
    found = tabulate(a_table(rows, questionnaire)).item("calm").parts[0]
    assert [(count.values, count.people) for count in found.counts] == [
        ((1, 2, 3, 4), 5), ((5,), 0), ((6,), 0), ((7, 8, 9, 10), 8),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("n", "mean", "betrays"), [(30, 9.9, True), (30, 10.0, False), (30, 7.4, False), (6, 1.5, True)]
)
def test_a_mean_near_an_end_of_the_scale_tells_of_single_people(
    n: int, mean: float, *, betrays: bool
) -> None:
    assert tells(n, mean, 1, 10, rounded=0.05) is betrays
