"""One page of paper on the desk: whole, as wide as there is room, or in any size; it is always white."""

from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from ganztag.desktop import fonts
from ganztag.desktop.tokens import tokens_of
from ganztag.desktop.widgets import pdf_pages

_STEP = 1.25
_LEAST, _MOST = 0.2, 4.0


class Zoom(StrEnum):
    PAGE = "page"
    WIDTH = "width"
    ORIGINAL = "original"
    FREE = "free"


def original_scale(widget: QWidget) -> float:
    """Return how many pixels a point takes where a page is as large as on paper."""
    return widget.logicalDpiX() / 72 * fonts.scale()


class Sheet(QWidget):
    """The page itself; ``pointed(place)`` tells in points where she clicked."""

    pointed = Signal(QPointF)

    def __init__(self) -> None:
        super().__init__()
        self._content, self._number, self._size = b"", 0, QSizeF()
        self._scale = 1.0
        self._drawn: tuple[float, QImage] | None = None
        self._frame = QRectF()

    def show_page(self, content: bytes, number: int, size: QSizeF) -> None:
        self._content, self._number, self._size, self._drawn = content, number, size, None
        self.set_scale(self._scale)
        self.update()

    def page_size(self) -> QSizeF:
        """Return the size of the page in points; empty while there is none."""
        return self._size

    def set_scale(self, scale: float) -> None:
        """Show the page with *scale* pixels to the point."""
        self._scale = scale
        self.resize(round(self._size.width() * scale), round(self._size.height() * scale))

    def scale(self) -> float:
        return self._scale

    def frame(self, part: QRectF) -> None:
        """Mark the part (in points) that is seen elsewhere in its original size."""
        self._frame = part
        self.update()

    def drawn(self) -> QImage:
        """Return the page as it is shown, sharp on this screen."""
        sharp = self._scale * self.devicePixelRatioF()
        if self._drawn is None or self._drawn[0] != sharp:
            self._drawn = (sharp, pdf_pages.image(self._content, self._number, sharp))
        return self._drawn[1]

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.pointed.emit(event.position() / self._scale)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.pointed.emit(event.position() / self._scale)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        if not self._content:
            return
        painter.drawImage(self.rect(), self.drawn())
        painter.setPen(tokens_of(self).tone("border_strong"))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        if not self._frame.isEmpty():
            part = QRectF(self._frame.topLeft() * self._scale, self._frame.size() * self._scale)
            accent = QColor("#2F5BD0")  # the paper is white in the dark, too
            painter.fillRect(part, QColor(47, 91, 208, 16))
            painter.setPen(QPen(accent, 1.2))
            painter.drawRect(part.adjusted(0.5, 0.5, -0.5, -0.5))


class PageView(QScrollArea):
    """``leafed(step)`` when she wants to go on beyond what is seen; ``rescaled`` after each change of size."""

    leafed = Signal(int)
    rescaled = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.sheet = Sheet()
        self._zoom = Zoom.WIDTH
        self.setProperty("bare", "true")
        self.viewport().setProperty("bare", "true")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.setWidget(self.sheet)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def zoom(self) -> Zoom:
        return self._zoom

    def show_page(self, content: bytes, number: int, size: QSizeF) -> None:
        """Show a page from its top."""
        self.sheet.show_page(content, number, size)
        self._fit()
        self.verticalScrollBar().setValue(0)

    def set_zoom(self, zoom: Zoom) -> None:
        self._zoom = zoom
        self._fit()

    def step(self, steps: int) -> None:
        """Show the page larger (1) or smaller (-1)."""
        self._zoom = Zoom.FREE
        least, most = _LEAST * original_scale(self), _MOST * original_scale(self)
        self.sheet.set_scale(min(max(self.sheet.scale() * _STEP**steps, least), most))
        self.rescaled.emit()

    def percent(self) -> str:
        """Return the size beside that of the paper, 85 %."""
        return f"{100 * self.sheet.scale() / original_scale(self):.0f} %"

    def is_readable(self) -> bool:
        """Say whether the page is shown about as large as it is on paper, or larger."""
        return self._zoom is Zoom.ORIGINAL or self.sheet.scale() > original_scale(self) * 0.95

    def wanted_height(self, width: int) -> int:
        """Return how high it would like to be at a width, to show all of the page."""
        size = self.sheet.page_size()
        if size.isEmpty():
            return 0
        scale = self._scale_for(QSize(width, 1 << 20))
        return round(size.height() * scale) + 2

    def _scale_for(self, room: QSize) -> float:
        size = self.sheet.page_size()
        wide = room.width() / size.width()
        if self._zoom is Zoom.PAGE:
            return min(wide, room.height() / size.height())
        if self._zoom is Zoom.WIDTH:
            return wide
        return original_scale(self) if self._zoom is Zoom.ORIGINAL else self.sheet.scale()

    def _fit(self) -> None:
        if self.sheet.page_size().isEmpty():
            return
        room = self.maximumViewportSize()
        scale = self._scale_for(room)
        if self._zoom is Zoom.WIDTH and self.sheet.page_size().height() * scale > room.height():
            room.setWidth(room.width() - self.verticalScrollBar().sizeHint().width())
            scale = self._scale_for(room)
        self.sheet.set_scale(scale)
        self.rescaled.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.step(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar = self.verticalScrollBar()
        if event.key() == Qt.Key.Key_PageDown and bar.value() >= bar.maximum():
            self.leafed.emit(1)
        elif event.key() == Qt.Key.Key_PageUp and bar.value() <= bar.minimum():
            self.leafed.emit(-1)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self.viewport())
            painter.setPen(QPen(tokens_of(self).tone("accent"), 2))
            painter.drawRect(self.viewport().rect().adjusted(1, 1, -1, -1))
