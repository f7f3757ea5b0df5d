"""Letters about the plan of a pair: something new in it, what is due today, a goal reached."""

from collections.abc import Sequence

from bot.domain import moments
from bot.domain.notices import Notice
from bot.domain.plans import Goal, GoalStep, Result
from bot.domain.spoken import Listed
from bot.usecases.letters.base import Desk, Letter, Letters, Press
from bot.usecases.pairs.plans import CHANGING

MOST_NAMED = 4


async def changed(desk: Desk, notices: Sequence[Notice]) -> Letters:
    """To the other side: the goals as they stand now."""
    pairs = await desk.tx.pairs.many({n.subject for n in notices})
    goals = await desk.tx.plans.goals(list(pairs))
    names = await desk.tx.people.names({id_ for p in pairs.values() for id_ in p.parties})
    letters = {}
    for notice in notices:
        pair = pairs.get(notice.subject)
        if pair is None or notice.to not in pair.parties or pair.state not in CHANGING:
            continue
        at_work = [goal for goal in goals[pair.id] if goal.at_work]
        if at_work:
            letters[notice.id] = Letter(
                "letter-plan-changed",
                {
                    "partner": names[pair.partner(notice.to)],
                    "goals": Listed(tuple(f"«{goal.title}»" for goal in at_work)),
                },
                buttons=((Press("button-open-plan", "open-plan", pair.id),),),
            )
    return letters


async def due(desk: Desk, notices: Sequence[Notice]) -> Letters:
    """What is due on the day of the notice and is not done yet; one step is ticked off at once."""
    pairs = await desk.tx.pairs.many({n.subject for n in notices})
    zones = await desk.tx.programmes.zones({p.organisation_id for p in pairs.values()})
    names = await desk.tx.people.names({id_ for p in pairs.values() for id_ in p.parties})
    days = {
        n.id: moments.local(n.due_at, zones[pairs[n.subject].organisation_id]).date()
        for n in notices
        if n.subject in pairs
    }
    goals, steps = await desk.tx.plans.due(list(pairs), set(days.values()))
    letters = {}
    for notice in notices:
        pair = pairs.get(notice.subject)
        if pair is None or notice.to not in pair.parties or pair.state not in CHANGING:
            continue
        day = days[notice.id]
        mine: list[GoalStep | Goal] = [
            *(one for one in steps if one.pair_id == pair.id and one.due_on == day),
            *(one for one in goals if one.pair_id == pair.id and one.due_on == day),
        ]
        if not mine:
            continue
        single = mine[0] if len(mine) == 1 else None
        plan = Press("button-open-plan", "open-plan", pair.id)
        tick = (
            ((Press("button-tick-step", "tick-step", single.id),),)
            if isinstance(single, GoalStep)
            else ()
        )
        letters[notice.id] = Letter(
            "letter-plan-due",
            {
                "partner": names[pair.partner(notice.to)],
                "what": Listed(tuple(f"«{_title(one)}»" for one in mine[:MOST_NAMED])),
                "count": len(mine),
            },
            buttons=(*tick, (plan,)),
        )
    return letters


def _title(one: GoalStep | Goal) -> str:
    return one.words if isinstance(one, GoalStep) else one.title


async def reached(desk: Desk, notices: Sequence[Notice]) -> Letters:
    """To the other side. Nothing when it is not so after all."""
    letters = {}
    goals = await desk.tx.plans.many({n.subject for n in notices})
    names = await desk.tx.people.names({id_ for g in goals.values() for id_ in g.parties})
    for notice in notices:
        goal = goals.get(notice.subject)
        if goal is None or goal.dropped_at is not None or goal.result is not Result.REACHED:
            continue
        other = next(iter(goal.parties - {notice.to}))
        letters[notice.id] = Letter(
            "letter-goal-reached",
            {"partner": names[other], "goal": goal.title},
            buttons=((Press("button-open-plan", "open-plan", goal.pair_id),),),
        )
    return letters
