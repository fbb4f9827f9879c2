"""Courses, wishes, staff and rooms in lists of a school's own."""

from pathlib import Path

import pytest

from ganztag.exchange.blocks import YearSpan
from ganztag.exchange.courses import read_courses
from ganztag.exchange.kinds import Kind
from ganztag.exchange.recognising import columns_of
from ganztag.exchange.staff_and_rooms import read_rooms, read_staff
from ganztag.exchange.wish_columns import rank_of_header
from ganztag.exchange.wishes import read_wishes
from tests.exchange.files import table


@pytest.mark.parametrize(
    ("head", "cells"),
    [
        ("Tag;Zeit", "Mo;14:00-15:30"),
        ("Tag;Uhrzeit", "Montag;14:00 - 15:30 Uhr"),
        ("Tag;von;bis", "Mo;14:00;15:30"),
        ("Wochentag;Beginn;Ende", "Mo;14.00 Uhr;15.30 Uhr"),
        ("Tag;Uhrzeit;bis", "Mo;14:00;15:30"),
    ],
)
def test_day_and_time_may_stand_apart(tmp_path: Path, head: str, cells: str) -> None:
    reading = read_courses(table(tmp_path, Kind.COURSES, f"AG-Nr.;AG;{head}\n7;Chor;{cells}\n"))
    (choir,) = reading.records
    assert (choir.number, choir.title, [str(one.block) for one in choir.meetings]) == ("7", "Chor", ["Mo 14:00-15:30"])
    assert reading.not_taken_over == ()


@pytest.mark.parametrize(
    "text", ["AG;Tag;von;bis\nChor;Mo;5;7\n", "AG;Tag;von;bis\nChor;Mo;01.09.2026;31.01.2027\n",
             "AG;von;bis\nChor;14:00;15:30\n"]
)  # fmt: skip
def test_from_and_until_without_a_day_or_without_times_stay_aside(tmp_path: Path, text: str) -> None:
    reading = read_courses(table(tmp_path, Kind.COURSES, text))
    assert reading.errors == ()
    assert reading.not_taken_over == ("von", "bis")


@pytest.mark.parametrize("title", ["Plätze", "max. TN", "TN max", "Teilnehmerzahl", "max. Teilnehmer"])
def test_the_most_children_have_many_titles(tmp_path: Path, title: str) -> None:
    (choir,) = read_courses(table(tmp_path, Kind.COURSES, f"AG;{title};TN min\nChor;12;5\n")).records
    assert (choir.max_size, choir.min_size) == (12, 5)


@pytest.mark.parametrize(
    ("head", "cells", "spans"),
    [
        ("Klassenstufe", "5-6", (YearSpan("5", "6"),)),
        ("für Klassen", "5, 6", (YearSpan("5", "5"), YearSpan("6", "6"))),
        ("ab Klasse", "5", (YearSpan("5", None),)),
        ("ab Klasse", "ab 7", (YearSpan("7", None),)),
        ("ab Klasse;bis Klasse", "5;7", (YearSpan("5", "7"),)),
        ("ab Klasse", "", ()),
    ],
)
def test_who_may_come_has_many_titles(tmp_path: Path, head: str, cells: str, spans: tuple[YearSpan, ...]) -> None:
    reading = read_courses(table(tmp_path, Kind.COURSES, f"Nr;AG;{head}\n1;Chor;{cells}\n"))
    (choir,) = reading.records
    assert (choir.eligible, reading.not_taken_over) == (spans, ())
    assert "eligible" in choir.given


def test_a_last_year_without_a_first_one_and_a_first_one_in_words_stay_aside(tmp_path: Path) -> None:
    alone = read_courses(table(tmp_path, Kind.COURSES, "Nr;AG;bis Klasse\n1;Chor;7\n"))
    words = read_courses(table(tmp_path, Kind.COURSES, "Nr;AG;ab Klasse\n1;Chor;nach Absprache\n"))
    assert (alone.not_taken_over, words.not_taken_over) == (("bis Klasse",), ("ab Klasse",))
    assert (alone.errors, words.errors) == ((), ())


@pytest.mark.parametrize("title", ["Leiter/in", "AG-Leitung", "Kursleiter/in", "AG-Leiter"])
def test_leader_and_place_have_many_titles(tmp_path: Path, title: str) -> None:
    (choir,) = read_courses(table(tmp_path, Kind.COURSES, f"AG;{title};Ort;Tag\nChor;Anna Berg;Aula;Mo\n")).records
    (meeting,) = choir.meetings
    assert (meeting.room, meeting.leaders[0].surname) == ("Aula", "Berg")


@pytest.mark.parametrize(
    ("title", "rank"),
    [("Mo 1. Wunsch", 1), ("Montag Wunsch 2", 2), ("Wunsch Di 3", 3), ("2. Wahl (Mi)", 2), ("Erstwahl", 1),
     ("Zweitwahl", 2), ("1. Wahl", 1), ("Montag", None), ("Wahl Mo", None)],
)  # fmt: skip
def test_a_title_names_a_rank_beside_a_day(title: str, rank: int | None) -> None:
    assert rank_of_header(title) == rank


def test_the_wishes_of_several_days_are_all_taken(tmp_path: Path) -> None:
    head = "Name;Klasse;Mo 1. Wunsch;Mo 2. Wunsch;Di 1. Wunsch;Di 2. Wunsch\n"
    reading = read_wishes(table(tmp_path, Kind.WISHES, head + "Mia Kaya;5a;Chor;Schach;Fußball;Töpfern\n"))
    assert reading.records[0].wishes == ((1, "Chor"), (1, "Fußball"), (2, "Schach"), (2, "Töpfern"))
    assert reading.not_taken_over == ()


def test_the_one_wish_of_a_day_is_the_first(tmp_path: Path) -> None:
    reading = read_wishes(table(tmp_path, Kind.WISHES, "Name;Klasse;Wahl Mo;Wahl Mi\nMia Kaya;5a;Chor;Schach\n"))
    assert reading.records[0].wishes == ((1, "Chor"), (1, "Schach"))


def test_crosses_below_the_choice_of_a_day_are_no_wishes(tmp_path: Path) -> None:
    text = "Name;Klasse;1. Wahl;Wahl Mo;Wahl Mi\nMia Kaya;5a;Chor;x;\n"
    reading = read_wishes(table(tmp_path, Kind.WISHES, text))
    assert reading.records[0].wishes == ((1, "Chor"),)
    assert reading.not_taken_over == ("Wahl Mo", "Wahl Mi")


def test_staff_of_a_list_of_ones_own_are_read(tmp_path: Path) -> None:
    head = "Name, Vorname;Funktion;Handy;Mail\n"
    reading = read_staff(table(tmp_path, Kind.STAFF, head + "Berg, Anna;Trainerin;0170 1;a@example.org\n"))
    (anna,) = reading.records
    assert (anna.call_name, anna.surname, anna.kind) == ("Anna", "Berg", "freelancer")
    assert (anna.phone, anna.email, reading.problems) == ("0170 1", "a@example.org", ())


def test_a_function_that_is_no_kind_of_staff_stays_aside(tmp_path: Path) -> None:
    reading = read_staff(table(tmp_path, Kind.STAFF, "Name, Vorname;Funktion\nBerg, Anna;Konrektorin\n"))
    assert (len(reading.records), reading.errors, reading.not_taken_over) == (1, (), ("Funktion",))


@pytest.mark.parametrize("seats", ["Kapazität", "Sitzplätze", "Plätze"])
def test_rooms_of_a_list_of_ones_own_are_read(tmp_path: Path, seats: str) -> None:
    (room,) = read_rooms(table(tmp_path, Kind.ROOMS, f"Raumnr.;{seats}\n104;24\n")).records
    assert (room.code, room.seats) == ("104", 24)


def test_titles_of_other_kinds_do_not_become_days() -> None:
    assert columns_of(["Raumnr.", "Mo", "Di"], Kind.ROOMS) == {0: "code"}
