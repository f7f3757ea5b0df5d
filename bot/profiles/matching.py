"""`matching.yaml`: what weighs how much, which rules may be switched off, how large a group is."""

from bot.domain.matching import MAY_BE_OFF, PARTS, Tuning, Weight
from bot.domain.matching.tuning import LARGEST_GROUP, SMALLEST_GROUP, MatchingRules
from bot.profiles.content import Node


def matching(node: Node) -> MatchingRules:
    parts = node.only(needs=["weights", "may_be_off", "smallest_group", "largest_group"])
    known = {part.key: part for part in PARTS}
    weights = {}
    for key, weight in parts["weights"].only(needs=list(known)).items():
        weights[key] = Weight(weight.one_of(list(Weight)))
        if weights[key] is Weight.MUST and not known[key].may_be_must:
            raise weight.wrong("nobody can be asked to have it")
    off = [one.one_of(sorted(MAY_BE_OFF)) for one in parts["may_be_off"].each()]
    smallest, largest = parts["smallest_group"].whole(), parts["largest_group"].whole()
    if not SMALLEST_GROUP <= smallest <= largest <= LARGEST_GROUP:
        sizes = f"{SMALLEST_GROUP} to {LARGEST_GROUP}"
        raise node.wrong(f"a group is of {sizes}, the smallest before the largest")
    usual = Tuning(weights=weights, smallest_group=smallest, largest_group=largest)
    return MatchingRules(usual, frozenset(off))
