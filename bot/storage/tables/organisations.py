"""Organisations and their programmes: dates, road map, school calendar, links in."""

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Date,
    Index,
    Integer,
    String,
    Table,
    Text,
    Uuid,
    false,
)

from bot.domain.access import Role
from bot.domain.roadmap import ProgrammeStage
from bot.domain.school_calendar import SpanKind
from bot.storage.columns import Moment, choice
from bot.storage.tables.parts import key, metadata, of, row_version

organisations = Table(
    "organisations",
    metadata,
    key(),
    Column("name", String, nullable=False, unique=True),
    Column("timezone", String(64), nullable=False),
    Column("profile", String(40), nullable=False),
    Column("created_at", Moment, nullable=False),
    Column("kind", String(24)),
    Column("contingent", JSON, nullable=False, server_default="{}"),
    Column("contingent_on", Date),
    Column("lessons", JSON, nullable=False, server_default="{}"),
)
programmes = Table(
    "programmes",
    metadata,
    key(),
    of("organisation_id", "organisations", index=True),
    Column("name", String, nullable=False),
    Column("forms", JSON, nullable=False),
    Column("starts_on", Date, nullable=False),
    Column("ends_on", Date, nullable=False),
    Column("created_at", Moment, nullable=False),
    Column("digest_weekday", Integer, nullable=False),
    Column("digest_hour", Integer, nullable=False),
    Column("variants", JSON, nullable=False, server_default="{}"),
    Column("targets", JSON, nullable=False, server_default="{}"),
    Column("copied_from", Uuid),
    Column("archived_at", Moment),
    Column("matching", JSON, nullable=False, server_default="{}"),
    Column("next_round_on", Date),
    Column("wishes_until", Moment),
    Column("road_map_agreed_on", Date),
    Column("talks_since", Date),
)
road_map_items = Table(
    "road_map_items",
    metadata,
    key(),
    of("organisation_id", "organisations"),
    of("programme_id", "programmes"),
    Column("stage", choice(ProgrammeStage), nullable=False),
    Column("title", String(240), nullable=False),
    Column("due_on", Date, nullable=False),
    Column("position", Integer, nullable=False),
    Column("result", String(240)),
    of("responsible_id", "people", optional=True),
    Column("responsible", String(120)),
    Column("done_at", Moment),
    of("done_by", "people", optional=True),
    Column("delay_reason", Text),
    row_version(),
    Index("ix_road_map_items_order", "programme_id", "position"),
)
calendar_spans = Table(
    "calendar_spans",
    metadata,
    key(),
    of("organisation_id", "organisations"),
    Column("kind", choice(SpanKind), nullable=False),
    Column("starts_on", Date, nullable=False),
    Column("ends_on", Date, nullable=False),
    Column("title", String(120)),
    Index("ix_calendar_spans_days", "organisation_id", "ends_on"),
)
invitations = Table(
    "invitations",
    metadata,
    key(),
    of("organisation_id", "organisations"),
    of("programme_id", "programmes", optional=True),
    Column("role", choice(Role), nullable=False),
    Column("token_hash", String(64), nullable=False, unique=True),
    Column("subject_id", Uuid),
    of("created_by", "people", optional=True),
    Column("created_at", Moment, nullable=False),
    Column("expires_at", Moment, nullable=False),
    Column("uses_left", Integer, nullable=False),
    Column("revoked_at", Moment),
    Column("label", String(80)),
    Column("uses", Integer, nullable=False, server_default="0"),
    Column("person_id", Uuid),
    Column("known", Boolean, nullable=False, server_default=false()),
)
wrong_codes = Table(  # links that led nowhere, by account: too many lock it out for a while
    "wrong_codes",
    metadata,
    key(),
    Column("messenger", String(16), nullable=False),
    Column("address", String(64), nullable=False),
    Column("at", Moment, nullable=False),
    Index("ix_wrong_codes_account", "messenger", "address", "at"),
)
