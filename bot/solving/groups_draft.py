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
    LeftOver,
    Problem,
    Proposal,
    judge,
    last_obstacle,
)
from bot.domain.profile import Form
from bot.solving.components import assign_in_parts
from bot.solving.drafting import Drafting, bands, helps
from bot.solving.groups import gap_per_mille
from bot.solving.groups_posed import Group, InGroups, Met
from bot.solving.posed import Posed


def draft_with_groups(problem: Problem) -> Draft:
    return _Together(problem).draft()


class _Together:
    def __init__(self, problem: Problem) -> None:
        self._problem = problem
        self._forms = [f for f in problem.forms if f.key in problem.tuning.group_forms]
        posed = Posed(problem)
        # in which form each locked pair works
        self._locked_in = {
            (
                posed.mentees[one.mentee].participation_id,
                posed.mentors[one.mentor].participation_id,
            ): one.form.key
            for one in posed.locked
        }
        self._rest = problem
        self._in_groups: list[InGroups] = []
        self._leading: set[UUID] = set()
        for form in self._forms:
            self._in_groups.append(InGroups(self._of_form(form), form))
            self._rest = self._without(self._in_groups[-1].met)
        self._met = [one.met for one in self._in_groups]
        self._pairs = Drafting(self._of_pairs()).draft()

    def draft(self) -> Draft:
        second = self._second_mentors()
        groups = sorted(
            (
                self._proposals(group, second.get(group.mentor.participation_id))
                for met in self._met
                for group in met.groups
            ),
            key=lambda some: (-sum(one.score for one in some) / len(some), some[0].place),
        )
        numbered = [
            replace(one, group=number) for number, some in enumerate(groups, 1) for one in some
        ]
        proposals = sorted(
            [*numbered, *self._held(), *self._pairs.proposals], key=lambda one: one.place
        )
        left = tuple(self._left(one) for one in self._pairs.left_over)
        helping = {one.participation_id for one in second.values()}
        # a second mentor is welcome, and serves nobody who was not served before
        serving = [
            one
            for one in proposals
            if one.group is None or one.mentor.participation_id not in helping
        ]
        return Draft(
            tuple(proposals),
            left,
            figures=self._figures(serving, left) | self._of_groups(len(groups), len(helping)),
            proof=self._proof(serving, proposals),
        )

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

    def _proposals(self, group: Group, second: Candidate | None) -> list[Proposal]:
        return sorted(
            (
                replace(self._judged(one, mentor, group.form), slot=group.slot)
                for mentor in (group.mentor, second)
                if mentor is not None
                for one in group.members
            ),
            key=lambda one: one.place,
        )

    def _second_mentors(self) -> dict[UUID, Candidate]:
        """By whom they help; of the places that nobody else needed."""
        found: dict[UUID, Candidate] = {}
        if not self._problem.tuning.second_mentor:
            return found
        room = {one.participation_id: max(one.capacity - one.load, 0) for one in self._rest.mentors}
        for pair in self._pairs.proposals:
            room[pair.mentor.participation_id] -= 1
        for leader in self._leading:
            room[leader] = 0
        for one in self._in_groups:
            for group, second in one.seconds(room, self._problem.locked):
                found[group.mentor.participation_id] = second
                room[second.participation_id] = 0
        return found

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
        wanted = helps(one, [form.key for form in forms])
        if any(one.participation_id in met.could for met in self._met):
            return LeftOver(one, NO_GROUP, wanted)
        problem = self._problem
        rule = last_obstacle(one, problem.mentors, problem.forms, problem.facts, problem.tuning)
        return LeftOver(one, rule, wanted)

    def _of_groups(self, groups: int, second: int) -> dict[str, Any]:
        proved = self._pairs.figures["floor_proved"] and not groups
        return {"groups": groups, "second_mentors": second, "floor_proved": proved}

    def _figures(self, proposals: Sequence[Proposal], left: Sequence[LeftOver]) -> dict[str, Any]:
        problem, of_pairs = self._problem, self._pairs.figures
        served = [(one.mentee.participation_id, one.mentor.participation_id) for one in proposals]
        locked = set(self._locked_in)
        free = [one.score for one, two in zip(proposals, served, strict=True) if two not in locked]
        return {
            **of_pairs,
            "mentees": len(problem.mentees),
            "mentors": len(problem.mentors),
            "places": sum(max(one.capacity - one.load, 0) for one in problem.mentors),
            "placed": len(served),
            "locked": len(locked & set(served)),
            "kept": len(set(problem.standing) & set(served)) if problem.standing else None,
            "total": sum(one.score for one in proposals),
            "floor": min(free, default=None),
            "bands": bands([one.score for one in proposals]),
            "rules_cost": dict(sorted(Counter(one.rule for one in left).items())),
        }

    def _proof(self, serving: Sequence[Proposal], told: Sequence[Proposal]) -> dict[str, Any]:
        proof = self._pairs.proof
        reached = sum(met.reached for met in self._met) + proof["reached"]
        placed = len(serving)
        if self._apart():
            placed_bound = sum(met.placed_bound for met in self._met) + proof["placed_bound"]
            bound = sum(met.bound for met in self._met) + proof["bound"]
        else:
            whole = Posed(replace(self._problem, locked=()))
            best = assign_in_parts(whole.points)
            placed_bound, bound = best.placed, best.gain(whole.points)
        answer = [
            [str(one.mentee.participation_id), str(one.mentor.participation_id), one.slot]
            for one in told
        ]
        asked = [self._problem.tuning.as_dict(), [form.key for form in self._problem.forms]]
        said = json.dumps([proof["digest"], asked, answer], sort_keys=True)
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
