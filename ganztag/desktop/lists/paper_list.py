"""The left column: which papers there are, one of them on."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ganztag.desktop import fonts, icons
from ganztag.desktop.lists.papers import WORDS, PaperWords
from ganztag.desktop.tokens import tokens_of
from ganztag.desktop.widgets.card import Card, Scroll
from ganztag.desktop.widgets.text import Text
from ganztag.language import _

_WIDTH = 208
_HEIGHT = 62


class PaperButton(QAbstractButton):
    """A paper: its icon, its name, and in two lines what it is; ``stepped(1 or -1)`` when Down or Up is pressed."""

    stepped = Signal(int)

    def __init__(self, words: PaperWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = words
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFixedHeight(fonts.px(_HEIGHT))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def retranslate(self) -> None:
        self.setAccessibleName(f"{self.words.title}, {self.words.purpose}")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(fonts.px(_WIDTH - 16), fonts.px(_HEIGHT))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the arrows before the scrolled area does."""
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        if step:
            self.stepped.emit(step)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens, painter, on = tokens_of(self), QPainter(self), self.isChecked()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if on or self.underMouse() or self.hasFocus():
            painter.setBrush(tokens.tone("accent_soft" if on else "hover"))
            painter.setPen(tokens.tone("accent") if self.hasFocus() else Qt.PenStyle.NoPen)
            painter.drawRoundedRect(self.rect().toRectF().adjusted(0.5, 0.5, -0.5, -0.5), 7, 7)
        side = fonts.px(18)
        box = QRectF(fonts.px(10), fonts.px(10), side, side)
        icons.draw(painter, box, self.words.icon, tokens.tone("accent" if on else "muted"))
        words = self.rect().adjusted(fonts.px(38), fonts.px(8), -fonts.px(8), -fonts.px(4))
        painter.setFont(fonts.font("strong" if on else "medium"))
        painter.setPen(tokens.tone("accent" if on else "text"))
        painter.drawText(words, int(Qt.AlignmentFlag.AlignTop), str(self.words.title))
        painter.setFont(fonts.font("caption"))
        painter.setPen(tokens.tone("muted"))
        under = words.adjusted(0, fonts.px(19), 0, 0)
        painter.drawText(under, int(Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap), str(self.words.purpose))


class PaperList(Card):
    """``picked(key)`` when she chose another paper; Up and Down go through them."""

    picked = Signal(str)

    def __init__(self) -> None:
        super().__init__(bare=True)
        self.setFixedWidth(fonts.px(_WIDTH))
        self.body.setContentsMargins(*(fonts.px(7) for _side in range(4)))
        self.body.setSpacing(fonts.px(2))
        self._heading = Text("", "secondary_strong", "muted")
        self._heading.setContentsMargins(fonts.px(8), fonts.px(6), 0, fonts.px(6))
        self.body.addWidget(self._heading)
        self._buttons: dict[str, PaperButton] = {}
        self._scroll = Scroll(gap=2)
        for key, words in WORDS.items():
            button = PaperButton(words)
            button.clicked.connect(self._clicked)
            button.stepped.connect(self._step)
            self._buttons[key] = button
            self._scroll.body.addWidget(button)
        self._scroll.body.addStretch(1)
        self.body.addWidget(self._scroll, 1)

    def retranslate(self) -> None:
        self._heading.setText(_("Papers"))
        for button in self._buttons.values():
            button.retranslate()

    def pick(self, key: str) -> None:
        """Switch without telling."""
        self._buttons[key].setChecked(True)
        self._scroll.ensureWidgetVisible(self._buttons[key])

    def _clicked(self) -> None:
        button = self.sender()
        if isinstance(button, PaperButton):
            self.picked.emit(button.words.key)

    def _step(self, step: int) -> None:
        """Go to the paper below or above, round at the ends."""
        keys = list(self._buttons)
        focused = next((key for key, button in self._buttons.items() if button.hasFocus()), None)
        if focused is not None:
            other = self._buttons[keys[(keys.index(focused) + step) % len(keys)]]
            other.setFocus()
            other.click()
