"""The parts of the panel: the answer in its box, a headed part, and lines of what would change it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QProgressBar, QWidget

from ganztag.desktop.widgets.card import column, emptied, row
from ganztag.desktop.widgets.signs import IconSign
from ganztag.desktop.widgets.text import Text


class AnswerBox(QFrame):
    """The answer: a few words, and a sentence or two; a bar while it is being worked out."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("notice", "accent")
        self._sign, self._title = IconSign("scale", "accent"), Text("", "strong", wrap=True)
        self._words, self._bar = Text("", "body", wrap=True, selectable=True), QProgressBar()
        self._bar.setTextVisible(False)
        words, line = column(gap=3), row(gap=10, margins=(12, 10, 12, 11))
        words.addWidget(self._title)
        words.addWidget(self._words)
        words.addWidget(self._bar)
        line.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(words, 1)
        self.setLayout(line)

    def show_answer(self, title: str, words: str, icon: str = "scale") -> None:
        self._title.setText(title)
        self._words.setText(words)
        self._words.setVisible(bool(words))
        self._sign.show_icon(icon, "accent")
        self._bar.hide()

    def wait(self, title: str, words: str) -> None:
        self.show_answer(title, words, "hourglass")
        self._bar.setRange(0, 0)
        self._bar.show()

    def show_step(self, done: int, whole: int) -> None:
        self._bar.setRange(0, whole)
        self._bar.setValue(done)

    def words(self) -> str:
        return f"{self._title.text()} {self._words.text()}".strip()


class Part(QWidget):
    """A headed part of the panel; hidden while there is nothing in it."""

    def __init__(self) -> None:
        super().__init__()
        self._title = Text("", "secondary_strong", "muted", wrap=True)
        self.body = column(gap=6)
        whole = column(gap=6)
        whole.addWidget(self._title)
        whole.addLayout(self.body)
        self.setLayout(whole)
        self.hide()

    def head(self, title: str) -> None:
        self._title.setText(title)


class Lines(QWidget):
    """Lines with a sign: what would change it (a tick) and what would not (a cross)."""

    def __init__(self) -> None:
        super().__init__()
        self._body = column(gap=7)
        self.setLayout(self._body)
        self._texts: list[str] = []

    def show_lines(self, lines: Sequence[tuple[bool, str]]) -> None:
        emptied(self._body)
        self._texts = [text for _works, text in lines]
        for works, text in lines:
            line = row(gap=9)
            icon, tone = ("circle-check", "ok") if works else ("circle-x", "bad")
            line.addWidget(IconSign(icon, tone, side=17), 0, Qt.AlignmentFlag.AlignTop)
            line.addWidget(Text(text, "body", wrap=True), 1)
            self._body.addLayout(line)

    def texts(self) -> list[str]:
        return list(self._texts)
