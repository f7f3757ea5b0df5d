"""The plan of a pair: goals and steps, written by either of the two and seen by both."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time
from uuid import UUID

from bot.domain import moments
from bot.domain.access import Actor, May, Role
from bot.domain.errors import Gone
from bot.domain.notice_kinds import plan, plan_each
from bot.domain.pairs import MEETING, Pair, PairState
from bot.domain.plans import (
    LONGEST_GOAL,
    MOST_GOALS,
    MOST_STEPS,
    Goal,
    GoalIdea,
    GoalStep,
    Result,
    day_ahead,
    room_for_goal,
)
from bot.domain.profile import Profile
from bot.domain.programmes import Organisation, Programme
from bot.domain.roadmap import tidy
from bot.storage.database import Database, Transaction
from bot.usecases.pairs.strangers import called

DUE, CHANGED = "plan-due", "plan-changed"
DUE_AT_HOUR = 16  # after lessons
CHANGING = MEETING | {PairState.PAUSED}
IDEAS_SHOWN = 4


@dataclass(frozen=True)
class StepLine:
    step_id: UUID
    words: str
    due_on: date
    done: bool
    late: bool


@dataclass(frozen=True)
class GoalLine:
    goal_id: UUID
    title: str
    measure: str
    due_on: date
    progress: int
    result: Result
    late: bool
    steps: tuple[StepLine, ...]

    @property
    def next_step(self) -> StepLine | None:
        return next((step for step in self.steps if not step.done), None)


@dataclass(frozen=True)
class PlanView:
    pair_id: UUID
    side: Role | None  # None: of somebody who only reads it
    partner: str
    goals: tuple[GoalLine, ...]  # those at work first
    may_change: bool
    may_add: bool
    today: date


async def view(db: Database, actor: Actor, *, pair_id: UUID) -> PlanView:
    async with db.reading() as tx:
        pair = await tx.get(Pair, pair_id)
        actor.must(May.KEEP_PLAN, pair)
        names = (await called(tx, [pair]))[pair.id]
        today = await today_of(tx, pair)
        goals = await lines(tx, pair.id, today)
        changing = pair.state in CHANGING
        at_work = sum(one.result is not Result.REACHED for one in goals)
        return PlanView(
            pair_id=pair.id,
            side=pair.side(actor.person_id),
            partner=names[pair.partner(actor.person_id)],
            goals=goals,
            may_change=changing,
            may_add=changing and at_work < MOST_GOALS,
            today=today,
        )


async def lines(tx: Transaction, pair_id: UUID, today: date) -> tuple[GoalLine, ...]:
    """Goals at work first, each group by its day."""
    goals = (await tx.plans.goals([pair_id]))[pair_id]
    steps = await tx.plans.steps([goal.id for goal in goals])
    ordered = sorted(goals, key=lambda goal: not goal.at_work)
    return tuple(_line(goal, steps[goal.id], today) for goal in ordered)


def _line(goal: Goal, steps: Iterable[GoalStep], today: date) -> GoalLine:
    return GoalLine(
        goal_id=goal.id,
        title=goal.title,
        measure=goal.measure,
        due_on=goal.due_on,
        progress=goal.progress,
        result=goal.result,
        late=goal.at_work and goal.due_on < today,
        steps=tuple(
            StepLine(
                step.id,
                step.words,
                step.due_on,
                done=step.done_at is not None,
                late=step.done_at is None and step.due_on < today,
            )
            for step in sorted(steps, key=lambda step: step.done_at is not None)
        ),
    )


async def today_of(tx: Transaction, pair: Pair) -> date:
    house = await tx.get(Organisation, pair.organisation_id)
    return moments.local(tx.now, house.timezone).date()


@dataclass(frozen=True)
class GoalCard:
    pair_id: UUID
    partner: str
    line: GoalLine
    may_change: bool
    may_add_step: bool
    today: date


async def goal(db: Database, actor: Actor, *, goal_id: UUID) -> GoalCard:
    async with db.reading() as tx:
        found, pair = await goal_of(tx, actor, goal_id)
        today = await today_of(tx, pair)
        steps = (await tx.plans.steps([found.id]))[found.id]
        names = (await called(tx, [pair]))[pair.id]
        open_steps = sum(step.done_at is None for step in steps)
        changing = pair.state in CHANGING
        return GoalCard(
            pair_id=pair.id,
            partner=names[pair.partner(actor.person_id)],
            line=_line(found, steps, today),
            may_change=changing,
            may_add_step=changing and found.at_work and open_steps < MOST_STEPS,
            today=today,
        )


@dataclass(frozen=True)
class Beginnings:
    """What helps to word a new goal: ideas that fit the mentee, and likely days."""

    ideas: tuple[GoalIdea, ...]
    today: date
    ends_on: date  # of the programme


async def beginnings(
    db: Database, actor: Actor, *, pair_id: UUID, profile: Profile
) -> Beginnings:
    """Ideas for needs the mentee has named come first; none that the plan already has."""
    async with db.reading() as tx:
        pair = await _pair_to_plan(tx, actor, pair_id)
        known = {goal.title for goal in (await tx.plans.goals([pair.id]))[pair.id]}
        needs = await _needs(tx, pair)
        fresh = [
            idea for idea in profile.goal_ideas if not known & set(idea.title.every())
        ]
        fresh.sort(key=lambda idea: not idea.needs & needs)
        programme = await tx.get(Programme, pair.programme_id)
        today = await today_of(tx, pair)
        return Beginnings(tuple(fresh[:IDEAS_SHOWN]), today, programme.ends_on)


async def _needs(tx: Transaction, pair: Pair) -> frozenset[str]:
    both = await tx.participations.many([pair.mentee_participation_id])
    forms = await tx.participations.forms_of(list(both.values()))
    form = forms.get(pair.mentee_participation_id)
    if form is None:
        return frozenset()
    answers = form.sent(await tx.surveys.version(form.questionnaire_id))
    return frozenset((answers.get("needs") or {}).get("options", ()))


async def add_goal(
    db: Database, actor: Actor, *, pair_id: UUID, title: str, measure: str, due_on: date
) -> UUID:
    """A goal for both. The same words a second time are the same goal. The first begins the work.

    Raises `GoalsEnough`, `DayIsOver`, `DayTooFar`, `AnswerEmpty`, `AnswerTooLong`.
    """
    async with db.transaction() as tx:
        pair = await _pair_to_plan(tx, actor, pair_id)
        goals = (await tx.plans.goals([pair.id]))[pair.id]
        title, measure = tidy(title, LONGEST_GOAL), tidy(measure, LONGEST_GOAL)
        for one in goals:
            if one.at_work and one.title == title:
                return one.id
        room_for_goal(goals)
        made = Goal(
            organisation_id=pair.organisation_id,
            programme_id=pair.programme_id,
            pair_id=pair.id,
            mentor_id=pair.mentor_id,
            mentee_id=pair.mentee_id,
            made_by=actor.person_id,
            made_at=tx.now,
            title=title,
            measure=measure,
            due_on=day_ahead(due_on, await today_of(tx, pair)),
        )
        tx.add(made)
        pair.planned(tx.now)
        await nudge(tx, pair, made.due_on)
        await _tell_partner(tx, pair, actor)
        return made.id


async def word_goal(
    db: Database, actor: Actor, *, goal_id: UUID, title: str | None = None,
    measure: str | None = None,
) -> None:  # fmt: skip
    """Either is changed. Raises `AnswerEmpty`, `AnswerTooLong`."""
    async with db.transaction() as tx:
        found, pair = await goal_of(tx, actor, goal_id, changing=True)
        found.word(found.title if title is None else title,
                   found.measure if measure is None else measure)  # fmt: skip
        await _tell_partner(tx, pair, actor)


async def postpone_goal(db: Database, actor: Actor, *, goal_id: UUID, due_on: date) -> None:
    async with db.transaction() as tx:
        found, pair = await goal_of(tx, actor, goal_id, changing=True)
        found.postpone(due_on, await today_of(tx, pair))
        await nudge(tx, pair, found.due_on)


async def move_goal(db: Database, actor: Actor, *, goal_id: UUID, progress: int) -> None:
    """How far it has come, in percent. The other side hears of a goal that is reached."""
    async with db.transaction() as tx:
        found, pair = await goal_of(tx, actor, goal_id, changing=True)
        if found.move_on(progress, tx.now) and found.result is Result.REACHED:
            await tx.notices.plan(
                plan(
                    "goal-reached",
                    to=pair.partner(actor.person_id),
                    subject=found.id,
                    organisation_id=pair.organisation_id,
                    due_at=tx.now,
                )
            )


async def drop_goal(db: Database, actor: Actor, *, goal_id: UUID) -> UUID:
    """Out of the plan; its pair."""
    async with db.transaction() as tx:
        found, pair = await goal_of(tx, actor, goal_id, changing=True)
        found.drop(tx.now)
        return pair.id


async def _pair_to_plan(tx: Transaction, actor: Actor, pair_id: UUID) -> Pair:
    """Raises `Gone` for a pair that does not work (any more)."""
    pair = await tx.get(Pair, pair_id)
    actor.must(May.KEEP_PLAN, pair)
    if pair.state not in CHANGING:
        raise Gone
    return pair


async def goal_of(
    tx: Transaction, actor: Actor, goal_id: UUID, *, changing: bool = False
) -> tuple[Goal, Pair]:
    found = await tx.get(Goal, goal_id)
    actor.must(May.KEEP_PLAN, found)
    pair = await tx.get(Pair, found.pair_id)
    if found.dropped_at is not None or (changing and pair.state not in CHANGING):
        raise Gone
    return found, pair


async def nudge(tx: Transaction, pair: Pair, day: date) -> None:
    """On the day both hear what is due; one letter however many things are."""
    house = await tx.get(Organisation, pair.organisation_id)
    due_at = moments.instant(day, time(DUE_AT_HOUR), house.timezone)
    if due_at > tx.now:
        both = sorted(pair.parties)
        await tx.notices.plan(
            *plan_each(
                DUE,
                to=both,
                subject=pair.id,
                organisation_id=pair.organisation_id,
                due_at=due_at,
            )
        )


async def _tell_partner(tx: Transaction, pair: Pair, actor: Actor) -> None:
    """The other side hears that there is something new, once however much it was."""
    await tx.notices.plan_unless_waiting(
        plan(
            CHANGED,
            to=pair.partner(actor.person_id),
            subject=pair.id,
            organisation_id=pair.organisation_id,
            due_at=tx.now,
        )
    )
