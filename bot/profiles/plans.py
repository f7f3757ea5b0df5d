"""`plans.yaml`: goals that a pair may take as they are, and the script of the last meeting."""

from collections.abc import Collection
from typing import Any

from bot.domain.plans import LONGEST_GOAL, LONGEST_STEP, GoalIdea
from bot.domain.selection import Stage
from bot.domain.words import Words
from bot.profiles.content import Node

_SKIPPED = (Stage.INTERVIEWED,)  # training and documents are never left out
MOST_LINES = 6  # of the last meeting: one screen, read aloud


def plans(node: Node, needs: Collection[str]) -> dict[str, Any]:
    """The parts of the profile that this file brings, by their names there."""
    parts = node.only(needs=["goals", "last_meeting", "fast_lane_skips"])
    ideas = tuple(_idea(one, sorted(needs)) for one in parts["goals"].each())
    parts["goals"].once([one.key for one in ideas])
    script = tuple(one.words() for one in parts["last_meeting"].each())
    if not 1 <= len(script) <= MOST_LINES:
        raise parts["last_meeting"].wrong(f"from 1 to {MOST_LINES} lines are needed")
    skips = tuple(Stage(one.one_of(_SKIPPED)) for one in parts["fast_lane_skips"].each())
    return {"goal_ideas": ideas, "last_meeting": script, "fast_lane_skips": skips}


def _idea(node: Node, needs: list[str]) -> GoalIdea:
    parts = node.only(needs=["key", "needs", "title", "measure", "step"])
    return GoalIdea(
        key=parts["key"].key(),
        needs=frozenset(one.one_of(needs) for one in parts["needs"].each()),
        title=_short(parts["title"], LONGEST_GOAL),
        measure=_short(parts["measure"], LONGEST_GOAL),
        step=_short(parts["step"], LONGEST_STEP),
    )


def _short(node: Node, longest: int) -> Words:
    words = node.words()
    for variant, text in words.texts:
        if len(text) > longest:
            raise node.wrong(f"{variant} is longer than {longest} characters")
    return words
