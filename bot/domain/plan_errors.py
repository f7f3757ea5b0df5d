"""Refusals about plans, diaries and goodbyes of pairs."""

from bot.domain.errors import AnswerNotUnderstood, Refusal


class DayIsOver(Refusal):
    """A day of a plan that has passed."""

    key = "refusal-day-is-over"


class GoalsEnough(Refusal):
    """args: most (goals at work)."""

    key = "refusal-goals-enough"


class StepsEnough(Refusal):
    """args: most (steps not done yet)."""

    key = "refusal-steps-enough"


class NoteUnderWay(Refusal):
    """A note of thanks that the other side has read is not written anew."""

    key = "refusal-note-under-way"


class TooYoungToMentor(Refusal):
    """args: age (from which one may be a mentor)."""

    key = "refusal-too-young-to-mentor"


class NotPercent(AnswerNotUnderstood):
    """A progress is a number from 0 to 100."""

    key = "refusal-not-percent"
