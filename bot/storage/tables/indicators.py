"""Numbers an organisation says of itself, assessments of programmes, and SWOT boards."""

from sqlalchemy import JSON, Column, Date, Index, Integer, String, Table, Text, Uuid

from bot.domain.assessments import When
from bot.domain.swot import Side
from bot.storage.columns import Moment, choice
from bot.storage.tables.parts import key, metadata, of, row_version

counts = Table(  # never changed: a new number is a new row
    "counts",
    metadata,
    key(),
    of("organisation_id", "organisations"),
    of("programme_id", "programmes", optional=True, index=True),
    Column("key", String(40), nullable=False),
    Column("form", String(40)),
    Column("moment", String(8)),
    Column("number", Integer, nullable=False),
    Column("of", Integer),
    Column("on", Date, nullable=False),
    of("entered_by", "people", optional=True),  # nobody remembers who entered the oldest
    Column("entered_at", Moment, nullable=False),
    Index("ix_counts_house", "organisation_id", "key"),
)
assessments = Table(
    "assessments",
    metadata,
    key(),
    of("organisation_id", "organisations"),
    of("programme_id", "programmes", index=True),
    Column("at", choice(When), nullable=False),
    of("begun_by", "people"),
    Column("begun_at", Moment, nullable=False),
    Column("marks", JSON, nullable=False),
    Column("finished_at", Moment),
    row_version(),
)
swot_entries = Table(  # of nobody: who said it is not kept
    "swot_entries",
    metadata,
    key(),
    of("organisation_id", "organisations"),
    of("programme_id", "programmes", index=True),
    Column("side", choice(Side), nullable=False),
    Column("words", Text, nullable=False),
    Column("form", String(40)),
    Column("said", Integer, nullable=False),
    of("wave_id", "waves", optional=True, index=True),
    of("added_by", "people", optional=True),
    Column("added_at", Moment, nullable=False),
    Column("merged_into", Uuid),
    Column("out_at", Moment),
    row_version(),
)
