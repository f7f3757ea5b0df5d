"""One person's way through one questionnaire, from the invitation to the last answer.

- A press counts only for the question on the screen: a second press, or one on an old message,
  changes nothing and returns False.
- Every answer is kept at once; leaving half-way loses nothing, unfinished choices included.
- An answer whose question is hidden by a later change is kept but not counted.
- Dictionaries are replaced and never changed in place: that is how storage sees a change.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from bot.domain.absences import HARD_TO_SAY, Absence, meant
from bot.domain.access import Role
from bot.domain.errors import AnswerNeeded, QuestionsLeft
from bot.domain.ids import new_id
from bot.domain.questionnaires import Item, Questionnaire
from bot.domain.questions import GATHERED, Lexicon
from bot.domain.stored_answers import asked, facts_of, given, passed_over, why_absent


class ResponseState(StrEnum):
    INVITED = "invited"
    STARTED = "started"
    FINISHED = "finished"
    REFUSED = "refused"  # the person said they would rather not
    CLOSED = "closed"  # the time was over


MOST_REPLACED = 50  # answers said otherwise that are remembered; the oldest go first
LONGEST_THOUGHT = 600.0  # seconds on one item; who is away longer has put it aside
OPEN = frozenset({ResponseState.INVITED, ResponseState.STARTED})
DONE_WITH = frozenset({ResponseState.FINISHED, ResponseState.REFUSED})  # as the person wanted it


@dataclass(frozen=True)
class Progress:
    number: int  # of the question on the screen, from one
    total: int  # questions shown to this person; changes with their answers


@dataclass(eq=False, kw_only=True)
class Response:
    organisation_id: UUID
    person_id: UUID
    questionnaire_id: UUID  # the row of the stored version
    programme_id: UUID | None = None
    wave_id: UUID | None = None
    participation_id: UUID | None = None
    state: ResponseState = ResponseState.INVITED
    answers: dict[str, Any] = field(default_factory=dict)  # None: skipped; or `HARD_TO_SAY`
    drafts: dict[str, Any] = field(default_factory=dict)  # choices not yet confirmed
    cursor: str | None = None  # an item gone back to; None: the first one unanswered
    started_at: datetime | None = None
    finished_at: datetime | None = None
    touched_at: datetime | None = None
    reminders: int = 0
    seconds: dict[str, float] | None = None  # spent on each item, breaks cut short
    handed_in: dict[str, Any] | None = None  # the answers as sent, while they are being corrected
    # what was said before it was said otherwise: [item, answer, when it was replaced], oldest first
    replaced: list[list[Any]] | None = None
    entered_by: UUID | None = None  # of the team, for somebody without a messenger
    # of a wave: as the person stood in the programme when the list was frozen, and until when
    role: Role | None = None
    form: str | None = None
    group_name: str | None = None
    closes_at: datetime | None = None
    remind_at: datetime | None = None  # when to look whether to remind; None: not any more
    id: UUID = field(default_factory=new_id)
    # the last answer of `visible`: good as long as these very answers are
    _shown: tuple[Questionnaire, dict[str, Any], tuple[Item, ...]] | None = field(
        default=None, init=False, repr=False
    )

    @property
    def parties(self) -> frozenset[UUID]:
        return frozenset({self.person_id})

    @property
    def open(self) -> bool:
        return self.state in OPEN

    @property
    def facts(self) -> dict[str, Any]:
        """What was known before the first question."""
        return facts_of(self.answers, self.role, self.form)

    def visible(self, questionnaire: Questionnaire) -> tuple[Item, ...]:
        """The items this person is asked; a hidden item's answer opens no other item."""
        known, answers = self._shown, self.answers
        if known is not None and known[0] is questionnaire and known[1] is answers:
            return known[2]
        self._shown = (questionnaire, answers, asked(questionnaire, answers, self.facts))
        return self._shown[2]

    def counted(self, questionnaire: Questionnaire) -> dict[str, Any]:
        """What the person really said: answers of shown items, none for the skipped ones."""
        return given(self.visible(questionnaire), self.answers)

    def sent(self, questionnaire: Questionnaire) -> dict[str, Any]:
        """What others may read: answers that are being corrected count when they are sent."""
        if self.handed_in is None:
            return self.counted(questionnaire)
        return given(asked(questionnaire, self.handed_in, self.facts), self.handed_in)

    def corrections(self, questionnaire: Questionnaire) -> dict[str, tuple[Any, Any]]:
        """Item by item, before and after, of a form opened again since it was sent."""
        if self.handed_in is None:
            return {}
        before, after = self.sent(questionnaire), self.counted(questionnaire)
        pairs = {i.key: (before.get(i.key), after.get(i.key)) for i in questionnaire.items}
        return {key: pair for key, pair in pairs.items() if pair[0] != pair[1]}

    def current(self, questionnaire: Questionnaire) -> Item | None:
        """The item on the screen; None when all are answered (review) or nothing is asked."""
        if not self.open:
            return None
        shown = self.visible(questionnaire)
        answers, cursor = self.answers, self.cursor
        returned_to = next((item for item in shown if item.key == cursor), None)
        return returned_to or next((i for i in shown if i.key not in answers), None)

    def progress(self, questionnaire: Questionnaire) -> Progress:
        """At the review the number equals the total."""
        shown = self.visible(questionnaire)
        current = self.current(questionnaire)
        return Progress(shown.index(current) + 1 if current else len(shown), len(shown))

    def chosen(self, key: str) -> Any:
        """What stands ticked, or ranked, right now; an absent answer is nothing of it."""
        return meant(self.drafts.get(key, self.answers.get(key)))

    def answer(
        self, questionnaire: Questionnaire, key: str, raw: str, lexicon: Lexicon, now: datetime
    ) -> bool:
        item = self._on_screen(questionnaire, key)
        if item is None:
            return False
        self._keep(key, item.kind.accept(raw, lexicon), now)
        return True

    def toggle(
        self, questionnaire: Questionnaire, key: str, raw: str, lexicon: Lexicon, now: datetime
    ) -> bool:
        """One press, or one typed message, in a choice of several or a ranking."""
        item = self._on_screen(questionnaire, key)
        if item is None or not isinstance(item.kind, GATHERED):
            return False
        draft = item.kind.toggle(self.chosen(key), raw, lexicon)
        self.drafts = {**self.drafts, key: draft}
        self._spend(key, now)
        self._touch(now)
        return True

    def commit_multiple(self, questionnaire: Questionnaire, key: str, now: datetime) -> bool:
        """The "Next" button below a draft; nothing chosen skips an optional question."""
        item = self._on_screen(questionnaire, key)
        if item is None or not isinstance(item.kind, GATHERED):
            return False
        chosen = self.chosen(key)
        if item.optional and item.kind.empty(chosen):
            self._keep(key, None, now)
        else:
            self._keep(key, item.kind.complete(chosen), now)
        return True

    def skip(self, questionnaire: Questionnaire, key: str, now: datetime) -> bool:
        item = self._on_screen(questionnaire, key)
        if item is None:
            return False
        if not item.optional:
            raise AnswerNeeded
        self._keep(key, None, now)
        return True

    def hard_to_say(self, questionnaire: Questionnaire, key: str, now: datetime) -> bool:
        """ "Hard to say", "not assessed": an answer that counts as none. Raises `AnswerNeeded`."""
        item = self._on_screen(questionnaire, key)
        if item is None:
            return False
        if not item.hard_to_say:
            raise AnswerNeeded
        self._keep(key, dict(HARD_TO_SAY), now)
        return True

    def passed_over(self, key: str) -> Absence | None:
        """How an item was answered without an answer."""
        return passed_over(self.answers[key]) if key in self.answers else None

    def absences(self, questionnaire: Questionnaire) -> dict[str, Absence]:
        """Of every item without an answer that counts: why."""
        return why_absent(
            questionnaire,
            self.visible(questionnaire),
            self.answers,
            ended=self.state is ResponseState.FINISHED,
            refused=self.state is ResponseState.REFUSED,
        )

    def back(self, questionnaire: Questionnaire) -> bool:
        """To the question before this one; False at the first."""
        if not self.open:
            return False
        shown = self.visible(questionnaire)
        current = self.current(questionnaire)
        place = shown.index(current) if current else len(shown)
        if place == 0:
            return False
        self.cursor = shown[place - 1].key
        return True

    def edit(self, questionnaire: Questionnaire, key: str) -> bool:
        """From the review to one answered item; its new answer leads back to the review."""
        keys = {item.key for item in self.visible(questionnaire)}
        if not self.open or key not in keys or key not in self.answers:
            return False
        self.cursor = key
        return True

    def know(self, known: Mapping[str, Any]) -> None:
        """Facts, and answers that need not be asked for: they are kept like given ones."""
        self.answers = {**self.answers, **known}

    def review(self) -> None:
        """Leave an item gone back to without changing its answer."""
        self.cursor = None

    def finish(self, questionnaire: Questionnaire, now: datetime) -> bool:
        """Hand in; True when this call did it. Raises `QuestionsLeft` before the last answer."""
        if not self.open:
            return False
        left = [i for i in self.visible(questionnaire) if i.key not in self.answers]
        if left:
            raise QuestionsLeft(left=len(left))
        self._touch(now)
        self.state, self.finished_at = ResponseState.FINISHED, now
        self.cursor, self.drafts, self.handed_in = None, {}, None
        return True

    def reopen(self, now: datetime) -> bool:
        """Back to the review of a form already handed in, to correct it."""
        if self.state is not ResponseState.FINISHED:
            return False
        self.state, self.finished_at, self.touched_at = ResponseState.STARTED, None, now
        self.handed_in = self.answers
        return True

    def refuse(self, now: datetime) -> bool:
        if not self.open:
            return False
        self.state, self.touched_at = ResponseState.REFUSED, now
        return True

    def forget(self) -> None:
        """What was answered is gone."""
        self.answers, self.drafts, self.cursor, self.handed_in = {}, {}, None, None
        self.seconds = self.replaced = None

    def close(self, now: datetime) -> bool:
        """The time is over: what was answered stays. True when this call closed it."""
        if not self.open:
            return False
        self.state, self.touched_at = ResponseState.CLOSED, now
        return True

    def _on_screen(self, questionnaire: Questionnaire, key: str) -> Item | None:
        current = self.current(questionnaire)
        return current if current is not None and current.key == key else None

    def _keep(self, key: str, value: Any, now: datetime) -> None:
        if key in self.answers and self.answers[key] != value:
            before = [key, self.answers[key], now.isoformat()]
            self.replaced = [*(self.replaced or ())[1 - MOST_REPLACED :], before]
        self.answers = {**self.answers, key: value}
        self.drafts = {k: v for k, v in self.drafts.items() if k != key}
        self.cursor = None
        self._spend(key, now)
        self._touch(now)

    def _spend(self, key: str, now: datetime) -> None:
        """The time since the last touch belongs to this item; none is known of the first."""
        if self.touched_at is not None:
            spent = min((now - self.touched_at).total_seconds(), LONGEST_THOUGHT)
            seconds = self.seconds or {}
            self.seconds = {**seconds, key: round(seconds.get(key, 0.0) + max(spent, 0.0), 1)}

    def _touch(self, now: datetime) -> None:
        if self.state is ResponseState.INVITED:
            self.state, self.started_at = ResponseState.STARTED, now
        self.touched_at = now


def summary(
    questionnaire: Questionnaire, responses: list[Response]
) -> Mapping[str, dict[str, Any]]:
    """Each item's summary over what these people really said."""
    counted = [response.counted(questionnaire) for response in responses]
    return {
        item.key: item.kind.summarise([given.get(item.key) for given in counted])
        for item in questionnaire.items
    }
