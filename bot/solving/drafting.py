"""The answer as a draft for people: reasons, other mentors, who is left over, figures."""

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any
from uuid import UUID

import numpy as np

from bot.domain.matching import (
    BEST,
    NO_MENTORS,
    NO_PLACE,
    Alternative,
    Candidate,
    Draft,
    Help,
    LeftOver,
    Proposal,
    explained,
    holding,
    judge,
)
from bot.solving.alternatives import as_points, forced, options
from bot.solving.crowd import Many
from bot.solving.instance import NOBODY, Instance
from bot.solving.objective import gap_per_mille, worth
from bot.solving.posed import Posed
from bot.solving.stability import blocking

ALTERNATIVES = 3
EXACT_UP_TO = 200  # mentors who hang together: the losses of all alternatives are exact
BANDS = (80, 60, 40, 20, 0)


class Drafting(Posed):
    """What a curator is told of the answer."""

    def draft(self) -> Draft:
        proposals = sorted([*self._chosen(), *self._held()], key=lambda one: one.place)
        left = tuple(self._left())
        return Draft(
            tuple(proposals), left, figures=self._figures(proposals, left), proof=self._proof()
        )

    def _chosen(self) -> Iterator[Proposal]:
        solved, pairs = self.solved, self.pairs
        who = np.flatnonzero(solved.answer.mentor != NOBODY)
        chosen = self.points.pair_numbers(who, solved.answer.mentor[who])
        others = self.alternatives()
        for mentee, mentor, form, score in zip(
            who.tolist(),
            pairs.mentor[chosen].tolist(),
            pairs.form[chosen].tolist(),
            pairs.score[chosen].tolist(),
            strict=True,
        ):
            known = explained(
                self.mentees[mentee],
                self.mentors[mentor],
                self.forms[form],
                self.problem.facts,
                self.tuning,
                score,
            )
            yield replace(known, alternatives=tuple(others.get(mentee, ())))

    def _held(self) -> Iterator[Proposal]:
        for one in self.locked:
            yield judge(
                self.mentees[one.mentee],
                self.mentors[one.mentor],
                one.form,
                self.problem.facts,
                self.tuning,
            )

    def alternatives(self) -> dict[int, list[Alternative]]:
        solved = self.solved
        if not solved.proved_best:
            return self._liked_next()
        found = options(
            solved.instance,
            solved.answer,
            solved.proof,
            most=ALTERNATIVES,
            exact_up_to=EXACT_UP_TO,
        )
        mentee, mentor = solved.instance.mentee[found.pair], solved.instance.mentor[found.pair]
        score = self.pairs.score[self.points.pair_numbers(mentee, mentor)]
        lists: dict[int, list[Alternative]] = {}
        for who, to, points, loss, exact in zip(
            mentee.tolist(),
            mentor.tolist(),
            score.tolist(),
            found.loss.tolist(),
            found.exact.tolist(),
            strict=True,
        ):
            fewer, lost = as_points(loss, solved.instance.bonus, solved.keeping)
            other = self.mentors[to].participation_id
            lists.setdefault(who, []).append(
                Alternative(other, points, fewer, lost, at_least=not exact)
            )
        return lists

    def _liked_next(self) -> dict[int, list[Alternative]]:
        """Of a stable answer, which has no prices: whom the mentee would like next.

        What it costs the others is reckoned when it is asked for.
        """
        answer, pairs = self.solved.answer, self.pairs
        now = answer.mentor[pairs.mentee]
        others = np.flatnonzero(
            (now != NOBODY) & (pairs.mentor != now) & (self.places[pairs.mentor] > 0)
        )
        liked = self.wanted.mentee[others]
        order = others[
            np.lexsort((pairs.mentor[others], -pairs.score[others], liked, pairs.mentee[others]))
        ]
        first = np.searchsorted(pairs.mentee[order], pairs.mentee[order])
        lists: dict[int, list[Alternative]] = {}
        for number in order[np.arange(order.size) - first < ALTERNATIVES].tolist():
            other = self.mentors[int(pairs.mentor[number])].participation_id
            lists.setdefault(int(pairs.mentee[number]), []).append(
                Alternative(other, int(pairs.score[number]), 0, 0, at_least=True)
            )
        return lists

    def insisted(self, mentee: UUID, mentor: UUID) -> Alternative:
        """Exactly what this pair would cost everybody. Raises ValueError when it is not allowed."""
        i, j = self.mentee_number[mentee], self.mentor_number[mentor]
        pair = self.points.pair_numbers(np.array([i]), np.array([j]))
        solved = self.solved
        if not solved.proved_best:
            raise ValueError("a stable answer has no prices")
        instance = solved.instance
        if not np.isin(instance.mentor[instance.first_of(i)], j).any():
            instance = Instance.from_arrays(
                instance.mentees,
                instance.places,
                np.append(instance.mentee, i),
                np.append(instance.mentor, j),
                np.append(instance.gain, self.points.gain[pair]),
            )
        found = forced(instance, solved.answer, solved.proof, mentee=i, mentor=j)
        lost = solved.answer.gain(self.points) - found.answer.gain(self.points)
        return Alternative(mentor, int(self.pairs.score[pair][0]), found.fewer_placed, lost)

    def _left(self) -> Iterator[LeftOver]:
        allowed = np.bincount(self.pairs.mentee, minlength=len(self.mentees))
        held = {one.mentee for one in self.locked}
        for number in np.flatnonzero(self.solved.answer.mentor == NOBODY).tolist():
            if number not in held:
                rule = NO_PLACE if allowed[number] else self._obstacle(number)
                yield LeftOver(self.mentees[number], rule, self._helps(number))

    def _obstacle(self, mentee: int) -> str:
        """As `last_obstacle`, of all mentors at once."""
        if not self.mentors or not self.forms:
            return NO_MENTORS
        everybody = np.arange(len(self.mentors))
        left = [(form, everybody) for form in self.forms]
        for rule in holding(self.tuning):
            passed = []
            for form, some in left:
                many = Many(self.crowd, form, np.full(some.size, mentee), some)
                fine = np.broadcast_to(np.logical_not(rule.breaks(many)), some.shape)
                passed.append((form, some[fine]))
            left = [(form, some) for form, some in passed if some.size]
            if not left:
                return rule.key
        return NO_PLACE

    def _helps(self, mentee: int) -> tuple[Help, ...]:
        """One more mentor of any of these would do."""
        one = self.mentees[mentee]
        forms = [form.key for form in self.forms if form.takes_mentee(one.kind)]
        of_pairs = self.pairs.form[self.points.first_of(mentee)]
        if of_pairs.size:
            forms = [self.forms[number].key for number in np.unique(of_pairs).tolist()]
        return helps(one, forms)

    def _figures(self, proposals: Sequence[Proposal], left: Sequence[LeftOver]) -> dict[str, Any]:
        solved, total = self.solved, sum(one.score for one in proposals)
        held = {self.mentees[one.mentee].participation_id for one in self.locked}
        free = [one.score for one in proposals if one.mentee.participation_id not in held]
        _, points = solved.plain
        lost = 1000 * (points - solved.answer.gain(self.points)) / max(points, 1)
        standing = set(self.problem.standing)
        return {
            "mentees": len(self.mentees),
            "mentors": len(self.mentors),
            "places": int(self.places.sum()) + len(self.locked),
            "placed": len(proposals),
            "locked": len(self.locked),
            "kept": sum(
                (one.mentee.participation_id, one.mentor.participation_id) in standing
                for one in proposals
            )
            if standing
            else None,
            "total": total,
            "floor": min(free, default=None),
            "floor_proved": solved.floor.proved,
            "bands": bands([one.score for one in proposals]),
            "blocking": self._blocking(),
            "price_of_fairness": round(lost) if solved.proved_best else 0,
            "price_of_stability": 0 if solved.proved_best else round(lost),
            "rules_cost": dict(sorted(Counter(one.rule for one in left).items())),
        }

    def _blocking(self) -> int | None:
        if self.wishes is None:
            return None
        return blocking(self.points, self.solved.answer, self.wishes)

    def _proof(self) -> dict[str, Any]:
        solved = self.solved
        placed, points = solved.plain
        if solved.proved_best:
            points = solved.answer.gain(self.points)
        return {
            "placed_bound": placed + len(self.locked),
            "bound": points,
            "reached": solved.answer.gain(self.points),
            "worth": worth(solved.instance, solved.answer),
            "worth_bound": solved.proof.bound,
            "gap_per_mille": gap_per_mille(solved, self.points),
            "bonus": solved.instance.bonus,
            "digest": self._digest(),
            "prices": {
                str(who.participation_id): price
                for who, price in zip(self.mentors, solved.proof.price.tolist(), strict=True)
            },
        }

    def _digest(self) -> str:
        """Of everything the answer rests on, and of the answer."""
        told = hashlib.sha256()
        ids = [[str(one.participation_id) for one in some] for some in (self.mentees, self.mentors)]
        forms = [form.key for form in self.forms]
        held = [(one.mentee, one.mentor) for one in self.locked]
        said = {"people": ids, "tuning": self.tuning.as_dict(), "locked": held, "forms": forms}
        told.update(json.dumps(said, sort_keys=True).encode())
        pairs, solved = self.pairs, self.solved
        for numbers in (
            self.places,
            pairs.mentee,
            pairs.mentor,
            pairs.form,
            solved.instance.gain,
            solved.answer.mentor,
        ):
            told.update(np.ascontiguousarray(numbers, np.int64).tobytes())
        return told.hexdigest()


def helps(mentee: Candidate, forms: Iterable[str]) -> tuple[Help, ...]:
    """One more place in any of these forms, for each need and free time of the mentee."""
    return tuple(
        Help(form, need, slot)
        for form in forms
        for need in mentee.needs or (None,)
        for slot in sorted(mentee.slots) or (None,)
    )


def bands(scores: Sequence[int]) -> dict[str, int]:
    """How many reach each band and not the one above."""
    above = dict(zip(BANDS, (BEST + 1, *BANDS[:-1]), strict=True))
    return {str(low): sum(low <= one < above[low] for one in scores) for low in BANDS}
