"""Head and foot of an attendance list: which course, when, where, who, how many, how often."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from ganztag import language
from ganztag.documents import page
from ganztag.documents.attendance_columns import LEFT, RIGHT, Columns
from ganztag.documents.faces import REGULAR, SEMIBOLD
from ganztag.documents.fitting import wrapped
from ganztag.documents.fonts import Style, width
from ganztag.documents.pen import MM, Pen
from ganztag.language import _, ngettext
from ganztag.queries.paper_rows import AttendanceSheet, Meeting

_LABEL = Style(REGULAR, 7.8)
_SIZES = (10.0, 9.5, 9.0, 8.5, 8.0)
_APART = 6 * MM
LINE = 4.4 * MM
TABLE_TOP = 37.6 * MM  # with facts of one line


class Fact(NamedTuple):
    """A label and its lines."""

    label: str
    lines: tuple[str, ...]


class Facts(NamedTuple):
    """The facts as they are drawn: columns' widths, size of the text, and how many lines the longest has."""

    facts: tuple[Fact, ...]
    widths: tuple[float, ...]
    style: Style

    @property
    def depth(self) -> int:
        return max(len(fact.lines) for fact in self.facts)


def facts(sheet: AttendanceSheet) -> Facts:
    """Return the facts of a course, set so that they share the width of the page."""
    told = _told(sheet)
    room = RIGHT - LEFT - _APART * (len(told) - 1)
    for size in _SIZES:
        widths = _widths(told, Style(SEMIBOLD, size))
        if sum(widths) <= room:
            return Facts(tuple(told), tuple(widths), Style(SEMIBOLD, size))
    style = Style(SEMIBOLD, _SIZES[-1])
    widest = _widest(_widths(told, style), room)
    narrow = [Fact(f.label, tuple(piece for one in f.lines for piece in wrapped(one, style, widest))) for f in told]
    return Facts(tuple(narrow), tuple(_widths(narrow, style)), style)


def _widths(told: Sequence[Fact], style: Style) -> list[float]:
    return [max(width(fact.label, _LABEL), *(width(one, style) for one in fact.lines)) for fact in told]


def _widest(widths: Sequence[float], room: float) -> float:
    """Return the width at which the widest columns are cut so that all fit into *room*."""
    for count, wide in enumerate(sorted(widths)):
        share = room / (len(widths) - count)
        if wide > share:
            return share
        room -= wide
    return max(widths)


def _told(sheet: AttendanceSheet) -> list[Fact]:
    leaders = dict.fromkeys(leader for meeting in sheet.meetings for leader in meeting.leaders)
    rooms = dict.fromkeys(meeting.room for meeting in sheet.meetings if meeting.room)
    size = len(sheet.rows)
    told = [
        Fact(_("When"), tuple(map(_when, sheet.meetings)) or (_("still open"),)),
        Fact(_("Where"), (", ".join(rooms) or _("still open"),)),
        Fact(_("Led by"), (", ".join(leaders) or _("still open"),)),
        Fact(_("Children"), (_size(size, sheet.max_size),)),
        Fact(_("Dates"), (_dates(sheet),)),
    ]
    if sheet.trial_until:
        last = language.date(sheet.trial_until, "short")
        told.append(Fact(_("Trial period"), (_("until {day}", day=last),)))
    return told


def _size(size: int, most: int | None) -> str:
    return str(size) if most is None else _("{size} of {most}", size=size, most=most)


def _when(meeting: Meeting) -> str:
    weekday = language.weekday(meeting.weekday)
    if meeting.starts is None or meeting.ends is None:
        return _("{weekday}, {block}", weekday=weekday, block=meeting.block) if meeting.block else weekday
    if not meeting.block:
        return _("{weekday}, {start}–{end}", weekday=weekday, start=meeting.starts, end=meeting.ends)
    return _(
        "{weekday}, {block}, {start}–{end}",
        weekday=weekday,
        block=meeting.block,
        start=meeting.starts,
        end=meeting.ends,
    )


def _dates(sheet: AttendanceSheet) -> str:
    held = [each.day for each in sheet.dates if not each.cancelled]
    if not held:
        return _("still open")
    ends = {"first": _date(held[0]), "last": _date(held[-1])}
    return ngettext("{count}, on {first}", "{count}, from {first} to {last}", len(held), **ends)


def _date(day: date) -> str:
    return f"{language.date(day, 'short')}{day.year}" if language.spoken() == "de" else language.date(day)


def draw(pen: Pen, sheet: AttendanceSheet, columns: Columns, set_: Facts) -> None:
    """Draw the head of a page, down to the facts."""
    begins = page.school(pen, sheet.head, RIGHT, 8.6 * MM, sheet.head.subtitle)
    pen.text(LEFT, 13.2 * MM, _kicker(sheet, columns), Style(SEMIBOLD, 9.4))
    heading = "  ".join(filter(None, (sheet.number, sheet.title)))
    page.title(pen, heading, (LEFT, 21.5 * MM), begins - LEFT - 8 * MM, (19, 13))
    free = RIGHT - LEFT - sum(set_.widths)
    apart = min(14 * MM, free / max(1, len(set_.facts) - 1))
    x = LEFT
    for fact, wide in zip(set_.facts, set_.widths, strict=True):
        pen.text(x, 29 * MM, fact.label, _LABEL)
        for index, text in enumerate(fact.lines):
            pen.text(x, 33.5 * MM + index * LINE, text, set_.style)
        x += wide + apart


def _kicker(sheet: AttendanceSheet, columns: Columns) -> str:
    told = [_("Attendance list"), str(sheet.head.term_name)]
    if len(columns.dates) < len(sheet.dates):
        first, count = columns.first + 1, len(columns.dates)
        told.append(_("dates {first} to {last}", first=first, last=first + count - 1))
    return "  ·  ".join(filter(None, told))


def foot(pen: Pen, sheet: AttendanceSheet, number: int, count: int) -> None:
    """Draw the foot: of when it is, whom to tell, which page of this course."""
    phone = sheet.head.phone
    middle = _("Report missing children to the office at once:  {phone}", phone=phone) if phone else ""
    middle = middle or _("Report missing children to the office at once")
    texts = (page.moment(sheet.as_of), middle, page.page_of(number, count))
    page.foot(pen, (LEFT, RIGHT), 199 * MM, texts)
