import contextlib
import datetime as dt
import io
import zipfile
from pathlib import Path

import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st

from ganztag.domain.objection import Objection
from ganztag.exchange.kinds import Kind
from ganztag.exchange.reading import Unreadable, read_sheets
from ganztag.exchange.recognising import recognise
from ganztag.exchange.subjects import read_records
from tests.exchange.files import workbook

TODAY = dt.date(2026, 11, 22)


def test_every_value_becomes_its_shortest_text(tmp_path: Path) -> None:
    path = tmp_path / "werte.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        formats = {key: book.add_format({"num_format": key}) for key in ("dd.mm.yyyy", "hh:mm", "dd.mm.yyyy hh:mm")}
        sheet.write_number(0, 0, 8.0)
        sheet.write_string(0, 1, "008")
        sheet.write_datetime(0, 2, dt.date(2018, 2, 3), formats["dd.mm.yyyy"])
        sheet.write_datetime(0, 3, dt.time(14, 0), formats["hh:mm"])
        sheet.write_datetime(0, 4, dt.datetime.fromisoformat("2026-09-01T08:04"), formats["dd.mm.yyyy hh:mm"])
        sheet.write_boolean(0, 5, True)
        sheet.write_number(0, 6, 1.5)
        sheet.write_number(0, 7, 491511234567)
    (row,) = read_sheets(path).sheets[0].rows
    assert row.cells == ("8", "008", "03.02.2018", "14:00", "01.09.2026 08:04", "WAHR", "1.5", "491511234567")


def test_rows_keep_the_numbers_that_excel_shows(tmp_path: Path) -> None:
    path = workbook(tmp_path, {"A": [[], [], ["", "Nachname"], [], ["", "Müller"]]})
    rows = read_sheets(path).sheets[0].rows
    assert [(row.number, row.cells) for row in rows] == [(3, ("", "Nachname")), (5, ("", "Müller"))]


def test_all_sheets_are_there_and_hidden_ones_are_known(tmp_path: Path) -> None:
    path = tmp_path / "zwei.xlsx"
    with xlsxwriter.Workbook(path) as book:
        book.add_worksheet("Eins").write(0, 0, "a")
        hidden = book.add_worksheet("Zwei")
        hidden.write(0, 0, "b")
        hidden.hide()
    sheets = read_sheets(path)
    assert sheets.names == ("Eins", "Zwei")
    assert [sheet.hidden for sheet in sheets.sheets] == [False, True]


def test_a_cell_far_away_is_refused_before_it_takes_all_memory(tmp_path: Path) -> None:
    path = tmp_path / "weit.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        sheet.write(0, 0, "a")
        sheet.write(1_048_575, 16_383, "z")
    with pytest.raises(Unreadable, match=r"weit\.xlsx"):
        read_sheets(path)


def test_formats_far_down_do_no_harm(tmp_path: Path) -> None:
    path = tmp_path / "format.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["Nachname", "Vorname", "Klasse", "ID", "Tage"])
        sheet.set_row(1_048_575, 20, book.add_format({"bold": True}))
        sheet.write_blank(1_048_575, 4, None, book.add_format({"bold": True}))
    assert len(read_sheets(path).sheets[0].rows) == 1


def _packed(entries: dict[str, bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", compression) as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("entries", "word"),
    [
        ({"word/document.xml": b"<w/>"}, "text document"),
        ({"a.txt": b"hello"}, "archive"),
        ({"xl/workbook.xml": b"<workbook/>"}, "damaged"),
        ({"xl/workbook.xml": b"x", "../../evil": b"x"}, "damaged"),
        ({"xl/workbook.xml": b"x", "xl/sheet.xml": b" " * 30_000_000}, "too big"),
        ({"xl/workbook.xml": b"x", **{f"xl/{n}": b"" for n in range(300)}}, "too big"),
    ],
)
def test_harmful_and_foreign_archives_get_a_sentence(tmp_path: Path, entries: dict[str, bytes], word: str) -> None:
    path = tmp_path / "datei.xlsx"
    path.write_bytes(_packed(entries))
    with pytest.raises(Unreadable, match=word):
        read_sheets(path)


def test_a_password_is_told(tmp_path: Path) -> None:
    path = tmp_path / "geheim.xlsx"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le") + b"\0" * 600)
    with pytest.raises(Unreadable, match="password"):
        read_sheets(path)


def _good_workbook() -> bytes:
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream) as book:
        book.add_worksheet("1a").write_row(0, 0, ["Nachname", "Vorname", "Klasse"])
        book.worksheets()[0].write_row(1, 0, ["Müller", "Jörg", "2a"])
    return stream.getvalue()


GOOD_WORKBOOK = _good_workbook()
GOOD_TEXT = 'Nachname;Vorname;Klasse;Geburtsdatum\r\nMüller;"Jörg; P.";2a;03.02.2018\r\n'.encode()


@settings(max_examples=150, deadline=None)
@given(
    st.sampled_from([GOOD_WORKBOOK, GOOD_TEXT, GOOD_TEXT.decode().encode("utf-16")]),
    st.lists(st.tuples(st.integers(0, 10_000), st.integers(0, 255)), min_size=1, max_size=12),
    st.integers(0, 10_000),
    st.sampled_from(list(Kind)),
)
def test_damaged_bytes_raise_nothing_but_objections(
    tmp_path_factory: pytest.TempPathFactory,
    content: bytes,
    changes: list[tuple[int, int]],
    cut: int,
    kind: Kind,
) -> None:
    damaged = bytearray(content)
    for position, value in changes:
        damaged[position % len(damaged)] = value
    path = tmp_path_factory.getbasetemp() / "damaged.csv"
    path.write_bytes(bytes(damaged[: len(damaged) - cut % 40]))
    with contextlib.suppress(Objection):
        reading = read_records(recognise(read_sheets(path), kind), TODAY)
        assert all(str(problem) for problem in reading.problems)


def _ods(rows: str) -> bytes:
    content = (
        '<?xml version="1.0"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
        'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet>'
        f'<table:table table:name="1a">{rows}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    return _packed(
        {
            "mimetype": b"application/vnd.oasis.opendocument.spreadsheet",
            "content.xml": content.encode(),
            "META-INF/manifest.xml": b'<?xml version="1.0"?><manifest:manifest '
            b'xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>',
        }
    )


def _ods_cell(text: str, repeated: int = 1) -> str:
    return (
        f'<table:table-cell office:value-type="string" table:number-columns-repeated="{repeated}">'
        f"<text:p>{text}</text:p></table:table-cell>"
    )


def test_a_sheet_of_libreoffice_is_read(tmp_path: Path) -> None:
    path = tmp_path / "liste.ods"
    blank = '<table:table-row table:number-rows-repeated="1048000"><table:table-cell/></table:table-row>'
    path.write_bytes(_ods(f"<table:table-row>{_ods_cell('Nachname')}{_ods_cell('Klasse')}</table:table-row>" + blank))
    sheets = read_sheets(path)
    assert sheets.names == ("1a",)
    assert [row.cells for row in sheets.sheets[0].rows] == [("Nachname", "Klasse")]


def test_a_cell_repeated_without_end_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "viel.ods"
    row = f'<table:table-row table:number-rows-repeated="1000000">{_ods_cell("x", 16_000)}</table:table-row>'
    path.write_bytes(_ods(row))
    with pytest.raises(Unreadable, match="too big"):
        read_sheets(path)
