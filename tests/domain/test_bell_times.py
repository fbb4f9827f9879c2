"""The times of the lessons, as a school writes them."""

from datetime import time

import pytest

from ganztag.domain.bell_times import USUAL, as_text, bells_of
from ganztag.domain.objection import Objection
from ganztag.domain.settings import Settings, as_kept, settings_of


def test_lessons_are_read_in_a_line_and_one_a_line() -> None:
    wanted = {1: (time(8), time(8, 45)), 2: (time(8, 50), time(9, 35))}
    assert bells_of("1: 08:00-08:45; 2: 08:50-09:35") == wanted
    assert bells_of("1. 8:00 – 8:45 Uhr\n2 8.50 bis 9.35\n") == wanted


def test_what_is_written_is_read_again() -> None:
    assert as_text(bells_of(USUAL)) == USUAL
    assert as_text(bells_of(USUAL), lines=True).splitlines()[1] == "1: 08:00-08:45"


@pytest.mark.parametrize(
    "text",
    ["", "1: 8 bis 9", "1: 08:00-25:00", "1: 09:00-08:00", "1: 08:00-08:45; 1: 09:00-09:45",
     "1: 08:00-08:45; 2: 08:30-09:15"],
)  # fmt: skip
def test_times_that_cannot_be_are_refused(text: str) -> None:
    with pytest.raises(Objection):
        bells_of(text)


def test_they_are_a_setting_of_the_school() -> None:
    assert settings_of({}).bell_times == USUAL
    assert as_kept("bell_times", "1 08:00 - 08:45") == "1: 08:00-08:45"
    assert settings_of({"bell_times": "1: 07:30-08:15"}) == Settings(bell_times="1: 07:30-08:15")
    with pytest.raises(Objection):
        as_kept("bell_times", "morgens")
