"""The lines of small print of the screen: what the colours of wishes mean, and which key does what."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ganztag.desktop import fonts
from ganztag.desktop.tokens import tokens_of

_FIXED = QSizePolicy.Policy.Fixed
_TRAILING = Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter


class KeyHints(QWidget):
    """Keys in small boxes with what they do; those that have no room are left out."""

    def __init__(self) -> None:
        super().__init__()
        self._hints: tuple[tuple[str, str], ...] = ()
        self._note = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, _FIXED)

    def show_hints(self, hints: Sequence[tuple[str, str]]) -> None:
        """Show (key, what it does)."""
        self._hints = tuple(hints)
        self.setAccessibleName(", ".join(f"{key}: {text}" for key, text in hints))
        self.setToolTip("\n".join(f"{key}: {text}" for key, text in hints))
        self.update()

    def show_note(self, note: str) -> None:
        """Show a few words at the right end, before which hints give way."""
        if note != self._note:
            self._note = note
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(fonts.px(200), fonts.px(38))

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens, painter = tokens_of(self), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(tokens.tone("border"))
        painter.drawLine(0, 0, self.width(), 0)
        left, middle = fonts.px(14), self.height() / 2
        right = self.width() - fonts.px(14)
        if self._note:
            painter.setFont(fonts.fitting(self._note, "secondary"))
            painter.setPen(tokens.tone("muted"))
            painter.drawText(QRectF(left, 0, right - left, self.height()), int(_TRAILING), self._note)
            right -= painter.fontMetrics().horizontalAdvance(self._note) + fonts.px(16)
        for key, text in self._hints:
            painter.setFont(fonts.font("caption_strong"))
            box = painter.fontMetrics().horizontalAdvance(key) + fonts.px(14)
            words = fonts.width_of(self, text)
            if left + box + words > right + fonts.px(4):
                return
            area = QRectF(left, middle - fonts.px(10), box, fonts.px(20))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(tokens.tone("track"))
            painter.drawRoundedRect(area, 4, 4)
            painter.setPen(tokens.tone("text"))
            painter.drawText(area, Qt.AlignmentFlag.AlignCenter, key)
            left += box + fonts.px(8)
            painter.setFont(fonts.font("secondary"))
            painter.setPen(tokens.tone("muted"))
            painter.drawText(QRectF(left, 0, words + 4, self.height()), int(Qt.AlignmentFlag.AlignVCenter), text)
            left += painter.fontMetrics().horizontalAdvance(text) + fonts.px(20)


class Legend(QWidget):
    """Colours in small squares with what they mean.

    A tone is wish1 ..., a token's name, ``mark`` for the tick, or ``least`` for the dotted one.
    """

    def __init__(self) -> None:
        super().__init__()
        self._entries: tuple[tuple[str, str], ...] = ()
        self.setFont(fonts.font("secondary"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, _FIXED)

    def show_entries(self, entries: Sequence[tuple[str, str]]) -> None:
        """Show (tone, meaning)."""
        self._entries = tuple(entries)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(sum(fonts.width_of(self, text) + fonts.px(34) for _tone, text in self._entries), fonts.px(18))

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens, painter = tokens_of(self), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left, side = 0.0, fonts.px(11)
        for tone, text in self._entries:
            box = QRectF(left, (self.height() - side) / 2, side, side)
            if tone == "mark":
                painter.fillRect(QRectF(left + 3, 2, 2, self.height() - 4), tokens.tone("text"))
            elif tone == "least":
                painter.setPen(QPen(tokens.tone("text"), 2, Qt.PenStyle.DotLine))
                painter.drawLine(int(left) + 4, 2, int(left) + 4, self.height() - 2)
            else:
                is_wish = tone.startswith("wish")
                painter.setPen(tokens.tone("border_strong") if tone == "wish4" else Qt.PenStyle.NoPen)
                painter.setBrush(tokens.wish(int(tone[4:]))[0] if is_wish else tokens.fill(tone))
                painter.drawRoundedRect(box, 3, 3)
            left += side + fonts.px(6)
            painter.setPen(tokens.tone("muted"))
            painter.drawText(QRectF(left, 0, self.width(), self.height()), int(Qt.AlignmentFlag.AlignVCenter), text)
            left += fonts.width_of(self, text) + fonts.px(16)
