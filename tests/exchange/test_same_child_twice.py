"""When two rows of one name are one child, and when they are two."""

import datetime as dt
from pathlib import Path

import pytest

from ganztag.exchange.kinds import Kind
from ganztag.exchange.pupils import read_pupils
from tests.exchange.files import table

HEAD = "Nachname;Vorname;Klasse;Geburtsdatum;ID\n"


@pytest.mark.parametrize(
    ("rows", "sound"),
    [
        ("Kaya;Mia;5a;01.02.2015;\nKaya;Mia;5b;01.02.2015;\n", 1),
        ("Kaya;Mia;5a;01.02.2015;9\nKaya;Mia;5a;01.02.2015;\n", 1),
        ("Kaya;Mia;5a;01.02.2015;\nKAYA;mia;05A;;\n", 1),
        ("Kaya;Mia;5a;01.02.2015;\nKaya;Mia;5a;02.02.2015;\n", 2),
        ("Kaya;Mia;5a;01.02.2015;8\nKaya;Mia;5a;01.02.2015;9\n", 2),
        ("Kaya;Mia;5a;;\nKaya;Mia;5b;;\n", 2),
    ],
)
def test_two_rows_of_a_name_are_one_child_unless_something_tells_them_apart(
    tmp_path: Path, rows: str, sound: int
) -> None:
    reading = read_pupils(table(tmp_path, Kind.PUPILS, HEAD + rows), dt.date(2026, 11, 22))
    assert len(reading.records) == sound
    assert [problem.row for problem in reading.errors] == [3] * (2 - sound)
