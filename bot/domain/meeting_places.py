"""Where a meeting is, as somebody typed it: a link for one online, else a place in words."""

from urllib.parse import urlsplit

from bot.domain.meeting_errors import LinkNotUnderstood
from bot.domain.meetings import ONLINE

LONGEST = 200


def is_link(raw: str) -> bool:
    """Whether a browser would open it; nothing but the web is taken."""
    try:
        parts = urlsplit(raw.strip())
    except ValueError:  # "http://[" is no address
        return False
    return parts.scheme in ("http", "https") and "." in (parts.hostname or "")


def spot(raw: str, place: str) -> str:
    """As it is kept. Raises `LinkNotUnderstood`: an online meeting needs a link."""
    words = " ".join(raw.split())
    if not words or len(words) > LONGEST or (place == ONLINE and not is_link(words)):
        raise LinkNotUnderstood
    return words
