"""What every table is made of."""

from sqlalchemy import Column, ForeignKey, Integer, MetaData, Uuid

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def key() -> Column[object]:
    return Column("id", Uuid, primary_key=True)


def of(name: str, target: str, *, optional: bool = False, index: bool = False) -> Column[object]:
    """A reference. A column added to an existing table later is a plain `Uuid` instead: SQLite

    would have to copy the table for a foreign key, and dropping the old one takes its children
    along.
    """
    return Column(name, ForeignKey(f"{target}.id"), nullable=optional, index=index)


def row_version(name: str = "version") -> Column[int]:
    """Two people may write the row: the second is refused, not overwritten."""
    return Column(name, Integer, nullable=False, info={"of_row": True})
