"""`check_ins.yaml`: how often the curator talks with each side of a pair."""

from bot.domain.check_ins import CheckInRules
from bot.profiles.content import Node

LONGEST, MOST = 365, 10


def check_ins(node: Node) -> CheckInRules:
    parts = node.only(needs=["first", "every", "soon"])
    first = parts["first"].only(needs=["days", "times"])
    found = CheckInRules(
        first_days=first["days"].within(1, LONGEST),
        first_times=first["times"].within(1, MOST),
        every=parts["every"].within(1, LONGEST),
        soon=parts["soon"].within(1, LONGEST),
    )
    if found.first_times > found.first_days:
        raise first["times"].wrong("there are fewer days than talks")
    return found
