"""Before and after of one question in words: how far, how sure, what the numbers cannot bear."""

from collections.abc import Iterator

from bot.dialogs.monitoring.result_words import group_name, number, percent, sure_lines
from bot.dialogs.parts.lines import Line, worded
from bot.dialogs.parts.screens import Hands
from bot.domain.results import Compared
from bot.domain.statistics import reading
from bot.domain.statistics.figures import (
    Change,
    Estimate,
    Formula,
    Moved,
    Precision,
    Withheld,
)


def means_line(hand: Hands, change: Change) -> Line:
    before, after = number(hand, change.before.value), number(hand, change.after.value)
    return Line("changes-means", {"before": before, "after": after, "n": change.n})


def moved_line(moved: Moved, *, told: bool) -> Line:
    if not told:
        return Line("changes-moved-hidden")
    facts: dict[str, int] = {}
    for name, n in (("up", moved.improved), ("same", moved.same), ("down", moved.worse)):
        facts |= {name: n, f"{name}_share": percent(n, moved.n)}
    return Line("changes-moved", facts)


def strength_lines(hand: Hands, one: Compared) -> Iterator[Line]:
    """Of everybody: how strong, and whether chance would do as much."""
    strength, test = one.change.dav, one.change.wilcoxon
    if isinstance(test, Withheld):
        yield Line("changes-no-test")
        yield Line(*reading.reason(test))
        return
    if isinstance(strength, Estimate):
        size = worded(hand, reading.size(strength.value))
        yield Line("changes-strength", {"value": number(hand, strength.value, 2), "size": size})
    if one.p is not None:
        chance = worded(hand, reading.chance(one.p))
        yield Line("changes-test", {"chance": chance, "tests": one.tests})


def precision_lines(hand: Hands, one: Compared) -> Iterator[Line]:
    """Of a scale: from where on a change of one person is more than chance."""
    if one.precision is None:
        return
    if not isinstance(one.precision, Precision):
        yield Line("changes-no-mdc")
        yield Line(*reading.reason(one.precision))
        return
    yield Line("changes-mdc", {"value": number(hand, one.precision.mdc)})
    if isinstance(one.beyond, Moved):
        facts = {"up": one.beyond.improved, "down": one.beyond.worse}
        yield Line("changes-beyond", facts)


def attrition_lines(hand: Hands, one: Compared) -> Iterator[Line]:
    """What those who are missing could change."""
    if one.attrition is not None:
        if isinstance(one.attrition.difference, Estimate):
            value = number(hand, abs(one.attrition.difference.value), 2)
            yield Line("changes-parted", {"value": value})
        if isinstance(one.attrition.band, Withheld):
            yield Line("changes-no-parting")
            yield Line(*reading.reason(one.attrition.band))
        else:
            yield Line(reading.band(one.attrition.band))
    if one.bounds is not None:
        facts = {"low": number(hand, one.bounds.worst), "high": number(hand, one.bounds.best)}
        yield Line("changes-bounds", facts)


def group_lines(hand: Hands, one: Compared) -> Iterator[Line]:
    for part in one.parts:
        name = group_name(hand, part.group)
        line = means_line(hand, part.change)
        yield Line("changes-group", {"group": name, **line.args})
        yield from sure_lines(hand, part.change)
        if part.split:
            yield moved_line(part.change.moved, told=True)


def shown(one: Compared) -> Iterator[Formula]:
    """Which figures the screen gives, for what they mean."""
    yield Formula.DIFFERENCE
    if one.split:
        yield Formula.MOVED
    if not isinstance(one.change.wilcoxon, Withheld):
        yield from (Formula.DAV, Formula.WILCOXON, Formula.HOLM)
    if isinstance(one.precision, Precision):
        yield Formula.MDC
    if isinstance(one.beyond, Moved):
        yield Formula.BEYOND
    if one.attrition is not None and isinstance(one.attrition.difference, Estimate):
        yield Formula.SMD
    if one.bounds is not None:
        yield Formula.BOUNDS
