import datetime as dt
from pathlib import Path

from ganztag.exchange.enrolments import read_enrolments
from ganztag.exchange.kinds import Kind
from ganztag.exchange.staff_and_rooms import read_rooms, read_staff
from tests.exchange.files import table


def test_staff_are_read_with_both_phones(tmp_path: Path) -> None:
    text = "name\tlongName\tforeName\tpnr\taddress.phone\taddress.mobile\nFAKE\tFake\tAnna\tD1\t01\t02\n"
    (anna,) = read_staff(table(tmp_path, Kind.STAFF, text)).records
    assert (anna.code, anna.surname, anna.call_name, anna.external_id) == ("FAKE", "Fake", "Anna", "D1")
    assert (anna.phone, anna.kind) == ("01, 02", "teacher")


def test_staff_problems_are_told(tmp_path: Path) -> None:
    text = "Kürzel;Nachname;Vorname;Art\nA;Weiß;Anna;Honorarkraft\na;Wu;Li;Lehrkraft\nC;;;\nD;Kaya;Emre;König\n"
    reading = read_staff(table(tmp_path, Kind.STAFF, text))
    assert [(p.row, p.column) for p in reading.errors] == [(3, ""), (4, "Nachname"), (5, "Art")]
    assert [one.kind for one in reading.records] == ["freelancer"]


def test_rooms_keep_their_number_as_text(tmp_path: Path) -> None:
    reading = read_rooms(
        table(tmp_path, Kind.ROOMS, "Raum;Name;Plätze;Ausstattung\n008;Werkraum;16;Öfen, Becken\n8;;;\n")
    )
    first, second = reading.records
    assert (first.code, first.name, first.seats, first.equipment) == ("008", "Werkraum", 16, "Öfen, Becken")
    assert (second.code, second.seats) == ("8", None)


def test_rooms_twice_without_a_code_and_with_odd_places_are_told(tmp_path: Path) -> None:
    reading = read_rooms(table(tmp_path, Kind.ROOMS, "Raum;Plätze\nAula;viele\nA1;3\na1;4\n;5\n"))
    assert [problem.row for problem in reading.errors] == [2, 4, 5]


def test_enrolments_are_read(tmp_path: Path) -> None:
    text = (
        "Nachname;Vorname;Klasse;ID;Nr;Block;Von;Bis;Grund\n"
        "Kaya;Mia;3a;;11;Mo 14:00-15:30;01.08.2026;31.01.2027;Zuteilung\n;;;1006;12;;;;\n"
        "Wu;Li;3a;;;;;;\nGroß;Mia;1c;;4;;01.02.2027;01.01.2027;\n"
    )
    reading = read_enrolments(table(tmp_path, Kind.ENROLMENTS, text))
    mia, by_number = reading.records
    assert (mia.course, str(mia.block), mia.starts, mia.ends, mia.reason) == (
        "11", "Mo 14:00-15:30", dt.date(2026, 8, 1), dt.date(2027, 1, 31), "Zuteilung",
    )  # fmt: skip
    assert (by_number.external_id, by_number.course, by_number.starts) == ("1006", "12", None)
    assert [(p.row, p.column) for p in reading.errors] == [(4, "Nr"), (5, "Bis")]
