"""Courses are put down in the week, moved, stretched, swapped and taken out; each gesture is one deed."""

from dataclasses import dataclass
from datetime import date, time

import pytest

from ganztag.domain.courses import CourseRoom, CourseStaff, Meeting, MeetingLeader
from ganztag.domain.objection import Objection
from ganztag.language import N_
from ganztag.operations import leading, meetings, moving, rooms, staff
from ganztag.operations.meetings import NewMeeting
from ganztag.operations.office import Office
from ganztag.operations.operation import Operation, Work
from ganztag.planning.fitting import Move
from ganztag.queries.courses import CourseRow
from ganztag.queries.meetings import MeetingRow
from tests.offered import Offered, block


@dataclass
class Week:
    """Monday and Tuesday with two blocks each; robotics stands on Monday, first block, in R 104, led by Şahin."""

    offered: Offered
    monday_2: int
    tuesday_2: int
    hall: int
    other: int

    @property
    def office(self) -> Office:
        return self.offered.office

    def course(self, course_id: int) -> CourseRow:
        return self.offered.course(course_id)

    def meeting(self, course_id: int) -> MeetingRow:
        (only,) = self.course(course_id).meetings
        return only


@pytest.fixture
def week(offered: Offered) -> Week:
    office, term = offered.office, offered.term
    return Week(
        offered,
        block(office, term, 1, time(15, 40), time(17)),
        block(office, term, 2, time(15, 40), time(17)),
        office.do(rooms.add("Halle A")),
        office.do(staff.add(surname="Owusu", call_name="Kwame")),
    )


def noted(week: Week, kind: type, **equal: int | str) -> int:
    return week.office.do(Operation(N_("Look"), lambda work: len(work.all(kind, **equal))))


def test_a_course_moves_to_another_block_and_keeps_room_and_leaders(week: Week) -> None:
    robotics = week.offered.robotics
    meeting = week.meeting(robotics)
    week.office.do(moving.move(meeting.id, week.tuesday_2))
    moved = week.meeting(robotics)
    assert (moved.id, moved.block_id, moved.room_id) == (meeting.id, week.tuesday_2, week.offered.room)
    assert moved.leader_ids == (week.offered.leader,)
    assert str(week.office.undo_label) == "Robotik nach Di, 15:40"
    week.office.undo()
    assert week.meeting(robotics) == meeting


def test_a_move_into_another_room_is_one_deed(week: Week) -> None:
    robotics = week.offered.robotics
    week.office.do(moving.move(week.meeting(robotics).id, week.tuesday_2, week.hall))
    assert week.meeting(robotics).room == "Halle A"
    week.office.undo()
    assert week.meeting(robotics).room == "R 104"


def test_a_fixed_meeting_objects_and_stays(week: Week) -> None:
    meeting = week.meeting(week.offered.robotics)
    week.office.do(moving.fix([meeting.id], fixed=True))
    with pytest.raises(Objection):
        week.office.do(moving.move(meeting.id, week.tuesday_2))
    with pytest.raises(Objection):
        week.office.do(moving.unplace([meeting.id]))
    assert week.meeting(week.offered.robotics).block_id == week.offered.monday
    week.office.do(moving.fix([meeting.id], fixed=False))
    week.office.do(moving.move(meeting.id, week.tuesday_2))


def test_a_course_cannot_be_twice_in_a_block(week: Week) -> None:
    robotics = week.offered.robotics
    first = week.meeting(robotics).id
    week.office.do(moving.stretch(first, [week.monday_2]))
    with pytest.raises(Objection):
        week.office.do(moving.move(first, week.monday_2))
    assert [m.block_id for m in week.course(robotics).meetings] == [week.offered.monday, week.monday_2]


def test_a_meeting_at_times_of_its_own_takes_those_of_its_block(week: Week) -> None:
    choir = week.offered.choir
    meeting = week.meeting(choir)
    week.office.do(meetings.change(meeting.id, time_block_id=None, weekday=5, starts=time(9), ends=time(10)))
    week.office.do(moving.move(meeting.id, week.monday_2))
    moved = week.meeting(choir)
    assert (moved.weekday, moved.starts, moved.ends) == (1, time(15, 40), time(17))


def test_a_single_date_stays_in_its_week(week: Week) -> None:
    meeting = week.meeting(week.offered.choir)
    week.office.do(meetings.change(meeting.id, rhythm="once", on_date=date(2026, 9, 21)))
    week.office.do(moving.move(meeting.id, week.tuesday_2))
    assert week.meeting(week.offered.choir).on_date == date(2026, 9, 22)


def test_a_course_that_is_taken_out_waits_and_remembers_room_and_leaders(week: Week) -> None:
    robotics = week.offered.robotics
    week.office.do(moving.unplace([week.meeting(robotics).id]))
    assert week.course(robotics).meetings == ()
    assert noted(week, CourseRoom, course_id=robotics, room_id=week.offered.room) == 1
    assert noted(week, CourseStaff, course_id=robotics, staff_id=week.offered.leader) == 1
    week.office.undo()
    assert week.meeting(robotics).room == "R 104"
    assert noted(week, CourseRoom, course_id=robotics) == 0


def test_a_course_is_placed_with_room_and_leaders_and_keeps_their_roles(week: Week) -> None:
    robotics = week.offered.robotics
    old = week.meeting(robotics).id

    def give_role(work: Work) -> None:
        (leader,) = work.all(MeetingLeader, meeting_id=old)
        leader.role = "Hilfe"

    week.office.do(Operation(N_("Change"), give_role))
    week.office.do(moving.unplace([old]))
    made = week.office.do(moving.place(robotics, week.tuesday_2, week.hall, [week.offered.leader]))
    placed = week.meeting(robotics)
    assert (placed.id, placed.room, placed.leader_ids) == (made, "Halle A", (week.offered.leader,))
    assert noted(week, MeetingLeader, meeting_id=made, role="Hilfe") == 1
    assert str(week.office.undo_label) == "Robotik auf Di, 15:40 legen"


def test_a_stretched_course_goes_on_in_the_same_room_with_the_same_leaders(week: Week) -> None:
    robotics = week.offered.robotics
    week.office.do(moving.stretch(week.meeting(robotics).id, [week.monday_2]))
    first, second = week.course(robotics).meetings
    assert second.block_id == week.monday_2
    assert (second.room_id, second.leader_ids) == (first.room_id, first.leader_ids)
    assert week.course(robotics).meetings_wanted == 2
    week.office.do(moving.shrink([second.id]))
    assert week.meeting(robotics).id == first.id
    assert week.course(robotics).meetings_wanted == 1


def test_the_last_block_of_a_day_cannot_be_stretched(week: Week) -> None:
    with pytest.raises(Objection):
        week.office.do(moving.stretch(week.meeting(week.offered.choir).id, []))


def test_both_blocks_of_a_course_move_together(week: Week) -> None:
    robotics = week.offered.robotics
    first = week.meeting(robotics).id
    (second,) = week.office.do(moving.stretch(first, [week.monday_2]))
    steps = [Move(first, week.offered.tuesday, moving.KEEP), Move(second, week.tuesday_2, moving.KEEP)]
    week.office.do(moving.move_all(steps))
    assert [m.block_id for m in week.course(robotics).meetings] == [week.offered.tuesday, week.tuesday_2]
    week.office.undo()
    assert [m.block_id for m in week.course(robotics).meetings] == [week.offered.monday, week.monday_2]


def test_both_blocks_of_a_course_can_move_by_one(week: Week) -> None:
    third = block(week.office, week.offered.term, 1, time(17, 10), time(18))
    robotics = week.offered.robotics
    first = week.meeting(robotics).id
    (second,) = week.office.do(moving.stretch(first, [week.monday_2]))
    steps = [Move(first, week.monday_2, moving.KEEP), Move(second, third, moving.KEEP)]
    week.office.do(moving.move_all(steps))
    assert [m.block_id for m in week.course(robotics).meetings] == [week.monday_2, third]


def test_two_courses_swap_their_places_in_one_deed(week: Week) -> None:
    robotics, volleyball = week.offered.robotics, week.offered.volleyball
    one, other = week.meeting(robotics), week.meeting(volleyball)
    week.office.do(
        moving.swap([Move(one.id, week.offered.tuesday, week.hall), Move(other.id, week.offered.monday, None)])
    )
    assert (week.meeting(robotics).block_id, week.meeting(robotics).room) == (week.offered.tuesday, "Halle A")
    assert week.meeting(volleyball).block_id == week.offered.monday
    assert str(week.office.undo_label) == "Robotik und Volleyball tauschen"
    week.office.undo()
    assert (week.meeting(robotics), week.meeting(volleyball)) == (one, other)


def test_a_swap_in_which_one_is_fixed_changes_nothing(week: Week) -> None:
    one, other = week.meeting(week.offered.robotics), week.meeting(week.offered.volleyball)
    week.office.do(moving.fix([other.id], fixed=True))
    with pytest.raises(Objection):
        week.office.do(
            moving.swap([Move(one.id, week.offered.tuesday, None), Move(other.id, week.offered.monday, None)])
        )
    assert week.meeting(week.offered.robotics) == one


def test_somebody_leads_too_and_only_once(week: Week) -> None:
    meeting = week.meeting(week.offered.robotics)
    week.office.do(moving.lead_too([meeting.id], week.other))
    assert week.meeting(week.offered.robotics).leader_ids == (week.offered.leader, week.other)
    with pytest.raises(Objection):
        week.office.do(moving.lead_too([meeting.id], week.other))


def test_a_course_of_every_second_week_goes_on_in_those_weeks_and_with_the_same_roles(week: Week) -> None:
    robotics, office = week.offered.robotics, week.office
    first = week.meeting(robotics).id
    office.do(meetings.change(first, rhythm="A"))
    office.do(leading.set_role(first, week.offered.leader, "assistant"))
    office.do(meetings.add(robotics, NewMeeting(week.monday_2, rhythm="B")))
    (second,) = office.do(moving.stretch(first, [week.monday_2]))
    found = next(meeting for meeting in week.course(robotics).meetings if meeting.id == second)
    assert (found.rhythm, found.leader_ids) == ("A", (week.offered.leader,))
    assert noted(week, MeetingLeader, meeting_id=second, role="assistant") == 1


def test_both_blocks_of_a_course_get_the_same_room(week: Week) -> None:
    robotics = week.offered.robotics
    first = week.meeting(robotics).id
    (second,) = week.office.do(moving.stretch(first, [week.monday_2]))
    week.office.do(moving.set_room([first, second], week.hall))
    assert week.course(robotics).rooms == ("Halle A",)
    assert str(week.office.undo_label) == "Robotik: Raum Halle A"
    week.office.do(moving.set_room([first, second], None))
    assert week.course(robotics).rooms == ()


def test_what_was_deleted_meanwhile_objects(week: Week) -> None:
    meeting = week.meeting(week.offered.robotics)
    week.office.do(meetings.remove(meeting.id))
    with pytest.raises(Objection):
        week.office.do(moving.move(meeting.id, week.tuesday_2))
    assert noted(week, Meeting, id=meeting.id) == 0
