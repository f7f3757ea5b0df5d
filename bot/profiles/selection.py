"""`selection.yaml`: which steps and documents each kind of mentor needs, and the red flags."""

from typing import Any

from bot.domain.profile import MENTOR_KINDS
from bot.domain.selection import CheckKind, RedFlag, Selection, Stage
from bot.profiles.content import Node

MOST_FLAGS = 12  # that fit on one screen


def selection(node: Node) -> dict[str, Any]:
    """The parts of the profile that this file brings, by their names there."""
    parts = node.only(needs=["checks", "mentors", "red_flags"])
    checks = tuple(_check(one) for one in parts["checks"].each())
    parts["checks"].once([check.key for check in checks])
    known = [check.key for check in checks]
    kinds = parts["mentors"].only(needs=MENTOR_KINDS)
    flags = tuple(_flag(one) for one in parts["red_flags"].each())
    parts["red_flags"].once([flag.key for flag in flags])
    if len(flags) > MOST_FLAGS:
        raise parts["red_flags"].wrong(f"more than {MOST_FLAGS} flags do not fit on a screen")
    return {
        "selection": {kind: _selection(kinds[kind], known) for kind in MENTOR_KINDS},
        "check_kinds": checks,
        "red_flags": flags,
    }


def _check(node: Node) -> CheckKind:
    parts = node.only(needs=["key", "title", "numbered"], may=["months"])
    months = parts["months"].whole() if "months" in parts else None
    if months is not None and not 1 <= months <= 120:
        raise parts["months"].wrong("from 1 to 120 months")
    return CheckKind(
        key=parts["key"].key(),
        title=parts["title"].words(),
        numbered=parts["numbered"].flag(),
        months=months,
    )


def _selection(node: Node, known: list[str]) -> Selection:
    parts = node.only(needs=["stages", "checks"])
    stages = {Stage(one.one_of(list(Stage))) for one in parts["stages"].each()}
    checks = tuple(one.one_of(known) for one in parts["checks"].each())
    if bool(checks) is not (Stage.CHECKED in stages):
        raise node.wrong("the stage 'checked' and checks belong together")
    return Selection(stages=tuple(s for s in Stage if s in stages), checks=checks)


def _flag(node: Node) -> RedFlag:
    parts = node.only(needs=["key", "text"])
    return RedFlag(parts["key"].key(), parts["text"].words())
