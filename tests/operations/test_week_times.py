"""Times of the week of rooms and staff: added, changed, removed, replaced, and what they cannot be."""

from datetime import date, time
from typing import Any

import pytest

from ganztag.domain.objection import Objection
from ganztag.language import N_
from ganztag.operations import rooms, staff
from ganztag.operations.office import Office
from ganztag.operations.operation import Operation
from ganztag.operations.week_times import OwnersTimes, room_times, staff_times
from ganztag.queries.week_times import all_room_times
from ganztag.queries.week_times import room_times as times_of_room
from ganztag.queries.week_times import staff_times as times_of_staff

MORNING: dict[str, Any] = {"opens": time(8), "closes": time(13), "reason": "Unterricht"}


@pytest.fixture
def hall(office: Office) -> int:
    return office.do(rooms.add("Halle"))


def _replaced(rows: list[dict[str, Any]], of: OwnersTimes = room_times) -> Operation[int]:
    return Operation(N_("Import"), lambda work: of.replace(work, "untis", rows))


def test_a_time_is_added_on_several_days_as_one_deed(office: Office, hall: int) -> None:
    office.do(room_times.add(hall, 1, 2, 5, **MORNING))
    found = office.read(times_of_room, hall)
    assert [(one.weekday, one.opens, one.closes, one.available, one.reason) for one in found] == [
        (day, time(8), time(13), False, "Unterricht") for day in (1, 2, 5)
    ]
    assert "Halle" in str(office.undo_label)
    office.undo()
    assert office.read(times_of_room, hall) == ()


def test_a_time_is_changed_and_removed(office: Office, hall: int) -> None:
    (key,) = office.do(room_times.add(hall, 1, **MORNING))
    office.do(room_times.edit(key, closes=None, available=True, weekday=3, ends=date(2027, 1, 31)))
    (changed,) = office.read(times_of_room, hall)
    assert (changed.weekday, changed.closes, changed.available, changed.ends) == (3, None, True, date(2027, 1, 31))
    assert changed.holds_on(date(2027, 1, 31))
    assert not changed.holds_on(date(2027, 2, 1))
    office.do(room_times.delete(key))
    assert office.read(all_room_times) == {}
    office.undo()
    office.undo()
    assert office.read(times_of_room, hall)[0].closes == time(13)


@pytest.mark.parametrize(
    "values",
    [{"opens": time(13), "closes": time(8)}, {"opens": time(13), "closes": time(13)},
     {"starts": date(2027, 2, 1), "ends": date(2027, 1, 1)}],
)  # fmt: skip
def test_a_time_that_ends_before_it_begins_is_refused(office: Office, hall: int, values: dict[str, Any]) -> None:
    with pytest.raises(Objection):
        office.do(room_times.add(hall, 1, **values))
    assert office.read(times_of_room, hall) == ()


def test_a_time_without_a_day_is_refused(office: Office, hall: int) -> None:
    with pytest.raises(Objection):
        office.do(room_times.add(hall))
    with pytest.raises(Objection):
        office.do(room_times.add(hall, 8))


def test_a_time_that_overlaps_another_of_its_kind_is_refused(office: Office, hall: int) -> None:
    office.do(room_times.add(hall, 1, 2, **MORNING))
    with pytest.raises(Objection) as refused:
        office.do(room_times.add(hall, 2, opens=time(12)))
    assert "Di 08:00–13:00" in str(refused.value)
    office.do(room_times.add(hall, 2, opens=time(13)))
    office.do(room_times.add(hall, 3, opens=time(12)))
    office.do(room_times.add(hall, 2, opens=time(12), closes=time(14), available=True))
    assert len(office.read(times_of_room, hall)) == 5


def test_times_of_other_months_do_not_overlap(office: Office, hall: int) -> None:
    office.do(room_times.add(hall, 1, **MORNING, ends=date(2026, 12, 31)))
    office.do(room_times.add(hall, 1, **MORNING, starts=date(2027, 1, 1)))
    with pytest.raises(Objection):
        office.do(room_times.add(hall, 1, **MORNING, starts=date(2026, 12, 31)))


def test_times_of_a_source_are_replaced_in_one_deed_and_the_others_stay(office: Office, hall: int) -> None:
    office.do(room_times.add(hall, 5, **MORNING))
    rows = [{"room_id": hall, "weekday": day, "opens": time(8), "closes": time(9), "reason": "5a"} for day in (1, 2)]
    assert office.do(_replaced(rows)) == 2
    office.do(_replaced(rows[:1]))
    found = [(one.weekday, one.source) for one in office.read(times_of_room, hall)]
    assert found == [(1, "untis"), (5, "own")]
    office.undo()
    assert [one.weekday for one in office.read(times_of_room, hall)] == [1, 2, 5]


def test_an_imported_time_cannot_be_changed_but_removed(office: Office, hall: int) -> None:
    office.do(_replaced([{"room_id": hall, "weekday": 1, "opens": time(8), "closes": time(9)}]))
    (imported,) = office.read(times_of_room, hall)
    with pytest.raises(Objection):
        office.do(room_times.edit(imported.id, reason="frei"))
    office.do(room_times.delete(imported.id))
    assert office.read(times_of_room, hall) == ()


def test_times_go_with_their_room(office: Office, hall: int) -> None:
    office.do(room_times.add(hall, 1, **MORNING))
    office.do(rooms.delete(hall, "Halle"))
    assert office.read(all_room_times) == {}


def test_people_have_times_by_the_same_rules(office: Office) -> None:
    ada = office.do(staff.add(surname="Lovelace", call_name="Ada"))
    office.do(staff_times.add(ada, 1, 3, available=True, opens=time(13)))
    assert "Ada Lovelace" in str(office.undo_label)
    assert [(one.owner_id, one.weekday) for one in office.read(times_of_staff, ada)] == [(ada, 1), (ada, 3)]
    with pytest.raises(Objection):
        office.do(staff_times.add(ada, 3, available=True))
    office.do(_replaced([{"staff_id": ada, "weekday": 3, "opens": time(8), "closes": time(9)}], of=staff_times))
    assert len(office.read(times_of_staff, ada)) == 3
