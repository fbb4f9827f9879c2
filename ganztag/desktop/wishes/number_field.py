"""The field for the number of a slip: typed or scanned, Enter goes to its child."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from ganztag.desktop import fonts
from ganztag.desktop.widgets.own_undo import TypingLine
from ganztag.language import _


class NumberField(TypingLine):
    """``given(text)`` on Enter; ``left`` on Escape: back to the grid."""

    given = Signal(str)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("box", "true")
        self.setFont(fonts.figures())
        self.setFixedSize(fonts.px(112), fonts.px(32))
        self.returnPressed.connect(self._give)

    def retranslate(self) -> None:
        self.setPlaceholderText(_("Slip no."))
        self.setAccessibleName(_("Number of the slip"))
        self.setToolTip(_("Type or scan the number of a slip and press Enter; # leads here from the grid."))

    def ask(self) -> None:
        """Wait for the next number."""
        self.clear()
        self.setFocus()

    def _give(self) -> None:
        if self.text().strip():
            self.given.emit(self.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.clear()
            self.left.emit()
        else:
            super().keyPressEvent(event)
