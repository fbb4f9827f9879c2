"""What the papers draw is what the school holds: real dates, real days, nobody forgotten."""

from datetime import date, time

import pytest

from ganztag.domain.objection import Objection
from ganztag.domain.pupils import Booking, ClassMembership, LeaveTime, Pupil
from ganztag.domain.school import SchoolClass
from ganztag.language import N_, speaking
from ganztag.operations import enrolments, printing
from ganztag.operations.blocks import ensure_block
from ganztag.operations.courses import add_course
from ganztag.operations.meetings import NewMeeting, add_meeting
from ganztag.operations.office import Office
from ganztag.operations.operation import Operation, Work
from ganztag.queries import frame
from ganztag.queries.paper_rows import Period


@pytest.fixture
def ids(office: Office) -> dict[str, int]:
    """A class with two children, a course on Tuesday and one on Tuesday and Thursday."""
    term = office.read(frame.term)

    def run(work: Work) -> dict[str, int]:
        room_class = work.add(SchoolClass(school_year_id=term.school_year_id, name="5a"))
        ada = work.add(Pupil(surname="Öz", call_name="Ada"))
        bo = work.add(Pupil(surname="Zander", call_name="Bo", native_name="Бо Зандер"))
        for pupil in (ada, bo):
            work.add(ClassMembership(pupil_id=pupil.id, school_class_id=room_class.id))
            for day in (2, 4):
                work.add(Booking(pupil_id=pupil.id, weekday=day))
        work.add(LeaveTime(pupil_id=ada.id, weekday=2, time=time(15, 15), way_home="bus"))
        tuesday = ensure_block(work, term.school_year_id, 2, time(14), time(15, 30))
        thursday = ensure_block(work, term.school_year_id, 4, time(14), time(15, 30))
        chor = add_course(work, term, title="Chor", number="1")
        add_meeting(work, chor.id, NewMeeting(tuesday))
        band = add_course(work, term, title="Band", number="2")
        add_meeting(work, band.id, NewMeeting(tuesday))
        add_meeting(work, band.id, NewMeeting(thursday))
        return {"class": room_class.id, "ada": ada.id, "bo": bo.id, "chor": chor.id, "band": band.id}

    found = office.do(Operation(N_("Found the school"), run))
    office.do(enrolments.enrol(found["ada"], found["chor"]))
    office.do(enrolments.enrol(found["bo"], found["band"], starts=date(2026, 10, 1)))
    return found


def _sheets(office: Office, paper: str, *chosen: int) -> list:  # type: ignore[type-arg]
    return printing.sheets(office, printing.PAPERS[paper], office.read(frame.term).id, chosen or None)


def test_an_attendance_list_has_the_real_dates_without_holidays(office: Office, ids: dict[str, int]) -> None:
    (sheet,) = _sheets(office, "attendance", ids["chor"])
    days = [one.day for one in sheet.dates]
    assert all(day.isoweekday() == 2 for day in days)
    assert days[0] >= date(2026, 8, 20), "Hamburg's summer holidays end on 19 August 2026"
    assert not any(date(2026, 10, 19) <= day <= date(2026, 10, 30) for day in days)
    assert "Herbstferien" in [off.name for off in sheet.days_off]


def test_a_course_on_two_days_is_one_sheet_with_the_dates_of_both(office: Office, ids: dict[str, int]) -> None:
    (sheet,) = _sheets(office, "attendance", ids["band"])
    assert {one.day.isoweekday() for one in sheet.dates} == {2, 4}
    assert sheet.rows[0].periods == (Period(date(2026, 10, 1), None),)
    assert [leaving.weekday for leaving in sheet.rows[0].leaving] == [2, 4]


def test_without_a_choice_all_courses_are_printed_in_the_order_of_their_numbers(
    office: Office, ids: dict[str, int]
) -> None:
    assert [sheet.number for sheet in _sheets(office, "attendance")] == ["1", "2"]


def test_the_class_list_shows_each_child_where_it_is(office: Office, ids: dict[str, int]) -> None:
    (sheet,) = _sheets(office, "class")
    assert [row.name.surname for row in sheet.rows] == ["Öz", "Zander"]
    tuesday, thursday = sheet.rows[0].days
    assert [stay.short for stay in tuesday.stays] == ["Chor"]
    assert tuesday.leaves == time(15, 15)
    assert thursday.booked
    assert thursday.stays == ()


def test_a_week_plan_says_from_when_a_later_course_holds_in_the_papers_language(
    office: Office, ids: dict[str, int]
) -> None:
    with speaking("en"):
        (plan,) = _sheets(office, "pupil", ids["bo"])
    assert plan.class_name == "5a"
    assert plan.name.native == "Бо Зандер"
    assert [stay.note for day in plan.days for stay in day.stays] == ["from 01/10/2026"] * 2


def test_who_has_left_is_on_no_class_list(office: Office, ids: dict[str, int]) -> None:
    from ganztag.operations import pupils

    office.do(pupils.edit(ids["bo"], exit=date(2026, 9, 1)))
    (sheet,) = _sheets(office, "class")
    assert [row.name.surname for row in sheet.rows] == ["Öz"]


def test_an_empty_school_says_that_there_is_nothing_to_print(office: Office) -> None:
    for paper in printing.PAPERS:
        with pytest.raises(Objection):
            _sheets(office, paper)
