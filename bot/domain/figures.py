"""How an indicator stands on a day: the number, out of how many, the target, what is missing.

Counted exactly. What is reckoned of answers, with an interval, is in `statistics.figures`; what an
organisation has counted itself, in `outcomes`; what the region keeps of these, in `house_figures`.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from bot.domain import small_cells
from bot.domain.coverage import Part, Period, covered, workplaces
from bot.domain.indicators import Count, Counted, Indicator

WHOLE = 100  # percent


class Missing(StrEnum):
    """Why there is no figure."""

    NUMBER = "number"  # the organisation has not said how many
    NOBODY_ASKED = "nobody-asked"  # no such survey yet
    TOO_FEW = "too-few"  # answers
    DOES_NOT_FIT = "does-not-fit"  # more than the whole


@dataclass(frozen=True)
class Figure:
    """One indicator as it stands; `number` is None when it is not known, or hidden."""

    indicator: Indicator
    on: date
    number: int | None
    whole: int | None
    whole_on: date | None = None
    besides: int = 0  # of the number, who takes part without the bot
    left: int = 0  # of the number, who left before the end
    invited: int | None = None  # of a survey
    names: tuple[str, ...] = ()  # of enterprises
    asked: str | None = None  # the questionnaire, by its key
    missing: Missing | None = None
    lacks: tuple[str, ...] = ()  # keys of the numbers to be entered
    hidden: bool = False
    yes_of: Mapping[str, int] = field(default_factory=dict)  # of the number, by form of mentoring
    no_of: Mapping[str, int] = field(default_factory=dict)  # of the rest, where its form is known

    @property
    def share(self) -> float | None:
        """Percent; None while something is missing."""
        if self.missing is not None or self.number is None or not self.whole:
            return None
        return self.number / self.whole * WHOLE

    @property
    def aim(self) -> tuple[int, int] | None:
        return self.indicator.aim(self.on.year)

    @property
    def behind(self) -> bool:
        return self.share is not None and self.aim is not None and self.share < self.aim[1]

    @property
    def response_rate(self) -> float | None:
        """Percent of those invited who answered."""
        return self.whole / self.invited * WHOLE if self.whole and self.invited else None

    def for_outsiders(self) -> "Figure":
        """As somebody may see it who must not recognise anyone: one to four people are hidden.

        With the number goes its share, and so does the other part of a small remainder. Forms are
        for tables in which they are protected beside each other.
        """
        if self.yes_of or self.no_of:
            return replace(self, yes_of={}, no_of={}).for_outsiders()
        if self.indicator.counts is Counted.WORKPLACES or self.number is None:
            return self
        rest = (self.whole or 0) - self.number
        small = any(small_cells.small(n) for n in (self.number, rest, self.number - self.left))
        if not small:
            return replace(self, left=0) if small_cells.small(self.left) else self
        return replace(self, number=None, besides=0, left=0, invited=None, hidden=True)


def figure(
    indicator: Indicator,
    period: Period,
    parts: Sequence[Part],
    counts: Mapping[str, Count],
) -> Figure:
    """Of an indicator of coverage; satisfaction is counted by `satisfied`."""
    whole = counts.get(indicator.whole or "")
    others = counts.get(indicator.besides or "")
    besides = others.number if others else 0
    names: tuple[str, ...] = ()
    left, number = 0, None
    forms: dict[str, int] = {}
    if indicator.counts is Counted.ENTERED:
        said = counts.get(indicator.entered or "")
        number = said.number if said else None
    elif indicator.counts is Counted.WORKPLACES:
        names = workplaces(parts, indicator, period)
        number = len(names) + besides
    else:
        coverage = covered(parts, indicator, period)
        number, left = coverage.people + besides, coverage.left
        forms = {form: n for form, n in coverage.forms.items() if form}
    lacks = tuple(key for key in indicator.asks_for if key not in counts)
    missing = Missing.NUMBER if lacks else None
    if whole is not None and number is not None and (number > whole.number or not whole.number):
        missing = Missing.DOES_NOT_FIT
    return Figure(
        indicator=indicator,
        on=period.on,
        number=number,
        whole=whole.number if whole else None,
        whole_on=whole.on if whole else None,
        besides=besides,
        left=left,
        names=names,
        missing=missing,
        lacks=lacks,
        yes_of=forms,
    )


def satisfied(
    indicator: Indicator,
    period: Period,
    *,
    invited: int,
    said: Sequence[bool],
    asked: str | None,
    forms: Sequence[str | None] = (),
) -> Figure:
    """`said`: of each person who answered, whether they are satisfied; `forms`: of the same people,
    that of their pair, None where nobody knows it any more."""
    missing = None
    if asked is None:
        missing = Missing.NOBODY_ASKED
    elif len(said) < small_cells.LEAST:
        missing = Missing.TOO_FEW
    return Figure(
        indicator=indicator,
        on=period.on,
        number=sum(said) if missing is None else None,
        whole=len(said) if asked else None,
        whole_on=period.on if asked else None,
        invited=invited if asked else None,
        asked=asked,
        missing=missing,
        yes_of=Counter(form for form, good in zip(forms, said, strict=False) if form and good),
        no_of=Counter(form for form, good in zip(forms, said, strict=False) if form and not good),
    )

