"""One message a day that nobody asked for: what goes at once, what goes today, what waits.

A kind of notice (`NOTICE_KINDS`) is one of three:

- an answer to what somebody did (neither mark): it goes at once and is not counted;
- bound to its hour (`takes_day`): it goes then, and is the message of that day;
- able to wait (`counts`): the most urgent one goes if the day has had none, the rest waits for
  tomorrow. What is told together (`TOGETHER`) is one message with it, and so are several of one
  kind.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from bot.domain.notice_kinds import NOTICE_KINDS, Policy
from bot.domain.notices import Notice

TOGETHER: Mapping[str, frozenset[str]] = {
    "pair": frozenset(
        {
            "pair-nudge",
            "poll-reminder",
            "pair-rating",
            "trial-reminder",
            "plan-changed",
            "plan-due",
            "goal-reached",
            "goodbye-day",
        }
    ),
    "way in": frozenset({"form-nudge", "queue-news", "training-nudge", "training-reminder"}),
    "team": frozenset(
        {
            "application-arrived",
            "form-corrected",
            "offer-arrived",
            "queue-reminder",
            "road-map-due",
            "check-expiring",
            "wishes-over",
            "pair-outcome",
            "pair-silent",
            "pair-silent-last",
            "goodbye-outcome",
            "tickets-wait",
        }
    ),
}
_THEME = {kind: theme for theme, kinds in TOGETHER.items() for kind in kinds}
_About = tuple[UUID, UUID, str]
_UNKNOWN = Policy(NOTICE_KINDS["trouble"].priority, NOTICE_KINDS["trouble"].useful_for)


def theme(kind: str) -> str:
    """What it is told together with; a kind of no theme only with its own."""
    return _THEME.get(kind, kind)


@dataclass(frozen=True)
class Shared:
    """How due notices are shared out: messages of one notice or several, and what waits."""

    messages: tuple[tuple[Notice, ...], ...]
    tomorrow: tuple[Notice, ...]


def share_out(
    due: Sequence[Notice], *, had: Collection[UUID], alone: Collection[UUID]
) -> Shared:
    """Of notices that are true now, what goes now and in how many messages.

    `had`: people to whom today's message has gone already. `alone`: notices that cannot be told
    together with others (a file, a picture). What goes keeps its order; of what can wait the most
    urgent kind and then the oldest decides what is told today.
    """
    people_with_message = set(had) | {n.to for n in due if _policy(n).takes_day}
    chosen: dict[UUID, Notice] = {}
    waiting = [n for n in due if _policy(n).counts]
    for notice in sorted(waiting, key=lambda one: (one.priority, one.due_at, one.id)):
        if notice.to not in people_with_message:
            chosen.setdefault(notice.to, notice)
    messages: dict[_About | UUID, list[Notice]] = {}
    tomorrow: list[Notice] = []
    for notice in due:
        policy = _policy(notice)
        if policy.counts:
            first = chosen.get(notice.to)
            if first is None or not (first is notice or _joins(notice, first, alone)):
                tomorrow.append(notice)
                continue
        one_message = notice.id not in alone and (policy.counts or policy.takes_day)
        messages.setdefault(_about(notice) if one_message else notice.id, []).append(notice)
    return Shared(tuple(map(tuple, messages.values())), tuple(tomorrow))


def _joins(notice: Notice, first: Notice, alone: Collection[UUID]) -> bool:
    return not {notice.id, first.id} & set(alone) and _about(notice) == _about(first)


def _about(notice: Notice) -> _About:
    """What has the same is told together: nobody's two schools are mixed."""
    return notice.to, notice.organisation_id, theme(notice.kind)


def _policy(notice: Notice) -> Policy:
    return NOTICE_KINDS.get(notice.kind, _UNKNOWN)
