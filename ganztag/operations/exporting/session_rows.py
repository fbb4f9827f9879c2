"""The real dates of courses as a table, with what was cancelled, moved or taken over; never read again."""

from collections.abc import Collection
from pathlib import Path

from ganztag.exchange.writing import write_table
from ganztag.language import N_, Message, _, date, time, weekday
from ganztag.operations.office import Office
from ganztag.queries import frame
from ganztag.queries.sessions import SessionRow, sessions
from ganztag.storage.reader import Reader

STATES: dict[str, Message] = {
    "held": N_("as planned"),
    "cancelled": N_("cancelled"),
    "moved": N_("moved"),
    "changed": N_("other than usual"),
}


def export_sessions(
    office: Office, path: Path, term_id: int | None = None, course_ids: Collection[int] | None = None
) -> int:
    """Write all dates of the half-year, of all courses or of some; return how many."""
    headers, rows = office.read(session_table, term_id, course_ids)
    write_table(path, headers, rows)
    return len(rows)


def session_table(
    reader: Reader, term_id: int | None = None, course_ids: Collection[int] | None = None
) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """Return titles and rows in the spoken language, in the order of days and times."""
    term = frame.term(reader, term_id)
    headers = (
        _("Day"), _("Weekday"), _("From"), _("To"), _("Number"), _("Course"), _("Room"), _("Leaders"), _("Away"),
        _("Status"), _("Instead of"), _("Reason"),
    )  # fmt: skip
    return headers, tuple(map(_row, sessions(reader, term.id, term.starts, term.ends, course_ids)))


def _row(session: SessionRow) -> tuple[str, ...]:
    return (
        date(session.day),
        weekday(session.day.isoweekday(), short=True),
        time(session.starts) if session.starts is not None else "",
        time(session.ends) if session.ends is not None else "",
        session.number,
        session.title,
        session.room,
        ", ".join(session.leaders),
        ", ".join(session.absent),
        str(STATES[session.state]),
        date(session.series_day) if session.day != session.series_day else "",
        session.reason,
    )
