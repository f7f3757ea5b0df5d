"""What people write into the programme's report; templates of an organisation's own."""

from sqlalchemy import (
    Boolean,
    Column,
    Index,
    Integer,
    LargeBinary,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from bot.domain.papers import PaperKind
from bot.domain.report_texts import Section
from bot.storage.columns import Moment, choice
from bot.storage.tables.parts import key, metadata, of

report_texts = Table(
    "report_texts",
    metadata,
    key(),
    of("organisation_id", "organisations"),
    of("programme_id", "programmes"),
    Column("section", choice(Section), nullable=False),
    of("pair_id", "pairs", optional=True),
    of("mentee_id", "people", optional=True, index=True),
    of("mentor_id", "people", optional=True, index=True),
    Column("words", Text, nullable=False),
    of("written_by", "people"),
    Column("written_at", Moment, nullable=False),
    Index("ix_report_texts_section", "programme_id", "section"),
)
own_templates = Table(  # a new one is a new row; which is in force may change
    "own_templates",
    metadata,
    key(),
    of("organisation_id", "organisations"),
    Column("kind", choice(PaperKind), nullable=False),
    Column("number", Integer, nullable=False),
    Column("name", String(120), nullable=False),
    Column("content", LargeBinary, nullable=False),
    Column("in_force", Boolean, nullable=False),
    of("sent_by", "people"),
    Column("sent_at", Moment, nullable=False),
    UniqueConstraint("organisation_id", "kind", "number"),
)
