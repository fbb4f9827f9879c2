"""What the rows of several papers share: the school's head, children's names, ways home, stays and school days."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time

import sqlalchemy as sa

from ganztag.domain.courses import category_colour
from ganztag.domain.pupils import WAY_HOME_WORDS
from ganztag.domain.rooms import full_room_name
from ganztag.language import N_
from ganztag.queries import courses, enrolments, frame, meetings
from ganztag.queries.paper_rows import Block, Leaving, PersonName, SchoolDay, SchoolHead, Stay, StayKind
from ganztag.queries.spans import in_span
from ganztag.storage import tables
from ganztag.storage.reader import Reader

_KINDS = {"care": StayKind.CARE, "study_time": StayKind.STUDY, "lunch": StayKind.LUNCH}


@dataclass(frozen=True, slots=True)
class Child:
    """A child as papers name it, with its class on the day that counts."""

    id: int
    name: PersonName
    exit: date | None


def head(reader: Reader, term: frame.TermRow) -> SchoolHead:
    row = frame.school(reader)
    return SchoolHead(row.name, row.subtitle, row.phone, term.name)


def children(reader: Reader, ids: Iterable[int]) -> dict[int, Child]:
    """Return the children with these ids."""
    pupil = tables.pupil
    statement = sa.select(
        pupil.c.id, pupil.c.surname, pupil.c.prefix, pupil.c.call_name, pupil.c.native_name, pupil.c.exit
    ).where(pupil.c.id.in_(tuple(ids)))
    return {
        row.id: Child(row.id, PersonName(row.surname, row.call_name, row.prefix, row.native_name), row.exit)
        for row in reader.rows(statement)
    }


def leaving(reader: Reader, ids: Iterable[int], day: date) -> dict[int, dict[int, Leaving]]:
    """Return when and how each child goes home on *day*'s rules: child -> weekday -> leaving."""
    leave = tables.leave_time
    statement = (
        sa.select(leave.c.pupil_id, leave.c.weekday, leave.c.time, leave.c.way_home)
        .where(leave.c.pupil_id.in_(tuple(ids)), in_span(leave, day, day))
        .order_by(leave.c.id)
    )
    found: dict[int, dict[int, Leaving]] = defaultdict(dict)
    for row in reader.rows(statement):
        found[row.pupil_id][row.weekday] = Leaving(row.weekday, row.time, WAY_HOME_WORDS.get(row.way_home, ""))
    return found


def booked(reader: Reader, ids: Iterable[int], day: date) -> dict[int, set[int]]:
    """Return the weekdays on which each child stays."""
    booking = tables.booking
    statement = sa.select(booking.c.pupil_id, booking.c.weekday).where(
        booking.c.pupil_id.in_(tuple(ids)), in_span(booking, day, day)
    )
    found: dict[int, set[int]] = defaultdict(set)
    for row in reader.rows(statement):
        found[row.pupil_id].add(row.weekday)
    return found


def school_week(reader: Reader, term: frame.TermRow) -> tuple[SchoolDay, ...]:
    """Return the days of the school year that have blocks, with their blocks in order."""
    days: dict[int, list[Block]] = defaultdict(list)
    for row in frame.blocks(reader, term.school_year_id):
        days[row.weekday].append(Block(row.name, row.starts, row.ends))
    return tuple(SchoolDay(weekday, tuple(blocks)) for weekday, blocks in sorted(days.items()))


def stays(
    reader: Reader, term: frame.TermRow, day: date, week: Iterable[SchoolDay]
) -> dict[int, dict[int, list[Stay]]]:
    """Return where each child is: child -> weekday -> stays on *day* or from a later day of the half-year on."""
    known = {row.id: row for row in courses.courses(reader, term.id) if not row.struck}
    frames = {one.weekday: one.blocks for one in week}
    found: dict[int, dict[int, list[Stay]]] = defaultdict(lambda: defaultdict(list))
    for row in enrolments.enrolments(reader, term.id):
        if row.course_id not in known or row.last < day:
            continue
        note = "" if row.first <= day else str(N_("from {day}", day=row.first))
        for meeting in known[row.course_id].meetings:
            notes = ", ".join(word for word in (meetings.weeks_of(meeting), note) if word)
            stay = _stay(known[row.course_id], meeting, frames.get(meeting.weekday, ()), notes)
            found[row.pupil_id][meeting.weekday].append(stay)
    return found


def _stay(course: courses.CourseRow, meeting: meetings.MeetingRow, blocks: tuple[Block, ...], note: str) -> Stay:
    """Return a meeting as a child's stay; without times of its own it takes the whole afternoon."""
    first = blocks[0].starts if blocks else time(12)
    last = blocks[-1].ends if blocks else time(18)
    return Stay(
        starts=meeting.starts or first,
        ends=meeting.ends or last,
        title=course.title,
        short=course.short_name,
        kind=_KINDS.get(course.kind, StayKind.COURSE),
        room=meeting.room,
        room_name=full_room_name(meeting.room, meeting.room_name),
        leaders=meeting.leaders,
        note=note,
        colour=category_colour(course.colour),
    )
