"""Children of a half-year as lists show them: name, class, days, numbers; few statements for thousands of children."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa

from ganztag.domain.pupils import list_name
from ganztag.domain.search import folded
from ganztag.language import sort_key
from ganztag.queries import frame
from ganztag.queries.courses import of_term
from ganztag.queries.pupil_detail import PupilDetail, detail
from ganztag.queries.spans import in_span
from ganztag.storage import tables
from ganztag.storage.reader import Reader

__all__ = ["PupilDetail", "PupilRow", "detail", "pupils"]


@dataclass(frozen=True, slots=True)
class PupilRow:
    """A child on one day. *class_name* is "" without a class; *booked* and *without_course* are weekdays.

    *courses*: those it is in or joins later in the half-year; *without_course*: booked, but none of them meets then.
    """

    id: int
    surname: str
    prefix: str
    call_name: str
    first_names: str
    native_name: str
    name: str
    class_id: int | None
    class_name: str
    groups: tuple[str, ...]
    year_group_id: int | None
    year_group: str
    birth_date: date | None
    sex: str
    entry: date | None
    exit: date | None
    booked: tuple[int, ...]
    external_id: str
    search_key: str
    courses: int
    without_course: tuple[int, ...]
    left: bool


@dataclass(frozen=True, slots=True)
class _Belonging:
    """What is known of the children beside their own row: by the child's id."""

    classes: dict[int, tuple[int, str]]
    groups: dict[int, list[str]]
    days: dict[int, set[int]]
    numbers: dict[int, str]
    courses: dict[int, set[int]]
    meeting_days: dict[int, set[int]]
    course_keys: dict[int, str]

    def search_words(self, pupil_id: int) -> str:
        """Return class, groups, number and courses as `matches` compares them."""
        _id, class_name = self.classes.get(pupil_id, (0, ""))
        own = " ".join([class_name, *self.groups.get(pupil_id, ()), self.numbers.get(pupil_id, "")])
        return folded(own) + "".join(self.course_keys[course] for course in self.courses.get(pupil_id, ()))


def pupils(reader: Reader, term_id: int, day: date) -> list[PupilRow]:
    """Return all children, those who have left included, in the order of the class list's names."""
    term = frame.term(reader, term_id)
    known = _belonging(reader, term, day)
    pupil, year = tables.pupil, tables.year_group
    statement = sa.select(
        pupil.c.id, pupil.c.surname, pupil.c.prefix, pupil.c.call_name, pupil.c.first_names, pupil.c.native_name,
        pupil.c.year_group_id, sa.func.coalesce(year.c.label, "").label("year_group"), pupil.c.birth_date,
        pupil.c.sex, pupil.c.entry, pupil.c.exit, pupil.c.search_key,
    ).outerjoin(year, year.c.id == pupil.c.year_group_id)  # fmt: skip
    found = [_row(row, known, day) for row in reader.rows(statement)]
    return sorted(found, key=lambda row: (sort_key(row.name), row.id))


def _row(row: sa.Row[tuple[object, ...]], known: _Belonging, day: date) -> PupilRow:
    class_id, class_name = known.classes.get(row.id, (None, ""))
    booked = tuple(sorted(known.days.get(row.id, ())))
    courses = known.courses.get(row.id, set())
    covered: set[int] = set().union(*(known.meeting_days.get(course, set()) for course in courses))
    values = dict(row._mapping)
    values["search_key"] = f"{row.search_key} {known.search_words(row.id)}"
    return PupilRow(
        **values,
        name=list_name(row.surname, row.prefix, row.call_name),
        class_id=class_id,
        class_name=class_name,
        groups=tuple(known.groups.get(row.id, ())),
        booked=booked,
        external_id=known.numbers.get(row.id, ""),
        courses=len(courses),
        without_course=tuple(weekday for weekday in booked if weekday not in covered),
        left=row.exit is not None and row.exit < day,
    )


def _belonging(reader: Reader, term: frame.TermRow, day: date) -> _Belonging:
    classes, groups = _classes(reader, term, day)
    booking, number = tables.booking, tables.external_id
    days: dict[int, set[int]] = defaultdict(set)
    booked = sa.select(booking.c.pupil_id, booking.c.weekday).where(in_span(booking, day, day))
    for pupil_id, weekday in map(tuple, reader.rows(booked)):
        days[pupil_id].add(weekday)
    numbers: dict[int, str] = {}
    numbered = sa.select(number.c.pupil_id, number.c.value).order_by(number.c.id)
    for pupil_id, value in map(tuple, reader.rows(numbered)):
        numbers.setdefault(pupil_id, value)
    courses = _courses(reader, term, day)
    return _Belonging(classes, groups, days, numbers, courses, _meeting_days(reader, term), _course_keys(reader, term))


def _classes(reader: Reader, term: frame.TermRow, day: date) -> tuple[dict[int, tuple[int, str]], dict[int, list[str]]]:
    """Return each child's class (the latest, were there two) and its groups."""
    link, school_class = tables.class_membership, tables.school_class
    statement = (
        sa.select(link.c.pupil_id, school_class.c.id, school_class.c.name, school_class.c.kind)
        .join(school_class, school_class.c.id == link.c.school_class_id)
        .where(school_class.c.school_year_id == term.school_year_id, in_span(link, day, day))
        .order_by(link.c.id)
    )
    classes: dict[int, tuple[int, str]] = {}
    groups: dict[int, list[str]] = defaultdict(list)
    for pupil_id, class_id, name, kind in map(tuple, reader.rows(statement)):
        if kind == "class":
            classes[pupil_id] = (class_id, name)
        else:
            groups[pupil_id].append(name)
    return classes, groups


def _courses(reader: Reader, term: frame.TermRow, day: date) -> dict[int, set[int]]:
    """Return the courses that each child is in on *day* or joins later in the half-year; struck ones do not count."""
    enrolment, course = tables.enrolment, tables.course
    statement = (
        sa.select(enrolment.c.pupil_id, enrolment.c.course_id)
        .join(course, course.c.id == enrolment.c.course_id)
        .where(of_term(term), course.c.status != "struck", in_span(enrolment, day, term.ends))
    )
    found: dict[int, set[int]] = defaultdict(set)
    for pupil_id, course_id in map(tuple, reader.rows(statement)):
        found[pupil_id].add(course_id)
    return found


def _meeting_days(reader: Reader, term: frame.TermRow) -> dict[int, set[int]]:
    meeting, block, course = tables.meeting, tables.time_block, tables.course
    statement = (
        sa.select(meeting.c.course_id, sa.func.coalesce(meeting.c.weekday, block.c.weekday).label("weekday"))
        .join(course, course.c.id == meeting.c.course_id)
        .outerjoin(block, block.c.id == meeting.c.time_block_id)
        .where(of_term(term))
    )
    found: dict[int, set[int]] = defaultdict(set)
    for row in reader.rows(statement):
        found[row.course_id].add(row.weekday)
    return found


def _course_keys(reader: Reader, term: frame.TermRow) -> dict[int, str]:
    course = tables.course
    return {
        row.id: row.search_key for row in reader.rows(sa.select(course.c.id, course.c.search_key).where(of_term(term)))
    }
