"""Every kind of notice, and how it behaves. What it says is in `bot/usecases/letters`.

`useful_for` counts from the moment it is due; past that it is missed, never sent late. A kind that
waits for day is not sent in quiet hours. Of kinds that count or take the day a person hears once a
day (`day_budget.py`): what counts waits for a day without any, what takes the day goes at its hour.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol
from uuid import UUID

from bot.domain.notices import Doubt, Notice, Priority

_DAYS = timedelta(days=1)
_HOURS = timedelta(hours=1)


@dataclass(frozen=True)
class Policy:
    priority: Priority
    useful_for: timedelta
    doubt: Doubt = Doubt.REPEAT
    waits_for_day: bool = True
    counts: bool = False  # it can wait until tomorrow, or be told with others
    takes_day: bool = False  # it is bound to its hour, and what counts waits


_ANSWER = Policy(Priority.ANSWER, 14 * _DAYS)
NOTICE_KINDS: Mapping[str, Policy] = {
    "guardian-agreed": _ANSWER,
    "application-arrived": Policy(Priority.BULK, 3 * _DAYS, Doubt.HOLD, counts=True),
    "form-nudge": Policy(Priority.BULK, 2 * _DAYS, Doubt.HOLD, counts=True),
    "form-corrected": Policy(Priority.BULK, 3 * _DAYS, Doubt.HOLD, counts=True),
    "offer-arrived": Policy(Priority.BULK, 3 * _DAYS, Doubt.HOLD, counts=True),
    "offer-call": Policy(Priority.ANSWER, 3 * _DAYS),
    "offer-day": Policy(Priority.ANSWER, 3 * _DAYS),
    "offer-thanks": Policy(Priority.ANSWER, 14 * _DAYS),
    "offer-not-needed": Policy(Priority.ANSWER, 14 * _DAYS),
    "application-approved": _ANSWER,
    "application-declined": Policy(Priority.ANSWER, 30 * _DAYS, Doubt.HOLD),
    "application-reserved": _ANSWER,
    "application-reopened": _ANSWER,
    "queue-news": Policy(Priority.BULK, 7 * _DAYS, Doubt.HOLD, counts=True),
    "queue-reminder": Policy(Priority.BULK, 3 * _DAYS, Doubt.HOLD, counts=True),
    "check-expiring": Policy(Priority.TIMED, 5 * _DAYS, counts=True),
    "wishes-open": _ANSWER,
    "wishes-reminder": Policy(Priority.TIMED, 1 * _DAYS, counts=True),
    "wishes-over": Policy(Priority.TIMED, 3 * _DAYS, counts=True),
    "round-waits": _ANSWER,
    "pair-proposed": _ANSWER,
    "ward-proposed": _ANSWER,
    "next-best": Policy(Priority.TIMED, 7 * _DAYS),
    "pair-answer-reminder": Policy(Priority.TIMED, 2 * _DAYS, counts=True),
    "pair-active": _ANSWER,
    "pair-not-formed": _ANSWER,
    "pair-paused": _ANSWER,
    "pair-resumed": _ANSWER,
    "pair-accepted": _ANSWER,
    "pair-expectations": _ANSWER,
    "pair-rests": _ANSWER,
    "pair-asks": Policy(Priority.ANSWER, 14 * _DAYS),
    "pair-doubt": Policy(Priority.ANSWER, 14 * _DAYS),
    "pair-confirmed": _ANSWER,
    "trial-feedback": Policy(Priority.ANSWER, 7 * _DAYS),
    "trial-reminder": Policy(Priority.TIMED, 3 * _DAYS, Doubt.HOLD, counts=True),
    "pair-silent": Policy(Priority.TIMED, 7 * _DAYS, counts=True),
    "pair-silent-last": Policy(Priority.TIMED, 7 * _DAYS, counts=True),
    "pair-nudge": Policy(Priority.TIMED, 3 * _DAYS, Doubt.HOLD, counts=True),
    "pair-rating": Policy(Priority.BULK, 7 * _DAYS, Doubt.HOLD, counts=True),
    "pair-outcome": Policy(Priority.BULK, 7 * _DAYS, counts=True),
    "meeting-offered": Policy(Priority.ANSWER, 3 * _DAYS),
    "meeting-moved": Policy(Priority.ANSWER, 3 * _DAYS),
    "meeting-to-attend": Policy(Priority.ANSWER, 3 * _DAYS),
    "meeting-where": Policy(Priority.ANSWER, 2 * _DAYS),
    "series-cancelled": Policy(Priority.ANSWER, 2 * _DAYS),
    "meeting-agreed": Policy(Priority.ANSWER, 2 * _DAYS),
    "meeting-cancelled": Policy(Priority.ANSWER, 2 * _DAYS),
    "meeting-tomorrow": Policy(Priority.TIMED, 12 * _HOURS, takes_day=True),
    "meeting-soon": Policy(Priority.TIMED, 1 * _HOURS, Doubt.HOLD, takes_day=True),
    "meeting-receipt": Policy(Priority.TIMED, 3 * _DAYS, takes_day=True),
    "poll-offered": Policy(Priority.ANSWER, 2 * _DAYS),
    "poll-reminder": Policy(Priority.TIMED, 2 * _DAYS, Doubt.HOLD, counts=True),
    "poll-called-off": Policy(Priority.ANSWER, 2 * _DAYS),
    "poll-without-you": Policy(Priority.ANSWER, 2 * _DAYS),
    "poll-no-quorum": Policy(Priority.ANSWER, 3 * _DAYS),
    "plan-changed": Policy(Priority.BULK, 3 * _DAYS, Doubt.HOLD, counts=True),
    "plan-due": Policy(Priority.TIMED, 1 * _DAYS, Doubt.HOLD, counts=True),
    "goal-reached": Policy(Priority.BULK, 7 * _DAYS, Doubt.HOLD, counts=True),
    "goodbye-begun": _ANSWER,
    "goodbye-day": Policy(Priority.TIMED, 3 * _DAYS, Doubt.HOLD, counts=True),
    "goodbye-over": _ANSWER,
    "goodbye-outcome": Policy(Priority.BULK, 7 * _DAYS, counts=True),
    "goodbye-follow-up": Policy(Priority.BULK, 21 * _DAYS, Doubt.HOLD, counts=True),
    "thanks-held": Policy(Priority.ANSWER, 7 * _DAYS),
    "thanks-passed": _ANSWER,
    "thanks-returned": _ANSWER,
    "survey-invitation": Policy(Priority.BULK, 7 * _DAYS, counts=True),
    "survey-reminder": Policy(Priority.BULK, 2 * _DAYS, Doubt.HOLD, counts=True),
    "consent-withdrawn": Policy(Priority.ANSWER, 14 * _DAYS),
    "training-open": _ANSWER,
    "training-nudge": Policy(Priority.BULK, 3 * _DAYS, Doubt.HOLD, counts=True),
    "training-reminder": Policy(Priority.BULK, 7 * _DAYS, Doubt.HOLD, counts=True),
    "consent-asked": Policy(Priority.ANSWER, 14 * _DAYS, counts=True),
    "guardianship-ended": _ANSWER,
    "road-map-due": Policy(Priority.BULK, 3 * _DAYS, Doubt.HOLD, counts=True),
    "pairs-handed-over": _ANSWER,
    "digest": Policy(Priority.TIMED, 4 * _DAYS, takes_day=True),
    "region-digest": Policy(Priority.BULK, 7 * _DAYS, counts=True),
    "region-reminder": Policy(Priority.BULK, 7 * _DAYS, Doubt.HOLD, counts=True),
    "tickets-wait": Policy(Priority.BULK, 3 * _DAYS, Doubt.HOLD, counts=True),
    "ticket-answered": _ANSWER,
    "effort-thanks": Policy(Priority.MANY, 14 * _DAYS, Doubt.HOLD, counts=True),
    "broadcast": Policy(Priority.MANY, 3 * _DAYS, Doubt.HOLD, counts=True),
    "wrong-codes": Policy(Priority.ANSWER, 2 * _DAYS, Doubt.HOLD),
    "trouble": Policy(Priority.ANSWER, 7 * _DAYS, Doubt.HOLD, waits_for_day=False),
}


def plan(
    kind: str,
    *,
    to: UUID,
    subject: UUID,
    organisation_id: UUID,
    due_at: datetime,
    useful_until: datetime | None = None,
) -> Notice:
    """A notice that behaves as its kind does; `useful_until` only ever shortens its use."""
    policy = NOTICE_KINDS[kind]
    end = due_at + policy.useful_for
    return Notice(
        organisation_id=organisation_id,
        kind=kind,
        to=to,
        subject=subject,
        due_at=due_at,
        try_at=due_at,
        useful_until=min(end, useful_until) if useful_until else end,
        priority=policy.priority,
    )


def plan_each(
    kind: str,
    *,
    to: Iterable[UUID],
    subject: UUID,
    organisation_id: UUID,
    due_at: datetime,
    useful_until: datetime | None = None,
) -> list[Notice]:
    """The same to each of these people."""
    return [
        plan(
            kind,
            to=person_id,
            subject=subject,
            organisation_id=organisation_id,
            due_at=due_at,
            useful_until=useful_until,
        )
        for person_id in to
    ]


class Theirs(Protocol):
    """What belongs to one person: a participation, a form, an offer."""

    @property
    def id(self) -> UUID: ...
    @property
    def person_id(self) -> UUID: ...
    @property
    def organisation_id(self) -> UUID: ...


def plan_about(kind: str, things: Iterable[Theirs], *, due_at: datetime) -> list[Notice]:
    """To each person about what is theirs."""
    return [
        plan(
            kind,
            to=one.person_id,
            subject=one.id,
            organisation_id=one.organisation_id,
            due_at=due_at,
        )
        for one in things
    ]
