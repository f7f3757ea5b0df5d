"""What is kept for the region: figures of organisations by month, and whom it reminded when."""

from sqlalchemy import JSON, Column, Date, Index, Integer, Table, UniqueConstraint

from bot.storage.columns import Moment
from bot.storage.tables.parts import key, metadata, of

house_figures = Table(  # counts only; of nobody
    "house_figures",
    metadata,
    key(),
    of("organisation_id", "organisations"),
    Column("month", Date, nullable=False),
    Column("year", Integer, nullable=False),
    Column("on", Date, nullable=False),
    Column("counted_at", Moment, nullable=False),
    Column("counts", JSON, nullable=False),
    Column("told", JSON, nullable=False),
    Column("facts", JSON, nullable=False),
    UniqueConstraint("organisation_id", "month"),
    Index("ix_house_figures_year", "year", "organisation_id", "month"),
)
region_reminders = Table(
    "region_reminders",
    metadata,
    key(),
    of("organisation_id", "organisations"),
    of("sent_by", "people"),
    Column("at", Moment, nullable=False),
    Column("lags", JSON, nullable=False),
    Column("letters", Integer, nullable=False),
    Index("ix_region_reminders_house", "organisation_id", "at"),
)
