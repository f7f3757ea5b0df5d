"""`check_ins.yaml`: how often the curator talks with each side of a pair."""

from bot.domain.check_ins import CheckInRules
from bot.profiles.content import Node

LONGEST, MOST = 365, 10


def check_ins(node: Node) -> CheckInRules:
    parts = node.only(needs=["first", "every", "soon"])
    first = parts["first"].only(needs=["days", "times"])
    found = CheckInRules(
        first_days=_within(first["days"], LONGEST),
        first_times=_within(first["times"], MOST),
        every=_within(parts["every"], LONGEST),
        soon=_within(parts["soon"], LONGEST),
    )
    if found.first_times > found.first_days:
        raise first["times"].wrong("there are fewer days than talks")
    return found


def _within(node: Node, most: int) -> int:
    number = node.whole()
    if not 1 <= number <= most:
        raise node.wrong(f"a number from 1 to {most} is needed")
    return number
