"""The training of mentors: short cards, a quiz, a pass mark; and the log of who learned what.

- A try at a module is one record. Its place counts cards first, then questions, then the pledge if
  the module has one; past the last of them the try is over.
- Nobody passes a question by unanswered, and no answer is changed: what was wrong is asked anew in
  the next try, which keeps what was right.
- Of the modules made for single forms of mentoring one is enough; optional modules are tips.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from bot.domain.errors import Gone
from bot.domain.ids import new_id
from bot.domain.words import Words


@dataclass(frozen=True)
class Choice:
    text: Words
    right: bool
    why: Words  # said after the answer


@dataclass(frozen=True)
class Question:
    key: str
    text: Words
    choices: tuple[Choice, ...]

    @property
    def right(self) -> int:
        """The place of the right choice."""
        return next(n for n, choice in enumerate(self.choices) if choice.right)


@dataclass(frozen=True)
class Module:
    """One module of a course. `forms`: only for mentors of these forms; empty: for everybody."""

    key: str
    version: int
    number: int  # in the course; modules made for single forms share theirs
    title: Words
    minutes: int
    cards: tuple[Words, ...]
    questions: tuple[Question, ...]
    pass_percent: int
    forms: frozenset[str] = frozenset()
    optional: bool = False  # tips; not needed for the certificate
    pledge: Words | None = None  # what is agreed to at the end, in so many words

    def question_at(self, place: int) -> Question | None:
        at = place - len(self.cards)
        return self.questions[at] if 0 <= at < len(self.questions) else None


class View(StrEnum):
    """What the screen of a try shows."""

    CARD = "card"
    QUESTION = "question"
    WHY = "why"
    PLEDGE = "pledge"
    PASSED = "passed"
    FAILED = "failed"


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
    touched_at: datetime
    place: int = 0  # of the screen, counted from the first card
    answers: dict[str, int] = field(default_factory=dict)  # question -> chosen; replaced whole
    right: int | None = None  # None: not ended
    total: int | None = None
    passed: bool = False
    ended_at: datetime | None = None
    id: UUID = field(default_factory=new_id)

    @property
    def parties(self) -> frozenset[UUID]:
        return frozenset({self.person_id})

    def view(self, module: Module) -> View:
        if self.ended_at is not None:
            return View.PASSED if self.passed else View.FAILED
        if self.place < len(module.cards):
            return View.CARD
        question = module.question_at(self.place)
        if question is None:
            return View.PLEDGE
        return View.WHY if question.key in self.answers else View.QUESTION

    def go(self, module: Module, place: int, now: datetime) -> None:
        """To a card or question. Raises `Gone` for a place one has not come to yet."""
        if self.ended_at is not None:
            return
        if not 0 <= place <= self._furthest(module):
            raise Gone
        self.place, self.touched_at = place, now
        asked = place >= len(module.cards) + len(module.questions)
        if asked and (module.pledge is None or not _enough(_right(module, self.answers), module)):
            self._end(module, now)

    def _furthest(self, module: Module) -> int:
        """As far as the answers given lead; a pledge is passed only by agreeing to it."""
        cards = len(module.cards)
        for n, question in enumerate(module.questions):
            if question.key not in self.answers:
                return cards + n
        return cards + len(module.questions)

    def answer(self, module: Module, question: str, choice: int, now: datetime) -> None:
        """Counts once, and only for the question on the screen; anything else changes nothing."""
        asked = module.question_at(self.place)
        if self.view(module) is not View.QUESTION or asked is None or asked.key != question:
            return
        if not 0 <= choice < len(asked.choices):
            raise Gone
        self.answers, self.touched_at = {**self.answers, question: choice}, now

    def agree(self, module: Module, now: datetime) -> None:
        """To the pledge at the end."""
        if self.view(module) is View.PLEDGE:
            self.touched_at = now
            self._end(module, now)

    def _end(self, module: Module, now: datetime) -> None:
        self.right, self.total = _right(module, self.answers), len(module.questions)
        self.passed, self.ended_at = _enough(self.right, module), now

    def again(self, module: Module, now: datetime) -> "TrainingRecord":
        """The next try: only what was wrong is asked."""
        kept = {q.key: q.right for q in module.questions if self.answers.get(q.key) == q.right}
        first = next(n for n, q in enumerate(module.questions) if q.key not in kept)
        return TrainingRecord(
            organisation_id=self.organisation_id,
            programme_id=self.programme_id,
            participation_id=self.participation_id,
            person_id=self.person_id,
            module=module.key,
            version=module.version,
            started_at=now,
            touched_at=now,
            place=len(module.cards) + first,
            answers=kept,
        )

    def next_place(self, module: Module) -> int:
        """After this screen: the next card, or the next question not answered yet."""
        place = self.place + 1
        while (question := module.question_at(place)) and question.key in self.answers:
            place += 1
        return place


def _right(module: Module, answers: Mapping[str, int]) -> int:
    return sum(answers.get(question.key) == question.right for question in module.questions)


def _enough(right: int, module: Module) -> bool:
    return right * 100 >= module.pass_percent * len(module.questions)


def course(modules: Sequence[Module], *, forms: Collection[str]) -> tuple[Module, ...]:
    """The modules for a mentor who may work in these forms, in their order."""
    return tuple(m for m in modules if not m.forms or m.forms & set(forms))


def complete(modules: Sequence[Module], passed: Collection[str]) -> bool:
    """Whether everything needed is passed; of the packs for single forms one is enough."""
    return not left(modules, passed)


def left(modules: Sequence[Module], passed: Collection[str]) -> tuple[Module, ...]:
    """What is still needed, in order; of the packs the first one not begun stands for all."""
    needed = [m for m in modules if not m.optional and m.key not in passed]
    packs = [m for m in modules if m.forms and not m.optional]
    if any(pack.key in passed for pack in packs):
        return tuple(m for m in needed if not m.forms)
    return tuple(m for m in needed if not m.forms or m is packs[0])


@dataclass(eq=False, kw_only=True)
class Certificate:
    """What was learned stays learned, whatever becomes of the content: kept as it was that day."""

    organisation_id: UUID
    programme_id: UUID
    participation_id: UUID
    person_id: UUID
    number: str
    issued_at: datetime
    modules: list[str]  # keys, in order
    minutes: int
    id: UUID = field(default_factory=new_id)

    @property
    def parties(self) -> frozenset[UUID]:
        return frozenset({self.person_id})


def certificate_number(year: int, before: int) -> str:
    """ "2030-0042": the year, and how many the organisation had issued in it, plus one."""
    return f"{year}-{before + 1:04d}"
