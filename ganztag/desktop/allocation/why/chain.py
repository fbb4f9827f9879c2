"""The shortest chain of moves: who goes from where to where, and what that is for each."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ganztag.desktop import fonts
from ganztag.desktop.tokens import Tokens, tokens_of
from ganztag.desktop.widgets import paints

_PITCH = 44


@dataclass(frozen=True, slots=True)
class Link:
    """A child's move in words; *tone* says whether it is good for the child."""

    name: str
    way: str
    ranks: str
    tone: str


class Chain(QWidget):
    """A numbered step for each child, joined by a line."""

    def __init__(self) -> None:
        super().__init__()
        self._links: tuple[Link, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_links(self, links: Sequence[Link]) -> None:
        self._links = tuple(links)
        words = [f"{link.name}: {link.way}, {link.ranks}" for link in links]
        self.setAccessibleName("; ".join(words))
        self.setToolTip("\n".join(words))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(fonts.px(200), fonts.px(_PITCH) * len(self._links))

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens, painter = tokens_of(self), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pitch = fonts.px(_PITCH)
        middle = fonts.px(9)
        if len(self._links) > 1:
            painter.setPen(QPen(tokens.tone("border_strong"), 1.5))
            last = (len(self._links) - 1) * pitch + fonts.px(10)
            painter.drawLine(QPointF(middle, fonts.px(10)), QPointF(middle, last))
        for place, link in enumerate(self._links):
            self._paint_link(painter, QRectF(0, place * pitch, self.width(), pitch), (place, link), tokens)

    def _paint_link(self, painter: QPainter, area: QRectF, which: tuple[int, Link], tokens: Tokens) -> None:
        place, link = which
        side, line = fonts.px(18), fonts.px(19)
        box = QRectF(area.left() + 0.5, area.top() + 1, side, side)
        painter.setPen(QPen(tokens.tone(link.tone), 1.5))
        painter.setBrush(tokens.soft(link.tone))
        painter.drawEllipse(box)
        painter.setFont(fonts.font("caption_strong"))
        painter.drawText(box, paints.CENTER, str(place + 1))
        painter.setFont(fonts.fitting(link.ranks, "secondary"))
        ranks = painter.fontMetrics().horizontalAdvance(link.ranks)
        first = QRectF(fonts.px(28), area.top(), area.width() - fonts.px(28), line)
        painter.drawText(first, int(Qt.AlignmentFlag.AlignTrailing | paints.MIDDLE), link.ranks)
        painter.setPen(tokens.tone("text"))
        painter.setFont(fonts.font("strong"))
        self._line(painter, first.adjusted(0, 0, -ranks - fonts.px(8), 0), link.name)
        painter.setPen(tokens.tone("muted"))
        painter.setFont(fonts.font("secondary"))
        self._line(painter, first.translated(0, line), link.way)

    def _line(self, painter: QPainter, area: QRectF, text: str) -> None:
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(area.width()))
        painter.drawText(area, int(paints.MIDDLE), shown)
