"""Made-up people of a town for the measurements of matching: seeded, nobody is real.

Houses of some 500 mentees each, pupils with mentors from their own house; a quarter of everybody
looks for an employer across all houses and asks for something that few can teach. Houses lack
mentors or have too many, so that places are short in one and spare in another.
"""

import random
from typing import Any
from uuid import UUID

from bot.domain.matching import Candidate, Facts, Problem, Tuning, Weight
from bot.domain.profile import Form
from bot.domain.words import Words

_SAID = Words.of({"ru": "Форма"})
FORMS = (
    Form("pupil_pupil", _SAID, (), frozenset({"learner"}), frozenset({"pupil"}), True),
    Form("employer", _SAID, (), frozenset({"employer"}), frozenset({"student"})),
)
HOUSE = 500  # mentees
DAYS, HOURS = ("mon", "tue", "wed", "thu", "fri", "sat"), ("10", "12", "14", "15", "16", "17", "18")
SLOTS = [f"{day}-{hour}" for day in DAYS for hour in HOURS]
NEEDS = [f"need-{n}" for n in range(24)]
TRADES = [f"trade-{n}" for n in range(1000)]
INTERESTS = [f"interest-{n}" for n in range(12)]
WORDS = [f"word-{n}" for n in range(200)]
MUST = Tuning(weights={"competence": Weight.MUST})


def town(
    seed: int, mentees: int, mentors: int, *, tuning: Tuning = MUST, wishes: bool = False
) -> Problem:
    """The same numbers and seed give the same people; another seed, others of the same kind."""
    dice = random.Random(seed)
    number = max(1, mentees // HOUSE)
    houses = [UUID(int=n + 1) for n in range(number)]
    lives = [dice.uniform(0.6, 1.4) for _ in houses]  # how many come from each
    works = [dice.uniform(0.6, 1.4) for _ in houses]
    trades = TRADES[: max(12, mentees // 40)]
    used = tuple({mentor for mentor in range(mentors)})
    others = [_mentor(dice, n, dice.choices(houses, works)[0], trades) for n in used]
    by_house: dict[UUID, list[UUID]] = {}
    for one in others:
        by_house.setdefault(one.organisation_id, []).append(one.participation_id)
    ones = [
        _mentee(dice, n, house, trades, by_house.get(house, []) if wishes else [])
        for n, house in enumerate(dice.choices(houses, lives, k=mentees))
    ]
    return Problem(
        mentees=tuple(ones),
        mentors=tuple(others),
        forms=FORMS,
        facts=Facts(
            wards=frozenset(
                (dice.choice(others).person_id, dice.choice(ones).person_id)
                for _ in range(mentees // 50)
            ),
            helps={},
            year=2026,
        ),
        tuning=tuning,
    )


def _some(dice: random.Random, values: list[Any], least: int, most: int) -> frozenset[Any]:
    return frozenset(dice.sample(values, min(len(values), dice.randint(least, most))))


def _id(dice: random.Random) -> UUID:
    return UUID(int=dice.getrandbits(128))


def _mentee(
    dice: random.Random, n: int, house: UUID, trades: list[str], near: list[UUID]
) -> Candidate:
    student = dice.random() < 0.25
    needs = _some(dice, trades if student else NEEDS, 1, 2 if student else 3)
    return Candidate(
        participation_id=_id(dice),
        person_id=_id(dice),
        organisation_id=house,
        kind="student" if student else "pupil",
        birth_year=dice.randint(2007, 2013),
        needs=tuple(sorted(needs)),
        own_words=_some(dice, WORDS, 0, 3),
        interests=_some(dice, INTERESTS, 0, 4),
        slots=_some(dice, SLOTS, 2, 6),
        formats=frozenset({"in-person"}) if dice.random() < 0.8 else frozenset(),
        languages=frozenset({"ru"}),
        group=f"{dice.randint(5, 11)}а",
        waiting_days=dice.randint(0, 120),
        ranks={who: rank for rank, who in enumerate(dice.sample(near, min(3, len(near))), 1)},
    )


def _mentor(dice: random.Random, n: int, house: UUID, trades: list[str]) -> Candidate:
    employer = dice.random() < 0.25
    return Candidate(
        participation_id=_id(dice),
        person_id=_id(dice),
        organisation_id=house,
        kind="employer" if employer else "learner",
        birth_year=dice.randint(1965, 2000) if employer else dice.randint(2005, 2011),
        competences=_some(dice, trades, 2, 12) if employer else _some(dice, NEEDS, 4, 14),
        own_words=_some(dice, WORDS, 0, 12),
        interests=_some(dice, INTERESTS, 0, 4),
        slots=_some(dice, SLOTS, 8, 24) if employer else _some(dice, SLOTS, 6, 16),
        formats=frozenset({"in-person", "online"}),
        languages=frozenset({"ru"}),
        ages=(12, 18) if dice.random() < 0.5 else None,
        taught=_some(dice, ["9а", "10а"], 0, 1),
        capacity=dice.randint(2, 6),
        load=dice.randint(0, 1),
    )
