"""Kinds of table cells: how a value is painted, and what it is as text (for Ctrl+C, search and screen readers)."""

from dataclasses import dataclass
from typing import Any, Protocol

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from ganztag.desktop import fonts, icons
from ganztag.desktop.tokens import Tokens
from ganztag.desktop.widgets import paints
from ganztag.desktop.widgets.paints import Occupancy, Pill
from ganztag.language import weekday

_LEFT = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter


class Cell(Protocol):
    """Paints one value inside its padded area."""

    @property
    def align(self) -> Qt.AlignmentFlag: ...

    def text(self, value: Any) -> str: ...

    def paint(self, painter: QPainter, area: QRectF, value: Any, tokens: Tokens) -> None: ...


def _line(painter: QPainter, area: QRectF, text: str, align: Qt.AlignmentFlag = _LEFT) -> None:
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(area.width()))
    painter.drawText(area, int(align | Qt.TextFlag.TextSingleLine), shown)


@dataclass(frozen=True)
class TextCell:
    """A line of text; value: str."""

    role: str = "body"
    tone: str = "text"
    align: Qt.AlignmentFlag = _LEFT

    def text(self, value: Any) -> str:
        return str(value)

    def paint(self, painter: QPainter, area: QRectF, value: Any, tokens: Tokens) -> None:
        painter.setFont(fonts.fitting(str(value), self.role))
        painter.setPen(tokens.tone(self.tone))
        _line(painter, area, str(value), self.align)


@dataclass(frozen=True)
class PillCell:
    """A status; value: ``paints.Pill`` or None."""

    align: Qt.AlignmentFlag = _LEFT

    def text(self, value: Pill | None) -> str:
        return value.text if value else ""

    def paint(self, painter: QPainter, area: QRectF, value: Pill | None, tokens: Tokens) -> None:
        if value and value.text:
            left = area.left() if self.align == _LEFT else area.right() - paints.pill_width(value)
            paints.paint_pill(painter, left, area.center().y(), value, tokens)


@dataclass(frozen=True)
class OccupancyCell:
    """Bar with figures; value: ``paints.Occupancy``."""

    align: Qt.AlignmentFlag = _LEFT

    def text(self, value: Occupancy) -> str:
        return value.text()

    def paint(self, painter: QPainter, area: QRectF, value: Occupancy, tokens: Tokens) -> None:
        painter.setFont(fonts.figures())
        paints.paint_occupancy(painter, area, value, tokens)


@dataclass(frozen=True)
class DaysCell:
    """Weekdays; value: frozenset of weekdays; *days* are the columns."""

    days: tuple[int, ...] = (1, 2, 3, 4, 5)
    align: Qt.AlignmentFlag = _LEFT

    def text(self, value: frozenset[int]) -> str:
        return ", ".join(weekday(day, short=True) for day in sorted(value))

    def paint(self, painter: QPainter, area: QRectF, value: frozenset[int], tokens: Tokens) -> None:
        paints.paint_days(painter, area, value, self.days, tokens)


@dataclass(frozen=True)
class Wish:
    """A wish with its rank (None: no wish of hers) and the course's name."""

    rank: int | None
    text: str = ""


@dataclass(frozen=True)
class WishCell:
    """The numbered chip and the course; value: ``Wish`` or None."""

    align: Qt.AlignmentFlag = _LEFT

    def text(self, value: Wish | None) -> str:
        if value is None:
            return ""
        return f"{value.rank}. {value.text}".strip() if value.rank else value.text

    def paint(self, painter: QPainter, area: QRectF, value: Wish | None, tokens: Tokens) -> None:
        if value is None:
            return
        left = area.left()
        if value.rank:
            left += paints.paint_wish(painter, left, area.center().y(), value.rank, tokens) + fonts.px(9)
        painter.setFont(fonts.font("strong" if value.rank == 1 else "body"))
        painter.setPen(tokens.tone("text"))
        _line(painter, QRectF(left, area.top(), area.right() - left, area.height()), value.text)


@dataclass(frozen=True)
class Labelled:
    """A name with the colour of its category; *icon* and *tone* on request."""

    text: str
    category: int | None = None


@dataclass(frozen=True)
class CategoryCell:
    """The 4 px category bar before a name; value: ``Labelled``."""

    role: str = "strong"
    align: Qt.AlignmentFlag = _LEFT

    def text(self, value: Labelled) -> str:
        return value.text

    def paint(self, painter: QPainter, area: QRectF, value: Labelled, tokens: Tokens) -> None:
        room = paints.paint_category(painter, area.left(), area.center().y(), value.category, tokens)
        painter.setFont(fonts.font(self.role))
        painter.setPen(tokens.tone("text"))
        _line(painter, area.adjusted(room, 0, 0, 0), value.text)


@dataclass(frozen=True)
class Marked:
    """A text in a tone, with an icon before it; for reasons beside a row."""

    text: str
    tone: str = "text"
    icon: str = ""


@dataclass(frozen=True)
class MarkedCell:
    """Icon and text in a tone; value: ``Marked`` or None."""

    role: str = "body"
    align: Qt.AlignmentFlag = _LEFT

    def text(self, value: Marked | None) -> str:
        return value.text if value else ""

    def paint(self, painter: QPainter, area: QRectF, value: Marked | None, tokens: Tokens) -> None:
        if value is None:
            return
        left, side = area.left(), fonts.px(16)
        if value.icon:
            box = QRectF(left, area.center().y() - side / 2, side, side)
            icons.draw(painter, box, value.icon, tokens.tone(value.tone))
            left += side + fonts.px(6)
        painter.setFont(fonts.fitting(value.text, self.role))
        painter.setPen(tokens.tone(value.tone))
        _line(painter, QRectF(left, area.top(), area.right() - left, area.height()), value.text, self.align)


TEXT = TextCell()
STRONG = TextCell("strong")
MUTED = TextCell(tone="muted")
NUMBER = TextCell(align=_RIGHT)
PILL = PillCell()
OCCUPANCY = OccupancyCell()
DAYS = DaysCell()
WISH = WishCell()
CATEGORY = CategoryCell()
MARKED = MarkedCell()
