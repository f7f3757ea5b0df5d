"""What one side tells the curator about the pair, in private: the other side never sees it.

What each expects of the other before they begin, how the trial went, that one may have to stop,
that another mentor would be better.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from bot.domain.errors import Gone
from bot.domain.ids import new_id
from bot.domain.questions import Option
from bot.domain.ratings import Rated
from bot.domain.words import Words

YES, NO = "yes", "no"
ANY = "any"  # of an expectation: "as it suits the other", which never differs
MOST_QUESTIONS = 3  # of the handshake, and of the word on the trial: three taps
LONGEST_PAUSE_WEEKS = 26


class About(StrEnum):
    EXPECTS = "expects"
    TRIAL = "trial"
    MAY_STOP = "may-stop"
    CHANGE = "change"
    RATING = "rating"  # 1 to 10, every thirty days


ASKS = frozenset({About.MAY_STOP, About.CHANGE})  # somebody waits for the curator


@dataclass(frozen=True)
class Question:
    """Asked of both sides, answered by one tap; the words may differ by side."""

    key: str
    ask: Words
    options: tuple[Option, ...] = ()
    ask_guardian: Words | None = None  # the same, about their child

    def option(self, value: str) -> Option | None:
        return next((one for one in self.options if one.value == value), None)


@dataclass(frozen=True)
class PairLife:
    """What a region asks of a pair on its way."""

    expects: tuple[Question, ...]
    trial: tuple[Question, ...]  # answered by yes or no
    stop_reasons: tuple[Option, ...]
    pauses: tuple[int, ...]  # weeks

    def expected(self, said: Mapping[str, str]) -> dict[str, str]:
        """Raises `Gone` for anything a button cannot have carried."""
        known = {one.key: one for one in self.expects}
        if any(key not in known or known[key].option(said[key]) is None for key in said):
            raise Gone
        return dict(said)

    def of_trial(self, said: Mapping[str, str]) -> dict[str, str]:
        """All of it or nothing. Raises `Gone`."""
        if set(said) != {one.key for one in self.trial} or set(said.values()) - {YES, NO}:
            raise Gone
        return dict(said)

    def stop_reason(self, key: str) -> Option | None:
        return next((one for one in self.stop_reasons if one.value == key), None)


@dataclass(eq=False, kw_only=True)
class PairWord:
    organisation_id: UUID
    programme_id: UUID
    pair_id: UUID
    person_id: UUID  # whose word: one of the two, or the guardian of one
    about: About
    said: dict[str, str]
    said_at: datetime
    settled_at: datetime | None = None  # the curator has seen to it
    settled_by: UUID | None = None
    id: UUID = field(default_factory=new_id)

    @property
    def parties(self) -> frozenset[UUID]:
        return frozenset({self.person_id})

    @property
    def doubts(self) -> bool:
        """Whether the word on the trial holds any "no"."""
        return self.about is About.TRIAL and NO in self.said.values()

    @property
    def rated(self) -> Rated | None:
        """None for other words, and of whoever was deleted: they have said nothing."""
        if self.about is not About.RATING or not self.said:
            return None
        return Rated(
            self.person_id, int(self.said["round"]), int(self.said["rating"]), self.said_at
        )

    @property
    def waits(self) -> bool:
        """For the curator."""
        return self.settled_at is None and (self.about in ASKS or self.doubts)

    def settle(self, by: UUID, now: datetime) -> None:
        if self.settled_at is None:
            self.settled_at, self.settled_by = now, by


def differences(words: Iterable[PairWord]) -> tuple[str, ...]:
    """The expectations on which the two, or a guardian, have said different things.

    Silence is no difference.
    """
    said: dict[str, set[str]] = {}
    for word in words:
        if word.about is About.EXPECTS:
            for key, value in word.said.items():
                said.setdefault(key, set()).add(value)
    return tuple(sorted(key for key, values in said.items() if len(values - {ANY}) > 1))


def trial_is_good(words: Sequence[PairWord]) -> bool:
    """Both have spoken, and neither said no to anything."""
    spoken = [word for word in words if word.about is About.TRIAL]
    return len({word.person_id for word in spoken}) == 2 and not any(one.doubts for one in spoken)
