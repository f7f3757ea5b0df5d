"""What somebody typed to be kept or passed on: whole, or refused; never cut."""

from bot.domain.errors import AnswerEmpty, AnswerTooLong


def said(raw: str, longest: int) -> str:
    """Without blanks around it. Raises `AnswerEmpty`, `AnswerTooLong`."""
    words = raw.strip()
    if not words:
        raise AnswerEmpty
    if len(words) > longest:
        raise AnswerTooLong(longest=longest, length=len(words))
    return words
