"""Beside the week: what waits and what is chosen, or the answers to "where does it fit?"."""

from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QWidget

from ganztag.desktop import fonts
from ganztag.desktop.week.answers import Answers
from ganztag.desktop.week.carrying import Load
from ganztag.desktop.week.changes import ChangesCard
from ganztag.desktop.week.chosen import ChosenCard
from ganztag.desktop.week.judge import Judge
from ganztag.desktop.week.sheet import Sheet
from ganztag.desktop.week.supply import SupplyCard
from ganztag.desktop.widgets.card import column
from ganztag.planning import fitting
from ganztag.planning.offer import Offer

_WIDTH = 304


class Side(QStackedWidget):
    """Page 0 is what waits and the chosen course, page 1 the answers about a load."""

    def __init__(self) -> None:
        super().__init__()
        self.supply, self.chosen, self.answers = SupplyCard(), ChosenCard(), Answers()
        self.changes = ChangesCard()
        self.asked: Load | None = None
        self.setFixedWidth(fonts.px(_WIDTH))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Ignored)
        both = column(gap=14)
        both.addWidget(self.supply, 2)
        both.addWidget(self.changes, 2)
        both.addWidget(self.chosen, 3)
        first = QWidget()
        first.setLayout(both)
        self.addWidget(first)
        self.addWidget(self.answers)
        self.answers.places.closed.connect(self.close_answers)

    def retranslate(self) -> None:
        for part in (self.supply, self.changes, self.chosen, self.answers):
            part.retranslate()

    def show_sheet(self, sheet: Sheet, offer: Offer) -> None:
        """Show what belongs beside a plan, or beside a real week."""
        self.supply.show_offer(offer)
        self.supply.setVisible(not sheet.real)
        self.changes.setVisible(sheet.real)
        self.changes.show_sheet(sheet)

    def ask(self, load: Load, judge: Judge, *, focus: str = "") -> None:
        """Answer where a load fits and what it could be swapped with; *focus* is where or swap."""
        meeting, along = judge.asked(load)
        if meeting is None:
            self.close_answers()
            return
        self.asked = load
        found = fitting.places(judge.offer, meeting, along=along)
        self.answers.places.show_places(judge.offer, load, found)
        swaps = fitting.swaps(judge.offer, meeting)
        if along:  # several blocks in a row stay together: only the others make room
            swaps = tuple(swap for swap in swaps if not {step.meeting for step in swap.moves} & set(load.meetings))
        self.answers.swaps.show_swaps(judge.offer, meeting, swaps)
        self.setCurrentIndex(1)
        if focus:
            answer = self.answers.places.list if focus == "where" else self.answers.swaps.list
            answer.setFocus()

    def leaders(self, offer: Offer) -> tuple[int, ...]:
        """Return who would lead the course that is asked about, where it waits."""
        if self.asked is None or self.asked.kind != "course":
            return ()
        return fitting.draft(offer, self.asked.id).leaders

    def close_answers(self) -> None:
        self.asked = None
        self.setCurrentIndex(0)
