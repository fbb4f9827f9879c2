"""What the course was before: one sentence, and a line for each earlier half-year with places, children and wishes."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ganztag.desktop import fonts
from ganztag.desktop.desk import Desk
from ganztag.desktop.tokens import tokens_of
from ganztag.desktop.widgets import paints
from ganztag.desktop.widgets.card import column, emptied, row
from ganztag.desktop.widgets.detail import Section
from ganztag.desktop.widgets.paints import Occupancy, Pill
from ganztag.desktop.widgets.signs import PillSign
from ganztag.desktop.widgets.text import Elided, Text
from ganztag.language import _, ngettext
from ganztag.queries import ancestors
from ganztag.queries.ancestors import Ancestor, Ancestry


class OccupancySign(QWidget):
    """How many places were taken, as a bar with figures."""

    def __init__(self, shown: Occupancy) -> None:
        super().__init__()
        self._shown = shown
        self.setFixedWidth(fonts.px(112))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(shown.text())

    def sizeHint(self) -> QSize:
        return QSize(fonts.px(112), fonts.px(22))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(fonts.figures())
        paints.paint_occupancy(painter, QRectF(self.rect()), self._shown, tokens_of(self))


class AncestryView(Section):
    """Hidden where there is nothing to tell of."""

    def __init__(self) -> None:
        super().__init__()
        self.sentence = Text("", "body", wrap=True)
        self._lines = column(gap=8)
        self.body.setSpacing(fonts.px(8))
        self.body.addWidget(self.sentence)
        self.body.addLayout(self._lines)
        self._shown: Ancestry | None = None

    def show_course(self, desk: Desk, course_id: int | None) -> None:
        """Read the earlier courses of the same offer and show them."""
        if course_id is not None:
            self.show_ancestry(desk.office.read(ancestors.ancestry, course_id))

    def show_ancestry(self, found: Ancestry) -> None:
        self.name(_("Earlier half-years"))
        self.sentence.setText(str(found.in_words()))
        if found == self._shown:
            return
        self._shown = found
        emptied(self._lines)
        for one in found.rows:
            self._lines.addWidget(_line(one))


def _line(one: Ancestor) -> QWidget:
    """Return half-year and occupancy over the wishes and what was noted of it."""
    found = QWidget()
    upper = row(gap=8)
    upper.addWidget(Elided(one.when, "medium"), 1)
    if one.struck:
        upper.addWidget(PillSign(Pill(_("struck"), "bad", "circle-x")))
    else:
        upper.addWidget(OccupancySign(Occupancy(one.enrolled, one.max_size, one.min_size)))
    whole = column(gap=1)
    whole.addLayout(upper)
    if one.wishes:
        wishes = ngettext("{count} child wished it, {first} first", "{count} children wished it, {first} first",
                          one.wishes, first=one.wishes_first)  # fmt: skip
        whole.addWidget(Text(wishes, "secondary", "muted", wrap=True))
    if one.evaluation:
        whole.addWidget(Text(one.evaluation, "secondary", "muted", wrap=True))
    found.setLayout(whole)
    return found
