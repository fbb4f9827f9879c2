"""The head line of a table: muted titles, the sorting arrow, and a menu that hides columns."""

from PySide6.QtCore import QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QAction, QPainter, QPaintEvent
from PySide6.QtWidgets import QHeaderView, QMenu, QWidget

from ganztag.desktop import fonts, icons
from ganztag.desktop.tokens import tokens_of


class Header(QHeaderView):
    """Click sorts, drag moves a column, the context menu hides and shows columns."""

    columns_chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setFont(fonts.font("secondary_strong"))
        self.setFixedHeight(fonts.px(38))
        self.setSectionsClickable(True)
        self.setSectionsMovable(True)
        self.setSortIndicatorShown(True)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(fonts.px(36))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self.open_menu)
        self.viewport().setAutoFillBackground(False)

    def open_menu(self, at: QPoint) -> None:
        """Offer all columns with a tick for those that are shown."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for action in self.column_actions(menu):
            menu.addAction(action)
        menu.popup(self.mapToGlobal(at))

    def column_actions(self, owner: QWidget) -> list[QAction]:
        """Return one checkable action for each column; the last visible one cannot be hidden."""
        made = []
        shown = self.count() - self.hiddenSectionCount()
        for section in range(self.count()):
            title = str(self.model().headerData(section, Qt.Orientation.Horizontal) or "")
            action = QAction(title, owner)
            action.setCheckable(True)
            action.setChecked(not self.isSectionHidden(section))
            action.setEnabled(shown > 1 or self.isSectionHidden(section))
            action.setData(section)
            action.triggered.connect(self._column_chosen)
            made.append(action)
        return made

    def _column_chosen(self, on: bool) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.setSectionHidden(int(action.data()), not on)
            self.columns_chosen.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.fillRect(0, self.height() - 1, self.width(), 1, tokens_of(self).tone("border_strong"))

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        if not rect.isValid():
            return
        tokens, model = tokens_of(self), self.model()
        title = str(model.headerData(section, Qt.Orientation.Horizontal) or "")
        align = model.headerData(section, Qt.Orientation.Horizontal, int(Qt.ItemDataRole.TextAlignmentRole))
        is_right = align is not None and bool(Qt.AlignmentFlag(align) & Qt.AlignmentFlag.AlignTrailing)
        is_sorted = self.isSortIndicatorShown() and self.sortIndicatorSection() == section
        painter.save()
        painter.setFont(self.font())
        pad, side = fonts.px(8), fonts.px(14)
        first = fonts.px(15) if self.visualIndex(section) == 0 else pad
        area = rect.adjusted(first, 0, -(fonts.px(15) if is_right else pad), -1)
        room = area.width() - (side + 4 if is_sorted else 0)
        text = self.fontMetrics().elidedText(title, Qt.TextElideMode.ElideRight, max(room, 0))
        width = self.fontMetrics().horizontalAdvance(text)
        left = area.right() - width + 1 if is_right else area.left()
        painter.setPen(tokens.tone("text" if is_sorted else "muted"))
        painter.drawText(QRect(left, area.top(), width + 2, area.height()), int(Qt.AlignmentFlag.AlignVCenter), text)
        if is_sorted:
            name = "chevron-up" if self.sortIndicatorOrder() == Qt.SortOrder.AscendingOrder else "chevron-down"
            x = left - side - 3 if is_right else left + width + 3
            icons.draw(painter, QRectF(x, area.center().y() - side / 2 + 1, side, side), name, tokens.tone("text"))
        painter.restore()
