"""Findings of a half-year that were looked at and let stand, and why."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa

from ganztag.storage import tables
from ganztag.storage.reader import Reader


@dataclass(frozen=True, slots=True)
class ExceptionRow:
    """A finding that may stand, by its key; *at* is UTC."""

    id: int
    term_id: int
    pupil_id: int | None
    key: str
    code: str
    reason: str
    at: datetime


def exceptions(reader: Reader, term_id: int) -> Mapping[str, ExceptionRow]:
    """Return key of the finding -> the exception."""
    table = tables.finding_exception
    rows = reader.rows(sa.select(table).where(table.c.term_id == term_id))
    return {row.key: ExceptionRow(**row._mapping) for row in rows}
