"""One sentence of the program to the user, in place: an objection, a hint, a success with what to do next."""

from collections.abc import Callable
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QKeyEvent, Qt
from PySide6.QtWidgets import QFrame, QWidget

from ganztag.desktop.widgets.buttons import Button, IconButton
from ganztag.desktop.widgets.card import column, row
from ganztag.desktop.widgets.signs import IconSign
from ganztag.desktop.widgets.text import Text
from ganztag.domain.objection import Objection
from ganztag.language import _

_ICONS = {"bad": "circle-x", "warn": "triangle-alert", "ok": "circle-check", "accent": "info"}
_SUCCESS_STAYS = 8000  # milliseconds


Act = Callable[[], object]


@runtime_checkable
class Passing(Protocol):
    """An action that may pass: it tells *open*, *shut* (now it would do nothing), or *gone* (what was said is void)."""

    def __call__(self) -> object: ...

    def follow(self, tell: Callable[[str], object]) -> Callable[[], None]: ...


class Banner(QFrame):
    """Hidden until it has something to say; a success goes by itself, everything else stays until closed.

    A sentence whose deed was undone elsewhere goes with it.
    """

    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = IconSign("info", "accent")
        self._sentence = Text("", "strong", wrap=True)
        self._advice = Text("", "body", wrap=True)
        self._button, self._second = Button(""), Button("")
        self._close = IconButton("x", _("Close"))
        self._act: Act | None = None
        self._also: Act | None = None
        self._unfollow: Callable[[], None] | None = None
        self._build()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.clear)
        self._button.clicked.connect(self._pressed)
        self._second.clicked.connect(self._pressed_second)
        self._close.clicked.connect(self.clear)
        self.hide()

    def _build(self) -> None:
        words = column(gap=2)
        words.addWidget(self._sentence)
        words.addWidget(self._advice)
        line = self._line = row(gap=10, margins=(14, 8, 8, 8))
        line.addWidget(self._icon)
        line.addLayout(words, 1)
        line.addWidget(self._second)
        line.addWidget(self._button)
        line.addWidget(self._close)
        self.setLayout(line)

    def say(
        self,
        sentence: str,
        *,
        tone: str = "accent",
        advice: str = "",
        action: tuple[str, Act] | None = None,
        also: tuple[str, Act] | None = None,
        stays: bool = False,
    ) -> None:
        """Show a sentence; *tone* is bad, warn, ok or accent; *action* is (verb, what it does), *also* another one.

        *stays* keeps a success until it is closed, where its action is wanted later.
        """
        self._sentence.setText(sentence)
        self._sentence.set_tone(tone)
        self._advice.setText(advice)
        self._advice.setVisible(bool(advice))
        beside = Qt.AlignmentFlag.AlignTop if advice else Qt.AlignmentFlag.AlignVCenter
        self._line.setAlignment(self._icon, beside)
        self._icon.show_icon(_ICONS[tone], tone)
        self._take(action[1] if action else None)
        self._button.setText(action[0] if action else "")
        self._button.setVisible(action is not None)
        self._also = also[1] if also else None
        self._second.setText(also[0] if also else "")
        self._second.setVisible(also is not None)
        self._close.name(_("Close"))
        self.setProperty("notice", tone)
        self.style().unpolish(self)
        self.style().polish(self)
        self.setAccessibleName(f"{sentence} {advice}".strip())
        self.show()
        if tone == "ok" and not stays:
            self._timer.start(_SUCCESS_STAYS)
        else:
            self._timer.stop()

    def object(self, objection: Objection) -> None:
        """Show why something cannot be done, and what to do instead."""
        self.say(str(objection.message), tone="bad", advice=str(objection.advice or ""))

    def sentence(self) -> str:
        """Return what stands in the banner, empty when it is hidden."""
        return "" if self.isHidden() else self._sentence.text()

    def tone(self) -> str:
        """Return bad, warn, ok or accent, empty when it is hidden."""
        return "" if self.isHidden() else str(self.property("notice"))

    def clear(self) -> None:
        self._take(None)
        if not self.isHidden():
            self.hide()
            self.closed.emit()

    def _take(self, act: Act | None) -> None:
        """Have *act* as the action from now on, and hear whether it passes."""
        if self._unfollow is not None:
            self._unfollow()
        self._act = act
        self._unfollow = act.follow(self._heard) if isinstance(act, Passing) else None

    def _heard(self, state: str) -> None:
        if state == "gone":
            self.clear()
        else:
            self._button.setVisible(state == "open")

    def _pressed(self) -> None:
        self._do(self._act)

    def _pressed_second(self) -> None:
        self._do(self._also)

    def _do(self, act: Act | None) -> None:
        self.clear()
        if act is not None:
            act()

    def changeEvent(self, event: QEvent) -> None:
        """A sentence of the language that was spoken before says nothing any more."""
        if event.type() == QEvent.Type.LanguageChange:
            self.clear()
            self._close.name(_("Close"))
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.clear()
        else:
            super().keyPressEvent(event)
