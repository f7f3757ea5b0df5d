"""What is kept of an anonymous answer sheet: what was said, and nothing about who said it.

No role, form or class either: whoever alone of their class has answered would be known by it.
What may be compared is asked in waves of their own.
"""

from collections.abc import Mapping
from typing import Any

from bot.domain.questionnaires import Questionnaire
from bot.domain.responses import Response

SAID, ASKED = "answers", "asked"


def ballot_of(response: Response, questionnaire: Questionnaire) -> dict[str, Any]:
    """For a response that is complete.

    `answers`: by item, as stored (None: skipped); `asked`: the keys of the items that were shown.
    Facts known before the first question are left out: they are about the person.
    """
    shown = [item.key for item in response.visible(questionnaire)]
    return {SAID: {key: response.answers.get(key) for key in shown}, ASKED: shown}


def answers_in(said: Mapping[str, Any]) -> dict[str, Any]:
    return dict(said[SAID])
