"""Polls of times within a group, and what its mentees have ticked."""

from sqlalchemy import JSON, Column, Index, String, Table, Text, UniqueConstraint, Uuid

from bot.domain.group_polls import PollState
from bot.storage.columns import Moment, choice
from bot.storage.tables.parts import key, metadata, of, row_version

group_polls = Table(
    "group_polls",
    metadata,
    key(),
    of("organisation_id", "organisations"),
    of("programme_id", "programmes", index=True),
    Column("group_id", Uuid, nullable=False, index=True),
    of("offered_by", "people", index=True),
    Column("offered_at", Moment, nullable=False),
    Column("times", JSON, nullable=False),
    Column("place", String(24), nullable=False),
    Column("where", Text),
    Column("ends_at", Moment, nullable=False),
    Column("state", choice(PollState), nullable=False),
    Column("at", Moment),
    row_version(),
    Index("ix_group_polls_ending", "state", "ends_at"),
)
group_poll_answers = Table(
    "group_poll_answers",
    metadata,
    key(),
    of("organisation_id", "organisations"),
    of("poll_id", "group_polls"),
    of("participation_id", "participations", index=True),
    Column("times", JSON, nullable=False),
    Column("answered_at", Moment, nullable=False),
    Column("entered_by", Uuid),  # somebody of the team, as the person said it
    UniqueConstraint("poll_id", "participation_id"),
)
