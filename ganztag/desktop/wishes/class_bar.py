"""The bar above the grid: which class, how many papers are in, a dot for each child, and what is still to do."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ganztag.desktop import fonts
from ganztag.desktop.tokens import tokens_of
from ganztag.desktop.widgets.buttons import IconButton
from ganztag.desktop.widgets.card import column, row
from ganztag.desktop.widgets.filter_box import Choice
from ganztag.desktop.widgets.paints import Pill
from ganztag.desktop.widgets.signs import PillSign
from ganztag.desktop.widgets.text import Text
from ganztag.desktop.wishes.grid_paint import state_of
from ganztag.desktop.wishes.number_field import NumberField
from ganztag.language import _, ngettext
from ganztag.queries.wishes import WishRow

_TONES = {"given": "ok", "faulty": "bad", "empty": "decoration", "missing": "track"}


class Dots(QWidget):
    """A dot a child in the order of the class list; red where a wish is wrong, grey where the paper is missing."""

    def __init__(self) -> None:
        super().__init__()
        self._states: tuple[str, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_states(self, states: Sequence[str]) -> None:
        self._states = tuple(states)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(fonts.px(200), fonts.px(8))

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._states:
            return
        tokens, painter = tokens_of(self), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        pitch = min(fonts.px(9), self.width() / len(self._states))
        for place, state in enumerate(self._states):
            painter.setBrush(tokens.tone(_TONES[state]))
            painter.drawRoundedRect(QRectF(place * pitch, 0, max(pitch - 2, 1), fonts.px(7)), 2, 2)


class ClassBar(QWidget):
    """``picked(class id)``; 0 stands for the children without a class. ``number`` takes the number of a slip."""

    picked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._back, self._on = IconButton("chevron-left", "", framed=True), IconButton("chevron-right", "", framed=True)
        self._choice, self._count, self._dots = Choice(), Text("", "strong"), Dots()
        self._missing, self._wrong = PillSign(), PillSign()
        self.number = NumberField()
        words = column(gap=4)
        words.addWidget(self._count)
        words.addWidget(self._dots)
        line = row(gap=6, margins=(12, 8, 14, 8))
        for widget in (self._back, self._choice, self._on):
            line.addWidget(widget)
        line.addSpacing(fonts.px(12))
        line.addLayout(words, 1)
        line.addWidget(self._missing)
        line.addWidget(self._wrong)
        line.addWidget(self.number)
        self.setLayout(line)
        self._choice.picked.connect(self.picked)
        self._back.clicked.connect(self._step_back)
        self._on.clicked.connect(self._step_on)

    def retranslate(self) -> None:
        self._back.name(_("Previous class"))
        self._on.name(_("Next class"))
        self._choice.setAccessibleName(_("Class"))
        self.number.retranslate()

    def offer(self, classes: Sequence[tuple[int, str]], now: int | None) -> None:
        """Show the classes as (id, name)."""
        self._choice.offer([(key, _("Class {name}", name=name) if name else _("No class")) for key, name in classes])
        self._choice.pick(now)

    def show_rows(self, rows: Sequence[WishRow], missing: int) -> None:
        """Count the papers of a class; *missing* are those that are waited for."""
        states = [state_of(one) for one in rows]
        given = sum(one.paper != "missing" for one in rows)
        self._count.setText(_("{given} of {all} entered", given=given, all=len(rows)))
        self._dots.show_states(states)
        self._dots.setAccessibleName(self._count.text())
        text = ngettext("{count} without a paper", "{count} without a paper", missing) if missing else ""
        self._missing.show_pill(Pill(text, "warn", "triangle-alert"))
        wrong = states.count("faulty")
        text = ngettext("{count} mistake", "{count} mistakes", wrong) if wrong else ""
        self._wrong.show_pill(Pill(text, "bad", "circle-alert"))

    def step(self, by: int) -> None:
        place = self._choice.currentIndex() + by
        if 0 <= place < self._choice.count():
            self._choice.setCurrentIndex(place)
            self.picked.emit(self._choice.value())

    def next_name(self) -> str:
        """Return the next class in words, empty after the last one."""
        place = self._choice.currentIndex() + 1
        return self._choice.itemText(place) if 0 < place < self._choice.count() else ""

    def _step_back(self) -> None:
        self.step(-1)

    def _step_on(self) -> None:
        self.step(1)
