"""The cells of a class list: lines of course and room, one for each block, beside the leave time."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ganztag import language
from ganztag.documents.faces import REGULAR, SEMIBOLD, TABULAR_BOLD
from ganztag.documents.fitting import setting
from ganztag.documents.fonts import Style, width
from ganztag.documents.pen import HAIR, MM, Pen
from ganztag.documents.whereabouts import Slot, Where, outside, slots, span_name
from ganztag.language import _
from ganztag.queries.paper_rows import ClassSheet, PupilDay, SchoolDay, Stay, StayKind

LINE = 3.45 * MM
_PAD = 1.6 * MM
_NARROW = 35 * MM  # days narrower than that keep less air
_FLOOR = 7.4
_APART = 1.2 * MM
_CAP = 0.727 / 2


class CellLine(NamedTuple):
    """A text at the left and a room at the right."""

    text: str
    style: Style
    room: str = ""
    room_style: Style = Style(REGULAR, 8)


class Cell(NamedTuple):
    """A day of a child: its lines and when it leaves; *box*: the time is not known and is filled in by hand."""

    lines: tuple[CellLine, ...]
    leaves: str
    box: bool

    @property
    def height(self) -> float:
        return len(self.lines) * LINE + 1.0 * MM


def leave_zone(day_width: float) -> float:
    return min(13 * MM, 0.345 * day_width)


def pad(day_width: float) -> float:
    return _PAD if day_width >= _NARROW else 1.1 * MM


def cell(sheet: ClassSheet, school_day: SchoolDay, day: PupilDay, day_width: float) -> Cell:
    """Return what stands in the cell of a day."""
    room = day_width - leave_zone(day_width) - pad(day_width) - 0.7 * MM
    told = slots(day, school_day.blocks)
    extra = outside(day, school_day.blocks)
    lines = [line for slot in told for line in _slot(sheet, school_day, slot, room)]
    if all(slot.where is Where.HOME for slot in told):
        lines = _dash() if not extra else []
    for stay in extra:
        lines.extend(_stay(sheet, stay, room, timed=True))
    if not school_day.blocks and day.booked and not extra:
        lines = list(_care_open())
    leaves = language.time(day.leaves) if day.leaves else ""
    return Cell(tuple(lines), leaves, day.leaves is None and (day.booked or bool(day.stays)))


def _dash() -> list[CellLine]:
    return [CellLine("–", Style(REGULAR, 8.9))]


def _care_open() -> Iterator[CellLine]:
    yield CellLine(_("Care?"), Style(SEMIBOLD, 8.9))


def _slot(sheet: ClassSheet, school_day: SchoolDay, slot: Slot, room: float) -> Iterator[CellLine]:
    if slot.where is Where.CARE_OPEN:
        yield from _care_open()
    elif slot.where is Where.HOME:
        yield from _dash()
    for stay in slot.stays:
        yield from _stay(sheet, stay, room)
    if slot.last > slot.first:
        covered = span_name(school_day.blocks[slot.first : slot.last + 1])
        if covered:
            fit = setting(covered, Style(REGULAR, 8), room, 7)
            yield from (CellLine(text, fit.style) for text in fit.lines)


def _stay(sheet: ClassSheet, stay: Stay, room: float, *, timed: bool = False) -> Iterator[CellLine]:
    name = stay.short or stay.title
    if timed:
        name = _("{time} {course}", time=stay.starts, course=name)
    style = Style(SEMIBOLD if stay.kind is StayKind.COURSE else REGULAR, 8.9)
    where = "" if stay.room == sheet.room else stay.room
    for size in (8.9, 8.6, 8.3, 8.0, 7.7, _FLOOR) if where else ():
        line = CellLine(name, Style(style.face, size), where, Style(REGULAR, min(8, size)))
        if width(name, line.style) + _APART + width(where, line.room_style) <= room:
            yield line
            return
    fit = setting(name, style, room, _FLOOR, most=4)
    yield from (CellLine(text, fit.style) for text in fit.lines)
    if where:
        fit = setting(where, Style(REGULAR, 8), room, 7, most=3)
        yield from (CellLine("", style, text, fit.style) for text in fit.lines)


def draw(pen: Pen, set_: Cell, left: float, right: float, middle: float) -> None:
    """Draw a day's cell between its edges."""
    zone = right - leave_zone(right - left)
    y = middle - LINE * len(set_.lines) / 2
    for line in set_.lines:
        baseline = y + LINE / 2 + line.style.size * _CAP
        pen.text(left + pad(right - left), baseline, line.text, line.style)
        if line.room:
            pen.text(zone - 0.7 * MM, baseline, line.room, line.room_style, "right")
        y += LINE
    _leave(pen, set_, (zone, right - min(1.1 * MM, 0.03 * (right - left))), middle)


def _leave(pen: Pen, set_: Cell, edges: tuple[float, float], middle: float) -> None:
    left, right = edges
    style = Style(TABULAR_BOLD, min(10.2, 10.2 * (right - left) / (11.9 * MM)))
    if set_.box:
        wide, high = min(10 * MM, right - left), 4.4 * MM
        pen.frame(right - wide, middle - high / 2, (wide, high), HAIR, 2)
    elif set_.leaves:
        pen.text(right, middle + style.size * _CAP, set_.leaves, style, "right")


def rooms_left_out(sheet: ClassSheet) -> bool:
    """Some stay is in the class's own room, which the cells do not repeat."""
    return bool(sheet.room) and any(_own(sheet, row.days) for row in sheet.rows)


def _own(sheet: ClassSheet, days: Sequence[PupilDay]) -> bool:
    return any(stay.room == sheet.room and stay.kind is not StayKind.LUNCH for day in days for stay in day.stays)
