"""A row of a few alternatives of which one is on."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ganztag.desktop import fonts
from ganztag.desktop.tokens import tokens_of


class Segmented(QWidget):
    """Tells ``picked(key)``; arrow keys move, as in a radio group."""

    picked = Signal(str)

    def __init__(self, choices: Sequence[tuple[str, str]] = (), name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices = list(choices)
        self._key = self._choices[0][0] if self._choices else ""
        self.setFont(fonts.font("secondary_strong"))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(name)

    def offer(self, choices: Sequence[tuple[str, str]]) -> None:
        """Show (key, text) pairs; what was on stays on where it still is there."""
        self._choices = list(choices)
        if self._choices and self._key not in [key for key, _text in self._choices]:
            self._key = self._choices[0][0]
        self.updateGeometry()
        self.update()

    def key(self) -> str:
        return self._key

    def pick(self, key: str) -> None:
        """Switch without telling."""
        self._key = key
        self.update()

    def _boxes(self) -> list[QRect]:
        boxes, left = [], 2
        for _key, text in self._choices:
            width = fonts.width_of(self, text) + fonts.px(32)
            boxes.append(QRect(left, 2, width, self.height() - 4))
            left += width
        return boxes

    def sizeHint(self) -> QSize:
        texts = sum(fonts.width_of(self, text) + fonts.px(32) for _key, text in self._choices)
        return QSize(texts + 4, fonts.px(28))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        for (key, _text), box in zip(self._choices, self._boxes(), strict=True):
            if box.contains(event.position().toPoint()):
                self._turn(key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        keys = [key for key, _text in self._choices]
        if step and self._key in keys:
            self._turn(keys[(keys.index(self._key) + step) % len(keys)])
        else:
            super().keyPressEvent(event)

    def _turn(self, key: str) -> None:
        if key != self._key:
            self.pick(key)
            self.picked.emit(key)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = tokens_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(tokens.tone("accent") if self.hasFocus() else Qt.PenStyle.NoPen)
        painter.setBrush(tokens.tone("track"))
        painter.drawRoundedRect(self.rect().toRectF().adjusted(0.5, 0.5, -0.5, -0.5), 7, 7)
        for (key, text), box in zip(self._choices, self._boxes(), strict=True):
            if key == self._key:
                painter.setPen(tokens.tone("border_strong"))
                painter.setBrush(tokens.tone("surface"))
                painter.drawRoundedRect(box.toRectF().adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
            painter.setPen(tokens.tone("text" if key == self._key else "muted"))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
