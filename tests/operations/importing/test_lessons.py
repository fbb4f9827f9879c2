"""Lessons of a timetable make rooms and teachers busy."""

from datetime import time

import pytest

from ganztag.domain.objection import Objection
from ganztag.operations import rooms, staff
from ganztag.operations.importing import Settings, What
from ganztag.operations.office import Office
from ganztag.operations.week_times import room_times
from ganztag.queries import rooms as room_rows
from ganztag.queries.frame import term
from ganztag.queries.settings import settings
from ganztag.queries.week_times import all_room_times, all_staff_times
from tests.operations.importing.files import Folder, counts

LESSONS = (
    '1;"5a";"BER";"De";"R 104";1;1;;\n'
    '1;"5b";"BER";"De";"R 104";1;1;;\n'
    '2;"6a";"BER";"Ma";"r104";1;2;;\n'
    '3;"6a";"BER";"Ma";"R 104";1;5;;\n'
    '4;"7c";"OZK";"Sp";"Halle";3;1;;\n'
)  # fmt: skip


@pytest.fixture
def busy(folder: Folder) -> Folder:
    office = folder.office
    office.do(rooms.add("R 104"))
    office.do(staff.add(surname="Berg", call_name="Anna", code="Ber"))
    return folder


def room_hours(office: Office) -> list[tuple[int, time | None, time | None, str, str]]:
    found = [one for times in office.read(all_room_times).values() for one in times]
    return [(one.weekday, one.opens, one.closes, one.reason, one.source) for one in found]


def test_neighbouring_lessons_become_one_time_of_room_and_teacher(busy: Folder) -> None:
    busy.bring("lessons", LESSONS)
    hours = [
        (1, time(8), time(9, 35), "De 5a, De 5b, Ma 6a", "untis"),
        (1, time(11, 45), time(12, 30), "Ma 6a", "untis"),
    ]
    assert room_hours(busy.office) == hours
    (times,) = busy.office.read(all_staff_times).values()
    assert [(one.weekday, one.opens, one.closes) for one in times] == [hour[:3] for hour in hours]


def test_a_long_break_parts_two_lessons(busy: Folder) -> None:
    text = '1;"5a";"BER";"De";"R 104";1;1;;\n2;"6a";"BER";"Ma";"R 104";1;2;;\n'
    busy.bring("lessons", text, Settings(bell_times="1: 08:00-08:45; 2: 13:00-13:45"))
    assert [(opens, closes) for _day, opens, closes, _why, _from in room_hours(busy.office)] == [
        (time(8), time(8, 45)), (time(13), time(13, 45)),
    ]  # fmt: skip
    assert busy.office.read(settings).bell_times == "1: 08:00-08:45; 2: 13:00-13:45"


def test_unknown_rooms_and_teachers_are_told_with_a_suggestion_and_stay_aside(busy: Folder) -> None:
    busy.office.do(rooms.add("Halle A"))
    plan = busy.plan("lessons", LESSONS)
    told = [str(problem.message) for problem in plan.warnings]
    assert len(told) == 2
    assert "Halle" in told[0]
    assert "Halle A?" in told[0]
    assert "OZK" in told[1]
    assert [item.row for item in plan.items] == [1, 2, 3, 4]
    assert plan.creates == ()


def test_unknown_rooms_and_teachers_come_with_the_import_on_request(busy: Folder) -> None:
    plan = busy.bring("lessons", LESSONS, Settings(make_rooms=True, make_staff=True))
    assert [creation.names for creation in plan.creates] == [("Halle",), ("OZK",)]
    assert plan.warnings == ()
    codes = [room.code for room in busy.office.read(room_rows.rooms, busy.office.read(term).id)]
    assert codes == ["Halle", "R 104"]
    assert len(busy.office.read(all_staff_times)) == 2


def test_a_second_import_replaces_the_first_and_leaves_the_schools_own_times(busy: Folder) -> None:
    office = busy.office
    busy.bring("lessons", LESSONS)
    (room_id,) = office.read(all_room_times)
    office.do(room_times.add(room_id, 5, opens=time(14), reason="Verein"))
    assert counts(busy.plan("lessons", LESSONS)) == {"unchanged": 4}
    moved = '1;"5a";"BER";"De";"R 104";2;1;;\n'
    busy.bring("lessons", moved)
    assert sorted(room_hours(office)) == [
        (2, time(8), time(8, 45), "De 5a", "untis"), (5, time(14), None, "Verein", "own"),
    ]  # fmt: skip
    office.undo()
    assert len(room_hours(office)) == 3
    office.undo()
    office.undo()
    assert room_hours(office) == []


def test_rooms_that_are_no_longer_in_the_timetable_become_free(busy: Folder) -> None:
    busy.bring("lessons", LESSONS)
    plan = busy.bring("lessons", '9;"5a";"BER";"De";"";4;1;;\n')
    gone = next(item for item in plan.items if item.row is None)
    assert (gone.what, gone.name) == (What.CHANGED, "R 104")
    assert room_hours(busy.office) == []


def test_a_lesson_without_times_stops_the_import_and_says_so(busy: Folder) -> None:
    text = '1;"5a";"BER";"De";"R 104";1;12;;\n2;"5a";"BER";"De";"R 104";2;12;;\n3;"5a";"BER";"De";"R 104";2;13;;\n'
    plan = busy.plan("lessons", text)
    assert len(plan.errors) == 2
    assert "12" in str(plan.errors[0])
    assert not plan.ready(skip_bad_rows=True)
    with_times = busy.plan("lessons", text, Settings(bell_times="12: 18:00-18:45; 13: 18:50-19:35"))
    assert with_times.errors == ()


def test_a_wrong_row_is_told_and_can_be_left_out(busy: Folder) -> None:
    plan = busy.plan("lessons", "Raum;Lehrkraft;Tag;Stunde\nR 104;Ber;Mo;1\nR 104;Ber;Xy;2\n")
    assert [problem.row for problem in plan.errors] == [3]
    assert plan.ready(skip_bad_rows=True)


def test_wrong_bell_times_object(busy: Folder) -> None:
    with pytest.raises(Objection):
        busy.plan("lessons", LESSONS, Settings(bell_times="1: 9-8"))
