"""Why, in somebody's own words: kept whole or refused, never cut."""

from bot.domain.errors import AnswerTooLong

LONGEST_REASON = 500


def own_reason(raw: str) -> str:
    """Without blanks around it; may be empty. Raises `AnswerTooLong`."""
    reason = raw.strip()
    if len(reason) > LONGEST_REASON:
        raise AnswerTooLong(longest=LONGEST_REASON, length=len(reason))
    return reason
