"""Attendance list: a course and its children, one column for each date of the half-year."""

from collections.abc import Iterator, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import BinaryIO, NamedTuple

from ganztag import language
from ganztag.documents import attendance_grid as grid
from ganztag.documents import attendance_head as head
from ganztag.documents import attendance_rows, page
from ganztag.documents.attendance_columns import DATES, LEFT, RIGHT, Columns, columns
from ganztag.documents.attendance_rows import Leave, PageRows, course_ends
from ganztag.documents.faces import REGULAR, TABULAR_SEMIBOLD
from ganztag.documents.fitting import wrapped
from ganztag.documents.fonts import Style
from ganztag.documents.page import Leaf, Paper, Progress
from ganztag.documents.pen import MM, TOP, Pen
from ganztag.documents.printed import Printed
from ganztag.language import _
from ganztag.queries.paper_rows import AttendanceSheet, DayOff, Mark

_NOTE = Style(REGULAR, 8.2)
_NOTE_LINE = 3.6 * MM
_SIGN = 212 * MM  # where the line for the signature begins
_FULL, _LAST = 195 * MM, 182.9 * MM  # how far down the table may reach: alone, and with the legend below


class _Page(NamedTuple):
    columns: Columns
    rows: PageRows
    is_last: bool


def write(sheets: Sequence[AttendanceSheet], target: Path | BinaryIO, *, progress: Progress | None = None) -> Printed:
    """Print the sheets into one file; what is there is replaced at the end. *progress* gets (page, pages)."""
    return page.write(leaves(sheets), paper(), target, progress)


def write_each(sheets: Sequence[AttendanceSheet], folder: Path, *, progress: Progress | None = None) -> Printed:
    """Print each sheet into a file of its own in *folder*; *progress* gets (sheet, sheets)."""
    stems = [_("Attendance {course}", course=_heading(sheet)) for sheet in sheets]
    return page.write_each(stems, (leaves([sheet]) for sheet in sheets), paper(), folder, progress)


def paper() -> Paper:
    return Paper(_("Attendance lists"), page.LANDSCAPE)


def leaves(sheets: Sequence[AttendanceSheet]) -> list[Leaf]:
    """Return the planned pages of all sheets."""
    return [leaf for sheet in sheets for leaf in _leaves(sheet)]


def _heading(sheet: AttendanceSheet) -> str:
    return " ".join(filter(None, (sheet.number, sheet.title)))


def _leaves(sheet: AttendanceSheet) -> Iterator[Leaf]:
    facts = head.facts(sheet)
    planned = list(_pages(sheet, facts))
    for number, each in enumerate(planned, 1):
        draw = partial(_draw, sheet, facts, each, (number, len(planned)))
        yield Leaf(draw, (_heading(sheet),) if number == 1 else ())


def _pages(sheet: AttendanceSheet, facts: head.Facts) -> Iterator[_Page]:
    for part in columns(sheet):
        top = _top(facts) + grid.head_height(part)
        notes = max(0, len(_notes(sheet)) - 1) * _NOTE_LINE
        last = _LAST - grid.SUM - grid.INITIALS - notes - top
        shared = attendance_rows.pages(attendance_rows.rows(sheet, part.remark), last, _FULL - top)
        for number, rows in enumerate(shared, 1):
            yield _Page(part, rows, number == len(shared))


def _top(facts: head.Facts) -> float:
    return head.TABLE_TOP + (facts.depth - 1) * head.LINE


def _draw(sheet: AttendanceSheet, facts: head.Facts, planned: _Page, numbers: tuple[int, int], pen: Pen) -> None:
    head.draw(pen, sheet, planned.columns, facts)
    top = _top(facts)
    body = grid.head(pen, planned.columns, top)
    bottom = grid.rows(pen, planned.columns, planned.rows, body)
    if planned.is_last:
        bottom = _sums(pen, sheet, planned.columns, bottom)
        _below(pen, sheet, bottom)
    grid.verticals(pen, planned.columns, top, bottom)
    head.foot(pen, sheet, *numbers)


def _sums(pen: Pen, sheet: AttendanceSheet, part: Columns, top: float) -> float:
    """Draw the rows for the number present and the leader's initials; return where they end."""
    between, bottom = top + grid.SUM, top + grid.SUM + grid.INITIALS
    pen.text(DATES - 1.6 * MM, top + grid.SUM / 2 + 3, _("Number present"), _NOTE, "right")
    pen.text(DATES - 1.6 * MM, between + grid.INITIALS / 2 + 3, _("Leader’s initials"), _NOTE, "right")
    present = _present(sheet)
    for column in part.dates:
        count = present.get(column.date.day)
        if count is not None:
            pen.text(column.middle, top + grid.SUM / 2 + 3.4, str(count), Style(TABULAR_SEMIBOLD, 9.4), "centre")
    for left, right in part.segments(over_cancelled=True):
        pen.across(left, right, between)
        pen.across(left, right, bottom, TOP)
    return bottom


def _present(sheet: AttendanceSheet) -> dict[date, int]:
    """Return how many were there, for the dates on which anything was recorded."""
    found: dict[date, int] = {}
    for row in sheet.rows:
        for day, mark in row.marks:
            found[day] = found.get(day, 0) + (mark in (Mark.PRESENT, Mark.LEFT_EARLY))
    return found


def _below(pen: Pen, sheet: AttendanceSheet, bottom: float) -> None:
    """Draw legend, dates off and the line for the signature."""
    _legend(pen, sheet, bottom + 4.2 * MM)
    y = bottom + 10.2 * MM
    for text in _notes(sheet):
        pen.text(LEFT, y, text, _NOTE)
        y += _NOTE_LINE
    line = max(bottom + 9.4 * MM, y - _NOTE_LINE - 0.8 * MM)
    pen.across(_SIGN, RIGHT, line, 0.5)
    pen.text(_SIGN, line + 3.4 * MM, _("Date and signature of the leader"), _NOTE)


def _legend(pen: Pen, sheet: AttendanceSheet, middle: float) -> None:
    x = LEFT + 1.1 * MM
    for what, meaning in (
        (Mark.PRESENT, _("present")),
        (Mark.EXCUSED, _("excused")),
        (Mark.ABSENT, _("absent without excuse")),
        (Mark.LEFT_EARLY, _("left early")),
    ):
        grid.mark(pen, what, x, middle)
        x += 2.2 * MM
        x += pen.text(x, middle + 3, meaning, _NOTE) + 6 * MM
    pen.rule(x - 1.6 * MM, middle + 1.4 * MM, x + 2.8 * MM, middle - 1.4 * MM, 0.6)
    x += 4 * MM
    x += pen.text(x, middle + 3, _("not in the course"), _NOTE) + 5 * MM
    early = _first_early(sheet)
    if early:
        ends = {end for end in course_ends(sheet).values() if end}
        known = _("leaves before the course ends ({time})", time=min(ends)) if len(ends) == 1 else ""
        x += 4.6 * MM
        wide = grid.leave_time(pen, early, x, middle, 8.4)
        pen.text(x + wide / 2 + 1.2 * MM, middle + 3, known or _("leaves before the course ends"), _NOTE)


def _first_early(sheet: AttendanceSheet) -> Leave | None:
    ends = course_ends(sheet)
    for row in sheet.rows:
        for leaving in row.leaving:
            end = ends.get(leaving.weekday)
            if leaving.at and end and leaving.at < end:
                return Leave("", leaving.at, early=True)
    return None


def _notes(sheet: AttendanceSheet) -> list[str]:
    """Return the line of the days off, in as many lines as it takes."""
    if not sheet.days_off:
        return []
    told = _("No dates: {days}", days=", ".join(map(_off, sheet.days_off)))
    return wrapped(told, _NOTE, _SIGN - LEFT - 6 * MM)


def _off(off: DayOff) -> str:
    first, last = language.date(off.first, "short"), language.date(off.last, "short")
    if off.first == off.last:
        return _("{name} {day}", name=off.name, day=first)
    if language.spoken() == "de" and off.first.month == off.last.month:
        first = f"{off.first.day}."
    return _("{name} {first}–{last}", name=off.name, first=first, last=last)
