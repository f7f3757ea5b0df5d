"""What people write into the programme's report."""

from sqlalchemy import Column, Index, Table, Text

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
