"""Progress in place: what is being done, how far, and a way to stop it; shown only when it takes a while."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QProgressBar, QWidget

from ganztag.desktop import fonts
from ganztag.desktop.widgets.buttons import Button
from ganztag.desktop.widgets.card import column, row
from ganztag.desktop.widgets.text import Text
from ganztag.language import _

_PATIENCE = 400  # milliseconds before it appears


class ProgressStrip(QFrame):
    """Tells ``stop_wanted``; ``begin``, ``show_step`` and ``end`` are called as the job goes on."""

    stop_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("notice", "accent")
        self._words = Text("", "strong")
        self._far = Text("", "secondary", "muted")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._stop = Button("", "x")
        self._build()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.show)
        self._stop.clicked.connect(self._stop_pressed)
        self.hide()

    def _build(self) -> None:
        head = row(gap=8)
        head.addWidget(self._words)
        head.addWidget(self._far, 1)
        words = column(gap=6)
        words.addLayout(head)
        words.addWidget(self._bar)
        line = row(gap=fonts.px(14), margins=(14, 8, 8, 8))
        line.addLayout(words, 1)
        line.addWidget(self._stop)
        self.setLayout(line)

    def begin(self, words: str) -> None:
        """Say what is being done; it appears after 0.4 s."""
        self._words.setText(words)
        self._far.setText("")
        self._bar.setRange(0, 0)
        self._stop.setText(_("Stop"))
        self._stop.setEnabled(True)
        self._timer.start(_PATIENCE)

    def show_step(self, done: int, whole: int, words: str = "") -> None:
        """Show *done* of *whole* steps; an unknown whole is 0."""
        self._bar.setRange(0, whole)
        self._bar.setValue(done)
        self._far.setText(words)

    def end(self) -> None:
        self._timer.stop()
        self.hide()

    def _stop_pressed(self) -> None:
        self._stop.setEnabled(False)
        self._far.setText(_("Stopping …"))
        self.stop_wanted.emit()
