"""A small window at the place of the click that asks for one line: a note, a reason."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QWidget

from ganztag.desktop import fonts
from ganztag.desktop.widgets.buttons import Button
from ganztag.desktop.widgets.card import column, row
from ganztag.desktop.widgets.own_undo import TypingLine
from ganztag.desktop.widgets.text import Text


class OneLine(QFrame):
    """``given(text)`` on Enter or the button; Escape and a click beside it ask no more."""

    given = Signal(str)

    def __init__(self, question: str, verb: str, parent: QWidget, *, hint: str = "") -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("card", "raised")
        self.line = TypingLine()
        self.line.setProperty("box", "true")
        self.line.setFont(fonts.font())
        self.line.setFixedHeight(fonts.px(34))
        self.line.setMinimumWidth(fonts.px(280))
        self.line.setPlaceholderText(hint)
        self.line.setAccessibleName(question)
        whole, foot = column(gap=8, margins=(14, 12, 14, 12)), row(gap=8)
        whole.addWidget(Text(question, "strong"))
        foot.addWidget(self.line, 1)
        self._button = Button(verb, None, "primary")
        foot.addWidget(self._button)
        whole.addLayout(foot)
        self.setLayout(whole)
        self._button.clicked.connect(self._give)
        self.line.returnPressed.connect(self._give)

    def ask_at(self, at: QPoint, text: str = "") -> None:
        """Open at a place of the screen with *text* to begin with."""
        self.line.setText(text)
        self.move(at)
        self.show()
        self.line.setFocus()
        self.line.selectAll()

    def _give(self) -> None:
        text = self.line.text().strip()
        self.close()
        self.given.emit(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)
