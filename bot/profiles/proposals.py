"""`proposals.yaml`: why a proposal may be declined, and how words of forms are compared."""

from typing import Any

from bot.domain.access import Role
from bot.domain.class_names import ClassWords
from bot.domain.profile import ProposalDecline
from bot.profiles.content import Node

SIDES = (Role.MENTEE, Role.MENTOR)
MOST_REASONS = 6  # of a side: they stand on one screen beside "in own words"


def proposals(node: Node) -> dict[str, Any]:
    """The parts of the profile that this file brings, by their names there."""
    parts = node.only(needs=["declines", "idle_words", "class_words"])
    declines = tuple(_decline(one) for one in parts["declines"].each())
    parts["declines"].once([one.key for one in declines])
    for side in SIDES:
        if sum(side in one.roles for one in declines) > MOST_REASONS:
            raise parts["declines"].wrong(f"more than {MOST_REASONS} reasons of a {side}")
    words = parts["class_words"].only(needs=["skipped", "joins", "endings"])
    return {
        "proposal_declines": declines,
        "idle_words": _words(parts["idle_words"]),
        "class_words": ClassWords(**{name: _words(one) for name, one in words.items()}),
    }


def _decline(node: Node) -> ProposalDecline:
    parts = node.only(needs=["key", "roles", "label"], may=["later"])
    roles = frozenset(Role(one.one_of(SIDES)) for one in parts["roles"].each())
    later = "later" in parts and parts["later"].flag()
    return ProposalDecline(parts["key"].key(), roles, parts["label"].words(), later)


def _words(node: Node) -> frozenset[str]:
    return frozenset(one.text().casefold() for one in node.each())
