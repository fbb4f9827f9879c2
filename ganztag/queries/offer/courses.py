"""The courses of a half-year, and where and by whom each may be placed."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import sqlalchemy as sa

from ganztag.planning.offer import Course, Meeting
from ganztag.queries.courses import of_term
from ganztag.queries.offer.frame import MIDNIGHT, Asked, minutes, plain
from ganztag.storage import tables
from ganztag.storage.reader import Reader


@dataclass(frozen=True)
class Courses:
    """The courses that count, the names of those that are struck, and which are of this half-year only."""

    counting: tuple[Course, ...]
    struck: Mapping[int, str]
    of_half_year: frozenset[int]

    @property
    def ids(self) -> frozenset[int]:
        return frozenset((*(course.id for course in self.counting), *self.struck))


def courses(reader: Reader, asked: Asked) -> Courses:
    course, category = tables.course, tables.category
    statement = (
        sa.select(course, category.c.colour)
        .outerjoin(category, category.c.id == course.c.category_id)
        .where(of_term(asked.term))
        .order_by(course.c.id)
    )
    rows = reader.rows(statement)
    linked = _Linked(reader, spellings(reader))
    counting = tuple(linked.course(row) for row in rows if row.status != "struck")
    struck = {row.id: row.title for row in rows if row.status == "struck"}
    return Courses(counting, struck, frozenset(row.id for row in rows if row.term_id is not None))


def spellings(reader: Reader) -> Mapping[str, str]:
    """Return how the rooms write each piece of equipment, by its small letters: courses mean the same."""
    rows = reader.rows(sa.select(tables.room.c.equipment).where(tables.room.c.equipment != ""))
    return {word.casefold(): word for row in rows for word in words(row.equipment)}


def words(text: str) -> frozenset[str]:
    """Return what is listed, parted by commas."""
    return frozenset(part for piece in text.split(",") if (part := " ".join(piece.split())))


class _Linked:
    """What belongs to courses: course -> ids."""

    def __init__(self, reader: Reader, known: Mapping[str, str]) -> None:
        self._known = known
        self._years = _links(reader, tables.course_year_group, "year_group_id")
        self._classes = _links(reader, tables.course_class, "school_class_id")
        self._blocks = _links(reader, tables.course_block, "time_block_id")
        self._rooms = _links(reader, tables.course_room, "room_id")
        self._staff = _links(reader, tables.course_staff, "staff_id")

    def course(self, row: sa.Row[tuple[object, ...]]) -> Course:
        return Course(
            id=row.id,
            name=row.title,
            short=row.short_name,
            kind=row.kind,
            status=row.status,
            category=row.category_id,
            colour=row.colour,
            min_size=row.min_size,
            max_size=row.max_size,
            max_per_class=row.max_per_class,
            year_groups=frozenset(self._years.get(row.id, ())),
            classes=frozenset(self._classes.get(row.id, ())),
            starts=row.starts,
            ends=row.ends,
            described=bool(row.description.strip()),
            equipment=frozenset(self._known.get(word.casefold(), word) for word in words(row.equipment)),
            meetings_wanted=row.meetings_wanted,
            blocks=tuple(self._blocks.get(row.id, ())),
            rooms=tuple(self._rooms.get(row.id, ())),
            leaders=tuple(self._staff.get(row.id, ())),
            number=row.number,
        )


def _links(reader: Reader, table: sa.Table, to: str) -> Mapping[int, list[int]]:
    return _grouped(plain(reader, sa.select(table.c.course_id, table.c[to]).order_by(table.c.id)))


def _grouped(rows: Iterable[tuple[int, ...]]) -> Mapping[int, list[int]]:
    found: dict[int, list[int]] = defaultdict(list)
    for key, value in rows:
        found[key].append(value)
    return found


def meetings(reader: Reader, asked: Asked, only: frozenset[int] | None = None) -> tuple[Meeting, ...]:
    """Return the meetings of the courses asked for, or *only* some of them, in the order of the week."""
    meeting, block = tables.meeting, tables.time_block
    statement = (
        sa.select(
            meeting.c.id, meeting.c.course_id, meeting.c.time_block_id, meeting.c.room_id, meeting.c.rhythm,
            meeting.c.on_date, meeting.c.fixed,
            sa.func.coalesce(meeting.c.weekday, block.c.weekday).label("weekday"),
            sa.func.coalesce(meeting.c.starts, block.c.starts).label("starts"),
            sa.func.coalesce(meeting.c.ends, block.c.ends).label("ends"),
        )
        .outerjoin(block, block.c.id == meeting.c.time_block_id)
    )  # fmt: skip
    if only is not None:
        statement = statement.where(meeting.c.id.in_(only))
    leader = tables.meeting_leader
    led = sa.select(leader.c.meeting_id, leader.c.staff_id).order_by(leader.c.position, leader.c.id)
    leaders = _grouped(plain(reader, led))
    found = [_meeting(row, leaders.get(row.id, ())) for row in reader.rows(statement) if row.course_id in asked.courses]
    return tuple(sorted(found, key=lambda row: (row.weekday, row.starts, row.ends, row.id)))


def _meeting(row: sa.Row[tuple[object, ...]], leaders: Iterable[int]) -> Meeting:
    return Meeting(
        id=row.id,
        course=row.course_id,
        weekday=row.on_date.isoweekday() if row.rhythm == "once" and row.on_date else row.weekday,
        starts=minutes(row.starts, 0),
        ends=minutes(row.ends, MIDNIGHT),
        block=row.time_block_id,
        room=row.room_id,
        leaders=tuple(leaders),
        rhythm=row.rhythm,
        on_date=row.on_date,
        fixed=row.fixed,
    )
