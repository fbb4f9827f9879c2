"""The card below: three lists of which one is seen, and a search that goes through all of them."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

from ganztag.desktop import fonts
from ganztag.desktop.allocation.lists.courses import Courses
from ganztag.desktop.allocation.lists.differences import Differences
from ganztag.desktop.allocation.lists.results import Results
from ganztag.desktop.desk import Desk
from ganztag.desktop.widgets.banner import Banner
from ganztag.desktop.widgets.buttons import Button
from ganztag.desktop.widgets.card import Card, row
from ganztag.desktop.widgets.filter_box import SearchField
from ganztag.desktop.widgets.segmented import Segmented
from ganztag.language import _, ngettext

FACES = ("results", "differences", "courses")


class Lists(Card):
    """``turned(face)`` when another list is looked at; ``by_hand_wanted`` by its button."""

    turned = Signal(str)
    by_hand_wanted = Signal()

    def __init__(self, desk: Desk, banner: Banner) -> None:
        super().__init__(bare=True)
        self.results, self.differences, self.courses = Results(desk, banner), Differences(desk), Courses(desk)
        self.faces, self.search, self.by_hand = Segmented(), SearchField(), Button("", "pencil")
        self._pages = QStackedWidget()
        self._count: int | None = None
        self.search.setMaximumWidth(fonts.px(260))
        self.search.setFixedHeight(fonts.px(30))
        self.by_hand.setFixedHeight(fonts.px(30))
        head = row(gap=10, margins=(12, 8, 12, 6))
        head.addWidget(self.faces)
        head.addStretch(1)
        head.addWidget(self.search, 2)
        head.addWidget(self.by_hand)
        self.body.addLayout(head)
        for face in (self.results, self.differences, self.courses):
            self._pages.addWidget(face)
            self.search.textChanged.connect(face.rows.look_for)
        self.body.addWidget(self._pages, 1)
        self.faces.picked.connect(self._turn)
        self.search.left_down.connect(self._take_over)
        self.by_hand.clicked.connect(self.by_hand_wanted)

    def retranslate(self) -> None:
        self.search.hint(_("Child, class or course"))
        self.faces.setAccessibleName(_("What is listed"))
        self.by_hand.setText(_("Change by hand"))
        for face in (self.results, self.differences, self.courses):
            face.retranslate()
        self.offer(self._count)

    def offer(self, different: int | None) -> None:
        """Offer the lists; *different* children stand otherwise in B, None: nothing is held against A."""
        self._count = different
        choices = [("results", _("Children")), ("courses", _("Courses"))]
        if different is not None:
            words = ngettext("{count} child stands differently", "{count} children stand differently", different)
            choices.insert(1, ("differences", words))
        self.faces.offer(choices)
        self._pages.setCurrentIndex(FACES.index(self.face()))

    def face(self) -> str:
        return self.faces.key() or "results"

    def turn_to(self, face: str) -> None:
        """Show a list, as if it had been chosen."""
        self.faces.pick(face)
        self._turn(face)

    def _turn(self, face: str) -> None:
        self._pages.setCurrentIndex(FACES.index(face))
        self.turned.emit(face)

    def _take_over(self) -> None:
        table = {
            "results": self.results.table, "differences": self.differences.table, "courses": self.courses.table,
        }[self.face()]  # fmt: skip
        table.take_over()
