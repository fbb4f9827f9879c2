"""Days off, school years, half-years and the school's own data."""

from datetime import date

import pytest

from ganztag.domain.objection import Objection
from ganztag.operations import calendar, courses, meetings, school
from ganztag.operations.meetings import NewMeeting
from ganztag.operations.office import Office
from ganztag.queries import calendar as queries
from ganztag.queries import frame, sessions
from tests.offered import Offered

YEAR = (date(2026, 8, 1), date(2027, 7, 31))


def _dates(office: Office, offered: Offered) -> sessions.CourseDates:
    return office.read(sessions.all_session_dates, [offered.robotics], offered.term.id)[offered.robotics]


def test_own_days_off_stay_when_the_holidays_are_fetched_again(office: Office) -> None:
    office.do(calendar.add_day_off("Pädagogischer Tag", date(2026, 11, 2), date(2026, 11, 2)))
    office.do(calendar.set_land("BY"))
    bavarian = office.read(queries.days_off, *YEAR)
    assert office.read(frame.school).land == "BY"
    assert [off.name for off in bavarian if off.kind == "own"] == ["Pädagogischer Tag"]
    office.do(calendar.set_land(""))
    assert [off.kind for off in office.read(queries.days_off, *YEAR)] == ["own"]
    office.undo()
    assert office.read(queries.days_off, *YEAR) == bavarian


def test_another_land_has_other_holidays_and_fetching_twice_changes_nothing(office: Office) -> None:
    office.do(calendar.set_land("HH"))
    hamburg = {(off.name, off.starts) for off in office.read(queries.days_off, *YEAR)}
    office.do(calendar.set_land("BY"))
    bavaria = {(off.name, off.starts) for off in office.read(queries.days_off, *YEAR)}
    assert bavaria
    assert bavaria != hamburg
    assert office.do(calendar.fetch("BY")) == 0


def test_a_course_does_not_meet_on_days_off_and_names_the_gap(offered: Offered) -> None:
    office = offered.office
    office.do(calendar.set_land(""))
    office.do(calendar.add_day_off("Projektwoche", date(2026, 10, 12), date(2026, 10, 16)))
    found = _dates(office, offered)
    assert all(day.isoweekday() == 1 for day in found.dates)
    assert date(2026, 10, 12) not in found.dates
    assert date(2026, 10, 5) in found.dates
    assert [gap.name for gap in found.gaps] == ["Projektwoche"]
    office.do(meetings.add(offered.robotics, NewMeeting(time_block_id=offered.tuesday)))
    both = _dates(office, offered)
    assert len(both.dates) > len(found.dates)
    assert list(both.dates) == sorted(both.dates)


def test_a_trip_of_one_class_cancels_only_its_own_courses(offered: Offered) -> None:
    office = offered.office
    office.do(calendar.set_land(""))
    trip = date(2026, 10, 5)
    office.do(calendar.add_day_off("Klassenfahrt", trip, trip, school_class_id=offered.class_5a))
    assert trip in _dates(office, offered).dates
    office.do(courses.open_to(offered.robotics, (), (offered.class_5a,)))
    assert trip not in _dates(office, offered).dates
    assert office.read(queries.days_off, trip, trip)[0].scope == "5a"


def test_days_off_need_a_name_and_an_end_after_their_start(office: Office) -> None:
    with pytest.raises(Objection):
        office.do(calendar.add_day_off("  ", date(2026, 11, 2), date(2026, 11, 2)))
    with pytest.raises(Objection):
        office.do(calendar.add_day_off("Ausflug", date(2026, 11, 2), date(2026, 11, 1)))
    key = office.do(calendar.add_day_off("Ausflug", date(2026, 11, 2), date(2026, 11, 2)))
    office.do(calendar.edit_day_off(key, "Ausflug", ends=date(2026, 11, 3)))
    assert next(off for off in office.read(queries.days_off, *YEAR) if off.id == key).ends == date(2026, 11, 3)
    office.do(calendar.delete_day_off(key, "Ausflug"))
    assert key not in {off.id for off in office.read(queries.days_off, *YEAR)}
    office.undo()
    assert key in {off.id for off in office.read(queries.days_off, *YEAR)}


def test_the_next_school_year_follows_with_two_half_years(office: Office) -> None:
    office.do(school.add_next_year())
    years = office.read(queries.school_years)
    assert [year.name for year in years] == ["2026/27", "2027/28"]
    assert [term.number for term in years[1].terms] == [1, 2]
    assert years[1].starts == date(2027, 8, 1)
    office.undo()
    assert len(office.read(queries.school_years)) == 1


def test_half_years_stay_in_their_year_and_apart(office: Office) -> None:
    first, second = office.read(frame.terms)
    with pytest.raises(Objection):
        office.do(school.edit_term(first.id, ends=date(2027, 3, 1)))
    with pytest.raises(Objection):
        office.do(school.edit_term(first.id, starts=date(2026, 7, 1)))
    office.do(school.move_middle(first.school_year_id, date(2027, 2, 8)))
    first, second = office.read(frame.terms)
    assert (first.ends, second.starts) == (date(2027, 2, 7), date(2027, 2, 8))
    with pytest.raises(Objection):
        office.do(school.move_middle(first.school_year_id, date(2028, 2, 8)))
    assert office.read(frame.terms) == [first, second]


def test_a_school_year_takes_its_half_years_with_it_and_overlaps_no_other(office: Office) -> None:
    office.do(school.add_next_year())
    year = office.read(queries.school_years)[0]
    office.do(school.edit_year(year.id, starts=date(2026, 8, 20), ends=date(2027, 7, 7)))
    first, second = office.read(queries.school_years)[0].terms
    assert (first.starts, second.ends) == (date(2026, 8, 20), date(2027, 7, 7))
    with pytest.raises(Objection, match="2027/28"):
        office.do(school.edit_year(year.id, starts=date(2026, 8, 20), ends=date(2027, 8, 3)))


def test_another_half_year_is_chosen_to_work_on(office: Office) -> None:
    second = office.read(frame.terms)[1]
    office.do(school.choose_term(second.id))
    assert office.read(frame.term) == second
    assert second.name in str(office.undo_label)


def test_only_an_empty_school_year_that_nobody_works_in_is_deleted(office: Office) -> None:
    office.do(school.add_next_year())
    years = office.read(queries.school_years)
    with pytest.raises(Objection):
        office.do(school.delete_year(years[0].id))
    office.do(school.delete_year(years[1].id))
    assert [year.name for year in office.read(queries.school_years)] == ["2026/27"]


def test_the_school_has_a_name_always(office: Office) -> None:
    office.do(school.edit(name="Schule am  Kanal", phone="040 1234"))
    assert (office.read(frame.school).name, office.read(frame.school).phone) == ("Schule am Kanal", "040 1234")
    with pytest.raises(Objection):
        office.do(school.edit(name=" "))
    with pytest.raises(Objection):
        office.do(school.edit(language="xx"))
