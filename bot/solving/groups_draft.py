"""A draft with groups: forms that meet in groups first, then pairs among everybody who is left.

Each form is best in itself. Where two of them want the same people the whole is not proved; the gap
to what a flow without any smallest group could reach is told instead.
"""

import hashlib
import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import Any
from uuid import UUID

import numpy as np

from bot.domain.matching import (
    NO_GROUP,
    Candidate,
    Draft,
    Help,
    LeftOver,
    Problem,
    Proposal,
    fitting_form,
    judge,
    last_obstacle,
)
from bot.domain.profile import Form
from bot.solving.components import assign_in_parts
from bot.solving.drafting import Drafting, bands
from bot.solving.groups import gap_per_mille
from bot.solving.groups_posed import Group, Met, in_groups
from bot.solving.posed import Posed


def draft_with_groups(problem: Problem) -> Draft:
    return _Together(problem).draft()


class _Together:
    def __init__(self, problem: Problem) -> None:
        self._problem = problem
        self._forms = [f for f in problem.forms if f.key in problem.tuning.group_forms]
        self._locked_in = self._forms_of_locked()
        self._rest = problem
        self._met: list[Met] = []
        self._leading: set[UUID] = set()
        for form in self._forms:
            self._met.append(in_groups(self._of_form(form), form))
            self._rest = self._without(self._met[-1])
        self._pairs = Drafting(self._of_pairs()).draft()

    def draft(self) -> Draft:
        groups = sorted(
            (self._proposals(group) for met in self._met for group in met.groups),
            key=lambda some: (-sum(one.score for one in some) / len(some), some[0].place),
        )
        numbered = [
            replace(one, group=number) for number, some in enumerate(groups, 1) for one in some
        ]
        proposals = sorted(
            [*numbered, *self._held(), *self._pairs.proposals], key=lambda one: one.place
        )
        left = tuple(self._left(one) for one in self._pairs.left_over)
        return Draft(
            tuple(proposals),
            left,
            figures=self._figures(proposals, left, len(groups)),
            proof=self._proof(proposals),
        )

    def _forms_of_locked(self) -> dict[tuple[UUID, UUID], str]:
        """In which form each locked pair works: the first that fits, as everywhere."""
        problem = self._problem
        mentees = {one.participation_id: one for one in problem.mentees}
        mentors = {one.participation_id: one for one in problem.mentors}
        found = {}
        for two in problem.locked:
            mentee, mentor = mentees.get(two[0]), mentors.get(two[1])
            if mentee is not None and mentor is not None:
                form = fitting_form(mentee, mentor, problem.forms, problem.facts, problem.tuning)
                if form is not None:
                    found[two] = form.key
        return found

    def _of_form(self, form: Form) -> Problem:
        """Everybody not yet in a group, but for those locked in another form; nobody leads two."""
        locked = tuple(two for two, key in self._locked_in.items() if key == form.key)
        elsewhere = {two[0] for two, key in self._locked_in.items() if key != form.key}
        left = {one.participation_id for one in self._rest.mentees}
        return replace(
            self._rest,
            mentees=tuple(m for m in self._rest.mentees if m.participation_id not in elsewhere),
            mentors=tuple(m for m in self._rest.mentors if m.participation_id not in self._leading),
            locked=tuple(two for two in locked if two[0] in left),
        )

    def _without(self, met: Met) -> Problem:
        """Who sits in a group is served; who leads one has so many places less."""
        served = {one.participation_id for group in met.groups for one in group.members}
        served |= {mentee.participation_id for mentee, _ in met.held}
        led = Counter(group.mentor.participation_id for group in met.groups for _ in group.members)
        self._leading |= set(led)
        led.update(mentor.participation_id for _, mentor in met.held)
        return replace(
            self._rest,
            mentees=tuple(m for m in self._rest.mentees if m.participation_id not in served),
            mentors=tuple(
                replace(m, load=m.load + led[m.participation_id]) for m in self._rest.mentors
            ),
        )

    def _of_pairs(self) -> Problem:
        group_keys = {form.key for form in self._forms}
        return replace(
            self._rest,
            forms=tuple(form for form in self._rest.forms if form.key not in group_keys),
            locked=tuple(two for two, key in self._locked_in.items() if key not in group_keys),
        )

    def _proposals(self, group: Group) -> list[Proposal]:
        return sorted(
            (
                replace(self._judged(one, group.mentor, group.form), slot=group.slot)
                for one in group.members
            ),
            key=lambda one: one.place,
        )

    def _judged(self, mentee: Candidate, mentor: Candidate, form: Form) -> Proposal:
        return judge(mentee, mentor, form, self._problem.facts, self._problem.tuning)

    def _held(self) -> list[Proposal]:
        return [
            self._judged(mentee, mentor, form)
            for met, form in zip(self._met, self._forms, strict=True)
            for mentee, mentor in met.held
        ]

    def _left(self, left: LeftOver) -> LeftOver:
        """For the groups' sake: a mentor there was, only not enough others at the same hour."""
        one = left.mentee
        forms = [form for form in self._forms if form.takes_mentee(one.kind)]
        if not forms:
            return left
        helps = tuple(
            Help(form.key, need, slot)
            for form in forms
            for need in one.needs or (None,)
            for slot in sorted(one.slots) or (None,)
        )
        if any(one.participation_id in met.could for met in self._met):
            return LeftOver(one, NO_GROUP, helps)
        problem = self._problem
        rule = last_obstacle(one, problem.mentors, problem.forms, problem.facts, problem.tuning)
        return LeftOver(one, rule, helps)

    def _figures(
        self, proposals: Sequence[Proposal], left: Sequence[LeftOver], groups: int
    ) -> dict[str, Any]:
        problem, of_pairs = self._problem, self._pairs.figures
        served = [(one.mentee.participation_id, one.mentor.participation_id) for one in proposals]
        locked = set(self._locked_in)
        free = [one.score for one, two in zip(proposals, served, strict=True) if two not in locked]
        return {
            **of_pairs,
            "mentees": len(problem.mentees),
            "mentors": len(problem.mentors),
            "places": sum(max(one.capacity - one.load, 0) for one in problem.mentors),
            "placed": len({mentee for mentee, _ in served}),
            "groups": groups,
            "locked": len(locked & set(served)),
            "kept": len(set(problem.standing) & set(served)) if problem.standing else None,
            "total": sum(one.score for one in proposals),
            "floor": min(free, default=None),
            "floor_proved": of_pairs["floor_proved"] and not groups,
            "bands": bands([one.score for one in proposals]),
            "rules_cost": dict(sorted(Counter(one.rule for one in left).items())),
        }

    def _proof(self, proposals: Sequence[Proposal]) -> dict[str, Any]:
        proof = self._pairs.proof
        reached = sum(met.reached for met in self._met) + proof["reached"]
        placed = len(proposals)
        if self._apart():
            placed_bound = sum(met.placed_bound for met in self._met) + proof["placed_bound"]
            bound = sum(met.bound for met in self._met) + proof["bound"]
        else:
            whole = Posed(replace(self._problem, locked=()))
            best = assign_in_parts(whole.points)
            placed_bound, bound = best.placed, best.gain(whole.points)
        told = [
            [str(one.mentee.participation_id), str(one.mentor.participation_id), one.slot]
            for one in proposals
        ]
        asked = [self._problem.tuning.as_dict(), [form.key for form in self._problem.forms]]
        said = json.dumps([proof["digest"], asked, told], sort_keys=True)
        return {
            **proof,
            "placed_bound": max(placed_bound, placed),
            "bound": max(bound, reached),
            "reached": reached,
            "gap_per_mille": max(
                gap_per_mille((placed, placed_bound), (reached, bound)),
                proof["gap_per_mille"],
            ),
            "digest": hashlib.sha256(said.encode()).hexdigest(),
        }

    def _apart(self) -> bool:
        """No two of these want the same mentee or mentor: the best of each make the best whole."""
        keys = {form.key for form in self._forms}
        others = tuple(form for form in self._problem.forms if form.key not in keys)
        wanted: Counter[tuple[str, int]] = Counter()
        for forms in (others, *((form,) for form in self._forms)):
            pairs = Posed(replace(self._problem, forms=forms, locked=())).pairs
            wanted.update(("mentee", n) for n in np.unique(pairs.mentee).tolist())
            wanted.update(("mentor", n) for n in np.unique(pairs.mentor).tolist())
        return not wanted or max(wanted.values()) == 1
