"""Class list "Who is where?": the children of a class, the days beside them, for the classroom's door."""

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import BinaryIO, NamedTuple

from ganztag import language
from ganztag.documents import class_cells, names, page
from ganztag.documents.class_cells import Cell
from ganztag.documents.faces import BOLD, REGULAR, SEMIBOLD, TABULAR
from ganztag.documents.fitting import setting, size_for, wrapped
from ganztag.documents.fonts import Style
from ganztag.documents.names import NameSetting
from ganztag.documents.page import Leaf, Paper, Progress
from ganztag.documents.pen import FIFTH, HAIR, HEAD, MM, TOP, Pen
from ganztag.documents.printed import Printed
from ganztag.documents.sharing import shared_out
from ganztag.language import _, ngettext
from ganztag.queries.paper_rows import ClassRow, ClassSheet, PupilDay, SchoolDay

_LEFT, _RIGHT = 11 * MM, 199 * MM
_TABLE, _FOOT = 29.5 * MM, 285.9 * MM
_ROW, _TIGHT = 8.74 * MM, 8.35 * MM
_MOST_ROWS = 28
_SMALL = Style(REGULAR, 7.8)
_NOTE = Style(REGULAR, 8.4)
_NOTE_LINE = 3.7 * MM


class _Row(NamedTuple):
    child: ClassRow
    name: NameSetting
    cells: tuple[Cell, ...]

    @property
    def height(self) -> float:
        return max([self.name.height + 0.6 * MM, *(cell.height for cell in self.cells)])


class _Page(NamedTuple):
    """The rows of a page; *notes* explain the cells below the last of them."""

    rows: tuple[_Row, ...]
    pitch: float
    notes: list[str]


def write(sheets: Sequence[ClassSheet], target: Path | BinaryIO, *, progress: Progress | None = None) -> Printed:
    """Print the sheets into one file; what is there is replaced at the end. *progress* gets (page, pages)."""
    return page.write(leaves(sheets), paper(), target, progress)


def write_each(sheets: Sequence[ClassSheet], folder: Path, *, progress: Progress | None = None) -> Printed:
    """Print each sheet into a file of its own in *folder*; *progress* gets (sheet, sheets)."""
    stems = [page.class_title(sheet.name) for sheet in sheets]
    return page.write_each(stems, (leaves([sheet]) for sheet in sheets), paper(), folder, progress)


def paper() -> Paper:
    return Paper(_("Who is where?"), page.PORTRAIT)


def leaves(sheets: Sequence[ClassSheet]) -> list[Leaf]:
    """Return the planned pages of all sheets."""
    return [leaf for sheet in sheets for leaf in _leaves(sheet)]


def _leaves(sheet: ClassSheet) -> Iterator[Leaf]:
    planned = _pages(sheet)
    for number, each in enumerate(planned, 1):
        draw = partial(_draw, sheet, each, (number, len(planned)))
        yield Leaf(draw, (page.class_title(sheet.name),) if number == 1 else ())


def _name_width(sheet: ClassSheet) -> float:
    return (39.6 if len(sheet.days) <= 4 else 33.5) * MM


def _day_width(sheet: ClassSheet) -> float:
    return (_RIGHT - _LEFT - _name_width(sheet)) / max(1, len(sheet.days))


def _head_height(sheet: ClassSheet) -> float:
    lines = max(1, 1, *(len(day.blocks) for day in sheet.days))
    return 6.6 * MM + 3.2 * MM * (lines + _is_narrow(sheet))


def _is_narrow(sheet: ClassSheet) -> bool:
    """Five days leave no room for "leaves at" beside a block: it gets a line of its own."""
    return len(sheet.days) > 4


def _row(sheet: ClassSheet, child: ClassRow) -> _Row:
    days = {day.weekday: day for day in child.days}
    wide = _day_width(sheet)
    cells = [class_cells.cell(sheet, day, days.get(day.weekday, PupilDay(day.weekday)), wide) for day in sheet.days]
    name = names.in_two_lines(child.name, _name_width(sheet) - 1.4 * MM, (10.4, 10), 7.9)
    return _Row(child, name, tuple(cells))


def _pages(sheet: ClassSheet) -> list[_Page]:
    rows = [_row(sheet, child) for child in sheet.rows]
    lines = _notes(sheet, rows)
    notes = len(lines) * _NOTE_LINE + 2 * MM
    room = _FOOT - _TABLE - _head_height(sheet) - notes
    for pitch in (_ROW, _ROW - 0.13 * MM, _TIGHT + 0.13 * MM, _TIGHT):
        if len(rows) <= _MOST_ROWS and sum(max(row.height, pitch) for row in rows) <= room + 0.01:
            return [_Page(tuple(rows), pitch, lines)]
    parts = shared_out([max(row.height, _ROW) for row in rows], room, room + notes - 2 * MM)
    return [_Page(tuple(rows[part]), _ROW, lines if part is parts[-1] else []) for part in parts]


def _draw(sheet: ClassSheet, planned: _Page, numbers: tuple[int, int], pen: Pen) -> None:
    _heading(pen, sheet)
    y = top = _columns(pen, sheet)
    for index, row in enumerate(planned.rows, 1):
        height = max(row.height, planned.pitch)
        _child(pen, sheet, row, y, height)
        y += height
        strong = index % 5 == 0 or index == len(planned.rows)
        pen.across(_LEFT, _RIGHT, y, FIFTH if strong else HAIR)
    for index in range(len(sheet.days)):
        pen.down(_LEFT + _name_width(sheet) + index * _day_width(sheet), _TABLE, max(y, top), HEAD)
    for index, text in enumerate(planned.notes):
        pen.text(_LEFT, y + 3.9 * MM + index * _NOTE_LINE, text, _NOTE)
    _foot(pen, sheet, numbers)


def _heading(pen: Pen, sheet: ClassSheet) -> None:
    begins = page.school(pen, sheet.head, _RIGHT, 9.1 * MM, str(sheet.head.term_name))
    pen.text(_LEFT, 14.3 * MM, _("Who is where?"), Style(SEMIBOLD, 10))
    heading = page.class_title(sheet.name)
    wide = page.title(pen, heading, (_LEFT, 25.2 * MM), min(begins, 105 * MM) - _LEFT, (25, 14))
    count = len(sheet.rows)
    told = [ngettext("{count} child", "{count} children", count)]
    if sheet.room:
        told.append(_("Classroom {room}", room=sheet.room))
    if sheet.teachers:
        told.append(", ".join(sheet.teachers))
    left = _LEFT + wide + 5 * MM
    text = "  ·  ".join(told)
    fit = setting(text, Style(REGULAR, 10.2), _RIGHT - left, 7.4, most=2)
    page.told(pen, fit)
    for index, line in enumerate(fit.lines):
        pen.text(left, 25.2 * MM + (index - len(fit.lines) + 1) * 3.4 * MM, line, fit.style)


def _columns(pen: Pen, sheet: ClassSheet) -> float:
    """Draw the heads of the columns; return where the rows begin."""
    bottom = _TABLE + _head_height(sheet)
    pen.across(_LEFT, _RIGHT, _TABLE, TOP)
    pen.across(_LEFT, _RIGHT, bottom, HEAD)
    pen.text(_LEFT, bottom - 1.5 * MM, _("Surname, first name"), _SMALL)
    for index, day in enumerate(sheet.days):
        _day(
            pen,
            day,
            _LEFT + _name_width(sheet) + index * _day_width(sheet),
            _day_width(sheet),
            bottom,
            narrow=_is_narrow(sheet),
        )
    return bottom


def _day(pen: Pen, day: SchoolDay, left: float, wide: float, bottom: float, *, narrow: bool) -> None:
    x, zone = left + class_cells.pad(wide), class_cells.leave_zone(wide)
    pen.text(x, _TABLE + 4.7 * MM, language.weekday(day.weekday), Style(BOLD, 12.2))
    y = _TABLE + 8.1 * MM
    for block in day.blocks:
        gap = pen.text(x, y, language.time(block.starts), Style(TABULAR, 8.2)) + 4
        room = wide - gap - 2.2 * MM - (zone if block is day.blocks[-1] and not narrow else 0)
        size = size_for(block.name, Style(REGULAR, 8.2), room, 6.4)
        if size:  # the time alone says which block it is
            pen.text(x + gap, y, block.name, Style(REGULAR, size))
        y += 3.2 * MM
    label = _("leaves at")
    size = size_for(label, _SMALL, zone - 0.8 * MM, 6.2) or 6.2
    pen.text(left + wide - 1.1 * MM, bottom - 1.5 * MM, label, Style(REGULAR, size), "right")


def _child(pen: Pen, sheet: ClassSheet, row: _Row, top: float, height: float) -> None:
    edge = _LEFT + _name_width(sheet)
    names.draw(pen, row.name, (_LEFT, edge - 1 * MM), top, height)
    if row.name.cut:
        pen.shortened(names.sorted_(row.child.name))
    wide = _day_width(sheet)
    for index, cell in enumerate(row.cells):
        left = edge + index * wide
        class_cells.draw(pen, cell, left, left + wide, top + height / 2)


def _notes(sheet: ClassSheet, rows: Sequence[_Row]) -> list[str]:
    """Return what explains the cells, in lines."""
    told = []
    if class_cells.rooms_left_out(sheet):
        told.append(_("No room given: in the classroom {room}.", room=sheet.room))
    texts = {line.text for row in rows for cell in row.cells for line in cell.lines}
    if "–" in texts:
        told.append(_("“–” means: goes home."))
    if _("Care?") in texts:
        told.append(_("“Care?” means: booked, but in no course yet."))
    return wrapped("   ".join([*told, *sheet.notes]), _NOTE, _RIGHT - _LEFT)


def _foot(pen: Pen, sheet: ClassSheet, numbers: tuple[int, int]) -> None:
    phone = sheet.head.phone
    middle = _("Child not there?  Office  {phone}", phone=phone) if phone else _("Child not there? Tell the office.")
    page.foot(pen, (_LEFT, _RIGHT), _FOOT, (page.moment(sheet.as_of), middle, page.page_of(*numbers)))
