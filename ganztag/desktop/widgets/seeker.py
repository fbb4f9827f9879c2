"""A line in which a few letters find one of many rows, in any spelling; Enter takes it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QStringListModel, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QCompleter, QListView, QWidget

from ganztag.desktop import fonts
from ganztag.desktop.widgets.filter_box import SearchField
from ganztag.domain.search import matches, words

_MOST = 12


@dataclass(frozen=True)
class Sought:
    """A row that can be found: *text* is shown, *search_key* is what it is found by."""

    id: int
    text: str
    search_key: str


class Seeker(SearchField):
    """``found(id)`` when one was taken; the line is empty again afterwards.

    Where it *browses*, a click or Down in the empty line shows all rows.
    """

    found = Signal(int)
    browses = False

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._read: Callable[[], Sequence[Sought]] | None = None
        self._rows: Sequence[Sought] | None = None
        self._near: list[Sought] = []
        self._texts = QStringListModel(self)
        self._list = QCompleter(self._texts, self)
        self._list.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._list.setMaxVisibleItems(_MOST)
        self._popup = QListView()
        self._popup.setFont(fonts.font())
        self._popup.setProperty("popup", "true")
        self._list.setPopup(self._popup)
        self._list.setWidget(self)
        self._list.activated.connect(self._take)
        self.textEdited.connect(self._look)
        self.left_down.connect(self._take_current)

    def offer(self, read: Callable[[], Sequence[Sought]]) -> None:
        """Look among the rows that *read* returns; it is asked at the first letter, not before."""
        self._read, self._rows = read, None

    def near(self) -> list[str]:
        """Return the texts that are offered now."""
        return [row.text for row in self._near]

    def _look(self, text: str) -> None:
        wanted = words(text)
        near = [row for row in self._known() if matches(row.search_key, wanted)][:_MOST] if wanted else []
        self._show(near)

    def _known(self) -> Sequence[Sought]:
        if self._rows is None:
            self._rows = self._read() if self._read is not None else ()
        return self._rows

    def _show(self, near: list[Sought]) -> None:
        self._near = near
        self._texts.setStringList(self.near())
        if self._near:
            self._list.complete()
            self._popup.setCurrentIndex(self._list.completionModel().index(0, 0))
        else:
            self._popup.hide()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self._browse()

    def _browse(self) -> None:
        if self.browses and not self.text() and not self._popup.isVisible():
            self._show(list(self._known()))

    def _take_current(self) -> None:
        """Take what is marked: the completer sends Enter to the line first, and never hears of it again."""
        place = self._popup.currentIndex().row()
        if self._popup.isVisible() and 0 <= place < len(self._near):
            self._popup.hide()
            self._tell(self._near[place])
        else:
            self._browse()

    def _take(self, text: str) -> None:
        row = next((row for row in self._near if row.text == text), None)
        if row is not None:
            self._tell(row)

    def _tell(self, row: Sought) -> None:
        self._near = []
        self.clear()
        self.found.emit(row.id)
