"""The tables of the database.

`organisation_id` stands on every table that belongs to an organisation; the exceptions (a human
being may belong to several; the messenger's mail belongs to none) are listed in tests/architecture.
"""

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
    Uuid,
    text,
)

from bot.domain.access import Role
from bot.domain.meetings import MeetingState, Receipt
from bot.domain.notices import NoticeState
from bot.domain.pairs import PairState
from bot.domain.participations import ParticipationState
from bot.domain.people import AgeBand, Tone
from bot.domain.responses import ResponseState
from bot.domain.waves import WaveState
from bot.storage.columns import Moment, choice

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def _id() -> Column[object]:
    return Column("id", Uuid, primary_key=True)


def _of(name: str, target: str, *, optional: bool = False, index: bool = False) -> Column[object]:
    return Column(name, ForeignKey(f"{target}.id"), nullable=optional, index=index)


def _version() -> Column[int]:
    return Column("version", Integer, nullable=False, info={"of_row": True})


organisations = Table(
    "organisations",
    metadata,
    _id(),
    Column("name", String, nullable=False, unique=True),
    Column("timezone", String(64), nullable=False),
    Column("profile", String(40), nullable=False),
    Column("created_at", Moment, nullable=False),
)
programmes = Table(
    "programmes",
    metadata,
    _id(),
    _of("organisation_id", "organisations", index=True),
    Column("name", String, nullable=False),
    Column("forms", JSON, nullable=False),
    Column("starts_on", Date, nullable=False),
    Column("ends_on", Date, nullable=False),
    Column("created_at", Moment, nullable=False),
    Column("digest_weekday", Integer, nullable=False),
    Column("digest_hour", Integer, nullable=False),
)
people = Table(
    "people",
    metadata,
    _id(),
    Column("name", String),
    Column("birth_year", Integer),
    Column("age_band", choice(AgeBand)),
    Column("locale", String(8), nullable=False),
    Column("tone", choice(Tone), nullable=False),
    Column("created_at", Moment, nullable=False),
)
contacts = Table(
    "contacts",
    metadata,
    _id(),
    _of("person_id", "people", index=True),
    Column("messenger", String(16), nullable=False),
    Column("address", String(64), nullable=False),
    Column("reachable", Boolean, nullable=False),
    Column("unreachable_since", Moment),
    UniqueConstraint("messenger", "address"),
)
memberships = Table(
    "memberships",
    metadata,
    _id(),
    _of("person_id", "people", index=True),
    _of("organisation_id", "organisations"),
    _of("programme_id", "programmes", optional=True),
    Column("role", choice(Role), nullable=False),
    Column("since", Moment, nullable=False),
    Column("ended_at", Moment),
    Index("ix_memberships_organisation_role", "organisation_id", "role"),
)
guardianships = Table(
    "guardianships",
    metadata,
    _id(),
    _of("organisation_id", "organisations"),
    _of("guardian_id", "people", index=True),
    _of("ward_id", "people", index=True),
    Column("since", Moment, nullable=False),
    UniqueConstraint("organisation_id", "guardian_id", "ward_id"),
)
consents = Table(
    "consents",
    metadata,
    _id(),
    _of("organisation_id", "organisations"),
    _of("person_id", "people", index=True),
    _of("given_by", "people"),
    Column("kind", String(40), nullable=False),
    Column("version", String(40), nullable=False),
    Column("text_hash", String(64), nullable=False),
    Column("locale", String(8), nullable=False),
    Column("channel", String(16), nullable=False),
    Column("given_at", Moment, nullable=False),
    Column("withdrawn_at", Moment),
)
invitations = Table(
    "invitations",
    metadata,
    _id(),
    _of("organisation_id", "organisations"),
    _of("programme_id", "programmes", optional=True),
    Column("role", choice(Role), nullable=False),
    Column("token_hash", String(64), nullable=False, unique=True),
    Column("subject_id", Uuid),
    _of("created_by", "people", optional=True),
    Column("created_at", Moment, nullable=False),
    Column("expires_at", Moment, nullable=False),
    Column("uses_left", Integer, nullable=False),
    Column("revoked_at", Moment),
)
questionnaires = Table(  # a version once used never changes: content by its digest
    "questionnaires",
    metadata,
    _id(),
    Column("key", String(40), nullable=False),
    Column("version", Integer, nullable=False),
    Column("digest", String(64), nullable=False, unique=True),
    Column("content", JSON, nullable=False),
    Column("stored_at", Moment, nullable=False),
)
waves = Table(
    "waves",
    metadata,
    _id(),
    _of("organisation_id", "organisations"),
    _of("programme_id", "programmes", index=True),
    _of("questionnaire_id", "questionnaires"),
    Column("opened_at", Moment, nullable=False),
    _of("opened_by", "people"),
    Column("closes_at", Moment, nullable=False),
    Column("state", choice(WaveState), nullable=False),
    Column("closed_at", Moment),
)
responses = Table(
    "responses",
    metadata,
    _id(),
    _of("organisation_id", "organisations"),
    _of("programme_id", "programmes", optional=True),
    _of("person_id", "people", index=True),
    _of("questionnaire_id", "questionnaires"),
    _of("wave_id", "waves", optional=True, index=True),
    Column("participation_id", Uuid),
    Column("state", choice(ResponseState), nullable=False),
    Column("answers", JSON, nullable=False),
    Column("drafts", JSON, nullable=False),
    Column("cursor", String(40)),
    Column("started_at", Moment),
    Column("finished_at", Moment),
    Column("touched_at", Moment),
    Column("reminders", Integer, nullable=False),
    _version(),
)
participations = Table(
    "participations",
    metadata,
    _id(),
    _of("organisation_id", "organisations"),
    _of("programme_id", "programmes"),
    _of("person_id", "people", index=True),
    Column("role", choice(Role), nullable=False),
    Column("state", choice(ParticipationState), nullable=False),
    Column("created_at", Moment, nullable=False),
    _of("response_id", "responses", optional=True),
    Column("form_sent", Boolean, nullable=False),
    Column("guardian_needed", Boolean, nullable=False),
    Column("guardian_agreed", Boolean, nullable=False),
    Column("decided_at", Moment),
    _of("decided_by", "people", optional=True),
    Column("reason", Text),
    _version(),
    UniqueConstraint("programme_id", "person_id", "role"),
    Index("ix_participations_queue", "programme_id", "state", "role", "created_at"),
)
pairs = Table(
    "pairs",
    metadata,
    _id(),
    _of("organisation_id", "organisations"),
    _of("programme_id", "programmes"),
    Column("form", String(40), nullable=False),
    _of("mentee_participation_id", "participations", index=True),
    _of("mentor_participation_id", "participations", index=True),
    _of("mentee_id", "people", index=True),
    _of("mentor_id", "people", index=True),
    Column("state", choice(PairState), nullable=False),
    Column("proposed_at", Moment, nullable=False),
    _of("proposed_by", "people"),
    Column("expires_at", Moment, nullable=False),
    Column("score", Integer, nullable=False),
    Column("reasons", JSON, nullable=False),
    Column("mentee_accepts", Boolean),
    Column("mentor_accepts", Boolean),
    Column("active_since", Moment),
    Column("ended_at", Moment),
    Column("reason", Text),
    _version(),
    Index("ix_pairs_programme_state", "programme_id", "state"),
    Index("ix_pairs_expiry", "state", "expires_at"),
)
meetings = Table(
    "meetings",
    metadata,
    _id(),
    _of("organisation_id", "organisations"),
    _of("programme_id", "programmes", index=True),
    _of("pair_id", "pairs", index=True),
    _of("mentor_id", "people", index=True),
    _of("mentee_id", "people", index=True),
    _of("offered_by", "people"),
    Column("offered_at", Moment, nullable=False),
    Column("times", JSON, nullable=False),
    Column("place", String(24), nullable=False),
    Column("at", Moment),
    Column("state", choice(MeetingState), nullable=False),
    Column("mentor_says", choice(Receipt)),
    Column("mentee_says", choice(Receipt)),
    Column("sequence", Integer, nullable=False),
    _version(),
)
notices = Table(
    "notices",
    metadata,
    _id(),
    _of("organisation_id", "organisations"),
    Column("kind", String(40), nullable=False),
    _of("to", "people", index=True),
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
