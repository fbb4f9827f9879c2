"""Times of rooms and people, and lessons of a timetable, out of files."""

import datetime as dt
from pathlib import Path

import pytest

from ganztag.exchange.kinds import Kind
from ganztag.exchange.reading import read_sheets
from ganztag.exchange.recognising import recognise
from ganztag.exchange.staff_and_rooms import read_rooms
from ganztag.exchange.week_times import is_timetable, read_lessons, read_times
from tests.exchange.files import table, text_file

GPU001 = (
    '1;"5a";"Ber";"De";"R 104";1;1;;\n'
    '1;"5b";"Ber";"De";"R 104";1;1;;\n'
    '2;"6a";"Özk";"Sp";"";5;7;;2\n'
    '3;"6a";"";"Ma";"R 105";0;;;\n'
)  # fmt: skip


def test_times_are_read_with_days_hours_and_dates(tmp_path: Path) -> None:
    text = (
        "Raum;Person;Wochentag;Von;Bis;Art;Grund;Ab Datum;Bis Datum\n"
        "Aula;;Mo-Mi;8:00;13 Uhr;nicht frei;Unterricht;;31.01.2027\n"
        ";Ada Lovelace;Fr;;;frei;;01.02.2027;\n"
    )
    aula, ada = read_times(table(tmp_path, Kind.TIMES, text)).records
    assert (aula.room, aula.days, aula.opens, aula.closes) == ("Aula", (1, 2, 3), dt.time(8), dt.time(13))
    assert (aula.available, aula.reason, aula.ends) == (False, "Unterricht", dt.date(2027, 1, 31))
    assert (ada.person, ada.days, ada.opens, ada.available) == ("Ada Lovelace", (5,), None, True)
    assert ada.starts == dt.date(2027, 2, 1)


def test_all_problems_of_times_are_told_at_once(tmp_path: Path) -> None:
    text = (
        "Raum;Person;Tag;Von;Bis;Art;Ab Datum;Bis Datum\n"
        "Aula;Ada;Mo;8:00;9:00;;;\n;;Mo;8:00;9:00;;;\nAula;;Mo;9:00;8:00;;;\nAula;;Xy;;;;;\n"
        "Aula;;Mo;;;vielleicht;;\nAula;;Mo;;;;01.02.2027;01.01.2027\n"
    )
    reading = read_times(table(tmp_path, Kind.TIMES, text))
    assert [(problem.row, problem.column) for problem in reading.errors] == [
        (2, "Raum"), (3, "Raum"), (4, "Bis"), (5, "Tag"), (6, "Art"), (7, "Bis Datum"),
    ]  # fmt: skip
    assert reading.records == ()


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252"])
@pytest.mark.parametrize("delimiter", [";", ","])
def test_lessons_of_untis_are_known_by_their_places(tmp_path: Path, encoding: str, delimiter: str) -> None:
    file = text_file(tmp_path, GPU001.replace(";", delimiter), encoding, "GPU001.TXT")
    reading = read_lessons(recognise(read_sheets(file), Kind.LESSONS))
    first, second, third = reading.records
    assert (first.teacher, first.room, first.class_name, first.subject) == ("Ber", "R 104", "5a", "De")
    assert (first.weekday, first.period, second.class_name) == (1, 1, "5b")
    assert (third.teacher, third.room, third.weekday, third.period) == ("Özk", "", 5, 7)
    assert reading.errors == ()
    assert [problem.row for problem in reading.warnings] == [4]


def test_a_timetable_with_titles_is_read_too(tmp_path: Path) -> None:
    text = "Klasse;Lehrkraft;Fach;Raum;Wochentag;Stunde\n5a;Ber;De;R 104;Mittwoch;3\n5a;Ber;De;R 104;Mo;x\n"
    reading = read_lessons(table(tmp_path, Kind.LESSONS, text))
    assert [(one.weekday, one.period) for one in reading.records] == [(3, 3)]
    assert [(problem.row, problem.column) for problem in reading.errors] == [(3, "Stunde")]


def test_only_a_timetable_is_taken_for_one(tmp_path: Path) -> None:
    assert is_timetable(read_sheets(text_file(tmp_path, GPU001)).sheets)
    for text in ("Raum;Plätze\nAula;200\n", "1;2;3;4;5;6;7\n8;9;1;2;3;4;5\n", "a;b;c;d;e;f;g\n"):
        assert not is_timetable(read_sheets(text_file(tmp_path, text)).sheets)


def test_a_list_without_titles_is_no_timetable_and_told_so(tmp_path: Path) -> None:
    reading = read_lessons(table(tmp_path, Kind.LESSONS, "Aula;200\nBib;25\n"))
    assert not reading.usable


def test_rooms_come_with_building_and_minutes(tmp_path: Path) -> None:
    text = "Raum;Gebäude;Aufbau;Abbau\nWerkr.;Ostflügel;5;10\nBib;;;\nHalle;;fünf;\n"
    reading = read_rooms(table(tmp_path, Kind.ROOMS, text))
    assert [(one.building, one.setup, one.cleanup) for one in reading.records] == [
        ("Ostflügel", 5, 10),
        ("", None, None),
    ]
    assert [(problem.row, problem.column) for problem in reading.errors] == [(4, "Aufbau")]
