"""When meetings take place, and when somebody is not there: on real days of school, not in the holidays around."""

from dataclasses import replace
from datetime import date
from typing import Any

from ganztag.planning.clashes import findings
from ganztag.planning.offer import DayOff, Enrolment, Meeting, Offer, Window
from ganztag.planning.timing import collide, hindrance, last_day, span
from tests.planning.clashes.small import ADA, BEN, CHOIR, FIVE, JUDO, ROBOTICS, SIX, but, plus, school

MONDAY = Meeting(0, ROBOTICS, 1, 840, 930)
FIRST, LAST = date(2026, 9, 7), date(2027, 1, 25)  # the first and the last Monday
CHRISTMAS = DayOff(1, "Weihnachtsferien", date(2026, 12, 21), date(2027, 1, 3))


def codes(offer: Offer) -> set[str]:
    return {finding.code for finding in findings(offer)}


def there(*windows: Window) -> bool:
    return hindrance(windows, MONDAY, first=FIRST, last=LAST) is None


def open_(starts: int, ends: int, weekday: int = 1, **days: Any) -> Window:
    return Window(weekday, starts, ends, available=True, **days)


def closed(**days: Any) -> Window:
    return Window(1, 800, 900, reason="Kur", **days)


def test_a_meeting_takes_place_from_its_first_to_its_last_day_with_school() -> None:
    off = DayOff(1, "Ferien", date(2027, 1, 23), date(2027, 2, 7))
    assert span(school(), MONDAY) == (FIRST, LAST)
    assert span(plus(school(), "days_off", off), MONDAY) == (FIRST, date(2027, 1, 18))
    assert last_day(school(), school().index.course[JUDO]) == date(2027, 1, 26)


def test_days_off_of_one_class_do_not_end_the_half_year() -> None:
    off = DayOff(1, "Klassenfahrt", date(2027, 1, 18), date(2027, 1, 29), year_group=FIVE)
    assert span(plus(school(), "days_off", off), MONDAY) == (FIRST, LAST)


def test_without_a_day_of_school_a_meeting_has_the_time_of_its_course() -> None:
    offer = plus(school(), "days_off", DayOff(1, "Umbau", date(2026, 8, 1), date(2027, 2, 1)))
    assert span(offer, MONDAY) == (offer.first, offer.last)


def test_whoever_leaves_in_the_last_days_without_a_course_leaves_nothing_open() -> None:
    wednesday = date(2027, 1, 27)  # the last meetings are on Monday 25th and Tuesday 26th
    offer = but(but(school(), "leaders", 1, ends=wednesday), "children", ADA, exit=wednesday)
    assert codes(offer) == set()
    assert codes(but(offer, "leaders", 1, ends=date(2027, 1, 24))) == {"not employed"}
    assert codes(but(offer, "children", ADA, exit=date(2027, 1, 25))) == {"after leaving"}


def test_no_contract_is_needed_in_the_holidays() -> None:
    spans = ((date(2026, 8, 1), date(2026, 12, 18)), (date(2027, 1, 4), date(2027, 7, 31)))
    offer = but(school(), "leaders", 1, needs_contract=True, contracts=spans)
    assert codes(offer) == {"contract ends early"}
    assert codes(plus(offer, "days_off", CHRISTMAS)) == set()


def test_a_child_in_one_course_after_the_other_is_not_in_both_on_a_single_date_later() -> None:
    meetings = tuple(m for m in school().meetings if m.id != JUDO)
    once = Meeting(JUDO, JUDO, 1, 840, 930, rhythm="once", on_date=date(2026, 11, 16), room=JUDO, leaders=(JUDO,))
    offer = replace(school(), meetings=(*meetings, once))
    assert "pupil twice" in codes(offer)
    gone = (Enrolment(ADA, ROBOTICS, last=date(2026, 11, 9)), Enrolment(BEN, CHOIR), Enrolment(ADA, JUDO))
    assert "pupil twice" not in codes(replace(offer, enrolments=gone))


def test_windows_that_follow_each_other_hold_a_meeting_together() -> None:
    assert there(open_(780, 885), open_(885, 960))
    assert not there(open_(780, 885), open_(890, 960))
    assert not there(open_(780, 960, weekday=2))


def test_a_window_hinders_only_on_days_of_the_meeting() -> None:
    assert not there(closed())
    assert there(closed(first=date(2026, 10, 13), last=date(2026, 10, 18)))  # from Tuesday to Sunday
    assert not there(closed(first=date(2026, 10, 13), last=date(2026, 10, 19)))
    assert there(closed(last=date(2026, 9, 6)))


def test_being_there_on_other_days_later_hinders_from_then_on() -> None:
    autumn = open_(780, 960, last=date(2026, 10, 31))
    winter = open_(780, 960, weekday=2, first=date(2026, 11, 1))
    assert there(autumn)
    assert not there(autumn, winter)
    assert there(autumn, winter, open_(780, 960, first=date(2026, 11, 1)))


def test_a_draft_on_another_weekday_is_not_judged_by_the_dates_of_the_old_one() -> None:
    every_second = but(school(), "meetings", ROBOTICS, rhythm="A", weekday=2)  # its dates are still those of Monday
    once = Meeting(0, CHOIR, 2, 840, 930, rhythm="once", on_date=date(2026, 9, 15))
    assert collide(every_second, every_second.index.meeting[ROBOTICS], once)


def test_a_single_date_on_a_day_off_of_all_for_whom_the_course_is_is_found() -> None:
    day = date(2026, 9, 21)
    offer = but(school(), "meetings", ROBOTICS, rhythm="once", on_date=day)
    assert "date off" not in codes(plus(offer, "days_off", DayOff(1, "Ausflug", day, day, year_group=SIX)))
    assert "date off" in codes(plus(offer, "days_off", DayOff(1, "Ausflug", day, day, year_group=FIVE)))
