"""A run of the matching as it is kept: what was found, how it was proved, what became of it."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any, NamedTuple
from uuid import UUID

from bot.domain.ids import new_id


class LineState(StrEnum):
    PROPOSED = "proposed"  # the curator has not decided
    LOCKED = "locked"  # stays in the next run
    APPROVED = "approved"  # sent to both
    VETOED = "vetoed"  # never again
    DROPPED = "dropped"  # taken out of this run by hand, or replaced by another


OPEN_LINES = (LineState.PROPOSED, LineState.LOCKED)  # somebody still has to decide


class VetoBy(StrEnum):
    CURATOR = "curator"
    MENTEE = "mentee"
    MENTOR = "mentor"
    GUARDIAN = "guardian"


@dataclass(eq=False, kw_only=True)
class MatchingRun:
    """Who asked, with which settings, and the figures. The newest that is ready counts."""

    organisation_id: UUID
    programme_id: UUID
    made_at: datetime
    made_by: UUID
    tuning: dict[str, Any]
    figures: dict[str, Any]  # mentees, mentors, places, placed, total, floor, bands, blocking, ...
    proof: dict[str, Any]  # bound, gap in per mille, digest of people and answer, prices
    left: list[dict[str, Any]]  # participation, rule, days waited, what would help
    ready_at: datetime | None = None  # all of its lines are written
    replaced_at: datetime | None = None  # a newer run took its place
    decisions: int = 0  # made so far: each line knows the last one it belongs to
    id: UUID = field(default_factory=new_id)

    @property
    def parties(self) -> frozenset[UUID]:
        return frozenset()


@dataclass(eq=False, kw_only=True)
class MatchingLine:
    """One proposed pair of a run; the members of a group share its number and its slot."""

    organisation_id: UUID
    programme_id: UUID
    run_id: UUID
    place: int  # of its card in the run, the best fit first; shared by the members of a group
    mentee_participation_id: UUID
    mentor_participation_id: UUID
    form: str
    score: int
    reasons: list[dict[str, Any]]
    lacks: list[dict[str, Any]]
    alternatives: list[dict[str, Any]]  # mentor, score, fewer placed, points lost
    group_number: int | None = None
    slot: str | None = None
    state: LineState = LineState.PROPOSED
    by_hand: bool = False
    note: str | None = None  # why a soft rule was overridden, or why it was vetoed
    decided_at: datetime | None = None
    decided_by: UUID | None = None
    decision: int | None = None  # which of the run's decisions was the last about this line
    before: LineState | None = None  # what it was before that; None: the decision made the line
    id: UUID = field(default_factory=new_id)

    @property
    def parties(self) -> frozenset[UUID]:
        return frozenset()

    @property
    def sides(self) -> tuple[UUID, UUID]:
        """The participations of the two."""
        return self.mentee_participation_id, self.mentor_participation_id

    def decide(self, to: LineState, *, decision: int, by: UUID, at: datetime) -> None:
        """What it was is remembered, so that one decision can be undone."""
        self.before, self.state = self.state, to
        self.decision, self.decided_by, self.decided_at = decision, by, at

    def restore(self) -> None:
        """As it was before the last decision."""
        assert self.before is not None
        self.state, self.before, self.decision = self.before, None, None
        self.decided_by = self.decided_at = None


class LineScore(NamedTuple):
    """So much of a line as is asked of thousands at once."""

    place: int
    mentee_participation_id: UUID
    mentor_participation_id: UUID
    score: int
    state: LineState

    @property
    def sides(self) -> tuple[UUID, UUID]:
        return self.mentee_participation_id, self.mentor_participation_id


@dataclass(eq=False, kw_only=True)
class Veto:
    """Never these two. A participant's own veto is known to the curator alone, with no reason."""

    organisation_id: UUID
    programme_id: UUID
    mentee_participation_id: UUID
    mentor_participation_id: UUID
    by: VetoBy
    at: datetime
    reason: str | None = None
    lifted_at: datetime | None = None
    id: UUID = field(default_factory=new_id)

    @property
    def sides(self) -> tuple[UUID, UUID]:
        """The participations of the two."""
        return self.mentee_participation_id, self.mentor_participation_id


MOST_WISHES = 5


@dataclass(eq=False, kw_only=True)
class Wish:
    """After the general meeting: whom somebody would like, 1 for the first wish."""

    organisation_id: UUID
    programme_id: UUID
    participation_id: UUID
    wished_participation_id: UUID
    rank: int
    at: datetime
    id: UUID = field(default_factory=new_id)
