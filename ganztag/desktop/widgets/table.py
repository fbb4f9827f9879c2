"""The list of a screen: a table without a grid that remembers its columns and speaks to Excel."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPersistentModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication, QKeyEvent, QKeySequence, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QMenu, QTableView, QWidget

from ganztag.desktop import fonts
from ganztag.desktop.widgets.column_look import ColumnLook, Memory
from ganztag.desktop.widgets.copying import as_table
from ganztag.desktop.widgets.delegate import RowDelegate
from ganztag.desktop.widgets.filter_box import SearchField
from ganztag.desktop.widgets.header import Header
from ganztag.desktop.widgets.rows import Rows

_Flag = QItemSelectionModel.SelectionFlag
_Place = QModelIndex | QPersistentModelIndex


class Table(QTableView):
    """``chosen(id or None)`` follows the current row; ``opened(id)`` is Enter or a double click.

    Give *key* and *memory*, and widths, order, hidden columns and sorting come back at the next start.
    """

    chosen = Signal(object)
    opened = Signal(int)

    def __init__(
        self,
        rows: Rows[Any],
        *,
        key: str = "",
        memory: Memory | None = None,
        row_height: int = 36,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.rows = rows
        self._context: Sequence[QAction] = ()
        self._held: tuple[list[int], int | None, int] = ([], None, 0)
        self._last_chosen: int | None = None
        self._delegate = RowDelegate(self)
        self._header = Header(self)
        self.setHorizontalHeader(self._header)
        _dress(self, row_height)
        self.setAccessibleName(name)
        self.setModel(rows)
        self.look = ColumnLook(self, self._header, rows.columns)
        if self.look.restore(key, memory):
            self._sort(self._header.sortIndicatorSection(), self._header.sortIndicatorOrder())
        self.horizontalHeader().sortIndicatorChanged.connect(self._sort)
        rows.modelAboutToBeReset.connect(self._hold)
        rows.modelReset.connect(self._let_go)
        rows.rowsRemoved.connect(self._mark_current)
        self.selectionModel().currentRowChanged.connect(self._tell_chosen)
        self.doubleClicked.connect(self._open)

    def set_edge(self, edge: int) -> None:
        """Set the inset of the first column, for a list that stands between fields."""
        self._delegate.edge = edge

    def chosen_id(self) -> int | None:
        return self.rows.id_at(self.currentIndex())

    def selected_ids(self) -> list[int]:
        """Return the ids of all selected rows, from the top."""
        places = sorted(index.row() for index in self.selectionModel().selectedRows())
        shown = self.rows.visible_ids()
        return [shown[place] for place in places]

    def choose(self, key: int | None) -> bool:
        """Select a row and bring it into view; tell whether it is shown at all."""
        index = self.rows.index_of(key) if key is not None else QModelIndex()
        if not index.isValid():
            self.clearSelection()
            self.setCurrentIndex(QModelIndex())
            return False
        self.setCurrentIndex(index)
        self.scrollTo(index, QAbstractItemView.ScrollHint.EnsureVisible)
        return True

    def choose_first(self) -> None:
        """Select the first row when none is chosen and there is one."""
        if self.chosen_id() is None and self.rows.rowCount():
            self.setCurrentIndex(self.rows.index(0, self._first_column()))

    def searched_by(self, field: SearchField) -> None:
        """Show only the rows that *field* looks for; Down and Enter in it go on to them."""
        field.textChanged.connect(self.rows.look_for)
        field.left_down.connect(self.take_over)

    def take_over(self) -> None:
        """Go on from a search field with the keyboard: the first row is chosen when none was."""
        self.choose_first()
        self.setFocus()

    def selectionCommand(self, index: _Place, event: QEvent | None = None) -> _Flag:
        """A row the program chooses stands alone: Qt would add it to the others while Ctrl+N holds Ctrl down."""
        if event is None:
            return _Flag.ClearAndSelect | _Flag.Rows
        return super().selectionCommand(index, event)

    def offer(self, actions: Sequence[QAction]) -> None:
        """Give the context menu its actions; their shortcuts work while the table has the focus."""
        for action in self._context:
            self.removeAction(action)
        self._context = tuple(actions)
        for action in actions:
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.addActions(list(actions))

    def copy(self) -> None:
        """Copy the selected rows with the heads of the visible columns, as Excel pastes them."""
        header = self.horizontalHeader()
        sections = [header.logicalIndex(place) for place in range(header.count())]
        columns = [self.rows.columns[section] for section in sections if not header.isSectionHidden(section)]
        chosen = [self.rows.row_of(key) for key in self.selected_ids()]
        QGuiApplication.clipboard().setText(as_table(columns, [row for row in chosen if row is not None]))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.look.fit()

    def _sort(self, column: int, order: Qt.SortOrder) -> None:
        self.rows.sort(column, order)
        self.look.keep()

    def hideEvent(self, event: Any) -> None:
        self.look.keep()
        super().hideEvent(event)

    def _hold(self) -> None:
        selection = self.selectionModel()
        if selection is not None:
            self._held = (self.selected_ids(), self.chosen_id(), self.verticalScrollBar().value())

    def _let_go(self) -> None:
        """After search and filter: select by id what was selected, and stay where the eye was."""
        selected, current, scrolled = self._held
        selection = self.selectionModel()
        column = self._first_column()
        index = self.rows.index_of(current, column) if current is not None else QModelIndex()
        if index.isValid():
            selection.setCurrentIndex(index, _Flag.NoUpdate)
        for key in selected[:500]:
            here = self.rows.index_of(key, column)
            if here.isValid():
                selection.select(here, _Flag.Select | _Flag.Rows)
        self.verticalScrollBar().setValue(scrolled)
        if index.isValid():
            self.scrollTo(index)
        self._tell_chosen()

    def _mark_current(self, *_removed: object) -> None:
        """Select the row that took the place of a deleted one: Qt only makes it the current one."""
        if self.currentIndex().isValid() and not self.selectionModel().hasSelection():
            self.selectionModel().select(self.currentIndex(), _Flag.ClearAndSelect | _Flag.Rows)

    def _tell_chosen(self, *_indexes: QModelIndex) -> None:
        key = self.chosen_id()
        if key != self._last_chosen:
            self._last_chosen = key
            self.chosen.emit(key)

    def _open(self, index: QModelIndex) -> None:
        key = self.rows.id_at(index)
        if key is not None:
            self.opened.emit(key)

    def _open_menu(self, at: QPoint) -> None:
        if self._context:
            menu = QMenu(self)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.addActions(list(self._context))
            menu.popup(self.viewport().mapToGlobal(at))

    def _first_column(self) -> int:
        header = self.horizontalHeader()
        places = (header.logicalIndex(place) for place in range(header.count()))
        return next((place for place in places if not header.isSectionHidden(place)), 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif self._opens(Qt.Key(event.key())):
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _opens(self, key: Qt.Key) -> bool:
        """Enter opens the row, and so does F2 where it does not edit the cell."""
        here = self.currentIndex()
        edits = bool(here.flags() & Qt.ItemFlag.ItemIsEditable)
        return here.isValid() and (key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) or (key == Qt.Key.Key_F2 and not edits))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self.indexAt(event.position().toPoint()).row())
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._hover(-1)
        super().leaveEvent(event)

    def _hover(self, row: int) -> None:
        if row != self._delegate.hovered:
            self._delegate.hovered = row
            self.viewport().update()

    def sizeHint(self) -> QSize:
        return QSize(fonts.px(400), fonts.px(300))


def _dress(table: Table, row_height: int) -> None:
    """Give the list its look: hairlines, no grid, whole rows."""
    table.setProperty("list", "true")
    table.setFont(fonts.font())
    table.setItemDelegate(table._delegate)
    table.horizontalHeader().setStretchLastSection(False)
    table.setFrameShape(QFrame.Shape.NoFrame)
    table.setShowGrid(False)
    table.setWordWrap(False)
    table.setCornerButtonEnabled(False)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
    table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    table.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
    table.setTabKeyNavigation(False)
    table.setMouseTracking(True)
    table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
    table.customContextMenuRequested.connect(table._open_menu)
    upright = table.verticalHeader()
    upright.hide()
    upright.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    upright.setDefaultSectionSize(fonts.px(row_height))
