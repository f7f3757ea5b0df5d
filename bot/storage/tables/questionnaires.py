"""Questionnaires as they were used, and what people answered."""

from sqlalchemy import JSON, Column, Index, Integer, String, Table, Uuid, text

from bot.domain.access import Role
from bot.domain.responses import ResponseState
from bot.storage.columns import Moment, choice
from bot.storage.tables.parts import key, metadata, of, row_version

questionnaires = Table(  # a version once used never changes: content by its digest
    "questionnaires",
    metadata,
    key(),
    Column("key", String(40), nullable=False),
    Column("version", Integer, nullable=False),
    Column("digest", String(64), nullable=False, unique=True),
    Column("content", JSON, nullable=False),
    Column("stored_at", Moment, nullable=False),
)
responses = Table(
    "responses",
    metadata,
    key(),
    of("organisation_id", "organisations"),
    of("programme_id", "programmes", optional=True),
    of("person_id", "people", index=True),
    of("questionnaire_id", "questionnaires"),
    of("wave_id", "waves", optional=True, index=True),
    Column("participation_id", Uuid),
    Column("state", choice(ResponseState), nullable=False),
    Column("answers", JSON, nullable=False),
    Column("drafts", JSON, nullable=False),
    Column("cursor", String(40)),
    Column("started_at", Moment),
    Column("finished_at", Moment),
    Column("touched_at", Moment),
    Column("reminders", Integer, nullable=False),
    Column("seconds", JSON(none_as_null=True)),
    Column("handed_in", JSON(none_as_null=True)),
    Column("replaced", JSON(none_as_null=True)),
    Column("entered_by", Uuid),  # somebody of the team, as the person said it
    Column("role", choice(Role)),
    Column("form", String(40)),
    Column("group_name", String(40)),
    Column("closes_at", Moment),
    Column("remind_at", Moment),
    row_version(),
    Index("ix_responses_invited", "wave_id", "person_id", unique=True),
    Index(  # surveys that end by themselves
        "ix_responses_closes_at",
        "closes_at",
        sqlite_where=text("state IN ('invited', 'started')"),
        postgresql_where=text("state IN ('invited', 'started')"),
    ),
    Index(
        "ix_responses_remind_at",
        "remind_at",
        sqlite_where=text("remind_at IS NOT NULL"),
        postgresql_where=text("remind_at IS NOT NULL"),
    ),
    Index(  # intake forms that were begun and left alone
        "ix_responses_left",
        "reminders",
        "touched_at",
        sqlite_where=text("state = 'started' AND wave_id IS NULL"),
        postgresql_where=text("state = 'started' AND wave_id IS NULL"),
    ),
)
