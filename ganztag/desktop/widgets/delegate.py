"""Paints a table's rows: hover, selection, hairline, and each cell by its kind."""

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QHelpEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
    QWidget,
)

from ganztag.desktop import fonts
from ganztag.desktop.tokens import Tokens, tokens_of
from ganztag.desktop.widgets.rows import CELL_ROLE, VALUE_ROLE

_Index = QModelIndex | QPersistentModelIndex
EDGE, PAD = 15, 8


class RowDelegate(QStyledItemDelegate):
    """The row under the mouse is told to it by the table (``hovered``); *edge* is the inset of the first column."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.hovered, self.edge = -1, EDGE

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        view = option.widget
        tokens = tokens_of(view)
        rect = option.rect
        state = option.state
        is_selected = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        if is_selected:
            painter.fillRect(rect, tokens.tone("selection"))
        elif index.row() == self.hovered:
            painter.fillRect(rect, tokens.tone("hover"))
        self._hairline(painter, QRectF(rect), index, tokens)
        cell = index.data(CELL_ROLE)
        area = QRectF(rect).adjusted(self._left(index), 0, -fonts.px(PAD), -1)
        if cell.align & Qt.AlignmentFlag.AlignTrailing:
            area.setRight(rect.right() - fonts.px(EDGE))
        cell.paint(painter, area, index.data(VALUE_ROLE), tokens)
        if state & QStyle.StateFlag.State_HasFocus and view.hasFocus():
            self._focus(painter, QRectF(rect), index, tokens)
        painter.restore()

    def _left(self, index: _Index) -> int:
        return fonts.px(self.edge if self._is_first(index) else PAD)

    def _is_first(self, index: _Index) -> bool:
        view = self.parent()
        header = getattr(view, "horizontalHeader", None)
        return bool(header is not None and header().visualIndex(index.column()) == 0)

    def _hairline(self, painter: QPainter, rect: QRectF, index: _Index, tokens: Tokens) -> None:
        painter.setPen(QPen(tokens.tone("border"), 1))
        left = rect.left() + (fonts.px(self.edge) if self._is_first(index) else 0)
        y = rect.bottom() - 0.5
        painter.drawLine(int(left), int(y), int(rect.right()), int(y))

    def _focus(self, painter: QPainter, rect: QRectF, index: _Index, tokens: Tokens) -> None:
        """Mark the current row by a bar at its left edge, the current cell of an editable column by a frame."""
        if self._is_first(index) and index.row() >= 0:
            painter.fillRect(QRectF(rect.left(), rect.top(), 3, rect.height() - 1), tokens.tone("accent"))
        if index.flags() & Qt.ItemFlag.ItemIsEditable:
            painter.setPen(QPen(tokens.tone("accent"), 1.5))
            painter.drawRoundedRect(rect.adjusted(2, 2, -2, -3), 5, 5)

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, _index: _Index) -> QWidget:
        editor = QLineEdit(parent)
        editor.setProperty("box", "cell")
        editor.setFont(fonts.font())
        return editor

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        text = str(index.data() or "")
        return QSize(fonts.px(EDGE + PAD) + option.fontMetrics.horizontalAdvance(text), fonts.px(36))

    def helpEvent(
        self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: _Index
    ) -> bool:
        """Show an elided text whole in a tooltip, unless the column has a tip of its own."""
        if event.type() == QEvent.Type.ToolTip and index.isValid() and not index.data(int(Qt.ItemDataRole.ToolTipRole)):
            text = str(index.data() or "")
            width = option.fontMetrics.horizontalAdvance(text)
            if width + self._left(index) + fonts.px(PAD) > view.visualRect(index).width():
                QToolTip.showText(event.globalPos(), text, view)
                return True
        return bool(super().helpEvent(event, view, option, index))
