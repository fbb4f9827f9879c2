"""The levels of a goal as lines of a card, painted in one piece."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ganztag.desktop import fonts, icons
from ganztag.desktop.tokens import Tokens, tokens_of
from ganztag.desktop.widgets import paints
from ganztag.language import number
from ganztag.planning.plan import LevelResult


class Levels(QWidget):
    """The levels of a goal in their order: what is counted, the figure, and whether better is impossible."""

    def __init__(self) -> None:
        super().__init__()
        self._levels: tuple[LevelResult, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_levels(self, levels: list[LevelResult]) -> None:
        self._levels = tuple(levels)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(fonts.px(220), fonts.px(25) * len(self._levels))

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens, painter = tokens_of(self), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pitch = fonts.px(25)
        for place, level in enumerate(self._levels):
            self._paint_level(painter, QRectF(0, place * pitch, self.width(), pitch), (place, level), tokens)

    def _paint_level(self, painter: QPainter, area: QRectF, which: tuple[int, LevelResult], tokens: Tokens) -> None:
        place, level = which
        if place:
            painter.setPen(tokens.tone("border"))
            painter.drawLine(area.topLeft(), area.topRight())
        side = fonts.px(18)
        box = QRectF(0, area.center().y() - side / 2, side, side)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tokens.tone("track"))
        painter.drawEllipse(box)
        painter.setPen(tokens.tone("muted"))
        painter.setFont(fonts.font("caption_strong"))
        painter.drawText(box, paints.CENTER, str(place + 1))
        icon = QRectF(area.right() - fonts.px(17), area.center().y() - fonts.px(8), fonts.px(16), fonts.px(16))
        name, tone = ("badge-check", "ok") if level.proven else ("hourglass", "warn")
        icons.draw(painter, icon, name, tokens.tone(tone))
        painter.setFont(fonts.font("strong"))
        painter.setPen(tokens.tone("text"))
        figure = area.adjusted(0, 0, -fonts.px(26), 0)
        painter.drawText(figure, int(Qt.AlignmentFlag.AlignTrailing | paints.MIDDLE), number(level.value))
        used = painter.fontMetrics().horizontalAdvance(number(level.value))
        painter.setFont(fonts.font("secondary"))
        left = side + fonts.px(8)
        room = figure.width() - left - used - fonts.px(8)
        shown = painter.fontMetrics().elidedText(str(level.label), Qt.TextElideMode.ElideRight, int(room))
        painter.drawText(area.adjusted(left, 0, 0, 0), int(paints.MIDDLE), shown)
