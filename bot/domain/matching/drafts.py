"""What matching is asked, and the draft a curator looks through."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from bot.domain.matching.people import Candidate, Facts
from bot.domain.matching.tuning import Tuning
from bot.domain.profile import Form

Two = tuple[UUID, UUID]  # participation ids: the mentee's, the mentor's


# Reasons that both sides may read; times and ways of meeting are told by themselves, and the rest
# (wishes, ages, how long somebody waits) is for the curator to weigh.
TOLD = frozenset({"reason-competence", "reason-words", "reason-interest"})


@dataclass(frozen=True)
class Reason:
    """A text key and what fills it: catalogue values, never words."""

    key: str
    args: tuple[tuple[str, str | int], ...] = ()

    def as_dict(self) -> dict[str, Any]:
        return {"key": self.key, "args": dict(self.args)}


@dataclass(frozen=True)
class Alternative:
    """Another mentor for the same mentee, and what insisting on it would cost everybody."""

    mentor: UUID  # participation id
    score: int
    fewer_placed: int
    lost: int  # points of all proposals together; may be negative when fewer are placed
    at_least: bool = False  # among very many mentors: a bound; `draft.insist` says it exactly

    def as_dict(self) -> dict[str, Any]:
        return {
            "mentor": str(self.mentor),
            "score": self.score,
            "fewer_placed": self.fewer_placed,
            "lost": self.lost,
            "at_least": self.at_least,
        }


@dataclass(frozen=True)
class Proposal:
    mentee: Candidate
    mentor: Candidate
    form: Form
    score: int  # 0 to 100
    reasons: tuple[Reason, ...]
    lacks: tuple[Reason, ...]
    alternatives: tuple[Alternative, ...] = ()  # the best three at most
    group: int | None = None  # its members share this number, from 1
    slot: str | None = None  # of the group

    @property
    def place(self) -> tuple[int, int, int]:
        """The best first; among equals always in the same order."""
        return -self.score, self.mentee.participation_id.int, self.mentor.participation_id.int


@dataclass(frozen=True)
class Help:
    """One more place of this kind would serve somebody; None: whatever it is."""

    form: str
    need: str | None = None
    slot: str | None = None

    def as_dict(self) -> dict[str, Any]:
        return {"form": self.form, "need": self.need, "slot": self.slot}


@dataclass(frozen=True)
class LeftOver:
    """A mentee without a proposal and the key of the rule that took the last mentor away."""

    mentee: Candidate
    rule: str
    helps: tuple[Help, ...] = ()  # one more place of any of these would have served them


@dataclass(frozen=True, kw_only=True)
class Problem:
    """Everything `bot.solving.draft.best` is asked; its answer depends on nothing else.

    A locked pair stays, whatever it scores, and takes its place, as long as the rules allow it:
    what was locked before a veto is not proposed after it. `standing` are the pairs of the run
    before, kept where the tuning says so. Pairs of people who are not here are left out.
    """

    mentees: tuple[Candidate, ...]
    mentors: tuple[Candidate, ...]
    forms: tuple[Form, ...]  # in the order in which they are tried
    facts: Facts
    tuning: Tuning
    locked: tuple[Two, ...] = ()
    standing: tuple[Two, ...] = ()
    by_hand: tuple[Two, ...] = ()  # locked ones that go round a rule, with a reason
    eased: Tuning | None = None  # what holds for those


@dataclass(frozen=True)
class Draft:
    """What the curator looks through, the best fit first.

    `figures`: mentees, mentors, places, placed, locked, kept (of those standing; None when nobody
    asked), total (of the scores), floor (the lowest score of those not locked), floor_proved (no
    answer that places as many has a higher one), bands ({"80": how many score 80 to 100, "60": 60
    to 79, ...}), blocking (pairs who would both rather have each other; None when nobody wished),
    price_of_fairness and price_of_stability (per mille of the total), rules_cost ({rule: mentees
    it left over}), groups (how many; absent where no form meets in groups).
    `proof`: placed_bound and bound (no answer places more, or as many with more points), reached,
    gap_per_mille (0: proved best), bonus (of one more placed, in the worth of prices), digest
    (sha256 of the problem and the answer), prices ({mentor's participation id: of one place}).
    """

    proposals: tuple[Proposal, ...]
    left_over: tuple[LeftOver, ...]
    figures: Mapping[str, Any] = field(default_factory=dict)
    proof: Mapping[str, Any] = field(default_factory=dict)
