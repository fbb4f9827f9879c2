from dataclasses import replace
from datetime import time
from io import BytesIO
from pathlib import Path

import pytest

from ganztag.documents import class_list
from ganztag.queries.paper_rows import Block, ClassRow, ClassSheet, PupilDay, SchoolDay, Stay
from tests.documents import reading, sheets
from tests.documents.recording import RecordingPen, recorded


def _pens(sheet: ClassSheet) -> list[RecordingPen]:
    return recorded(class_list.leaves([sheet]), class_list.paper())


def _words(sheet: ClassSheet) -> list[str]:
    return [text.words for pen in _pens(sheet) for text in pen.texts]


def _one(*days: PupilDay) -> ClassSheet:
    return sheets.school_class(rows=(ClassRow(sheets.NAMES[1], days),))


def test_a_cell_says_course_room_and_when_the_child_leaves() -> None:
    words = _words(_one(PupilDay(1, True, (sheets.stay(0, sheets.BLOCK_1),), time(14, 30))))
    assert words[words.index("Fußball") :][:4] == ["Fußball", "TH1", "–", "14:30"]


def test_a_booked_child_without_a_course_is_asked_for() -> None:
    words = _words(_one(PupilDay(1, True, (), time(16))))
    assert words.count("Care?") == 2
    assert "“Care?” means: booked, but in no course yet." in " ".join(words)


def test_a_child_at_home_has_one_dash_a_day() -> None:
    words = _words(_one(*(PupilDay(weekday, False, (), time(13)) for weekday in (1, 2, 3, 4))))
    assert words.count("–") == 4
    assert words.count("13:00") == 4
    assert "Care?" not in words


def test_a_double_block_is_one_entry() -> None:
    words = _words(_one(PupilDay(1, True, (sheets.stay(0, sheets.BLOCK_1, sheets.BLOCK_2),), time(16))))
    assert words.count("Fußball") == 1
    assert "Block 1 and 2" in words


def test_a_course_at_its_own_time_is_printed_with_the_time() -> None:
    late = Stay(time(16, 15), time(17), "Theater", "Theater", room="Aula")
    words = _words(_one(PupilDay(1, False, (late,), time(17))))
    assert "16:15 Theater" in words


def test_the_classes_own_room_is_not_repeated() -> None:
    words = _words(_one(PupilDay(1, True, (sheets.stay(2, sheets.BLOCK_1),), time(16))))
    assert "2.07" not in words
    assert any("No room given: in the classroom 2.07." in word for word in words)


def test_the_way_home_is_not_on_a_list_for_the_door() -> None:
    sheet = sheets.school_class()
    assert all(day.way_home for row in sheet.rows for day in row.days[:1])
    assert not {"abgeholt", "Bus", "allein zu Fuß"} & set(_words(sheet))


@pytest.mark.parametrize(("count", "expected"), [(0, [0]), (27, [27]), (28, [28]), (32, [16, 16]), (60, [20, 20, 20])])
def test_up_to_twenty_eight_children_stand_on_a_page_and_more_are_split_evenly(count: int, expected: list[int]) -> None:
    rows = tuple(ClassRow(replace(sheets.NAMES[1], surname=f"Kind{n}"), sheets.pupil_days(n)) for n in range(count))
    pens = _pens(sheets.school_class(rows=rows))
    found = [sum(text.words.startswith("Kind") for text in pen.texts) for pen in pens]
    assert found == expected


def test_three_blocks_on_five_days_fit() -> None:
    blocks = tuple(Block(f"Block {n}", time(12 + n, 30), time(13 + n, 15)) for n in (1, 2, 3))
    week = tuple(SchoolDay(weekday, blocks) for weekday in range(1, 6))
    days = tuple(
        PupilDay(d, True, tuple(sheets.stay(d + n, b) for n, b in enumerate(blocks)), time(16)) for d in range(1, 6)
    )
    stream = BytesIO()
    printed = class_list.write(
        [sheets.school_class(days=week, rows=tuple(ClassRow(n, days) for n in sheets.names(28)))], stream
    )
    assert printed.shortened == ()
    assert "Page 1 of 2" in reading.pages(stream.getvalue())[0]


def test_one_file_each_is_named_after_the_class(tmp_path: Path) -> None:
    class_list.write_each([sheets.school_class(3), sheets.school_class(3, name="VSK/Kraniche")], tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["Class 4b.pdf", "VSK Kraniche.pdf"]
