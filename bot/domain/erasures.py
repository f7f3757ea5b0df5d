"""The act of a deletion: what the operator shows to prove that somebody's data is gone."""

from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from bot.domain.ids import new_id


@dataclass(eq=False, kw_only=True)
class Erasure:
    """One organisation's line about one person. It names nobody: the id leads to an empty row."""

    organisation_id: UUID
    person_id: UUID
    asked_by: UUID  # the person, or who answers for a minor
    at: datetime
    what: dict[str, int]  # kind of data -> how many rows of it were emptied or removed
    id: UUID = field(default_factory=new_id)
