"""The bars of the demand beside the grid, painted in one piece."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ganztag.desktop import fonts
from ganztag.desktop.tokens import Tokens, tokens_of
from ganztag.desktop.widgets import paints
from ganztag.desktop.wishes.demand_words import in_words, tone_of
from ganztag.queries.demand import Demand

_PITCH = 50


class DemandBars(QWidget):
    """A bar a course: wishes by rank against the tick of its places."""

    def __init__(self) -> None:
        super().__init__()
        self._demand: tuple[Demand, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_demand(self, found: tuple[Demand, ...]) -> None:
        self.setAccessibleName("; ".join(f"{one.course.name}: {in_words(one)}" for one in found))
        if found != self._demand:
            self._demand = found
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(fonts.px(200), len(self._demand) * fonts.px(_PITCH))

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens, painter = tokens_of(self), QPainter(self)
        places = [one.places or 0 for one in self._demand]
        whole = float(max([one.wished for one in self._demand] + places + [1]))
        for index, one in enumerate(self._demand):
            area = QRect(0, index * fonts.px(_PITCH), self.width(), fonts.px(_PITCH))
            self._paint_one(painter, area, one, (whole, tokens))

    def _paint_one(self, painter: QPainter, area: QRect, one: Demand, look: tuple[float, Tokens]) -> None:
        whole, tokens = look
        text = in_words(one)
        painter.setFont(fonts.font("secondary"))
        painter.setPen(tokens.tone(tone_of(one)))
        line = QRect(area.left(), area.top() + fonts.px(6), area.width(), fonts.px(20))
        painter.drawText(line, int(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter), text)
        room = area.width() - painter.fontMetrics().horizontalAdvance(text) - fonts.px(8)
        painter.setFont(fonts.font("medium"))
        painter.setPen(tokens.tone("text"))
        shown = painter.fontMetrics().elidedText(one.course.name, Qt.TextElideMode.ElideRight, room)
        painter.drawText(line, int(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter), shown)
        bar = QRectF(area.left(), area.top() + fonts.px(29), area.width(), fonts.px(8))
        parts = [(float(amount), tokens.wish(rank)[0]) for rank, amount in enumerate(one.by_rank, start=1) if amount]
        mark = float(one.places) if one.places is not None else None
        paints.paint_bar(painter, bar, paints.Bar(parts, whole, mark), tokens)
