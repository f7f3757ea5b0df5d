"""`matching.yaml`: what weighs how much, which rules may be switched off, what is a good fit."""

from bot.domain.matching import BEST, MAY_BE_OFF, PARTS, Tuning, Weight
from bot.domain.matching.tuning import MatchingRules
from bot.profiles.content import Node

MOST_IN_A_GROUP = 12


def matching(node: Node) -> MatchingRules:
    parts = node.only(needs=["weights", "may_be_off", "good", "smallest_group", "largest_group"])
    known = {part.key: part for part in PARTS}
    weights = {}
    for key, weight in parts["weights"].only(needs=list(known)).items():
        weights[key] = Weight(weight.one_of(list(Weight)))
        if weights[key] is Weight.MUST and not known[key].may_be_must:
            raise weight.wrong("nobody can be asked to have it")
    off = [one.one_of(sorted(MAY_BE_OFF)) for one in parts["may_be_off"].each()]
    good = parts["good"].whole()
    if not 0 <= good <= BEST:
        raise parts["good"].wrong(f"from 0 to {BEST}")
    smallest, largest = parts["smallest_group"].whole(), parts["largest_group"].whole()
    if not 2 <= smallest <= largest <= MOST_IN_A_GROUP:
        raise node.wrong(f"a group is of 2 to {MOST_IN_A_GROUP}, the smallest before the largest")
    usual = Tuning(weights=weights, smallest_group=smallest, largest_group=largest)
    return MatchingRules(usual, frozenset(off), good)
