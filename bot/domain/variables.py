"""What stands for the names in the texts of a questionnaire.

What is put in is only ever a value: it is never read for names again, so the title of a programme
that somebody wrote cannot say anything the content did not.
"""

from collections.abc import Mapping

from bot.domain.questionnaires import NAMED


def filled(text: str, values: Mapping[str, str]) -> str:
    """A name without a value stays as it is."""
    return NAMED.sub(lambda found: values.get(found[1], found[0]), text)
