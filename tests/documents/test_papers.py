"""What holds for every paper."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from PIL import Image

from ganztag.documents import attendance_list, class_list, week_plan
from ganztag.documents.printed import Missing, Printed
from ganztag.domain.objection import Objection
from ganztag.queries.paper_rows import ClassRow, PersonName
from tests.documents import sheets
from tests.documents.reading import flat, outline, pages


class Paper(NamedTuple):
    module: Any
    of: Callable[[Sequence[PersonName]], list[Any]]


def _attendance(names: Sequence[PersonName]) -> list[Any]:
    rows = [replace(row, name=name) for row, name in zip(sheets.children(len(names)), names, strict=True)]
    return [sheets.attendance(rows=tuple(rows))]


def _class(names: Sequence[PersonName]) -> list[Any]:
    return [sheets.school_class(rows=tuple(ClassRow(name, sheets.pupil_days(n)) for n, name in enumerate(names)))]


def _plans(names: Sequence[PersonName]) -> list[Any]:
    return [sheets.week_plan(n, name=name) for n, name in enumerate(names)]


PAPERS = [Paper(attendance_list, _attendance), Paper(class_list, _class), Paper(week_plan, _plans)]
every_paper = pytest.mark.parametrize("paper", PAPERS, ids=["attendance", "class", "week plan"])

NASTY = [
    "<b>fett", "x</b>", "</para>", '<img src="/etc/passwd"/>', "<!-- x", '<font color="[[[getattr(..', "&lt;b&gt;",
    "&#x202E;", "]]>", "<!DOCTYPE", "<?php", "A & B", "A < B", "=1+1", '=HYPERLINK("http://x","y")', "+49 151",
    "-Müller", "@SUM(A1)", "＝1+1", "{0.__class__}", "{name}", "%s%n", "${jndi:}", "../../x", "C:\\CON", "(", ")", "\\",
    "\\101", "'; DROP TABLE child;--", '"unclosed', "O'Brien", "D’Angelo", "ẞß", "İı", "ŁĐØ", "Ñ", "1E5", "None",
]  # fmt: skip


def _printed(paper: Paper, names: Sequence[PersonName]) -> tuple[bytes, Printed]:
    stream = BytesIO()
    printed = paper.module.write(paper.of(names), stream)
    return stream.getvalue(), printed


@every_paper
def test_every_name_is_on_the_paper(paper: Paper) -> None:
    names = [name for name in sheets.NAMES if not name.native]
    content, printed = _printed(paper, names)
    text = flat(" ".join(pages(content)))
    for name in names:
        for part in (name.surname, name.call_name, name.prefix):
            assert part in text
    assert printed.missing == ()
    assert printed.shortened == ()
    assert printed.pages == len(pages(content))


@every_paper
def test_nasty_names_are_printed_letter_by_letter(paper: Paper) -> None:
    content, printed = _printed(paper, [PersonName(text, "Ada") for text in NASTY])
    text = flat(" ".join(pages(content))).replace(" ", "")
    lost = [name for name in NASTY if name.replace(" ", "") not in text and name != "＝1+1"]
    assert lost == []
    assert {missing.characters for missing in printed.missing} == {"＝"}
    assert b"/URI" not in content
    assert b"/Subtype /Image" not in content


@every_paper
@pytest.mark.parametrize(
    "text",
    ["", " ", "\u00a0", "\t", "a\r\nb", "\x00", "\x01", "\x7f", "\ufeffAda", "A\u200bda", "\u202eabc", "\u2066x",
     "a" + "\u0301" * 200,
     "\ud800", "\ufffe", "สวัสดี", "नमस्ते", "👨‍👩‍👧", "🇩🇪", "x" * 300, "x" * 100_000, "ab " * 5_000],
)  # fmt: skip
def test_no_name_stops_a_print(paper: Paper, text: str) -> None:
    content, printed = _printed(
        paper, [PersonName(text, "Ada"), PersonName("Ada", text), PersonName(text, "", "", text)]
    )
    assert len(pages(content)) == printed.pages


@every_paper
def test_characters_without_a_glyph_are_boxes_and_reported(paper: Paper) -> None:
    content, printed = _printed(paper, [PersonName("王", "Ada"), PersonName("Müller 👨‍👩‍👧", "Ben")])
    assert Missing("王", "王") in printed.missing or Missing("王", "Ada 王") in printed.missing
    assert {missing.characters for missing in printed.missing} == {"王", "👨👩👧"}
    text = flat(" ".join(pages(content)))
    assert "□" in text
    assert "□□□" in text


@every_paper
def test_the_same_data_make_the_same_bytes(paper: Paper) -> None:
    assert _printed(paper, sheets.NAMES)[0] == _printed(paper, sheets.NAMES)[0]


@every_paper
def test_every_typeface_is_embedded(paper: Paper) -> None:
    content, _told = _printed(paper, [*sheets.NAMES, PersonName("ქეთი", "q\u0303")])
    fonts = re.findall(rb"/BaseFont /([^ \n/]+)", content)
    assert len(fonts) >= 5
    assert all(re.match(rb"[A-Z]{6}\+", font) for font in fonts), fonts
    assert b"Helvetica" not in content
    assert content.count(b"/FontFile2") == len(set(fonts))
    assert any(font.endswith(b"-Tab") for font in fonts)


@every_paper
def test_stopping_leaves_nothing_behind_and_the_old_file_alone(paper: Paper, tmp_path: Path) -> None:
    class Stopped(Exception):  # noqa: N818
        pass

    def stop(page: int, count: int) -> None:
        assert 1 <= page <= count
        raise Stopped

    old = tmp_path / "old.pdf"
    old.write_bytes(b"old")
    for target in (old, tmp_path / "new.pdf"):
        with pytest.raises(Stopped):
            paper.module.write(paper.of(sheets.NAMES), target, progress=stop)
    assert [path.name for path in tmp_path.iterdir()] == ["old.pdf"]
    assert old.read_bytes() == b"old"


@every_paper
def test_a_file_that_is_there_is_replaced(paper: Paper, tmp_path: Path) -> None:
    target = tmp_path / "some folder" / "list.pdf"
    seen: list[tuple[int, int]] = []
    for _turn in range(2):
        printed = paper.module.write(paper.of(sheets.NAMES), target, progress=lambda *pages: seen.append(pages))
    assert len(pages(target.read_bytes())) == printed.pages
    assert seen == [(page, printed.pages) for page in range(1, printed.pages + 1)] * 2
    assert [path.name for path in target.parent.iterdir()] == ["list.pdf"]


@every_paper
def test_a_target_that_cannot_be_written_is_told_in_a_sentence(paper: Paper, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    with pytest.raises(Objection, match="cannot be written"):
        paper.module.write(paper.of(sheets.NAMES), tmp_path / "file" / "list.pdf")
    (tmp_path / "folder.pdf").mkdir()
    with pytest.raises(Objection):
        paper.module.write(paper.of(sheets.NAMES), tmp_path / "folder.pdf")
    assert {path.name for path in tmp_path.iterdir()} == {"file", "folder.pdf"}


@every_paper
def test_nothing_to_print_is_a_file_without_trouble(paper: Paper) -> None:
    stream = BytesIO()
    printed = paper.module.write([], stream)
    assert printed.missing == ()
    assert stream.getvalue().startswith(b"%PDF")


@every_paper
def test_a_broken_or_giant_logo_does_not_stop_the_print(paper: Paper) -> None:
    giant, small = BytesIO(), BytesIO()
    Image.new("1", (20_000, 2_000)).save(giant, "PNG")
    Image.new("RGBA", (40, 20), (10, 90, 110, 128)).save(small, "PNG")
    for logo, drawn in ((b"no picture", False), (giant.getvalue(), False), (small.getvalue(), True)):
        head = replace(sheets.HEAD, logo=logo)
        stream = BytesIO()
        paper.module.write([replace(sheet, head=head) for sheet in paper.of(sheets.NAMES[:2])], stream)
        assert (b"/Subtype /Image" in stream.getvalue()) is drawn


def test_sheets_are_found_through_bookmarks() -> None:
    stream = BytesIO()
    attendance_list.write(
        [sheets.attendance(30, title="Chor"), sheets.attendance(3, title="Tanz\nund\x00 Ton")], stream
    )
    assert outline(stream.getvalue()) == ["213 Chor", "213 Tanz und Ton"]
    week_plan.write([sheets.week_plan(n) for n in (4, 5, 9)], stream := BytesIO())
    assert outline(stream.getvalue()) == ["4b · Köhler, Jonathan", "4b · Lê, Quang Huy", "4b · O’Connor, Niamh"]
