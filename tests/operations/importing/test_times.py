"""Times of rooms and staff come in from a table."""

from datetime import date, time

import pytest

from ganztag.operations import rooms, staff
from ganztag.queries.week_times import all_room_times, all_staff_times
from tests.operations.importing.files import Folder, counts

HEAD = "Raum;Person;Wochentag;Von;Bis;Art;Grund;Ab Datum;Bis Datum\n"


@pytest.fixture
def school(folder: Folder) -> Folder:
    folder.office.do(rooms.add("Aula"))
    folder.office.do(staff.add(surname="Lovelace", call_name="Ada", code="Lov"))
    return folder


def test_times_of_rooms_and_people_come_in_as_one_deed(school: Folder) -> None:
    text = f"{HEAD}Aula;;Mo, Di;8:00;13:00;nicht frei;Unterricht;;31.01.2027\n;Lov;Fr;;;frei;;;\n"
    plan = school.bring("times", text)
    assert counts(plan) == {"new": 2}
    (aula,) = school.office.read(all_room_times).values()
    assert [(one.weekday, one.opens, one.reason, one.ends) for one in aula] == [
        (1, time(8), "Unterricht", date(2027, 1, 31)), (2, time(8), "Unterricht", date(2027, 1, 31)),
    ]  # fmt: skip
    (ada,) = school.office.read(all_staff_times).values()
    assert [(one.weekday, one.opens, one.available, one.source) for one in ada] == [(5, None, True, "own")]
    assert counts(school.plan("times", text)) == {"unchanged": 2}
    school.office.undo()
    assert school.office.read(all_room_times) == {}


def test_another_reason_is_a_change(school: Folder) -> None:
    school.bring("times", f"{HEAD}Aula;;Mo;8:00;13:00;;Unterricht;;\n")
    plan = school.bring("times", f"{HEAD}Aula;;Mo;8:00;13:00;;Umbau;;\n")
    assert counts(plan) == {"changed": 1}
    (aula,) = school.office.read(all_room_times).values()
    assert [one.reason for one in aula] == ["Umbau"]


def test_unknown_names_and_overlaps_are_told_in_their_rows(school: Folder) -> None:
    text = (
        f"{HEAD}Aulla;;Mo;8:00;13:00;;;;\n;Ada Lovelave;Mo;;;;;;\nAula;;Mo;8:00;13:00;;;;\nAula;;Mo;12:00;14:00;;;;\n"
    )
    plan = school.plan("times", text)
    assert [(problem.row, problem.column) for problem in plan.errors] == [(2, "Raum"), (3, "Person"), (5, "Wochentag")]
    said = [str(problem.message) for problem in plan.errors]
    assert "Aula?" in said[0]
    assert "Ada Lovelace?" in said[1]
    assert "Mo 08:00–13:00" in said[2]
