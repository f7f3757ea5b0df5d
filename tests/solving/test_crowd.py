"""Of arrays and of two: rules and scores say the same of the same people."""

import random
from typing import Any
from uuid import UUID

import numpy as np
import pytest

from bot.domain.matching import (
    PARTS,
    RULES,
    Candidate,
    Facts,
    Tuning,
    Weight,
    fitting_form,
    judge,
)
from bot.domain.matching.traits import Both
from bot.domain.profile import LEARNER, Form, Variant
from bot.domain.words import Words
from bot.solving.crowd import Crowd, Many, allowed_pairs

SAID = Words.of({"ru": "Форма"})
FORMS = (
    Form("peers", SAID, (), frozenset({LEARNER}), frozenset({"pupil"}), True, older_by=1),
    Form(
        "equals",
        SAID,
        (Variant("peer", SAID, of_equals=True),),
        frozenset({LEARNER, "teacher"}),
        frozenset({"student", "pupil"}),
        True,
    ),
    Form("work", SAID, (), frozenset({"employer", "teacher"}), frozenset({"pupil", "student"})),
)
WORDS = [f"word-{n}" for n in range(90)]  # more than fit into one column of bits
SLOTS = [f"slot-{n}" for n in range(6)]


def crowd(seed: int, mentees: int = 40, mentors: int = 30) -> tuple[Any, Any, Facts]:
    """Everything may be said or not; ids of both sides meet in refusals, wards and wishes."""
    dice = random.Random(seed)

    def some(values: list[Any], most: int) -> frozenset[Any]:
        return frozenset(dice.sample(values, dice.randint(0, most)))

    ones = [UUID(int=n) for n in range(1000, 1000 + mentees)]
    others = [UUID(int=n) for n in range(2000, 2000 + mentors)]

    def person(number: UUID, across: list[UUID], **changes: Any) -> Candidate:
        usual: dict[str, Any] = {
            "participation_id": number,
            "person_id": UUID(int=number.int % 1000 + 5),  # some are on both sides
            "organisation_id": UUID(int=dice.randint(1, 3)),
            "birth_year": dice.choice([None, 1970, 1990, 2005, 2008, 2010]),
            "own_words": some(WORDS, 6),
            "interests": some(["cars", "music", "chess"], 3),
            "slots": some(SLOTS, 3),
            "formats": some(["online", "in-person"], 2),
            "languages": some(["ru", "kk"], 2),
            "declined_with": some([UUID(int=n + 5) for n in range(40)], 2),
            "vetoed": some(across, 2),
            "ranks": {who: rank for rank, who in enumerate(some(across, 5), 1)},
        }
        return Candidate(**usual | changes)

    return (
        [
            person(
                number,
                others,
                kind=dice.choice(["pupil", "student", LEARNER]),
                needs=tuple(some(["drawing", "maths", "physics"], 3)),
                own_need=dice.choice([None, "свои слова"]),
                group=dice.choice([None, "9а", "10б"]),
                wishes=some(["near-age", "experienced", "calm"], 2),
                waiting_days=dice.choice([0, 5, 200]),
            )
            for number in ones
        ],
        [
            person(
                number,
                ones,
                kind=dice.choice([LEARNER, "teacher", "employer", "parent"]),
                competences=some(["drawing", "maths", "physics", "workplace"], 3),
                taught=some(["9а", "10б", "11в"], 2),
                childrens=some(["9а", "10б", "11в"], 1),
                ages=dice.choice([None, (14, 16), (17, 99)]),
                capacity=dice.randint(0, 4),
                load=dice.randint(0, 2),
            )
            for number in others
        ],
        Facts(
            wards=frozenset(
                (UUID(int=dice.randint(5, 40)), UUID(int=dice.randint(5, 40))) for _ in range(30)
            ),
            helps={"drawing": ("drawing", "workplace"), "maths": ("maths",)},
            year=2026,
        ),
    )


TUNINGS = (
    Tuning(),
    Tuning(off=frozenset({"rule-no-shared-slot", "rule-tried-before", "rule-vetoed"})),
    Tuning(weights={"competence": Weight.MUST, "ages": Weight.MUST, "room": Weight.OFF}),
    Tuning(weights={part.key: Weight.LOW for part in PARTS}),
    Tuning(weights={part.key: Weight.OFF for part in PARTS}),
)


@pytest.mark.parametrize("tuning", TUNINGS)
@pytest.mark.parametrize("seed", range(4))
def test_the_pairs_of_arrays_are_those_of_two_with_the_same_form_and_score(
    seed: int, tuning: Tuning
) -> None:
    mentees, mentors, facts = crowd(seed)
    found = allowed_pairs(Crowd(mentees, mentors, facts), FORMS, tuning)
    by_arrays = [
        (i, j, FORMS[form].key, score)
        for i, j, form, score in zip(
            *(part.tolist() for part in (found.mentee, found.mentor, found.form, found.score)),
            strict=True,
        )
    ]
    by_two = [
        (i, j, form.key, judge(one, other, form, facts, tuning).score)
        for i, one in enumerate(mentees)
        for j, other in enumerate(mentors)
        if (form := fitting_form(one, other, FORMS, facts, tuning)) is not None
    ]
    assert by_arrays == by_two
    assert by_two


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.key)
def test_each_rule_and_each_part_alone_agrees_and_is_seen_both_ways(form: Form) -> None:
    mentees, mentors, facts = crowd(9)
    i, j = (part.ravel() for part in np.indices((len(mentees), len(mentors))))
    many = Many(Crowd(mentees, mentors, facts), form, i, j)
    pairs = [Both(one, other, form, facts) for one in mentees for other in mentors]
    for rule in RULES:
        of_arrays = np.broadcast_to(rule.breaks(many), i.shape).tolist()
        assert of_arrays == [bool(rule.breaks(both)) for both in pairs], rule.key
    for part in PARTS:
        for ask in (part.weighs, part.share):
            of_arrays = np.broadcast_to(ask(many), i.shape)
            weighing = np.broadcast_to(part.weighs(many), i.shape) > 0
            of_two = np.array([ask(both) for both in pairs])
            assert np.array_equal(of_arrays[weighing], of_two[weighing]), part.key
            assert weighing.any(), part.key
    assert many.rank_by_mentee().tolist() == [both.rank_by_mentee() for both in pairs]
    assert many.rank_by_mentor().tolist() == [both.rank_by_mentor() for both in pairs]


def test_every_rule_forbids_somebody_and_lets_somebody_pass() -> None:
    """Else the tests above would say nothing of it."""
    seen: dict[str, set[bool]] = {rule.key: set() for rule in RULES}
    for seed in range(4):
        mentees, mentors, facts = crowd(seed)
        for form in FORMS:
            for one in mentees:
                for other in mentors:
                    both = Both(one, other, form, facts)
                    for rule in RULES:
                        seen[rule.key].add(bool(rule.breaks(both)))
    assert all(found == {True, False} for found in seen.values()), seen
