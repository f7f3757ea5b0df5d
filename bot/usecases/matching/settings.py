"""How matching is tuned for one programme: what counts how much, which rules hold, groups, dates.

Kept in the programme; the profile and the defaults say what holds where nothing was set.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from bot.domain import moments
from bot.domain.access import Actor, May
from bot.domain.errors import DayTooFar, Gone, NumberOutOfRange, RoundInThePast
from bot.domain.matching import PARTS, RULES, STABLE, Tuning, Weight, weights
from bot.domain.matching.tuning import LARGEST_GROUP, SMALLEST_GROUP
from bot.domain.profile import Profile
from bot.domain.programmes import Organisation, Programme
from bot.storage.database import Database, Transaction

STABILITY = (0, 1, 3, STABLE)  # the steps of the dial
SWITCHES = ("fair", "keep", "next_best", "second_mentor")
FURTHEST = timedelta(days=366)


@dataclass(frozen=True)
class TuningFacts:
    tuning: Tuning
    weights: dict[str, Weight]  # of every part, also where nothing was set
    unusual: frozenset[str]  # parts somebody has set here
    rules: tuple[str, ...]  # those that may be switched
    forms: tuple[str, ...]  # of the programme
    next_round_on: date | None
    today: date


async def settings(
    db: Database, actor: Actor, *, programme_id: UUID, profile: Profile
) -> TuningFacts:
    async with db.reading() as tx:
        programme = await tx.get(Programme, programme_id)
        actor.must(May.TUNE_MATCHING, programme)
        house = await tx.get(Organisation, programme.organisation_id)
        tuning = profile.matching.tuned(programme.matching)
        return TuningFacts(
            tuning=tuning,
            weights=dict(weights(tuning)),
            unusual=frozenset(Tuning.of(programme.matching).weights),
            rules=tuple(rule.key for rule in RULES if rule.key in profile.matching.may_be_off),
            forms=tuple(programme.forms),
            next_round_on=programme.next_round_on,
            today=moments.local(tx.now, house.timezone).date(),
        )


async def _mine(tx: Transaction, actor: Actor, programme_id: UUID) -> Programme:
    """To be changed: two curators at once change one setting after the other."""
    await tx.programmes.lock(programme_id)
    programme = await tx.get(Programme, programme_id)
    actor.must(May.TUNE_MATCHING, programme)
    return programme


def choices_of(part: str) -> tuple[Weight, ...]:
    """What a part may weigh; nothing when there is no such part."""
    known = next((row for row in PARTS if row.key == part), None)
    if known is None:
        return ()
    return tuple(one for one in Weight if one is not Weight.MUST or known.may_be_must)


async def weigh(
    db: Database, actor: Actor, *, programme_id: UUID, part: str, weight: Weight
) -> None:
    if weight not in choices_of(part):
        raise Gone
    async with db.transaction() as tx:
        programme = await _mine(tx, actor, programme_id)
        known = programme.matching.get("weights", {})
        _set(programme, weights={**known, part: str(weight)})


async def switch_rule(
    db: Database, actor: Actor, *, programme_id: UUID, rule: str, holds: bool, profile: Profile
) -> None:
    if rule not in profile.matching.may_be_off:
        raise Gone
    async with db.transaction() as tx:
        programme = await _mine(tx, actor, programme_id)
        off = set(programme.matching.get("off", ()))
        _set(programme, off=sorted(off - {rule} if holds else off | {rule}))


async def switch(
    db: Database, actor: Actor, *, programme_id: UUID, what: str, on: bool
) -> None:
    """`what` is one of `SWITCHES`."""
    if what not in SWITCHES:
        raise Gone
    async with db.transaction() as tx:
        _set(await _mine(tx, actor, programme_id), **{what: on})


async def dial(db: Database, actor: Actor, *, programme_id: UUID, stability: int) -> None:
    """How much the wishes of both sides weigh beside the total."""
    if stability not in STABILITY:
        raise Gone
    async with db.transaction() as tx:
        _set(await _mine(tx, actor, programme_id), stability=stability)


async def group_form(
    db: Database, actor: Actor, *, programme_id: UUID, form: str, profile: Profile, in_groups: bool
) -> None:
    async with db.transaction() as tx:
        programme = await _mine(tx, actor, programme_id)
        if profile.form(form) is None or form not in programme.forms:
            raise Gone
        forms = set(programme.matching.get("group_forms", ()))
        _set(programme, group_forms=sorted(forms | {form} if in_groups else forms - {form}))


async def group_size(
    db: Database, actor: Actor, *, programme_id: UUID, smallest: int, largest: int
) -> None:
    if not SMALLEST_GROUP <= smallest <= largest <= LARGEST_GROUP:
        raise NumberOutOfRange(least=SMALLEST_GROUP, most=LARGEST_GROUP)
    async with db.transaction() as tx:
        programme = await _mine(tx, actor, programme_id)
        _set(programme, smallest_group=smallest, largest_group=largest)


async def next_round(
    db: Database, actor: Actor, *, programme_id: UUID, on: date | None
) -> None:
    """Everybody who has no pair is told this date; None: nobody knows yet."""
    async with db.transaction() as tx:
        programme = await _mine(tx, actor, programme_id)
        house = await tx.get(Organisation, programme.organisation_id)
        today = moments.local(tx.now, house.timezone).date()
        if on is not None and on < today:
            raise RoundInThePast
        if on is not None and on > today + FURTHEST:
            raise DayTooFar(days=FURTHEST.days)
        programme.next_round_on = on


def _set(programme: Programme, **said: Any) -> None:
    """Only what was set here: for the rest the profile says what is usual, also next year."""
    programme.matching = {**programme.matching, **said}

