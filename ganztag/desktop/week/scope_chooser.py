"""The button that says whose week is shown, and the list that opens below it, in which a few letters find anybody."""

from collections.abc import Callable, Iterator, Sequence
from itertools import islice

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ganztag.desktop import fonts, icons
from ganztag.desktop.tokens import tokens_of
from ganztag.desktop.week.scope import WHOLE, Named, Scope
from ganztag.desktop.widgets.buttons import Button
from ganztag.desktop.widgets.search_popup import SearchPopup
from ganztag.domain.search import matches
from ganztag.language import _

_MOST = 60


class ScopeButton(Button):
    """``picked(Scope)``; *read* says what there is to choose from, asked when the list is opened."""

    picked = Signal(object)

    def __init__(self) -> None:
        super().__init__("", None, "quiet", tall=True)
        self.scope = WHOLE
        self._read: Callable[[], Sequence[Named]] = list
        self.setStyleSheet(f"padding-right: {fonts.px(26)}px; text-align: left;")
        self.clicked.connect(self.open)

    def offer(self, read: Callable[[], Sequence[Named]]) -> None:
        self._read = read

    def show_scope(self, scope: Scope, name: str) -> None:
        """Show whose week it is without telling."""
        self.scope = scope
        metrics = self.fontMetrics()
        shown = metrics.elidedText(name, Qt.TextElideMode.ElideRight, fonts.px(190))
        self.setText(shown)
        self.setToolTip(name if shown != name else "")
        self.setAccessibleName(_("Whose week: {name}", name=name))
        self.setMinimumWidth(fonts.px(150))

    def open(self) -> None:
        popup = finder(self._read(), self.window())
        popup.picked.connect(self._take)
        popup.open_below(self)

    def _take(self, scope: object) -> None:
        if isinstance(scope, Scope):
            self.picked.emit(scope)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter, side = QPainter(self), fonts.px(16)
        box = self.rect().adjusted(self.width() - side - fonts.px(9), (self.height() - side) // 2, 0, 0)
        box.setSize(QSize(side, side))
        icons.draw(painter, box, "chevron-down", tokens_of(self).tone("muted"))


def finder(named: Sequence[Named], parent: QWidget) -> SearchPopup:
    """Return the popup in which anybody is found; children only once something is typed, for there are many."""

    def find(wanted: tuple[str, ...]) -> Iterator[tuple[Scope, str]]:
        found = (one for one in named if wanted or one.scope.kind != "pupil")
        there = ((one.scope, one.name) for one in found if matches(one.search_key, wanted))
        return islice(there, _MOST) if wanted else there

    hint, name = _("Class, leader, room or child"), _("Whose week")
    return SearchPopup(find, parent, hint=hint, name=name, size=(320, 380))
