"""How matching is tuned for one programme: what counts how much, which rules hold, groups, dates.

Kept in the programme; the profile and the defaults say what holds where nothing was set.
"""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from uuid import UUID

from bot.domain import moments
from bot.domain.access import Actor, May
from bot.domain.errors import DayTooFar, Gone, NumberOutOfRange, RoundInThePast
from bot.domain.matching import PARTS, RULES, Tuning, Weight
from bot.domain.profile import Profile
from bot.domain.programmes import Organisation, Programme
from bot.storage.database import Database, Transaction

SWITCHABLE = ("rule-younger-mentor", "rule-no-shared-format", "rule-no-shared-slot")
STABILITY = (0, 1, 3, 10)  # the dial: measured steps, see docs/figures.md
SMALLEST, LARGEST = 2, 12  # of a group, whatever is wished
FURTHEST = timedelta(days=366)


@dataclass(frozen=True)
class TuningFacts:
    tuning: Tuning
    weights: dict[str, Weight]  # of every part, also where nothing was set
    rules: tuple[str, ...]  # those that may be switched
    forms: tuple[str, ...]  # of the programme
    next_round_on: date | None
    today: date


def eased(tuning: Tuning) -> Tuning:
    """For a pair chosen by hand with a reason: what may be switched off does not hold for it."""
    weights = {
        part: Weight.HIGH if weight is Weight.MUST else weight
        for part, weight in tuning.weights.items()
    }
    return replace(tuning, off=tuning.off | set(SWITCHABLE), weights=weights)


async def settings(
    db: Database, actor: Actor, *, programme_id: UUID, profile: Profile
) -> TuningFacts:
    async with db.reading() as tx:
        programme = await tx.get(Programme, programme_id)
        actor.must(May.TUNE_MATCHING, programme)
        house = await tx.get(Organisation, programme.organisation_id)
        return TuningFacts(
            tuning=Tuning.of(programme.matching),
            weights={row.key: Weight.NORMAL for row in PARTS},
            rules=tuple(rule.key for rule in RULES if rule.key in SWITCHABLE),
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


async def weigh(
    db: Database, actor: Actor, *, programme_id: UUID, part: str, weight: Weight
) -> None:
    if part not in {row.key for row in PARTS}:
        raise Gone
    async with db.transaction() as tx:
        programme = await _mine(tx, actor, programme_id)
        tuning = Tuning.of(programme.matching)
        _set(programme, replace(tuning, weights={**tuning.weights, part: weight}))


async def switch_rule(
    db: Database, actor: Actor, *, programme_id: UUID, rule: str, holds: bool, profile: Profile
) -> None:
    if rule not in SWITCHABLE:
        raise Gone
    async with db.transaction() as tx:
        programme = await _mine(tx, actor, programme_id)
        tuning = Tuning.of(programme.matching)
        off = tuning.off - {rule} if holds else tuning.off | {rule}
        _set(programme, replace(tuning, off=off))


async def switch(
    db: Database, actor: Actor, *, programme_id: UUID, what: str, on: bool
) -> None:
    """`what`: fair, keep or next_best."""
    async with db.transaction() as tx:
        programme = await _mine(tx, actor, programme_id)
        tuning = Tuning.of(programme.matching)
        match what:
            case "fair":
                tuning = replace(tuning, fair=on)
            case "keep":
                tuning = replace(tuning, keep=on)
            case "next_best":
                tuning = replace(tuning, next_best=on)
            case _:
                raise Gone
        _set(programme, tuning)


async def dial(db: Database, actor: Actor, *, programme_id: UUID, stability: int) -> None:
    """How much the wishes of both sides weigh beside the total."""
    if stability not in STABILITY:
        raise Gone
    async with db.transaction() as tx:
        programme = await _mine(tx, actor, programme_id)
        _set(programme, replace(Tuning.of(programme.matching), stability=stability))


async def group_form(
    db: Database, actor: Actor, *, programme_id: UUID, form: str, profile: Profile, in_groups: bool
) -> None:
    async with db.transaction() as tx:
        programme = await _mine(tx, actor, programme_id)
        if profile.form(form) is None or form not in programme.forms:
            raise Gone
        tuning = Tuning.of(programme.matching)
        forms = tuning.group_forms | {form} if in_groups else tuning.group_forms - {form}
        _set(programme, replace(tuning, group_forms=forms))


async def group_size(
    db: Database, actor: Actor, *, programme_id: UUID, smallest: int, largest: int
) -> None:
    if not SMALLEST <= smallest <= largest <= LARGEST:
        raise NumberOutOfRange(least=SMALLEST, most=LARGEST)
    async with db.transaction() as tx:
        programme = await _mine(tx, actor, programme_id)
        tuning = Tuning.of(programme.matching)
        _set(programme, replace(tuning, smallest_group=smallest, largest_group=largest))


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


def _set(programme: Programme, tuning: Tuning) -> None:
    programme.matching = {**programme.matching, **tuning.as_dict()}

