"""Runs of the matching, their proposals, wishes and vetoes."""

from sqlalchemy import JSON, Boolean, Column, Index, Integer, String, Table, Text, UniqueConstraint

from bot.domain.matching.runs import LineState, VetoBy
from bot.storage.columns import Moment, choice
from bot.storage.tables.parts import key, metadata, of, row_version

matching_runs = Table(
    "matching_runs",
    metadata,
    key(),
    of("organisation_id", "organisations"),
    of("programme_id", "programmes"),
    Column("made_at", Moment, nullable=False),
    of("made_by", "people"),
    Column("tuning", JSON, nullable=False),
    Column("figures", JSON, nullable=False),
    Column("proof", JSON, nullable=False),
    Column("left", JSON, nullable=False),
    Column("ready_at", Moment),
    Column("replaced_at", Moment),
    Column("decisions", Integer, nullable=False),
    Index("ix_matching_runs_programme", "programme_id", "made_at"),
)
matching_lines = Table(
    "matching_lines",
    metadata,
    key(),
    of("organisation_id", "organisations"),
    of("programme_id", "programmes"),
    of("run_id", "matching_runs"),
    Column("place", Integer, nullable=False),
    of("mentee_participation_id", "participations", index=True),
    of("mentor_participation_id", "participations", index=True),
    Column("form", String(40), nullable=False),
    Column("score", Integer, nullable=False),
    Column("reasons", JSON, nullable=False),
    Column("lacks", JSON, nullable=False),
    Column("alternatives", JSON, nullable=False),
    Column("group_number", Integer),
    Column("slot", String(24)),
    Column("state", choice(LineState), nullable=False),
    Column("by_hand", Boolean, nullable=False),
    Column("note", Text),
    Column("decided_at", Moment),
    of("decided_by", "people", optional=True),
    Column("decision", Integer),
    Column("before", choice(LineState)),
    row_version(),
    Index("ix_matching_lines_run", "run_id", "state", "place"),
)
vetoes = Table(
    "vetoes",
    metadata,
    key(),
    of("organisation_id", "organisations"),
    of("programme_id", "programmes", index=True),
    of("mentee_participation_id", "participations", index=True),
    of("mentor_participation_id", "participations", index=True),
    Column("by", choice(VetoBy), nullable=False),
    Column("at", Moment, nullable=False),
    Column("reason", Text),
    Column("lifted_at", Moment),
)
wishes = Table(
    "wishes",
    metadata,
    key(),
    of("organisation_id", "organisations"),
    of("programme_id", "programmes", index=True),
    of("participation_id", "participations"),
    of("wished_participation_id", "participations", index=True),
    Column("rank", Integer, nullable=False),
    Column("at", Moment, nullable=False),
    UniqueConstraint("participation_id", "wished_participation_id"),
)
