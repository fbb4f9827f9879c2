"""The goals of a plan as lines of a card, painted in one piece."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ganztag.desktop import fonts, icons
from ganztag.desktop.allocation.cards.words import LevelLine
from ganztag.desktop.tokens import Tokens, tokens_of
from ganztag.desktop.widgets import paints
from ganztag.language import number

_PITCH = 27


class Levels(QWidget):
    """The goals in their order: what is counted, the figure, and whether better is impossible."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: tuple[LevelLine, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_lines(self, lines: Sequence[LevelLine]) -> None:
        self._lines = tuple(lines)
        self.setToolTip("\n".join(f"{line.name}: {number(line.value)}" for line in lines))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(fonts.px(200), fonts.px(_PITCH) * len(self._lines))

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens, painter = tokens_of(self), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pitch = fonts.px(_PITCH)
        for place, line in enumerate(self._lines):
            area = QRectF(0, place * pitch, self.width(), pitch)
            if place:
                painter.setPen(tokens.tone("border"))
                painter.drawLine(area.topLeft(), area.topRight())
            self._place(painter, area, line, tokens)
            left = self._figure(painter, area, line, tokens)
            self._name(painter, area.adjusted(fonts.px(26), 0, left - area.right() - fonts.px(6), 0), line, tokens)

    def _place(self, painter: QPainter, area: QRectF, line: LevelLine, tokens: Tokens) -> None:
        side = fonts.px(18)
        box = QRectF(0, area.center().y() - side / 2, side, side)
        if line.place:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(tokens.tone("track"))
            painter.drawEllipse(box)
        painter.setPen(tokens.tone("muted"))
        painter.setFont(fonts.font("caption_strong"))
        painter.drawText(box, paints.CENTER, line.place or "–")

    def _figure(self, painter: QPainter, area: QRectF, line: LevelLine, tokens: Tokens) -> float:
        """Paint sign and figure at the right; return where they begin."""
        icon = QRectF(area.right() - fonts.px(17), area.center().y() - fonts.px(8), fonts.px(16), fonts.px(16))
        if line.place:
            name, tone = ("badge-check", "ok") if line.proven else ("hourglass", "warn")
            icons.draw(painter, icon, name, tokens.tone(tone))
        elif line.worse:
            icons.draw(painter, icon, "triangle-alert", tokens.tone("bad"))
        painter.setFont(fonts.figures("strong"))
        painter.setPen(tokens.tone("bad" if line.worse else "text"))
        text = number(line.value)
        figure = area.adjusted(0, 0, -fonts.px(26), 0)
        painter.drawText(figure, int(Qt.AlignmentFlag.AlignTrailing | paints.MIDDLE), text)
        return figure.right() - painter.fontMetrics().horizontalAdvance(text)

    def _name(self, painter: QPainter, area: QRectF, line: LevelLine, tokens: Tokens) -> None:
        painter.setFont(fonts.font("secondary"))
        painter.setPen(tokens.tone("text" if line.place else "muted"))
        shown = painter.fontMetrics().elidedText(line.name, Qt.TextElideMode.ElideRight, int(area.width()))
        painter.drawText(area, int(paints.MIDDLE), shown)
