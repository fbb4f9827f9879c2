"""Booked days and leave times, with the days from when to when."""

from datetime import date, time

import pytest

from ganztag.domain.objection import Objection
from ganztag.domain.pupils import Booking, LeaveTime
from ganztag.language import N_
from ganztag.operations import staying
from ganztag.operations.office import Office
from ganztag.operations.operation import Operation, Work
from tests.operations.children import MONDAY, add_child, detail, row

OCTOBER = date(2026, 10, 1)
LAST_OF_SEPTEMBER = date(2026, 9, 30)


def _bookings(office: Office, pupil_id: int) -> list[tuple[int, date | None, date | None]]:
    def run(work: Work) -> list[tuple[int, date | None, date | None]]:
        return [(found.weekday, found.starts, found.ends) for found in work.all(Booking, pupil_id=pupil_id)]

    return office.do(Operation(N_("Look"), run))


def _leave_times(office: Office, pupil_id: int) -> list[tuple[time | None, str, date | None, date | None]]:
    def run(work: Work) -> list[tuple[time | None, str, date | None, date | None]]:
        rows = work.all(LeaveTime, pupil_id=pupil_id)
        return [(found.time, found.way_home, found.starts, found.ends) for found in rows]

    return office.do(Operation(N_("Look"), run))


def test_days_are_closed_and_opened_from_a_day_on(office: Office) -> None:
    pupil_id = add_child(office)
    office.do(staying.set_booked(pupil_id, (1, 2), OCTOBER))
    assert row(office, pupil_id).booked == (1, 2, 3, 4, 5)
    assert row(office, pupil_id, OCTOBER).booked == (1, 2)
    office.do(staying.set_booked(pupil_id, (1, 2, 4), date(2026, 11, 2)))
    assert row(office, pupil_id, OCTOBER).booked == (1, 2)
    assert row(office, pupil_id, date(2026, 11, 2)).booked == (1, 2, 4)


def test_taking_a_day_away_on_the_day_it_began_leaves_no_row(office: Office) -> None:
    pupil_id = add_child(office)
    office.do(staying.set_booked(pupil_id, (1, 2)))
    assert _bookings(office, pupil_id) == [(1, MONDAY, None), (2, MONDAY, None)]


def test_taking_back_a_change_of_days_leaves_the_rows_as_they_were(office: Office) -> None:
    pupil_id = add_child(office)
    before = _bookings(office, pupil_id)
    office.do(staying.set_booked(pupil_id, (), OCTOBER))
    assert [ends for _day, _starts, ends in _bookings(office, pupil_id)] == [LAST_OF_SEPTEMBER] * 5
    office.do(staying.set_booked(pupil_id, (1, 2, 3, 4, 5), OCTOBER))
    assert _bookings(office, pupil_id) == before


def test_a_leave_time_holds_until_the_next_one(office: Office) -> None:
    pupil_id = add_child(office)
    office.do(staying.set_leave(pupil_id, 2, time(15), "alone"))
    office.do(staying.set_leave(pupil_id, 2, time(16, 10), "picked_up", OCTOBER))
    assert _leave_times(office, pupil_id) == [
        (time(15), "alone", MONDAY, LAST_OF_SEPTEMBER),
        (time(16, 10), "picked_up", OCTOBER, None),
    ]
    tuesday = detail(office, pupil_id).week[1]
    assert (tuesday.leaves, tuesday.way_home) == (time(15), "alone")
    office.undo()
    assert _leave_times(office, pupil_id) == [(time(15), "alone", MONDAY, None)]


def test_a_leave_time_corrected_on_the_same_day_is_one_row(office: Office) -> None:
    pupil_id = add_child(office)
    office.do(staying.set_leave(pupil_id, 2, time(15), "alone"))
    office.do(staying.set_leave(pupil_id, 2, time(15, 30), "bus"))
    assert _leave_times(office, pupil_id) == [(time(15, 30), "bus", MONDAY, None)]
    office.do(staying.set_leave(pupil_id, 2, None, ""))
    assert _leave_times(office, pupil_id) == []


def test_a_way_home_that_nobody_knows_is_refused(office: Office) -> None:
    pupil_id = add_child(office)
    with pytest.raises(Objection):
        office.do(staying.set_leave(pupil_id, 2, time(15), "by balloon"))
    assert _leave_times(office, pupil_id) == []


def test_the_undo_button_names_child_day_and_time(office: Office) -> None:
    office.do(staying.set_leave(add_child(office), 2, time(16, 10), "alone"))
    assert office.undo_label is not None
    assert {"pupil": "Tola Adeyemi", "time": "16:10"}.items() <= office.undo_label.values.items()
