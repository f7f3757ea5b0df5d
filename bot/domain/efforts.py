"""What people are thanked for, and the board on which those stand who wish it.

There is one rule for each sort of effort and no degrees of it, so nothing can be counted up or
compared. A board is read by name; it never says how much, nor who is not on it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from bot.domain.access import Role
from bot.domain.ids import new_id
from bot.domain.words import Words

# Whose names may stand on the board. What mentees have done they see themselves: that somebody is
# helped is nobody's business, and children are not set beside one another.
ON_BOARD = Role.MENTOR
PURPOSE = "dissemination"  # the consent without which a minor is not named, and nobody on paper


class EffortOf(StrEnum):
    """In the order of the board."""

    MEETINGS = "meetings"  # held, by receipts; an hour with a whole group is one
    TRAINING = "training"  # finished: there is a certificate
    ANSWERS = "answers"  # questionnaires sent with one's name; anonymous ones are of nobody
    FINISHED = "finished"  # pairs that have come to their good end


@dataclass(frozen=True)
class Effort:
    """`least`: how many it takes, for each role the rule is about."""

    of: EffortOf
    least: Mapping[Role, int]
    title: Words  # "for meetings kept"
    rule: Words  # in words; `{least}` is filled in


Done = Mapping[EffortOf, int]


def reached(efforts: tuple[Effort, ...], role: Role, done: Done) -> tuple[EffortOf, ...]:
    """The rules somebody in this role has met, in the order of the board."""
    met = {
        one.of
        for one in efforts
        if role in one.least and done.get(one.of, 0) >= one.least[role]
    }
    return tuple(one for one in EffortOf if one in met)


@dataclass(eq=False, kw_only=True)
class BoardPlace:
    """That a person was asked whether their name may stand on the board, and what they chose."""

    organisation_id: UUID
    programme_id: UUID
    participation_id: UUID
    person_id: UUID
    asked_at: datetime
    shown: bool = False
    chosen_at: datetime | None = None
    id: UUID = field(default_factory=new_id)

    @property
    def parties(self) -> frozenset[UUID]:
        return frozenset({self.person_id})

    def choose(self, shown: bool, now: datetime) -> None:
        self.shown, self.chosen_at = shown, now


@dataclass(eq=False, kw_only=True)
class EffortThanks:
    """That somebody was thanked for one effort: a letter is sent once for each."""

    organisation_id: UUID
    programme_id: UUID
    participation_id: UUID
    person_id: UUID
    effort: EffortOf
    sent_by: UUID
    sent_at: datetime
    id: UUID = field(default_factory=new_id)

    @property
    def parties(self) -> frozenset[UUID]:
        return frozenset({self.person_id})
