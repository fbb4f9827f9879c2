"""Conflicts and gaps of a half-year."""

from datetime import date

from ganztag.operations import courses, enrolments, leaving, meetings
from ganztag.operations.meetings import NewMeeting
from ganztag.operations.office import Office
from ganztag.planning.clashes import Finding
from ganztag.queries import checks, frame
from tests.offered import Offered


def findings(office: Office) -> tuple[Finding, ...]:
    term = office.read(frame.term)
    return checks.still_open(office.read(checks.found, term.id, term.day_that_counts(office.clock.today())))


def codes(offered: Offered) -> list[tuple[str, tuple[str, int]]]:
    return [(finding.code, finding.subject) for finding in findings(offered.office) if finding.code != "no course"]


def test_courses_without_room_and_leader_are_found(offered: Offered) -> None:
    found = codes(offered)
    assert ("no room", ("course", offered.choir)) in found
    assert ("no leader", ("course", offered.choir)) in found
    assert ("no room", ("course", offered.robotics)) not in found


def test_a_room_and_a_leader_at_two_places_at_once_are_errors_of_both_courses(offered: Offered) -> None:
    (meeting,) = offered.course(offered.choir).meetings
    offered.office.do(meetings.change(meeting.id, room_id=offered.room))
    offered.office.do(meetings.lead(meeting.id, (offered.leader,)))
    found = findings(offered.office)
    assert [finding.code for finding in found if finding.severity == "error"] == ["leader twice", "room twice"]
    for course in (offered.choir, offered.robotics):
        concerned = [finding.code for finding in found if finding.names("course", course)]
        assert concerned[:2] == ["leader twice", "room twice"]
    assert not any(finding.names("course", offered.volleyball) for finding in found[:2])
    offered.office.do(courses.set_status(offered.choir, "struck"))
    assert not {"leader twice", "room twice"} & {code for code, _subject in codes(offered)}


def test_a_child_in_two_courses_at_once_is_found_after_a_course_moved(offered: Offered) -> None:
    offered.office.do(enrolments.enrol(offered.ada, offered.robotics))
    offered.office.do(enrolments.enrol(offered.ada, offered.volleyball))
    assert "pupil twice" not in {code for code, _subject in codes(offered)}
    (meeting,) = offered.course(offered.volleyball).meetings
    offered.office.do(meetings.change(meeting.id, time_block_id=offered.monday))
    assert ("pupil twice", ("pupil", offered.ada)) in codes(offered)


def test_too_few_and_too_many_children_are_found(offered: Offered) -> None:
    offered.office.do(enrolments.enrol(offered.ada, offered.robotics))
    assert ("under minimum", ("course", offered.robotics)) in codes(offered)
    offered.office.do(enrolments.enrol(offered.ben, offered.robotics))
    offered.office.do(enrolments.enrol(offered.cem, offered.robotics, even_if_full=True))
    assert ("over maximum", ("course", offered.robotics)) in codes(offered)


def test_a_child_in_a_course_that_is_not_for_it_is_found(offered: Offered) -> None:
    offered.office.do(enrolments.enrol(offered.dana, offered.robotics, even_if_not_allowed=True))
    assert ("not allowed", ("pupil", offered.dana)) in codes(offered)


def test_booked_children_without_a_course_are_found_on_days_with_courses_only(offered: Offered) -> None:
    office = offered.office
    office.do(enrolments.enrol(offered.ada, offered.robotics))
    office.do(enrolments.enrol(offered.ada, offered.volleyball))
    office.do(leaving.leave(offered.cem, date(2026, 9, 10)))
    found = {finding.subject[1]: str(finding.message) for finding in findings(office) if finding.code == "no course"}
    assert set(found) == {offered.ben, offered.dana}
    assert "(Mo, Di)" in found[offered.ben]


def test_a_course_without_a_meeting_is_found(offered: Offered) -> None:
    course = offered.office.do(courses.add(offered.term, "Imkern"))
    assert ("no meeting", ("course", course)) in codes(offered)
    offered.office.do(meetings.add(course, NewMeeting(weekday=5)))
    assert ("no meeting", ("course", course)) not in codes(offered)


def test_the_sample_school_shows_real_conflicts(sample: Office) -> None:
    assert {"leader twice", "room twice", "no room", "no leader"} <= {finding.code for finding in findings(sample)}
