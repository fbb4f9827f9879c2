"""A hundred attendance lists beside the same strings and lines on a bare ReportLab canvas."""

from collections.abc import Callable
from datetime import date
from io import BytesIO
from time import process_time

import pytest
from reportlab.pdfgen.canvas import Canvas

from ganztag.documents import attendance_list, page
from ganztag.documents.faces import face
from ganztag.queries.paper_rows import SheetDate
from tests.documents import sheets
from tests.documents.recording import RecordingPen, recorded

_MOST = 2.0


def _best(run: Callable[[], object], times: int = 5) -> float:
    spent = []
    for _turn in range(times):
        start = process_time()
        run()
        spent.append(process_time() - start)
    return min(spent)


@pytest.mark.benchmark
def test_a_hundred_attendance_lists_cost_at_most_twice_the_bare_drawing() -> None:
    days = sheets.weekly(date(2026, 8, 17), date(2027, 1, 29), (2,), ())[:20]
    dates = tuple(SheetDate(day) for day in days)
    lists = [
        sheets.attendance(25, number=str(n), title=f"Kurs {n}", dates=dates, rows=sheets.children(25, (2,), ()))
        for n in range(100)
    ]
    pens = recorded(attendance_list.leaves(lists), attendance_list.paper())

    ours = _best(lambda: attendance_list.write(lists, BytesIO()))
    bare = _best(lambda: _draw_bare(pens))

    strings, lines = sum(len(pen.texts) for pen in pens), sum(len(pen.rules) for pen in pens)
    print(f"\n{strings} strings and {lines} lines on {len(pens)} pages: {ours:.3f} s, bare canvas {bare:.3f} s CPU")
    print(f"ratio {ours / bare:.2f} (at most {_MOST})")
    assert ours <= _MOST * bare


def _draw_bare(pens: list[RecordingPen]) -> None:
    canvas = Canvas(BytesIO(), pagesize=page.LANDSCAPE, invariant=1, pageCompression=1)
    for pen in pens:
        for text in pen.texts:
            canvas.setFont(face(text.style.face).name, text.style.size)
            canvas.drawString(text.left, page.LANDSCAPE[1] - text.baseline, text.seen)
        for x1, y1, x2, y2, width in pen.rules:
            canvas.setLineWidth(width)
            canvas.line(x1, page.LANDSCAPE[1] - y1, x2, page.LANDSCAPE[1] - y2)
        canvas.showPage()
    canvas.save()
