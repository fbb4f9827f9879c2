"""How long papers hold, and how they stand on a day."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ganztag.domain.staff_papers import STANDINGS, concerns, due, months_after, standing

SEEN = date(2021, 8, 31)


@pytest.mark.parametrize(
    ("months", "expected"),
    [(1, date(2021, 9, 30)), (6, date(2022, 2, 28)), (60, date(2026, 8, 31)), (24, date(2023, 8, 31))],
)
def test_months_end_on_the_same_day_or_the_last_of_a_shorter_month(months: int, expected: date) -> None:
    assert months_after(SEEN, months) == expected


def test_what_stands_on_a_paper_goes_before_the_usual_span() -> None:
    assert due(SEEN, None, 60, None) == date(2026, 8, 31)
    assert due(SEEN, date(2023, 1, 1), 60, None) == date(2023, 1, 1)
    assert due(SEEN, None, None, None) is None


def test_a_law_that_ends_ends_every_paper() -> None:
    assert due(SEEN, None, None, date(2026, 12, 31)) == date(2026, 12, 31)
    assert due(SEEN, None, 12, date(2026, 12, 31)) == date(2022, 8, 31)


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2026, 6, 1), "seen"),
        (date(2026, 7, 1), "seen"),
        (date(2026, 7, 2), "due_soon"),
        (date(2026, 8, 31), "due_soon"),
        (date(2026, 9, 1), "expired"),
    ],
)
def test_a_warning_comes_before_the_last_day_and_the_end_after_it(day: date, expected: str) -> None:
    assert standing("seen", date(2026, 8, 31), 60, day) == expected


def test_what_is_missing_or_not_needed_never_runs_out() -> None:
    assert standing("missing", None, 60, SEEN) == "missing"
    assert standing("not_needed", None, 60, SEEN) == "not_needed"
    assert standing("seen", None, 60, date(2090, 1, 1)) == "seen"


@given(last=st.dates(), warn=st.integers(0, 400), day=st.dates())
def test_every_paper_stands_somehow(last: date, warn: int, day: date) -> None:
    found = standing("seen", last, warn, day)
    assert found in STANDINGS
    assert (found == "expired") == (day > last)


def test_no_kinds_mean_all_of_them() -> None:
    assert concerns("", "teacher")
    assert concerns("freelancer,partner", "partner")
    assert not concerns("freelancer,partner", "teacher")
