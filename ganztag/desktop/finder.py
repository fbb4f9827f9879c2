"""Ctrl+K: find anything by typing a few letters of it, a child, a course, a room, a person, a screen or a command."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from ganztag.desktop import fonts
from ganztag.desktop.widgets.card import Card, column
from ganztag.desktop.widgets.cells import Marked, MarkedCell, TextCell
from ganztag.desktop.widgets.columns import Column
from ganztag.desktop.widgets.filter_box import SearchField
from ganztag.desktop.widgets.rows import Rows
from ganztag.desktop.widgets.table import Table
from ganztag.desktop.widgets.text import Text
from ganztag.domain.search import matches, words
from ganztag.language import N_, _


@dataclass(frozen=True)
class Hit:
    """What can be found; *target* is handed back when it is picked."""

    id: int
    text: str
    second: str
    icon: str
    search_key: str
    target: Any


COLUMNS: tuple[Column[Hit], ...] = (
    Column("text", N_("Found"), shown=lambda hit: Marked(hit.text, "text", hit.icon), cell=MarkedCell("medium"),
           width=320, stretch=True),
    Column("second", N_("Kind"), shown=lambda hit: hit.second, cell=TextCell("secondary", "muted"), width=190),
)  # fmt: skip


class Finder(QWidget):
    """A popup that tells ``picked(target)`` and closes itself."""

    picked = Signal(object)

    def __init__(self, hits: Sequence[Hit], owner: QWidget) -> None:
        super().__init__(owner, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.setAccessibleName(_("Find anything …"))
        self.rows: Rows[Hit] = Rows(COLUMNS, parent=self)
        self.search = SearchField()
        self.table = Table(self.rows, name=_("Found"))
        self._nothing = Text(_("Nothing of that name. Try a part of it."), "body", "muted")
        self._hits = hits
        self._arrange(owner)
        self.search.textChanged.connect(self._look)
        self.search.installEventFilter(self)
        self.table.opened.connect(self._pick)
        self.table.clicked.connect(self._clicked)
        self._look("")

    def _arrange(self, owner: QWidget) -> None:
        self.search.hint(_("Child, course, room, person or command"))
        self.table.horizontalHeader().hide()
        self.table.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        card = Card()
        card.setProperty("card", "raised")
        card.body.setSpacing(fonts.px(10))
        for widget in (self.search, self.table, self._nothing):
            card.body.addWidget(widget)
        whole = column()
        whole.addWidget(card)
        self.setLayout(whole)
        self.resize(fonts.px(580), fonts.px(420))
        at = owner.mapToGlobal(QPoint((owner.width() - self.width()) // 2, fonts.px(90)))
        self.move(at)

    def open(self) -> None:
        self.show()
        self.search.setFocus(Qt.FocusReason.PopupFocusReason)

    def _look(self, text: str) -> None:
        self.rows.show(found(self._hits, text))
        some = self.rows.rowCount() > 0
        self.table.setVisible(some)
        self._nothing.setVisible(not some)
        if some:
            self.table.setCurrentIndex(self.rows.index(0, 0))
            self.table.scrollToTop()

    def _clicked(self) -> None:
        key = self.table.chosen_id()
        if key is not None:
            self._pick(key)

    def _pick(self, key: int) -> None:
        hit = self.rows.row_of(key)
        self.close()
        if hit is not None:
            self.picked.emit(hit.target)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrow keys in the search field walk through the list; Enter picks, Escape closes."""
        if watched is self.search and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._key(Qt.Key(event.key()))
        return super().eventFilter(watched, event)

    def _key(self, key: Qt.Key) -> bool:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}
        if key in steps and self.rows.rowCount():
            row = min(max(self.table.currentIndex().row() + steps[key], 0), self.rows.rowCount() - 1)
            self.table.setCurrentIndex(self.rows.index(row, 0))
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._clicked()
            return True
        if key == Qt.Key.Key_Escape:
            self.close()
            return True
        return False


def found(hits: Sequence[Hit], text: str) -> list[Hit]:
    """Return what all words of *text* occur in; first those whose own words begin so, then the others."""
    wanted = words(text)
    near = [hit for hit in hits if matches(hit.search_key, wanted)]
    return sorted(near, key=lambda hit: not _begins(words(hit.text), wanted))


def _begins(own: Sequence[str], wanted: Sequence[str]) -> bool:
    return all(any(word.startswith(part) for word in own) for part in wanted)
