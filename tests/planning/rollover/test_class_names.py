"""How classes are called a year later."""

import pytest

from ganztag.planning.rollover.class_names import later, next_name


@pytest.mark.parametrize(
    ("name", "label", "then", "wanted"),
    [
        ("5a", "5", "6", "6a"),
        ("05a", "5", "6", "06a"),
        ("9b", "9", "10", "10b"),
        ("09b", "9", "10", "10b"),
        ("10a", "1", "2", "10a"),
        ("Klasse 5a", "5", "6", "Klasse 6a"),
        ("Klasse 15", "5", "6", "Klasse 15"),
        ("VSK", "VSK", "1", "1"),
        ("vsk b", "VSK", "1", "1 b"),
        ("E1b", "E1", "E2", "E2b"),
        ("E2b", "E2", "3", "3b"),
        ("Igel", "", "", "Igel"),
        ("Igel", "2", "3", "Igel"),
        (" 5a ", "5", "6", "6a"),
    ],
)
def test_a_class_gets_the_number_of_the_next_year_group(name: str, label: str, then: str, wanted: str) -> None:
    assert next_name(name, label, then) == wanted


def test_the_next_year_group_is_the_one_behind_it() -> None:
    groups = [(7, "VSK"), (3, "1"), (4, "2"), (9, "5")]
    assert later(groups, 7) == (3, "1")
    assert later(groups, 3) == (4, "2")
    assert later(groups, 7, 2) == (4, "2")


def test_the_last_year_group_and_one_before_a_gap_have_none_behind_them() -> None:
    groups = [(3, "1"), (4, "2"), (9, "5")]
    assert later(groups, 9) is None
    assert later(groups, 4) is None
    assert later(groups, None) is None
    assert later(groups, 99) is None
