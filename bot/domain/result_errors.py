"""Why results, or files of answers, are not given."""

from bot.domain.errors import Refusal


class ResultsNotYet(Refusal):
    """While people still answer, each new answer would follow from two looks."""

    key = "refusal-results-not-yet"


class RowsInConfidence(Refusal):
    """Answers given for the psychologist's eyes: others get totals only."""

    key = "refusal-rows-in-confidence"


class TooFewAnswers(Refusal):
    """Of fewer than five people nothing is given away."""

    key = "refusal-too-few-answers"
