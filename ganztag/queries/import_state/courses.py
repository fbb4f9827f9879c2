"""The courses of a half-year with their meetings, as a table of courses lists them."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, time
from typing import Any, NamedTuple

import sqlalchemy as sa

from ganztag.domain.courses import course_name
from ganztag.language import sort_key
from ganztag.storage import tables
from ganztag.storage.reader import Reader


class Span(NamedTuple):
    """When something meets in a week."""

    weekday: int
    starts: time
    ends: time


@dataclass(frozen=True, slots=True)
class KnownBlock:
    id: int
    span: Span
    name: str


@dataclass(frozen=True, slots=True)
class KnownMeeting:
    """*span* is None where only the day is known. *rhythm*: weekly, A, B or once, *on_date*."""

    id: int
    time_block_id: int | None
    weekday: int
    span: Span | None
    room: str
    leader_ids: tuple[int, ...]
    rhythm: str = "weekly"
    on_date: date | None = None
    fixed: bool = False


@dataclass(frozen=True, slots=True)
class KnownCourse:
    id: int
    number: str
    title: str
    short_name: str
    description: str
    category: str
    kind: str
    status: str
    min_size: int | None
    max_size: int | None
    starts: date | None
    ends: date | None
    equipment: str
    max_per_class: int | None
    meetings_wanted: int
    ideal_size: int | None
    max_support: int | None
    must_run: bool
    admission: str
    again: str
    evaluation: str
    year_groups: tuple[str, ...]
    classes: tuple[str, ...]
    meetings: tuple[KnownMeeting, ...]

    @property
    def named(self) -> str:
        return course_name(self.number, self.title)

    @property
    def weekdays(self) -> frozenset[int]:
        return frozenset(one.weekday for one in self.meetings)

    @property
    def block_ids(self) -> frozenset[int]:
        return frozenset(one.time_block_id for one in self.meetings if one.time_block_id is not None)


def blocks(reader: Reader, school_year_id: int) -> list[KnownBlock]:
    """Return the blocks of a school year in the order of the week."""
    table = tables.time_block
    statement = sa.select(table).where(table.c.school_year_id == school_year_id)
    return [
        KnownBlock(row.id, Span(row.weekday, row.starts, row.ends), row.name)
        for row in reader.rows(statement.order_by(table.c.weekday, table.c.starts, table.c.ends))
    ]


def year_labels(reader: Reader) -> list[str]:
    """Return the labels of the year groups in their order."""
    table = tables.year_group
    return [row.label for row in reader.rows(sa.select(table.c.label).order_by(table.c.position, table.c.id))]


def class_names(reader: Reader, school_year_id: int) -> list[str]:
    """Return the names of the classes of a school year, groups not among them."""
    table = tables.school_class
    statement = sa.select(table.c.name).where(table.c.school_year_id == school_year_id, table.c.kind == "class")
    return sorted((row.name for row in reader.rows(statement)), key=sort_key)


def categories(reader: Reader) -> list[str]:
    return [row.name for row in reader.rows(sa.select(tables.category.c.name).order_by(tables.category.c.position))]


def courses(reader: Reader, term_id: int, school_year_id: int) -> list[KnownCourse]:
    """Return the courses of a half-year and those of its whole school year, by number and title."""
    course, category = tables.course, tables.category
    mine = sa.and_(
        course.c.school_year_id == school_year_id, sa.or_(course.c.term_id == term_id, course.c.term_id.is_(None))
    )
    statement = (
        sa.select(course, sa.func.coalesce(category.c.name, "").label("category"))
        .outerjoin(category, category.c.id == course.c.category_id)
        .where(mine)
    )
    year_groups = _labels(reader, tables.course_year_group, tables.year_group, "year_group_id", "label", "position")
    classes = _labels(reader, tables.course_class, tables.school_class, "school_class_id", "name", "id")
    meetings = _meetings(reader, school_year_id)
    found = [_course(row, year_groups[row.id], classes[row.id], meetings[row.id]) for row in reader.rows(statement)]
    return sorted(found, key=lambda one: (sort_key(one.number), sort_key(one.title), one.id))


def _course(row: Any, year_groups: list[str], classes: list[str], meetings: list[KnownMeeting]) -> KnownCourse:
    return KnownCourse(
        id=row.id,
        number=row.number,
        title=row.title,
        short_name=row.short_name,
        description=row.description,
        category=row.category,
        kind=row.kind,
        status=row.status,
        min_size=row.min_size,
        max_size=row.max_size,
        starts=row.starts,
        ends=row.ends,
        equipment=row.equipment,
        max_per_class=row.max_per_class,
        meetings_wanted=row.meetings_wanted,
        ideal_size=row.ideal_size,
        max_support=row.max_support,
        must_run=row.must_run,
        admission=row.admission,
        again=row.again,
        evaluation=row.evaluation,
        year_groups=tuple(year_groups),
        classes=tuple(sorted(classes, key=sort_key)),
        meetings=tuple(meetings),
    )


def _labels(reader: Reader, tie: sa.Table, other: sa.Table, key: str, label: str, order: str) -> dict[int, list[str]]:
    found = defaultdict(list)
    statement = sa.select(tie.c.course_id, other.c[label].label("label")).join(other, other.c.id == tie.c[key])
    for row in reader.rows(statement.order_by(other.c[order])):
        found[row.course_id].append(row.label)
    return found


def _meetings(reader: Reader, school_year_id: int) -> dict[int, list[KnownMeeting]]:
    """Return the meetings of each course in the order of the week."""
    meeting, block, room, course = tables.meeting, tables.time_block, tables.room, tables.course
    statement = (
        sa.select(
            meeting,
            block.c.weekday.label("block_weekday"),
            block.c.starts.label("block_starts"),
            block.c.ends.label("block_ends"),
            sa.func.coalesce(room.c.code, "").label("room"),
        )
        .join(course, course.c.id == meeting.c.course_id)
        .outerjoin(block, block.c.id == meeting.c.time_block_id)
        .outerjoin(room, room.c.id == meeting.c.room_id)
        .where(course.c.school_year_id == school_year_id)
    )
    leaders = _leaders(reader)
    found: dict[int, list[KnownMeeting]] = defaultdict(list)
    for row in reader.rows(statement.order_by(meeting.c.id)):
        weekday = row.weekday or row.block_weekday
        starts, ends = row.starts or row.block_starts, row.ends or row.block_ends
        span = Span(weekday, starts, ends) if starts is not None and ends is not None else None
        found[row.course_id].append(
            KnownMeeting(
                row.id,
                row.time_block_id,
                weekday,
                span,
                row.room,
                tuple(leaders[row.id]),
                row.rhythm,
                row.on_date,
                row.fixed,
            )
        )
    for meetings in found.values():
        meetings.sort(
            key=lambda one: (one.weekday, one.span or Span(0, time(), time()), one.on_date or date.min, one.id)
        )
    return found


def _leaders(reader: Reader) -> dict[int, list[int]]:
    table = tables.meeting_leader
    found = defaultdict(list)
    for row in reader.rows(sa.select(table).order_by(table.c.position, table.c.id)):
        found[row.meeting_id].append(row.staff_id)
    return found
