"""A letter of the curator to many at once: to whom, what, when, and what became of it."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any, Self
from uuid import UUID

from bot.domain.access import Role
from bot.domain.errors import Gone, NothingChosen, Refusal
from bot.domain.ids import new_id
from bot.domain.pair_states import MEETING, PairState
from bot.domain.words import Words

LONGEST_WORDS = 1000
FURTHEST = timedelta(days=90)  # it may be planned ahead
ADDRESSED = (Role.MENTEE, Role.MENTOR, Role.ALUMNUS)


class InPair(StrEnum):
    """How somebody stands with pairs today."""

    ANY = "any"
    MEETS = "meets"
    BEGINS = "begins"  # both said yes, and the trial is not over
    PAUSED = "paused"
    CLOSING = "closing"
    ALONE = "alone"  # in no pair that has agreed


PAIR_STATES: Mapping[InPair, frozenset[PairState]] = {
    InPair.MEETS: MEETING,
    InPair.BEGINS: frozenset({PairState.ACCEPTED, PairState.INTRO, PairState.TRIAL}),
    InPair.PAUSED: frozenset({PairState.PAUSED}),
    InPair.CLOSING: frozenset({PairState.CLOSING}),
}


@dataclass(frozen=True)
class Segment:
    """To whom; what is empty excludes nobody."""

    roles: tuple[Role, ...] = ADDRESSED[:2]
    forms: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    in_pair: InPair = InPair.ANY
    pairs: tuple[UUID, ...] = ()  # those in these very pairs, as long as they have not ended

    @classmethod
    def load(cls, raw: Mapping[str, Any]) -> Self:
        return cls(
            tuple(Role(role) for role in raw["roles"]),
            tuple(raw["forms"]),
            tuple(raw["groups"]),
            InPair(raw["in_pair"]),
            tuple(UUID(one) for one in raw.get("pairs", ())),
        )

    def dump(self) -> dict[str, Any]:
        pairs = {"pairs": [str(one) for one in self.pairs]} if self.pairs else {}
        return {
            "roles": [str(role) for role in self.roles],
            "forms": list(self.forms),
            "groups": list(self.groups),
            "in_pair": str(self.in_pair),
            **pairs,
        }


@dataclass(frozen=True)
class ReadyMessage:
    """What curators write again and again; of the profile, in every language and tone."""

    key: str
    title: Words
    text: Words


class NobodyToWrite(Refusal):
    """Nobody is in the segment that was chosen."""

    key = "refusal-nobody-to-write"


class BroadcastState(StrEnum):
    PLANNED = "planned"  # its hour is ahead
    SENDING = "sending"  # the list is being gone through
    SENT = "sent"  # everybody on the list has a letter on the way, or an end of it
    STOPPED = "stopped"


@dataclass(eq=False, kw_only=True)
class Broadcast:
    """`ready`: a ready message of the profile; or `words` of the curator's own."""

    organisation_id: UUID
    programme_id: UUID
    made_by: UUID
    segment: dict[str, Any]
    made_at: datetime
    due_at: datetime
    ready: str | None = None
    words: str | None = None
    state: BroadcastState = BroadcastState.PLANNED
    listed_to: UUID | None = None  # the participation up to which the list is gone through
    listed: int = 0  # letters planned
    stopped_at: datetime | None = None
    id: UUID = field(default_factory=new_id)

    @property
    def parties(self) -> frozenset[UUID]:
        return frozenset({self.made_by})

    @property
    def to(self) -> Segment:
        return Segment.load(self.segment)

    @property
    def under_way(self) -> bool:
        return self.state in (BroadcastState.PLANNED, BroadcastState.SENDING)

    def stop(self, now: datetime) -> None:
        """Raises `Gone` for one that was stopped."""
        if self.state is BroadcastState.STOPPED:
            raise Gone
        self.state, self.stopped_at = BroadcastState.STOPPED, now


def toggled(chosen: Collection[str], known: Collection[str], pressed: str) -> list[str]:
    """With or without what was pressed, in the order known. Raises `Gone` for what is not."""
    if pressed not in known:
        raise Gone
    return [one for one in known if (one in chosen) != (one == pressed)]


def some_roles(roles: Collection[Role]) -> tuple[Role, ...]:
    """Raises `NothingChosen`: a letter to nobody."""
    if not roles:
        raise NothingChosen
    return tuple(role for role in ADDRESSED if role in roles)
