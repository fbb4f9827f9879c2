"""Cards: white areas with a hairline around them, on request with a head of title, note and controls."""

from typing import TypeVar

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ganztag.desktop import fonts
from ganztag.desktop.widgets.text import Elided, Text


def column(*, gap: int = 0, margins: tuple[int, int, int, int] = (0, 0, 0, 0)) -> QVBoxLayout:
    """Return an upright layout; lengths in pixels at 100 %."""
    return _arranged(QVBoxLayout(), gap, margins)


def row(*, gap: int = 0, margins: tuple[int, int, int, int] = (0, 0, 0, 0)) -> QHBoxLayout:
    """Return a level layout; lengths in pixels at 100 %."""
    return _arranged(QHBoxLayout(), gap, margins)


_Layout = TypeVar("_Layout", bound=QBoxLayout)


def _arranged(layout: _Layout, gap: int, margins: tuple[int, int, int, int]) -> _Layout:
    layout.setSpacing(fonts.px(gap))
    layout.setContentsMargins(*(fonts.px(margin) for margin in margins))
    return layout


class Card(QFrame):
    """A card; ``body`` is the layout to fill. With a title, ``head`` takes controls at its right end.

    *bare* leaves the inner padding out (for a table that reaches the edges).
    """

    def __init__(self, title: str = "", *, bare: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", "true")
        outer = column(margins=(1, 1, 1, 1))
        self.setLayout(outer)
        self.title = Text(title, "card")
        self.note = Elided("", "secondary", "muted")
        self.head = row(gap=8, margins=(15, 12, 15, 4))
        self._head_frame = QWidget()
        self._head_frame.setLayout(self.head)
        self.head.addWidget(self.title)
        self.head.addWidget(self.note, 1)
        self._head_frame.setVisible(bool(title))
        outer.addWidget(self._head_frame)
        inner = (0, 0, 0, 0) if bare else (15, 4 if title else 15, 15, 15)
        self.body = column(margins=inner)
        outer.addLayout(self.body, 1)

    def name(self, title: str, note: str = "") -> None:
        """Set title and the muted note behind it."""
        self.title.setText(title)
        self.note.setText(note)
        self._head_frame.setVisible(bool(title))


class Scroll(QScrollArea):
    """A bare area that scrolls upright; ``body`` is the layout to fill."""

    def __init__(self, *, gap: int = 0, margins: tuple[int, int, int, int] = (0, 0, 0, 0)) -> None:
        super().__init__()
        self.setProperty("bare", "true")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # what is inside takes the keys; Tab would stop at nothing
        inner = QWidget()
        inner.setProperty("bare", "true")
        self.viewport().setProperty("bare", "true")
        self.body = column(gap=gap, margins=margins)
        inner.setLayout(self.body)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(inner)
        inner.installEventFilter(self)
        self.horizontalScrollBar().rangeChanged.connect(self._stay_left)

    def _stay_left(self, _first: int, last: int) -> None:
        """Nothing lies to the right: bringing a field into view moves up and down only."""
        if last:
            self.horizontalScrollBar().setRange(0, 0)

    def minimumSizeHint(self) -> QSize:
        """Be never narrower than what is inside."""
        inner = self.widget()
        return QSize((inner.minimumSizeHint().width() if inner else 0) + fonts.px(12), fonts.px(80))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)


def emptied(layout: QBoxLayout) -> None:
    """Take everything out of a layout and let it go."""
    while layout.count():
        item = layout.takeAt(0)
        if item is None:
            continue
        inner = item.layout()
        if isinstance(inner, QBoxLayout):
            emptied(inner)
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()
