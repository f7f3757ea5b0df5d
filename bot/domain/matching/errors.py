"""What matching and the wishes before it may say no to."""

from bot.domain.errors import Refusal


class WishesClosed(Refusal):
    """The time for wishes is over, or has not begun."""

    key = "refusal-wishes-closed"


class TooManyWishes(Refusal):
    """args: most."""

    key = "refusal-too-many-wishes"


class NextRoundUnknown(Refusal):
    """Who waits is told a date: there has to be one, and it has to lie ahead."""

    key = "refusal-next-round-unknown"
