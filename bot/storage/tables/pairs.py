"""Pairs and their meetings."""

from sqlalchemy import JSON, Boolean, Column, Index, Integer, String, Table, Text, Uuid, false

from bot.domain.meetings import MeetingState, Receipt
from bot.domain.pair_words import About
from bot.domain.pairs import PairState
from bot.storage.columns import Moment, choice
from bot.storage.tables.parts import key, metadata, of, row_version

pairs = Table(
    "pairs",
    metadata,
    key(),
    of("organisation_id", "organisations"),
    of("programme_id", "programmes"),
    Column("form", String(40), nullable=False),
    of("mentee_participation_id", "participations", index=True),
    of("mentor_participation_id", "participations", index=True),
    of("mentee_id", "people", index=True),
    of("mentor_id", "people", index=True),
    Column("state", choice(PairState), nullable=False),
    Column("proposed_at", Moment, nullable=False),
    of("proposed_by", "people"),
    Column("expires_at", Moment, nullable=False),
    Column("score", Integer, nullable=False),
    Column("reasons", JSON, nullable=False),
    Column("mentee_accepts", Boolean),
    Column("mentor_accepts", Boolean),
    Column("mentee_answered_by", Uuid),  # somebody of the team, as the person said it
    Column("mentor_answered_by", Uuid),
    Column("active_since", Moment),
    Column("ended_at", Moment),
    Column("reason", Text),
    Column("group_id", Uuid),
    Column("slot", String(24)),
    Column("answer_reason", Text),
    Column("paused_from", choice(PairState)),
    Column("paused_until", Moment),
    Column("to_settle", Boolean, nullable=False, server_default=false()),
    Column("quiet_since", Moment),
    Column("quiet_rung", Integer, nullable=False, server_default="0"),
    Column("history", JSON, nullable=False, server_default="[]"),
    Column("followed_up_at", Moment),
    row_version(),
    Index("ix_pairs_programme_state", "programme_id", "state"),
    Index("ix_pairs_group_id", "group_id"),
    Index("ix_pairs_expiry", "state", "expires_at"),
)
pair_words = Table(  # what one side told the curator in private
    "pair_words",
    metadata,
    key(),
    of("organisation_id", "organisations"),
    of("programme_id", "programmes"),
    of("pair_id", "pairs", index=True),
    of("person_id", "people", index=True),
    Column("about", choice(About), nullable=False),
    Column("said", JSON, nullable=False),
    Column("said_at", Moment, nullable=False),
    Column("settled_at", Moment),
    of("settled_by", "people", optional=True),
    Index("ix_pair_words_waiting", "programme_id", "settled_at"),
)
meetings = Table(
    "meetings",
    metadata,
    key(),
    of("organisation_id", "organisations"),
    of("programme_id", "programmes", index=True),
    of("pair_id", "pairs", index=True),
    of("mentor_id", "people", index=True),
    of("mentee_id", "people", index=True),
    of("offered_by", "people"),
    Column("offered_at", Moment, nullable=False),
    Column("times", JSON, nullable=False),
    Column("place", String(24), nullable=False),
    Column("at", Moment),
    Column("state", choice(MeetingState), nullable=False),
    Column("mentor_says", choice(Receipt)),
    Column("mentee_says", choice(Receipt)),
    Column("sequence", Integer, nullable=False),
    row_version(),
)
