"""What a wave of questionnaires may be refused for."""

from bot.domain.errors import Refusal


class TooFewForAnonymous(Refusal):
    """Of a handful of people each is known by what they answer."""

    key = "refusal-too-few-for-anonymous"


class DayInThePast(Refusal):
    key = "refusal-day-in-the-past"


class WaveTooLong(Refusal):
    key = "refusal-wave-too-long"
