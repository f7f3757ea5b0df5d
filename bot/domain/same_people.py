"""Whom the figures of two waves may be made of, and of which groups, beside the tables of both.

A wave shows means by role, form and group. Before and after shows means of those who answered both
times; the rest of a group follows from the two. So whatever may be made of all that is shown by
adding and taking away has to touch five people or more. What makes sure of it:

- *Pieces* are those who stand alike in every group a wave shows. In each piece some are *counted*
  (they answered both times) and the others are not.
- A set of pieces may be shown when, summed over them, the smaller of the two numbers is five or
  more; or when it is nought in each: then nothing is said that the wave has not said.

The proof: docs/decisions/0036-before-and-after-by-groups.md.
"""

from collections import Counter
from collections.abc import Collection, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from bot.domain.small_cells import LEAST, small
from bot.domain.tabulation import EVERYBODY, Group

Where = Mapping[str, str]
Piece = tuple[bool, ...]  # whether of each group
MOST_LEFT_OUT = 20


@dataclass
class Places:
    """In which piece of each wave everybody stands; `groups` are those that both waves show."""

    groups: tuple[Group, ...]
    of: tuple[Mapping[str, Piece], Mapping[str, Piece]]  # of the first wave and of the second
    within: tuple[Mapping[str, Where], Mapping[str, Where]]

    @classmethod
    def between(
        cls,
        before: Mapping[str, Where],
        after: Mapping[str, Where],
        shown: tuple[Collection[Group], Collection[Group]],
    ) -> "Places":
        """Where each person stood in a wave, by pseudonym, and which groups that wave shows."""
        common = tuple(one for one in shown[1] if one in shown[0] and one != EVERYBODY)
        cuts = [tuple(one for one in names if one != EVERYBODY) for names in shown]
        return cls(
            common,
            (_pieces(before, cuts[0]), _pieces(after, cuts[1])),
            (before, after),
        )

    def holds(self, group: Group, person: str) -> bool | None:
        """None: of the group in one of the waves only."""
        first, then = (group.holds(one[person]) for one in self.within)
        return first if first == then else None


def _pieces(people: Mapping[str, Where], groups: Sequence[Group]) -> dict[str, Piece]:
    known: dict[int, Piece] = {}  # people of a cell share their mapping
    for where in people.values():
        if id(where) not in known:
            known[id(where)] = tuple(group.holds(where) for group in groups)
    return {person: known[id(where)] for person, where in people.items()}


@dataclass
class Counted:
    """Of one question: who answered in each wave, and who of them is counted."""

    places: Places
    answered: tuple[frozenset[str], frozenset[str]]
    people: set[str]  # counted
    left_out: int = 0

    def settle(self) -> bool:
        """Leaves some of those who answered twice uncounted until everybody may be shown.

        The first by their pseudonyms, which are chance; from pieces where others are missing
        already, so that fewer groups are touched. False: it cannot be reached.
        """
        waiting = sorted(self.people)
        while (lacking := self._lacking()) and self.left_out < MOST_LEFT_OUT:
            chosen = self._next(waiting, lacking)
            if chosen is None:
                return False
            waiting.remove(chosen)
            self.people.discard(chosen)
            self.left_out += 1
        return not self._lacking() and len(self.people) >= LEAST

    def _lacking(self) -> list[int]:
        return [wave for wave in (0, 1) if not self._enough(wave, self.answered[wave])]

    def _next(self, waiting: Iterable[str], lacking: Sequence[int]) -> str | None:
        tables = {wave: self._table(wave, self.answered[wave]) for wave in lacking}
        best: tuple[int, str] | None = None
        for person in waiting:
            worth = 0
            for wave, table in tables.items():
                counted, others = table[self.places.of[wave][person]]
                if counted > others:
                    worth += 1 + (others > 0)
            if worth and (best is None or worth > best[0]):
                best = worth, person
        return best[1] if best else None

    def _table(self, wave: int, people: Iterable[str]) -> dict[Piece, tuple[int, int]]:
        """Of each piece: how many are counted, and how many are not."""
        of = self.places.of[wave]
        seen = Counter((of[one], one in self.people) for one in people)
        pieces = {piece for piece, _ in seen}
        return {piece: (seen[piece, True], seen[piece, False]) for piece in pieces}

    def _enough(self, wave: int, people: Iterable[str]) -> bool:
        return not small(sum(min(one) for one in self._table(wave, people).values()))

    def groups(self) -> tuple[Group, ...]:
        """Those that may be shown beside everybody, the earlier ones first."""
        found: list[Group] = []
        marks: dict[str, tuple[bool, ...]] = dict.fromkeys(self.people, ())
        for group in self.places.groups:
            stands = {one: self.places.holds(group, one) for one in self.people}
            if None in stands.values():  # somebody came or went between the waves
                continue
            tried = {one: (*mark, bool(stands[one])) for one, mark in marks.items()}
            sizes = Counter(tried.values())
            if min(sizes.values()) >= LEAST and self._kept(tried, [*found, group]):
                found, marks = [*found, group], tried
        some = [one for one in found if 0 < len(self.members(one)) < len(self.people)]
        return tuple(some)

    def _kept(self, marks: Mapping[str, tuple[bool, ...]], groups: Sequence[Group]) -> bool:
        for wave in (0, 1):
            within = self.places.within[wave]
            parts: dict[tuple[bool, ...], list[str]] = {mark: [] for mark in marks.values()}
            known: dict[int, tuple[bool, ...]] = {}
            for one in self.answered[wave]:
                where = within[one]
                if id(where) not in known:
                    known[id(where)] = tuple(group.holds(where) for group in groups)
                if known[id(where)] in parts:
                    parts[known[id(where)]].append(one)
            if not all(self._enough(wave, part) for part in parts.values()):
                return False
        return True

    def members(self, group: Group) -> set[str]:
        """Of those who are counted."""
        return {one for one in self.people if self.places.holds(group, one)}


def splits(
    ways: Mapping[str, Hashable], parts: Mapping[Group, Collection[str]]
) -> frozenset[Group]:
    """Of which groups, everybody first, it may be said how many went each way."""
    pieces: list[set[str]] = [set(ways)]
    found = []
    for group, people in parts.items():
        inside = set(people)
        cut = [part for one in pieces for part in (one & inside, one - inside) if part]
        counts = [Counter(ways[person] for person in part) for part in cut]
        if not any(small(n) for one in counts for n in one.values()):
            found.append(group)
            pieces = cut
    return frozenset(found)
