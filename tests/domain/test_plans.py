"""Goals, steps and notes of thanks by themselves."""

from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.access import Role
from bot.domain.errors import AnswerEmpty, AnswerTooLong, DayTooFar, Gone
from bot.domain.goodbyes import CHOICES, Farewell, ThanksState, WhatNext
from bot.domain.plan_errors import DayIsOver, GoalsEnough, NoteUnderWay, StepsEnough
from bot.domain.plans import (
    FURTHEST,
    MOST_GOALS,
    MOST_STEPS,
    Goal,
    GoalStep,
    Result,
    day_ahead,
    percent,
    room_for_goal,
    room_for_step,
)

NOW, TODAY = datetime(2030, 3, 13, 10, tzinfo=UTC), date(2030, 3, 13)
ONE, TWO = UUID(int=1), UUID(int=2)


def goal(**about: Any) -> Goal:
    known: dict[str, Any] = {
        "organisation_id": ONE, "programme_id": ONE, "pair_id": ONE, "mentor_id": ONE,
        "mentee_id": TWO, "made_by": TWO, "made_at": NOW, "title": "x", "measure": "y",
        "due_on": TODAY,
    }  # fmt: skip
    return Goal(**{**known, **about})


def step(**about: Any) -> GoalStep:
    known: dict[str, Any] = {
        "organisation_id": ONE, "programme_id": ONE, "pair_id": ONE, "goal_id": ONE,
        "words": "x", "due_on": TODAY,
    }  # fmt: skip
    return GoalStep(**{**known, **about})


def farewell(side: Role = Role.MENTEE) -> Farewell:
    return Farewell(
        organisation_id=ONE, programme_id=ONE, pair_id=ONE, person_id=ONE, partner_id=TWO,
        side=side,
    )  # fmt: skip


@given(st.lists(st.integers(-50, 150), max_size=20))
def test_progress_stays_within_a_whole_and_says_what_came_of_it(moves: list[int]) -> None:
    one = goal()
    for move in moves:
        before = one.progress
        if 0 <= move <= 100:
            assert one.move_on(move, NOW) is (move != before)
        else:
            with pytest.raises(Gone):
                one.move_on(move, NOW)
            assert one.progress == before
        assert 0 <= one.progress <= 100
        expected = (
            Result.REACHED if one.progress == 100
            else Result.PARTLY if one.progress else Result.NOT_YET
        )  # fmt: skip
        assert one.result is expected
        assert one.at_work is (one.progress < 100)


def test_three_goals_at_work_are_enough_and_a_reached_one_makes_room() -> None:
    goals = [goal() for _ in range(MOST_GOALS)]
    with pytest.raises(GoalsEnough):
        room_for_goal(goals)
    goals[0].move_on(100, NOW)
    room_for_goal(goals)
    goals.append(goal())
    goals[1].drop(NOW)
    room_for_goal(goals)


def test_steps_not_done_are_counted_and_a_tick_keeps_who_was_first() -> None:
    steps = [step() for _ in range(MOST_STEPS)]
    with pytest.raises(StepsEnough):
        room_for_step(steps)
    steps[0].tick(by=ONE, now=NOW)
    steps[0].tick(by=TWO, now=NOW + timedelta(days=1))
    assert (steps[0].done_by, steps[0].done_at) == (ONE, NOW)
    room_for_step(steps)
    steps[0].untick()
    with pytest.raises(StepsEnough):
        room_for_step(steps)


@given(st.integers(-1000, 1000))
def test_a_day_of_a_plan_is_ahead_and_not_further_than_a_school_year(away: int) -> None:
    day = TODAY + timedelta(days=away)
    if away < 0:
        with pytest.raises(DayIsOver):
            day_ahead(day, TODAY)
    elif away > FURTHEST:
        with pytest.raises(DayTooFar):
            day_ahead(day, TODAY)
    else:
        assert day_ahead(day, TODAY) == day


@pytest.mark.parametrize(
    ("raw", "number"),
    [("40", 40), (" 40 % ", 40), ("0", 0), ("100%", 100), ("101", None), ("-1", None),
     ("½", None), ("²", None), ("", None), ("half", None), ("1e1", None), ("٤٠", None)],
)  # fmt: skip
def test_a_typed_progress_is_a_whole_number_of_percent(raw: str, number: int | None) -> None:
    assert percent(raw) == number


def test_a_dropped_goal_does_not_move() -> None:
    one = goal()
    one.drop(NOW)
    with pytest.raises(Gone):
        one.move_on(50, NOW)


def test_a_note_of_thanks_is_written_anew_until_the_other_side_has_it() -> None:
    one = farewell()
    one.thank("  Спасибо  за всё ", held=True, now=NOW)
    assert (one.thanks, one.thanks_state) == ("Спасибо за всё", ThanksState.HELD)
    assert one.look(passes=False, by=TWO)
    one.thank("Спасибо!", held=True, now=NOW)
    assert one.thanks_state is ThanksState.HELD
    assert one.look(passes=True, by=TWO)
    assert not one.look(passes=True, by=TWO)
    with pytest.raises(Gone):
        one.look(passes=False, by=TWO)
    with pytest.raises(NoteUnderWay):
        one.thank("Ещё", held=True, now=NOW)
    with pytest.raises(AnswerEmpty):
        farewell().thank("  ", held=True, now=NOW)
    with pytest.raises(AnswerTooLong):
        farewell().thank("x" * 601, held=True, now=NOW)


def test_each_side_chooses_among_its_own() -> None:
    for side, choices in CHOICES.items():
        for what in WhatNext:
            one = farewell(side)
            if what in choices:
                assert one.choose(what)
                assert not one.choose(what)
            else:
                with pytest.raises(Gone):
                    one.choose(what)
