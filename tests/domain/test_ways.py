"""Random questionnaires agree with an interpreter that knows nothing of ours.

The reference below is written anew from the rules' JSON: what is asked follows from the answers by
repeated looking, and what can ever be asked from trying every answer there is.
"""

import os
from collections.abc import Iterator, Mapping
from itertools import combinations, permutations
from random import Random
from typing import Any
from uuid import uuid4

import pytest

from bot.domain.absences import HARD_TO_SAY
from bot.domain.conditions import load_rule
from bot.domain.publish_check import problems
from bot.domain.questionnaires import Item, Questionnaire
from bot.domain.questions import (
    OWN,
    Acknowledge,
    Decimal,
    Kind,
    Likert,
    Multiple,
    Number,
    Option,
    Ranking,
    Scale,
    Single,
    YesNo,
)
from bot.domain.responses import Response
from bot.domain.words import Words

FULL = os.environ.get("TANDEM_SOAK") == "full"
GRAPHS = 10_000 if FULL else 300
ROLES = ("mentee", "mentor")
FORMS = ("pupil_pupil", "student_pupil")
W = Words.of({"ru": "?", "en": "?"})
CHOICES = tuple(Option(value, W) for value in "abc")

KINDS: tuple[Kind, ...] = (
    Scale(low=1, high=3),
    Likert(labels=(W, W, W), low=0),
    Single(choices=CHOICES),
    Multiple(choices=CHOICES, most=2, exclusive=("c",)),
    Multiple(choices=CHOICES[:2], least=2, own_words=True),
    Ranking(choices=CHOICES),
    Ranking(choices=CHOICES, most=1),
    YesNo(yes=W, no=W),
    Acknowledge(label=W),
    Number(low=0, high=3),
    Decimal(low=0, high=0.4, places=1),
)


def every_answer(item: Item) -> list[Any]:
    """All there are, one by one."""
    kind = item.kind
    found: list[Any]
    match kind:
        case Scale() | Likert() | Number():
            found = list(range(kind.low, kind.high + 1))
        case Decimal():
            found = [n / 10 for n in range(5)]
        case Single():
            found = ["a", "b", "c"]
        case YesNo():
            found = [True, False]
        case Acknowledge():
            found = [True]
        case Ranking():
            found = [list(order) for order in permutations("abc", kind.places)]
        case Multiple():
            values = [option.value for option in kind.choices]
            found = []
            for size in range(len(values) + 1):
                for picked in combinations(values, size):
                    for own in ("x", None) if kind.own_words else (None,):
                        many = size + (own is not None)
                        alone = not set(picked) & set(kind.exclusive) or many == 1
                        enough = many >= max(kind.least, 1) or bool(
                            set(picked) & set(kind.exclusive)
                        )
                        if alone and enough and many <= (kind.most or 9):
                            found.append({"options": list(picked), "own": own})
        case _:
            raise AssertionError(kind)
    if item.optional:
        found.append(None)
    if item.hard_to_say:
        found.append(dict(HARD_TO_SAY))
    return found


def true(rule: Mapping[str, Any], given: Mapping[str, Any]) -> bool:
    """The reference: reads the JSON of a rule."""
    if "all" in rule:
        return not [part for part in rule["all"] if not true(part, given)]
    if "any" in rule:
        return len([part for part in rule["any"] if true(part, given)]) > 0
    if "not" in rule:
        return not true(rule["not"], given)
    if rule["item"] not in given:
        return False
    answer, op, value = given[rule["item"]], rule["op"], rule["value"]
    if answer == {"absent": "hard to say"}:
        answer = None
    if op in ("is", "is not"):
        return bool(answer == value) is (op == "is")
    if op == "one of":
        return bool(answer in value)
    if answer is None:
        return False
    if op == "includes":
        if isinstance(answer, list):
            return value in answer
        return answer["own"] is not None if value == OWN else value in answer["options"]
    compared = {
        "more than": answer > value, "less than": answer < value,
        "at least": answer >= value, "at most": answer <= value,
    }  # fmt: skip
    return bool(compared[op])


def asked(
    items: tuple[Item, ...], rules: Mapping[str, Any], answers: Mapping[str, Any]
) -> list[str]:
    """Which keys are asked: an answer counts when its question is asked."""
    found: list[str] = []
    for item in items:
        given = {key: answers[key] for key in (*found, *ROLE_FORM) if key in answers}
        if rules[item.key] is None or true(rules[item.key], given):
            found.append(item.key)
    return found


ROLE_FORM = ("role", "form")


def some_leaf(random: Random, item: Item) -> dict[str, Any]:
    kind = item.kind
    if isinstance(kind, Multiple | Ranking):
        values = [option.value for option in kind.choices]
        if isinstance(kind, Multiple) and kind.own_words:
            values.append(OWN)
        return {"item": item.key, "op": "includes", "value": random.choice(values)}
    possible = [one for one in every_answer(item) if one is not None and not isinstance(one, dict)]
    if isinstance(kind, Single):
        if random.random() < 0.3:
            return {"item": item.key, "op": "one of", "value": random.sample(possible, 2)}
    elif not isinstance(kind, YesNo | Acknowledge) and random.random() < 0.6:
        op = random.choice(["more than", "less than", "at least", "at most"])
        return {"item": item.key, "op": op, "value": random.choice(possible)}
    op = random.choice(["is", "is not"])
    return {"item": item.key, "op": op, "value": random.choice(possible)}


def some_rule(random: Random, earlier: list[Item], depth: int = 2) -> dict[str, Any]:
    chance = random.random()
    if depth and chance < 0.4:
        parts = [some_rule(random, earlier, depth - 1) for _ in range(random.randint(1, 3))]
        return {random.choice(["all", "any"]): parts}
    if depth and chance < 0.5:
        return {"not": some_rule(random, earlier, depth - 1)}
    if chance < 0.6:
        if random.random() < 0.5:
            return {"item": "role", "op": "is", "value": random.choice(ROLES)}
        return {"item": "form", "op": "one of", "value": [random.choice(FORMS)]}
    return some_leaf(random, random.choice(earlier))


def some_graph(random: Random) -> tuple[Questionnaire, dict[str, Any]]:
    items: list[Item] = []
    rules: dict[str, Any] = {}
    for n in range(random.randint(2, 4 + FULL)):
        rule = some_rule(random, items) if items and random.random() < 0.75 else None
        rules[f"q{n}"] = rule
        items.append(
            Item(
                f"q{n}",
                random.choice(KINDS),
                W,
                optional=random.random() < 0.2,
                hard_to_say=random.random() < 0.2,
                shown_if=load_rule(rule) if rule else None,
            )
        )
    return Questionnaire("random", 1, W, tuple(items), "pair"), rules


def every_way(
    items: tuple[Item, ...], rules: Mapping[str, Any], given: dict[str, Any]
) -> Iterator[dict[str, Any]]:
    """Every complete set of answers that somebody could give, one question after another."""
    left = [key for key in asked(items, rules, given) if key not in given]
    if not left:
        yield given
        return
    item = next(one for one in items if one.key == left[0])
    for answer in every_answer(item):
        yield from every_way(items, rules, {**given, item.key: answer})


def every_fact(rules: Mapping[str, Any]) -> list[dict[str, Any]]:
    """What may be known beforehand, as far as a rule asks."""
    found: list[dict[str, Any]] = [{}]
    for fact, values in (("role", ROLES), ("form", FORMS)):
        if repr(fact) in repr(rules):
            found += [{**one, fact: value} for one in found for value in values]
    return found


def somebody(given: Mapping[str, Any]) -> Response:
    response = Response(organisation_id=uuid4(), person_id=uuid4(), questionnaire_id=uuid4())
    response.know(given)
    return response


@pytest.mark.parametrize("seed", range(4))
def test_random_graphs_agree_with_the_reference(seed: int) -> None:
    random = Random(seed)
    for _ in range(GRAPHS // 4):
        questionnaire, rules = some_graph(random)
        items = questionnaire.items
        # any answers at all, stale ones of hidden questions too
        for _ in range(5):
            given = {
                **random.choice(every_fact(rules)),
                **{one.key: random.choice(every_answer(one)) for one in items
                   if random.random() < 0.8},
            }  # fmt: skip
            shown = [one.key for one in somebody(given).visible(questionnaire)]
            assert shown == asked(items, rules, given), (rules, given)
        found = {(one.key, one.item) for one in problems(questionnaire, forms=FORMS)}
        unreachable = {item for key, item in found if key == "unreachable"}
        reached: set[str] = set()
        nothing = False
        for facts in every_fact(rules):
            for given in every_way(items, rules, facts):
                on_way = asked(items, rules, given)
                reached |= set(on_way)
                nothing = nothing or not on_way
        assert unreachable == {one.key for one in items} - reached, rules
        assert (("nothing-asked", None) in found) == nothing, rules
