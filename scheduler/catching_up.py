"""After an outage: the newer letter instead of the older, one message for a person and kind."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from uuid import UUID

from bot.domain.notices import Notice
from bot.storage.outgoing import Outcome
from bot.usecases.letters import Letter

LATE = timedelta(minutes=2)  # what was to be tried longer ago waited for a machine that was off
MERGED = "letter-merged"


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


def together(
    notices: Sequence[Notice], letters: Mapping[UUID, Letter], now: datetime
) -> list[list[Notice]]:
    """After an outage one message for a person and kind."""
    groups: dict[tuple[str, UUID] | UUID, list[Notice]] = {}
    for notice in notices:
        merges = late(notice, now) and letters[notice.id].may_be_a_part
        groups.setdefault((notice.kind, notice.to) if merges else notice.id, []).append(notice)
    return list(groups.values())


def one_letter(letters: Sequence[Letter]) -> Letter:
    return letters[0] if len(letters) == 1 else Letter(MERGED, parts=tuple(letters))


def the_same(outcome: Outcome, notices: Sequence[Notice]) -> tuple[Outcome, ...]:
    """What became of a letter became of everything that it said."""
    return tuple(replace(outcome, notice=notice) for notice in notices)
