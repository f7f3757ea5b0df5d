"""What the programme may say no to about meetings."""

from bot.domain.errors import Refusal


class AlreadySettled(Refusal):
    """Both have said the same about a meeting: it stands."""

    key = "refusal-already-settled"


class AlreadyLogged(Refusal):
    """The pair has a meeting at that time already."""

    key = "refusal-already-logged"


class MeetingTooOld(Refusal):
    """args: days."""

    key = "refusal-meeting-too-old"


class PlaceNotAllowed(Refusal):
    """An adult and a minor meet first on the organisation's ground, or with the curator."""

    key = "refusal-place-not-allowed"


class LinkNotUnderstood(Refusal):
    """Neither a web address nor a place in words."""

    key = "refusal-link-not-understood"
