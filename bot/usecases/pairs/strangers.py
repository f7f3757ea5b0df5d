"""What two people read about each other before they are a pair: a first name, and what for.

No surname, no way to reach anybody, no photo: also not in what somebody wrote in own words.
"""

import asyncio
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from bot.domain.access import Role
from bot.domain.hidden_words import without_contacts
from bot.domain.pairs import AGREED, Pair
from bot.domain.participations import Participation
from bot.domain.questionnaires import Questionnaire
from bot.solving.lemmas import first_name
from bot.storage.database import Transaction

SHOWN = {  # what of somebody's form the other side may see
    Role.MENTEE: ("needs", "interests", "formats"),
    Role.MENTOR: ("workplace", "competences", "about", "formats"),
}


@dataclass(frozen=True)
class Stranger:
    participation_id: UUID
    role: Role
    first_name: str
    about: tuple[tuple[str, Any], ...]  # (item key, stored answer)
    questionnaire: Questionnaire | None
    slots: frozenset[str]


async def strangers(
    tx: Transaction, participations: Collection[Participation]
) -> dict[UUID, Stranger]:
    """By participation; two queries whatever their number."""
    names = await tx.people.names({one.person_id for one in participations})
    forms = await tx.participations.forms_of(list(participations))
    first = await first_names(names)
    found = {}
    for one in participations:
        form = forms.get(one.id)
        questionnaire = await tx.surveys.version(form.questionnaire_id) if form else None
        answers = form.sent(questionnaire) if form and questionnaire else {}
        hidden = set(names[one.person_id].split()) - {first[one.person_id]}
        shown = [(key, _clean(answers[key], hidden)) for key in SHOWN[one.role] if key in answers]
        found[one.id] = Stranger(
            participation_id=one.id,
            role=one.role,
            first_name=first[one.person_id],
            about=tuple(shown),
            questionnaire=questionnaire,
            slots=frozenset((answers.get("free_time") or {}).get("options", ())),
        )
    return found


async def first_names(names: Mapping[UUID, str]) -> dict[UUID, str]:
    """By person. Which word is the first name a dictionary says, beside the event loop."""

    def read() -> dict[UUID, str]:
        return {id_: first_name(name) for id_, name in names.items()}

    return await asyncio.to_thread(read)


async def called(tx: Transaction, pairs: Collection[Pair]) -> dict[UUID, dict[UUID, str]]:
    """By pair: how each of the two is called to the other; in full once both have agreed."""
    names = await tx.people.names({id_ for pair in pairs for id_ in pair.parties})
    first = await first_names(names)
    return {
        pair.id: {
            id_: names[id_] if pair.active_since or pair.state in AGREED else first[id_]
            for id_ in pair.parties
        }
        for pair in pairs
    }


def _clean(answer: Any, hidden: Collection[str]) -> Any:
    if isinstance(answer, str):
        return without_contacts(answer, hidden)
    if isinstance(answer, dict) and answer.get("own"):
        return {**answer, "own": without_contacts(answer["own"], hidden)}
    return answer
