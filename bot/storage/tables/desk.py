"""The curator's desk: questions of participants, notes of the team, letters to many, tasks."""

from sqlalchemy import (
    JSON,
    Column,
    Date,
    Index,
    Integer,
    String,
    Table,
    Text,
    UniqueConstraint,
    Uuid,
    text,
)

from bot.domain.broadcasts import BroadcastState
from bot.domain.tickets import TicketState
from bot.storage.columns import Moment, choice
from bot.storage.tables.parts import key, metadata, of, row_version

tickets = Table(
    "tickets",
    metadata,
    key(),
    of("organisation_id", "organisations"),
    of("programme_id", "programmes"),
    of("person_id", "people", index=True),
    of("participation_id", "participations", index=True),
    Column("asked_at", Moment, nullable=False),
    Column("moved_at", Moment, nullable=False),
    Column("state", choice(TicketState), nullable=False),
    row_version(),
    Index("ix_tickets_waiting", "programme_id", "state", "asked_at"),
)
ticket_messages = Table(
    "ticket_messages",
    metadata,
    key(),
    of("organisation_id", "organisations"),
    of("programme_id", "programmes"),
    of("ticket_id", "tickets", index=True),
    of("person_id", "people"),
    Column("words", Text, nullable=False),
    Column("at", Moment, nullable=False),
)
desk_notes = Table(
    "desk_notes",
    metadata,
    key(),
    of("organisation_id", "organisations"),
    of("programme_id", "programmes"),
    of("participation_id", "participations", optional=True, index=True),
    of("pair_id", "pairs", optional=True, index=True),
    of("made_by", "people"),
    Column("words", Text, nullable=False),
    Column("at", Moment, nullable=False),
)
note_views = Table(
    "note_views",
    metadata,
    key(),
    of("organisation_id", "organisations"),
    of("note_id", "desk_notes"),
    of("person_id", "people"),
    Column("seen_at", Moment, nullable=False),
    UniqueConstraint("note_id", "person_id"),
)
broadcasts = Table(
    "broadcasts",
    metadata,
    key(),
    of("organisation_id", "organisations"),
    of("programme_id", "programmes"),
    of("made_by", "people"),
    Column("segment", JSON, nullable=False),
    Column("made_at", Moment, nullable=False),
    Column("due_at", Moment, nullable=False),
    Column("ready", String(40)),
    Column("words", Text),
    Column("state", choice(BroadcastState), nullable=False),
    Column("listed_to", Uuid),
    Column("listed", Integer, nullable=False),
    Column("stopped_at", Moment),
    row_version(),
    Index("ix_broadcasts_made", "programme_id", "made_at"),
    Index(
        "ix_broadcasts_due",
        "due_at",
        sqlite_where=text("state IN ('planned', 'sending')"),
        postgresql_where=text("state IN ('planned', 'sending')"),
    ),
)
desk_tasks = Table(
    "desk_tasks",
    metadata,
    key(),
    of("organisation_id", "organisations"),
    of("programme_id", "programmes"),
    of("person_id", "people"),
    Column("words", Text, nullable=False),
    Column("due_on", Date, nullable=False),
    Column("made_at", Moment, nullable=False),
    Column("done_at", Moment),
    Index("ix_desk_tasks_whose", "programme_id", "person_id", "done_at"),
)
