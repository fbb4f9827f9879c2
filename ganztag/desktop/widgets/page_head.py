"""The head of a page: what one sees, a line of figures about it, and the few buttons; one of them filled."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from ganztag.desktop.widgets.buttons import Button
from ganztag.desktop.widgets.card import column, row
from ganztag.desktop.widgets.text import Elided, Text


class PageHead(QWidget):
    """Title 22/600 over a muted line; buttons at the right, 36 high, in the order they are added."""

    def __init__(self, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = Text(title, "page")
        self._subtitle = Elided("", "body", "muted")
        words = column(gap=1)
        words.addWidget(self._title)
        words.addWidget(self._subtitle)
        self._row = row(gap=8)
        self._row.addLayout(words, 1)
        self.setLayout(self._row)

    def show_texts(self, title: str, subtitle: str = "") -> None:
        self._title.setText(title)
        self._subtitle.setText(subtitle)

    def add_button(
        self, text: str, icon: str | None, pressed: Callable[[], object], *, primary: bool = False
    ) -> Button:
        """Add a button; *pressed* is a bound method or function, never a lambda that holds a widget."""
        button = Button(text, icon, "primary" if primary else "quiet", tall=True)
        button.clicked.connect(pressed)
        self._row.addWidget(button)
        return button

    def add_widget(self, widget: QWidget) -> None:
        self._row.addWidget(widget)
