"""The same done about many pairs at once, and what it did about each."""

from sqlalchemy import JSON, Column, Index, Integer, Table, Uuid

from bot.domain.mass_acts import LeftOut, MassWhat, Undone
from bot.storage.columns import Moment, choice
from bot.storage.tables.parts import key, metadata, of, row_version

mass_acts = Table(
    "mass_acts",
    metadata,
    key(),
    of("organisation_id", "organisations"),
    of("programme_id", "programmes"),
    of("made_by", "people"),
    Column("what", choice(MassWhat), nullable=False),
    Column("at", Moment, nullable=False),
    Column("undo_until", Moment, nullable=False),
    Column("done", Integer, nullable=False),
    Column("left_out", Integer, nullable=False),
    Column("letters", Integer, nullable=False),
    Column("letters_at", Moment),
    of("to_id", "people", optional=True),
    of("broadcast_id", "broadcasts", optional=True, index=True),
    Column("undone_at", Moment),
    of("undone_by", "people", optional=True),
    Column("called_back", Integer, nullable=False),
    row_version(),
    Index("ix_mass_acts_lately", "programme_id", "made_by", "at"),
)
mass_lines = Table(
    "mass_lines",
    metadata,
    key(),
    of("organisation_id", "organisations"),
    of("programme_id", "programmes"),
    of("act_id", "mass_acts", index=True),
    of("pair_id", "pairs", index=True),
    of("made_by", "people"),
    Column("left_out", choice(LeftOut)),
    Column("mark_id", Uuid),
    Column("before", JSON(none_as_null=True)),
    Column("undone", choice(Undone)),
)
