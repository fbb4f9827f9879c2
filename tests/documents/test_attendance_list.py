from dataclasses import replace
from datetime import date, time
from io import BytesIO
from pathlib import Path

from ganztag import language
from ganztag.documents import attendance_list
from ganztag.documents.attendance_columns import columns
from ganztag.documents.attendance_rows import DENSE_ROW, ROW, course_ends, enrolled, pages, rows
from ganztag.documents.pen import MM
from ganztag.queries.paper_rows import AttendanceRow, AttendanceSheet, Leaving, Meeting, Period, SheetDate
from tests.documents import reading, sheets
from tests.documents.recording import RecordingPen, recorded


def _text(*printed: AttendanceSheet) -> list[str]:
    stream = BytesIO()
    attendance_list.write(printed, stream)
    return [reading.flat(page) for page in reading.pages(stream.getvalue())]


def _pens(*printed: AttendanceSheet) -> list[RecordingPen]:
    return recorded(attendance_list.leaves(printed), attendance_list.paper())


def _words(pen: RecordingPen) -> list[str]:
    return [text.words for text in pen.texts]


def test_the_head_says_what_when_where_who_and_how_many() -> None:
    (text,) = _text(sheets.attendance(16))
    for part in (
        "213 Töpfern und Keramik", "1. Halbjahr 2026/27", "Schule am Kranichmoor", "Tuesday, Block 2, 14:45–15:45",
        "W1 Werkraum, Haus B", "Katarzyna Wiśniewska", "16 of 18", "18, from 25/08/2026 to 26/01/2027", "until 15/9",
    ):  # fmt: skip
        assert part in text


def test_the_foot_says_of_when_it_is_whom_to_tell_and_which_page() -> None:
    first, second = _text(sheets.attendance(28))
    assert "As of Mon 14/9/2026, 07:42" in first
    assert "040 66969-110" in first
    assert "Page 1 of 2" in first
    assert "Page 2 of 2" in second


def test_pages_are_counted_for_each_course() -> None:
    texts = _text(sheets.attendance(28), sheets.attendance(5))
    assert [text.rsplit("Page ", 1)[1][:6] for text in texts] == ["1 of 2", "2 of 2", "1 of 1"]


def test_the_paper_speaks_the_language_that_is_spoken_around_it() -> None:
    with language.speaking("de"):
        text = _text(sheets.attendance(28))[0]
    assert "Seite 1 von 2" in text
    assert "Stand Mo 14.9.2026, 07:42 Uhr" in text


def test_what_is_not_known_is_said_to_be_open() -> None:
    words = _words(_pens(sheets.attendance(2, meetings=(), dates=(), max_size=None, trial_until=None))[0])
    assert words.count("still open") == 4
    assert "Trial period" not in words


def test_every_date_has_its_column_and_a_cancelled_one_its_reason() -> None:
    sheet = sheets.attendance(16)
    (part,) = columns(sheet)
    assert [column.date for column in part.dates] == list(sheet.dates)
    assert [column.date.day for column in part.dates if column.gap] == [date(2026, 11, 3), date(2027, 1, 5)]
    assert "cancelled – Zeugniskonferenz" in _text(sheet)[0]


def test_many_dates_are_parted_into_sheets_alike() -> None:
    sheet = sheets.attendance(16, (1, 3))
    first, second = columns(sheet)
    assert len(sheet.dates) == 36
    assert [len(first.dates), len(second.dates), second.first] == [18, 18, 18]
    assert all(column.right - column.left >= 6 * MM for part in (first, second) for column in part.dates)
    assert "dates 19 to 36" in _text(sheet)[1]


def test_twenty_two_dates_stay_on_one_sheet() -> None:
    sheet = sheets.attendance(16, (1, 3))
    (part,) = columns(replace(sheet, dates=sheet.dates[:22]))
    assert all(column.right - column.left >= 6 * MM for column in part.dates)
    assert part.dates[-1].right <= part.remark + 0.01


def test_at_least_three_rows_stay_blank() -> None:
    for count in (0, 5, 17, 18, 21, 22, 28, 40, 75):
        shared = pages(rows(sheets.attendance(count), 255 * MM), 120 * MM, 145 * MM)
        all_rows = [row for page in shared for row in page.rows]
        assert [row.number for row in all_rows] == list(range(1, len(all_rows) + 1))
        assert sum(row.child is None for row in all_rows) >= 3
        assert sum(row.child is not None for row in all_rows) == count
        assert sum(shared[-1].heights) <= 120.01 * MM
        assert all(sum(page.heights) <= 145.01 * MM for page in shared)


def test_twenty_rows_are_calm_twenty_four_are_dense_more_are_two_pages() -> None:
    def shared(count: int) -> list[tuple[int, float]]:
        children = [row._replace(needed=0) for row in rows(sheets.attendance(count), 255 * MM)]
        return [(len(page.rows), page.pitch) for page in pages(children, 120 * MM, 145 * MM)]

    assert shared(17) == [(20, ROW)]
    assert shared(21) == [(24, DENSE_ROW)]
    assert shared(28) == [(15, ROW), (16, ROW)]


def test_leaving_before_the_course_ends_is_boxed_and_explained() -> None:
    early = sheets.attendance(5)
    assert any("leaves before the course ends (15:45)" in text for text in _text(early))
    late = replace(early, rows=early.rows[:4])
    assert not any("leaves before" in text for text in _text(late))


def test_the_leave_time_of_each_weekday_counts_against_the_end_on_that_day() -> None:
    meetings = (Meeting(2, time(14, 45), time(15, 45)), Meeting(4, time(13, 30), time(14, 30)))
    child = AttendanceRow(sheets.NAMES[1], "4b", (Leaving(2, time(15)), Leaving(4, time(15))))
    sheet = sheets.attendance(0, (2, 4), meetings=meetings, rows=(child,))
    assert course_ends(sheet) == {2: time(15, 45), 4: time(14, 30)}
    (row,) = rows(sheet, 255 * MM)
    assert [(leave.label, leave.early) for leave in row.leaves] == [("Tue", True), ("Thu", False)]


def test_the_same_time_on_both_days_is_printed_once() -> None:
    sheet = sheets.attendance(2, (2, 4))
    (row, _second) = rows(sheet, 255 * MM)
    assert [(leave.label, leave.at) for leave in row.leaves] == [("", time(16))]


def test_an_unknown_leave_time_is_never_guessed() -> None:
    child = AttendanceRow(sheets.NAMES[1], "4b")
    words = _words(_pens(sheets.attendance(rows=(child,), trial_until=None))[0])
    assert not [word for word in words if len(word) == 5 and word[2] == ":"]


def test_dates_outside_the_enrolment_are_struck_and_told_in_the_remark() -> None:
    child = AttendanceRow(sheets.NAMES[1], periods=(Period(None, date(2026, 9, 29)), Period(date(2026, 12, 1), None)))
    assert enrolled(child, date(2026, 9, 29))
    assert not enrolled(child, date(2026, 9, 30))
    assert enrolled(child, date(2026, 12, 1))
    (pen,) = _pens(sheets.attendance(rows=(child,)))
    assert "until 29/9, from 1/12" in _words(pen)
    slanted = [rule for rule in pen.rules if rule[0] != rule[2] and rule[1] != rule[3] and rule[4] == 0.6]
    struck = [d for d in sheets.attendance().dates if not enrolled(child, d.day) and not d.cancelled]
    assert len(slanted) == len(struck) + 1  # and the one of the legend


def test_recorded_marks_are_printed_and_counted() -> None:
    sheet = sheets.attendance(8)
    words = _words(_pens(sheet)[0])
    assert [word for word in words if word == "e"] == ["e"] * 3  # two children, and the legend
    assert words[words.index("Leader’s initials") + 1 :][:3] == ["8", "6", "6"]


def test_sums_legend_and_signature_stand_on_the_last_page_only() -> None:
    first, second = _pens(sheets.attendance(28))
    for words in ("Number present", "not in the course", "Date and signature of the leader"):
        assert words not in _words(first)
        assert words in _words(second)
    assert "Remark" in _words(first)
    assert "Remark" in _words(second)


def test_one_file_each_is_named_after_number_and_title(tmp_path: Path) -> None:
    seen: list[tuple[int, int]] = []
    some = [sheets.attendance(3), sheets.attendance(3, title="a/b:c"), sheets.attendance(3)]
    printed = attendance_list.write_each(some, tmp_path, progress=lambda *step: seen.append(step))
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "Attendance 213 Töpfern und Keramik (2).pdf",
        "Attendance 213 Töpfern und Keramik.pdf",
        "Attendance 213 a b c.pdf",
    ]
    assert printed.pages == 3
    assert seen == [(1, 3), (2, 3), (3, 3)]


def test_a_single_date_reads_as_one() -> None:
    one = (SheetDate(date(2026, 9, 1)),)
    assert "1, on 01/09/2026" in _text(sheets.attendance(3, dates=one))[0]
