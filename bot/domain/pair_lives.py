"""What is known of each pair that began, to see what helps pairs live. Plain Python.

A trait is a number: 1 or 0 for there or not, or so many steps. One that is not known is left out.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from bot.domain.matching import PARTS, Weight
from bot.domain.pair_states import PairState
from bot.domain.pairs import CONSENT_WITHDRAWN, FINISHED, Pair
from bot.domain.statistics.figures import Estimate, Survival, Withheld

SOON = timedelta(days=14)
CONTENT_FROM = 7  # of 10, the mean of the last ratings of both
SCORE_STEP, YEARS_STEP = 10, 5
SCORE, AGES_APART, FIRST_SOON, GROUP = "score", "ages-apart", "first-soon", "group"
FACTS = (SCORE, AGES_APART, FIRST_SOON, GROUP)
FORM = "form:"  # and the key of a form


@dataclass(frozen=True)
class PairLife:
    days: float  # from its beginning to its end, or to today
    ended: bool  # early; a good end is none, and neither is a consent taken back
    content: bool | None  # both rate it high; None: nobody rated it
    traits: Mapping[str, float]


def ended_early(pair: Pair) -> bool:
    return pair.state is PairState.DISSOLVED and pair.reason not in (FINISHED, CONSENT_WITHDRAWN)


def life_of(
    pair: Pair,
    now: datetime,
    *,
    first_held: datetime | None,
    ratings: Collection[int],
    birth_years: Mapping[UUID, int | None],
    forms: Collection[str],
) -> PairLife:
    """Of a pair that began. `ratings`: the last word of each side; `forms`: of the programme."""
    since = pair.active_since
    assert since is not None
    lived = max((pair.ended_at or now) - since, timedelta())
    traits: dict[str, float] = {SCORE: pair.score / SCORE_STEP, GROUP: pair.group_id is not None}
    keys = {str(reason["key"]) for reason in pair.reasons}
    for part in PARTS:
        named = f"reason-{part.key}"
        traits[part.key] = any(key == named or key.startswith(f"{named}-") for key in keys)
    years = [birth_years.get(person) for person in (pair.mentor_id, pair.mentee_id)]
    if years[0] and years[1]:
        traits[AGES_APART] = abs(years[0] - years[1]) / YEARS_STEP
    if lived >= SOON:  # a pair that ended before had no chance to: it would look as if that killed
        traits[FIRST_SOON] = first_held is not None and first_held - since <= SOON
    traits |= {f"{FORM}{form}": pair.form == form for form in forms} if len(forms) > 1 else {}
    return PairLife(
        days=lived / timedelta(days=1),
        ended=ended_early(pair),
        content=sum(ratings) / len(ratings) >= CONTENT_FROM if ratings else None,
        traits={key: float(value) for key, value in traits.items()},
    )


@dataclass(frozen=True)
class TraitEffect:
    """What goes with one trait, taken by itself. Ratios: for each step more of it."""

    trait: str
    risk: Estimate | Withheld  # formula HAZARD
    risk_p: float | None  # corrected for the number of tests
    odds: Estimate | Withheld  # formula ODDS
    odds_p: float | None


@dataclass(frozen=True)
class WhatHelps:
    survival: Survival | Withheld
    effects: tuple[TraitEffect, ...]  # of every trait any two pairs differ in
    tests: int
    rated: int  # pairs
    content: int
    on: date

    @property
    def found(self) -> tuple[TraitEffect, ...]:
        """Those that are hardly chance."""
        return tuple(one for one in self.effects if helps(one) is not None)


def reckoned(pairs: Sequence[PairLife], on: date) -> WhatHelps:
    """Run it in a `Worker`: only there are numpy and scipy loaded, and nothing of the bot's own."""
    from bot.domain.statistics.what_helps import what_helps

    return what_helps(pairs, on=on)


SURE_BELOW = 0.05


def helps(effect: TraitEffect) -> bool | None:
    """True: pairs with it live longer or are happier; None: not known, or both ways."""
    said = set()
    if isinstance(effect.risk, Estimate) and _sure(effect.risk_p):
        said.add(effect.risk.value < 1)
    if isinstance(effect.odds, Estimate) and _sure(effect.odds_p):
        said.add(effect.odds.value > 1)
    return said.pop() if len(said) == 1 else None


def _sure(p: float | None) -> bool:
    return p is not None and p < SURE_BELOW


@dataclass(frozen=True)
class WeightAdvice:
    """To weigh a part of the score one step more or less. Never applied by itself."""

    part: str
    now: Weight
    to: Weight


_STEPS = (Weight.OFF, Weight.LOW, Weight.NORMAL, Weight.HIGH)


def advice(found: WhatHelps, weights: Mapping[str, Weight]) -> tuple[WeightAdvice, ...]:
    """One step at most, never to a must, and a must stays one: that is for a person to decide."""
    advised = []
    for effect in found.found:
        now = weights.get(effect.trait)
        if now not in _STEPS:
            continue
        step = _STEPS.index(now) + (1 if helps(effect) else -1)
        if 0 <= step < len(_STEPS):
            advised.append(WeightAdvice(effect.trait, now, _STEPS[step]))
    return tuple(advised)
