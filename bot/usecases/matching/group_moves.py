"""One member of a group gets another mentor, or somebody joins a group: by hand, and by the rules.

Nobody else of either group moves. A group never falls below its smallest size or grows beyond its
largest, and whoever joins is free at its hour and allowed with each of its mentors.
"""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from bot.domain.matching import Candidate, Problem, Tuning, fitting_form, judge
from bot.domain.matching.rules import NO_SHARED_SLOT
from bot.domain.matching.runs import MatchingLine
from bot.domain.profile import Form
from bot.solving.rows import as_line

TOO_SMALL, FULL, HOUR = "rule-group-too-small", "rule-group-full", "rule-group-hour"
IN_GROUPS = "rule-only-in-groups"


class GroupMoves:
    """The groups of the run in force, as they stand."""

    def __init__(self, problem: Problem, lines: Sequence[MatchingLine]) -> None:
        self._problem = problem
        self._mentees = {one.participation_id: one for one in problem.mentees}
        self._mentors = {one.participation_id: one for one in problem.mentors}
        self._groups: dict[int, list[MatchingLine]] = {}
        for line in lines:
            if line.group_number is not None:
                self._groups.setdefault(line.group_number, []).append(line)

    def of_mentee(self, mentee: UUID) -> list[MatchingLine]:
        """All lines of the group they sit in; none when they sit in none."""
        every = self._groups.values()
        return next((g for g in every if any(x.mentee_participation_id == mentee for x in g)), [])

    def led_by(self, mentor: UUID) -> list[MatchingLine]:
        every = self._groups.values()
        return next((g for g in every if any(x.mentor_participation_id == mentor for x in g)), [])

    def obstacle(self, mentee: UUID, mentor: UUID) -> str | None:
        """The rule of groups that forbids this mentor; the rules of two are asked elsewhere."""
        tuning, joined = self._problem.tuning, self.led_by(mentor)
        left = self.of_mentee(mentee)
        if left and left is joined:  # there already
            return None
        if left and size(left) - 1 < tuning.smallest_group:
            return TOO_SMALL
        if not joined:
            alone = [f for f in self._problem.forms if f.key not in tuning.group_forms]
            return IN_GROUPS if self._form(mentee, mentor, alone) is None else None
        if size(joined) + 1 > self._room(joined):
            return FULL
        hours, slot = self._mentees[mentee].slots, joined[0].slot
        if slot and hours and slot not in hours and NO_SHARED_SLOT not in tuning.off:
            return HOUR
        same = [f for f in self._problem.forms if f.key == joined[0].form]
        fits = all(self._form(mentee, one, same) is not None for one in _mentors(joined))
        return None if fits else IN_GROUPS

    def joining(self, mentee: UUID, mentor: UUID) -> list[dict[str, Any]]:
        """Lines of the mentee with each mentor of that group, on its card."""
        joined = self.led_by(mentor)
        [form] = [f for f in self._problem.forms if f.key == joined[0].form]
        return [
            {
                **as_line(
                    judge(
                        self._mentees[mentee],
                        self._mentors[one],
                        form,
                        self._problem.facts,
                        self._problem.tuning,
                    ),
                    joined[0].place,
                ),
                "group": joined[0].group_number,
                "slot": joined[0].slot,
            }
            for one in _mentors(joined)
        ]

    def _room(self, group: Sequence[MatchingLine]) -> int:
        """How large it may become."""
        led = [self._mentors[one] for one in _mentors(group)]
        places = (one.capacity - one.load for one in led)
        return min(self._problem.tuning.largest_group, *places)

    def _form(self, mentee: UUID, mentor: UUID, forms: Sequence[Form]) -> Form | None:
        """Who it would be, whatever they have to do beside it."""
        two: tuple[Candidate, Candidate] = self._mentees[mentee], self._mentors[mentor]
        tuning: Tuning = self._problem.eased or self._problem.tuning
        return fitting_form(*two, forms, self._problem.facts, tuning)


def size(group: Sequence[MatchingLine]) -> int:
    return len({line.mentee_participation_id for line in group})


def _mentors(group: Sequence[MatchingLine]) -> list[UUID]:
    return list(dict.fromkeys(line.mentor_participation_id for line in group))
