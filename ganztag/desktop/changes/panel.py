"""What the panels at the right share: a head, what stands below it, verbs at the foot; and the box of a proposal."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QWidget

from ganztag.desktop import fonts
from ganztag.desktop.widgets.buttons import Button
from ganztag.desktop.widgets.card import Card, column, row
from ganztag.desktop.widgets.detail import ActionButton
from ganztag.desktop.widgets.fields import Field, Kind
from ganztag.desktop.widgets.flow import Flow
from ganztag.desktop.widgets.form import Form
from ganztag.desktop.widgets.text import Elided, Text, rule
from ganztag.language import N_

FIELDS = (
    Field("day", N_("From the day"), Kind.DATE, half=True, needed=True),
    Field("reason", N_("Reason"), half=True),
)
LAST_FIELDS = (
    Field("day", N_("Last day"), Kind.DATE, half=True, needed=True),
    Field("reason", N_("Reason"), half=True, needed=True),
)


class Panel(Card):
    """``show_head`` names the case; ``inner`` is the layout to fill; ``offer`` puts quiet verbs at the foot."""

    def __init__(self) -> None:
        super().__init__(bare=True)
        self._name, self._subtitle = Elided("", "scenario"), Elided("", "body", "muted")
        words = column(gap=3, margins=(15, 13, 15, 8))
        words.addWidget(self._name)
        words.addWidget(self._subtitle)
        self.inner = column(gap=14, margins=(15, 4, 15, 15))
        self._foot, self._rule = QWidget(), rule()
        self._flow = Flow(self._foot, gap=8)
        foot = row(margins=(15, 10, 15, 12))
        foot.addWidget(self._foot)
        self._frame = QWidget()
        self._frame.setLayout(foot)
        for part in (words, self.inner):
            self.body.addLayout(part)
        self.body.setStretchFactor(self.inner, 1)
        self.body.addWidget(self._rule)
        self.body.addWidget(self._frame)
        self._rule.hide()
        self._frame.hide()

    def show_head(self, name: str, subtitle: str) -> None:
        self._name.setText(name)
        self._subtitle.setText(subtitle)

    def offer(self, actions: Sequence[QAction]) -> None:
        self._flow.empty()
        for action in actions:
            self._flow.addWidget(ActionButton(action))
        self._rule.show()
        self._frame.show()


class Proposal(QFrame):
    """A sentence with its reasons, the day from which it holds, and the one filled button that does it."""

    def __init__(self, fields: Sequence[Field], icon: str, done: Callable[[], object]) -> None:
        super().__init__()
        self.setProperty("notice", "accent")
        self.sentence, self.words = Text("", "card", wrap=True), Text("", "body", "muted", wrap=True)
        self.form, self.verb = Form(fields, self._noted, above=True), Button("", icon, "primary")
        self.verb.clicked.connect(done)
        self.middle = column(gap=8)
        whole = column(gap=10, margins=(14, 12, 14, 14))
        whole.addWidget(self.sentence)
        whole.addWidget(self.words)
        whole.addLayout(self.middle)
        foot = row(gap=12)
        foot.addWidget(self.form, 1)
        level = column(margins=(0, 0, 0, 3))  # on a level with the fields
        level.addStretch(1)
        level.addWidget(self.verb)
        foot.addLayout(level)
        whole.addLayout(foot)
        self.setLayout(whole)
        self.form.setMaximumWidth(fonts.px(460))

    def propose(self, sentence: str, words: str, verb: str) -> None:
        self.sentence.setText(sentence)
        self.words.setText(words)
        self.words.setVisible(bool(words))
        self.verb.setText(verb)

    def begin(self, day: date, reason: str = "") -> None:
        """Start anew with this day and reason."""
        self.form.show_values({"day": day, "reason": reason})

    def answers(self) -> tuple[date, str]:
        """Return the day and the reason; the form says what is missing, and raises Objection."""
        values = self.form.values()
        return values["day"], values["reason"]

    def _noted(self, _key: str, _value: Any) -> None:
        """What was typed is read when it is done."""
