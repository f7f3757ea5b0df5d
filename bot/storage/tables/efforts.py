"""Whose name may stand on the board of thanks, and who was thanked for what."""

from sqlalchemy import Boolean, Column, Table, UniqueConstraint

from bot.domain.efforts import EffortOf
from bot.storage.columns import Moment, choice
from bot.storage.tables.parts import key, metadata, of

board_places = Table(
    "board_places",
    metadata,
    key(),
    of("organisation_id", "organisations"),
    of("programme_id", "programmes", index=True),
    of("participation_id", "participations"),
    of("person_id", "people", index=True),
    Column("asked_at", Moment, nullable=False),
    Column("shown", Boolean, nullable=False),
    Column("chosen_at", Moment),
    UniqueConstraint("participation_id"),
)
effort_thanks = Table(
    "effort_thanks",
    metadata,
    key(),
    of("organisation_id", "organisations"),
    of("programme_id", "programmes", index=True),
    of("participation_id", "participations"),
    of("person_id", "people", index=True),
    Column("effort", choice(EffortOf), nullable=False),
    of("sent_by", "people"),
    Column("sent_at", Moment, nullable=False),
    UniqueConstraint("participation_id", "effort"),
)
