"""An empty screen teaches: what will stand here, and the one button that starts it."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ganztag.desktop import fonts
from ganztag.desktop.widgets.buttons import Button
from ganztag.desktop.widgets.card import column, row
from ganztag.desktop.widgets.signs import IconSign
from ganztag.desktop.widgets.text import Text


class Empty(QWidget):
    """Icon, headline, a sentence or two, at most a filled and a quiet button."""

    def __init__(self, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = Text("", "scenario")
        self._words = Text("", "body", "muted", wrap=True)
        self._buttons = row(gap=8)
        self._words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._words.setFixedWidth(fonts.px(420))
        middle = column(gap=10, margins=(24, 24, 24, 24))
        middle.addStretch(2)
        for widget in (IconSign(icon, "accent", side=22, boxed=True), self._title):
            middle.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
        words = row()  # aligned alone, the words would get the height that they need at the whole width
        words.addStretch(1)
        words.addWidget(self._words)
        words.addStretch(1)
        middle.addLayout(words)
        middle.addSpacing(fonts.px(6))
        buttons = row()
        buttons.addStretch(1)
        buttons.addLayout(self._buttons)
        buttons.addStretch(1)
        middle.addLayout(buttons)
        middle.addStretch(3)
        self.setLayout(middle)

    def show_texts(self, title: str, words: str) -> None:
        self._title.setText(title)
        self._words.setText(words)

    def add_button(self, text: str, icon: str | None, pressed: Callable[[], object], *, primary: bool = True) -> Button:
        button = Button(text, icon, "primary" if primary else "quiet", tall=True)
        button.clicked.connect(pressed)
        self._buttons.addWidget(button)
        return button
