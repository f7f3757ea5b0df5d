"""Every kind of question we can ask. To add one: write its module, add it to `KINDS`."""

from collections.abc import Mapping
from typing import Any

from bot.domain.questions.acknowledge import Acknowledge
from bot.domain.questions.base import Kind, Option
from bot.domain.questions.calendar_date import CalendarDate
from bot.domain.questions.decimal import Decimal
from bot.domain.questions.lexicon import Lexicon
from bot.domain.questions.likert import Likert
from bot.domain.questions.multiple import OWN, Multiple
from bot.domain.questions.number import Number
from bot.domain.questions.ranking import UNDO, Ranking
from bot.domain.questions.scale import Scale
from bot.domain.questions.single import Single
from bot.domain.questions.text import Text
from bot.domain.questions.time_of_day import TimeOfDay
from bot.domain.questions.week import Week
from bot.domain.questions.yes_no import YesNo

KINDS: dict[str, type[Kind]] = {
    kind.key: kind
    for kind in (
        *(Scale, Likert, Single, Multiple, Ranking, Week, YesNo, Acknowledge),
        *(Text, Number, Decimal, CalendarDate, TimeOfDay),
    )
}
# Kinds answered by several taps and "Next": while one is at it, there is a draft.
GATHERED = Multiple | Ranking

__all__ = [
    "GATHERED",
    "KINDS",
    "OWN",
    "UNDO",
    "Acknowledge",
    "CalendarDate",
    "Decimal",
    "Kind",
    "Lexicon",
    "Likert",
    "Multiple",
    "Number",
    "Option",
    "Ranking",
    "Scale",
    "Single",
    "Text",
    "TimeOfDay",
    "Week",
    "YesNo",
    "kind_of",
    "span_of",
]


def kind_of(key: str, params: Mapping[str, Any]) -> Kind:
    """Raises `ValueError` with the reason when there is no such kind or it cannot be so."""
    if key not in KINDS:
        raise ValueError(f"unknown kind {key!r}; there are {', '.join(sorted(KINDS))}")
    try:
        return KINDS[key].load(params)
    except (KeyError, TypeError) as error:
        raise ValueError(f"kind {key!r} does not fit its parameters: {error}") from error


def span_of(kind: Kind) -> tuple[float, float] | None:
    """The lowest and the highest answer of a kind whose answers are numbers."""
    if isinstance(kind, Scale | Likert | Number | Decimal):
        return kind.low, kind.high
    return None
