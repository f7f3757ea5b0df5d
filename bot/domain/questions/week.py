"""Free time in a week: a choice of several slots, drawn as a grid and understood in words.

A slot's value is its weekday and hour ("tue-16"), its label the weekday and the hours, parted by a
space ("Tue 16-18"). The value of an answer is that of any choice of several. A press on a weekday
or on a shortcut ticks all it stands for, or takes them all back.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Any, ClassVar, NamedTuple, Self

from bot.domain.errors import TimesNotUnderstood
from bot.domain.moments import WEEKDAYS, Slot
from bot.domain.questions.base import OFF, ON, Option, dump_options, load_options
from bot.domain.questions.lexicon import Lexicon
from bot.domain.questions.multiple import Chosen, Multiple
from bot.domain.words import Words

_WIDEST = 4  # buttons in a row


@dataclass(frozen=True)
class Shortcut:
    """ "Every evening": several slots by one press."""

    value: str
    label: Words
    picks: tuple[str, ...]


class Cell(NamedTuple):
    value: str
    label: Words
    ticked: bool


@dataclass(frozen=True, kw_only=True)
class Week(Multiple):
    shortcuts: tuple[Shortcut, ...] = ()
    columns: int = _WIDEST
    key: ClassVar[str] = "week"

    def __post_init__(self) -> None:
        super().__post_init__()
        known = {option.value for option in self.choices}
        for option in self.choices:
            Slot.parse(option.value)
        for one in self.shortcuts:
            if not set(one.picks) <= known or one.value in known | set(WEEKDAYS):
                raise ValueError(f"the shortcut {one.value!r} names what is not there")

    @classmethod
    def load(cls, params: Mapping[str, Any]) -> Self:
        shortcuts = tuple(
            Shortcut(one["value"], Words.of(one["label"]), tuple(one["picks"]))
            for one in params.get("shortcuts", ())
        )
        choices = load_options(params["choices"])
        return cls(**{**params, "choices": choices, "shortcuts": shortcuts})

    def params(self) -> dict[str, Any]:
        return {
            "choices": dump_options(self.choices),
            "least": self.least,
            "shortcuts": [
                {"value": one.value, "label": one.label.as_dict(), "picks": list(one.picks)}
                for one in self.shortcuts
            ],
        }

    def toggle(self, before: Chosen | None, raw: str, lexicon: Lexicon) -> Chosen:
        chosen = set(before["options"]) if before else set()
        pressed = raw.strip()
        sign = pressed[:1] if pressed[:1] in (ON, OFF) else ""
        picks = self._picks(pressed.removeprefix(sign))
        if picks is not None:
            off = sign == OFF if sign else picks <= chosen
            chosen = chosen - picks if off else chosen | picks
        else:
            chosen |= self._said(pressed, lexicon)
        return self._value(chosen, None)

    def grid(self, chosen: Chosen | None) -> Iterator[tuple[Cell, ...]]:
        """Row by row: the days with their hours, then the shortcuts."""
        ticked = set(chosen["options"]) if chosen else set()
        for day, options in groupby(self.choices, _day):
            slots = list(options)
            whole = ticked.issuperset(one.value for one in slots)
            cells = [Cell(day, _part(slots[0].label, first=True), whole)]
            cells += [
                Cell(one.value, _part(one.label, first=False), one.value in ticked)
                for one in slots
            ]
            rows = -(-len(cells) // _WIDEST)
            width = -(-len(cells) // rows)
            yield from (tuple(cells[at : at + width]) for at in range(0, len(cells), width))
        if self.shortcuts:
            yield tuple(
                Cell(one.value, one.label, ticked.issuperset(one.picks)) for one in self.shortcuts
            )

    def shown(self, value: Chosen, locale: str, tone: str = "vy") -> str:
        """Day by day: "Tue 16-18, 18-20; Thu 16-18"."""
        picked = [option for option in self.choices if option.value in value["options"]]
        days = []
        for _, options in groupby(picked, _day):
            labels = [one.label.say(locale, tone) for one in options]
            days.append(", ".join([labels[0], *(_tail(label) for label in labels[1:])]))
        known = {option.value for option in self.choices}
        return "; ".join([*days, *(one for one in value["options"] if one not in known)])

    def _picks(self, pressed: str) -> set[str] | None:
        """What a button stands for."""
        values = {option.value for option in self.choices}
        if pressed in values:
            return {pressed}
        if pressed in WEEKDAYS:
            return {value for value in values if value.startswith(f"{pressed}-")} or None
        return next((set(one.picks) for one in self.shortcuts if one.value == pressed), None)

    def _said(self, raw: str, lexicon: Lexicon) -> set[str]:
        slots = {option.value: Slot.parse(option.value) for option in self.choices}
        found: set[str] = set()
        for days, hours in lexicon.week.times(raw) or ():
            named = {
                value
                for value, slot in slots.items()
                if slot.weekday in days and hours.begin <= slot.hour < hours.end
            }
            if not named:  # a time that is not offered is not passed over in silence
                raise TimesNotUnderstood
            found |= named
        if not found:
            raise TimesNotUnderstood
        return found


def _day(option: Option) -> str:
    return option.value.partition("-")[0]


def _part(label: Words, *, first: bool) -> Words:
    """The weekday of a label, or its hours."""
    return Words.of(
        {variant: text.split(" ", 1)[0] if first else _tail(text) for variant, text in label.texts}
    )


def _tail(label: str) -> str:
    return label.split(" ", 1)[-1]
