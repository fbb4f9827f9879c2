"""How the matrix of people and papers is painted."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from ganztag.desktop import fonts, icons
from ganztag.desktop.staff.matrix_geometry import MatrixGeometry
from ganztag.desktop.staff.paper_words import in_short, look_of
from ganztag.desktop.tokens import Tokens
from ganztag.language import _
from ganztag.queries.staff import StaffRow
from ganztag.queries.staff_papers import PaperRow, RequirementRow

_LEFT = int(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
_WRAPPED = _LEFT | int(Qt.TextFlag.TextWordWrap)
_BROKEN = _LEFT | int(Qt.TextFlag.TextWrapAnywhere)


class MatrixPaint:
    """Filled by the matrix; paints only what is seen."""

    def __init__(self, place: MatrixGeometry, tokens: Tokens) -> None:
        self.place, self.tokens = place, tokens
        self.day = date.min
        self.rows: Sequence[StaffRow] = ()
        self.asked: Sequence[RequirementRow] = ()
        self.current, self.has_focus = (0, 0), False

    def paper(self, row: int, column: int) -> PaperRow | None:
        """Return the paper of a cell, None where nothing is asked of that person."""
        wanted = self.asked[column].id
        return next((paper for paper in self.rows[row].papers if paper.requirement_id == wanted), None)

    def paint(self, painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(0, 0, self.place.width, self.place.height, self.tokens.tone("surface"))
        for row in self.place.seen():
            self._row(painter, row)
        self._names(painter)
        self._head(painter)

    def _row(self, painter: QPainter, row: int) -> None:
        for column in range(len(self.asked)):
            area = self.place.cell(row, column)
            if area.right() >= self.place.names and area.left() < self.place.width:
                if row == self.current[0]:
                    painter.fillRect(area, self.tokens.tone("selection"))
                self._cell(painter, area, self.paper(row, column))
                if (row, column) == self.current:
                    self._mark(painter, area)
        self._hairline(painter, row)

    def _hairline(self, painter: QPainter, row: int) -> None:
        y = self.place.cell(row, 0).bottom()
        painter.setPen(QPen(self.tokens.tone("border"), 1))
        painter.drawLine(0, y, self.place.width, y)

    def _cell(self, painter: QPainter, area: QRect, paper: PaperRow | None) -> None:
        if paper is None:
            painter.setPen(self.tokens.tone("decoration"))
            painter.setFont(fonts.font("secondary"))
            painter.drawText(area.adjusted(fonts.px(16), 0, 0, 0), _LEFT, "–")
            return
        tone, icon = look_of(paper, self.day)
        side = fonts.px(16)
        box = QRectF(area.left() + fonts.px(10), area.center().y() - side / 2, side, side)
        icons.draw(painter, box, icon, self.tokens.tone(tone))
        text = in_short(paper, self.day)
        painter.setFont(fonts.font("secondary"))
        painter.setPen(self.tokens.tone("text" if tone == "ok" else tone))
        words = area.adjusted(fonts.px(32), 0, -fonts.px(4), 0)
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words, _LEFT, shown)

    def _mark(self, painter: QPainter, area: QRect) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self.tokens.tone("accent" if self.has_focus else "border_strong"), 1.5))
        painter.drawRoundedRect(QRectF(area).adjusted(2, 2, -3, -4), 5, 5)

    def _names(self, painter: QPainter) -> None:
        place, tokens = self.place, self.tokens
        for row in place.seen():
            area = QRect(0, place.cell(row, 0).top(), place.names, place.row_height)
            chosen = row == self.current[0]
            painter.fillRect(area.adjusted(0, 0, 0, -1), tokens.tone("selection" if chosen else "surface"))
            painter.setFont(fonts.fitting(self.rows[row].name, "strong"))
            painter.setPen(tokens.tone("text"))
            words = area.adjusted(fonts.px(15), 0, -fonts.px(8), 0)
            shown = painter.fontMetrics().elidedText(self.rows[row].name, Qt.TextElideMode.ElideRight, words.width())
            painter.drawText(words, _LEFT, shown)
        painter.setPen(QPen(tokens.tone("border"), 1))
        painter.drawLine(place.names - 1, place.head, place.names - 1, place.height)

    def _head(self, painter: QPainter) -> None:
        place, tokens = self.place, self.tokens
        painter.fillRect(0, 0, place.width, place.head, tokens.tone("surface"))
        painter.setFont(fonts.font("secondary_strong"))
        painter.setPen(tokens.tone("muted"))
        painter.save()
        painter.drawText(QRect(fonts.px(15), 0, place.names, place.head), _LEFT, _("Name"))
        painter.setClipRect(QRect(place.names, 0, place.width - place.names, place.head))
        for column, asked in enumerate(self.asked):
            area = place.cell(0, column)
            words = area.adjusted(fonts.px(10), 0, -fonts.px(4), 0)
            words.setRect(words.left(), fonts.px(4), words.width(), place.head - fonts.px(8))
            _title(painter, words, asked.name)
        painter.restore()
        painter.setPen(QPen(tokens.tone("border_strong"), 1))
        painter.drawLine(0, place.head - 1, place.width, place.head - 1)


def _title(painter: QPainter, area: QRect, text: str) -> None:
    """Write a title in up to three lines, smaller where a word is wide; one wider than the column is broken."""
    how = _BROKEN
    for role in ("secondary_strong", "caption_strong"):
        painter.setFont(fonts.font(role))
        if all(painter.fontMetrics().horizontalAdvance(word) <= area.width() for word in text.split()):
            how = _WRAPPED
            break
    measured = painter.fontMetrics()
    while len(text) > 4 and measured.boundingRect(QRect(0, 0, area.width(), 9999), how, text).height() > area.height():
        text = text.rstrip("…")[:-1].rstrip() + "…"
    painter.drawText(area, how, text)
