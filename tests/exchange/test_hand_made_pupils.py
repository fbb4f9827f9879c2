"""Columns as schools title them in lists of their own."""

import datetime as dt
from pathlib import Path

import pytest

from ganztag.exchange.kinds import Kind
from ganztag.exchange.problems import Reading
from ganztag.exchange.pupils import read_pupils
from ganztag.exchange.recognising import columns_of
from ganztag.exchange.records import PupilRecord
from tests.exchange.files import table

TODAY = dt.date(2026, 11, 22)
AT = dt.time


def pupils(folder: Path, text: str) -> Reading[PupilRecord]:
    return read_pupils(table(folder, Kind.PUPILS, text), TODAY)


def test_mother_and_father_are_guardians_with_their_own_numbers(tmp_path: Path) -> None:
    head = "Nachname;Vorname;Klasse;Mutter;Handy Mutter;E-Mail Mutter;Vater;Telefon Vater;Notfallnummer\n"
    row = "Kaya;Mia;5a;Elif Kaya;0170 1;e@example.org;Kaya, Emre;040 2;040 999\n"
    reading = pupils(tmp_path, head + row)
    (mia,) = reading.records
    assert [(one.name.call_name, one.name.surname, one.phone, one.email) for one in mia.guardians] == [
        ("Elif", "Kaya", "0170 1", "e@example.org"),
        ("Emre", "Kaya", "040 2", ""),
    ]
    assert (mia.phone, mia.own_phone, reading.not_taken_over) == ("", "040 999", ())


def test_the_number_of_a_parent_without_a_name_stays_with_the_child(tmp_path: Path) -> None:
    (mia,) = pupils(tmp_path, "Nachname;Klasse;Mutter;Telefon Vater\nKaya;5a;0170 12345;040 2\n").records
    assert (mia.guardians, mia.own_phone) == ((), "0170 12345, 040 2")


@pytest.mark.parametrize(
    ("head", "cells", "name"),
    [
        ("Name Mutter", "Elif Kaya", ("Elif", "Kaya")),
        ("Name Mutter", "Kaya", ("", "Kaya")),
        ("Mutter", "Elif", ("Elif", "")),
        ("Name Mutter;Vorname Mutter", "Yılmaz Kaya;Elif", ("Elif", "Yılmaz Kaya")),
    ],
)
def test_the_name_of_the_mother_may_be_whole_or_the_surname(
    tmp_path: Path, head: str, cells: str, name: tuple[str, str]
) -> None:
    (mia,) = pupils(tmp_path, f"Nachname;Klasse;{head}\nKaya;5a;{cells}\n").records
    assert [(one.name.call_name, one.name.surname) for one in mia.guardians] == [name]


@pytest.mark.parametrize("cell", ["Elif Kaya, 0170 12345", "ja", "x", "e@example.org"])
def test_a_mother_column_that_is_no_name_stays_aside(tmp_path: Path, cell: str) -> None:
    reading = pupils(tmp_path, f"Nachname;Klasse;Mutter\nKaya;5a;{cell}\n")
    assert (reading.records[0].guardians, reading.not_taken_over) == ((), ("Mutter",))


@pytest.mark.parametrize("title", ["Ganztag Tage", "gebuchte Tage", "Tage"])
def test_booked_days_in_one_column_have_many_titles(tmp_path: Path, title: str) -> None:
    (mia,) = pupils(tmp_path, f"Nachname;Kl.;{title}\nKaya;5a;Mo, Mi\n").records
    assert (mia.class_name, mia.days) == ("5a", (1, 3))


def test_a_column_for_each_day_holds_crosses_or_times(tmp_path: Path) -> None:
    reading = pupils(
        tmp_path,
        "Nachname;Klasse;Mo;Di;Mi;Do;Fr\nKaya;5a;x;ja;1;;nein\nWu;5a;15:00;;16 Uhr;-;0\nGroß;5a;;;;;\n",
    )
    mia, li, anna = reading.records
    assert reading.problems == ()
    assert (mia.days, mia.leave_times) == ((1, 2, 3), ())
    assert (li.days, li.leave_times) == ((1, 3), ((1, AT(15)), (3, AT(16))))
    assert anna.days == ()
    assert "days" in mia.given
    assert "leave_1" not in mia.given  # a cross takes no known time away
    assert {"leave_1", "leave_3"} <= li.given


@pytest.mark.parametrize(
    "text",
    [
        "Nachname;Klasse;Mo;Di\nKaya;5a;Chor;x\n",
        "Nachname;Klasse;Mo;Di\nKaya;5a;2;3\n",
        "Nachname;Klasse;Mo\nKaya;5a;x\n",
        "Nachname;Klasse;Tage;Mo;Di\nKaya;5a;Mo;x;\n",
        "Nachname;Klasse;Mo;Montag;Di\nKaya;5a;x;;x\n",
    ],
)
def test_columns_of_days_that_may_mean_something_else_stay_aside(tmp_path: Path, text: str) -> None:
    reading = pupils(tmp_path, text)
    assert reading.errors == ()
    assert "Mo" in reading.not_taken_over
    assert reading.records[0].leave_times == ()


def test_a_day_that_is_chosen_by_hand_tells_what_does_not_fit(tmp_path: Path) -> None:
    found = table(tmp_path, Kind.PUPILS, "Nachname;Klasse;Mo;Di\nKaya;5a;Chor;x\n").corrected({2: "day_1", 3: "day_2"})
    (problem,) = read_pupils(found, TODAY).errors
    assert (problem.row, problem.column) == (2, "Mo")
    assert "Chor" in str(problem)


def test_one_time_of_going_home_holds_for_all_booked_days(tmp_path: Path) -> None:
    reading = pupils(
        tmp_path, "Nachname;Klasse;Tage;Abholzeit\nKaya;5a;Mo,Mi;15:30\nWu;5a;;Mo 15:00, Di 16:00\nGroß;5a;Fr;\n"
    )
    assert [one.leave_times for one in reading.records] == [
        ((1, AT(15, 30)), (3, AT(15, 30))),
        ((1, AT(15)), (2, AT(16))),
        (),
    ]


def test_a_time_of_going_home_in_words_stays_aside(tmp_path: Path) -> None:
    reading = pupils(tmp_path, "Nachname;Klasse;Abholzeit\nKaya;5a;nach Bedarf\nWu;5a;15:00\n")
    assert (reading.errors, reading.not_taken_over) == ((), ("Abholzeit",))


def test_a_column_for_surname_and_first_name_says_which_comes_first(tmp_path: Path) -> None:
    reading = pupils(tmp_path, "Name, Vorname;Klasse\nKaya, Mia;5a\nKaya Mia;5b\nvon der Heide Zoë;5c\n")
    assert [(one.call_name, one.surname) for one in reading.records] == [
        ("Mia", "Kaya"),
        ("Mia", "Kaya"),
        ("Zoë", "von der Heide"),
    ]


def test_a_pupil_in_one_column_is_known_by_either_word() -> None:
    assert columns_of(["Schüler/in", "Kl."], Kind.PUPILS) == {0: "whole_name", 1: "class_name"}


@pytest.mark.parametrize("cell", ["von Berg", "Mia von Berg", "von Berg, Mia"])
def test_a_pupil_column_beside_the_first_name_gives_the_surname(tmp_path: Path, cell: str) -> None:
    (mia,) = pupils(tmp_path, f"Schüler/in;Vorname;Klasse\n{cell};Mia;5a\n").records
    assert (mia.surname, mia.call_name) == ("von Berg", "Mia")
