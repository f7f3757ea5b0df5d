"""Organisations, their programmes, and the invitations that let people in."""

import hashlib
import re
import secrets
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from bot.domain.access import Role
from bot.domain.errors import (
    DatesOutOfOrder,
    InvitationNotValid,
    NameTooLong,
    NothingChosen,
    PartLargerThanWhole,
)
from bot.domain.ids import new_id

LONGEST_NAME = 120
LONGEST_LABEL = 80
CONTINGENT = ("total", "from-10-to-19", "from-15-to-19")  # each a part of the one before
TARGETS = ("mentees", "mentors", "pairs")


def tidy_name(raw: str, longest: int = LONGEST_NAME) -> str:
    """One line, single spaces; refuses what is empty or too long to be a name."""
    name = " ".join(raw.split())
    if not name or len(name) > longest:
        raise NameTooLong(longest=longest)
    return name


@dataclass(eq=False, kw_only=True)
class Organisation:
    name: str
    timezone: str
    profile: str
    created_at: datetime
    kind: str | None = None  # of the profile: school, college, ...
    contingent: dict[str, int] = field(default_factory=dict)  # learners by age, for the indicators
    contingent_on: date | None = None  # the day of those numbers
    lessons: dict[str, list[list[str]]] = field(default_factory=dict)  # "mon": [["08:30", "14:00"]]
    id: UUID = field(default_factory=new_id)

    @property
    def organisation_id(self) -> UUID:
        return self.id

    @property
    def programme_id(self) -> None:
        """What concerns the whole organisation is beyond the reach of a role in one programme."""
        return None

    @property
    def parties(self) -> frozenset[UUID]:
        return frozenset()

    def count(self, numbers: dict[str, int], on: date) -> None:
        """How many learn here, on that day; a part may not be larger than what it is a part of."""
        known = [numbers[key] for key in CONTINGENT if key in numbers]
        if known != sorted(known, reverse=True):
            raise PartLargerThanWhole
        self.contingent = {key: numbers[key] for key in CONTINGENT if key in numbers}
        self.contingent_on = on


@dataclass(eq=False, kw_only=True)
class Programme:
    organisation_id: UUID
    name: str
    forms: list[str]
    starts_on: date
    ends_on: date
    created_at: datetime
    digest_weekday: int = 0  # Monday
    digest_hour: int = 9
    variants: dict[str, list[str]] = field(default_factory=dict)  # form -> its variants in use
    targets: dict[str, int] = field(default_factory=dict)  # how many mentees, mentors, pairs
    copied_from: UUID | None = None
    archived_at: datetime | None = None
    matching: dict[str, Any] = field(default_factory=dict)  # what the curator tuned (`Tuning`)
    next_round_on: date | None = None  # of matching: said to everybody who has no pair yet
    wishes_until: datetime | None = None  # wishes after the general meeting are open until then
    road_map_agreed_on: date | None = None  # by the head of the organisation; never copied
    talks_since: date | None = None  # the contact standard holds; None: from each pair's first day
    id: UUID = field(default_factory=new_id)

    @property
    def programme_id(self) -> UUID:
        return self.id

    @property
    def parties(self) -> frozenset[UUID]:
        return frozenset()

    @classmethod
    def plan(
        cls,
        *,
        organisation_id: UUID,
        name: str,
        forms: list[str],
        starts_on: date,
        ends_on: date,
        now: datetime,
    ) -> "Programme":
        if starts_on >= ends_on:
            raise DatesOutOfOrder
        if not forms:
            raise NothingChosen
        return cls(
            organisation_id=organisation_id,
            name=tidy_name(name),
            forms=forms,
            starts_on=starts_on,
            ends_on=ends_on,
            created_at=now,
        )


    def last(self, starts_on: date, ends_on: date) -> None:
        """From day to day."""
        if starts_on >= ends_on:
            raise DatesOutOfOrder
        self.starts_on, self.ends_on = starts_on, ends_on

    def use_form(self, form: str, *, used: bool) -> None:
        """Take a form in or leave it out; one at least is left. Raises `NothingChosen`."""
        forms = [one for one in self.forms if one != form]
        if used:
            forms.append(form)
        if not forms:
            raise NothingChosen
        self.forms = forms
        if not used:
            self.variants = {key: some for key, some in self.variants.items() if key != form}

    def use_variants(self, form: str, variants: list[str]) -> None:
        """Which role models of the form are in use; none named: all of them."""
        self.variants = {**self.variants, form: variants}
        if not variants:
            self.variants = {key: some for key, some in self.variants.items() if key != form}

    def copy(self, *, name: str, now: datetime) -> "Programme":
        """The same again a year later: forms, variants, targets, settings, and none of the people.

        Nothing but the day that a common year lacks moves by more or less than a year.
        """
        return Programme(
            organisation_id=self.organisation_id,
            name=tidy_name(name),
            forms=list(self.forms),
            starts_on=a_year_later(self.starts_on),
            ends_on=a_year_later(self.ends_on),
            created_at=now,
            digest_weekday=self.digest_weekday,
            digest_hour=self.digest_hour,
            variants={form: list(some) for form, some in self.variants.items()},
            targets=dict(self.targets),
            copied_from=self.id,
            matching=dict(self.matching),
        )


def a_year_later(day: date) -> date:
    """29 February becomes 28 February."""
    leap_day = (day.month, day.day) == (2, 29)
    return day.replace(year=day.year + 1, day=28 if leap_day else day.day)


def name_of_next_year(name: str) -> str:
    """"Path 2029/30" becomes "Path 2030/31": each year named in it moves by one; else as it is."""
    return _YEARS.sub(lambda found: _later(found["year"]) + _second(found), name)


_YEARS = re.compile(r"(?P<year>(?<!\d)20\d\d(?!\d))(?:(?P<sign>[/–-])(?P<next>20\d\d|\d\d)(?!\d))?")


def _later(year: str) -> str:
    return str(int(year) + 1).zfill(len(year))[-len(year) :]


def _second(found: re.Match[str]) -> str:
    return f"{found['sign']}{_later(found['next'])}" if found["sign"] else ""


def academic_years(today: date) -> tuple[tuple[date, date], ...]:
    """The school years a programme may be for, the likelier first: what is left of this, the next.

    With less than two months to go nobody begins this year any more.
    """
    september = date(today.year + (today >= date(today.year, 9, 1)), 9, 1)
    following = (september, date(september.year + 1, 5, 31))
    may = date(september.year, 5, 31)
    this = ((today, may),) if may - today >= timedelta(days=60) else ()
    near = september - today <= timedelta(days=120)
    return (following, *this) if near else (*this, following)


def likely_starts(today: date) -> tuple[date, ...]:
    """When a programme most likely begins: with the school year, or now; the likelier first."""
    september = date(today.year + (today >= date(today.year, 9, 1)), 9, 1)
    near = september - today <= timedelta(days=120)
    return (september, today) if near else (today, september)


def likely_ends(starts_on: date) -> tuple[date, ...]:
    """The end of the school year, or a year later."""
    may = date(starts_on.year, 5, 31)
    if may - starts_on < timedelta(days=60):
        may = may.replace(year=starts_on.year + 1)
    return (may, starts_on + timedelta(days=365))


@dataclass(frozen=True)
class InvitationRule:
    """How long a link for a role lives and how many people may use it."""

    lives: timedelta
    uses: int


INVITATION_RULES = {
    Role.MENTEE: InvitationRule(timedelta(days=60), 500),
    Role.MENTOR: InvitationRule(timedelta(days=60), 200),
    Role.ALUMNUS: InvitationRule(timedelta(days=90), 1000),
    Role.GUARDIAN: InvitationRule(timedelta(days=30), 1),
    Role.CURATOR: InvitationRule(timedelta(days=7), 1),
    Role.DEPUTY: InvitationRule(timedelta(days=7), 1),
    Role.PSYCHOLOGIST: InvitationRule(timedelta(days=7), 1),
    Role.CLASS_TEACHER: InvitationRule(timedelta(days=7), 1),
    Role.HEAD: InvitationRule(timedelta(days=7), 1),
    Role.REGION: InvitationRule(timedelta(days=7), 1),
    Role.OPERATOR: InvitationRule(timedelta(days=1), 1),
}


def hash_token(token: str) -> str:
    """Only this is stored: who reads the database cannot use the links in it."""
    return hashlib.sha256(token.encode()).hexdigest()


@dataclass(eq=False, kw_only=True)
class Invitation:
    """A link somebody may enter by. It never gives more than the role it was made for."""

    organisation_id: UUID
    role: Role
    token_hash: str
    created_at: datetime
    expires_at: datetime
    uses_left: int
    programme_id: UUID | None = None
    subject_id: UUID | None = None  # for a guardian: the participation of the ward
    created_by: UUID | None = None
    revoked_at: datetime | None = None
    label: str | None = None  # the curator's own mark: "for the open day"
    uses: int = 0  # how many came by it
    person_id: UUID | None = None  # an imported person's own account: nobody else enters by it
    known: bool = False  # of an alumnus: the curator knows who gets it
    id: UUID = field(default_factory=new_id)

    @property
    def parties(self) -> frozenset[UUID]:
        return frozenset()

    @classmethod
    def make(
        cls,
        role: Role,
        *,
        organisation_id: UUID,
        programme_id: UUID | None,
        now: datetime,
        subject_id: UUID | None = None,
        created_by: UUID | None = None,
        uses: int | None = None,
        label: str | None = None,
    ) -> tuple["Invitation", str]:
        """The invitation and its token: 128 random bits, 22 characters, fit for a deep link.

        `uses` only ever lowers what the role's rule allows.
        """
        rule, token = INVITATION_RULES[role], secrets.token_urlsafe(16)
        invitation = cls(
            organisation_id=organisation_id,
            programme_id=programme_id,
            role=role,
            token_hash=hash_token(token),
            created_at=now,
            expires_at=now + rule.lives,
            uses_left=min(rule.uses, uses or rule.uses),
            subject_id=subject_id,
            created_by=created_by,
            label=label,
        )
        return invitation, token

    def live(self, now: datetime) -> bool:
        return self.revoked_at is None and now < self.expires_at and self.uses_left > 0

    def revoke(self, now: datetime) -> None:
        """Nobody new comes in by it; whoever is in stays."""
        if self.revoked_at is None:
            self.revoked_at = now

    def limit(self, most: int) -> None:
        """So many more may come, and never more in all than the rule for the role allows."""
        self.uses_left = max(0, min(most, INVITATION_RULES[self.role].uses - self.uses))

    def use(self, now: datetime) -> None:
        """Raises `InvitationNotValid` when expired, used up or revoked."""
        if not self.live(now):
            raise InvitationNotValid
        self.uses_left -= 1
        self.uses += 1
        if not self.uses_left:  # nobody looks it up any more, and it may be somebody's name
            self.label = None
