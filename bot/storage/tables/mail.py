"""What is said and heard: letters, updates, open dialogs, and who may fetch them."""

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    Index,
    Integer,
    String,
    Table,
    Text,
    UniqueConstraint,
    Uuid,
    text,
)

from bot.domain.notices import NoticeState
from bot.storage.columns import Moment, choice
from bot.storage.tables.parts import key, metadata, of

notices = Table(
    "notices",
    metadata,
    key(),
    of("organisation_id", "organisations"),
    Column("kind", String(40), nullable=False),
    of("to", "people", index=True),
    Column("subject", Uuid, nullable=False, index=True),
    Column("due_at", Moment, nullable=False),
    Column("try_at", Moment, nullable=False),
    Column("useful_until", Moment, nullable=False),
    Column("priority", Integer, nullable=False),
    Column("state", choice(NoticeState), nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("doubtful", Boolean, nullable=False),
    Column("owner", String(64)),
    Column("lease_until", Moment),
    Column("settled_at", Moment),
    Column("message_id", String(32)),
    Column("reason", Text),
    UniqueConstraint("kind", "to", "subject", "due_at"),
    Index(
        "ix_notices_due",
        "priority",
        "try_at",
        sqlite_where=text("state = 'planned'"),
        postgresql_where=text("state = 'planned'"),
    ),
    Index(
        "ix_notices_leased",
        "lease_until",
        sqlite_where=text("state IN ('claimed', 'in-flight')"),
        postgresql_where=text("state IN ('claimed', 'in-flight')"),
    ),
    Index(
        "ix_notices_lost",
        "organisation_id",
        "settled_at",
        sqlite_where=text("state IN ('failed', 'uncertain', 'missed')"),
        postgresql_where=text("state IN ('failed', 'uncertain', 'missed')"),
    ),
)
inbox = Table(  # updates as the messenger sent them, until they are done
    "inbox",
    metadata,
    Column("update_id", BigInteger, primary_key=True, autoincrement=False),
    Column("chat", String(64), nullable=False),
    Column("raw", Text, nullable=False),
    Column("received_at", Moment, nullable=False),
    Column("state", String(12), nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("error", Text),
    Index(
        "ix_inbox_waiting",
        "update_id",
        sqlite_where=text("state IN ('waiting', 'applied')"),
        postgresql_where=text("state IN ('waiting', 'applied')"),
    ),
)
conversations = Table(  # what dialog each chat is in
    "conversations",
    metadata,
    Column("key", String(96), primary_key=True),
    Column("data", JSON, nullable=False),
    Column("touched_at", Moment, nullable=False),
)
leases = Table(  # who may receive updates now: one process at a time
    "leases",
    metadata,
    Column("name", String(40), primary_key=True),
    Column("owner", String(64), nullable=False),
    Column("until", Moment, nullable=False),
)
clock_rules = Table(  # the rules of a zone by which everything ahead was planned
    "clock_rules",
    metadata,
    Column("zone", String(64), primary_key=True),
    Column("since", Moment, nullable=False),
    Column("until", Moment, nullable=False),
    Column("changes", JSON, nullable=False),
)
