"""A pair's plan and diary: written by either, seen by both, private notes by their writer alone."""

from datetime import timedelta

import pytest

from bot.domain.access import Role
from bot.domain.errors import Gone
from bot.domain.pairs import Pair, PairState
from bot.domain.plan_errors import GoalsEnough
from bot.domain.plans import Result
from bot.usecases.pairs import diary, goal_steps, moving, plans, trial
from bot.usecases.pairs import ending as pair_ending
from tests.parting import confirmed, sets_goal, today
from tests.village import Village


async def test_the_first_goal_begins_the_work_and_both_see_it_and_hear_of_it(
    village: Village,
) -> None:
    anna = await village.curator()
    dima = await village.joins(anna, Role.MENTEE, name="Дима Орлов")
    igor = await village.joins(anna, Role.MENTOR, name="Игорь Сафонов")
    pair_id = await village.pair(anna, dima, igor)
    await confirmed(village, pair_id)
    await village.said()

    goal_id = await sets_goal(village, dima, pair_id, days=30)
    assert await sets_goal(village, dima, pair_id, days=30) == goal_id, "a second press"
    async with village.db.reading() as tx:
        assert (await tx.get(Pair, pair_id)).state is PairState.ACTIVE
    [letter] = await village.letters("plan-changed", to=igor.person_id)
    assert letter.args["partner"] == "Дима Орлов"
    assert await village.notices("plan-changed", to=dima.person_id) == []

    mentor = await village.actor(igor)
    step_id = await goal_steps.add_step(
        village.db, mentor, goal_id=goal_id, words="Решить вариант",
        due_on=today(village) + timedelta(days=3),
    )  # fmt: skip
    await plans.move_goal(village.db, mentor, goal_id=goal_id, progress=40)
    seen = await plans.view(village.db, await village.actor(dima), pair_id=pair_id)
    [line] = seen.goals
    assert (line.progress, line.result) == (40, Result.PARTLY)
    assert [step.words for step in line.steps] == ["Решить вариант"]

    await village.said()
    village.later(days=3)
    assert await village.letters("plan-due") == [], "said already"
    await goal_steps.tick_step(village.db, mentor, step_id=step_id)
    await plans.move_goal(village.db, mentor, goal_id=goal_id, progress=100)
    [reached] = await village.letters("goal-reached")
    assert reached.args["goal"] == "Сдать физику"


async def test_on_the_day_both_are_nudged_once_about_what_is_not_done(village: Village) -> None:
    anna = await village.curator()
    dima, igor = await village.joins(anna, Role.MENTEE), await village.joins(anna, Role.MENTOR)
    pair_id = await village.pair(anna, dima, igor)
    goal_id = await sets_goal(village, dima, pair_id, days=5)
    me, day = await village.actor(dima), today(village) + timedelta(days=5)
    done = await goal_steps.add_step(
        village.db, me, goal_id=goal_id, words="Первый", due_on=day
    )
    await goal_steps.add_step(village.db, me, goal_id=goal_id, words="Второй", due_on=day)
    due = await village.notices("plan-due")
    assert sorted(one.to for one in due) == sorted((dima.person_id, igor.person_id))
    await goal_steps.tick_step(village.db, me, step_id=done)
    letters = await village.letters("plan-due")
    assert [letter.args["what"].items for letter in letters] == [("«Второй»", "«Сдать физику»")] * 2

    await plans.postpone_goal(
        village.db, me, goal_id=goal_id, due_on=today(village) + timedelta(days=9)
    )
    [first, *_] = await village.letters("plan-due", to=dima.person_id)
    assert first.args["what"].items == ("«Второй»",)
    assert [press.act for row in first.buttons for press in row] == ["tick-step", "open-plan"]


async def test_a_fourth_goal_waits_and_an_ended_pair_keeps_its_plan_as_it_was(
    village: Village,
) -> None:
    anna = await village.curator()
    dima, igor = await village.joins(anna, Role.MENTEE), await village.joins(anna, Role.MENTOR)
    pair_id = await village.pair(anna, dima, igor)
    goals = [await sets_goal(village, dima, pair_id, title=f"Цель {n}") for n in range(3)]
    with pytest.raises(GoalsEnough):
        await sets_goal(village, igor, pair_id, title="Четвёртая")
    me = await village.actor(igor)
    await plans.drop_goal(village.db, me, goal_id=goals[0])
    await sets_goal(village, igor, pair_id, title="Четвёртая")
    await pair_ending.end(
        village.db, await village.actor(anna), pair_id=pair_id, reason="not-a-match"
    )
    with pytest.raises(Gone):
        await plans.move_goal(village.db, me, goal_id=goals[1], progress=10)
    seen = await plans.view(village.db, me, pair_id=pair_id)
    assert len(seen.goals) == 3
    assert not seen.may_change


async def test_a_private_note_is_read_by_its_writer_alone(village: Village) -> None:
    anna = await village.curator()
    dima, igor = await village.joins(anna, Role.MENTEE), await village.joins(anna, Role.MENTOR)
    pair_id = await village.pair(anna, dima, igor)
    me = await village.actor(dima)
    for words, private in (("Общее", False), ("Тайное", True)):
        await diary.write(village.db, me, pair_id=pair_id, words=words, private=private)
    read = {}
    for name, who in (("dima", dima), ("igor", igor), ("anna", anna)):
        seen = await diary.view(village.db, await village.actor(who), pair_id=pair_id)
        read[name] = {note.words for note in seen.notes}
    assert read == {"dima": {"Общее", "Тайное"}, "igor": {"Общее"}, "anna": {"Общее"}}


async def test_a_pair_that_had_a_goal_before_its_trial_is_at_work_when_both_go_on(
    village: Village,
) -> None:
    anna = await village.curator()
    dima, igor = await village.joins(anna, Role.MENTEE), await village.joins(anna, Role.MENTOR)
    pair_id = await village.pair(anna, dima, igor)
    await sets_goal(village, dima, pair_id)
    async with village.db.transaction() as tx:
        pair = await tx.get(Pair, pair_id)
        for kind in ("intro", "trial"):
            await moving.meeting_held(tx, pair, kind)
        assert pair.state is PairState.TRIAL
    for _ in range(2):  # a second press
        await trial.go_on(village.db, await village.actor(anna), pair_id=pair_id)
    async with village.db.reading() as tx:
        assert (await tx.get(Pair, pair_id)).state is PairState.ACTIVE
    assert len(await village.letters("pair-confirmed")) == 3, "the curator too, and each once"
