"""The real dates of a course."""

from dataclasses import dataclass
from datetime import date

from ganztag.domain.sessions import Audience, sessions

FIRST, LAST = date(2026, 10, 5), date(2026, 11, 3)  # a Monday, a Tuesday


@dataclass(frozen=True)
class Off:
    starts: date
    ends: date
    year_group_id: int | None = None
    school_class_id: int | None = None


AUTUMN = Off(date(2026, 10, 19), date(2026, 10, 30))


def test_a_course_meets_on_its_weekday_but_not_in_the_holidays() -> None:
    assert sessions([1], FIRST, LAST, [AUTUMN])[0] == (date(2026, 10, 5), date(2026, 10, 12), date(2026, 11, 2))


def test_two_weekdays_make_one_list_in_order() -> None:
    found = sessions([2, 1], FIRST, LAST, [AUTUMN])[0]
    assert found == (*(date(2026, 10, day) for day in (5, 6, 12, 13)), date(2026, 11, 2), date(2026, 11, 3))


def test_only_days_off_that_cost_a_date_are_gaps() -> None:
    wednesday = Off(date(2026, 10, 7), date(2026, 10, 7))
    dates, gaps = sessions([1], FIRST, LAST, [AUTUMN, wednesday])
    assert (len(dates), gaps) == (3, (AUTUMN,))


def test_a_day_off_of_one_class_does_not_cancel_a_course_that_others_attend() -> None:
    trip = Off(date(2026, 10, 5), date(2026, 10, 5), school_class_id=7)
    assert date(2026, 10, 5) in sessions([1], FIRST, LAST, [trip])[0]
    mixed = Audience(classes=((7, 5), (8, 5)))
    assert date(2026, 10, 5) in sessions([1], FIRST, LAST, [trip], mixed)[0]
    alone = Audience(classes=((7, 5),))
    assert date(2026, 10, 5) not in sessions([1], FIRST, LAST, [trip], alone)[0]


def test_days_off_of_all_its_year_groups_together_cancel_a_course() -> None:
    five, six = (Off(FIRST, FIRST, year_group_id=year) for year in (5, 6))
    both = Audience(year_group_ids=frozenset({5, 6}))
    assert FIRST in sessions([1], FIRST, LAST, [five], both)[0]
    dates, gaps = sessions([1], FIRST, LAST, [five, six], both)
    assert FIRST not in dates
    assert gaps == (five, six)
    assert FIRST not in sessions([1], FIRST, LAST, [five], Audience(classes=((7, 5),)))[0]


def test_without_weekdays_there_are_no_dates() -> None:
    assert sessions([], FIRST, LAST, []) == ((), ())
