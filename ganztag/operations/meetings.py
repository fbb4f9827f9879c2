"""When, where and with whom a course meets."""

from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import date, time
from typing import Any

from ganztag.domain.attendance import Attendance
from ganztag.domain.courses import RHYTHMS, Course, CourseStaff, Meeting, MeetingLeader
from ganztag.domain.objection import Objection
from ganztag.domain.school_year import TimeBlock
from ganztag.domain.staff import Staff
from ganztag.language import N_
from ganztag.operations.operation import Operation, Work


@dataclass(frozen=True, slots=True)
class NewMeeting:
    """A meeting to be added: in a block, or at a weekday and times of its own (which win over the block's).

    *rhythm*: weekly, A, B (every second week) or once, *on_date*, which then says the weekday.
    """

    time_block_id: int | None = None
    weekday: int | None = None
    starts: time | None = None
    ends: time | None = None
    room_id: int | None = None
    staff_ids: tuple[int, ...] = ()
    rhythm: str = "weekly"
    on_date: date | None = None
    fixed: bool = False


def add_meeting(work: Work, course_id: int, new: NewMeeting) -> int:
    """Add a meeting with its leaders and return its id; objects where times or block do not fit."""
    meeting = Meeting(
        course_id=course_id,
        time_block_id=new.time_block_id,
        weekday=new.weekday,
        starts=new.starts,
        ends=new.ends,
        room_id=new.room_id,
        rhythm=new.rhythm,
        on_date=new.on_date,
        fixed=new.fixed,
    )
    check(work, meeting)
    work.add(meeting)
    set_leaders(work, meeting.id, new.staff_ids)
    return meeting.id


def set_leaders(work: Work, meeting_id: int, staff_ids: Iterable[int]) -> None:
    """Let exactly these people lead the meeting, in this order; roles of those who stay are kept."""
    wanted = list(dict.fromkeys(staff_ids))
    before = {leader.staff_id: leader for leader in work.all(MeetingLeader, meeting_id=meeting_id)}
    for staff_id, leader in before.items():
        if staff_id not in wanted:
            work.delete(leader)
    for position, staff_id in enumerate(wanted):
        known = before.get(staff_id)
        if known is not None:
            known.position = position
        else:
            work.add(MeetingLeader(meeting_id=meeting_id, staff_id=work.get(Staff, staff_id).id, position=position))


def repeat(work: Work, meeting: Meeting, **other: int) -> int:
    """Add a meeting like this one, with its leaders and their roles, in another block or course; return its id.

    *other*: time_block_id, whose times it then has, and where it is not fixed; course_id.
    """
    leaders = work.all(MeetingLeader, meeting_id=meeting.id)
    like = {field.name: getattr(meeting, field.name) for field in fields(NewMeeting) if field.name != "staff_ids"}
    if "time_block_id" in other:
        like.update(weekday=None, starts=None, ends=None, fixed=False, time_block_id=other["time_block_id"])
    made = add_meeting(work, other.get("course_id", meeting.course_id), NewMeeting(**like))
    for leader in leaders:
        place, role = leader.position, leader.role
        work.add(MeetingLeader(meeting_id=made, staff_id=leader.staff_id, position=place, role=role))
    return made


def take_roles(work: Work, meeting: Meeting) -> None:
    """Let those who lead newly lead as what they were named for the course."""
    roles = {known.staff_id: known.role for known in work.all(CourseStaff, course_id=meeting.course_id)}
    for leader in work.all(MeetingLeader, meeting_id=meeting.id):
        leader.role = leader.role or roles.get(leader.staff_id, "")


def want_them_all(work: Work, course: Course) -> None:
    """Let a course want at least the meetings that it has."""
    course.meetings_wanted = max(course.meetings_wanted, len(work.all(Meeting, course_id=course.id)))


def add(course_id: int, new: NewMeeting) -> Operation[int]:
    """Add a meeting to a course."""

    def run(work: Work) -> int:
        work.label = N_("Add a meeting to {course}", course=work.get(Course, course_id).title)
        return add_meeting(work, course_id, new)

    return Operation(N_("Add a meeting"), run)


def change(meeting_id: int, **values: Any) -> Operation[int]:
    """Set fields of a meeting; a new block takes away the times of its own, unless they are given as well."""

    def run(work: Work) -> int:
        meeting = work.get(Meeting, meeting_id)
        work.label = N_("Change when and where {course} meets", course=work.get(Course, meeting.course_id).title)
        if values.get("time_block_id") is not None:
            meeting.weekday = meeting.starts = meeting.ends = None
        for name, value in values.items():
            if not hasattr(meeting, name):
                raise AttributeError(name)
            setattr(meeting, name, value)
        check(work, meeting)
        return meeting_id

    return Operation(N_("Change a meeting"), run)


def lead(meeting_id: int, staff_ids: Iterable[int]) -> Operation[int]:
    """Let exactly these people lead the meeting; none: it is without a leader."""
    wanted = tuple(staff_ids)

    def run(work: Work) -> int:
        course = work.get(Course, work.get(Meeting, meeting_id).course_id)
        work.label = N_("Change who leads {course}", course=course.title)
        set_leaders(work, meeting_id, wanted)
        return meeting_id

    return Operation(N_("Change who leads a course"), run)


def remove(meeting_id: int) -> Operation[None]:
    """Take a meeting away from its course; objects where attendance was entered for its dates."""

    def run(work: Work) -> None:
        meeting = work.get(Meeting, meeting_id)
        work.label = N_("Remove a meeting of {course}", course=work.get(Course, meeting.course_id).title)
        if work.one(Attendance, meeting_id=meeting_id):
            raise Objection(
                N_("Attendance was entered for dates of this meeting."),
                advice=N_("Please cancel the dates that are still to come, or change the meeting instead."),
            )
        work.delete(meeting)

    return Operation(N_("Remove a meeting"), run)


def check(work: Work, meeting: Meeting) -> None:
    """Object to what a meeting cannot be; a single date says the weekday, and another rhythm has none."""
    course = work.get(Course, meeting.course_id)
    _check_rhythm(meeting)
    if meeting.time_block_id is None:
        if meeting.weekday is None or not 1 <= meeting.weekday <= 7:
            raise Objection(N_("A meeting needs a block or a weekday."))
    else:
        _check_block(work, meeting, course)
    starts, ends = _times(work, meeting)
    if starts is not None and ends is not None and starts >= ends:
        raise Objection(N_("A meeting has to end after it starts."))


def _check_block(work: Work, meeting: Meeting, course: Course) -> None:
    block = work.get(TimeBlock, meeting.time_block_id or 0)
    if block.school_year_id != course.school_year_id:
        raise Objection(N_("This block belongs to another school year."))
    if meeting.on_date is not None and meeting.on_date.isoweekday() != block.weekday:
        raise Objection(
            N_("{day} is no day of this block.", day=meeting.on_date),
            advice=N_("Please choose another day, or times of its own."),
        )
    same = work.all(Meeting, course_id=course.id, time_block_id=block.id)
    if any(other is not meeting and not _in_other_weeks(meeting, other) for other in same):
        raise Objection(N_("{course} already meets in this block.", course=course.title))


def _check_rhythm(meeting: Meeting) -> None:
    if meeting.rhythm not in RHYTHMS:
        raise Objection(N_("A meeting cannot have this rhythm."))
    if meeting.rhythm != "once":
        meeting.on_date = None
    elif meeting.on_date is None:
        raise Objection(N_("A meeting that takes place once needs its date."))
    elif meeting.time_block_id is None:
        meeting.weekday = meeting.on_date.isoweekday()


def _in_other_weeks(one: Meeting, other: Meeting) -> bool:
    """Say whether two meetings in one block never take place on the same day."""
    if one.rhythm == other.rhythm == "once":
        return one.on_date != other.on_date
    return {one.rhythm, other.rhythm} == {"A", "B"}


def _times(work: Work, meeting: Meeting) -> tuple[time | None, time | None]:
    if meeting.time_block_id is None:
        return meeting.starts, meeting.ends
    block = work.get(TimeBlock, meeting.time_block_id)
    return meeting.starts or block.starts, meeting.ends or block.ends
