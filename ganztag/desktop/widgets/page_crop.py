"""A part of a page in its original size, for the page beside it is too small to be read."""

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from ganztag.desktop.tokens import tokens_of
from ganztag.desktop.widgets import pdf_pages
from ganztag.desktop.widgets.page_view import original_scale


class Crop(QWidget):
    """A part of the page in its original size; drag it, or use the arrow keys. ``moved(part)`` is in points."""

    moved = Signal(QRectF)

    def __init__(self) -> None:
        super().__init__()
        self._content, self._number, self._size = b"", 0, QSizeF()
        self._corner = QPointF(24, 24)  # not the empty margin
        self._drawn: tuple[float, QImage] | None = None
        self._held: QPointF | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.OpenHandCursor)

    def show_page(self, content: bytes, number: int, size: QSizeF) -> None:
        """Show a page; the place that is looked at stays."""
        self._content, self._number, self._size, self._drawn = content, number, size, None
        self._move_to(self._corner)

    def look_at(self, middle: QPointF) -> None:
        """Bring a place of the page (in points) into the middle."""
        room = self._room()
        self._move_to(middle - QPointF(room.width() / 2, room.height() / 2))

    def part(self) -> QRectF:
        return QRectF(self._corner, self._room())

    def _room(self) -> QSizeF:
        scale = original_scale(self)
        return QSizeF(self.width() / scale, self.height() / scale)

    def _move_to(self, corner: QPointF) -> None:
        if self._size.isEmpty():
            return
        room = self._room()
        most_x = max(self._size.width() - room.width(), 0)
        most_y = max(self._size.height() - room.height(), 0)
        self._corner = QPointF(min(max(corner.x(), 0), most_x), min(max(corner.y(), 0), most_y))
        self.update()
        self.moved.emit(self.part())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._move_to(self._corner)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._held = event.position()
        self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._held is not None:
            step = (event.position() - self._held) / original_scale(self)
            self._held = event.position()
            self._move_to(self._corner - step)

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        self._held = None
        self.setCursor(Qt.CursorShape.OpenHandCursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {
            Qt.Key.Key_Left: QPointF(-20, 0), Qt.Key.Key_Right: QPointF(20, 0),
            Qt.Key.Key_Up: QPointF(0, -20), Qt.Key.Key_Down: QPointF(0, 20),
        }  # fmt: skip
        step = steps.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self._move_to(self._corner + step)

    def _image(self) -> QImage:
        sharp = original_scale(self) * self.devicePixelRatioF()
        if self._drawn is None or self._drawn[0] != sharp:
            self._drawn = (sharp, pdf_pages.image(self._content, self._number, sharp))
        return self._drawn[1]

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor("white"))
        if self._content:
            sharp = original_scale(self) * self.devicePixelRatioF()
            source = QRectF(self._corner * sharp, QSizeF(self.size()) * self.devicePixelRatioF())
            painter.drawImage(QRectF(self.rect()), self._image(), source)
        tokens = tokens_of(self)
        painter.setPen(QPen(tokens.tone("accent" if self.hasFocus() else "border_strong"), 2 if self.hasFocus() else 1))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
