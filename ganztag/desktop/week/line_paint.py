"""How a line of a list beside the week is painted."""

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from ganztag.desktop import fonts, icons
from ganztag.desktop.tokens import Tokens
from ganztag.desktop.week.chip_paint import say, width_of


@dataclass(frozen=True, slots=True)
class Line:
    """A title with something at its right and up to two notes below; *key* is what it stands for.

    *number* is its rank, *icon* and *tone* its state; *boxed* lines stand in a box of their own, in the colour of a
    category where they have one.
    """

    key: Any
    title: str
    right: str = ""
    notes: tuple[str, ...] = ()
    number: str = ""
    icon: str = ""
    tone: str = "muted"
    colour: int | None = None
    boxed: bool = False
    filled: bool = False

    def texts(self) -> list[str]:
        return [text for text in (self.title, self.right, *self.notes) if text]

    def words(self) -> str:
        return " · ".join(self.texts())


def height_of(line: Line) -> int:
    inner = fonts.px(15) + fonts.px(17) * (1 + len(line.notes)) + fonts.px(2 if line.notes else 0)
    return inner + fonts.px(7 if line.boxed else 4)


def paint_line(painter: QPainter, area: QRect, line: Line, state: tuple[bool, bool], tokens: Tokens) -> None:
    """Paint a line; *state* says whether it is marked by the keys, and whether something is held over it."""
    is_current, is_aimed = state
    box = area.adjusted(0, 0, -1, -fonts.px(7 if line.boxed else 1))
    _ground(painter, box, line, tokens)
    if line.filled and not line.boxed:
        painter.fillRect(area, tokens.tone("selection"))
    if is_current or is_aimed:
        painter.setPen(QPen(tokens.tone("accent"), 2 if is_current else 2.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(box).adjusted(1, 1, -1, -1), 6, 6)
    _words(painter, box, line, tokens)


def _ground(painter: QPainter, box: QRect, line: Line, tokens: Tokens) -> None:
    if not line.boxed:
        painter.setPen(tokens.tone("border"))
        painter.drawLine(box.left(), box.bottom() + 1, box.right(), box.bottom() + 1)
        return
    if line.colour is None:
        painter.setPen(tokens.tone("border"))
        painter.setBrush(tokens.tone("background"))
        painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 7, 7)
        return
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(tokens.soft(f"cat{line.colour}"))
    painter.drawRoundedRect(box, 6, 6)
    painter.setBrush(tokens.tone(f"cat{line.colour}"))
    painter.drawRoundedRect(box.left(), box.top(), fonts.px(4), box.height(), 2, 2)


def _words(painter: QPainter, box: QRect, line: Line, tokens: Tokens) -> None:
    left, top, height = box.left() + fonts.px(12), box.top() + fonts.px(7), fonts.px(18)
    if line.number:
        width = width_of("00", "secondary_strong")
        say(painter, QRect(left, top, width, height), line.number, ("secondary_strong", tokens.tone("muted")))
        left += width + fonts.px(8)
    if line.icon:
        side = fonts.px(17)
        icons.draw(painter, QRectF(left, top, side, side), line.icon, tokens.tone(line.tone))
        left += side + fonts.px(9)
    right = box.right() - fonts.px(10)
    taken = min(width_of(line.right, "secondary"), (right - left) // 2) + fonts.px(8) if line.right else 0
    role = "medium" if not line.notes and not line.boxed else "strong"
    say(painter, QRect(left, top, right - left - taken, height), line.title, (role, tokens.tone("text")))
    if taken:
        area = QRect(right - taken, top, taken, height)
        say(painter, area, line.right, ("secondary", tokens.tone("muted")), right=True)
    for place, note in enumerate(line.notes):
        tone = tokens.tone("text" if place < len(line.notes) - 1 else "muted")
        area = QRect(left, top + height + place * fonts.px(17), right - left, fonts.px(18))
        say(painter, area, note, ("secondary", tone))
