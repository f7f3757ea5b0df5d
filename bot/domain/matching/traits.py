"""What two people have in common, asked in one way of two of them and of arrays of thousands.

Rules and parts of the score are expressions over what `Both` answers: whole numbers here, arrays of
them in `bot/solving/crowd.py`. So each is written once, and what a curator is told of one pair is
what the solver reckoned with. The operators used (&, ==, <, +, *, //) mean the same for both.
"""

from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from bot.domain.matching.people import ONLINE, Candidate, Facts
from bot.domain.profile import LEARNER, Form

Number = Any  # a whole number or a truth value, or a numpy array of them
Keys = Callable[[Candidate, Facts], Iterable[Hashable]]
NEAR_AGE, EXPERIENCED = "near-age", "experienced"  # wishes about a mentor, as the form asks them
NEAR_AGE_UNTIL, EXPERIENCED_FROM = 25, 40  # years of a mentor


@dataclass(frozen=True)
class Trait:
    """Keys of a mentee against keys of a mentor; what both have is what they share."""

    of_mentee: Keys
    of_mentor: Keys
    rare: bool = False  # hardly any two share it: looked up, not compared one by one


def _answered(mentor: Candidate, facts: Facts) -> frozenset[str]:
    """The needs this mentor can help with."""
    helped = {
        need for need, with_ in facts.helps.items() if not mentor.competences.isdisjoint(with_)
    }
    return frozenset(helped | (mentor.competences - facts.helps.keys()))


def _wished(mentee: Candidate, facts: Facts) -> Iterable[Hashable]:
    """Those wishes about a mentor that the form of a mentor answers; the others a curator reads."""
    return mentee.wishes & {NEAR_AGE, EXPERIENCED} if facts.year else ()


def _is_like(mentor: Candidate, facts: Facts) -> Iterable[Hashable]:
    age = NUMBERS["age"](mentor, facts)
    if 0 < age <= NEAR_AGE_UNTIL:
        yield NEAR_AGE
    if age >= EXPERIENCED_FROM:
        yield EXPERIENCED


def _classes(one: Candidate, groups: Iterable[str]) -> Iterable[Hashable]:
    """Two schools have a 9B each."""
    return ((one.organisation_id.int, group) for group in groups)


def _class_of(mentee: Candidate, _: Facts) -> Iterable[Hashable]:
    return _classes(mentee, () if mentee.group is None else (mentee.group,))


# Ids are compared as the whole numbers they are: that is many times as quick.
TRAITS: Mapping[str, Trait] = {
    "person": Trait(
        lambda one, _: (one.person_id.int,), lambda one, _: (one.person_id.int,), rare=True
    ),
    "ward": Trait(
        lambda one, _: (one.person_id.int,),
        lambda one, facts: facts.wards_of.get(one.person_id, ()),
        rare=True,
    ),
    "taught": Trait(_class_of, lambda one, _: _classes(one, one.taught), rare=True),
    "childrens": Trait(_class_of, lambda one, _: _classes(one, one.childrens), rare=True),
    # who said no is written with one of the two, or with both
    "tried": Trait(
        lambda one, _: (one.person_id.int, *(-other.int for other in one.declined_with)),
        lambda one, _: (-one.person_id.int, *(other.int for other in one.declined_with)),
        rare=True,
    ),
    "vetoed": Trait(
        lambda one, _: (one.participation_id.int, *(-other.int for other in one.vetoed)),
        lambda one, _: (-one.participation_id.int, *(other.int for other in one.vetoed)),
        rare=True,
    ),
    "needs": Trait(lambda one, _: one.needs, _answered),
    "words": Trait(lambda one, _: one.own_words, lambda one, _: one.own_words),
    "interests": Trait(lambda one, _: one.interests, lambda one, _: one.interests),
    "slots": Trait(lambda one, _: one.slots, lambda one, _: one.slots),
    "formats": Trait(lambda one, _: one.formats, lambda one, _: one.formats),
    "online": Trait(lambda one, _: one.formats & {ONLINE}, lambda one, _: one.formats & {ONLINE}),
    "languages": Trait(lambda one, _: one.languages, lambda one, _: one.languages),
    "wishes": Trait(_wished, _is_like),
}

# What is known of one person as a number; 0 stands for what was not said.
NUMBERS: Mapping[str, Callable[[Candidate, Facts], int]] = {
    "birth-year": lambda one, _: one.birth_year or 0,
    "age": lambda one, facts: facts.year - one.birth_year if facts.year and one.birth_year else 0,
    "age-from": lambda one, _: one.ages[0] if one.ages else 0,
    "age-to": lambda one, _: one.ages[1] if one.ages else 0,
    "learner": lambda one, _: int(one.kind == LEARNER),
    "capacity": lambda one, _: max(one.capacity, 1),
    "room": lambda one, _: max(one.capacity - one.load, 0),
    "waiting-days": lambda one, _: one.waiting_days,
    "wished": lambda one, _: int(bool(one.ranks)),
}


class Both:
    """A mentee and a mentor in one form."""

    def __init__(self, mentee: Candidate, mentor: Candidate, form: Form, facts: Facts) -> None:
        self.form = form
        self._mentee, self._mentor, self._facts = mentee, mentor, facts

    def fits_form(self) -> Number:
        return self.form.fits(mentee_kind=self._mentee.kind, mentor_kind=self._mentor.kind)

    def same_organisation(self) -> Number:
        return self._mentee.organisation_id == self._mentor.organisation_id

    def mentee(self, number: str) -> Number:
        return NUMBERS[number](self._mentee, self._facts)

    def mentor(self, number: str) -> Number:
        return NUMBERS[number](self._mentor, self._facts)

    def asked(self, trait: str) -> Number:
        """How many keys the mentee has."""
        return len(set(TRAITS[trait].of_mentee(self._mentee, self._facts)))

    def offered(self, trait: str) -> Number:
        """How many keys the mentor has."""
        return len(set(TRAITS[trait].of_mentor(self._mentor, self._facts)))

    def shared(self, trait: str) -> Number:
        """How many keys both have."""
        row = TRAITS[trait]
        mine = set(row.of_mentee(self._mentee, self._facts))
        return len(mine.intersection(row.of_mentor(self._mentor, self._facts)))

    def share(self, trait: str) -> Number:
        """Whether they have any key in common."""
        return self.shared(trait) > 0

    def rank_by_mentee(self) -> Number:
        """1 for the first wish; 0: not wished for."""
        return self._mentee.ranks.get(self._mentor.participation_id, 0)

    def rank_by_mentor(self) -> Number:
        return self._mentor.ranks.get(self._mentee.participation_id, 0)

    @staticmethod
    def least(one: Number, other: Number) -> Number:
        return min(one, other)

    @staticmethod
    def most(one: Number, other: Number) -> Number:
        return max(one, other)
