"""People who meet in groups of one form as arrays, and the answer as groups of people."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from uuid import UUID

import numpy as np

from bot.domain.matching import BEST, Candidate, Problem, judge
from bot.domain.matching.drafts import Two
from bot.domain.matching.rules import NO_SHARED_SLOT
from bot.domain.profile import Form
from bot.solving.crowd import allowed_pairs
from bot.solving.groups import GroupInstance, solve_groups
from bot.solving.groups_instance import Bools
from bot.solving.groups_seconds import second_mentors
from bot.solving.instance import NOBODY, Instance, Ints
from bot.solving.posed import Posed

KEEPING = 4  # of who stays in the group of the run before, in largest scores


@dataclass(frozen=True)
class Group:
    mentor: Candidate
    slot: str | None  # None: nobody of it named any time
    members: tuple[Candidate, ...]
    form: Form


@dataclass(frozen=True)
class Met:
    """The groups of one form."""

    groups: tuple[Group, ...]
    held: tuple[tuple[Candidate, Candidate], ...]  # locked, and no group could be made of them
    could: frozenset[UUID]  # mentees (participation ids) with at least one mentor of this form
    placed_bound: int
    reached: int  # points
    bound: int  # of an answer that places as many


class InGroups:
    """The best groups of one form; its locked pairs come to sit with their mentors."""

    def __init__(self, problem: Problem, form: Form) -> None:
        self._problem, self._form = problem, form
        self._posed = Posed(replace(problem, forms=(form,)))
        self._slots = self._named_slots()
        self._given, extra = self._instance()
        self._answer = solve_groups(self._given)
        self.met = self._told(extra)

    def _told(self, extra: int) -> Met:
        posed, answer = self._posed, self._answer
        mentor_of = answer.groups.mentor
        outside = [one for one in posed.locked if mentor_of[one.mentee] != one.mentor]
        added = extra * (len(posed.locked) - len(outside)) + self._kept(mentor_of)
        return Met(
            tuple(self._group(int(n)) for n in np.unique(mentor_of[mentor_of != NOBODY])),
            tuple((posed.mentees[one.mentee], posed.mentors[one.mentor]) for one in outside),
            frozenset(
                posed.mentees[n].participation_id
                for n in np.unique(self._given.pairs.mentee).tolist()
            ),
            placed_bound=answer.bound_placed,
            reached=answer.gain - added,
            bound=answer.bound_gain - added,
        )

    def seconds(
        self, room: Mapping[UUID, int], locked: Sequence[Two]
    ) -> list[tuple[Group, Candidate]]:
        """A second mentor for each group that can have one; whoever was locked as one stays.

        `room`: by participation id.
        """
        posed, groups = self._posed, self._answer.groups
        pairs = allowed_pairs(posed.crowd, (self._form,), self._problem.tuning)
        held = np.isin(pairs.mentee * len(posed.mentors) + pairs.mentor, self._numbers(locked))
        points = pairs.score + held * (BEST * len(posed.mentees) + 1)
        left = [room.get(one.participation_id, 0) for one in posed.mentors]
        second = second_mentors(
            Instance(len(posed.mentees), posed.places, pairs.mentee, pairs.mentor, points),
            groups,
            np.array(left, np.int64),
            self._given.mentor_free,
        )
        return [
            (self._group(int(leader)), posed.mentors[second[leader]])
            for leader in np.flatnonzero(second != NOBODY)
        ]

    def _instance(self) -> tuple[GroupInstance, int]:
        """(the arrays, points by which a locked pair counts for more than it is worth)."""
        posed, tuning = self._posed, self._problem.tuning
        pairs, gain = posed.pairs, posed.points.gain
        width = len(posed.mentors)
        gain = gain + self._keeping * np.isin(pairs.mentee * width + pairs.mentor, self._standing)
        locked = posed.locked
        extra = 8 * tuning.largest_group * (int(gain.max(initial=0)) + BEST) if locked else 0
        held = [
            judge(
                posed.mentees[one.mentee],
                posed.mentors[one.mentor],
                one.form,
                self._problem.facts,
                tuning,
            ).score
            for one in locked
        ]
        room = posed.crowd.numbers("room")[1]
        instance = GroupInstance.of(
            mentees=len(posed.mentees),
            smallest=np.full(width, tuning.smallest_group, np.int64),
            largest=np.minimum(room, tuning.largest_group),
            mentee=_joined(pairs.mentee, [one.mentee for one in locked]),
            mentor=_joined(pairs.mentor, [one.mentor for one in locked]),
            gain=_joined(gain, [score + extra for score in held]),
            mentee_free=self._free(posed.mentees),
            mentor_free=self._free(posed.mentors),
        )
        return instance, extra

    @property
    def _keeping(self) -> int:
        """Points for a mentee who stays with the mentor of the run before."""
        return KEEPING * int(self._posed.points.gain.max(initial=0))

    @cached_property
    def _standing(self) -> Ints:
        return self._numbers(self._problem.standing if self._problem.tuning.keep else ())

    def _numbers(self, twos: Sequence[Two]) -> Ints:
        """One number for each of these pairs whose people are here."""
        number, mentors = self._posed.mentee_number, self._posed.mentor_number
        found = [
            number[one] * len(mentors) + mentors[other]
            for one, other in twos
            if one in number and other in mentors
        ]
        return np.array(found, np.int64)

    def _kept(self, mentor_of: Ints) -> int:
        """All points for staying that an answer has. Who is locked gets none."""
        held = {one.mentee for one in self._posed.locked}
        who = np.array([n for n in np.flatnonzero(mentor_of != NOBODY) if n not in held], np.int64)
        stays = np.isin(who * len(self._posed.mentors) + mentor_of[who], self._standing)
        return self._keeping * int(stays.sum())

    def _named_slots(self) -> list[str]:
        """Everything anybody named; nothing where a shared slot is not asked for."""
        if NO_SHARED_SLOT in self._problem.tuning.off:
            return []
        everybody = (*self._problem.mentees, *self._problem.mentors)
        return sorted({slot for one in everybody for slot in one.slots})

    def _free(self, people: Sequence[Candidate]) -> Bools | None:
        """Who named no time at all may be free at any; the curator sees that as a lack."""
        if not self._slots:
            return None
        free = np.zeros((len(people), len(self._slots)), bool)
        number = {slot: n for n, slot in enumerate(self._slots)}
        for n, one in enumerate(people):
            free[n, [number[slot] for slot in one.slots] if one.slots else slice(None)] = True
        return free

    def _group(self, mentor: int) -> Group:
        posed, groups = self._posed, self._answer.groups
        people = tuple(posed.mentees[n] for n in np.flatnonzero(groups.mentor == mentor))
        named = any(one.slots for one in (posed.mentors[mentor], *people))
        slot = self._slots[groups.slot[mentor]] if self._slots and named else None
        return Group(posed.mentors[mentor], slot, people, self._form)


def _joined(some: Ints, more: Sequence[int]) -> Ints:
    return np.concatenate([some, np.array(more, np.int64)])
