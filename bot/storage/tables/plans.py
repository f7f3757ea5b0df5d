"""Plans of pairs, their diaries and their endings."""

from sqlalchemy import Boolean, Column, Date, Index, Integer, Table, Text, UniqueConstraint, Uuid

from bot.domain.access import Role
from bot.domain.goodbyes import FollowUp, ThanksState, WhatNext
from bot.storage.columns import Moment, choice
from bot.storage.tables.parts import key, metadata, of, row_version

goals = Table(
    "goals",
    metadata,
    key(),
    of("organisation_id", "organisations"),
    of("programme_id", "programmes", index=True),
    of("pair_id", "pairs", index=True),
    of("mentor_id", "people", index=True),
    of("mentee_id", "people", index=True),
    of("made_by", "people"),
    Column("made_at", Moment, nullable=False),
    Column("title", Text, nullable=False),
    Column("measure", Text, nullable=False),
    Column("due_on", Date, nullable=False),
    Column("progress", Integer, nullable=False),
    Column("moved_at", Moment),
    Column("dropped_at", Moment),
    row_version(),
)
goal_steps = Table(
    "goal_steps",
    metadata,
    key(),
    of("organisation_id", "organisations"),
    of("programme_id", "programmes", index=True),
    of("pair_id", "pairs", index=True),
    of("goal_id", "goals", index=True),
    Column("words", Text, nullable=False),
    Column("due_on", Date, nullable=False),
    Column("done_at", Moment),
    of("done_by", "people", optional=True),
    row_version(),
)
diary_notes = Table(
    "diary_notes",
    metadata,
    key(),
    of("organisation_id", "organisations"),
    of("programme_id", "programmes", index=True),
    of("pair_id", "pairs"),
    of("person_id", "people", index=True),
    Column("words", Text, nullable=False),
    Column("private", Boolean, nullable=False),
    Column("at", Moment, nullable=False),
    Index("ix_diary_notes_pair", "pair_id", "at"),
)
goodbyes = Table(
    "goodbyes",
    metadata,
    key(),
    of("organisation_id", "organisations"),
    of("programme_id", "programmes", index=True),
    of("pair_id", "pairs"),
    of("mentor_id", "people", index=True),
    of("mentee_id", "people", index=True),
    of("begun_by", "people"),
    Column("begun_at", Moment, nullable=False),
    Column("last_on", Date, nullable=False),
    Column("ended_at", Moment),
    row_version(),
    UniqueConstraint("pair_id"),
    Index("ix_goodbyes_open", "ended_at", "last_on"),
)
farewells = Table(
    "farewells",
    metadata,
    key(),
    of("organisation_id", "organisations"),
    of("programme_id", "programmes"),
    of("pair_id", "pairs"),
    of("person_id", "people", index=True),
    of("partner_id", "people", index=True),
    Column("side", choice(Role), nullable=False),
    Column("thanks", Text),
    Column("thanks_state", choice(ThanksState)),
    Column("thanks_at", Moment),
    Column("looked_by", Uuid),
    Column("next", choice(WhatNext)),
    Column("response_id", Uuid),
    Column("follow_up", choice(FollowUp)),
    row_version(),
    UniqueConstraint("pair_id", "person_id"),
    Index("ix_farewells_programme_thanks", "programme_id", "thanks_state"),
)
