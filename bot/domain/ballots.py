"""What is kept of an anonymous answer sheet: what was said, and nothing about who said it.

No role, form or class either: whoever alone of their class has answered would be known by it.
What is to be compared is asked in waves of their own.
"""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from bot.domain.absences import Absence
from bot.domain.answer_tables import AnswerRow
from bot.domain.questionnaires import Questionnaire
from bot.domain.responses import Response


def ballot_of(response: Response, questionnaire: Questionnaire) -> dict[str, Any]:
    """For a response that was finished: its answers, and why the others are missing, by item.

    In the order of the questionnaire: not in the order in which they were given. Facts known before
    the first question are left out: they are about the person.
    """
    answers, absences = response.counted(questionnaire), response.absences(questionnaire)
    keys = [item.key for item in questionnaire.items]
    return {
        "answers": {key: answers[key] for key in keys if key in answers},
        "absences": {key: str(absences[key]) for key in keys if key in absences},
    }


def ballot_row(ballot_id: UUID, said: Mapping[str, Any]) -> AnswerRow:
    """A ballot as a row of a table; it belongs to no group and to no day."""
    return AnswerRow(
        id=ballot_id.hex,
        group={},
        answers=said["answers"],
        absences={key: Absence(why) for key, why in said["absences"].items()},
    )
