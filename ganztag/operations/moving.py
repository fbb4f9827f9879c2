"""Placing courses in the week: put down, moved, stretched, swapped, led by somebody else; each gesture one deed."""

from collections.abc import Iterable, Sequence
from datetime import timedelta
from typing import Protocol

from ganztag.domain.courses import Course, CourseRoom, CourseStaff, Meeting, MeetingLeader
from ganztag.domain.objection import Objection
from ganztag.domain.rooms import Room
from ganztag.domain.school_year import TimeBlock
from ganztag.domain.staff import Staff
from ganztag.language import N_, Message, nN_
from ganztag.operations.meetings import NewMeeting, add_meeting, check, repeat, set_leaders, take_roles, want_them_all
from ganztag.operations.operation import Operation, Work
from ganztag.planning.timing import Weekday

KEEP = -1  # as a room: the one that the meeting has


class Step(Protocol):
    """Where a meeting goes; *room* as in `move`."""

    @property
    def meeting(self) -> int: ...

    @property
    def block(self) -> int: ...

    @property
    def room(self) -> int | None: ...


def move(meeting_id: int, block_id: int, room: int | None = KEEP) -> Operation[int]:
    """Move a meeting to another block, on request into another room; objects where it is fixed or already there."""

    def run(work: Work) -> int:
        meeting = work.get(Meeting, meeting_id)
        work.label = N_("Move {course} to {place}", course=_name(work, meeting), place=_place(work, block_id))
        _put(work, meeting, block_id, room)
        check(work, meeting)
        return meeting_id

    return Operation(N_("Move a course"), run)


def move_all(steps: Iterable[Step]) -> Operation[tuple[int, ...]]:
    """Move the meetings of one course together, as those of two blocks in a row."""
    wanted = tuple(steps)

    def run(work: Work) -> tuple[int, ...]:
        first = work.get(Meeting, wanted[0].meeting)
        place = _place(work, wanted[0].block)
        work.label = N_("Move {course} to {place}", course=_name(work, first), place=place)
        return _put_all(work, wanted)

    return Operation(N_("Move a course"), run)


def swap(steps: Iterable[Step]) -> Operation[tuple[int, ...]]:
    """Move several meetings at once, so that each finds the place free that another one leaves."""
    wanted = tuple(steps)

    def run(work: Work) -> tuple[int, ...]:
        names = list(dict.fromkeys(_name(work, work.get(Meeting, step.meeting)) for step in wanted))
        if len(names) == 1:
            work.label = N_("Move {course} to {place}", course=names[0], place=_place(work, wanted[0].block))
        elif len(names) == 2:
            work.label = N_("Swap {course} and {other}", course=names[0], other=names[1])
        else:
            work.label = nN_("Move {count} course", "Move {count} courses", len(names))
        return _put_all(work, wanted)

    return Operation(N_("Swap courses"), run)


def place(course_id: int, block_id: int, room_id: int | None = None, staff_ids: Sequence[int] = ()) -> Operation[int]:
    """Give a course that waits a place in the week; return the new meeting's id."""
    return make_room(course_id, block_id, room_id, staff_ids, ())


def make_room(
    course_id: int, block_id: int, room_id: int | None, staff_ids: Sequence[int], steps: Iterable[Step]
) -> Operation[int]:
    """Move other meetings away and give a course that waits the place they leave; return the new meeting's id."""
    leaders, wanted = tuple(staff_ids), tuple(steps)

    def run(work: Work) -> int:
        course = work.get(Course, course_id)
        work.label = N_("Place {course} on {place}", course=_short(course), place=_place(work, block_id))
        _put_all(work, wanted)
        made = add_meeting(work, course_id, NewMeeting(block_id, room_id=room_id, staff_ids=leaders))
        take_roles(work, work.get(Meeting, made))
        want_them_all(work, course)
        return made

    return Operation(N_("Place a course"), run)


def unplace(meeting_ids: Iterable[int]) -> Operation[None]:
    """Take meetings of a course out of the week; it waits again, and its room and leaders are remembered."""
    wanted = tuple(meeting_ids)

    def run(work: Work) -> None:
        meetings = [work.get(Meeting, key) for key in wanted]
        course = work.get(Course, meetings[0].course_id)
        work.label = N_("Take {course} out of the week", course=_short(course))
        want_them_all(work, course)
        for meeting in meetings:
            _refuse_fixed(work, meeting)
            _remember(work, meeting)
            work.delete(meeting)

    return Operation(N_("Take a course out of the week"), run)


def stretch(meeting_id: int, block_ids: Iterable[int]) -> Operation[tuple[int, ...]]:
    """Let a course go on in further blocks, in the same room with the same leaders; return the new meetings."""
    blocks = tuple(block_ids)

    def run(work: Work) -> tuple[int, ...]:
        meeting = work.get(Meeting, meeting_id)
        course = work.get(Course, meeting.course_id)
        if not blocks:
            raise Objection(N_("There is no block after this one on that day."))
        work.label = N_("Stretch {course} to {place}", course=_short(course), place=_place(work, blocks[-1]))
        made = tuple(repeat(work, meeting, time_block_id=block_id) for block_id in blocks)
        want_them_all(work, course)
        return made

    return Operation(N_("Stretch a course"), run)


def shrink(meeting_ids: Iterable[int]) -> Operation[None]:
    """Let a course end earlier: take the last of its blocks in a row away, without waiting for another place."""
    wanted = tuple(meeting_ids)

    def run(work: Work) -> None:
        meetings = [work.get(Meeting, key) for key in wanted]
        course = work.get(Course, meetings[0].course_id)
        work.label = N_("Shorten {course}", course=_short(course))
        for meeting in meetings:
            _refuse_fixed(work, meeting)
            work.delete(meeting)
        left = len(work.all(Meeting, course_id=course.id))
        course.meetings_wanted = max(min(course.meetings_wanted, left), 1)

    return Operation(N_("Shorten a course"), run)


def lead_too(meeting_ids: Iterable[int], staff_id: int) -> Operation[None]:
    """Let somebody lead these meetings of a course beside those who do."""
    wanted = tuple(meeting_ids)

    def run(work: Work) -> None:
        person, course = work.get(Staff, staff_id), _course_of(work, wanted)
        work.label = N_("{leader} leads {course}", leader=person.full_name, course=_short(course))
        leading = [_leaders(work, key) for key in wanted]
        if all(staff_id in known for known in leading):
            raise Objection(N_("{leader} already leads {course}.", leader=person.full_name, course=course.title))
        for key, known in zip(wanted, leading, strict=True):
            set_leaders(work, key, (*known, staff_id))

    return Operation(N_("Change who leads a course"), run)


def set_room(meeting_ids: Iterable[int], room_id: int | None) -> Operation[None]:
    """Let these meetings of a course be in a room; None: in no room yet."""
    wanted = tuple(meeting_ids)

    def run(work: Work) -> None:
        course = _course_of(work, wanted)
        room = work.get(Room, room_id) if room_id is not None else None
        if room is None:
            work.label = N_("{course}: no room yet", course=_short(course))
        else:
            work.label = N_("{course}: room {room}", course=_short(course), room=room.code)
        for key in wanted:
            work.get(Meeting, key).room_id = room_id

    return Operation(N_("Change a room"), run)


def fix(meeting_ids: Iterable[int], *, fixed: bool) -> Operation[None]:
    """Let nobody move these meetings, or let them be moved again."""
    wanted = tuple(meeting_ids)

    def run(work: Work) -> None:
        course = _short(_course_of(work, wanted))
        work.label = N_("Fix the place of {course}", course=course) if fixed else N_("Free {course}", course=course)
        for key in wanted:
            work.get(Meeting, key).fixed = fixed

    return Operation(N_("Fix a place"), run)


def _put_all(work: Work, steps: Sequence[Step]) -> tuple[int, ...]:
    meetings = [work.get(Meeting, step.meeting) for step in steps]
    for meeting, step in zip(meetings, steps, strict=True):
        _put(work, meeting, step.block, step.room)
    for meeting in meetings:
        check(work, meeting)
    return tuple(meeting.id for meeting in meetings)


def _put(work: Work, meeting: Meeting, block_id: int, room: int | None) -> None:
    block = work.get(TimeBlock, block_id)
    if meeting.time_block_id != block_id:
        _refuse_fixed(work, meeting)
        if meeting.on_date is not None:
            meeting.on_date += timedelta(days=block.weekday - meeting.on_date.isoweekday())
        meeting.time_block_id, meeting.weekday, meeting.starts, meeting.ends = block_id, None, None, None
    if room != KEEP:
        meeting.room_id = room


def _refuse_fixed(work: Work, meeting: Meeting) -> None:
    if meeting.fixed:
        raise Objection(
            N_("The place of {course} is fixed.", course=work.get(Course, meeting.course_id).title),
            advice=N_("Please free it first."),
        )


def _remember(work: Work, meeting: Meeting) -> None:
    """Keep room and leaders of a place that is lost, to propose them for the next one."""
    room_id, course_id = meeting.room_id, meeting.course_id
    if room_id is not None and work.one(CourseRoom, course_id=course_id, room_id=room_id) is None:
        work.add(CourseRoom(course_id=course_id, room_id=room_id))
    for leader in work.all(MeetingLeader, meeting_id=meeting.id):
        if work.one(CourseStaff, course_id=course_id, staff_id=leader.staff_id) is None:
            work.add(CourseStaff(course_id=course_id, staff_id=leader.staff_id, role=leader.role))


def _leaders(work: Work, meeting_id: int) -> tuple[int, ...]:
    found = sorted(work.all(MeetingLeader, meeting_id=meeting_id), key=lambda leader: (leader.position, leader.id))
    return tuple(leader.staff_id for leader in found)


def _course_of(work: Work, meeting_ids: Sequence[int]) -> Course:
    return work.get(Course, work.get(Meeting, meeting_ids[0]).course_id)


def _name(work: Work, meeting: Meeting) -> str:
    return _short(work.get(Course, meeting.course_id))


def _short(course: Course) -> str:
    return course.short_name or course.title


def _place(work: Work, block_id: int) -> Message:
    block = work.get(TimeBlock, block_id)
    day = Weekday(block.weekday)
    if block.name:
        return N_("{weekday}, {block}", weekday=day, block=block.name)
    return N_("{weekday}, {starts}", weekday=day, starts=block.starts)
