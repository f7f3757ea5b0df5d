"""What a curator may set: how much each part weighs, which rules hold, what counts as best.

The profile says what holds where nothing is set and which rules may be switched off at all.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from enum import StrEnum
from typing import Any


class Weight(StrEnum):
    MUST = "must"  # a pair without it is not proposed
    HIGH = "high"
    NORMAL = "normal"
    LOW = "low"
    OFF = "off"


# How many times as much as a part of low weight.
FACTORS: Mapping[Weight, int] = {
    Weight.MUST: 4,
    Weight.HIGH: 4,
    Weight.NORMAL: 2,
    Weight.LOW: 1,
    Weight.OFF: 0,
}


SMALLEST_GROUP, LARGEST_GROUP = 2, 12  # whatever is wished
# On the dial of stability: no two who would both rather have each other, whatever it costs.
STABLE = 100


@dataclass(frozen=True, kw_only=True)
class Tuning:
    weights: Mapping[str, Weight] = field(default_factory=dict)  # part -> weight
    off: frozenset[str] = frozenset()  # rules that do not hold here
    fair: bool = True  # the worst-served as good as possible before the highest total
    stability: int = 0  # so many times how much both want it is added; or `STABLE`
    keep: bool = False  # proposals of the run before stay where that costs no placement
    smallest_group: int = 4  # mentees of a group
    largest_group: int = 6
    group_forms: frozenset[str] = frozenset()  # forms whose mentees meet in groups
    second_mentor: bool = False  # a group gets another one where a mentor has places left
    next_best: bool = False  # when a proposal is declined the next best goes out by itself

    def as_dict(self) -> dict[str, Any]:
        """For the database."""
        said = asdict(self)
        said["weights"] = {part: str(weight) for part, weight in sorted(self.weights.items())}
        said["off"], said["group_forms"] = sorted(self.off), sorted(self.group_forms)
        return said

    @classmethod
    def of(cls, said: Mapping[str, Any]) -> "Tuning":
        """From the database or the profile; what is not said is the default."""
        known = {one.name for one in fields(cls)}
        values: dict[str, Any] = {name: value for name, value in said.items() if name in known}
        weights = values.get("weights", {})
        values["weights"] = {part: Weight(weight) for part, weight in weights.items()}
        for name in ("off", "group_forms"):
            values[name] = frozenset(values.get(name, ()))
        return cls(**values)


@dataclass(frozen=True)
class MatchingRules:
    """What a profile says about matching."""

    usual: Tuning
    may_be_off: frozenset[str]  # rules a curator may switch off

    def tuned(self, said: Mapping[str, Any]) -> Tuning:
        """What a programme set, over what is usual; a rule not to be switched off stays on."""
        weights = {part: str(weight) for part, weight in self.usual.weights.items()}
        tuning = Tuning.of(
            {**self.usual.as_dict(), **said, "weights": {**weights, **said.get("weights", {})}}
        )
        return replace(tuning, off=tuning.off & self.may_be_off)

    def eased(self, said: Mapping[str, Any]) -> Tuning:
        """For a pair chosen by hand with a reason: whatever may be switched off is."""
        tuning = self.tuned(said)
        weights = {
            part: Weight.HIGH if weight is Weight.MUST else weight
            for part, weight in tuning.weights.items()
        }
        return replace(tuning, off=self.may_be_off, weights=weights)
