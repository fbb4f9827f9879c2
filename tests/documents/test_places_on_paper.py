"""Nothing is clipped: every string stands inside its cell, clear of rules, of other strings and of the paper's edge."""

from collections.abc import Sequence
from typing import Any

import pytest

from ganztag.documents import attendance_list, class_list, week_plan
from ganztag.documents.pen import MM
from ganztag.queries.paper_rows import AttendanceRow, ClassRow, Leaving, PersonName
from tests.documents import sheets
from tests.documents.recording import RecordingPen, Text, recorded

LONG = (
    PersonName("Wolfeschlegelsteinhausenbergerdorff-Schulzenheimer", "Ada"),
    PersonName("Schmidt-von der Heydebreck", "Anna Maria Magdalena Josephine Friederike Wilhelmine"),
    PersonName("x" * 150, "y" * 60),
    PersonName("Al-Masri", "Mohammed Abdulrahman Ibrahim", native="محمد عبد الرحمن إبراهيم المصري"),
    PersonName("Nguyễn Phước Hoàng", "Thị Minh Châu Anh", prefix="von und zu der"),
)
GRANDMOTHER = (Leaving(2, None, "wird von der Großmutter abgeholt"),)
LONG_ROWS = tuple(
    AttendanceRow(name, "VSK-Kraniche", GRANDMOTHER, remark="Notfallset liegt im Sekretariat") for name in LONG
)
LONG_TITLE = "Donaudampfschifffahrtsgesellschaft " * 4
PRINTS: dict[str, tuple[Any, Sequence[Any]]] = {
    "16 children": (attendance_list, [sheets.attendance()]),
    "21 dense rows": (attendance_list, [sheets.attendance(20)]),
    "28 children": (attendance_list, [sheets.attendance(28)]),
    "40 children": (attendance_list, [sheets.attendance(40)]),
    "no child": (attendance_list, [sheets.attendance(0)]),
    "no dates": (attendance_list, [sheets.attendance(9, dates=())]),
    "two weekdays": (attendance_list, [sheets.attendance(14, (1, 3))]),
    "long names": (attendance_list, [sheets.attendance(rows=LONG_ROWS, title=LONG_TITLE)]),
    "class": (class_list, [sheets.school_class(27)]),
    "large class": (class_list, [sheets.school_class(40)]),
    "class of long names": (
        class_list,
        [sheets.school_class(rows=tuple(ClassRow(n, sheets.pupil_days(i)) for i, n in enumerate(LONG)))],
    ),
    "week plans": (week_plan, [sheets.week_plan(n) for n in range(20)]),
    "week plans of long names": (week_plan, [sheets.week_plan(n, name=name) for n, name in enumerate(LONG)]),
}  # fmt: skip


def _box(text: Text) -> tuple[float, float, float, float]:
    """Return left, top, right, bottom of what a string's capitals fill, a trifle smaller."""
    return text.left + 0.3, text.baseline - 0.7 * text.style.size, text.right - 0.3, text.baseline - 0.2


def _cut(pen: RecordingPen) -> list[str]:
    found = []
    for text in pen.texts:
        left, top, right, bottom = _box(text)
        for x1, y1, x2, y2, _width in pen.rules:
            if x1 == x2 and left < x1 < right and min(y1, y2) < bottom and max(y1, y2) > top:
                found.append(f"{text.words} is cut by the upright rule at {x1 / MM:.1f} mm")
            if y1 == y2 and top < y1 < bottom and min(x1, x2) < right and max(x1, x2) > left:
                found.append(f"{text.words} is cut by the level rule at {y1 / MM:.1f} mm")
    return found


def _over_each_other(pen: RecordingPen) -> list[str]:
    boxes = [(text.words, _box(text)) for text in pen.texts if text.words.strip()]
    return [
        f"{one} | {other}"
        for index, (one, a) in enumerate(boxes)
        for other, b in boxes[index + 1 :]
        if a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]
    ]


@pytest.mark.parametrize("name", PRINTS)
def test_every_string_stands_free_in_its_cell(name: str) -> None:
    module, printed = PRINTS[name]
    paper = module.paper()
    for pen in recorded(module.leaves(printed), paper):
        assert _cut(pen) == []
        assert _over_each_other(pen) == []
        for text in pen.texts:
            left, top, right, bottom = _box(text)
            assert left >= 6 * MM
            assert right <= paper.size[0] - 6 * MM
            assert top >= 6 * MM
            assert bottom <= paper.size[1] - 6 * MM
