"""What the painted views driven by keys share: the frame, the focus, scrolling to what is meant, and the tooltip."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QFocusEvent, QHelpEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QToolTip, QWidget

_Key = Qt.Key
MOVES: Mapping[int, tuple[int, int]] = {
    _Key.Key_Up: (-1, 0), _Key.Key_Down: (1, 0), _Key.Key_Left: (0, -1), _Key.Key_Right: (0, 1),
    _Key.Key_PageUp: (-12, 0), _Key.Key_PageDown: (12, 0), _Key.Key_Home: (0, -1000), _Key.Key_End: (0, 1000),
}  # fmt: skip
"""Where keys go in a grid: rows down, cells to the right."""


class Painted(QAbstractScrollArea):
    """Takes the focus and shows it; says ``tip_at`` the mouse."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def tip_at(self, _at: QPoint) -> str:
        """Return what the tooltip says at a point of the viewport."""
        return ""

    def scroll_on(self, across: int, down: int) -> None:
        for bar, step in ((self.horizontalScrollBar(), across), (self.verticalScrollBar(), down)):
            bar.setValue(bar.value() + step)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self.tip_at(event.pos()), self.viewport())
            return True
        return bool(super().viewportEvent(event))
