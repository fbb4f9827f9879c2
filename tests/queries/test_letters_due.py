"""Which letters are due after what happened."""

from datetime import date

import pytest

from ganztag.operations import enrolments, waiting
from ganztag.operations.leaving_courses import exclude, withdraw
from ganztag.operations.office import Office
from ganztag.operations.striking import strike_from
from ganztag.queries.letters_due import letters_due
from tests.voting import Voting, enrol, voting, wish

DAY = date(2026, 9, 14)


@pytest.fixture
def school(office: Office) -> Voting:
    return voting(office)


def due(school: Voting, since: date = DAY) -> list[tuple[str, str, int]]:
    return [
        (one.name.split(", ")[1], one.kind, one.course_id)
        for one in school.office.read(letters_due, school.term, since)
    ]


def test_what_held_before_needs_no_letter(school: Voting) -> None:
    enrol(school, "Ada", "11")
    assert due(school) == []
    assert due(school, date(2026, 8, 1)) == [("Ada", "place", school.courses["11"])]


def test_each_change_has_its_letter(school: Voting) -> None:
    kept = {name: enrol(school, name, "12") for name in ("Ada", "Ben", "Can", "Emil")}
    office = school.office
    office.do(enrolments.move(kept["Ada"], school.courses["11"], date(2026, 9, 21), "Wunsch"))
    office.do(withdraw(kept["Ben"], date(2026, 9, 21), "Umzug"))
    office.do(exclude(kept["Can"], date(2026, 9, 28), "fehlt"))
    office.do(enrolments.enrol(school.pupils["Dora"], school.courses["21"], date(2026, 9, 16)))
    office.do(waiting.add(school.courses["11"], school.pupils["Fee"]))
    assert due(school) == [
        ("Ada", "changed", school.courses["11"]),
        ("Ben", "withdrawn", school.courses["12"]),
        ("Can", "excluded", school.courses["12"]),
        ("Dora", "place", school.courses["21"]),
        ("Fee", "waiting", school.courses["11"]),
    ]
    assert [name for name, _kind, _course in due(school, date(2026, 9, 23))] == ["Can"]


def test_children_of_a_struck_course_get_one_letter_about_both(school: Voting) -> None:
    for pupil in ("Ada", "Ben"):
        enrol(school, pupil, "12")
    wish(school, "Ada", "Mo", "12", "13")
    school.office.do(strike_from(school.courses["12"], date(2026, 9, 21), "Leitung krank"))
    rows = school.office.read(letters_due, school.term, DAY)
    assert [(one.kind, one.course_id, one.old_course_id) for one in rows] == [
        ("cancelled", school.courses["13"], school.courses["12"]),
        ("cancelled", school.courses["12"], school.courses["12"]),
    ]
