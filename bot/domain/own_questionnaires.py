"""An organisation's own version of a questionnaire: a draft, then published, perhaps taken back.

What was published never changes: a change is the next version. Of the published ones the newest
that was not taken back is asked; where there is none, the profile's.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from bot.domain.ids import new_id
from bot.domain.questionnaires import Questionnaire, dump, load


class OwnState(StrEnum):
    DRAFT = "draft"
    PUBLISHED = "published"
    TAKEN_BACK = "taken-back"


@dataclass(eq=False, kw_only=True)
class OwnQuestionnaire:
    organisation_id: UUID
    key: str
    number: int  # of the version
    content: Mapping[str, Any]
    made_by: UUID
    made_at: datetime
    state: OwnState = OwnState.DRAFT
    published_by: UUID | None = None
    published_at: datetime | None = None
    taken_back_by: UUID | None = None
    taken_back_at: datetime | None = None
    id: UUID = field(default_factory=new_id)

    @classmethod
    def draft(
        cls, questionnaire: Questionnaire, organisation_id: UUID, by: UUID, now: datetime
    ) -> "OwnQuestionnaire":
        return cls(
            organisation_id=organisation_id,
            key=questionnaire.key,
            number=questionnaire.version,
            content=dump(questionnaire),
            made_by=by,
            made_at=now,
        )

    @property
    def programme_id(self) -> None:
        """It is asked in every programme of the organisation."""
        return None

    @property
    def parties(self) -> frozenset[UUID]:
        return frozenset()

    @property
    def questionnaire(self) -> Questionnaire:
        return load(self.content)

    def publish(self, by: UUID, now: datetime) -> bool:
        """True when this call published it."""
        if self.state is not OwnState.DRAFT:
            return False
        self.state, self.published_by, self.published_at = OwnState.PUBLISHED, by, now
        return True

    def take_back(self, by: UUID, now: datetime) -> bool:
        """From now on the version before it is asked. True when this call took it back."""
        if self.state is not OwnState.PUBLISHED:
            return False
        self.state, self.taken_back_by, self.taken_back_at = OwnState.TAKEN_BACK, by, now
        return True


def in_use(versions: Iterable[OwnQuestionnaire]) -> dict[str, OwnQuestionnaire]:
    """By key: the newest version that is published."""
    published = [one for one in versions if one.state is OwnState.PUBLISHED]
    return {one.key: one for one in sorted(published, key=lambda one: one.number)}
