"""What a running half-year asks for each day: free places to give, children away too often, attendance to enter."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

import sqlalchemy as sa

from ganztag.language import sort_key
from ganztag.queries import attendance, frame
from ganztag.queries.courses import of_term
from ganztag.queries.enrolments import enrolments_of_courses
from ganztag.queries.sessions import SessionRow, sessions
from ganztag.queries.settings import settings
from ganztag.queries.standing import Seat, most_at_once, standing
from ganztag.storage import tables
from ganztag.storage.reader import Reader

_LOOK_BACK = timedelta(days=7)  # what nobody entered for a week nobody will enter


@dataclass(frozen=True, slots=True)
class Unentered:
    """A day on which *courses* that are over have children of whom nothing is entered."""

    day: date
    courses: int


@dataclass(frozen=True, slots=True)
class Upkeep:
    """*free* are the titles of courses with a place for somebody who waits, *absent* (child, course) to decide on."""

    free: tuple[str, ...] = ()
    absent: tuple[tuple[str, str], ...] = ()
    unentered: tuple[Unentered, ...] = ()


def decisions(reader: Reader, term: frame.TermRow) -> Upkeep:
    """Return only what counts as open: a decision that somebody has to take."""
    found = attendance.warnings(reader, term.id, settings(reader).exclude_after_absences)
    return Upkeep(absent=tuple((one.name, one.title) for one in found))


def upkeep(reader: Reader, term: frame.TermRow, now: datetime) -> Upkeep:
    """Return what is to be done in a half-year; nothing before it begins."""
    if now.date() < term.starts:
        return Upkeep()
    free = _free(reader, term, term.day_that_counts(now.date()))
    return replace(decisions(reader, term), free=free, unentered=_unentered(reader, term, now))


def _free(reader: Reader, term: frame.TermRow, day: date) -> tuple[str, ...]:
    """Return the courses in which somebody could move up; whole weeks are looked at only where a place is free."""
    queue = tables.waiting
    statement = (
        sa.select(queue.c.course_id, queue.c.pupil_id, queue.c.rank)
        .join(tables.course, tables.course.c.id == queue.c.course_id)
        .where(of_term(term), queue.c.state != "declined")
    )
    waits: dict[int, list[tuple[int, int | None]]] = defaultdict(list)
    for row in reader.rows(statement):
        waits[row.course_id].append((row.pupil_id, row.rank))
    open_ = _with_room(reader, waits, (day, term.ends))
    if not open_:
        return ()
    known = standing(reader, term.id, day)
    found = [key for key in open_ if any(known.fit(pupil, key, rank).against is None for pupil, rank in waits[key])]
    return tuple(sorted((known.courses[key].title for key in found), key=sort_key))


def _with_room(reader: Reader, course_ids: Collection[int], span: tuple[date, date]) -> list[int]:
    """Return the courses that have a free place on all days of a span."""
    course = tables.course
    statement = sa.select(course.c.id, course.c.max_size).where(course.c.id.in_(tuple(course_ids)))
    sizes = {row.id: row.max_size for row in reader.rows(statement)} if course_ids else {}
    seats: dict[int, list[Seat]] = defaultdict(list)
    for row in enrolments_of_courses(reader, sizes) if sizes else ():
        if row.first <= row.last:
            seats[row.course_id].append(Seat(row.id, row.pupil_id, row.course_id, None, row.first, row.last))
    return [key for key, most in sizes.items() if most is None or most_at_once(seats[key], *span) < most]


def _unentered(reader: Reader, term: frame.TermRow, now: datetime) -> tuple[Unentered, ...]:
    """Return today and the school day before, where something is open; nothing where attendance stays on paper."""
    today = now.date()
    if today > term.ends or not _is_entered_at_all(reader, term):
        return ()
    held: dict[date, list[SessionRow]] = defaultdict(list)
    for one in sessions(reader, term.id, max(today - _LOOK_BACK, term.starts), today):
        if one.state != "cancelled":
            held[one.day].append(one)
    rows = []
    for day in sorted(held, reverse=True):
        children, courses = _open_on(reader, held[day], day, now)
        if courses:
            rows.append(Unentered(day, courses))
        if children and day < today:
            break
    return tuple(reversed(rows))


def _open_on(reader: Reader, held: list[SessionRow], day: date, now: datetime) -> tuple[bool, int]:
    """Return whether children had courses on a day, and how many of its courses are over and not entered."""
    met = [one for one in attendance.entered(reader, held, day) if one.children]
    over = [one for one in met if day < now.date() or (one.session.ends or time.max) <= now.time()]
    return bool(met), sum(not one.is_entered for one in over)


def _is_entered_at_all(reader: Reader, term: frame.TermRow) -> bool:
    table = tables.attendance
    statement = sa.select(table.c.id).where(table.c.on_date.between(term.starts, term.ends)).limit(1)
    return bool(reader.rows(statement))
