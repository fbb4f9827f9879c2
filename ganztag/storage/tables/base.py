"""What all tables share: one metadata, names for constraints, ids that are never used twice."""

from typing import Any

import sqlalchemy as sa

metadata = sa.MetaData(
    naming_convention={
        "ix": "ix_%(column_0_label)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def table(name: str, *columns: sa.Column[Any] | sa.Constraint) -> sa.Table:
    """Return a table with an integer ``id`` that is never given out again (AUTOINCREMENT)."""
    return sa.Table(name, metadata, sa.Column("id", sa.Integer, primary_key=True), *columns, sqlite_autoincrement=True)


def text(name: str) -> sa.Column[str]:
    """Return a column for text that may be empty but is never NULL."""
    return sa.Column(name, sa.Text, nullable=False, server_default="")


def flag(name: str, *, default: bool = False) -> sa.Column[bool]:
    return sa.Column(name, sa.Boolean, nullable=False, server_default=sa.true() if default else sa.false())


def word(name: str, default: str) -> sa.Column[str]:
    """Return a column for one of a few words; the domain names and checks them, so a new one needs no new table."""
    return sa.Column(name, sa.Text, nullable=False, server_default=default)


def belongs_to(other: str, *, column: str = "", optional: bool = False, goes_with: bool = False) -> sa.Column[int]:
    """Return a foreign key to *other*; with *goes_with* the row is deleted together with what it belongs to."""
    return sa.Column(
        column or f"{other}_id",
        sa.ForeignKey(f"{other}.id", ondelete="CASCADE" if goes_with else "RESTRICT"),
        nullable=optional,
        index=True,
    )


def starts() -> sa.Column[Any]:
    """Return the first day on which the row holds; NULL: always has."""
    return sa.Column("starts", sa.Date, nullable=True)


def ends() -> sa.Column[Any]:
    """Return the last day on which the row holds; NULL: until further notice."""
    return sa.Column("ends", sa.Date, nullable=True)


def window() -> tuple[sa.Column[Any], ...]:
    """Return the columns of a time of the week at which a room or a person is there or not; no times: all day."""
    return (
        sa.Column("weekday", sa.Integer, nullable=False),
        sa.Column("opens", sa.Time, nullable=True),
        sa.Column("closes", sa.Time, nullable=True),
        flag("available"),
        text("reason"),
        word("source", "own"),
        starts(),
        ends(),
    )
