"""How a cell of the week is painted: its ground, days off, and while something is carried verdict and target."""

from dataclasses import dataclass, field

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen

from ganztag.desktop import fonts, icons
from ganztag.desktop.tokens import Tokens
from ganztag.desktop.week.carrying import ICONS, TONES, Carrying, Sign
from ganztag.desktop.week.chip_paint import say
from ganztag.desktop.week.geometry import Geometry
from ganztag.desktop.week.sheet import Cell, Sheet
from ganztag.desktop.week.words import span_of
from ganztag.language import _

_RADIUS = 7


@dataclass
class CellPaint:
    """What the painting needs; *cursor* is the cell and the chip (0: none) that the keys are on."""

    geometry: Geometry
    tokens: Tokens
    sheet: Sheet = field(default_factory=Sheet)
    cursor: tuple[Cell | None, int] = (None, 0)
    has_focus: bool = False
    hand: Carrying | None = None

    def _cell(self, painter: QPainter, cell: Cell, rect: QRect) -> None:
        day, block = self.sheet.days[cell[0]], self.sheet.block_at(cell)
        sign = self.hand.signs.get(cell) if self.hand is not None else None
        box = QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5)
        if sign is not None:
            self._signed(painter, box, sign)
        else:
            self._ground(painter, cell, box)
        if day.off:
            self._off(painter, box, day.off)
        elif block is not None and sign is None:
            self._other_times(painter, cell, rect)
        if self.cursor == (cell, 0) and self.has_focus and self.hand is None:
            painter.setPen(QPen(self.tokens.tone("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), _RADIUS, _RADIUS)

    def _ground(self, painter: QPainter, cell: Cell, box: QRectF) -> None:
        """Paint a cell in which nothing can be set down now; where the day has no block it is only dotted."""
        tokens, today = self.tokens, self.sheet.days[cell[0]].is_today
        ground = tokens.tone("background")
        painter.setPen(tokens.tone("border"))
        painter.setBrush(_mixed(ground, tokens.soft("accent")) if today else ground)
        if self.sheet.block_at(cell) is None and not self.geometry.boxes.get(cell) and not self.sheet.real:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(tokens.tone("border_strong"), 1, Qt.PenStyle.DotLine))
        painter.drawRoundedRect(box, _RADIUS, _RADIUS)

    def _other_times(self, painter: QPainter, cell: Cell, rect: QRect) -> None:
        """Say the times of a block that are not those of its row, at the foot of the cell."""
        block, band = self.sheet.block_at(cell), self.sheet.bands[cell[1]]
        if block is None or (block.starts, block.ends) == (band.starts, band.ends):
            return
        words = span_of(block.starts, block.ends)
        foot = QRect(rect.left(), rect.bottom() - fonts.px(18), rect.width() - fonts.px(8), fonts.px(16))
        say(painter, foot, words, ("caption", self.tokens.tone("muted")), right=True)

    def _off(self, painter: QPainter, box: QRectF, name: str) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QBrush(self.tokens.tone("border"), Qt.BrushStyle.BDiagPattern))
        painter.drawRoundedRect(box, _RADIUS, _RADIUS)
        words = box.toRect().adjusted(fonts.px(8), fonts.px(6), -fonts.px(6), 0)
        words.setHeight(fonts.px(20))
        painter.fillRect(words.adjusted(-fonts.px(3), 0, fonts.px(2), 0), self.tokens.tone("background"))
        say(painter, words, name, ("secondary_strong", self.tokens.tone("muted")))

    def _signed(self, painter: QPainter, box: QRectF, sign: Sign) -> None:
        """Paint a cell while something is carried: its colour, hatched where it cannot be, and the two lines."""
        tokens, tone = self.tokens, TONES[sign.state]
        edge = QColor(tokens.fill(tone))
        edge.setAlpha(150)
        painter.setPen(QPen(edge, 1))
        painter.setBrush(tokens.soft(tone))
        painter.drawRoundedRect(box, _RADIUS, _RADIUS)
        if sign.state == "no":
            hatch = QColor(tokens.fill(tone))
            hatch.setAlpha(38)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QBrush(hatch, Qt.BrushStyle.BDiagPattern))
            painter.drawRoundedRect(box, _RADIUS, _RADIUS)
        side, left = fonts.px(15), box.left() + fonts.px(7)
        icons.draw(painter, QRectF(left, box.top() + fonts.px(7), side, side), ICONS[sign.state], tokens.tone(tone))
        words = box.toRect().adjusted(fonts.px(26), fonts.px(4), -fonts.px(3), 0)
        words.setHeight(fonts.px(20))
        say(painter, words, sign.short, ("secondary_strong", tokens.tone(tone)))
        lower = box.toRect().adjusted(fonts.px(8), fonts.px(24), -fonts.px(3), 0)
        lower.setHeight(fonts.px(17))
        say(painter, lower, sign.more, ("caption", tokens.tone("text")))

    def _target(self, painter: QPainter) -> None:
        """Outline where it would be set down, and say so."""
        hand = self.hand
        if hand is not None and hand.load.kind == "edge":
            self._reach(painter, hand)
        if hand is None or hand.target is None or not hand.load.goes_to_cells:
            return
        sign = hand.signs.get(hand.target)
        if sign is None:
            return
        tone = self.tokens.tone(TONES[sign.state])
        rect = self.geometry.cell(hand.target)
        painter.setPen(QPen(tone, 2.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(rect).adjusted(1.5, 1.5, -1.5, -1.5), _RADIUS, _RADIUS)
        boxes = self.geometry.boxes.get(hand.target, ())
        top = max((box.rect.bottom() for box in boxes), default=0) - self.geometry.scroll + fonts.px(4)
        top = min(max(top, rect.top() + fonts.px(46)), rect.bottom() - fonts.px(40))
        box = QRectF(rect.left() + fonts.px(6), top, rect.width() - fonts.px(12), fonts.px(34))
        painter.setPen(QPen(tone, 1.5, Qt.PenStyle.DashLine))
        painter.setBrush(self.tokens.soft(TONES[sign.state]))
        painter.drawRoundedRect(box, 6, 6)
        words = _("does not go") if sign.state == "no" and not sign.short else _("drop here")
        painter.setFont(fonts.font("secondary_strong"))
        painter.setPen(tone)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)

    def _reach(self, painter: QPainter, hand: Carrying) -> None:
        """Outline how far a chip would reach while its lower edge is drawn."""
        chip, boxes = self.sheet.by_key.get(hand.load.key), self.geometry.boxes_of(hand.load.key)
        if chip is None or not boxes or hand.target is None or hand.target[0] != chip.day:
            return
        rect = boxes[0].rect.translated(0, -self.geometry.scroll)
        cell = self.geometry.cell((chip.day, max(hand.target[1], chip.first)))
        rect.setBottom(max(cell.bottom() - fonts.px(5), rect.top() + fonts.px(24)))
        sign = hand.signs.get(hand.target)
        painter.setPen(QPen(self.tokens.tone(TONES[sign.state] if sign else "accent"), 2.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(rect), _RADIUS, _RADIUS)


def _mixed(one: QColor, other: QColor) -> QColor:
    red, green, blue = (
        (one.red() + other.red()) // 2,
        (one.green() + other.green()) // 2,
        (one.blue() + other.blue()) // 2,
    )
    return QColor(red, green, blue)
