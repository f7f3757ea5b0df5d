"""Made-up people of a town for the measurements of matching: seeded, nobody is real.

Houses of some 500 mentees each, pupils with mentors from their own house; a quarter of everybody
looks for an employer across all houses and asks for something that few can teach. Houses lack
mentors or have too many, so that places are short in one and spare in another.
"""

import json
import random
from dataclasses import replace
from typing import Any
from uuid import UUID

from bot.domain.matching import Candidate, Draft, Facts, Problem, Tuning, Weight
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
    seed: int,
    mentees: int,
    mentors: int,
    *,
    cohort: int = 0,
    tuning: Tuning = MUST,
    wishes: bool = False,
) -> Problem:
    """The same numbers and seed give the same people; another seed, others of the same kind.

    Another cohort is of other mentees, who come to the same mentors.
    """
    dice = random.Random(seed)
    number = max(1, mentees // HOUSE)
    houses = [UUID(int=n + 1) for n in range(number)]
    lives = [dice.uniform(0.6, 1.4) for _ in houses]  # how many come from each
    works = [dice.uniform(0.6, 1.4) for _ in houses]
    trades = TRADES[: max(12, mentees // 40)]
    others = [_mentor(dice, dice.choices(houses, works)[0], trades) for _ in range(mentors)]
    by_house: dict[UUID, list[UUID]] = {}
    for one in others:
        by_house.setdefault(one.organisation_id, []).append(one.participation_id)
    fate = random.Random(1_000_003 * seed + cohort)
    ones = [
        _mentee(fate, house, trades, by_house.get(house, []) if wishes else [])
        for house in fate.choices(houses, lives, k=mentees)
    ]
    if wishes:
        others = [_wishing(fate, one, ones) for one in others]
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


def _wishing(dice: random.Random, mentor: Candidate, mentees: list[Candidate]) -> Candidate:
    """Half of the mentors say whom they would like: those first who wished for them."""
    met = dice.sample(mentees, min(60, len(mentees)))
    likely = [one.participation_id for one in mentees if mentor.participation_id in one.ranks]
    here = [one.participation_id for one in met if one.organisation_id == mentor.organisation_id]
    wished = list(dict.fromkeys([*likely, *here]))[: dice.choice((0, 5))]
    return replace(mentor, ranks={who: rank for rank, who in enumerate(wished, 1)})


def _mentee(dice: random.Random, house: UUID, trades: list[str], near: list[UUID]) -> Candidate:
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


def _mentor(dice: random.Random, house: UUID, trades: list[str]) -> Candidate:
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


def shuffled(problem: Problem, seed: int) -> Problem:
    chance = random.Random(seed)

    def mix(some: tuple[Any, ...]) -> tuple[Any, ...]:
        return tuple(chance.sample(some, len(some)))

    return replace(
        problem,
        mentees=mix(problem.mentees),
        mentors=mix(problem.mentors),
        locked=mix(problem.locked),
        standing=mix(problem.standing),
    )


def told(draft: Draft) -> bytes:
    """Everything a draft says, as bytes."""

    def plain(one: Candidate) -> str:
        return str(one.participation_id)

    return json.dumps(
        {
            "proposals": [
                [
                    plain(one.mentee),
                    plain(one.mentor),
                    one.form.key,
                    one.score,
                    [reason.as_dict() for reason in (*one.reasons, *one.lacks)],
                    [other.as_dict() for other in one.alternatives],
                ]
                for one in draft.proposals
            ],
            "left": [[plain(left.mentee), left.rule] for left in draft.left_over],
            "figures": draft.figures,
            "proof": draft.proof,
        }
    ).encode()
