"""What a profile says about meetings: an agenda card of each kind, ready reasons and next steps."""

from collections.abc import Iterable
from dataclasses import dataclass

from bot.domain.words import Words


@dataclass(frozen=True)
class MeetingCard:
    """What a kind of meeting is for, and how it may go."""

    title: Words
    goal: Words
    agenda: tuple[Words, ...]
    bring: Words  # what to think of before


@dataclass(frozen=True)
class MeetingWord:
    """A ready answer about a meeting, kept by its key."""

    key: str
    label: Words


def in_words(known: Iterable[MeetingWord], kept: str | None) -> Words | str | None:
    """A ready answer by its key, or what somebody wrote."""
    return next((one.label for one in known if one.key == kept), kept)
