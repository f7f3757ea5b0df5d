"""Kept figures of an organisation for the region: counts only, one row a month.

`counts` are exact and leave the machine for nobody. `told` is what others are shown of them, still
to be protected among each other (`small_tables`): a part is told anew only when nobody or at least
five people make the difference, so two looks on different days never differ by one to four.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, fields
from datetime import date, datetime
from typing import Any, Self
from uuid import UUID

from bot.domain.figures import Figure
from bot.domain.ids import new_id
from bot.domain.small_cells import LEAST, small

Parts = dict[str, int]  # of one measure: people (or pairs) by part
YES, NO = "yes", "no"
OF = "."  # "yes.pupil_pupil": of who says yes, those of a form; "yes" is who else does
EVERYBODY = "all"  # the only part of a measure that has no parts
MENTEES, MENTORS, PAIRS, ANSWERS = "mentees", "mentors", "pairs", "answers"
STANDING = frozenset({MENTEES, MENTORS, PAIRS})  # they go on from one school year to the next
SCHOOL_YEAR_MONTH = 9


@dataclass(frozen=True)
class Facts:
    """What is known of an organisation that is of no participant."""

    curator: bool = False
    head: bool = False
    programmes: int = 0  # at work
    road_maps: int = 0  # of these, drawn up
    agreed: int = 0  # of these, agreed
    late: int = 0  # lines of road maps past their day
    waves: int = 0  # opened this school year
    waves_open: int = 0
    days_at_work: int = 0  # of the programme that has been at work longest
    numbers: bool = False  # how many learn there is known, and fits

    @classmethod
    def of(cls, kept: Mapping[str, int]) -> Self:
        """As `dump` made it; a fact that was not kept yet is as nothing."""
        known: dict[str, Any] = {}
        for one in fields(cls):
            if one.name in kept:
                flag = isinstance(one.default, bool)
                known[one.name] = bool(kept[one.name]) if flag else kept[one.name]
        return cls(**known)

    def dump(self) -> dict[str, int]:
        return {one.name: int(getattr(self, one.name)) for one in fields(self)}


@dataclass(eq=False, kw_only=True)
class HouseFigures:
    """Of one organisation in one month, as counted last; past its month it stays as it was."""

    organisation_id: UUID
    month: date  # its first day
    year: int  # in which the school year began
    on: date  # the reporting date
    counted_at: datetime
    counts: dict[str, Parts]
    told: dict[str, Parts]
    facts: dict[str, int]
    id: UUID = field(default_factory=new_id)

    @property
    def parties(self) -> frozenset[UUID]:
        return frozenset()


def shown(told: Mapping[str, Parts], counts: Mapping[str, Parts]) -> dict[str, Parts]:
    """Of what is told: the measures there is a figure of."""
    return {measure: parts for measure, parts in told.items() if measure in counts}


def school_year(on: date) -> int:
    """The calendar year in which the school year of that day began."""
    return on.year if on.month >= SCHOOL_YEAR_MONTH else on.year - 1


def split(figure: Figure) -> Parts | None:
    """Who counts and who does not; None while there is no figure."""
    if figure.missing is not None or figure.number is None or not figure.whole:
        return None
    found: Parts = {}
    for answer, people, forms in (
        (YES, figure.number, figure.yes_of),
        (NO, figure.whole - figure.number, figure.no_of),
    ):
        found |= {f"{answer}{OF}{form}": n for form, n in sorted(forms.items())}
        if (rest := people - sum(forms.values())) or not forms:
            found[answer] = rest
    return found


def undivided(parts: Parts) -> Parts:
    """Without forms: who counts and who does not."""
    found: Parts = {}
    for part, n in parts.items():
        answer = part.partition(OF)[0]
        found[answer] = found.get(answer, 0) + n
    return found


def by_form(parts: Parts) -> dict[tuple[str, str], int]:
    """(answer, form); the form is "" of those whose form is not told."""
    split_up = ((part.partition(OF), n) for part, n in parts.items())
    return {(answer, form): n for (answer, _, form), n in split_up}


def told_anew(
    before: Mapping[str, Parts], now: Mapping[str, Parts], *, wholes: Collection[str]
) -> dict[str, Parts]:
    """What is told from now on. `wholes`: measures whose sum everybody may know (how many learn

    there): of these only "yes" is told, and "no" is the rest. What is not counted now is kept for
    the day it is counted again, or coming back would tell of few; until then nobody is shown it.

    Forms of an answer are told so one by one, and never more people than of the answer itself: who
    is not told by form yet is told without one.
    """
    found = {measure: dict(parts) for measure, parts in before.items() if measure not in now}
    for measure, parts in now.items():
        known = before.get(measure)
        if known is None:
            found[measure] = dict(parts)
            continue
        old, new = undivided(known), undivided(parts)
        told = {one: _told(old.get(one, 0), new.get(one, 0)) for one in dict.fromkeys(old | new)}
        if measure in wholes:
            whole = sum(parts.values())
            told[YES] = min(told.get(YES, 0), whole)
            told[NO] = whole - told[YES]
        forms = {
            part: (known.get(part, 0), _told(known.get(part, 0), parts.get(part, 0)))
            for part in dict.fromkeys((*known, *parts))
            if OF in part
        }
        found[measure] = {}
        for answer, people in told.items():
            mine = {one: n for one, n in forms.items() if one.partition(OF)[0] == answer}
            found[measure] |= _divided(answer, people, mine, parts)
    return found


def _divided(
    answer: str, people: int, forms: Mapping[str, tuple[int, int]], now: Parts
) -> Parts:
    """`forms`: as each was told before, and would be now.

    What does not fit waits; when fewer people are told of the answer than of its forms, the largest
    give some back, five at least.
    """
    told = {form: min(before, after) for form, (before, after) in forms.items()}
    left = people - sum(told.values())
    for form, (_, after) in forms.items():
        if after - told[form] <= left:
            left -= after - told[form]
            told[form] = after
    while left < 0:
        largest = max(told, key=lambda form: (told[form], form))
        back = min(max(-left, LEAST), told[largest])
        told[largest] -= back
        left += back
    found = {form: n for form, n in told.items() if n or form in now}
    if left or (not found and (people or answer in now)):
        found[answer] = left
    return found


def _told(before: int, now: int) -> int:
    return before if small(abs(now - before)) else now
