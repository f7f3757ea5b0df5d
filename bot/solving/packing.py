"""A problem on its way to the worker process: packed in pieces, so that nobody waits for it.

Packing holds up whoever runs beside it, and thousands of people at once take a third of a second.
Bytes that are packed already are handed over in no time.
"""

import pickle
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from bot.domain.matching import Facts, Problem

PIECE = 50  # people, or pairs of them
MANY = ("mentees", "mentors", "locked", "standing", "by_hand")


@dataclass(frozen=True)
class Packed:
    """Made and read by the same program on the same machine; kept nowhere."""

    pieces: tuple[tuple[str, bytes], ...]
    wards: tuple[bytes, ...]
    rest: bytes

    def problem(self) -> Problem:
        some: dict[str, list[Any]] = {name: [] for name in MANY}
        for name, piece in self.pieces:
            some[name] += pickle.loads(piece)
        rest: Problem = pickle.loads(self.rest)
        wards = frozenset(two for piece in self.wards for two in pickle.loads(piece))
        many: dict[str, Any] = {name: tuple(each) for name, each in some.items()}
        return replace(rest, facts=replace(rest.facts, wards=wards), **many)


class Packing:
    """Each `step` packs one piece; when there are no more, `done` is the whole."""

    def __init__(self, problem: Problem) -> None:
        self._problem = problem
        self._pieces: list[tuple[str, bytes]] = []
        self._wards: list[bytes] = []

    def steps(self) -> Iterator[None]:
        for name in MANY:
            for piece in _cut(getattr(self._problem, name)):
                self._pieces.append((name, piece))
                yield
        for piece in _cut(tuple(self._problem.facts.wards)):
            self._wards.append(piece)
            yield

    def done(self) -> Packed:
        nobody: dict[str, Any] = dict.fromkeys(MANY, ())
        facts = Facts(helps=self._problem.facts.helps, year=self._problem.facts.year)
        rest = pickle.dumps(replace(self._problem, facts=facts, **nobody))
        return Packed(tuple(self._pieces), tuple(self._wards), rest)


def _cut(many: tuple[Any, ...]) -> Iterator[bytes]:
    for at in range(0, len(many), PIECE):
        yield pickle.dumps(many[at : at + PIECE])


def of_packed(function: Callable[..., Any], sent: Packed, *given: Any) -> Any:
    """In the worker process: the function of the problem, and of what else it is asked."""
    return function(sent.problem(), *given)
