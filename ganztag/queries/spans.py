"""Conditions for what holds from a day to a day; an end that is not set is open."""

from datetime import date

import sqlalchemy as sa

from ganztag.storage import tables


def in_span(table: sa.Table, first: date, last: date) -> sa.ColumnElement[bool]:
    """Return the condition for rows that hold on any day from *first* to *last*."""
    return sa.and_(
        sa.or_(table.c.starts.is_(None), table.c.starts <= last),
        sa.or_(table.c.ends.is_(None), table.c.ends >= first),
    )


def still_at_school(day: date) -> sa.ColumnElement[bool]:
    """Return the condition for children who have not left before *day*."""
    pupil = tables.pupil
    return sa.or_(pupil.c.exit.is_(None), pupil.c.exit >= day)
