"""When and of what a curator hears, and who cares for whose pairs while somebody is away."""

from sqlalchemy import JSON, Column, Date, Index, Integer, Table, UniqueConstraint

from bot.domain.digest_choices import Often
from bot.storage.columns import Moment, choice
from bot.storage.tables.parts import key, metadata, of

digest_choices = Table(
    "digest_choices",
    metadata,
    key(),
    of("organisation_id", "organisations"),
    of("programme_id", "programmes"),
    of("person_id", "people"),
    Column("often", choice(Often), nullable=False),
    Column("weekday", Integer, nullable=False),
    Column("hour", Integer, nullable=False),
    Column("without", JSON, nullable=False),
    Column("talks_since", Date),
    UniqueConstraint("programme_id", "person_id"),
)
handovers = Table(  # of one's pairs, for some days
    "handovers",
    metadata,
    key(),
    of("organisation_id", "organisations"),
    of("programme_id", "programmes"),
    of("from_id", "people"),
    of("to_id", "people", index=True),
    Column("starts_on", Date, nullable=False),
    Column("ends_on", Date, nullable=False),  # the last day
    of("made_by", "people"),
    Column("made_at", Moment, nullable=False),
    Column("ended_at", Moment),
    Index("ix_handovers_days", "programme_id", "ends_on"),
)
