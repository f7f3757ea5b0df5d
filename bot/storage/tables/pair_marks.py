"""What the team did about pairs that the digest named."""

from sqlalchemy import JSON, Boolean, Column, Date, Index, String, Table, UniqueConstraint

from bot.domain.health import Light
from bot.domain.pair_marks import Done
from bot.storage.columns import Moment, choice
from bot.storage.tables.parts import key, metadata, of

pair_marks = Table(
    "pair_marks",
    metadata,
    key(),
    of("organisation_id", "organisations"),
    of("programme_id", "programmes"),
    of("pair_id", "pairs"),
    of("made_by", "people"),
    Column("what", choice(Done), nullable=False),
    Column("on_day", Date, nullable=False),
    Column("at", Moment, nullable=False),
    Column("until", Date, nullable=False),
    Column("light", choice(Light), nullable=False),
    Column("alerts", JSON, nullable=False),
    Column("reason", String(24)),
    Column("with_mentee", Boolean, nullable=False),
    Column("with_mentor", Boolean, nullable=False),
    UniqueConstraint("pair_id", "made_by", "what", "on_day"),  # a second press is the same mark
    Index("ix_pair_marks_until", "programme_id", "until"),
)
