"""Below the grid: with whom the child in whose row is typed wants to be, each with a cross that takes it back."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ganztag.desktop import fonts
from ganztag.desktop.tokens import tokens_of
from ganztag.desktop.widgets.buttons import Button
from ganztag.desktop.widgets.card import emptied, row
from ganztag.desktop.widgets.text import Elided, Text
from ganztag.desktop.wishes.companions import Companion
from ganztag.language import _, ngettext

_MOST = 3


class CompanionStrip(QWidget):
    """``removed(bond)`` when the cross of one was clicked; it has the same height for every child."""

    removed = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._line = row(gap=8, margins=(14, 0, 14, 0))
        self._shown: tuple[str, tuple[Companion, ...]] | None = None
        self.setLayout(self._line)
        self.setFixedHeight(fonts.px(36))

    def retranslate(self) -> None:
        """Say it anew: what was said before was in another language."""
        self._shown = None

    def show_child(self, child: str, found: Sequence[Companion]) -> None:
        """Show to whom a child is bound; what has no room stands in the menu of its row too."""
        if (child, tuple(found)) == self._shown:
            return
        self._shown = (child, tuple(found))
        emptied(self._line)
        self._line.addWidget(Text(child, "secondary_strong"))
        if not found:
            self._line.addWidget(Elided(_("has no wish about other children; F4 notes one."), "secondary", "muted"), 1)
            return
        for one in found[:_MOST]:
            button = _Taken(one)
            button.wanted.connect(self.removed)
            self._line.addWidget(button)
        rest = len(found) - _MOST
        if rest > 0:
            self._line.addWidget(Text(ngettext("and {count} more", "and {count} more", rest), "secondary", "muted"))
        self._line.addStretch(1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(tokens_of(self).tone("border"))
        painter.drawLine(0, 0, self.width(), 0)


class _Taken(Button):
    wanted = Signal(int)

    def __init__(self, companion: Companion) -> None:
        super().__init__(companion.short, "x", "plain")
        self._bond = companion.bond_id
        self.setFont(fonts.font("secondary"))
        self.setFixedHeight(fonts.px(28))
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.setToolTip("\n".join((companion.whole, _("A click takes it back."))))
        self.setAccessibleName(_("Remove: {bond}", bond=companion.short))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.clicked.connect(self._tell)

    def _tell(self) -> None:
        self.wanted.emit(self._bond)
