"""Which files of answers left the house, and the keys of pseudonyms for research."""

from sqlalchemy import Column, Integer, String, Table, UniqueConstraint

from bot.domain.exports import ExportKind
from bot.storage.columns import Moment, choice
from bot.storage.tables.parts import key, metadata, of

exports = Table(
    "exports",
    metadata,
    key(),
    of("organisation_id", "organisations"),
    of("programme_id", "programmes"),
    of("wave_id", "waves", index=True),
    Column("kind", choice(ExportKind), nullable=False),
    of("by", "people"),
    Column("at", Moment, nullable=False),
    Column("people", Integer, nullable=False),
)
research_keys = Table(
    "research_keys",
    metadata,
    key(),
    of("organisation_id", "organisations"),
    of("programme_id", "programmes"),
    Column("secret", String(64), nullable=False),
    UniqueConstraint("programme_id"),  # two at once: the second is refused, and asks again
)
