"""People, how they can be reached, and the roles they hold.

A person is not a messenger account: `Contact` ties the two, and a person may have none.
"""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from unicodedata import normalize
from uuid import UUID

from bot.domain.access import Assignment, Role
from bot.domain.ids import new_id

ADULT_AGE, OWN_CONSENT_AGE = 18, 14
# dots over the Russian "e" and stress marks; not the breve, which makes another letter
_LEFT_OUT = ("\u0308", "\u0301")


class AgeBand(StrEnum):
    """All we ask about age before there is a consent."""

    UNDER_14 = "under-14"
    FROM_14_TO_17 = "14-17"
    ADULT = "adult"

    @classmethod
    def of_age(cls, years: int) -> "AgeBand":
        if years < OWN_CONSENT_AGE:
            return cls.UNDER_14
        return cls.FROM_14_TO_17 if years < ADULT_AGE else cls.ADULT


BANDS = (AgeBand.UNDER_14, AgeBand.FROM_14_TO_17, AgeBand.ADULT)  # youngest first


def searchable(name: str | None) -> str | None:
    """A name as it is looked for: no capitals, no accents that people leave out."""
    if name is None:
        return None
    bare = "".join(s for s in normalize("NFD", name.casefold()) if s not in _LEFT_OUT)
    return " ".join(normalize("NFC", bare).split())


def age_on(born: date, today: date) -> int:
    """Whole years; somebody born on 29 February turns on 1 March in a common year."""
    return today.year - born.year - ((today.month, today.day) < (born.month, born.day))


def band_on(
    born: date | None, birth_year: int | None, said: AgeBand | None, today: date
) -> AgeBand | None:
    """With a date of birth exactly; else what was said, as far as the year of birth allows it:

    bands are said once and years go on.
    """
    if born is not None:
        return AgeBand.of_age(age_on(born, today))
    if birth_year is None:
        return said
    youngest = AgeBand.of_age(today.year - birth_year - 1)
    oldest = AgeBand.of_age(today.year - birth_year)
    if said is None:
        return youngest
    return min(max(said, youngest, key=BANDS.index), oldest, key=BANDS.index)


class Tone(StrEnum):
    """How Russian addresses the person: informal to pupils and students, formal to adults."""

    TY = "ty"
    VY = "vy"

    def towards(self, band: AgeBand) -> "Tone":
        """Somebody under 18 is always addressed informally."""
        return self if band is AgeBand.ADULT else Tone.TY


@dataclass(eq=False, kw_only=True)
class Person:
    locale: str
    created_at: datetime
    name: str | None = None  # nothing personal is kept before consent
    search_name: str | None = None  # kept in step with the name by the storage
    birth_year: int | None = None
    birth_date: date | None = None  # asked of minors only: their birthdays change who must agree
    age_band: AgeBand | None = None
    tone: Tone = Tone.VY
    day_before_hour: int | None = 17  # when to be reminded of a meeting; None: not the day before
    hour_before: bool = True
    feed_hash: str | None = None  # of the secret address of the person's calendar
    erased_at: datetime | None = None  # everything personal is gone, only counts are left
    id: UUID = field(default_factory=new_id)

    @property
    def parties(self) -> frozenset[UUID]:
        return frozenset({self.id})

    def is_adult(self, today: date) -> bool:
        """Known to be of age; of whom nothing is known is taken for a minor."""
        return self.band(today) is AgeBand.ADULT

    def band(self, today: date) -> AgeBand | None:
        """How old the person is today, as far as is known; None when nothing is.

        See `band_on`.
        """
        return band_on(self.birth_date, self.birth_year, self.age_band, today)

    def is_minor(self, today: date) -> bool:
        """Whether a guardian's consent is needed; who has said nothing is not taken for a minor."""
        return self.band(today) in (AgeBand.UNDER_14, AgeBand.FROM_14_TO_17)


@dataclass(eq=False, kw_only=True)
class Contact:
    """One messenger account of a person. `address` is the messenger's own id, as text."""

    person_id: UUID
    messenger: str
    address: str
    reachable: bool = True
    unreachable_since: datetime | None = None
    id: UUID = field(default_factory=new_id)

    def lost(self, now: datetime) -> None:
        if self.reachable:
            self.reachable, self.unreachable_since = False, now

    def found_again(self) -> None:
        self.reachable, self.unreachable_since = True, None


@dataclass(eq=False, kw_only=True)
class Membership:
    """A role somebody holds in an organisation, or in one programme of it."""

    person_id: UUID
    role: Role
    organisation_id: UUID
    since: datetime
    programme_id: UUID | None = None
    ended_at: datetime | None = None
    own_pairs_only: bool = False  # of a deputy: sees the pairs entrusted to them and nobody else
    id: UUID = field(default_factory=new_id)

    @property
    def parties(self) -> frozenset[UUID]:
        return frozenset({self.person_id})

    def assignment(self) -> Assignment:
        return Assignment(self.role, self.organisation_id, self.programme_id)


@dataclass(eq=False, kw_only=True)
class Guardianship:
    """Who answers for a minor."""

    organisation_id: UUID
    guardian_id: UUID
    ward_id: UUID
    since: datetime
    ended_at: datetime | None = None  # the ward has turned 18, or the guardian has left
    id: UUID = field(default_factory=new_id)

    @property
    def active(self) -> bool:
        return self.ended_at is None


@dataclass(eq=False, kw_only=True)
class Consent:
    """One separate consent: whose data, who agreed, to which text, how it reached us (152-FZ)."""

    organisation_id: UUID
    person_id: UUID
    given_by: UUID
    kind: str
    version: str
    text_hash: str
    locale: str
    channel: str
    given_at: datetime
    paper_date: date | None = None  # of a signed paper that the curator holds
    paper_number: str | None = None
    withdrawn_at: datetime | None = None
    withdrawn_by: UUID | None = None
    refused: bool = False  # the answer was no: withdrawn at the moment it was given
    id: UUID = field(default_factory=new_id)

    @property
    def valid(self) -> bool:
        return self.withdrawn_at is None

    def withdraw(self, now: datetime, *, by: UUID) -> None:
        if self.withdrawn_at is None:
            self.withdrawn_at, self.withdrawn_by = now, by
