"""Two questions and their answers beside the week: where does it fit, and what could it be swapped with?"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QWidget

from ganztag.desktop import fonts
from ganztag.desktop.week.carrying import Load
from ganztag.desktop.week.lines import Lines
from ganztag.desktop.week.loads import place_lines, refused_lines, swap_lines
from ganztag.desktop.widgets.buttons import Button, IconButton
from ganztag.desktop.widgets.card import Card, column, row
from ganztag.desktop.widgets.text import Elided, Text
from ganztag.language import _, ngettext
from ganztag.planning.fitting import Swap, Verdict
from ganztag.planning.offer import Meeting, Offer


class Subject(QFrame):
    """The course in question: its name, and below who leads it and who comes, beside the bar of its category."""

    def __init__(self) -> None:
        super().__init__()
        self._name, self._line = Elided("", "strong"), Elided("", "secondary", "muted")
        words = column(gap=1)
        words.addWidget(self._name)
        words.addWidget(self._line)
        self.setLayout(words)

    def show_load(self, load: Load) -> None:
        self._name.setText(load.name)
        self._line.setText(load.line)
        self._line.setVisible(bool(load.line))


class PlacesCard(Card):
    """``picked(Verdict)`` when a place is chosen; ``closed`` when she is done."""

    picked = Signal(object)
    closed = Signal()

    def __init__(self) -> None:
        super().__init__(" ", bare=True)
        self._subject, self.list, self._refused = Subject(), Lines(), Lines()
        self._nothing = Text("", "body", "muted", wrap=True)
        self._count, self._why = Text("", "secondary", "muted"), Button("", None, "link")
        self._close = IconButton("x", _("Close"))
        self._is_open = False
        self.head.addWidget(self._close)
        self._arrange()
        self._close.clicked.connect(self.closed)
        self._why.clicked.connect(self._turn)
        self.list.taken.connect(self._taken)

    def _arrange(self) -> None:
        top = column(margins=(15, 0, 15, 8))
        top.addWidget(self._subject)
        top.addWidget(self._nothing)
        self.body.addLayout(top)
        self.body.addWidget(self.list, 3)
        foot = row(gap=8, margins=(15, 8, 15, 10))
        foot.addWidget(self._count, 1)
        foot.addWidget(self._why)
        self.body.addLayout(foot)
        self.body.addWidget(self._refused, 2)

    def retranslate(self) -> None:
        self.name(_("Where does it fit?"))
        self._close.name(_("Close"))
        self.list.setAccessibleName(_("Where does it fit?"))
        self._refused.setAccessibleName(_("Places that do not go"))
        self._show_refused()

    def show_places(self, offer: Offer, load: Load, places: tuple[Verdict, ...]) -> None:
        self._subject.show_load(load)
        lines, refused = place_lines(offer, places), refused_lines(offer, places)
        self.list.show_lines(lines)
        self.list.setVisible(bool(lines))
        self._nothing.setText(_("It fits nowhere as things are. Perhaps a swap helps."))
        self._nothing.setVisible(not lines)
        self._refused.show_lines(refused)
        text = ngettext("{count} cell does not go", "{count} cells do not go", len(refused))
        self._count.setText(text if refused else "")
        self._is_open = self._is_open and bool(refused)
        self._show_refused()

    def _turn(self) -> None:
        self._is_open = not self._is_open
        self._show_refused()

    def _show_refused(self) -> None:
        self._why.setText(_("Less") if self._is_open else _("Why?"))
        self._why.setVisible(bool(self._refused.lines))
        self._refused.setVisible(self._is_open)

    def _taken(self, place: int) -> None:
        self.picked.emit(self.list.lines[place].key)


class SwapsCard(Card):
    """``picked(Swap)`` when a swap is chosen."""

    picked = Signal(object)

    def __init__(self) -> None:
        super().__init__(" ")
        self.list, self._nothing = Lines(), Text("", "body", "muted", wrap=True)
        self.body.setContentsMargins(fonts.px(12), fonts.px(4), fonts.px(12), fonts.px(8))
        self._nothing.setContentsMargins(fonts.px(3), 0, fonts.px(3), 0)  # below the title
        self.body.addWidget(self._nothing)
        self.body.addWidget(self.list, 1)
        self.body.addStretch(0)
        self.note.align(Qt.AlignmentFlag.AlignTrailing)
        self.list.taken.connect(self._taken)

    def retranslate(self) -> None:
        self.name(_("What to swap with?"))
        self.list.setAccessibleName(_("What to swap with?"))
        self._nothing.setText(_("No swap of one or two courses would help here."))

    def show_swaps(self, offer: Offer, meeting: Meeting, found: tuple[Swap, ...]) -> None:
        self.list.show_lines(swap_lines(offer, meeting, found))
        self.list.setVisible(bool(found))
        self._nothing.setVisible(not found)
        solved = bool(found) and all(swap.solves for swap in found)
        self.name(_("What to swap with?"), _("solves it") if solved else "")

    def _taken(self, place: int) -> None:
        self.picked.emit(self.list.lines[place].key)


class Answers(QWidget):
    """Both answers, one above the other."""

    def __init__(self) -> None:
        super().__init__()
        self.places, self.swaps = PlacesCard(), SwapsCard()
        both = column(gap=14)
        both.addWidget(self.places, 3)
        both.addWidget(self.swaps, 2)
        self.setLayout(both)

    def retranslate(self) -> None:
        self.places.retranslate()
        self.swaps.retranslate()
