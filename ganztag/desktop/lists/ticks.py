"""The list in which sheets are ticked: name over a second line, a pill at the right end."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from ganztag.desktop import fonts
from ganztag.desktop.lists.entries import Entry
from ganztag.desktop.tokens import Tokens
from ganztag.desktop.widgets import paints
from ganztag.desktop.widgets.columns import Column
from ganztag.desktop.widgets.rows import Rows
from ganztag.desktop.widgets.ticks import TICK_WIDTH, TickCell, TickTable
from ganztag.language import N_

_LEFT = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True)
class EntryCell:
    """Name over a second line, a pill at the right end; value: ``Entry``."""

    align: Qt.AlignmentFlag = _LEFT

    def text(self, value: Entry) -> str:
        return " ".join(filter(None, (value.title, value.second, value.hint.text if value.hint else "")))

    def paint(self, painter: QPainter, area: QRectF, value: Entry, tokens: Tokens) -> None:
        left, right, middle = area.left(), area.right(), area.center().y()
        if value.colour is not None:
            bar = QRectF(left, middle - fonts.px(17), fonts.px(4), fonts.px(34))
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(tokens.tone(f"cat{value.colour}"))
            painter.drawRoundedRect(bar, 2, 2)
            left += fonts.px(14)
        if value.hint is not None:
            width = paints.pill_width(value.hint)
            paints.paint_pill(painter, right - width, middle, value.hint, tokens)
            right -= width + fonts.px(8)
        upper = QRectF(left, middle - fonts.px(19), right - left, fonts.px(19))
        _line(painter, upper, value.title, "strong", tokens.tone("text").name())
        _line(painter, upper.translated(0, fonts.px(19)), value.second, "secondary", tokens.tone("muted").name())


def _line(painter: QPainter, area: QRectF, text: str, role: str, colour: str) -> None:
    painter.setFont(fonts.fitting(text, role))
    painter.setPen(colour)
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(area.width()))
    painter.drawText(area, int(_LEFT | Qt.TextFlag.TextSingleLine), shown)


COLUMNS: tuple[Column[Entry], ...] = (
    Column("marked", N_("chosen"), shown=lambda entry: entry.marked, cell=TickCell(), width=TICK_WIDTH),
    Column("entry", N_("Paper"), shown=lambda entry: entry, cell=EntryCell(), width=160, stretch=True),
)


class EntryTable(TickTable):
    """The list of sheets: two lines each, without heads."""

    def __init__(self, rows: Rows[Entry], parent: QWidget | None = None) -> None:
        super().__init__(rows, row_height=46, parent=parent)
        self.horizontalHeader().hide()
