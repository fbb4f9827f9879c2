"""A popup with a search over a short list: letters narrow it, arrows walk, Enter or a click takes, Escape closes."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QWidget

from ganztag.desktop import fonts
from ganztag.desktop.widgets.card import column
from ganztag.desktop.widgets.filter_box import SearchField
from ganztag.domain.search import words

Find = Callable[[tuple[str, ...]], Iterable[tuple[object, str]]]
_VALUE = int(Qt.ItemDataRole.UserRole)


class SearchPopup(QFrame):
    """``picked(value)``; *find* is given the words that are typed and says what is listed, as (value, text)."""

    picked = Signal(object)

    def __init__(self, find: Find, parent: QWidget, *, hint: str, name: str, size: tuple[int, int]) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("card", "raised")
        self._find = find
        self.search, self.list = SearchField(), QListWidget()
        self.search.hint(hint)
        self.list.setProperty("popup", "true")
        self.list.setStyleSheet("QListView { border: none; padding: 0; }")
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setAccessibleName(name)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        whole = column(gap=6, margins=(10, 10, 10, 10))
        whole.addWidget(self.search)
        whole.addWidget(self.list)
        self.setLayout(whole)
        self.setFixedSize(fonts.px(size[0]), fonts.px(size[1]))
        self.search.textChanged.connect(self._look)
        self.search.installEventFilter(self)
        self.list.itemClicked.connect(self._pick)
        self._look("")

    def open_at(self, at: QPoint) -> None:
        """Open with the upper left corner at a point of the screen."""
        self.move(at)
        self.show()
        self.search.setFocus()

    def open_below(self, button: QWidget) -> None:
        right = button.mapToGlobal(QPoint(button.width(), button.height() + fonts.px(4)))
        self.open_at(right - QPoint(self.width(), 0))

    def _look(self, text: str) -> None:
        self.list.clear()
        for value, shown in self._find(words(text)):
            item = QListWidgetItem(shown)
            item.setData(_VALUE, value)
            self.list.addItem(item)
        self.list.setCurrentRow(0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrows walk in the list while the search field has the focus."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
            if step:
                self.list.setCurrentRow(min(max(self.list.currentRow() + step, 0), self.list.count() - 1))
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._pick(self.list.currentItem())
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.close()
                return True
        return super().eventFilter(watched, event)

    def _pick(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            value = item.data(_VALUE)
            self.close()
            self.picked.emit(value)
