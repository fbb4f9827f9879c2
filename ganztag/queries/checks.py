"""Conflicts and gaps of a half-year on one day: what the overview counts and what ``ganztag check`` lists."""

from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa

from ganztag.domain.pupils import full_name
from ganztag.language import N_, weekday
from ganztag.planning import clashes
from ganztag.planning.clashes import Finding
from ganztag.planning.problem import Slot
from ganztag.queries import frame, pupils
from ganztag.queries.courses import CourseRow, allowed, courses
from ganztag.queries.enrolments import enrolments
from ganztag.queries.meetings import MeetingRow
from ganztag.queries.pupils import PupilRow
from ganztag.queries.voters import times_of, voters
from ganztag.storage import tables
from ganztag.storage.reader import Reader

_MIDNIGHT = 24 * 60 - 1  # the last minute that a clock can show


@dataclass(frozen=True, slots=True)
class Weekdays:
    """Weekdays that are put into words when they are read."""

    numbers: tuple[int, ...]

    def __str__(self) -> str:
        return ", ".join(weekday(number, short=True) for number in self.numbers)


def findings(reader: Reader, term_id: int, day: date) -> tuple[Finding, ...]:
    """Return what does not fit together in a half-year, seen from *day*: errors first, then gaps."""
    rows = courses(reader, term_id, day)
    children = pupils.pupils(reader, term_id, day)
    return (*of_courses(reader, rows, term_id, day), *without_course(children, rows))


def of_courses(reader: Reader, rows: list[CourseRow], term_id: int, day: date) -> tuple[Finding, ...]:
    """Return the findings that concern these courses, without those of children who are in none."""
    return clashes.findings(_offer(reader, rows, frame.term(reader, term_id), day))


def without_course(children: list[PupilRow], rows: list[CourseRow]) -> list[Finding]:
    """Return the children who are booked on a day on which courses meet, but are in none."""
    offered = {meeting.weekday for row in rows if not row.struck for meeting in row.meetings}
    found = []
    for child in children:
        days = tuple(day for day in child.without_course if day in offered)
        if days and not child.left:
            name = full_name(child.surname, child.prefix, child.call_name)
            message = N_("{pupil} is booked without a course ({days}).", pupil=name, days=Weekdays(days))
            found.append(Finding("no course", "warning", message, ("pupil", child.id)))
    return found


def concerning(found: tuple[Finding, ...], course_id: int) -> list[Finding]:
    """Return the findings that concern one course."""
    return [finding for finding in found if finding.subject == ("course", course_id) or course_id in finding.courses]


def _offer(reader: Reader, rows: list[CourseRow], term: frame.TermRow, day: date) -> clashes.Offer:
    counting = [row for row in rows if not row.struck]
    known = {row.id: row for row in counting}
    enrolled = sorted(
        {
            (row.pupil_id, row.course_id)
            for row in enrolments(reader, term.id)
            if row.holds_on(day) and row.course_id in known
        }
    )
    voting = {voter.id: voter for voter in voters(reader, term, day)}
    barred = frozenset(
        (child, course)
        for child, course in enrolled
        if child in voting and not allowed(known[course], voting[child].year_group_id, voting[child].class_ids)
    )
    return clashes.Offer(
        courses=tuple(clashes.Course(row.id, row.title, row.min_size, row.max_size) for row in counting),
        meetings=tuple(_meeting(meeting) for row in counting for meeting in row.meetings),
        rooms=_rooms(reader),
        enrolments=tuple(enrolled),
        barred=barred,
        leaders=_names(reader, tables.staff),
        pupils=_names(reader, tables.pupil),
    )


def _meeting(row: MeetingRow) -> clashes.Meeting:
    day, starts, ends = times_of(row)
    slot = Slot(row.block_id if row.block_id is not None else -row.id, day, starts, min(ends, _MIDNIGHT))
    return clashes.Meeting(row.id, row.course_id, slot, row.room_id, row.leader_ids)


def _rooms(reader: Reader) -> tuple[clashes.Room, ...]:
    room = tables.room
    statement = sa.select(room.c.id, room.c.code, room.c.seats, room.c.several_courses, room.c.part_of_id)
    return tuple(
        clashes.Room(row.id, row.code, row.seats, row.several_courses, row.part_of_id) for row in reader.rows(statement)
    )


def _names(reader: Reader, people: sa.Table) -> dict[int, str]:
    statement = sa.select(people.c.id, people.c.surname, people.c.prefix, people.c.call_name)
    return {row.id: full_name(row.surname, row.prefix, row.call_name) for row in reader.rows(statement)}
