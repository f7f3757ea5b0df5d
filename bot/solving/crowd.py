"""Everybody as columns of numbers, so that rules and scores are asked of millions of pairs at once.

`Many` answers what `Both` answers, for arrays of mentees and mentors; the rules and parts are those
of the domain. Common traits are bit masks; rare ones (wards, vetoes, who was taught by whom) are
looked up in sorted lists of pairs.
"""

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property

import numpy as np
from numpy.typing import NDArray

from bot.domain.matching import Candidate, Facts, Rule, Tuning, holding, score
from bot.domain.matching.traits import NUMBERS, TRAITS, Both, Number
from bot.domain.profile import Form
from bot.solving.instance import Ints

_BITS = 64
_CELLS = 1 << 18  # pairs looked at together: they stay in the processor's cache
_FEW = 0.25  # of the cells left: from here on they are cheaper one by one
_SAMPLE = 1024


class _Rare(Exception):
    """A trait that is looked up pair by pair: not on a whole block."""


@dataclass(frozen=True)
class Side:
    """The mentees, or the mentors: what each of them has, by number."""

    people: Sequence[Candidate]
    facts: Facts
    mentors: bool

    def keys(self, trait: str) -> list[frozenset[Hashable]]:
        row = TRAITS[trait]
        of = row.of_mentor if self.mentors else row.of_mentee
        return [frozenset(of(one, self.facts)) for one in self.people]

    def numbers(self, name: str) -> Ints:
        reckon = NUMBERS[name]
        return np.fromiter((reckon(one, self.facts) for one in self.people), np.int64)


class Crowd:
    """All mentees and mentors of a problem, in the order given."""

    def __init__(
        self, mentees: Sequence[Candidate], mentors: Sequence[Candidate], facts: Facts
    ) -> None:
        self.mentees = Side(mentees, facts, mentors=False)
        self.mentors = Side(mentors, facts, mentors=True)
        self.keys = cache(self._keys)
        self.counts = cache(self._counts)
        self.masks = cache(self._masks)
        self.lookup = cache(self._lookup)
        self.numbers = cache(self._numbers)
        self.ranks = cache(self._ranks)
        self._fits: dict[str, tuple[NDArray[np.bool_], NDArray[np.bool_]]] = {}

    def _keys(self, trait: str) -> tuple[list[frozenset[Hashable]], list[frozenset[Hashable]]]:
        return self.mentees.keys(trait), self.mentors.keys(trait)

    def _counts(self, trait: str) -> tuple[Ints, Ints]:
        """How many keys each has, on both sides."""
        ones, others = (np.fromiter(map(len, side), np.int64) for side in self.keys(trait))
        return ones, others

    def _masks(self, trait: str) -> list[tuple[NDArray[np.uint64], NDArray[np.uint64]]]:
        """A bit for each key that occurs on both sides; 64 of them in each pair of columns."""
        mine, theirs = self.keys(trait)
        common = set[Hashable]().union(*mine) & set[Hashable]().union(*theirs)
        number = {key: n for n, key in enumerate(sorted(common, key=repr))}

        def columns(side: list[frozenset[Hashable]]) -> list[NDArray[np.uint64]]:
            known = {some: sum(1 << number[key] for key in some & common) for some in set(side)}
            whole = [known[some] for some in side]
            return [
                np.array([bits >> shift & (1 << _BITS) - 1 for bits in whole], np.uint64)
                for shift in range(0, len(number), _BITS)
            ]

        return list(zip(columns(mine), columns(theirs), strict=True))

    def _lookup(self, trait: str) -> Ints:
        """Pairs who share a key, as sorted numbers: mentee * mentors + mentor."""
        row, facts = TRAITS[trait], self.mentees.facts
        having: dict[Hashable, list[int]] = {}
        for mentor, other in enumerate(self.mentors.people):
            for key in row.of_mentor(other, facts):
                having.setdefault(key, []).append(mentor)
        if not having:
            return np.zeros(0, np.int64)
        width = len(self.mentors.people)
        found = [
            mentee * width + mentor
            for mentee, one in enumerate(self.mentees.people)
            for key in row.of_mentee(one, facts)
            if key in having
            for mentor in having[key]
        ]
        return np.unique(np.array(found, np.int64))

    def _numbers(self, name: str) -> tuple[Ints, Ints]:
        return self.mentees.numbers(name), self.mentors.numbers(name)

    def _ranks(self, by_mentors: bool) -> tuple[Ints, Ints]:
        """Pairs in which one wished for the other, sorted, and the ranks."""
        sides = (self.mentors, self.mentees) if by_mentors else (self.mentees, self.mentors)
        number = {one.participation_id: n for n, one in enumerate(sides[1].people)}
        width = len(self.mentors.people)
        found = sorted(
            ((number[other] * width + n) if by_mentors else (n * width + number[other]), rank)
            for n, one in enumerate(sides[0].people)
            for other, rank in one.ranks.items()
            if other in number
        )
        table = np.array(found, np.int64).reshape(-1, 2)
        return table[:, 0].copy(), table[:, 1].copy()

    @cached_property
    def organisations(self) -> tuple[Ints, Ints]:
        number: dict[Hashable, int] = {}
        ones, others = (
            np.fromiter(
                (number.setdefault(one.organisation_id, len(number)) for one in side.people),
                np.int64,
            )
            for side in (self.mentees, self.mentors)
        )
        return ones, others

    def fits(self, form: Form) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
        """Who may be a mentee in this form, and who a mentor."""
        if form.key not in self._fits:
            self._fits[form.key] = (
                np.array([form.takes_mentee(one.kind) for one in self.mentees.people], bool),
                np.array([form.takes_mentor(one.kind) for one in self.mentors.people], bool),
            )
        return self._fits[form.key]


class Many(Both):
    """Pairs by number: `mentee` and `mentor` are arrays that go together, or span a block."""

    def __init__(self, crowd: Crowd, form: Form, mentee: Ints, mentor: Ints) -> None:
        self.form = form
        self._crowd, self._i, self._j = crowd, mentee, mentor

    def fits_form(self) -> Number:
        mine, theirs = self._crowd.fits(self.form)
        return mine[self._i] & theirs[self._j]

    def same_organisation(self) -> Number:
        mine, theirs = self._crowd.organisations
        return mine[self._i] == theirs[self._j]

    def mentee(self, number: str) -> Number:
        return self._crowd.numbers(number)[0][self._i]

    def mentor(self, number: str) -> Number:
        return self._crowd.numbers(number)[1][self._j]

    def asked(self, trait: str) -> Number:
        return self._crowd.counts(trait)[0][self._i]

    def offered(self, trait: str) -> Number:
        return self._crowd.counts(trait)[1][self._j]

    def shared(self, trait: str) -> Number:
        total: Number = np.zeros(np.broadcast_shapes(self._i.shape, self._j.shape), np.int64)
        for mine, theirs in self._crowd.masks(trait):
            total += np.bitwise_count(mine[self._i] & theirs[self._j])
        return total

    def share(self, trait: str) -> Number:
        if TRAITS[trait].rare:
            return self._found(self._crowd.lookup(trait))
        masks = self._crowd.masks(trait)
        some: Number = np.zeros(np.broadcast_shapes(self._i.shape, self._j.shape), bool)
        for mine, theirs in masks:
            some |= (mine[self._i] & theirs[self._j]) != 0
        return some

    def rank_by_mentee(self) -> Number:
        return self._rank(by_mentors=False)

    def rank_by_mentor(self) -> Number:
        return self._rank(by_mentors=True)

    def _rank(self, *, by_mentors: bool) -> Number:
        pairs, ranks = self._crowd.ranks(by_mentors)
        if not pairs.size:
            return np.zeros(self._i.shape, np.int64)
        wanted = self._numbers()
        place = np.minimum(np.searchsorted(pairs, wanted), pairs.size - 1)
        return np.where(pairs[place] == wanted, ranks[place], 0)

    def _found(self, pairs: Ints) -> Number:
        if not pairs.size:
            return False
        wanted = self._numbers()
        place = np.minimum(np.searchsorted(pairs, wanted), pairs.size - 1)
        return pairs[place] == wanted

    def _numbers(self) -> Ints:
        if self._i.shape != self._j.shape:
            raise _Rare
        return self._i * len(self._crowd.mentors.people) + self._j

    @staticmethod
    def least(one: Number, other: Number) -> Number:
        return np.minimum(one, other)

    @staticmethod
    def most(one: Number, other: Number) -> Number:
        return np.maximum(one, other)


@dataclass(frozen=True)
class Pairs:
    """What the rules allow, sorted by mentee and mentor; `form` is a number in the forms asked."""

    mentee: Ints
    mentor: Ints
    form: Ints
    score: Ints


def allowed_pairs(crowd: Crowd, forms: Sequence[Form], tuning: Tuning) -> Pairs:
    """Every pair the rules allow, in the first form that fits, with its score."""
    found = [
        (mentee, mentor, np.full(mentee.size, number, np.int64))
        for number, form in enumerate(forms)
        for mentee, mentor in _in_form(crowd, form, holding(tuning))
    ]
    nothing = np.zeros(0, np.int64)
    mentee, mentor, form = (
        np.concatenate([nothing, *(some[part] for some in found)]) for part in range(3)
    )
    # the first form in which two fit stands first, and `unique` keeps the first
    _, first = np.unique(mentee * len(crowd.mentors.people) + mentor, return_index=True)
    mentee, mentor, form = mentee[first], mentor[first], form[first]
    return Pairs(mentee, mentor, form, scores(crowd, forms, tuning, mentee, mentor, form))


def scores(
    crowd: Crowd, forms: Sequence[Form], tuning: Tuning, mentee: Ints, mentor: Ints, form: Ints
) -> Ints:
    """Of given pairs, whatever the rules say."""
    points = np.zeros(mentee.size, np.int64)
    for begin in range(0, mentee.size, _CELLS):
        here = slice(begin, begin + _CELLS)
        for number in np.unique(form[here]).tolist():
            which = np.flatnonzero(form[here] == number) + begin
            many = Many(crowd, forms[number], mentee[which], mentor[which])
            points[which] = score(many, tuning)
    return points


def _in_form(crowd: Crowd, form: Form, rules: Sequence[Rule]) -> Iterator[tuple[Ints, Ints]]:
    """Blocks of people who fit the form at all; within one organisation where it asks that."""
    fit, fitting = crowd.fits(form)
    rows = np.flatnonzero(fit)
    columns = np.flatnonzero(fitting & (crowd.numbers("room")[1] > 0))
    if not rows.size or not columns.size:
        return
    rules = _narrowest_first(crowd, form, rules, rows, columns)
    for some_rows, some_columns in _blocks(crowd, form, rows, columns):
        step = max(1, _CELLS // some_columns.size)
        for begin in range(0, some_rows.size, step):
            yield _keeping(crowd, form, rules, some_rows[begin : begin + step], some_columns)


def _blocks(crowd: Crowd, form: Form, rows: Ints, columns: Ints) -> Iterator[tuple[Ints, Ints]]:
    if not form.same_organisation:
        yield rows, columns
        return
    mine, theirs = (
        side[some] for side, some in zip(crowd.organisations, (rows, columns), strict=True)
    )
    here, there = np.argsort(mine, kind="stable"), np.argsort(theirs, kind="stable")
    for house in np.intersect1d(mine, theirs).tolist():
        first, last = np.searchsorted(mine[here], (house, house + 1))
        begin, end = np.searchsorted(theirs[there], (house, house + 1))
        yield rows[here[first:last]], columns[there[begin:end]]


def _narrowest_first(
    crowd: Crowd, form: Form, rules: Sequence[Rule], rows: Ints, columns: Ints
) -> list[Rule]:
    """By how many of a sample they forbid, so that few pairs are left for the others."""
    step = np.arange(_SAMPLE)
    many = Many(crowd, form, rows[step * 7919 % rows.size], columns[step * 104729 % columns.size])
    forbidden = {rule.key: int(np.sum(rule.breaks(many) & (step >= 0))) for rule in rules}
    return sorted(rules, key=lambda rule: -forbidden[rule.key])


def _keeping(
    crowd: Crowd, form: Form, rules: Sequence[Rule], rows: Ints, columns: Ints
) -> tuple[Ints, Ints]:
    """The pairs of a block that break no rule."""
    block = Many(crowd, form, rows[:, None], columns[None, :])
    keep = np.ones((rows.size, columns.size), bool)
    left: list[Rule] = []
    for number, rule in enumerate(rules):
        try:
            keep &= np.logical_not(rule.breaks(block))
        except _Rare:
            left.append(rule)
            continue
        if np.count_nonzero(keep) < _FEW * keep.size:
            left += rules[number + 1 :]
            break
    row, column = np.nonzero(keep)
    mentee, mentor = rows[row], columns[column]
    for rule in left:
        if not mentee.size:
            break
        fine = np.logical_not(rule.breaks(Many(crowd, form, mentee, mentor)))
        if fine.ndim:
            mentee, mentor = mentee[fine], mentor[fine]
        elif not fine:
            return mentee[:0], mentor[:0]
    return mentee, mentor
