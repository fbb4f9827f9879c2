"""Courses: born, changed, duplicated, struck and deleted."""

from datetime import date, time

import pytest

from ganztag.domain.objection import Objection
from ganztag.operations import courses, enrolments, meetings
from ganztag.operations.meetings import NewMeeting
from ganztag.queries import courses as queries
from ganztag.queries import frame
from ganztag.queries.enrolments import enrolments_of_courses
from tests.offered import Offered


def test_a_new_course_has_a_short_name_a_number_and_its_meeting(offered: Offered) -> None:
    robotics, choir = offered.course(offered.robotics), offered.course(offered.choir)
    assert (robotics.short_name, robotics.number, choir.number) == ("Robotik", "101", "102")
    (meeting,) = robotics.meetings
    assert (meeting.weekday, meeting.starts, meeting.ends) == (1, time(14), time(15, 30))
    assert (meeting.room, meeting.leaders) == ("R 104", ("Gülşah Şahin",))
    assert robotics.year_groups == ("5",)


def test_a_course_needs_a_title(offered: Offered) -> None:
    before = len(offered.office.read(queries.courses, offered.term.id))
    with pytest.raises(Objection):
        offered.office.do(courses.add(offered.term, "   "))
    assert len(offered.office.read(queries.courses, offered.term.id)) == before


def test_a_number_is_given_once_in_a_half_year_but_again_in_the_next(offered: Offered) -> None:
    with pytest.raises(Objection, match="101"):
        offered.office.do(courses.edit(offered.choir, number="101"))
    second = offered.office.read(frame.terms)[1]
    offered.office.do(courses.add(second, "Robotik II", number="101"))
    with pytest.raises(Objection, match="101"):
        offered.office.do(courses.add(offered.term, "Das ganze Jahr", number="101", whole_year=True))


def test_a_number_is_text_and_keeps_its_zeros(offered: Offered) -> None:
    course = offered.office.do(courses.add(offered.term, "Imkern", number="008"))
    assert offered.course(course).number == "008"
    twin = offered.office.do(courses.duplicate(course))
    assert offered.course(twin).number == "104"


def test_a_course_of_the_whole_year_is_in_both_half_years(offered: Offered) -> None:
    course = offered.office.do(courses.add(offered.term, "Bläserklasse", whole_year=True))
    for term in offered.office.read(frame.terms):
        found = {row.id: row.whole_year for row in offered.office.read(queries.courses, term.id)}
        assert found[course] is True


def test_the_short_name_follows_the_title_until_it_is_set_by_hand(offered: Offered) -> None:
    office = offered.office
    office.do(courses.edit(offered.robotics, title="Fotografie und Film"))
    assert offered.course(offered.robotics).short_name == "Fotografie"
    office.do(courses.edit(offered.robotics, short_name="Foto"))
    office.do(courses.edit(offered.robotics, title="Bildbearbeitung"))
    assert offered.course(offered.robotics).short_name == "Foto"
    with pytest.raises(Objection):
        office.do(courses.edit(offered.robotics, short_name="viel zu lang dafür"))


def test_a_minimum_over_the_maximum_objects_and_nothing_changes(offered: Offered) -> None:
    with pytest.raises(Objection):
        offered.office.do(courses.edit(offered.robotics, min_size=3))
    assert offered.course(offered.robotics).min_size == 2


def test_a_duplicate_has_meetings_leaders_and_years_but_no_children(offered: Offered) -> None:
    office = offered.office
    office.do(enrolments.enrol(offered.ada, offered.robotics))
    twin = offered.course(office.do(courses.duplicate(offered.robotics)))
    old = offered.course(offered.robotics)
    assert (twin.title, twin.offer_id, twin.year_groups) == (old.title, old.offer_id, ("5",))
    assert [(m.block_id, m.room_id, m.leader_ids) for m in twin.meetings] == [
        (m.block_id, m.room_id, m.leader_ids) for m in old.meetings
    ]
    assert (old.enrolled, twin.enrolled) == (1, 0)
    assert twin.number not in ("", old.number)


def test_deleting_undone_brings_everything_back(offered: Offered) -> None:
    before = offered.course(offered.robotics)
    offered.office.do(courses.delete(offered.robotics))
    assert offered.office.read(queries.course, offered.robotics, offered.term.id) is None
    assert "Robotik mit Lego" in str(offered.office.undo_label)
    offered.office.undo()
    assert offered.course(offered.robotics) == before
    offered.office.redo()
    assert offered.office.read(queries.course, offered.robotics, offered.term.id) is None


def test_a_course_with_children_is_not_deleted_but_can_be_struck_with_a_reason(offered: Offered) -> None:
    office = offered.office
    office.do(enrolments.enrol(offered.ada, offered.robotics))
    with pytest.raises(Objection) as said:
        office.do(courses.delete(offered.robotics))
    assert said.value.advice is not None
    with pytest.raises(Objection):
        office.do(courses.set_status(offered.robotics, "struck"))
    assert offered.course(offered.robotics).status == "offered"
    office.do(courses.set_status(offered.robotics, "struck", "Kursleitung ist krank"))
    assert offered.course(offered.robotics).struck
    (row,) = office.read(enrolments_of_courses, (offered.robotics,))
    assert (row.ends, row.reason) == (date(2026, 9, 13), "Kursleitung ist krank")
    office.undo()
    (row,) = office.read(enrolments_of_courses, (offered.robotics,))
    assert (row.ends, offered.course(offered.robotics).status) == (None, "offered")


def test_an_enrolment_that_had_not_begun_goes_with_the_struck_course(offered: Offered) -> None:
    offered.office.do(enrolments.enrol(offered.ada, offered.robotics, date(2026, 10, 1)))
    offered.office.do(courses.set_status(offered.robotics, "struck", "zu wenige"))
    assert offered.office.read(enrolments_of_courses, (offered.robotics,)) == []


def test_for_whom_a_course_is_can_be_changed_and_undone(offered: Offered) -> None:
    offered.office.do(courses.open_to(offered.robotics, (), (offered.class_6a,)))
    row = offered.course(offered.robotics)
    assert (row.year_groups, row.classes) == ((), ("6a",))
    assert queries.allowed(row, offered.year_5, [offered.class_6a])
    assert not queries.allowed(row, offered.year_5, [offered.class_5a])
    offered.office.undo()
    assert offered.course(offered.robotics).year_groups == ("5",)
    assert queries.allowed(offered.course(offered.choir), None, [])


def test_a_course_may_meet_twice_a_week_but_not_twice_in_a_block(offered: Offered) -> None:
    office = offered.office
    office.do(meetings.add(offered.robotics, NewMeeting(time_block_id=offered.tuesday)))
    assert [meeting.weekday for meeting in offered.course(offered.robotics).meetings] == [1, 2]
    with pytest.raises(Objection):
        office.do(meetings.add(offered.robotics, NewMeeting(time_block_id=offered.tuesday)))
    office.do(meetings.remove(offered.course(offered.robotics).meetings[0].id))
    assert [meeting.weekday for meeting in offered.course(offered.robotics).meetings] == [2]


def test_times_of_its_own_win_over_the_block(offered: Offered) -> None:
    (meeting,) = offered.course(offered.robotics).meetings
    offered.office.do(meetings.change(meeting.id, starts=time(14, 15)))
    (meeting,) = offered.course(offered.robotics).meetings
    assert (meeting.starts, meeting.ends) == (time(14, 15), time(15, 30))
    with pytest.raises(Objection):
        offered.office.do(meetings.change(meeting.id, starts=time(16)))
    offered.office.do(meetings.change(meeting.id, time_block_id=offered.tuesday))
    (meeting,) = offered.course(offered.robotics).meetings
    assert (meeting.weekday, meeting.starts) == (2, time(14))


def test_a_meeting_needs_a_block_or_a_weekday(offered: Offered) -> None:
    with pytest.raises(Objection):
        offered.office.do(meetings.add(offered.robotics, NewMeeting(starts=time(16))))
    offered.office.do(meetings.add(offered.robotics, NewMeeting(weekday=5, starts=time(13), ends=time(14))))
    assert [m.weekday for m in offered.course(offered.robotics).meetings] == [1, 5]


def test_several_people_lead_a_meeting_in_their_order(offered: Offered) -> None:
    from ganztag.operations import staff

    second = offered.office.do(staff.add(surname="Müller", call_name="Jörg"))
    (meeting,) = offered.course(offered.robotics).meetings
    offered.office.do(meetings.lead(meeting.id, (second, offered.leader)))
    assert offered.course(offered.robotics).leaders == ("Jörg Müller", "Gülşah Şahin")
    offered.office.do(meetings.lead(meeting.id, ()))
    assert offered.course(offered.robotics).leaders == ()
    offered.office.undo()
    assert offered.course(offered.robotics).leader_ids == (second, offered.leader)
