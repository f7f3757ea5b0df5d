"""What is known of a pair, and what matching is advised to weigh otherwise."""

from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest

from bot.domain.matching import Weight
from bot.domain.pair_lives import (
    PairLife,
    TraitEffect,
    WeightAdvice,
    WhatHelps,
    advice,
    helps,
    life_of,
)
from bot.domain.pair_states import PairState
from bot.domain.pairs import CONSENT_WITHDRAWN, FINISHED, Pair
from bot.domain.statistics.figures import Estimate, Formula, Interval, Why, Withheld

BEGAN = datetime(2027, 2, 1, 12, tzinfo=UTC)
DAY = date(2027, 6, 1)
MENTEE, MENTOR = UUID(int=1), UUID(int=2)


def pair(**known: Any) -> Pair:
    facts: dict[str, Any] = {
        "organisation_id": UUID(int=9),
        "programme_id": UUID(int=8),
        "form": "pupil_pupil",
        "mentee_participation_id": UUID(int=3),
        "mentor_participation_id": UUID(int=4),
        "mentee_id": MENTEE,
        "mentor_id": MENTOR,
        "proposed_at": BEGAN,
        "proposed_by": UUID(int=5),
        "expires_at": BEGAN,
        "score": 73,
        "reasons": [],
        "state": PairState.ACTIVE,
        "active_since": BEGAN,
    }
    return Pair(**(facts | known))


def life(one: Pair, *, days: int = 100, **known: Any) -> PairLife:
    facts: dict[str, Any] = {
        "first_held": None,
        "ratings": (),
        "birth_years": {},
        "forms": ("pupil_pupil",),
    }
    return life_of(one, BEGAN + timedelta(days=days), **(facts | known))


@pytest.mark.parametrize(
    ("state", "reason", "early"),
    [
        (PairState.ACTIVE, None, False),
        (PairState.PAUSED, None, False),
        (PairState.COMPLETED, FINISHED, False),
        (PairState.DISSOLVED, FINISHED, False),
        (PairState.DISSOLVED, CONSENT_WITHDRAWN, False),
        (PairState.DISSOLVED, "not-a-match", True),
        (PairState.DISSOLVED, "no-meetings", True),
    ],
)
def test_only_an_end_before_its_time_is_one(
    state: PairState, reason: str | None, early: bool
) -> None:
    assert life(pair(state=state, reason=reason)).ended is early


def test_a_life_counts_to_its_end_or_to_today() -> None:
    assert life(pair(), days=40).days == 40
    assert life(pair(ended_at=BEGAN + timedelta(days=10)), days=40).days == 10


def test_reasons_of_the_proposal_become_traits_of_the_pair() -> None:
    reasons = [
        {"key": "reason-competence-same", "args": {}},
        {"key": "reason-wish-both", "args": {}},
        {"key": "reason-slot", "args": {}},
    ]
    traits = life(pair(reasons=reasons)).traits
    said = {"competence", "wish", "slot"}
    assert {key for key in ("competence", "words", "wish", "slot", "ages") if traits[key]} == said
    assert traits["score"] == 7.3


def test_an_early_first_meeting_is_asked_of_those_who_lived_to_have_one() -> None:
    """Otherwise those who ended on the third day would make it look like a cure."""
    soon, late = BEGAN + timedelta(days=14), BEGAN + timedelta(days=15)
    assert life(pair(), first_held=soon).traits["first-soon"] == 1
    assert life(pair(), first_held=late).traits["first-soon"] == 0
    assert life(pair()).traits["first-soon"] == 0
    assert "first-soon" not in life(pair(), days=13, first_held=BEGAN).traits


def test_what_is_not_known_is_left_out() -> None:
    assert "ages-apart" not in life(pair(), birth_years={MENTEE: 2010, MENTOR: None}).traits
    assert life(pair(), birth_years={MENTEE: 2010, MENTOR: 1990}).traits["ages-apart"] == 4
    assert not any(key.startswith("form:") for key in life(pair()).traits)
    two = life(pair(), forms=("pupil_pupil", "teacher_learner")).traits
    assert (two["form:pupil_pupil"], two["form:teacher_learner"]) == (1, 0)


@pytest.mark.parametrize(
    ("ratings", "content"), [((), None), ((7,), True), ((6, 8), True), ((6, 7), False)]
)
def test_content_is_seven_on_average(ratings: tuple[int, ...], content: bool | None) -> None:
    assert life(pair(), ratings=ratings).content is content


def estimate(formula: Formula, value: float) -> Estimate:
    between = Interval(value / 2, value * 2)
    return Estimate(formula=formula, n=60, missing=0, on=DAY, value=value, interval=between)


HELD = Withheld(formula=Formula.ODDS, n=8, missing=0, on=DAY, reason=Why.TOO_FEW_PAIRS, needed=30)


def effect(trait: str, risk: float, p: float | None, odds: float | None = None) -> TraitEffect:
    liking = HELD if odds is None else estimate(Formula.ODDS, odds)
    return TraitEffect(
        trait, estimate(Formula.HAZARD, risk), p, liking, None if odds is None else 0.01
    )


def test_what_may_be_chance_or_points_both_ways_advises_nothing() -> None:
    assert helps(effect("slot", 0.4, 0.01)) is True
    assert helps(effect("slot", 2.5, 0.01)) is False
    assert helps(effect("slot", 0.4, 0.06)) is None
    assert helps(effect("slot", 0.4, None)) is None
    assert helps(effect("slot", 0.4, 0.01, odds=3.0)) is True
    assert helps(effect("slot", 0.4, 0.01, odds=0.3)) is None
    assert helps(effect("slot", 0.9, 0.6, odds=0.3)) is False


def test_advice_is_one_step_of_a_part_and_never_a_must() -> None:
    effects = (
        effect("slot", 0.4, 0.01),
        effect("interest", 2.5, 0.01),
        effect("competence", 0.4, 0.01),
        effect("ages", 2.5, 0.01),
        effect("wish", 0.4, 0.01),
        effect("words", 0.4, 0.5),
        effect("score", 0.4, 0.01),
    )
    weights = {
        "slot": Weight.NORMAL,
        "interest": Weight.LOW,
        "competence": Weight.HIGH,
        "ages": Weight.OFF,
        "wish": Weight.MUST,
        "words": Weight.LOW,
    }
    found = WhatHelps(survival=HELD, effects=effects, tests=7, rated=0, content=0, on=DAY)
    assert advice(found, weights) == (
        WeightAdvice("slot", Weight.NORMAL, Weight.HIGH),
        WeightAdvice("interest", Weight.LOW, Weight.OFF),
    )
