"""The table of a reply letter: day, time, course with its leader, room, and what became of it."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from ganztag import language
from ganztag.documents import page, wording
from ganztag.documents.faces import REGULAR, SEMIBOLD, TABULAR
from ganztag.documents.fitting import Setting, setting
from ganztag.documents.fonts import Style
from ganztag.documents.pen import HAIR, HEAD, MM, TOP, Pen
from ganztag.language import _
from ganztag.queries.ballot_paper_rows import LetterPlace, Outcome

LEFT, RIGHT = 24 * MM, 190 * MM
_COLUMNS = (LEFT, LEFT + 27 * MM, LEFT + 53 * MM, LEFT + 101 * MM, LEFT + 129 * MM, RIGHT + 2 * MM)
_HEAD, _ROW, _TIGHT, _LINE = 7.4 * MM, 13 * MM, 11.2 * MM, 4.5 * MM
_MANY = 6  # with more rows they become lower
_UPPER, _UNDER = Style(SEMIBOLD, 10.2), Style(REGULAR, 9)


class _Row(NamedTuple):
    """Two texts for each column, one above the other."""

    upper: tuple[Setting, ...]
    under: tuple[Setting, ...]

    def height(self, pitch: float) -> float:
        lines = max(
            len(a.lines) + (len(b.lines) if b.lines[0] else 0) for a, b in zip(self.upper, self.under, strict=True)
        )
        return max(0, lines - 2) * _LINE + pitch


def height(places: Sequence[LetterPlace]) -> float:
    return _HEAD + sum(row.height(_pitch(places)) for row in map(_row, places))


def _pitch(places: Sequence[LetterPlace]) -> float:
    return _ROW if len(places) <= _MANY else _TIGHT


def _row(place: LetterPlace) -> _Row:
    there = place.outcome in (Outcome.PLACE, Outcome.CHANGED, Outcome.WAITING)
    times = _("{starts}–{ends}", starts=place.starts, ends=place.ends) if place.starts and place.ends else ""
    first = place.outcome is Outcome.PLACE and place.day is not None
    since = _("from {day} on", day=language.date(place.day, "short")) if first and place.day else ""
    result, more = wording.result(place)
    course = "\u2002".join(filter(None, (place.number, place.title))) or "–"
    upper = (language.weekday(place.weekday), times, course, (place.room or _("still open")) if there else "", result)
    under = (since, "", (place.leader or _("Leader still open")) if there else "", "", more)
    faces = (_UPPER, Style(TABULAR, 10.2), _UPPER, Style(REGULAR, 10.2), _UPPER)
    rooms = [right - left - 2 * MM for left, right in pairwise(_COLUMNS)]
    return _Row(
        tuple(setting(text, style, room, 8.4, 4) for text, style, room in zip(upper, faces, rooms, strict=True)),
        tuple(setting(text, _UNDER, room, 7.6, 3) for text, room in zip(under, rooms, strict=True)),
    )


def draw(pen: Pen, places: Sequence[LetterPlace], top: float) -> float:
    """Draw the table; return where it ends."""
    pen.across(LEFT, RIGHT, top, TOP)
    titles = (_("Day"), _("Time"), _("Course"), _("Room"), _("Result"))
    for text, x in zip(titles, _COLUMNS, strict=False):
        pen.text(x, top + 4.9 * MM, text, Style(SEMIBOLD, 8.8))
    y = top + _HEAD
    pen.across(LEFT, RIGHT, y, HEAD)
    for place in places:
        row = _row(place)
        _draw_row(pen, row, y + (_pitch(places) - _ROW) / 2)
        y += row.height(_pitch(places))
        pen.across(LEFT, RIGHT, y, TOP if place is places[-1] else HAIR)
    return y


def _draw_row(pen: Pen, row: _Row, top: float) -> None:
    for upper, under, x in zip(row.upper, row.under, _COLUMNS, strict=False):
        y = top + 5.6 * MM
        for part in (upper, under):
            page.told(pen, part)
            for text in part.lines:
                if text:
                    pen.text(x, y, text, part.style)
                y += _LINE
