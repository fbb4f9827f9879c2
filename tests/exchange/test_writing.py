import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ganztag.domain.objection import Objection
from ganztag.exchange.cells import escaped, guarded, unescaped
from ganztag.exchange.writing import write_table
from tests.exchange.files import cells

CELL = st.text(st.characters(exclude_categories=["Cs", "Cc", "Cn"]) | st.sampled_from(";,|\"'=+-@\t\n"), max_size=12)
ROWS = st.lists(st.tuples(CELL, CELL, CELL).filter(lambda row: any(cell.strip() for cell in row)), max_size=8)
NASTY = [
    "=1+1",
    "+49 151",
    "-Müller",
    "@SUM(A1)",
    "'=x",
    "''+",
    "'",
    "＝1+1",
    "O'Brien",
    "008",
    "1E5",
    "1/2",
    "TRUE",
    'a"b;c',
]


@given(CELL | st.sampled_from(NASTY))
def test_an_escaped_cell_comes_back_exactly(text: str) -> None:
    assert unescaped(escaped(text)) == text
    assert unescaped(guarded(text)) == text
    assert not escaped(text).startswith(("=", "+", "-", "@", "\t", "\r", "＝"))


@settings(max_examples=100, deadline=None)
@given(ROWS)
def test_a_table_as_csv_comes_back_exactly(
    tmp_path_factory: pytest.TempPathFactory, rows: list[tuple[str, ...]]
) -> None:
    path = tmp_path_factory.getbasetemp() / "table.csv"
    write_table(path, ["Nachname", "Vorname", "Klasse"], rows)
    assert cells(path)[1:] == rows


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_nasty_cells_come_back_from_both_kinds_of_file(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"liste.{ending}"
    write_table(path, ["A", "B"], [(cell, "x") for cell in NASTY])
    assert [row[0] for row in cells(path)] == ["A", *NASTY]


def test_csv_is_what_excel_reads_in_german(tmp_path: Path) -> None:
    path = tmp_path / "liste.csv"
    write_table(path, ["Nachname", "Klasse"], [("Müller", "=1+1"), ('a;"b"', "")])
    assert path.read_bytes() == '\ufeffNachname;Klasse\r\nMüller;\'=1+1\r\n"a;""b""";\r\n'.encode()


def test_xlsx_holds_no_formula_and_keeps_its_head_in_sight(tmp_path: Path) -> None:
    path = tmp_path / "liste.xlsx"
    write_table(path, ["Nachname", "Netz"], [("=1+1", "http://example.org"), ("008", "")])
    with zipfile.ZipFile(path) as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml").decode()
        assert not any("hyperlink" in name.lower() for name in archive.namelist())
    assert "<f>" not in sheet
    assert "<v>8</v>" not in sheet
    assert 'state="frozen"' in sheet
    assert '<autoFilter ref="A1:B3"/>' in sheet


def test_headers_alone_make_a_table(tmp_path: Path) -> None:
    for name in ("leer.csv", "leer.xlsx"):
        write_table(tmp_path / name, ["Raum", "Name"], [])
        assert cells(tmp_path / name) == [("Raum", "Name")]


def test_what_is_there_is_replaced_and_nothing_lies_about(tmp_path: Path) -> None:
    path = tmp_path / "liste.csv"
    path.write_text("old")
    write_table(path, ["A", "B"], [("1", "2")])
    assert cells(path) == [("A", "B"), ("1", "2")]
    assert [one.name for one in tmp_path.iterdir()] == ["liste.csv"]


def test_another_ending_and_a_missing_folder_are_objected_to(tmp_path: Path) -> None:
    with pytest.raises(Objection, match=r"liste\.pdf"):
        write_table(tmp_path / "liste.pdf", ["A"], [])
    with pytest.raises(Objection, match=r"liste\.csv"):
        write_table(tmp_path / "weg" / "liste.csv", ["A"], [])


def test_a_text_too_long_for_excel_is_objected_to_and_the_old_file_stays(tmp_path: Path) -> None:
    path = tmp_path / "liste.xlsx"
    path.write_bytes(b"old")
    with pytest.raises(Objection):
        write_table(path, ["A"], [("x" * 40_000,)])
    assert path.read_bytes() == b"old"


def test_what_no_table_can_hold_is_left_out(tmp_path: Path) -> None:
    write_table(tmp_path / "liste.csv", ["A", "B"], [("x\0y", "a\ud800b")])
    assert cells(tmp_path / "liste.csv")[1] == ("xy", "a?b")
