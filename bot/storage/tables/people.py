"""Human beings, their accounts and roles, and what they agreed to."""

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Date,
    Index,
    Integer,
    String,
    Table,
    UniqueConstraint,
    Uuid,
    false,
    text,
    true,
)
from sqlalchemy.engine.default import DefaultExecutionContext

from bot.domain.access import Role
from bot.domain.people import AgeBand, Tone, searchable
from bot.storage.columns import Moment, choice
from bot.storage.tables.parts import key, metadata, of


def _searchable(context: DefaultExecutionContext) -> str | None:
    """Of rows that are put in without their objects."""
    return searchable((context.current_parameters or {}).get("name"))


people = Table(
    "people",
    metadata,
    key(),
    Column("name", String),
    Column("search_name", String, default=_searchable),
    Column("birth_year", Integer),
    Column("birth_date", Date),
    Column("age_band", choice(AgeBand)),
    Column("locale", String(8), nullable=False),
    Column("tone", choice(Tone), nullable=False),
    Column("day_before_hour", Integer, server_default=text("17")),
    Column("hour_before", Boolean, nullable=False, server_default=true()),
    Column("feed_hash", String(64)),
    Column("created_at", Moment, nullable=False),
    Column("erased_at", Moment),
    Index("ix_people_feed_hash", "feed_hash", unique=True),
)
contacts = Table(
    "contacts",
    metadata,
    key(),
    of("person_id", "people", index=True),
    Column("messenger", String(16), nullable=False),
    Column("address", String(64), nullable=False),
    Column("reachable", Boolean, nullable=False),
    Column("unreachable_since", Moment),
    UniqueConstraint("messenger", "address"),
)
memberships = Table(
    "memberships",
    metadata,
    key(),
    of("person_id", "people", index=True),
    of("organisation_id", "organisations"),
    of("programme_id", "programmes", optional=True),
    Column("role", choice(Role), nullable=False),
    Column("since", Moment, nullable=False),
    Column("ended_at", Moment),
    Column("own_pairs_only", Boolean, nullable=False, server_default=false()),
    Index("ix_memberships_organisation_role", "organisation_id", "role"),
)
guardianships = Table(
    "guardianships",
    metadata,
    key(),
    of("organisation_id", "organisations"),
    of("guardian_id", "people", index=True),
    of("ward_id", "people", index=True),
    Column("since", Moment, nullable=False),
    Column("ended_at", Moment),
    UniqueConstraint("organisation_id", "guardian_id", "ward_id"),
)
consents = Table(
    "consents",
    metadata,
    key(),
    of("organisation_id", "organisations"),
    of("person_id", "people", index=True),
    of("given_by", "people"),
    Column("kind", String(40), nullable=False),
    Column("version", String(40), nullable=False),
    Column("text_hash", String(64), nullable=False),
    Column("locale", String(8), nullable=False),
    Column("channel", String(16), nullable=False),
    Column("given_at", Moment, nullable=False),
    Column("paper_date", Date),
    Column("paper_number", String(40)),
    Column("withdrawn_at", Moment),
    Column("withdrawn_by", Uuid),
    Column("refused", Boolean, nullable=False, server_default=false()),
)
erasures = Table(  # acts of deletion: kept for three years as the operator's proof
    "erasures",
    metadata,
    key(),
    of("organisation_id", "organisations", index=True),
    of("person_id", "people"),
    of("asked_by", "people"),
    Column("at", Moment, nullable=False),
    Column("what", JSON, nullable=False),
)
