"""Courses with all that a copy takes over: meetings, leaders, where they may be placed, and who is in them."""

from collections import defaultdict
from datetime import date
from typing import Any

import sqlalchemy as sa

from ganztag.language import sort_key
from ganztag.planning.rollover.copy_state import BlockKey, OldCourse, OldMeeting
from ganztag.storage import tables
from ganztag.storage.reader import Reader

_FIELDS = (
    "title", "short_name", "description", "category_id", "kind", "min_size", "max_size", "note", "equipment",
    "max_per_class", "meetings_wanted", "number", "status", "ideal_size", "max_support", "must_run", "admission",
)  # fmt: skip

_Condition = sa.ColumnElement[bool]


def old_courses(reader: Reader, condition: _Condition, day: date | None) -> tuple[OldCourse, ...]:
    """Return the courses that *condition* is true of, in the order of their numbers.

    Their children are those of *day* (of the course's last one where that comes before it), without it all there were.
    """
    course, category = tables.course, tables.category
    statement = sa.select(*course.c, category.c.colour).outerjoin(category, category.c.id == course.c.category_id)
    meetings = _meetings(reader, condition)
    years = _links(reader, tables.course_year_group, "year_group_id", condition)
    classes = _links(reader, tables.course_class, "school_class_id", condition)
    room_ids = _links(reader, tables.course_room, "room_id", condition)
    blocks, staff = _blocks(reader, condition), _staff(reader, condition)
    children = _children(reader, condition, day)
    found = [
        OldCourse(
            id=row.id,
            offer_id=row.offer_id,
            whole_year=row.term_id is None,
            number=row.number,
            title=row.title,
            colour=row.colour,
            status=row.status,
            again=row.again,
            max_size=row.max_size,
            fields={name: row._mapping[name] for name in _FIELDS},
            dated=row.starts is not None or row.ends is not None,
            year_group_ids=tuple(years[row.id]),
            class_ids=tuple(classes[row.id]),
            meetings=tuple(meetings[row.id]),
            blocks=tuple(blocks[row.id]),
            room_ids=tuple(room_ids[row.id]),
            staff=tuple(staff[row.id]),
            children=tuple(children.get(row.id, ())),
        )
        for row in reader.rows(statement.where(condition))
    ]
    return tuple(sorted(found, key=lambda one: (not one.number, sort_key(one.number), sort_key(one.title), one.id)))


def _links(reader: Reader, table: sa.Table, column: str, condition: _Condition) -> dict[int, list[int]]:
    course = tables.course
    statement = (
        sa.select(table.c.course_id, table.c[column].label("key"))
        .join(course, course.c.id == table.c.course_id)
        .where(condition)
        .order_by(table.c.id)
    )
    found: dict[int, list[int]] = defaultdict(list)
    for row in reader.rows(statement):
        found[row.course_id].append(row.key)
    return found


def _blocks(reader: Reader, condition: _Condition) -> dict[int, list[BlockKey]]:
    course, link, block = tables.course, tables.course_block, tables.time_block
    statement = (
        sa.select(link.c.course_id, block.c.weekday, block.c.starts, block.c.ends)
        .join(course, course.c.id == link.c.course_id)
        .join(block, block.c.id == link.c.time_block_id)
        .where(condition)
        .order_by(link.c.id)
    )
    found: dict[int, list[BlockKey]] = defaultdict(list)
    for row in reader.rows(statement):
        found[row.course_id].append((row.weekday, row.starts, row.ends))
    return found


def _staff(reader: Reader, condition: _Condition) -> dict[int, list[tuple[int, str]]]:
    course, link = tables.course, tables.course_staff
    statement = (
        sa.select(link.c.course_id, link.c.staff_id, link.c.role)
        .join(course, course.c.id == link.c.course_id)
        .where(condition)
        .order_by(link.c.id)
    )
    found: dict[int, list[tuple[int, str]]] = defaultdict(list)
    for row in reader.rows(statement):
        found[row.course_id].append((row.staff_id, row.role))
    return found


def _meetings(reader: Reader, condition: _Condition) -> dict[int, list[OldMeeting]]:
    course, meeting, block = tables.course, tables.meeting, tables.time_block
    leaders = _leaders(reader, condition)
    statement = (
        sa.select(*meeting.c, block.c.weekday.label("b_day"), block.c.starts.label("b_from"),
                  block.c.ends.label("b_to"), block.c.name.label("b_name"))
        .join(course, course.c.id == meeting.c.course_id)
        .outerjoin(block, block.c.id == meeting.c.time_block_id)
        .where(condition)
        .order_by(meeting.c.id)
    )  # fmt: skip
    found: dict[int, list[OldMeeting]] = defaultdict(list)
    for row in reader.rows(statement):
        found[row.course_id].append(_meeting(row, tuple(leaders[row.id])))
    return found


def _meeting(row: sa.Row[Any], leaders: tuple[tuple[int, str], ...]) -> OldMeeting:
    return OldMeeting(
        id=row.id,
        block_id=row.time_block_id,
        block=None if row.b_day is None else (row.b_day, row.b_from, row.b_to),
        block_name=row.b_name or "",
        weekday=row.weekday,
        starts=row.starts,
        ends=row.ends,
        room_id=row.room_id,
        rhythm=row.rhythm,
        on_date=row.on_date,
        fixed=row.fixed,
        leaders=leaders,
    )


def _leaders(reader: Reader, condition: _Condition) -> dict[int, list[tuple[int, str]]]:
    course, meeting, link = tables.course, tables.meeting, tables.meeting_leader
    statement = (
        sa.select(link.c.meeting_id, link.c.staff_id, link.c.role)
        .join(meeting, meeting.c.id == link.c.meeting_id)
        .join(course, course.c.id == meeting.c.course_id)
        .where(condition)
        .order_by(link.c.meeting_id, link.c.position, link.c.id)
    )
    found: dict[int, list[tuple[int, str]]] = defaultdict(list)
    for row in reader.rows(statement):
        found[row.meeting_id].append((row.staff_id, row.role))
    return found


def _children(reader: Reader, condition: _Condition, day: date | None) -> dict[int, list[int]]:
    course, enrolment = tables.course, tables.enrolment
    statement = (
        sa.select(enrolment.c.course_id, enrolment.c.pupil_id)
        .join(course, course.c.id == enrolment.c.course_id)
        .where(condition)
        .order_by(enrolment.c.id)
    )
    if day is not None:
        last = sa.func.coalesce(course.c.ends, sa.literal(day, sa.Date))
        statement = statement.where(
            sa.or_(enrolment.c.starts.is_(None), enrolment.c.starts <= last),
            sa.or_(enrolment.c.ends.is_(None), enrolment.c.ends >= last),
        )
    found: dict[int, dict[int, None]] = defaultdict(dict)
    for row in reader.rows(statement):
        found[row.course_id][row.pupil_id] = None
    return {course_id: list(pupils) for course_id, pupils in found.items()}
