"""`meetings.yaml`: the five kinds of meetings, and the ready words about a meeting."""

from typing import Any

from bot.domain.group_polls import Quorum
from bot.domain.meeting_words import MeetingCard, MeetingWord
from bot.domain.meetings import MeetingKind
from bot.profiles.content import Node

_KINDS = [kind.value for kind in MeetingKind]
MOST_WORDS = 5  # they stand on one screen beside "in own words"
LONGEST = 480


def meetings(node: Node) -> dict[str, Any]:
    """The parts of the profile that this file brings, by their names there."""
    parts = node.only(needs=["kinds", "reasons", "next_steps", "lengths"], may=["quorum"])
    kinds = parts["kinds"].only(needs=_KINDS)
    lengths = tuple(one.whole() for one in parts["lengths"].each())
    if not lengths or list(lengths) != sorted(set(lengths)) or not 0 < lengths[-1] <= LONGEST:
        raise parts["lengths"].wrong(f"minutes from the shortest to at most {LONGEST} are needed")
    return {
        "meeting_cards": {kind: _card(kinds[kind.value]) for kind in MeetingKind},
        "meeting_reasons": _words(parts["reasons"]),
        "next_steps": _words(parts["next_steps"]),
        "meeting_lengths": lengths,
        "group_quorum": _quorum(parts["quorum"]) if "quorum" in parts else Quorum(),
    }


def _quorum(node: Node) -> Quorum:
    parts = node.only(needs=["share", "least"])
    quorum = Quorum(parts["share"].whole(), parts["least"].whole())
    if not 0 <= quorum.share < 100:
        raise parts["share"].wrong("more than this share of the mentees: 0 to 99 percent")
    if quorum.least < 2:
        raise parts["least"].wrong("a group is at least 2")
    return quorum


def _card(node: Node) -> MeetingCard:
    parts = node.only(needs=["title", "goal", "agenda", "bring"])
    return MeetingCard(
        title=parts["title"].words(),
        goal=parts["goal"].words(),
        agenda=tuple(one.words() for one in parts["agenda"].each()),
        bring=parts["bring"].words(),
    )


def _words(node: Node) -> tuple[MeetingWord, ...]:
    found = []
    for one in node.each():
        parts = one.only(needs=["key", "label"])
        found.append(MeetingWord(parts["key"].key(), parts["label"].words()))
    node.once([one.key for one in found])
    if len(found) > MOST_WORDS:
        raise node.wrong(f"more than {MOST_WORDS} do not fit on one screen")
    return tuple(found)
