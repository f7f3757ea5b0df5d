"""The training of mentors: short cards, a quiz, a pass mark; and the log of who learned what."""

from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID, uuid4

from bot.domain.words import Words


@dataclass(frozen=True)
class Choice:
    text: Words
    right: bool
    why: Words | None = None  # said after the answer


@dataclass(frozen=True)
class Question:
    key: str
    text: Words
    choices: tuple[Choice, ...]


@dataclass(frozen=True)
class Module:
    """One module of a course. `forms`: only for mentors of these forms; empty: for everybody."""

    key: str
    version: int
    title: Words
    minutes: int
    cards: tuple[Words, ...]
    questions: tuple[Question, ...]
    pass_percent: int
    forms: frozenset[str] = frozenset()
    optional: bool = False  # tips; not needed for the certificate


@dataclass(eq=False, kw_only=True)
class TrainingRecord:
    """One try at one module by one mentor; the training log is made of these."""

    organisation_id: UUID
    programme_id: UUID
    participation_id: UUID
    person_id: UUID
    module: str
    version: int
    started_at: datetime
    place: int = 0  # card or question on the screen, counted from the first card
    answers: dict[str, int] = field(default_factory=dict)  # question -> chosen; replaced whole
    right: int | None = None  # None: not ended
    total: int | None = None
    passed: bool = False
    ended_at: datetime | None = None
    id: UUID = field(default_factory=uuid4)

    @property
    def parties(self) -> frozenset[UUID]:
        return frozenset({self.person_id})
