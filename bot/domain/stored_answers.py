"""Reading answers as they are stored: what was asked, what was said, why the rest is missing.

Plain functions of plain values: they read one response on a screen and 100,000 for a table.
"""

from collections.abc import Mapping
from typing import Any

from bot.domain.absences import Absence, is_hard_to_say, meant
from bot.domain.access import Role
from bot.domain.questionnaires import FACTS, Item, Questionnaire


def facts_of(answers: Mapping[str, Any], role: Role | None, form: str | None) -> dict[str, Any]:
    """What was known before the first question."""
    stood = {"role": role.value if role else None, "form": form}
    known = {fact: answers[fact] for fact in FACTS if fact in answers}
    return {**{fact: value for fact, value in stood.items() if value is not None}, **known}


def asked(
    questionnaire: Questionnaire, answers: Mapping[str, Any], facts: Mapping[str, Any]
) -> tuple[Item, ...]:
    """The items that follow from these answers; a hidden one's answer opens no other."""
    shown: list[Item] = []
    counted: dict[str, Any] = dict(facts)
    for item in questionnaire.items:
        if item.shown_if is None or item.shown_if.holds(counted):
            shown.append(item)
            if item.key in answers:
                counted[item.key] = answers[item.key]
    return tuple(shown)


def given(items: tuple[Item, ...], answers: Mapping[str, Any]) -> dict[str, Any]:
    """What counts as said of the items that were shown."""
    said = {item.key: meant(answers.get(item.key)) for item in items}
    return {key: value for key, value in said.items() if value is not None}


def passed_over(stored: Any) -> Absence | None:
    if is_hard_to_say(stored):
        return Absence.HARD_TO_SAY
    return Absence.SKIPPED if stored is None else None


def why_absent(
    questionnaire: Questionnaire,
    shown: tuple[Item, ...],
    answers: Mapping[str, Any],
    *,
    ended: bool,
    refused: bool,
) -> dict[str, Absence]:
    """Of every item without an answer that counts: why."""
    keys = {item.key for item in shown}
    found: dict[str, Absence] = {}
    reached = ended
    for item in reversed(questionnaire.items):
        key = item.key
        reached = reached or key in answers
        if key in keys and key in answers:
            if (reason := passed_over(answers[key])) is not None:
                found[key] = reason
        elif key not in keys and reached:
            found[key] = Absence.NOT_ASKED
        else:
            found[key] = Absence.REFUSED if refused else Absence.NOT_REACHED
    return found
