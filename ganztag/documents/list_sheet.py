"""A plain list of children with a few columns, for reminders, waiting lists and posted results."""

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import BinaryIO, NamedTuple

from ganztag.documents import names, page
from ganztag.documents.faces import BOLD, REGULAR, SEMIBOLD, TABULAR
from ganztag.documents.fitting import Setting, setting
from ganztag.documents.fonts import Style
from ganztag.documents.names import NameSetting
from ganztag.documents.page import Leaf, Paper, Progress
from ganztag.documents.pen import FIFTH, HAIR, HEAD, MM, TOP, Pen
from ganztag.documents.printed import Printed
from ganztag.documents.sharing import shared_out
from ganztag.language import _, ngettext
from ganztag.queries.ballot_paper_rows import ListLine, ListSheet

_LEFT, _RIGHT = 14 * MM, 196 * MM
_TABLE, _HEAD, _FOOT = 31 * MM, 7.2 * MM, 285.9 * MM
_ROW, _LINE = 7.2 * MM, 3.7 * MM
_NUMBER, _NAME, _CLASS = 8 * MM, 55 * MM, 13 * MM
_PAD = 1.6 * MM
_LABEL = Style(SEMIBOLD, 8.4)
_CAP = 0.727 / 2


class _Row(NamedTuple):
    number: int
    line: ListLine
    name: NameSetting
    cells: tuple[Setting, ...]
    school_class: Setting | None

    @property
    def height(self) -> float:
        lines = max([1, *(len(cell.lines) for cell in (*self.cells, self.school_class) if cell)])
        return max(_ROW, self.name.height + 2 * MM, (lines - 1) * _LINE + _ROW)


def write(sheets: Sequence[ListSheet], target: Path | BinaryIO, *, progress: Progress | None = None) -> Printed:
    """Print the lists into one file; what is there is replaced at the end. *progress* gets (page, pages)."""
    return page.write(leaves(sheets), paper(), target, progress)


def write_each(sheets: Sequence[ListSheet], folder: Path, *, progress: Progress | None = None) -> Printed:
    """Print each list into a file of its own in *folder*; *progress* gets (sheet, sheets)."""
    stems = [f"{sheet.kind} {sheet.title}" for sheet in sheets]
    return page.write_each(stems, (leaves([sheet]) for sheet in sheets), paper(), folder, progress)


def paper() -> Paper:
    return Paper(_("Lists"), page.PORTRAIT)


def leaves(sheets: Sequence[ListSheet]) -> list[Leaf]:
    """Return the planned pages of all lists."""
    return [leaf for sheet in sheets for leaf in _leaves(sheet)]


def _leaves(sheet: ListSheet) -> Iterator[Leaf]:
    rows = [_row(sheet, number, line) for number, line in enumerate(sheet.lines, 1)]
    room = _FOOT - _TABLE - _HEAD - 2 * MM
    parts = shared_out([row.height for row in rows], room, room)
    for number, part in enumerate(parts, 1):
        draw = partial(_draw, sheet, rows[part], (number, len(parts)))
        yield Leaf(draw, (sheet.title,) if number == 1 else ())


def _name_left(sheet: ListSheet) -> float:
    return _LEFT + (_NUMBER if sheet.numbered else 0)


def _columns(sheet: ListSheet) -> list[tuple[float, float]]:
    """Return left and right of each column behind name and class."""
    x = _name_left(sheet) + _NAME + (_CLASS if sheet.with_class else 0)
    whole, room = sum(column.share for column in sheet.columns), _RIGHT - x
    edges = []
    for column in sheet.columns:
        wide = room * column.share / whole
        edges.append((x, x + wide))
        x += wide
    return edges


def _row(sheet: ListSheet, number: int, line: ListLine) -> _Row:
    cells = [
        setting(str(text), Style(TABULAR if column.tabular else REGULAR, 9.4), right - left - 2 * _PAD, 8, most=6)
        for text, column, (left, right) in zip(line.cells, sheet.columns, _columns(sheet), strict=True)
    ]
    name = names.in_one_line(line.name, _NAME - 2 * MM, 10, 8.5, 8)
    room = _CLASS - 1 * MM
    school_class = setting(line.class_name, Style(BOLD, 9.4), room, 7.6, most=4) if sheet.with_class else None
    return _Row(number, line, name, tuple(cells), school_class)


def _draw(sheet: ListSheet, rows: Sequence[_Row], numbers: tuple[int, int], pen: Pen) -> None:
    _heading(pen, sheet)
    _labels(pen, sheet)
    y = _TABLE + _HEAD
    for index, row in enumerate(rows, 1):
        _line(pen, sheet, row, y)
        y += row.height
        pen.across(_LEFT, _RIGHT, y, FIFTH if index % 5 == 0 or row is rows[-1] else HAIR)
    if not rows:
        pen.text(_LEFT, y + 8 * MM, str(sheet.nothing), Style(REGULAR, 10.2))
    foot = (page.moment(sheet.as_of), str(sheet.middle), page.page_of(*numbers))
    page.foot(pen, (_LEFT, _RIGHT), _FOOT, foot)


def _heading(pen: Pen, sheet: ListSheet) -> None:
    begins = page.school(pen, sheet.head, _RIGHT, 9.1 * MM, str(sheet.head.term_name))
    fit = setting(str(sheet.kind), Style(SEMIBOLD, 10), begins - _LEFT - 4 * MM, 7.6, most=2)
    page.told(pen, fit)
    for index, text in enumerate(fit.lines):
        pen.text(_LEFT, 14.3 * MM + (index - len(fit.lines) + 1) * 3.4 * MM, text, fit.style)
    wide = page.title(pen, sheet.title, (_LEFT, 25.2 * MM), min(begins, 125 * MM) - _LEFT, (21, 13))
    told = [*map(str, sheet.facts)]
    if sheet.lines:
        told.insert(0, ngettext("{count} child", "{count} children", len(sheet.lines)))
    left = _LEFT + wide + 5 * MM
    fit = setting("  ·  ".join(told), Style(REGULAR, 10.2), _RIGHT - left, 7.4, most=2)
    page.told(pen, fit)
    for index, text in enumerate(fit.lines):
        pen.text(left, 25.2 * MM + (index - len(fit.lines) + 1) * 3.4 * MM, text, fit.style)


def _labels(pen: Pen, sheet: ListSheet) -> None:
    baseline = _TABLE + _HEAD - 2.2 * MM
    pen.across(_LEFT, _RIGHT, _TABLE, TOP)
    pen.across(_LEFT, _RIGHT, _TABLE + _HEAD, HEAD)
    pen.text(_name_left(sheet), baseline, _("Surname, first name"), _LABEL)
    if sheet.with_class:
        pen.text(_name_left(sheet) + _NAME, baseline, _("Class"), _LABEL)
    for column, (left, right) in zip(sheet.columns, _columns(sheet), strict=True):
        fit = setting(str(column.title), _LABEL, right - left - 2 * _PAD, 6.8, most=1)
        pen.text(left + _PAD, baseline, fit.lines[0], fit.style)


def _line(pen: Pen, sheet: ListSheet, row: _Row, top: float) -> None:
    left, height = _name_left(sheet), row.height
    middle = top + height / 2
    if sheet.numbered:
        pen.text(left - 2.4 * MM, middle + 9.4 * _CAP, str(row.number), Style(TABULAR, 9.4), "right")
    names.draw(pen, row.name, (left, left + _NAME - 2 * MM), top, height)
    if row.name.cut:
        pen.shortened(names.sorted_(row.line.name))
    if row.school_class is not None:
        _lines(pen, row.school_class, left + _NAME, middle)
    for cell, (x, _right) in zip(row.cells, _columns(sheet), strict=True):
        _lines(pen, cell, x + _PAD, middle)


def _lines(pen: Pen, cell: Setting, x: float, middle: float) -> None:
    page.told(pen, cell)
    baseline = middle + cell.style.size * _CAP - (len(cell.lines) - 1) * _LINE / 2
    for text in cell.lines:
        pen.text(x, baseline, text, cell.style)
        baseline += _LINE
