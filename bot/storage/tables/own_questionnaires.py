"""Versions of questionnaires that organisations wrote themselves."""

from sqlalchemy import JSON, Column, Integer, String, Table, UniqueConstraint, Uuid

from bot.domain.own_questionnaires import OwnState
from bot.storage.columns import Moment, choice
from bot.storage.tables.parts import key, metadata, of

own_questionnaires = Table(
    "own_questionnaires",
    metadata,
    key(),
    of("organisation_id", "organisations"),
    Column("key", String(40), nullable=False),
    Column("number", Integer, nullable=False),
    Column("content", JSON, nullable=False),
    Column("state", choice(OwnState), nullable=False),
    of("made_by", "people"),
    Column("made_at", Moment, nullable=False),
    Column("published_by", Uuid),
    Column("published_at", Moment),
    Column("taken_back_by", Uuid),
    Column("taken_back_at", Moment),
    # two who publish at once: the second is refused, and there is one draft of each version
    UniqueConstraint("organisation_id", "key", "number"),
)
