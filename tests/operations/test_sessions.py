"""Single sessions: cancelled, moved, elsewhere, led by others, and brought back to their series."""

from datetime import date, time

import pytest

from ganztag.domain.objection import Objection
from ganztag.operations import calendar, courses, meetings, rooms, sessions, settings, staff
from ganztag.operations.meetings import NewMeeting
from ganztag.operations.office import Office
from ganztag.operations.sessions import Target
from ganztag.queries import sessions as queries
from ganztag.queries.sessions import SessionRow
from tests.offered import Offered

FIRST, SECOND = date(2026, 9, 14), date(2026, 9, 21)  # Mondays


@pytest.fixture
def series(offered: Offered) -> Offered:
    """Return the offer without the Land's holidays."""
    offered.office.do(calendar.set_land(""))
    return offered


def meeting(offered: Offered, course_id: int) -> int:
    return offered.course(course_id).meetings[0].id


def rows(offered: Offered, course_id: int, first: date = FIRST, last: date = SECOND) -> list[SessionRow]:
    return offered.office.read(queries.sessions, offered.term.id, first, last, [course_id])


def dates(offered: Offered, course_id: int) -> tuple[date, ...]:
    found = offered.office.read(queries.all_session_dates, [course_id], offered.term.id)
    return found[course_id].dates


def test_a_cancelled_session_stays_seen_and_the_series_as_it_is(series: Offered) -> None:
    office, robotics = series.office, meeting(series, series.robotics)
    count = len(dates(series, series.robotics))
    office.do(sessions.cancel([(robotics, FIRST)], "Leitung  krank"))
    assert "Robotik" in str(office.undo_label)
    assert [(row.day, row.state, row.reason) for row in rows(series, series.robotics)] == [
        (FIRST, "cancelled", "Leitung krank"),
        (SECOND, "held", ""),
    ]
    assert len(dates(series, series.robotics)) == count - 1
    assert FIRST not in dates(series, series.robotics)
    office.undo()
    assert FIRST in dates(series, series.robotics)


def test_a_session_moves_to_another_day_and_other_times(series: Offered) -> None:
    office, robotics = series.office, meeting(series, series.robotics)
    wednesday = date(2026, 9, 16)
    office.do(sessions.move(robotics, FIRST, Target(wednesday, time(15), time(16)), "Aula belegt"))
    assert [(row.day, row.series_day, row.starts, row.state) for row in rows(series, series.robotics)] == [
        (wednesday, FIRST, time(15), "moved"),
        (SECOND, SECOND, time(14), "held"),
    ]
    assert wednesday in dates(series, series.robotics)
    assert FIRST not in dates(series, series.robotics)
    office.do(sessions.move(robotics, FIRST, Target(FIRST)))
    assert rows(series, series.robotics)[0].change_id is None


def test_a_session_cannot_go_where_there_is_no_school_unless_she_says_so(series: Offered) -> None:
    office, robotics = series.office, meeting(series, series.robotics)
    office.do(calendar.add_day_off("Schulfest", date(2026, 9, 18), date(2026, 9, 18)))
    with pytest.raises(Objection, match="Schulfest"):
        office.do(sessions.move(robotics, FIRST, Target(date(2026, 9, 18))))
    office.do(sessions.move(robotics, FIRST, Target(date(2026, 9, 18), on_day_off=True)))
    assert rows(series, series.robotics)[0].day == date(2026, 9, 18)
    with pytest.raises(Objection):
        office.do(sessions.move(robotics, SECOND, Target(date(2027, 3, 1))))
    with pytest.raises(Objection):
        office.do(sessions.move(robotics, SECOND, Target(SECOND, time(16), time(15))))


def test_a_course_cannot_meet_twice_at_once(series: Offered) -> None:
    office, robotics = series.office, meeting(series, series.robotics)
    with pytest.raises(Objection, match="Robotik"):
        office.do(sessions.move(robotics, FIRST, Target(SECOND)))
    office.do(sessions.move(robotics, FIRST, Target(SECOND, time(16), time(17))))
    assert [row.starts for row in rows(series, series.robotics)] == [time(14), time(16)]


def test_a_day_that_is_none_of_the_series_is_refused(series: Offered) -> None:
    robotics = meeting(series, series.robotics)
    with pytest.raises(Objection, match="Robotik"):
        series.office.do(sessions.cancel([(robotics, date(2026, 9, 15))]))
    with pytest.raises(Objection):
        series.office.do(sessions.cancel([(robotics, date(2031, 9, 15))]))
    with pytest.raises(Objection):
        series.office.do(sessions.cancel([]))


def test_a_substitute_leads_and_the_other_is_absent(series: Offered) -> None:
    office, robotics = series.office, meeting(series, series.robotics)
    other = office.do(staff.add(surname="Özkan", call_name="Ayşe"))
    office.do(sessions.substitute([(robotics, FIRST)], series.leader, [other], "Fortbildung"))
    first, second = rows(series, series.robotics)
    assert (first.leaders, first.absent, first.state) == (("Ayşe Özkan",), ("Gülşah Şahin",), "changed")
    assert (first.substitute_ids, first.absent_ids) == ((other,), (series.leader,))
    assert second.leaders == ("Gülşah Şahin",)
    with pytest.raises(Objection):
        office.do(sessions.substitute([(robotics, FIRST)], series.leader, [series.leader]))
    office.do(sessions.substitute([(robotics, FIRST)], series.leader, []))
    first = rows(series, series.robotics)[0]
    assert (first.leaders, first.absent) == ((), ("Gülşah Şahin",))
    office.do(sessions.substitute([(robotics, SECOND)], None, [other]))
    assert rows(series, series.robotics)[1].leaders == ("Gülşah Şahin", "Ayşe Özkan")


def test_another_room_for_two_sessions_is_one_deed(series: Offered) -> None:
    office, robotics = series.office, meeting(series, series.robotics)
    hall = office.do(rooms.add("Halle"))
    assert office.do(sessions.change_room([(robotics, FIRST), (robotics, SECOND)], hall)) == 2
    assert [(row.room, row.state) for row in rows(series, series.robotics)] == [("Halle", "changed")] * 2
    assert "2" in str(office.undo_label)
    office.undo()
    assert [row.room for row in rows(series, series.robotics)] == ["R 104", "R 104"]


def test_what_is_changed_twice_is_changed_in_both_ways_and_restored_at_once(series: Offered) -> None:
    office, robotics = series.office, meeting(series, series.robotics)
    hall = office.do(rooms.add("Halle"))
    office.do(sessions.move(robotics, FIRST, Target(date(2026, 9, 15))))
    office.do(sessions.change_room([(robotics, FIRST)], hall))
    assert next((row.day, row.room, row.state) for row in rows(series, series.robotics)) == (
        date(2026, 9, 15), "Halle", "moved",
    )  # fmt: skip
    assert office.do(sessions.restore([(robotics, FIRST), (robotics, SECOND)])) == 1
    assert [row.state for row in rows(series, series.robotics)] == ["held", "held"]


def test_changes_that_lost_their_day_are_listed_and_can_be_forgotten(series: Offered) -> None:
    office, robotics = series.office, meeting(series, series.robotics)
    office.do(sessions.cancel([(robotics, FIRST)], "Ausflug"))
    office.do(meetings.change(robotics, time_block_id=series.tuesday))
    (left,) = office.read(queries.course_sessions, series.term.id, series.robotics).left
    assert (left.title, left.on_date, left.state, left.reason) == ("Robotik mit Lego", FIRST, "cancelled", "Ausflug")
    assert all(row.state == "held" for row in rows(series, series.robotics))
    office.do(sessions.forget([left.id]))
    assert office.read(queries.course_sessions, series.term.id, series.robotics).left == ()
    office.undo()
    office.do(meetings.change(robotics, time_block_id=series.monday))
    assert office.read(queries.course_sessions, series.term.id, series.robotics).left == ()
    assert rows(series, series.robotics)[0].state == "cancelled"


def test_rhythm_and_single_dates_count(series: Offered) -> None:
    office, choir = series.office, meeting(series, series.choir)
    weekly = dates(series, series.choir)
    office.do(meetings.change(choir, rhythm="A"))
    a = dates(series, series.choir)
    office.do(meetings.change(choir, rhythm="B"))
    assert sorted([*a, *dates(series, series.choir)]) == list(weekly)
    saturday = date(2026, 10, 10)
    office.do(meetings.add(series.choir, NewMeeting(rhythm="once", on_date=saturday, starts=time(10), ends=time(16))))
    assert saturday in dates(series, series.choir)


def test_only_school_weeks_count_where_the_school_says_so(series: Offered) -> None:
    office, choir = series.office, meeting(series, series.choir)
    office.do(calendar.add_day_off("Herbstferien", date(2026, 10, 19), date(2026, 10, 23)))
    office.do(meetings.change(choir, rhythm="A"))
    before = dates(series, series.choir)
    office.do(settings.set_value("alternate_in_holidays", False))
    after = dates(series, series.choir)
    assert [day for day in before if day < date(2026, 10, 19)] == [day for day in after if day < date(2026, 10, 19)]
    assert before != after


def test_a_course_meets_within_its_own_days_only(series: Offered) -> None:
    series.office.do(courses.edit(series.choir, starts=date(2026, 10, 1), ends=date(2026, 10, 31)))
    found = dates(series, series.choir)
    assert (found[0], found[-1]) == (date(2026, 10, 5), date(2026, 10, 26))


def test_struck_courses_have_no_sessions_unless_they_are_asked_for(series: Offered) -> None:
    office: Office = series.office
    office.do(courses.set_status(series.choir, "struck"))
    everything = office.read(queries.sessions, series.term.id, FIRST, SECOND)
    assert {row.title for row in everything} == {"Robotik mit Lego", "Volleyball"}
    assert [row.day for row in everything] == sorted(row.day for row in everything)
    assert rows(series, series.choir)
