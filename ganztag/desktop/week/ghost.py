"""The card that hangs at the mouse while something is carried."""

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from ganztag.desktop import fonts
from ganztag.desktop.tokens import tokens_of
from ganztag.desktop.week.carrying import TONES, Load, Sign
from ganztag.desktop.week.chip_paint import say, width_of

_TILT = -3.0


class Ghost(QWidget):
    """Slightly tilted, with a shadow; the mouse goes through it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._load: Load | None = None
        self._said, self._tone = "", "muted"
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def show_load(self, load: Load, at: QPoint) -> None:
        """Show the load at a place of the screen."""
        self._load, self._said, self._tone = load, "", "muted"
        wanted = max(width_of(load.name, "strong"), width_of(load.line, "secondary")) + fonts.px(34)
        if not load.goes_to_cells:
            wanted = max(wanted, fonts.px(200))  # for what the courses will say of it
        self.resize(min(wanted, fonts.px(260)) + fonts.px(16), fonts.px(72))
        self.follow(at)
        self.show()
        self.raise_()

    def say(self, sign: Sign | None) -> None:
        """Say in the second line what the place says over which the load is."""
        wanted = " · ".join(part for part in (sign.short, sign.more) if part) if sign is not None else ""
        if wanted != self._said:
            self._said, self._tone = wanted, TONES[sign.state] if sign is not None else "muted"
            self.update()

    def follow(self, at: QPoint) -> None:
        """Hang at a place of the screen."""
        parent = self.parentWidget()
        if parent is not None:
            self.move(parent.mapFromGlobal(at) + QPoint(-self.width() + fonts.px(24), fonts.px(4)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        load, tokens, painter = self._load, tokens_of(self), QPainter(self)
        if load is None:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(self.width() / 2, self.height() / 2)
        painter.rotate(_TILT)
        box = QRectF(-self.width() / 2 + 8, -fonts.px(24), self.width() - 16, fonts.px(48))
        painter.setPen(Qt.PenStyle.NoPen)
        for spread in (4, 3, 2):
            painter.setBrush(QColor(0, 0, 0, 14))
            painter.drawRoundedRect(box.adjusted(-spread, 1, spread, spread + 2), 9, 9)
        tone = "accent" if load.colour is None else f"cat{load.colour}"
        painter.setPen(QPen(tokens.tone(tone), 1.5))
        painter.setBrush(tokens.soft(tone))
        painter.drawRoundedRect(box, 6, 6)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tokens.tone(tone))
        painter.drawRoundedRect(QRectF(box.left(), box.top(), fonts.px(5), box.height()), 2, 2)
        words = box.toRect().adjusted(fonts.px(14), fonts.px(5), -fonts.px(8), 0)
        words.setHeight(fonts.px(19))
        say(painter, words, load.name, ("strong", tokens.tone("text")))
        say(painter, words.translated(0, fonts.px(19)), self._said or load.line, ("secondary", tokens.tone(self._tone)))
        painter.end()
