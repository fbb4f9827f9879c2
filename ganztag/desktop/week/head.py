"""The head of the week: plan or real week, which week, whose, and what can be made of it."""

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from ganztag.desktop import icons
from ganztag.desktop.desk import Desk, Place
from ganztag.desktop.week.reading import View
from ganztag.desktop.week.scope import WHOLE, Named, Scope
from ganztag.desktop.week.scope_chooser import ScopeButton
from ganztag.desktop.widgets.buttons import Button, IconButton, MenuButton
from ganztag.desktop.widgets.card import row
from ganztag.desktop.widgets.page_head import PageHead
from ganztag.desktop.widgets.segmented import Segmented
from ganztag.domain.sessions import monday_of
from ganztag.language import _


class WeekHead(PageHead):
    """``turned`` when another week or somebody else's is wanted; ``wanted(Place)`` leads away."""

    turned = Signal()
    propose_wanted = Signal()
    wanted = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._monday: date | None = None
        self.mode, self.scope = Segmented(), ScopeButton()
        self._back, self._next = (
            IconButton("chevron-left", "", framed=True),
            IconButton("chevron-right", "", framed=True),
        )
        self._today = Button("", None, "quiet")
        self._weeks = QWidget()
        self._print, self._menu = QAction(icons.icon("printer"), "", self), MenuButton("", "ellipsis")
        self._arrange()
        self.mode.picked.connect(self._turn)
        self.scope.picked.connect(self._show_of)
        self._back.clicked.connect(self._go_back)
        self._next.clicked.connect(self._go_on)
        self._today.clicked.connect(self._go_to_today)
        self._print.triggered.connect(self._to_lists)

    def _arrange(self) -> None:
        line = row(gap=4)
        for widget in (self._back, self._today, self._next):
            line.addWidget(widget)
        self._weeks.setLayout(line)
        self._weeks.hide()
        self._menu.offer([self._print])
        for part in (self._weeks, self.mode, self.scope):
            self.add_widget(part)
        self.propose = self.add_button("", "shuffle", self.propose_wanted.emit)
        self.add_widget(self._menu)

    def retranslate(self) -> None:
        self.mode.offer([("plan", _("Plan")), ("week", _("Real week"))])
        self.mode.setAccessibleName(_("Plan or real week"))
        self._today.setText(_("Today"))
        self._back.name(_("Week before"))
        self._next.name(_("Next week"))
        self.propose.setText(_("Propose free places"))
        self._print.setText(_("Print week plans"))
        self._menu.setAccessibleName(_("More"))
        if self.scope.scope == WHOLE:
            self.scope.show_scope(WHOLE, _("Whole school"))

    def view(self) -> View:
        """Return what is to be shown; a real week that another half-year does not have gives way to its nearest one."""
        if self._monday is not None:
            term, friday = self._desk.term(), self._monday + timedelta(days=4)
            if friday < term.starts or self._monday > term.ends:
                self._monday = monday_of(term.day_that_counts(self._monday))
        return View(self._monday, self.scope.scope)

    def show_figures(self, figures: str) -> None:
        self.show_texts(_("Week"), figures)

    def keep_only(self, *, is_planning: bool, is_empty: bool) -> None:
        """Show what has a meaning here: proposing only in the plan, nothing of it all in an empty school."""
        self.propose.setVisible(is_planning and not is_empty)
        self._weeks.setVisible(self._monday is not None and not is_empty)
        for widget in (self.mode, self.scope, self._menu):
            widget.setVisible(not is_empty)

    def name_scope(self, known: Sequence[Named]) -> None:
        """Show the name of whose week it is; somebody who is gone gives way to the whole school."""
        found = next((named for named in known if named.scope == self.scope.scope), None)
        if found is not None:
            self.scope.show_scope(found.scope, found.name)
        else:
            self.scope.show_scope(WHOLE, _("Whole school"))

    def show_plan_of(self, scope: Scope) -> None:
        """Turn to the plan of somebody without telling."""
        self._monday = None
        self.mode.pick("plan")
        self.scope.scope = scope

    def to_plan(self) -> None:
        """Turn to the plan, whoever's week it is."""
        self._turn("plan")

    def show_week(self, day: date) -> None:
        """Turn to the real week of a day, the nearest one of the half-year."""
        term = self._desk.term()
        self._monday = monday_of(term.day_that_counts(day))
        self.mode.pick("week")
        self.turned.emit()

    def _turn(self, mode: str) -> None:
        self.mode.pick(mode)
        if mode == "plan":
            self._monday = None
            self.turned.emit()
        else:
            self._go_to_today()

    def _show_of(self, scope: Scope) -> None:
        self.scope.scope = scope
        self.turned.emit()

    def _go_back(self) -> None:
        self.go(-7)

    def _go_on(self) -> None:
        self.go(7)

    def go(self, days: int) -> None:
        """Turn to an earlier or a later real week, as far as the half-year goes; the plan stays what it is."""
        if self._monday is not None:
            term = self._desk.term()
            wanted = self._monday + timedelta(days=days)
            if monday_of(term.starts) <= wanted <= term.ends:
                self._monday = wanted
                self.turned.emit()

    def _go_to_today(self) -> None:
        self.show_week(self._desk.office.clock.today())

    def _to_lists(self) -> None:
        chip = {"class": "class", "pupil": "pupil"}.get(self.scope.scope.kind, "pupil")
        ids = (self.scope.scope.id,) if self.scope.scope.kind in ("class", "pupil") else ()
        self.wanted.emit(Place("lists", chip=chip, ids=tuple(key for key in ids if key is not None)))
