"""Pairs of the demo on their way: a plan half done, a group that looks for a time, a goodbye."""

from collections.abc import Awaitable, Callable, Mapping
from datetime import date, time, timedelta
from uuid import UUID

from bot.domain import moments
from bot.domain.access import Actor
from bot.domain.ids import new_id
from bot.domain.pairs import Pair
from bot.domain.profile import Profile
from bot.storage.database import Database
from bot.usecases.pairs import goal_steps, goodbyes, group_polls, plans, thanks, trial
from sandbox.people_of_demo import ZONE

Both = tuple[int, int]  # mentee, mentor
PLANNED, PARTING, GROUP = (301, 201), (303, 205), ((302, 202), (307, 202))
WALKING = (PLANNED, PARTING, *GROUP)
# of the plan: what, how one sees it, days until then, percent, steps (words, days, done)
GOALS = (
    (
        "Читать чертежи деталей без подсказки",
        "Три чертежа подряд, и ни одного вопроса",
        40,
        60,
        (("Разобрать чертёж втулки", 2, True), ("Начертить свою деталь", 12, False)),
    ),
    ("Увидеть, как работает конструктор", "День на заводе", 60, 0, (("Выбрать день", 9, False),)),
)
SAID = ("Теперь знаю, о чём спрашивать на собеседовании. Спасибо!",
        "Спасибо за прямые вопросы. Таким и оставайся.")  # fmt: skip


async def go_on(
    db: Database,
    actor: Callable[[int], Awaitable[Actor]],
    today: date,
    profile: Profile,
) -> None:
    """`actor` finds somebody by their account."""
    actors = {who: await actor(who) for both in WALKING for who in both}
    pairs = await _pairs(db, actors)
    for both in (PLANNED, PARTING):
        for account in both:
            yes = {one.key: "yes" for one in profile.life.trial}
            await trial.say(db, actors[account], pair_id=pairs[both], said=yes, profile=profile)
    await _plan(db, actors[PLANNED[0]], pairs[PLANNED], today)
    await _poll(db, actors, pairs, today, profile)
    await plans.add_goal(
        db, actors[PARTING[0]], pair_id=pairs[PARTING], title="Выбрать, куда идти работать",
        measure="Два места, куда хочется", due_on=today + timedelta(days=3),
    )  # fmt: skip
    await goodbyes.begin(
        db, actors[PARTING[1]], pair_id=pairs[PARTING], last_on=today + timedelta(days=4)
    )
    for account, words in zip(PARTING, SAID, strict=True):
        await thanks.write(db, actors[account], pair_id=pairs[PARTING], words=words)


async def _pairs(db: Database, actors: Mapping[int, Actor]) -> dict[Both, UUID]:
    found = {}
    async with db.reading() as tx:
        for both in WALKING:
            mine = await tx.pairs.of_person(actors[both[0]].person_id)
            mentor_id = actors[both[1]].person_id
            found[both] = next(one.id for one in mine if one.mentor_id == mentor_id)
    return found


async def _plan(db: Database, mentee: Actor, pair_id: UUID, today: date) -> None:
    for title, measure, days, percent, steps in GOALS:
        goal_id = await plans.add_goal(
            db, mentee, pair_id=pair_id, title=title, measure=measure,
            due_on=today + timedelta(days=days),
        )  # fmt: skip
        for words, until, done in steps:
            step_id = await goal_steps.add_step(
                db, mentee, goal_id=goal_id, words=words, due_on=today + timedelta(days=until)
            )
            if done:
                await goal_steps.tick_step(db, mentee, step_id=step_id)
        if percent:
            await plans.move_goal(db, mentee, goal_id=goal_id, progress=percent)


async def _poll(
    db: Database,
    actors: Mapping[int, Actor],
    pairs: Mapping[Both, UUID],
    today: date,
    profile: Profile,
) -> None:
    """Two mentees of one mentor are a group; one of them has ticked what suits."""
    group_id = new_id()
    async with db.transaction() as tx:
        for both in GROUP:
            (await tx.get(Pair, pairs[both])).group_id = group_id
    times = [
        moments.instant(today + timedelta(days=days), time(hour), ZONE)
        for days, hour in ((3, 16), (4, 15), (7, 16))
    ]
    (first, mentor), _ = GROUP
    poll_id = await group_polls.offer(
        db, actors[mentor], pair_id=pairs[first, mentor], times=times, place="on-site"
    )
    await group_polls.answer(
        db, actors[first], poll_id=poll_id, times=times[:2], profile=profile
    )
