"""Where a course is dragged out of the week: it lies over what waits, while something is carried by the mouse."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from ganztag.desktop import fonts
from ganztag.desktop.tokens import tokens_of
from ganztag.language import _


class DropZone(QWidget):
    """Dashed, and outlined where the mouse is over it; the mouse goes through it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._parent = parent
        self._is_aimed = False
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def cover(self, area: QWidget) -> None:
        """Lie over another widget."""
        self._is_aimed = False
        self.setGeometry(area.rect().translated(area.mapTo(self._parent, area.rect().topLeft())))
        self.show()
        self.raise_()

    def aim(self, is_aimed: bool) -> None:
        if is_aimed != self._is_aimed:
            self._is_aimed = is_aimed
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens, painter = tokens_of(self), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = tokens.tone("surface")
        painter.setPen(QPen(tokens.tone("accent"), 2.5 if self._is_aimed else 1.5, Qt.PenStyle.DashLine))
        painter.setBrush(tokens.soft("accent") if self._is_aimed else ground)
        painter.drawRoundedRect(self.rect().toRectF().adjusted(2, 2, -2, -2), 10, 10)
        painter.setPen(tokens.tone("accent"))
        painter.setFont(fonts.font("strong"))
        words = self.rect().adjusted(fonts.px(16), 0, -fonts.px(16), 0)
        flags = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap)
        painter.drawText(words, flags, _("Drop here to take it out of the week"))
        painter.end()
