import datetime as dt
import itertools

import pytest

from ganztag.exchange.land_calendar import LANDS, DayOff, complete_until, days_off, unsure

YEAR = dt.date(2026, 8, 1), dt.date(2027, 7, 31)


def test_there_are_sixteen_lands() -> None:
    assert len(LANDS) == 16
    assert LANDS["HH"] == "Hamburg"


def test_the_autumn_of_hamburg_is_one_span() -> None:
    assert DayOff("Herbstferien", dt.date(2026, 10, 19), dt.date(2026, 10, 30), "school") in days_off("HH", *YEAR)


def test_hamburg_has_spring_holidays_in_march_and_saxony_has_easter_holidays() -> None:
    assert DayOff("Frühjahrsferien", dt.date(2027, 3, 1), dt.date(2027, 3, 12), "school") in days_off("HH", *YEAR)
    assert any(off.name == "Osterferien" for off in days_off("SN", *YEAR))


def test_christmas_holidays_cross_the_year() -> None:
    (christmas,) = (off for off in days_off("HH", *YEAR) if off.name == "Weihnachtsferien")
    assert (christmas.starts, christmas.ends) == (dt.date(2026, 12, 21), dt.date(2027, 1, 1))


def test_public_holidays_differ_between_the_lands() -> None:
    reformation = dt.date(2026, 10, 31)
    assert any(off.starts == reformation and off.kind == "public" for off in days_off("HH", *YEAR))
    assert not any(off.starts == reformation and off.kind == "public" for off in days_off("BY", *YEAR))


def test_holidays_are_cut_at_the_ends_and_keep_their_name() -> None:
    found = days_off("HH", dt.date(2026, 10, 21), dt.date(2026, 10, 22))
    assert found == (DayOff("Herbstferien", dt.date(2026, 10, 21), dt.date(2026, 10, 22), "school"),)


@pytest.mark.parametrize("land", sorted(LANDS))
def test_every_land_has_its_days_in_order_and_without_overlap(land: str) -> None:
    found = days_off(land, *YEAR)
    assert list(found) == sorted(found, key=lambda off: (off.starts, off.kind, off.name))
    school = [off for off in found if off.kind == "school"]
    assert all(one.ends < two.starts for one, two in itertools.pairwise(school))
    assert {"Herbstferien", "Weihnachtsferien", "Sommerferien"} <= {off.name for off in school}
    assert dt.date(2029, 6, 1) < complete_until(land) < dt.date(2040, 1, 1)


def test_beyond_what_is_known_there_are_public_holidays_only() -> None:
    later = complete_until("HH") + dt.timedelta(days=30)
    found = days_off("HH", later, later + dt.timedelta(days=300))
    assert {off.kind for off in found} == {"public"}


def test_an_unknown_land_is_a_mistake_of_the_program() -> None:
    with pytest.raises(KeyError):
        days_off("XX", *YEAR)


LAST_YEAR = dt.date(2029, 8, 1), dt.date(2030, 7, 31)


@pytest.mark.parametrize("land", sorted(LANDS))
def test_the_year_2029_30_is_known_as_the_ministries_announced_it(land: str) -> None:
    names = {off.name for off in days_off(land, *LAST_YEAR) if off.kind == "school"}
    assert {"Herbstferien", "Weihnachtsferien"} <= names
    assert ("Sommerferien" in {off.name for off in days_off(land, dt.date(2030, 6, 1), LAST_YEAR[1])}) == (land != "RP")


def test_hamburg_in_2029_30_has_its_days() -> None:
    found = {(off.name, off.starts, off.ends) for off in days_off("HH", *LAST_YEAR) if off.kind == "school"}
    assert ("Herbstferien", dt.date(2029, 10, 1), dt.date(2029, 10, 12)) in found
    assert ("Halbjahresferien", dt.date(2030, 2, 1), dt.date(2030, 2, 1)) in found
    assert ("Frühjahrsferien", dt.date(2030, 3, 4), dt.date(2030, 3, 15)) in found


def test_what_is_not_known_or_not_sure_is_said() -> None:
    assert unsure("HH", *YEAR) is None
    assert unsure("HH", *LAST_YEAR) is None
    assert "Rheinland-Pfalz" in str(unsure("RP", *LAST_YEAR))
    assert "2030" in str(unsure("NW", *LAST_YEAR))
    assert unsure("RP", *YEAR) is None
    assert "Hamburg" in str(unsure("HH", dt.date(2030, 8, 1), dt.date(2031, 7, 31)))
