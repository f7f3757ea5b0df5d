"""Who counts for an indicator: distinct people of the organisation within a period."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from bot.domain.access import Role
from bot.domain.indicators import Indicator
from bot.domain.pairs import PairState
from bot.domain.people import age_on
from bot.domain.questions.likeness import likeliest
from bot.domain.questions.plain_words import plain

LEAST_AT_WORK = timedelta(days=1)  # a pair that ended sooner has not been one


@dataclass(frozen=True)
class Period:
    """From the first moment to before the last one; `on`: the reporting date, its last day."""

    start: datetime
    end: datetime
    on: date


@dataclass(frozen=True)
class Part:
    """One pair in which somebody had at least one meeting within the period."""

    person_id: UUID
    role: Role
    kind: str
    state: PairState
    since: datetime
    until: datetime | None
    birth_date: date | None
    birth_year: int | None
    agreed: bool  # there is a valid consent
    workplace: str | None = None
    form: str = ""  # of the pair

    def took_place(self, period: Period) -> bool:
        """At work for a day at least within the period."""
        end = min(self.until or period.end, period.end)
        return end - max(self.since, period.start) >= LEAST_AT_WORK

    def age(self, on: date) -> int | None:
        """Whole years; where only the year of birth is known, those that year brings."""
        if self.birth_date is not None:
            return age_on(self.birth_date, on)
        return on.year - self.birth_year if self.birth_year is not None else None


@dataclass(frozen=True)
class Coverage:
    """How many distinct people; `left`: those of them whose every pair ended before its time.

    `forms`: each of them once, by the form of the pair that began first.
    """

    people: int
    left: int
    forms: Mapping[str, int]


def _counting(parts: Iterable[Part], indicator: Indicator, period: Period) -> list[Part]:
    kinds = {one.role: one.kinds for one in indicator.who}
    found = []
    for part in parts:
        if part.kind not in kinds.get(part.role, ()) or not part.agreed:
            continue
        if not part.took_place(period):
            continue
        if indicator.ages is not None:
            age, (youngest, oldest) = part.age(period.on), indicator.ages
            if age is None or not youngest <= age <= oldest:
                continue
        found.append(part)
    return found


def covered(parts: Iterable[Part], indicator: Indicator, period: Period) -> Coverage:
    """Each person once, however many pairs; who left is counted, and told separately."""
    stays: dict[UUID, bool] = {}
    first: dict[UUID, tuple[datetime, str]] = {}
    for part in _counting(parts, indicator, period):
        left, began = part.state is PairState.DISSOLVED, (part.since, part.form)
        stays[part.person_id] = stays.get(part.person_id, False) or not left
        first[part.person_id] = min(first.get(part.person_id, began), began)
    forms = Counter(form for _, form in first.values())
    return Coverage(len(stays), sum(not one for one in stays.values()), forms)


def _first_written_best(name: str) -> tuple[str, int, str]:
    """Of several spellings the one with more capitals: abbreviations have them."""
    return plain(name), -sum(letter.isupper() for letter in name), name


def workplaces(parts: Iterable[Part], indicator: Indicator, period: Period) -> tuple[str, ...]:
    """Each enterprise once, as it was written first; slips of the pen are the same enterprise."""
    found: list[str] = []
    counting = _counting(parts, indicator, period)
    written = {" ".join(part.workplace.split()) for part in counting if part.workplace}
    for name in sorted(written, key=_first_written_best):
        if not plain(name) or any(plain(one) == plain(name) for one in found):
            continue
        like = likeliest(name, [(one,) for one in found])
        if like is None or not like.sure:
            found.append(name)
    return tuple(found)
