"""What was done, when and why: the history that the file keeps."""

from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa

from ganztag.language import Message
from ganztag.storage import tables
from ganztag.storage.reader import Reader


@dataclass(frozen=True, slots=True)
class HistoryRow:
    """A deed: *at* is UTC, *kind* is done, undone or redone, *label* speaks the language of the moment it is shown."""

    id: int
    at: datetime
    who: str
    kind: str
    label: Message
    reason: str


def of_pupil(reader: Reader, pupil_id: int, most: int | None = None) -> list[HistoryRow]:
    """Return the deeds that concern a child, the latest first, at *most* so many.

    Attendance is left out: it is entered every day, and stands in its own place.
    """
    history, concerned, change = tables.history, tables.history_pupil, tables.history_change
    other = sa.exists().where(change.c.history_id == history.c.id, change.c.in_table != "attendance")
    statement = (
        sa.select(history.c.id, history.c.at, history.c.who, history.c.kind, history.c.label, history.c.reason)
        .join(concerned, concerned.c.history_id == history.c.id)
        .where(concerned.c.pupil_id == pupil_id, other)
        .order_by(history.c.id.desc())
        .limit(most)
    )
    return [_row(row) for row in reader.rows(statement)]


def _row(row: sa.Row[tuple[object, ...]]) -> HistoryRow:
    return HistoryRow(row.id, row.at, row.who, row.kind, Message.from_json(row.label), row.reason)
