"""The states of a pair and every way from one to the next, as a table.

Whoever counts pairs goes by the named sets, never by a list of states of its own.
"""

from dataclasses import dataclass
from enum import StrEnum


class PairState(StrEnum):
    PROPOSED = "proposed"
    ACCEPTED = "accepted"  # both said yes; what they expect of each other is being settled
    INTRO = "intro"  # the first meeting is ahead
    TRIAL = "trial"  # they have met; a first piece of work together is ahead, or their word on it
    CONFIRMED = "confirmed"  # both want to go on
    PLANNING = "planning"  # they have talked of goals, none is written down yet
    ACTIVE = "active"
    PAUSED = "paused"  # asked for until a day, or somebody lacks a consent or a check: no meetings
    CLOSING = "closing"  # the last meetings and the goodbye
    COMPLETED = "completed"
    DISSOLVED = "dissolved"  # ended before its time, or a proposal taken back
    DECLINED = "declined"
    EXPIRED = "expired"


MEETING = frozenset(  # may offer a meeting and be reminded of one
    {
        PairState.INTRO,
        PairState.TRIAL,
        PairState.CONFIRMED,
        PairState.PLANNING,
        PairState.ACTIVE,
        PairState.CLOSING,
    }
)
AGREED = MEETING | {PairState.ACCEPTED, PairState.PAUSED}  # both said yes, and it has not ended
OPEN = AGREED | {PairState.PROPOSED}
CLOSED = frozenset({PairState.COMPLETED, PairState.DISSOLVED})
ENDED = CLOSED | {PairState.DECLINED, PairState.EXPIRED}


class Event(StrEnum):
    AGREE = "agree"  # the second yes
    DECLINE = "decline"
    EXPIRE = "expire"
    START = "start"  # nothing is missing, and what they expect is settled
    INTRO_HELD = "intro-held"
    TRIAL_HELD = "trial-held"
    CONFIRM = "confirm"  # both said yes to going on
    PLANNING_HELD = "planning-held"
    PLAN = "plan"  # the first goal is written down
    PAUSE = "pause"
    RESUME = "resume"
    CLOSE = "close"  # the goodbye begins
    COMPLETE = "complete"
    DISSOLVE = "dissolve"


class Who(StrEnum):
    PARTY = "party"  # one of the two
    BOTH = "both"
    GUARDIAN = "guardian"
    CURATOR = "curator"
    CLOCK = "clock"


@dataclass(frozen=True)
class Step:
    """One way of the table."""

    event: Event
    who: frozenset[Who]  # may bring it about
    since: frozenset[PairState]
    to: PairState | None  # None: back to where it was before the pause
    hears: tuple[tuple[Who, str], ...] = ()  # and in which letter (a kind of notice)


def _step(
    event: Event,
    who: tuple[Who, ...],
    since: frozenset[PairState],
    to: PairState | None,
    **hears: str,
) -> Step:
    said = tuple((Who(who), kind) for who, kind in hears.items())
    return Step(event, frozenset(who), since, to, said)


def _in(*states: PairState) -> frozenset[PairState]:
    return frozenset(states)


_S = PairState
STEPS: tuple[Step, ...] = (
    _step(
        Event.AGREE, (Who.PARTY,), _in(_S.PROPOSED), _S.ACCEPTED,
        both="pair-accepted", curator="pair-expectations",
    ),
    _step(
        Event.DECLINE, (Who.PARTY, Who.GUARDIAN), _in(_S.PROPOSED), _S.DECLINED,
        party="pair-not-formed", curator="pair-outcome",
    ),
    _step(
        Event.EXPIRE, (Who.CLOCK,), _in(_S.PROPOSED), _S.EXPIRED,
        both="pair-not-formed", curator="pair-outcome",
    ),
    _step(
        Event.START, (Who.BOTH, Who.CURATOR, Who.CLOCK), _in(_S.ACCEPTED), _S.INTRO,
        both="pair-active", curator="pair-outcome",
    ),
    _step(Event.INTRO_HELD, (Who.PARTY,), _in(_S.INTRO), _S.TRIAL),
    _step(
        Event.TRIAL_HELD, (Who.PARTY,), _in(_S.TRIAL), _S.TRIAL,
        both="trial-feedback",
    ),
    _step(
        Event.CONFIRM, (Who.BOTH, Who.CURATOR), _in(_S.TRIAL), _S.CONFIRMED,
        both="pair-confirmed", curator="pair-confirmed",
    ),
    _step(Event.PLANNING_HELD, (Who.PARTY,), _in(_S.CONFIRMED), _S.PLANNING),
    _step(Event.PLAN, (Who.PARTY,), _in(_S.CONFIRMED, _S.PLANNING), _S.ACTIVE),
    _step(
        Event.PAUSE, (Who.CURATOR, Who.CLOCK), AGREED - {_S.PAUSED}, _S.PAUSED,
        both="pair-paused", curator="pair-paused",
    ),
    _step(
        Event.RESUME, (Who.CURATOR, Who.CLOCK), _in(_S.PAUSED), None,
        both="pair-resumed", curator="pair-resumed",
    ),
    _step(Event.CLOSE, (Who.CURATOR,), AGREED - {_S.CLOSING}, _S.CLOSING),
    _step(
        Event.COMPLETE, (Who.CURATOR,), AGREED, _S.COMPLETED,
        both="pair-not-formed",
    ),
    _step(
        Event.DISSOLVE, (Who.CURATOR, Who.CLOCK), OPEN, _S.DISSOLVED,
        both="pair-not-formed",
    ),
)  # fmt: skip
_TABLE = {(step.event, state): step for step in STEPS for state in step.since}

# What the receipts of a meeting bring about, by the meeting's kind. A kind that is not here, or a
# meeting out of its turn, moves nothing.
BY_MEETING = {
    "intro": Event.INTRO_HELD,
    "trial": Event.TRIAL_HELD,
    "planning": Event.PLANNING_HELD,
}


def step(event: Event, state: PairState) -> Step | None:
    """The way of this event out of this state; None: there is none."""
    return _TABLE.get((event, state))
