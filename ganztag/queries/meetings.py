"""When and where courses meet, and who leads them: one row a weekly meeting, its own times before its block's."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time

import sqlalchemy as sa

from ganztag.domain.pupils import full_name
from ganztag.language import _, sort_key
from ganztag.language import date as in_words
from ganztag.storage import tables
from ganztag.storage.reader import Reader


@dataclass(frozen=True, slots=True)
class MeetingRow:
    """A meeting of the series; *block_id* is None where it meets at times of its own only. *leaders* are full names.

    *rhythm*: weekly, A, B (every second week) or once, on *on_date*.
    """

    id: int
    course_id: int
    block_id: int | None
    block: str
    weekday: int
    starts: time | None
    ends: time | None
    room_id: int | None
    room: str
    room_name: str
    rhythm: str
    on_date: date | None
    fixed: bool
    leader_ids: tuple[int, ...]
    leaders: tuple[str, ...]
    roles: tuple[str, ...] = ()

    @property
    def role_of(self) -> dict[int, str]:
        """Return leader id -> role; "" for who leads."""
        return dict(zip(self.leader_ids, self.roles, strict=False))


def week_order(meeting: MeetingRow) -> tuple[int, time, time, int]:
    return (meeting.weekday, meeting.starts or time.min, meeting.ends or time.max, meeting.id)


def at_the_same_time(one: MeetingRow, other: MeetingRow) -> bool:
    """Say whether two meetings overlap by the clock; a meeting without times takes the whole afternoon."""
    if one.weekday != other.weekday:
        return False
    starts, ends = one.starts or time.min, one.ends or time.max
    return starts < (other.ends or time.max) and (other.starts or time.min) < ends


def meetings_of(reader: Reader, course_ids: Iterable[int]) -> dict[int, tuple[MeetingRow, ...]]:
    """Return the meetings of each course in the order of the week; courses without any are missing."""
    wanted = tuple(course_ids)
    meeting, block, room = tables.meeting, tables.time_block, tables.room
    statement = (
        sa.select(
            meeting.c.id,
            meeting.c.course_id,
            meeting.c.time_block_id.label("block_id"),
            sa.func.coalesce(block.c.name, "").label("block"),
            sa.func.coalesce(meeting.c.weekday, block.c.weekday).label("weekday"),
            sa.func.coalesce(meeting.c.starts, block.c.starts).label("starts"),
            sa.func.coalesce(meeting.c.ends, block.c.ends).label("ends"),
            meeting.c.room_id,
            sa.func.coalesce(room.c.code, "").label("room"),
            sa.func.coalesce(room.c.name, "").label("room_name"),
            meeting.c.rhythm,
            meeting.c.on_date,
            meeting.c.fixed,
        )
        .outerjoin(block, block.c.id == meeting.c.time_block_id)
        .outerjoin(room, room.c.id == meeting.c.room_id)
        .where(meeting.c.course_id.in_(wanted))
    )
    leaders = _leaders_of(reader, wanted)
    found: dict[int, list[MeetingRow]] = defaultdict(list)
    for row in reader.rows(statement):
        led = leaders.get(row.id, ())
        ids, names, roles = zip(*led, strict=True) if led else ((), (), ())
        found[row.course_id].append(MeetingRow(**row._mapping, leader_ids=ids, leaders=names, roles=roles))
    return {course_id: tuple(sorted(rows, key=week_order)) for course_id, rows in found.items()}


def _leaders_of(reader: Reader, course_ids: tuple[int, ...]) -> dict[int, list[tuple[int, str, str]]]:
    """Return for each meeting its leaders: id, full name and role, in the order in which they stand."""
    leader, meeting, staff = tables.meeting_leader, tables.meeting, tables.staff
    statement = (
        sa.select(
            leader.c.meeting_id, leader.c.staff_id, leader.c.role, staff.c.surname, staff.c.prefix, staff.c.call_name
        )
        .join(meeting, meeting.c.id == leader.c.meeting_id)
        .join(staff, staff.c.id == leader.c.staff_id)
        .where(meeting.c.course_id.in_(course_ids))
        .order_by(leader.c.meeting_id, leader.c.position, leader.c.id)
    )
    found: dict[int, list[tuple[int, str, str]]] = defaultdict(list)
    for row in reader.rows(statement):
        found[row.meeting_id].append((row.staff_id, full_name(row.surname, row.prefix, row.call_name), row.role))
    return found


def weeks_of(meeting: MeetingRow) -> str:
    """Return in which weeks a meeting takes place, or on which date; "" where it does every week."""
    if meeting.on_date is not None:
        return _("on {day}", day=in_words(meeting.on_date, "short"))
    return {"A": _("A weeks"), "B": _("B weeks")}.get(meeting.rhythm, "")


def named_once(texts: Iterable[str]) -> tuple[str, ...]:
    """Return each text once, the empty ones left out, in the order of their first appearance."""
    return tuple(dict.fromkeys(text for text in texts if text))


def in_order(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(texts, key=sort_key))
