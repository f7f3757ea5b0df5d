"""After an outage: the newer letter instead of the older, one message for a person and kind."""

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from uuid import UUID

from bot.domain.notices import Notice
from bot.storage.outgoing import Outcome
from bot.usecases.letters import Letter

LATE = timedelta(minutes=2)  # what was to be tried longer ago waited for a machine that was off
A_DAY = timedelta(hours=24)
DIGEST = "digest"
# What the digest of the same programme says as well, with its button.
IN_DIGEST = frozenset({"road-map-due", "queue-reminder"})
MERGED, SEVERAL = "letter-merged", "letter-several"


def late(notice: Notice, now: datetime) -> bool:
    return now - notice.try_at > LATE


def older(
    notices: Sequence[Notice], letters: Mapping[UUID, Letter], now: datetime
) -> list[Notice]:
    """Late ones that a later one of the same kind, to the same person about the same, outdates."""
    newest: dict[tuple[str, UUID, UUID], Notice] = {}
    for notice in sorted(notices, key=lambda one: one.due_at):
        if notice.id in letters:
            newest[notice.kind, notice.to, notice.subject] = notice
    return [
        notice
        for notice in notices
        if notice.id in letters
        and late(notice, now)
        and newest[notice.kind, notice.to, notice.subject] is not notice
    ]


def told_by_digest(notice: Notice, heard: Container[tuple[UUID, UUID]]) -> bool:
    """`heard`: (person, programme) of the digests of the last hours: said twice it is no news."""
    return notice.kind in IN_DIGEST and (notice.to, notice.subject) in heard


def together(
    messages: Iterable[Sequence[Notice]], letters: Mapping[UUID, Letter], now: datetime
) -> list[list[Notice]]:
    """After an outage one message for a person and kind, also of what else goes one by one."""
    groups: dict[tuple[str, UUID] | UUID, list[Notice]] = {}
    for notices in messages:
        first = notices[0]
        merges = all(late(one, now) and letters[one.id].may_be_a_part for one in notices)
        groups.setdefault((first.kind, first.to) if merges else first.id, []).extend(notices)
    return list(groups.values())


def one_letter(group: Sequence[Notice], letters: Mapping[UUID, Letter], now: datetime) -> Letter:
    """What a group of notices says."""
    parts = tuple(letters[one.id] for one in group)
    if len(parts) == 1:
        return parts[0]
    return Letter(MERGED if all(late(one, now) for one in group) else SEVERAL, parts=parts)


def the_same(outcome: Outcome, notices: Sequence[Notice]) -> tuple[Outcome, ...]:
    """What became of a letter became of everything that it said."""
    return tuple(replace(outcome, notice=notice) for notice in notices)
