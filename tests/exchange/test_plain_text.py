from pathlib import Path

import pytest

from ganztag.exchange.reading import Unreadable, read_sheets
from tests.exchange.files import cells, text_file

LIST = "Nachname;Vorname;Klasse\r\nMüller;Jörg;2a\r\nGroß;Käthe;1c\r\n"
ROWS = [("Nachname", "Vorname", "Klasse"), ("Müller", "Jörg", "2a"), ("Groß", "Käthe", "1c")]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "cp850"])
def test_the_encoding_is_found_out(tmp_path: Path, encoding: str) -> None:
    assert cells(text_file(tmp_path, LIST, encoding)) == ROWS


@pytest.mark.parametrize("delimiter", [";", "\t", "|", ","])
def test_the_delimiter_is_found_out(tmp_path: Path, delimiter: str) -> None:
    path = text_file(tmp_path, LIST.replace(";", delimiter))
    assert read_sheets(path).delimiter == delimiter
    assert cells(path) == ROWS


def test_commas_inside_cells_do_not_mislead(tmp_path: Path) -> None:
    path = text_file(tmp_path, "Name;Tage;Klasse\nMüller, Jörg;Mo,Di;2a\nKaya, Mia;Mo,Mi;3a\n")
    assert cells(path)[1] == ("Müller, Jörg", "Mo,Di", "2a")


def test_encoding_and_delimiter_can_be_overruled(tmp_path: Path) -> None:
    path = text_file(tmp_path, "a,b;c\nM\u00fcller,x;y\n", "utf-8")
    assert cells(path, delimiter=",", encoding="cp1252") == [("a", "b;c"), ("MÃ¼ller", "x;y")]


def test_an_encoding_that_does_not_fit_is_said(tmp_path: Path) -> None:
    path = text_file(tmp_path, LIST, "cp1252")
    with pytest.raises(Unreadable, match="utf-8"):
        read_sheets(path, encoding="utf-8")
    with pytest.raises(Unreadable, match="nothing-known"):
        read_sheets(path, encoding="nothing-known")


def test_rows_keep_the_line_on_which_they_begin(tmp_path: Path) -> None:
    path = text_file(tmp_path, 'Titel\n\nNachname;Notiz\nMüller;"zwei\nZeilen"\n\nKaya;x\n')
    rows = read_sheets(path).sheets[0].rows
    assert [(row.number, row.cells[0]) for row in rows] == [(1, "Titel"), (3, "Nachname"), (4, "Müller"), (7, "Kaya")]
    assert rows[2].cells[1] == "zwei\nZeilen"


def test_old_mac_line_ends_part_rows(tmp_path: Path) -> None:
    assert cells(text_file(tmp_path, LIST.replace("\r\n", "\r"))) == ROWS


def test_rows_with_broken_quotes_keep_all_their_cells(tmp_path: Path) -> None:
    broken = '"Lehrer";"StR"";"D.Anders@example.org";"9"\n'
    path = text_file(tmp_path, '"Art";"Titel";"Mail";"Nr"\n' + broken * 5 + '"Lehrer";"OStR";"x@example.org";"7"\n')
    found = cells(path)
    assert len(found) == 7
    assert found[1] == ("Lehrer", 'StR"', "D.Anders@example.org", "9")
    assert found[6] == ("Lehrer", "OStR", "x@example.org", "7")


def test_a_quote_that_is_never_closed_swallows_no_further_rows(tmp_path: Path) -> None:
    path = text_file(tmp_path, 'Nachname;Vorname\n"Müller;Jörg\nKaya;Mia\nGroß;Mia\n')
    assert cells(path)[1:] == [('"Müller', "Jörg"), ("Kaya", "Mia"), ("Groß", "Mia")]


def test_rows_that_each_open_a_quote_stay_apart(tmp_path: Path) -> None:
    assert cells(text_file(tmp_path, 'A;B\n"x;1\n"y;2\n'))[1:] == [('"x', "1"), ('"y', "2")]


def test_text_behind_a_closing_quote_belongs_to_the_cell(tmp_path: Path) -> None:
    assert cells(text_file(tmp_path, 'A;B\n"Hof; Nord" 4;x\n'))[1:] == [("Hof; Nord 4", "x")]


def test_delimiter_and_quotes_inside_quotes_belong_to_the_cell(tmp_path: Path) -> None:
    path = text_file(tmp_path, 'Name;Ort\nNguyen;"Straße; Hof ""Nord"" 4"\n')
    assert cells(path)[1] == ("Nguyen", 'Straße; Hof "Nord" 4')


def test_a_cell_beyond_the_csv_limit_is_read(tmp_path: Path) -> None:
    long = "x" * 200_000
    assert cells(text_file(tmp_path, f'Name;Ort\n"{long}";"a"\n'))[1] == (long, "a")


def test_the_first_line_of_excel_tells_the_delimiter(tmp_path: Path) -> None:
    path = text_file(tmp_path, "sep=,\nName,Ort\na;b,c\n")
    rows = read_sheets(path).sheets[0].rows
    assert [(row.number, row.cells) for row in rows] == [(2, ("Name", "Ort")), (3, ("a;b", "c"))]


def test_one_apostrophe_before_a_formula_sign_goes(tmp_path: Path) -> None:
    path = text_file(tmp_path, "Name;Tel\n'=Ring;'+49 541\n''@x;'Ali\n-Müller;O'Brien\n")
    assert cells(path)[1:] == [("=Ring", "+49 541"), ("'@x", "'Ali"), ("-Müller", "O'Brien")]


@pytest.mark.parametrize("content", [b"", b"\r\n \n", b"\xef\xbb\xbf"])
def test_an_empty_file_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "leer.csv"
    path.write_bytes(content)
    with pytest.raises(Unreadable, match=r"leer\.csv"):
        read_sheets(path)


def test_a_header_alone_is_a_table(tmp_path: Path) -> None:
    assert cells(text_file(tmp_path, "Nachname;Vorname;Klasse\r\n")) == [ROWS[0]]


@pytest.mark.parametrize(
    ("content", "word"),
    [
        (b"%PDF-1.7 ...", "PDF"),
        (b"\x89PNG\r\n\x1a\n\0\0", "picture"),
        (b"\xff\xd8\xff\xe0", "picture"),
        (b"SQLite format 3\x00 and more", "database"),
        (b"<!DOCTYPE html><html>", "web page"),
        (b"<?xml version='1.0'?><a/>", "web page"),
        (b"{\\rtf1 text}", "text document"),
        (b"Nachname;Vorname\n\0\0\0\n", "no table"),
        (bytes(range(1, 32)) * 20, "no table"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 something old", "no table"),
    ],
)
def test_what_is_no_table_gets_a_sentence(tmp_path: Path, content: bytes, word: str) -> None:
    path = tmp_path / "datei.csv"
    path.write_bytes(content)
    with pytest.raises(Unreadable, match=word):
        read_sheets(path)


def test_an_encrypted_school_file_is_known_by_its_ending(tmp_path: Path) -> None:
    path = tmp_path / "schule.ganztag"
    path.write_bytes(bytes(range(256)))
    with pytest.raises(Unreadable, match="a ganztag file"):
        read_sheets(path)


def test_a_missing_file_and_a_folder_are_said(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match=r"weg\.csv"):
        read_sheets(tmp_path / "weg.csv")
    with pytest.raises(Unreadable, match=tmp_path.name):
        read_sheets(tmp_path)
