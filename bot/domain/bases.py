"""The bases of a programme: who is in them, their columns, and what an imported table comes to.

Columns are content of the profile: the export, the template to fill in and the import all read the
same list.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any
from uuid import UUID

from bot.domain.access import Role
from bot.domain.people import searchable
from bot.domain.questions.plain_words import plain
from bot.domain.words import Words

MOST_ROWS = 10_000
BASES = (Role.MENTEE, Role.MENTOR)  # those with columns; alumni are a list only
NAME, BIRTH_YEAR, GROUP = "name", "birth_year", "group"  # items that tell people apart
_NOT_HEARD = re.compile(r"[^\w]+")


class Fact(StrEnum):
    """What a column of the export may show beside the answers of the intake form."""

    NUMBER = "number"
    CONTACT = "contact"
    JOINED = "joined"
    PARTNER = "partner"
    PARTNER_PLACE = "partner_place"
    FORM = "form"
    ENDED = "ended"
    RESULTS = "results"
    MARK = "mark"
    BY_HAND = "by_hand"  # nothing here knows it


class Only(StrEnum):
    EXPORT = "export"
    IMPORT = "import"


@dataclass(frozen=True)
class Column:
    """`answer`: the key of an item of the intake form; exactly one of it and `fact` is there."""

    key: str
    heading: Words
    width: int
    fact: Fact | None = None
    answer: str | None = None
    only: Only | None = None
    also: tuple[str, ...] = ()
    example: Words | None = None

    @property
    def exported(self) -> bool:
        return self.only is not Only.IMPORT

    @property
    def imported(self) -> bool:
        return self.answer is not None and self.only is not Only.EXPORT

    def headed(self, raw: str) -> bool:
        """Whether a table's heading means this column, in any language."""
        return _heard(raw) in {_heard(one) for one in (*self.heading.every(), *self.also)}


def _heard(heading: str) -> str:
    return _NOT_HEARD.sub(" ", plain(heading)).strip()


@dataclass(frozen=True)
class Base:
    role: Role
    title: Words
    columns: tuple[Column, ...]

    @property
    def exported(self) -> tuple[Column, ...]:
        return tuple(column for column in self.columns if column.exported)

    @property
    def imported(self) -> tuple[Column, ...]:
        return tuple(column for column in self.columns if column.imported)


@dataclass(frozen=True)
class Member:
    """One row of an export. `questionnaire`: of which version the answers are."""

    facts: Mapping[Fact, Any]
    answers: Mapping[str, Any]
    questionnaire: UUID | None


@dataclass(frozen=True)
class Entry:
    """One person of an imported table; `answers` as the intake form keeps them."""

    row: int  # of the table, as its program numbers them
    answers: Mapping[str, Any]

    @property
    def likeness(self) -> "Likeness":
        return Likeness.of(
            self.answers[NAME], self.answers.get(BIRTH_YEAR), self.answers.get(GROUP)
        )


@dataclass(frozen=True)
class Likeness:
    """By what two rows are taken for one person; what is not known contradicts nothing."""

    name: str
    birth_year: int | None
    group: str | None

    @classmethod
    def of(cls, name: str, birth_year: int | None, group: object) -> "Likeness":
        heard = _NOT_HEARD.sub("", searchable(str(group)) or "") if group else None
        return cls(searchable(name) or "", birth_year, heard or None)

    def same(self, other: "Likeness") -> bool:
        return (
            self.name == other.name
            and (None in (self.birth_year, other.birth_year) or self.birth_year == other.birth_year)
            and (None in (self.group, other.group) or self.group == other.group)
        )


@dataclass(frozen=True)
class Trouble:
    """What is wrong in one row: `key` and `args` are those of a text; no name is in them."""

    row: int
    column: str | None
    key: str
    args: Mapping[str, Any]


@dataclass(frozen=True)
class Table:
    """What a file came to; every row of it is an entry or has a trouble."""

    entries: tuple[Entry, ...]
    troubles: tuple[Trouble, ...]

    @property
    def wrong_rows(self) -> int:
        return len({trouble.row for trouble in self.troubles})
