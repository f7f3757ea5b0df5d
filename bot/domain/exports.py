"""Files of answers that left the house: who asked for which, when, and of how many people."""

import secrets
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from bot.domain.ids import new_id


class ExportKind(StrEnum):
    XLSX = "xlsx"
    CSV = "csv"
    SAV = "sav"
    RESEARCH = "research"


@dataclass(eq=False, kw_only=True)
class Export:
    """Written before the file is made: nothing leaves unnoticed."""

    organisation_id: UUID
    programme_id: UUID
    wave_id: UUID
    kind: ExportKind
    by: UUID
    at: datetime
    people: int
    id: UUID = field(default_factory=new_id)

    @property
    def parties(self) -> frozenset[UUID]:
        return frozenset()


@dataclass(eq=False, kw_only=True)
class ResearchKey:
    """The key of a programme's pseudonyms for research: the same people in each of its waves.

    It never leaves the database; without it nobody finds the way back.
    """

    organisation_id: UUID
    programme_id: UUID
    secret: str = field(default_factory=lambda: secrets.token_hex(32))
    id: UUID = field(default_factory=new_id)

    @property
    def parties(self) -> frozenset[UUID]:
        return frozenset()
