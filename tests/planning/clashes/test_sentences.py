"""What rules say, word for word: they name what is concerned and tell what to do about it."""

from datetime import date

import pytest

from ganztag.language import speaking
from ganztag.planning.clashes import Finding, findings
from ganztag.planning.offer import Child, Enrolment, Meeting, Room, Window
from tests.planning.clashes.cases import CASES, at_once
from tests.planning.clashes.small import ADA, CHOIR, FIVE, JUDO, ROBOTICS, but, codes, of_code, plus, school


def the_only(code: str) -> Finding:
    (found,) = of_code(CASES[code].broken(), code)
    return found


SENTENCES = {
    "leader twice": "Leitung Nummer1 leads Robotik and Chor at the same time (Mon 14:00–15:30).",
    "room twice": "Robotik and Chor are in R 1 at the same time (Mon 14:00–15:30).",
    "room closed": "Robotik is in R 1 (Mon 14:00–15:30), which is not free then: Verein.",
    "room too small": "Robotik has 2 children, but R 1 has room for 1.",
    "equipment missing": "Robotik needs Klavier, which is not in R 1.",
    "leader away": "Leitung Nummer1 leads Robotik (Mon 14:00–15:30), but is not there then: only Tue.",
    "too many hours": "Leitung Nummer1 leads 2.5 hours a week, but may lead 2.48 at most.",
    "not employed": "Leitung Nummer1 leads Robotik until 25/01/2027, but leaves on 24/01/2027.",
    "leader on the way": "Leitung Nummer1 has 10 minutes from Robotik to Chor in another building; 15 are needed.",
    "no time to clear": "Between Robotik and Chor there are 10 minutes in R 1; 11 are needed to clear up.",
    "paper missing": "Leitung Nummer1 has not shown yet: Führungszeugnis.",
    "contract ends early": "Leitung Nummer1 has no contract for Robotik on 07/12/2026; the course ends on 25/01/2027.",
    "date off": "Robotik meets on 07/09/2026, which is off: Studientag.",
    "block not wanted": "Robotik meets Mon 14:00–15:30, but may be placed only: Mon 15:40–16:40, Tue 14:00–15:30.",
    "too many of a class": "Robotik has 2 children of class 5a, but at most 1 of one class may be in it.",
    "same number": "The number 101 belongs to several courses: Chor, Robotik.",
    "leaves early": "Ada Yılmaz goes home at 16:39, but Chor ends at 16:40.",
    "no course": "Cem is booked without a course (Tue).",
    "after leaving": "Ada Yılmaz leaves the school on 01/12/2026, but is in Robotik until 25/01/2027.",
    "wish elsewhere": "1 child wished for Robotik at a time at which it does not meet (Mon 15:40–16:40): Ada Yılmaz.",
    "no supervision": "Tue 14:00–15:30: 1 child is booked without a course, and nobody looks after it.",
    "too few places of year": "Year group 5, Tue: courses have places for 1 child, but 2 stay.",
}


@pytest.mark.parametrize("code", SENTENCES)
def test_a_sentence_names_what_is_concerned(code: str) -> None:
    with speaking("en"):
        assert str(of_code(CASES[code].broken(), code)[0].message) == SENTENCES[code]


def test_what_clashes_names_both_courses_and_both_meetings() -> None:
    found = the_only("leader twice")
    assert found.subject == ("staff", ROBOTICS)
    assert (found.courses, found.meetings) == ((ROBOTICS, CHOIR), (ROBOTICS, CHOIR))
    assert found.names("course", CHOIR)
    assert found.names("meeting", ROBOTICS)
    assert not found.names("course", JUDO)
    assert found.things() >= {("course", CHOIR), ("staff", ROBOTICS), ("meeting", ROBOTICS)}


def test_weekdays_and_dates_of_a_finding_follow_the_language() -> None:
    found = of_code(CASES["no course"].broken(), "no course")[0]
    with speaking("de"):
        assert "(Di)" in str(found.message)
    with speaking("en"):
        assert "(Tue)" in str(found.message)


def test_a_part_of_a_room_and_the_whole_exclude_each_other_but_two_parts_do_not() -> None:
    hall = (Room(1, "Halle", 10), Room(2, "Halle links", 10, part_of=1), Room(3, "Halle rechts", 10, part_of=1))
    offer = at_once(school()).changed(rooms=hall)
    assert codes(offer).count("room twice") == 1  # robotics in the whole, the choir in a part
    assert "room twice" not in codes(but(offer, "meetings", ROBOTICS, room=JUDO))


def test_meetings_in_a_and_b_weeks_do_not_meet() -> None:
    double = but(at_once(school()), "meetings", CHOIR, room=ROBOTICS, rhythm="A")
    assert "room twice" in codes(double)
    assert "room twice" not in codes(but(double, "meetings", ROBOTICS, rhythm="B"))


def test_courses_one_after_the_other_in_the_half_year_do_not_meet() -> None:
    double = but(at_once(school()), "meetings", CHOIR, room=ROBOTICS)
    early = but(double, "courses", ROBOTICS, ends=date(2026, 10, 30))
    assert "room twice" in codes(early)
    assert "room twice" not in codes(but(early, "courses", CHOIR, starts=date(2026, 11, 2)))


def test_a_child_that_changes_from_one_course_to_the_other_is_not_in_two_at_once() -> None:
    moved = (Enrolment(ADA, ROBOTICS, last=date(2026, 10, 30)), Enrolment(ADA, CHOIR, first=date(2026, 11, 2)))
    assert "pupil twice" not in codes(at_once(school()).changed(enrolments=moved))


def test_children_who_come_and_go_are_not_counted_together() -> None:
    changes = (
        *(Enrolment(child, ROBOTICS, last=date(2026, 10, 30)) for child in range(100, 104)),
        *(Enrolment(child, ROBOTICS, first=date(2026, 11, 2)) for child in range(200, 204)),
    )
    assert "over maximum" not in codes(school().changed(enrolments=changes))
    assert "over maximum" in codes(school().changed(enrolments=(*changes, Enrolment(300, ROBOTICS))))


def test_minutes_of_every_second_week_count_half_and_courses_after_each_other_do_not_add_up() -> None:
    offer = but(but(school(), "leaders", 1, max_minutes=120), "meetings", CHOIR, leaders=(1,))
    assert "too many hours" in codes(offer)  # 90 and 60
    assert "too many hours" not in codes(but(offer, "meetings", CHOIR, rhythm="A"))
    early = but(offer, "courses", ROBOTICS, ends=date(2026, 10, 30))
    assert "too many hours" not in codes(but(early, "courses", CHOIR, starts=date(2026, 11, 2)))


def test_a_gap_between_two_contracts_is_named() -> None:
    spans = ((None, date(2026, 10, 30)), (date(2026, 11, 10), None))
    offer = but(school(), "leaders", 1, needs_contract=True, contracts=spans)
    with speaking("en"):
        assert "on 02/11/2026" in str(of_code(offer, "contract ends early")[0].message)


def test_nobody_is_alone_who_has_gone_home_or_is_looked_after() -> None:
    cem = Child(9, "Cem", FIVE, booked=frozenset({2}), leaves={2: 840})
    assert "no supervision" not in codes(plus(school(), "children", cem))


def test_before_the_allocation_nobody_is_missing_anywhere() -> None:
    empty = school().changed(enrolments=())
    assert codes(empty) == []


def test_a_course_on_single_dates_asks_nobody_to_have_booked_the_day() -> None:
    day = date(2026, 9, 18)
    once = but(school(), "meetings", JUDO, rhythm="once", on_date=day, weekday=5)
    assert {"nobody stays", "day not booked"}.isdisjoint(codes(once))


def test_a_leader_who_can_only_come_on_some_days_is_told_with_them() -> None:
    days = (Window(2, 0, 1440, available=True), Window(3, 0, 1440, available=True))
    (found,) = of_code(but(school(), "leaders", 1, windows=days), "leader away")
    with speaking("en"):
        assert (str(found.short), str(found.more)) == ("Nummer1 not there", "only Tue, Wed")


def test_a_meeting_over_two_blocks_is_in_both() -> None:
    long = but(school(), "meetings", ROBOTICS, ends=1000)
    assert {found.code for found in findings(long)} >= {"pupil twice"}
    assert "room twice" in codes(plus(long, "meetings", Meeting(9, JUDO, 1, 940, 1000, room=ROBOTICS)))
