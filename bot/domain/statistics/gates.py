"""How many it takes before a figure is given: one table, sources in docs/statistics.md."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from bot.domain.statistics.figures import Counted, Estimate, Formula, Interval, Why, Withheld


@dataclass(frozen=True)
class Gate:
    least: int
    of: Counted


PEOPLE, BOTH, EACH = Counted.PEOPLE, Counted.BOTH, Counted.EACH
ITEMS, SCHOOLS = Counted.ITEMS, Counted.SCHOOLS
PAIRS, ENDINGS = Counted.PAIRS, Counted.ENDINGS

# What is missing in the first gate not passed is what is said.
GATES: Mapping[Formula, tuple[Gate, ...]] = {
    Formula.DISTRIBUTION: (Gate(1, PEOPLE),),
    Formula.SHARE: (Gate(1, PEOPLE),),
    Formula.MEAN: (Gate(1, PEOPLE),),
    Formula.MEDIAN: (Gate(1, PEOPLE),),
    Formula.SPREAD: (Gate(2, PEOPLE),),
    Formula.ENDS: (Gate(1, PEOPLE),),
    Formula.ALPHA: (Gate(3, ITEMS), Gate(30, PEOPLE)),
    Formula.OMEGA: (Gate(3, ITEMS), Gate(30, PEOPLE)),
    Formula.ITEM_REST: (Gate(3, ITEMS), Gate(30, PEOPLE)),
    Formula.ALPHA_WITHOUT: (Gate(3, ITEMS), Gate(30, PEOPLE)),
    Formula.DIFFERENCE: (Gate(2, BOTH),),
    Formula.MOVED: (Gate(1, BOTH),),
    Formula.PAIRED_T: (Gate(20, BOTH),),
    Formula.WILCOXON: (Gate(20, BOTH),),
    Formula.DZ: (Gate(20, BOTH),),
    Formula.DAV: (Gate(20, BOTH),),
    Formula.SEM: (Gate(30, PEOPLE),),
    Formula.MDC: (Gate(30, PEOPLE),),
    Formula.BEYOND: (Gate(20, BOTH),),
    Formula.SMD: (Gate(10, EACH),),
    Formula.BOUNDS: (Gate(1, PEOPLE),),
    Formula.CARELESS: (Gate(1, PEOPLE),),
    Formula.SCHOOLS: (Gate(2, SCHOOLS), Gate(20, PEOPLE)),
    Formula.CLUSTERED: (Gate(10, SCHOOLS), Gate(20, PEOPLE)),
    Formula.RETEST: (Gate(50, BOTH),),
    Formula.SURVIVAL: (Gate(10, PAIRS),),
    Formula.HAZARD: (Gate(30, PAIRS), Gate(10, ENDINGS), Gate(10, EACH)),
    Formula.ODDS: (Gate(30, PAIRS), Gate(10, EACH)),
}
# A verdict on a scale: people in all and for each item.
VERDICT_PEOPLE, VERDICT_PER_ITEM = 100, 7


@dataclass(frozen=True)
class Basis:
    """What a figure is reckoned from; makes the figure or what stands in its place."""

    n: int
    missing: int
    on: date

    def held_back(
        self, formula: Formula, had: Mapping[Counted, int] | None = None
    ) -> Withheld | None:
        """What is said instead of the figure, or None: it may be given.

        `had` names what the gates count; without it the `n` here are what is counted.
        """
        for gate in GATES[formula]:
            there = self.n if had is None else had[gate.of]
            if there < gate.least:
                nobody = there == 0 and gate.of in (PEOPLE, BOTH)
                why = Why.NOBODY if nobody else Why(f"too-few-{gate.of}")
                return self.withheld(formula, why, needed=gate.least, n=there)
        return None

    def withheld(
        self, formula: Formula, reason: Why, *, needed: int | None = None, n: int | None = None
    ) -> Withheld:
        return Withheld(
            formula=formula,
            n=self.n if n is None else n,
            missing=self.missing,
            on=self.on,
            reason=reason,
            needed=needed,
        )

    def estimate(self, formula: Formula, value: float, interval: Interval | Withheld) -> Estimate:
        return Estimate(
            formula=formula,
            n=self.n,
            missing=self.missing,
            on=self.on,
            value=float(value),
            interval=interval,
        )
