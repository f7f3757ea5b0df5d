"""How far the people of a wave have come: figures that add up, whole or by any division.

planned = not sent + unreachable + sent; sent = not opened + started;
started = partial + refused + complete. A refusal counts as started, also one without an answer:
whoever says "no" has read the invitation. Whoever has begun without a letter (from the menu, or on
paper) counts as sent to.
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Self

from bot.domain.notices import NoticeState
from bot.domain.responses import ResponseState

REACHED = frozenset({NoticeState.SENT, NoticeState.UNCERTAIN})  # most of the uncertain arrive


@dataclass(frozen=True)
class Funnel:
    """Numbers of people; the derived ones are sums and cannot disagree."""

    unsent: int = 0
    unreachable: int = 0
    unopened: int = 0
    partial: int = 0
    refused: int = 0
    complete: int = 0

    @classmethod
    def place(
        cls, state: ResponseState, *, begun: bool, letter: NoticeState | None, count: int = 1
    ) -> Self:
        """Where people belong whose invitation and answers are in these states."""
        if state is ResponseState.FINISHED:
            return cls(complete=count)
        if state is ResponseState.REFUSED:
            return cls(refused=count)
        if begun:
            return cls(partial=count)
        if letter in REACHED:
            return cls(unopened=count)
        if letter is NoticeState.FAILED:
            return cls(unreachable=count)
        return cls(unsent=count)

    def __add__(self, other: "Funnel") -> "Funnel":
        return Funnel(
            **{one.name: getattr(self, one.name) + getattr(other, one.name) for one in fields(self)}
        )

    @property
    def started(self) -> int:
        return self.partial + self.refused + self.complete

    @property
    def sent(self) -> int:
        return self.unopened + self.started

    @property
    def planned(self) -> int:
        return self.unsent + self.unreachable + self.sent

    @property
    def left(self) -> int:
        """Who may still answer while the wave is open."""
        return self.unsent + self.unreachable + self.unopened + self.partial


@dataclass(frozen=True)
class Funnels:
    """Of one wave: the whole, and the same people divided in three ways. "": not known."""

    whole: Funnel
    by_role: Mapping[str, Funnel]
    by_form: Mapping[str, Funnel]
    by_group: Mapping[str, Funnel]
