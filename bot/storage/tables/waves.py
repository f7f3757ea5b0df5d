"""Waves: what a curator has planned, what was opened, and the ballots of anonymous ones."""

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Date,
    Integer,
    String,
    Table,
    UniqueConstraint,
    Uuid,
    false,
    text,
)

from bot.domain.waves import WaveEvent, WaveState
from bot.storage.columns import Moment, choice
from bot.storage.tables.parts import key, metadata, of

wave_plans = Table(
    "wave_plans",
    metadata,
    key(),
    of("organisation_id", "organisations"),
    of("programme_id", "programmes"),
    Column("key", String(40), nullable=False),
    Column("questionnaire", String(40), nullable=False),
    Column("event", choice(WaveEvent), nullable=False),
    Column("days", Integer, nullable=False),
    Column("anonymous", Boolean, nullable=False),
    Column("audience", JSON, nullable=False),
    Column("enabled", Boolean, nullable=False, index=True),
    Column("starts_on", Date),
    of("changed_by", "people"),
    Column("changed_at", Moment, nullable=False),
    UniqueConstraint("programme_id", "key"),
)
waves = Table(
    "waves",
    metadata,
    key(),
    of("organisation_id", "organisations"),
    of("programme_id", "programmes", index=True),
    of("questionnaire_id", "questionnaires"),
    Column("opened_at", Moment, nullable=False),
    of("opened_by", "people"),
    Column("closes_at", Moment, nullable=False),
    Column("state", choice(WaveState), nullable=False),
    Column("closed_at", Moment),
    Column("key", String(40), nullable=False, server_default="half-way"),
    Column("event", choice(WaveEvent), nullable=False, server_default="date"),
    Column("anonymous", Boolean, nullable=False, server_default=false()),
    Column(
        "audience",
        JSON,
        nullable=False,
        server_default=text(
            """'{"roles": ["mentee", "mentor"], "forms": [], "groups": [], "alone": false}'"""
        ),
    ),
    Column("days", Integer, nullable=False, server_default="10"),
    Column("listed_to", Uuid),
    Column("listed_at", Moment),
)
# Not even the order of its rows may tell anything: no row ids, no moment, no person, and a key made
# of chance alone. See docs/decisions/0029.
ballots = Table(
    "ballots",
    metadata,
    Column("wave_id", Uuid, primary_key=True),
    Column("id", Uuid, primary_key=True),
    of("organisation_id", "organisations"),
    Column("said", JSON, nullable=False),
    sqlite_with_rowid=False,
)
