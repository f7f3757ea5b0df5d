"""A template of an organisation's own: a Word document instead of ours, with its versions."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from bot.domain.ids import new_id
from bot.domain.papers import PaperKind

MEGABYTES = 1
MOST_TROUBLES = 8  # said at once
REPLACED = tuple(one for one in PaperKind if one is not PaperKind.CONSENTS)


class Fault(StrEnum):
    """What is wrong in a place of a template."""

    UNKNOWN_FIELD = "unknown-field"
    ROW_FIELD_OUTSIDE = "row-field-outside"  # of a table's row, and stands elsewhere
    OWN_FIELD_IN_FOOT = "own-field-in-foot"  # differs by copy, and stands where all copies share
    BRACKETS = "brackets"  # opened and not closed, or the other way round
    COMMANDS = "commands"  # of a template language: there are only fields
    NO_ROW = "no-row"  # nothing says where the pairs stand


@dataclass(frozen=True)
class TemplateTrouble:
    """`words`: the field, or the beginning of the paragraph it is in."""

    fault: Fault
    words: str = ""


def field_name(raw: str) -> str:
    """As it is compared: people write capitals and stray spaces."""
    return " ".join(raw.split()).lower()


@dataclass(frozen=True)
class TemplateFields:
    """What may stand in a template. `shared`: the same in every copy, so also in head and foot."""

    shared: frozenset[str]
    own: frozenset[str]
    row: frozenset[str]


@dataclass(eq=False, kw_only=True)
class OwnTemplate:
    """One version; the row stays whatever is in force."""

    organisation_id: UUID
    kind: PaperKind
    number: int
    name: str  # of the file that was sent
    content: bytes
    in_force: bool
    sent_by: UUID
    sent_at: datetime
    id: UUID = field(default_factory=new_id)

    @property
    def programme_id(self) -> None:
        """It is of the whole organisation."""
        return None

    @property
    def parties(self) -> frozenset[UUID]:
        return frozenset()
