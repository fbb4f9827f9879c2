"""The offer of a half-year as rules read it."""

from datetime import date, time

from ganztag.domain.ballot_papers import Said
from ganztag.domain.contracts import Contract
from ganztag.domain.courses import Course, Meeting
from ganztag.domain.enrolment import Enrolment
from ganztag.domain.pupils import Pupil
from ganztag.domain.rooms import Room
from ganztag.domain.school_year import DayOff
from ganztag.domain.staff import Partner, Staff
from ganztag.domain.staff_papers import Requirement, StaffPaper
from ganztag.language import N_
from ganztag.operations import (
    ballots,
    calendar,
    courses,
    enrolments,
    leaving,
    meetings,
    rooms,
    settings,
    staying,
    wishes,
)
from ganztag.operations.operation import Operation, Work
from ganztag.operations.week_times import room_times, staff_times
from ganztag.planning import offer as planned
from ganztag.planning.offer import Offer, Paper, Window
from ganztag.queries.offer import offer
from tests.offered import Offered

DAY = date(2026, 9, 14)


def read(offered: Offered, day: date = DAY) -> Offer:
    return offered.office.read(offer, offered.term.id, day)


def do(offered: Offered, run: object) -> None:
    offered.office.do(Operation(N_("Add room {room}"), run))  # type: ignore[arg-type]


def test_courses_come_with_their_meetings_and_all_that_can_be_said_of_them(offered: Offered) -> None:
    found = read(offered)
    assert [course.name for course in found.courses] == ["Robotik mit Lego", "Chor", "Volleyball"]
    robotics = found.index.course[offered.robotics]
    assert (robotics.number, robotics.min_size, robotics.max_size) == ("101", 2, 2)
    assert robotics.year_groups == {offered.year_5}
    assert not robotics.described
    (meeting,) = found.index.meetings_of[offered.robotics]
    assert (meeting.weekday, meeting.starts, meeting.ends, meeting.block) == (1, 840, 930, offered.monday)
    assert (meeting.room, meeting.leaders, meeting.rhythm) == (offered.room, (offered.leader,), "weekly")


def test_a_meeting_without_times_takes_the_whole_day(offered: Offered) -> None:
    offered.office.do(meetings.add(offered.choir, meetings.NewMeeting(weekday=3)))
    found = next(m for m in read(offered).meetings if m.weekday == 3)
    assert (found.starts, found.ends, found.block) == (0, 24 * 60, None)


def test_a_struck_course_is_known_by_name_only(offered: Offered) -> None:
    offered.office.do(courses.set_status(offered.choir, "struck"))
    found = read(offered)
    assert offered.choir not in found.index.course
    assert found.struck == {offered.choir: "Chor"}
    assert offered.choir not in found.index.meetings_of


def test_where_a_course_may_be_placed_is_read_in_the_order_it_was_said(offered: Offered) -> None:
    other = offered.office.do(rooms.add("R 1"))
    offered.office.do(
        courses.place_among(
            offered.choir, block_ids=(offered.tuesday,), room_ids=(other, offered.room), staff_ids=(offered.leader,)
        )
    )
    choir = read(offered).index.course[offered.choir]
    assert (choir.blocks, set(choir.rooms), choir.leaders) == (
        (offered.tuesday,), {other, offered.room}, (offered.leader,)
    )  # fmt: skip


def test_equipment_is_compared_as_the_rooms_write_it(offered: Offered) -> None:
    def run(work: Work) -> None:
        work.get(Room, offered.room).equipment = "Klavier, 18 PCs ,  Beamer"
        work.get(Course, offered.choir).equipment = "klavier,Notenständer"

    do(offered, run)
    found = read(offered)
    assert found.index.room[offered.room].equipment == {"Klavier", "18 PCs", "Beamer"}
    assert found.index.course[offered.choir].equipment == {"Klavier", "Notenständer"}


def test_rooms_come_with_their_times_and_pauses(offered: Offered) -> None:
    offered.office.do(room_times.add(offered.room, 1, opens=time(8), closes=time(13, 30), reason="Unterricht"))
    offered.office.do(rooms.edit(offered.room, "R 104", setup_minutes=5, building=" Haus A ", several_courses=True))
    room = read(offered).index.room[offered.room]
    assert (room.name, room.places, room.shared, room.building, room.setup) == ("R 104", 24, True, "Haus A", 5)
    assert room.windows == (Window(1, 480, 810, False, "Unterricht"),)


def test_leaders_come_with_times_papers_contracts_and_partner(offered: Offered) -> None:
    def run(work: Work) -> None:
        work.remove(Requirement)
        partner = work.add(Partner(name="Turnverein", ends=date(2026, 12, 31)))
        person = work.get(Staff, offered.leader)
        person.kind, person.max_minutes, person.partner_id = "freelancer", 300, partner.id
        work.add(Contract(staff_id=person.id, starts=date(2026, 9, 1), ends=None))
        seen = work.add(Requirement(name="Führungszeugnis", valid_months=60))
        work.add(Requirement(name="Vertrag der Lehrkräfte", kinds="teacher"))
        work.add(Requirement(name="Erste Hilfe", required=False))
        work.add(StaffPaper(staff_id=person.id, requirement_id=seen.id, seen=date(2024, 5, 4)))

    do(offered, run)
    offered.office.do(staff_times.add(offered.leader, 2, available=True))
    leader = read(offered).index.leader[offered.leader]
    assert (leader.name, leader.max_minutes, leader.needs_contract) == ("Gülşah Şahin", 300, True)
    assert leader.windows == (Window(2, 0, 24 * 60, True),)
    assert leader.contracts == ((date(2026, 9, 1), None),)
    assert leader.partner_until == date(2026, 12, 31)
    assert leader.papers == (
        Paper("Führungszeugnis", "seen", date(2029, 5, 4)),
        Paper("Erste Hilfe", "missing", required=False),
    )


def test_children_come_with_class_bookings_and_leave_times(offered: Offered) -> None:
    offered.office.do(staying.set_booked(offered.ada, (1, 3)))
    offered.office.do(staying.set_leave(offered.ada, 3, time(16), "alone"))
    ada = read(offered).index.child[offered.ada]
    assert (ada.name, ada.year_group, set(ada.classes)) == ("Ada Yılmaz", offered.year_5, {offered.class_5a})
    assert (set(ada.booked), dict(ada.leaves)) == ({1, 3}, {3: 960})
    assert read(offered).years[offered.year_5] == "5"
    assert read(offered).classes == {offered.class_5a: "5a", offered.class_6a: "6a"}


def test_a_child_that_has_left_stays_nowhere_any_more(offered: Offered) -> None:
    offered.office.do(staying.set_booked(offered.cem, (1,), date(2026, 9, 1)))
    offered.office.do(leaving.leave(offered.cem, date(2026, 9, 10)))
    cem = read(offered).index.child[offered.cem]
    assert (cem.exit, cem.booked) == (date(2026, 9, 10), frozenset())
    assert read(offered, date(2026, 9, 10)).index.child[offered.cem].booked == {1}


def test_children_who_left_before_the_half_year_are_not_in_it(offered: Offered) -> None:
    def run(work: Work) -> None:
        work.add(Pupil(surname="Alt", exit=date(2026, 7, 1)))

    do(offered, run)
    assert "Alt" not in {child.name for child in read(offered).children}


def test_enrolments_are_those_that_are_not_over(offered: Offered) -> None:
    def run(work: Work) -> None:
        work.add(Enrolment(pupil_id=offered.ada, course_id=offered.choir, ends=date(2026, 9, 13)))
        work.add(Enrolment(pupil_id=offered.ada, course_id=offered.robotics, starts=date(2026, 11, 2)))

    do(offered, run)
    assert read(offered).enrolments == (planned.Enrolment(offered.ada, offered.robotics, date(2026, 11, 2)),)
    assert len(read(offered, date(2026, 9, 13)).enrolments) == 2


def test_wishes_are_those_of_the_half_years_ballots(offered: Offered) -> None:
    ballot = offered.office.do(ballots.add(offered.term.id, "Wahl", block_ids=(offered.monday,)))
    offered.office.do(wishes.set_said(ballot, offered.ada, offered.monday, Said(((1, offered.choir),))))
    (wish,) = read(offered).wishes
    assert (wish.child, wish.course, wish.block, wish.rank) == (offered.ada, offered.choir, offered.monday, 1)


def test_dates_follow_days_off_rhythm_and_the_time_of_the_course(offered: Offered) -> None:
    (monday,) = offered.course(offered.robotics).meetings
    first = read(offered).dates[monday.id]
    assert date(2026, 9, 14) in first
    offered.office.do(calendar.add_day_off("Studientag", date(2026, 9, 14), date(2026, 9, 14)))
    assert date(2026, 9, 14) not in read(offered).dates[monday.id]
    offered.office.do(courses.edit(offered.robotics, starts=date(2026, 10, 1)))
    assert min(read(offered).dates[monday.id]) > date(2026, 10, 1)

    def run(work: Work) -> None:
        work.get(Meeting, monday.id).rhythm = "A"

    do(offered, run)
    every_second = read(offered).dates[monday.id]
    assert 0 < len(every_second) < len(first) / 2


def test_days_off_of_one_class_only_are_told_with_it(offered: Offered) -> None:
    def run(work: Work) -> None:
        work.add(DayOff(name="Ausflug", starts=DAY, ends=DAY, school_class_id=offered.class_5a))

    do(offered, run)
    assert [off.school_class for off in read(offered).days_off if off.name == "Ausflug"] == [offered.class_5a]


def test_a_meeting_on_a_single_date_is_on_the_weekday_of_that_date(offered: Offered) -> None:
    def run(work: Work) -> None:
        work.add(Meeting(course_id=offered.choir, weekday=1, rhythm="once", on_date=date(2026, 10, 7)))

    do(offered, run)
    found = next(m for m in read(offered).meetings if m.rhythm == "once")
    assert (found.weekday, read(offered).dates[found.id]) == (3, (date(2026, 10, 7),))


def test_the_schools_own_rules_are_in_it(offered: Offered) -> None:
    offered.office.do(settings.set_value("travel_minutes", 12))
    assert read(offered).settings.travel_minutes == 12
    assert read(offered).term == offered.term.id


def test_an_enrolment_is_no_part_of_an_offer_of_another_half_year(offered: Offered) -> None:
    from ganztag.queries import frame

    offered.office.do(enrolments.enrol(offered.ada, offered.robotics))
    other = next(term for term in offered.office.read(frame.terms) if term.id != offered.term.id)
    found = offered.office.read(offer, other.id, other.starts)
    assert (found.courses, found.meetings, found.enrolments) == ((), (), ())
