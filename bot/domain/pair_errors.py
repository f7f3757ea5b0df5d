"""What a programme may say no to on the way of a pair."""

from bot.domain.errors import Refusal


class PauseTooLong(Refusal):
    """A pause ends within some weeks, and not in the past."""

    key = "refusal-pause-too-long"
