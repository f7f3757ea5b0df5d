"""A problem of people as arrays, and its answer: everything but the words for it."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from uuid import UUID

import numpy as np

from bot.domain.matching import STABLE, Candidate, Problem, fitting_form
from bot.domain.profile import Form
from bot.solving.crowd import Crowd, Many, Pairs, allowed_pairs
from bot.solving.instance import Instance, Ints
from bot.solving.objective import Solved, Wanted, solve
from bot.solving.stability import Preferences, liking, wishes, with_scores


@dataclass(frozen=True)
class Locked:
    mentee: int
    mentor: int
    form: Form


class Posed:
    """Each step is reckoned once, when it is first asked for; people are numbered by their ids."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        self.tuning = problem.tuning
        self.forms = problem.forms
        self.mentees = sorted(problem.mentees, key=_by_id)
        self.mentors = sorted(problem.mentors, key=_by_id)
        self.mentee_number = {one.participation_id: n for n, one in enumerate(self.mentees)}
        self.mentor_number = {one.participation_id: n for n, one in enumerate(self.mentors)}
        self.crowd = Crowd(self.mentees, self.mentors, problem.facts)

    @cached_property
    def locked(self) -> list[Locked]:
        """Pairs that stay: each mentee once, no mentor with more than there are places."""
        found: dict[int, Locked] = {}
        room = [max(one.capacity - one.load, 0) for one in self.mentors]
        by_hand = set(self._numbers(self.problem.by_hand))
        for mentee, mentor in self._numbers(self.problem.locked):
            eased = self.problem.eased if (mentee, mentor) in by_hand else None
            form = fitting_form(
                self.mentees[mentee],
                self.mentors[mentor],
                self.forms,
                self.problem.facts,
                eased or self.tuning,
            )
            if form is not None and mentee not in found and room[mentor]:
                room[mentor] -= 1
                found[mentee] = Locked(mentee, mentor, form)
        return list(found.values())

    def _numbers(self, pairs: Sequence[tuple[UUID, UUID]]) -> list[tuple[int, int]]:
        """Of those who are here."""
        return sorted(
            (self.mentee_number[mentee], self.mentor_number[mentor])
            for mentee, mentor in pairs
            if mentee in self.mentee_number and mentor in self.mentor_number
        )

    @cached_property
    def pairs(self) -> Pairs:
        """Everything the rules allow, but for those who are locked."""
        found = allowed_pairs(self.crowd, self.forms, self.tuning)
        if not self.locked:
            return found
        held = np.zeros(len(self.mentees), bool)
        held[[one.mentee for one in self.locked]] = True
        free = ~held[found.mentee]
        return Pairs(found.mentee[free], found.mentor[free], found.form[free], found.score[free])

    @cached_property
    def places(self) -> Ints:
        left = self.crowd.numbers("room")[1].copy()
        for one in self.locked:
            left[one.mentor] -= 1
        return left

    @cached_property
    def points(self) -> Instance:
        """What the total is of: scores, and wishes as often as the dial says."""
        gain = self.pairs.score
        if 0 < self.tuning.stability < STABLE and self.wishes is not None:
            gain = gain + self.tuning.stability * liking(self.wishes)
        return Instance(len(self.mentees), self.places, self.pairs.mentee, self.pairs.mentor, gain)

    @cached_property
    def _many(self) -> Many:
        # ranks do not depend on the form
        return Many(self.crowd, self.forms[0], self.pairs.mentee, self.pairs.mentor)

    @cached_property
    def wishes(self) -> Preferences | None:
        """Who wants whom; None when nobody has wished for anybody."""
        if not self.forms or not any(self.crowd.ranks(side)[0].size for side in (False, True)):
            return None
        return wishes(self._many.rank_by_mentee(), self._many.rank_by_mentor())

    @cached_property
    def wanted(self) -> Preferences:
        """As wished, and where nobody wished by the score."""
        nothing = np.zeros_like(self.pairs.score)
        return with_scores(self.wishes or wishes(nothing, nothing), self.pairs.score)

    @cached_property
    def solved(self) -> Solved:
        pairs = self.pairs
        standing = np.zeros(pairs.mentee.size, bool)
        if self.tuning.keep:
            width = len(self.mentors)
            kept = [i * width + j for i, j in self._numbers(self.problem.standing)]
            standing = np.isin(pairs.mentee * width + pairs.mentor, np.array(kept, np.int64))
        load = np.fromiter((one.load for one in self.mentors), np.int64)
        return solve(
            Wanted(
                self.points,
                pairs.score,
                standing,
                load + self.crowd.numbers("room")[1] - self.places,
                fair=self.tuning.fair,
                stable=self.wanted if self.tuning.stability >= STABLE else None,
            )
        )


def _by_id(one: Candidate) -> int:
    return one.participation_id.int
