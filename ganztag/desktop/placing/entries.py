"""The courses to choose from: which of them wait for a place, and where each may be, in a line."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from ganztag.desktop import fonts
from ganztag.desktop.tokens import Tokens
from ganztag.desktop.widgets import paints
from ganztag.desktop.widgets.columns import Column
from ganztag.desktop.widgets.paints import Pill
from ganztag.desktop.widgets.ticks import TICK_WIDTH, TickCell
from ganztag.domain.courses import course_name
from ganztag.language import N_, _, ngettext
from ganztag.planning.offer import Course, Offer
from ganztag.planning.placing.telling import place_of

_LEFT = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class Entry:
    """A course; *missing* meetings have no place, *marked*: it is to be placed, None where all of it is fixed."""

    id: int
    name: str
    second: str
    colour: int | None
    missing: int
    marked: bool | None
    hint: Pill | None


def entries(offer: Offer, marked: Collection[int]) -> list[Entry]:
    """Return all courses, those that wait first, then by their names."""
    found = [_entry(offer, course, course.id in marked) for course in offer.courses]
    return sorted(found, key=lambda entry: entry.missing == 0)


def _entry(offer: Offer, course: Course, marked: bool) -> Entry:
    own = sorted(offer.index.meetings_of.get(course.id, ()), key=lambda meeting: (meeting.weekday, meeting.starts))
    missing = max(0, course.meetings_wanted - len(own))
    movable = any(not meeting.fixed and meeting.rhythm != "once" for meeting in own)
    hint = None
    if missing:
        hint = Pill(ngettext("{count} place missing", "{count} places missing", missing), "warn", "circle-dashed")
    elif not movable:
        hint = Pill(_("fixed"), "muted", "pin")
    places = " · ".join(str(place_of(offer, meeting)) for meeting in own)
    can = bool(missing) or movable
    return Entry(
        course.id,
        course_name(course.number, course.name),
        places or limits(offer, course),
        course.colour,
        missing,
        marked if can else None,
        hint,
    )


def limits(offer: Offer, course: Course) -> str:
    """Return where a course may be, in a line; nothing said means anywhere."""
    parts: list[str] = []
    if course.blocks:
        parts.append(ngettext("{count} block", "{count} blocks", len(course.blocks)))
    parts.append(_names([offer.index.room[one].name for one in course.rooms if one in offer.index.room]))
    parts.append(_names([offer.index.leader[one].name for one in course.leaders if one in offer.index.leader]))
    return " · ".join(filter(None, parts)) or _("anywhere, no leader named")


def _names(names: Sequence[str]) -> str:
    return ", ".join(names[:3]) + (" …" if len(names) > 3 else "")


@dataclass(frozen=True)
class EntryCell:
    """The name over a second line, a pill at the right end; value: ``Entry``."""

    align: Qt.AlignmentFlag = _LEFT

    def text(self, value: Entry) -> str:
        return " ".join(filter(None, (value.name, value.second, value.hint.text if value.hint else "")))

    def paint(self, painter: QPainter, area: QRectF, value: Entry, tokens: Tokens) -> None:
        left = area.left() + paints.paint_category(painter, area.left(), area.center().y(), value.colour, tokens)
        right = area.right()
        if value.hint is not None:
            width = paints.pill_width(value.hint)
            paints.paint_pill(painter, right - width, area.center().y(), value.hint, tokens)
            right -= width + fonts.px(8)
        upper = QRectF(left, area.center().y() - fonts.px(19), right - left, fonts.px(19))
        tone = "text" if value.marked is not None else "muted"
        _line(painter, upper, value.name, "strong", tokens.tone(tone).name())
        _line(painter, upper.translated(0, fonts.px(19)), value.second, "secondary", tokens.tone("muted").name())


def _line(painter: QPainter, area: QRectF, text: str, role: str, colour: str) -> None:
    painter.setFont(fonts.fitting(text, role))
    painter.setPen(colour)
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(area.width()))
    painter.drawText(area, int(_LEFT | Qt.TextFlag.TextSingleLine), shown)


def _tip(entry: Entry) -> str:
    return f"{entry.name}\n{entry.second}"


COLUMNS: tuple[Column[Entry], ...] = (
    Column("marked", N_("chosen"), shown=lambda entry: entry.marked, cell=TickCell(), width=TICK_WIDTH),
    Column("name", N_("Course"), shown=lambda entry: entry, cell=EntryCell(), width=240, stretch=True, tip=_tip),
)
