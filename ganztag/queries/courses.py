"""Courses of a half-year as lists show them: when, where, who leads, who may come, how many are in."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa

from ganztag.domain.courses import open_to
from ganztag.language import sort_key
from ganztag.queries import frame
from ganztag.queries.meetings import MeetingRow, meetings_of, named_once
from ganztag.queries.spans import in_span
from ganztag.storage import tables
from ganztag.storage.reader import Reader


@dataclass(frozen=True, slots=True)
class CourseRow:
    """A course of a half-year. No year groups and no classes: it is open to all.

    *enrolled*: children that are in it, *wishes_first*: children that wished it first in the half-year's ballots.
    *troubles* is the number of errors that concern it, filled in by whoever knows the findings.
    """

    id: int
    offer_id: int
    school_year_id: int
    term_id: int | None
    number: str
    title: str
    short_name: str
    description: str
    category_id: int | None
    category: str
    colour: int | None
    kind: str
    status: str
    min_size: int | None
    max_size: int | None
    note: str
    search_key: str
    starts: date | None
    ends: date | None
    equipment: str
    max_per_class: int | None
    meetings_wanted: int
    evaluation: str
    again: str
    ideal_size: int | None
    max_support: int | None
    admission: str
    must_run: bool
    year_group_ids: tuple[int, ...]
    year_groups: tuple[str, ...]
    class_ids: tuple[int, ...]
    classes: tuple[str, ...]
    meetings: tuple[MeetingRow, ...]
    enrolled: int
    wishes_first: int
    troubles: int = 0

    @property
    def whole_year(self) -> bool:
        return self.term_id is None

    @property
    def leaders(self) -> tuple[str, ...]:
        return named_once(name for meeting in self.meetings for name in meeting.leaders)

    @property
    def leader_ids(self) -> tuple[int, ...]:
        return tuple(dict.fromkeys(key for meeting in self.meetings for key in meeting.leader_ids))

    @property
    def rooms(self) -> tuple[str, ...]:
        return named_once(meeting.room for meeting in self.meetings)

    @property
    def block_ids(self) -> tuple[int, ...]:
        return tuple(dict.fromkeys(m.block_id for m in self.meetings if m.block_id is not None))

    @property
    def struck(self) -> bool:
        return self.status == "struck"

    @property
    def full(self) -> bool:
        return self.max_size is not None and self.enrolled >= self.max_size

    @property
    def too_few(self) -> bool:
        return self.min_size is not None and self.enrolled < self.min_size

    @property
    def too_many(self) -> bool:
        return self.max_size is not None and self.enrolled > self.max_size


def courses(reader: Reader, term_id: int, day: date | None = None) -> list[CourseRow]:
    """Return the courses of a half-year, whole-year courses included, in the order of their numbers and titles.

    With *day* children count who are enrolled on it, otherwise those who are at any time of the half-year.
    """
    term = frame.term(reader, term_id)
    return _filled(reader, of_term(term), term, day)


def course(reader: Reader, course_id: int, term_id: int, day: date | None = None) -> CourseRow | None:
    """Return one course as *courses* does, None where there is none."""
    found = _filled(reader, tables.course.c.id == course_id, frame.term(reader, term_id), day)
    return found[0] if found else None


def allowed(course: CourseRow, year_group_id: int | None, class_ids: Collection[int]) -> bool:
    """Say whether a child of this year group and these classes may take the course."""
    return open_to(course.year_group_ids, course.class_ids, year_group_id, class_ids)


def of_term(term: frame.TermRow) -> sa.ColumnElement[bool]:
    """Return the condition for the courses of a half-year: its own and those of the whole year."""
    table = tables.course
    whole_year = sa.and_(table.c.term_id.is_(None), table.c.school_year_id == term.school_year_id)
    return sa.or_(table.c.term_id == term.id, whole_year)


def _filled(
    reader: Reader, condition: sa.ColumnElement[bool], term: frame.TermRow, day: date | None
) -> list[CourseRow]:
    table, category = tables.course, tables.category
    statement = (
        sa.select(*table.c, sa.func.coalesce(category.c.name, "").label("category"), category.c.colour)
        .outerjoin(category, category.c.id == table.c.category_id)
        .where(condition)
    )
    rows = reader.rows(statement)
    ids = tuple(row.id for row in rows)
    years, classes = years_of(reader, ids), classes_of(reader, ids)
    meetings = meetings_of(reader, ids)
    first, last = (day, day) if day else (term.starts, term.ends)
    enrolled, wishes = _enrolled(reader, ids, first, last), _first_wishes(reader, term.id)
    found = [
        CourseRow(
            **row._mapping,
            year_group_ids=tuple(key for key, _label in years.get(row.id, ())),
            year_groups=tuple(label for _key, label in years.get(row.id, ())),
            class_ids=tuple(key for key, _name in classes.get(row.id, ())),
            classes=tuple(name for _key, name in classes.get(row.id, ())),
            meetings=meetings.get(row.id, ()),
            enrolled=enrolled.get(row.id, 0),
            wishes_first=wishes.get(row.id, 0),
        )
        for row in rows
    ]
    return sorted(found, key=lambda row: (not row.number, sort_key(row.number), sort_key(row.title), row.id))


def years_of(reader: Reader, course_ids: tuple[int, ...]) -> dict[int, list[tuple[int, str]]]:
    """Return for each course the ids and labels of its year groups, in their order."""
    link, year = tables.course_year_group, tables.year_group
    statement = (
        sa.select(link.c.course_id, year.c.id, year.c.label)
        .join(year, year.c.id == link.c.year_group_id)
        .where(link.c.course_id.in_(course_ids))
        .order_by(year.c.position, year.c.id)
    )
    found: dict[int, list[tuple[int, str]]] = defaultdict(list)
    for row in reader.rows(statement):
        found[row.course_id].append((row.id, row.label))
    return found


def classes_of(reader: Reader, course_ids: tuple[int, ...]) -> dict[int, list[tuple[int, str]]]:
    """Return for each course the ids and names of the classes that it is for."""
    link, school_class = tables.course_class, tables.school_class
    statement = (
        sa.select(link.c.course_id, school_class.c.id, school_class.c.name)
        .join(school_class, school_class.c.id == link.c.school_class_id)
        .where(link.c.course_id.in_(course_ids))
    )
    found: dict[int, list[tuple[int, str]]] = defaultdict(list)
    for row in sorted(reader.rows(statement), key=lambda row: sort_key(row.name)):
        found[row.course_id].append((row.id, row.name))
    return found


def _enrolled(reader: Reader, course_ids: tuple[int, ...], first: date, last: date) -> dict[int, int]:
    enrolment = tables.enrolment
    statement = (
        sa.select(enrolment.c.course_id, sa.func.count(sa.distinct(enrolment.c.pupil_id)).label("children"))
        .where(enrolment.c.course_id.in_(course_ids), in_span(enrolment, first, last))
        .group_by(enrolment.c.course_id)
    )
    return {row.course_id: row.children for row in reader.rows(statement)}


def _first_wishes(reader: Reader, term_id: int) -> dict[int, int]:
    wish, ballot = tables.wish, tables.ballot
    statement = (
        sa.select(wish.c.course_id, sa.func.count(sa.distinct(wish.c.pupil_id)).label("children"))
        .join(ballot, ballot.c.id == wish.c.ballot_id)
        .where(ballot.c.term_id == term_id, wish.c.rank == 1)
        .group_by(wish.c.course_id)
    )
    return {row.course_id: row.children for row in reader.rows(statement)}
