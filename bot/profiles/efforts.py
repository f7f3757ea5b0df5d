"""`efforts.yaml`: what people are thanked for, and how many it takes."""

import re

from bot.domain.access import Role
from bot.domain.efforts import Effort, EffortOf
from bot.profiles.content import Node

_ROLES = (Role.MENTOR, Role.MENTEE)
_FIELD = re.compile(r"\{([^{}]*)\}")


def efforts(node: Node) -> tuple[Effort, ...]:
    """One rule for each sort at most: of degrees somebody would make a ranking."""
    found = node.only(needs=[], may=list(EffortOf))
    return tuple(_effort(found[of.value], of) for of in EffortOf if of in found)


def _effort(node: Node, of: EffortOf) -> Effort:
    parts = node.only(needs=["least", "title", "rule"])
    least = {}
    for role, number in parts["least"].only(needs=[], may=list(_ROLES)).items():
        least[Role(role)] = number.whole()
        if least[Role(role)] < 1:
            raise number.wrong("it takes one at least")
    if not least:
        raise parts["least"].wrong("a role is needed")
    if of is EffortOf.TRAINING and Role.MENTEE in least:
        raise parts["least"].wrong("only mentors are trained")
    rule = parts["rule"].words()
    for text in rule.every():
        if set(_FIELD.findall(text)) - {"least"}:
            raise parts["rule"].wrong("only {least} is filled in")
    return Effort(of, least, parts["title"].words(), rule)
