"""What a button of a letter does in a simulated year: each row is one kind of button."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from bot.domain.goodbyes import CHOICES, FollowUp
from bot.domain.meetings import Receipt
from bot.domain.moments import Slot, local, next_times
from bot.domain.pair_words import ANY, NO, YES
from bot.domain.pairs import Pair
from bot.usecases.letters import Press
from bot.usecases.pairs import (
    goal_steps,
    goodbyes,
    meetings,
    pairs,
    partings,
    plans,
    ratings,
    thanks,
    trial,
    what_next,
)
from tests.village import ZONE, Member

if TYPE_CHECKING:
    from tests.soak.year import Year

SLOTS = (Slot.parse("tue-16"), Slot.parse("thu-16"))
HOW_IT_WENT = {"useful": "9", "comfort": "8", "glad": "yes", "recommend": "9"}
GOALS = ("Нарисовать чертёж", "Сдать физику", "Выбрать профессию", "Собрать модель")


async def _answers(year: Year, who: Member, press: Press) -> None:
    """Most say what they expect as well, and most of these that anything will do."""
    expects = {
        one.key: ANY if year.chance.random() < 0.8 and one.option(ANY) else option.value
        for one in year.profile.life.expects
        for option in [year.chance.choice(one.options)]
    }
    await pairs.answer(
        year.db, await year.village.actor(who), pair_id=press.subject,
        accepts=year.chance.random() < 0.9, profile=year.profile,
        expects=expects if year.chance.random() < 0.7 else None,
    )  # fmt: skip


async def _says_of_the_trial(year: Year, who: Member, press: Press) -> None:
    said = {
        one.key: YES if year.chance.random() < 0.95 else NO for one in year.profile.life.trial
    }
    await trial.say(
        year.db, await year.village.actor(who), pair_id=press.subject, said=said,
        profile=year.profile,
    )  # fmt: skip


async def _rates(year: Year, who: Member, press: Press) -> None:
    await ratings.rate(
        year.db, await year.village.actor(who), pair_id=press.subject, rating=int(press.value)
    )


async def _picks(year: Year, who: Member, press: Press) -> None:
    at = meetings.utc_of(press.value)
    await meetings.pick(year.db, await year.village.actor(who), meeting_id=press.subject, at=at)


async def _cancels(year: Year, who: Member, press: Press) -> None:
    if year.chance.random() < 0.9:
        return  # a reminder is read and left alone
    await meetings.cancel(year.db, await year.village.actor(who), meeting_id=press.subject)


async def _moves(year: Year, who: Member, press: Press) -> None:
    """Other times for this very meeting; of a reminder's button most only read the letter."""
    if press.act == "move-meeting" and year.chance.random() < 0.85:
        return
    await meetings.offer_anew(
        year.db, await year.village.actor(who), meeting_id=press.subject, times=_times(year),
        reason=year.chance.choice((None, "заболел")),
    )  # fmt: skip


async def _confirms(year: Year, who: Member, press: Press) -> None:
    await meetings.confirm(
        year.db, await year.village.actor(who), meeting_id=press.subject,
        receipt=Receipt(press.value),
    )  # fmt: skip


async def _offers(year: Year, who: Member, press: Press) -> None:
    await offers_times(year, who, press.subject)


def _times(year: Year) -> Sequence[datetime]:
    ahead = year.wall() + timedelta(days=year.chance.randint(1, 10))
    return next_times(SLOTS, ahead, ZONE, year.chance.randint(1, 3), 14)


async def offers_times(year: Year, who: Member, pair_id: UUID) -> None:
    times = _times(year)
    await meetings.offer(
        year.db, await year.village.actor(who), pair_id=pair_id, times=times, place="online"
    )


async def _plans(year: Year, who: Member, press: Press) -> None:
    await makes_a_plan(year, who, press.subject)


async def makes_a_plan(year: Year, who: Member, pair_id: UUID) -> None:
    """A goal with a step; where there is one already it gets on, and some are dropped."""
    db, me, chance = year.db, await year.village.actor(who), year.chance
    day = local(year.wall(), ZONE).date() + timedelta(days=chance.randint(1, 40))
    async with db.reading() as tx:
        goals = (await tx.plans.goals([pair_id]))[pair_id]
    at_work = sorted((one for one in goals if one.at_work), key=lambda one: one.id)
    if not at_work or chance.random() < 0.2:
        goal_id = await plans.add_goal(
            db, me, pair_id=pair_id, title=chance.choice(GOALS), measure="видно обоим", due_on=day
        )
        await goal_steps.add_step(db, me, goal_id=goal_id, words="начать", due_on=day)
    elif chance.random() < 0.1:
        await plans.drop_goal(db, me, goal_id=chance.choice(at_work).id)
    else:
        progress = chance.choice((25, 50, 75, 100))
        await plans.move_goal(db, me, goal_id=chance.choice(at_work).id, progress=progress)


async def _ticks(year: Year, who: Member, press: Press) -> None:
    await goal_steps.tick_step(year.db, await year.village.actor(who), step_id=press.subject)


async def _says_goodbye(year: Year, who: Member, press: Press) -> None:
    """A note of thanks, the questionnaire, what next: each or none of them."""
    db, me, where = year.db, await year.village.actor(who), {"pair_id": press.subject}
    async with db.reading() as tx:
        side = (await tx.get(Pair, press.subject)).side(who.person_id)
    if year.chance.random() < 0.4:  # a second note is refused
        await thanks.write(db, me, words="Спасибо, было здорово!", **where)
    if year.chance.random() < 0.7:
        asked = await goodbyes.questionnaire(db, me, profile=year.profile, **where)
        await year.village.answers(who, asked, HOW_IT_WENT)
    if year.chance.random() < 0.7:
        what = year.chance.choice(CHOICES[side])
        await what_next.choose(db, me, what=what, profile=year.profile, **where)


async def _follows_up(year: Year, who: Member, press: Press) -> None:
    await partings.follow_up(
        year.db, await year.village.actor(who), farewell_id=press.subject,
        said=FollowUp(press.value),
    )  # fmt: skip


PRESSES: Mapping[str, Callable[[Year, Member, Press], Awaitable[None]]] = {
    "open-proposal": _answers,
    "open-trial": _says_of_the_trial,
    "rate-pair": _rates,
    "pick-time": _picks,
    "counter-meeting": _moves,
    "move-meeting": _moves,
    "cancel-meeting": _cancels,
    "confirm-meeting": _confirms,
    "offer-meeting": _offers,
    "open-plan": _plans,
    "tick-step": _ticks,
    "open-goodbye": _says_goodbye,
    "write-thanks": _says_goodbye,
    "follow-up": _follows_up,
}
