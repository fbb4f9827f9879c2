"""The rows of an attendance list: what stands in each child's cells, how tall they are, how they fill pages."""

from collections.abc import Sequence
from datetime import date, time
from typing import NamedTuple

from ganztag import language
from ganztag.documents import names
from ganztag.documents.attendance_columns import CLASS, DATES, LEAVES, NAME, RIGHT, WAY
from ganztag.documents.faces import REGULAR
from ganztag.documents.fitting import Setting, setting
from ganztag.documents.fonts import Style
from ganztag.documents.names import NameSetting
from ganztag.documents.pen import MM
from ganztag.documents.sharing import shared_out
from ganztag.language import _
from ganztag.queries.paper_rows import AttendanceRow, AttendanceSheet, Leaving, Mark, Period

ROW, DENSE_ROW, _CALM = 6.0 * MM, 5.0 * MM, 5.4 * MM
PADDING = 1.2 * MM
_BLANKS = 3
_USUAL_ROWS = 20
_LINE = 3.5 * MM  # of a leave time, where there are several
_MOST_LINES = 8


class Leave(NamedTuple):
    """A leave time as it is printed; *label* the weekday, only where the days differ."""

    label: str
    at: time | None
    early: bool


class Row(NamedTuple):
    """A child's cells, set; None = a blank row to write in. *number* counts through all pages."""

    number: int
    child: AttendanceRow | None = None
    name: NameSetting | None = None
    class_name: Setting | None = None
    leaves: tuple[Leave, ...] = ()
    ways: tuple[Setting, ...] = ()
    remark: Setting | None = None
    marks: dict[date, Mark] = {}  # noqa: RUF012 -- never changed
    needed: float = 0

    def height(self, pitch: float) -> float:
        """Return the row's height: the usual one, or what its tallest cell needs."""
        return max(pitch, self.needed)


class PageRows(NamedTuple):
    rows: tuple[Row, ...]
    pitch: float

    @property
    def heights(self) -> list[float]:
        return [row.height(self.pitch) for row in self.rows]


def _needed(row: Row) -> float:
    """Return the height of the tallest cell."""
    needed = [_lines(row.class_name), _lines(row.remark), _lines(*row.ways)]
    if row.name:
        needed.append(row.name.height + _air(len(row.name.lines)))
    if len(row.leaves) > 1:
        needed.append(len(row.leaves) * _LINE + 0.8 * MM)
    return max(needed)


def _lines(*parts: Setting | None) -> float:
    told = [part for part in parts if part]
    return sum(len(part.lines) * part.style.size * 1.06 for part in told) + _air(sum(len(p.lines) for p in told))


def _air(lines: int) -> float:
    """Two lines just fill a usual row; more make it taller anyway and may stand free of the rules."""
    return 0.3 if lines <= 2 else 2.4


def rows(sheet: AttendanceSheet, remark: float) -> list[Row]:
    """Return the children's rows; *remark*: where its column begins."""
    ends = course_ends(sheet)
    return [_row(number, child, sheet, ends, RIGHT - remark - PADDING) for number, child in enumerate(sheet.rows, 1)]


def course_ends(sheet: AttendanceSheet) -> dict[int, time | None]:
    """Return when the course is over on each of its weekdays."""
    ends: dict[int, time | None] = {}
    for meeting in sheet.meetings:
        known = [end for end in (ends.get(meeting.weekday), meeting.ends) if end]
        ends[meeting.weekday] = max(known, default=None)
    return dict(sorted(ends.items()))


def _row(number: int, child: AttendanceRow, sheet: AttendanceSheet, ends: dict[int, time | None], room: float) -> Row:
    leaving = {each.weekday: each for each in child.leaving}
    days = [leaving.get(weekday) or Leaving(weekday) for weekday in ends] or list(child.leaving) or [Leaving(0)]
    remark = _remark(child, sheet)
    row = Row(
        number,
        child,
        names.in_one_line(child.name, CLASS - NAME - 2 * PADDING, 9.5, 8.5, 7.9),
        setting(child.class_name, Style(REGULAR, 9.2), LEAVES - CLASS - 1.6 * MM, 7.4, _MOST_LINES),
        _leaves(days, ends),
        _ways(days),
        setting(remark, Style(REGULAR, 8.4), room, 7.4, _MOST_LINES) if remark else None,
        dict(child.marks),
    )
    return row._replace(needed=_needed(row))


def _leaves(days: Sequence[Leaving], ends: dict[int, time | None]) -> tuple[Leave, ...]:
    told = [Leave("", day.at, _early(day, ends.get(day.weekday))) for day in days]
    if len(set(told)) == 1:
        return (told[0],)
    return tuple(
        leave._replace(label=language.weekday(day.weekday, short=True)) for leave, day in zip(told, days, strict=True)
    )


def _early(day: Leaving, end: time | None) -> bool:
    return day.at is not None and end is not None and day.at < end


def _ways(days: Sequence[Leaving]) -> tuple[Setting, ...]:
    style, room = Style(REGULAR, 8.6), DATES - WAY - 2 * MM
    small = Style(REGULAR, 7.6)  # all days in one size
    told = [str(day.way_home) for day in days]
    if len(set(told)) == 1:
        return (setting(told[0], style, room, 7.4, _MOST_LINES),) if told[0] else ()
    return tuple(
        setting(
            _("{weekday} {way}", weekday=language.weekday(day.weekday, short=True), way=way),
            small,
            room,
            7.4,
            _MOST_LINES,
        )
        for day, way in zip(days, told, strict=True)
        if way
    )


def _remark(child: AttendanceRow, sheet: AttendanceSheet) -> str:
    if not sheet.dates:
        return child.remark
    spans = [_span(period, sheet.dates[0].day, sheet.dates[-1].day) for period in child.periods]
    return ", ".join(filter(None, (*spans, child.remark)))


def _span(period: Period, first: date, last: date) -> str:
    starts = period.first if period.first and period.first > first else None
    ends = period.last if period.last and period.last < last else None
    if starts and ends:
        return _("from {first} to {last}", first=_day(starts), last=_day(ends))
    if starts:
        return _("from {day}", day=_day(starts))
    return _("until {day}", day=_day(ends)) if ends else ""


def _day(day: date) -> str:
    return language.date(day, "short")


def enrolled(child: AttendanceRow, day: date) -> bool:
    """The child belongs to the course on that day."""
    return not child.periods or any(
        (period.first is None or period.first <= day) and (period.last is None or day <= period.last)
        for period in child.periods
    )


def pages(children: Sequence[Row], last: float, others: float) -> list[PageRows]:
    """Share the rows out: one page if at least three rows stay blank, else pages of about the same length.

    *last*, *others*: the height for rows on the last page (sums and legend below) and on those before.
    """
    calm = min(ROW, last / _USUAL_ROWS)
    for pitch in [calm, DENSE_ROW] if calm >= _CALM else [DENSE_ROW]:
        blanks = int((last - sum(row.height(pitch) for row in children)) / pitch + 0.01)
        if blanks >= _BLANKS:
            return [PageRows((*children, *_blank(len(children), blanks)), pitch)]
    all_rows = [*children, *_blank(len(children), _BLANKS)]
    parts = shared_out([row.height(ROW) for row in all_rows], last, others)
    return [PageRows(tuple(all_rows[part]), ROW) for part in parts]


def _blank(after: int, count: int) -> list[Row]:
    return [Row(after + index) for index in range(1, count + 1)]
