"""The screen of the week: the plan of the half-year or a real week, and beside it what waits and what fits where."""

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QMenu, QStackedWidget, QWidget

from ganztag.desktop.ask import objections
from ganztag.desktop.desk import Desk, Place
from ganztag.desktop.screens import page_layout
from ganztag.desktop.week.foot import Foot
from ganztag.desktop.week.grid import WeekGrid
from ganztag.desktop.week.head import WeekHead
from ganztag.desktop.week.nothing import Nothing
from ganztag.desktop.week.planner import Planner
from ganztag.desktop.week.reading import Read, choices, notices, read
from ganztag.desktop.week.scope import WHOLE, Named, Scope
from ganztag.desktop.week.sheet import Chip
from ganztag.desktop.week.side import Side
from ganztag.desktop.week.verbs import WeekVerbs
from ganztag.desktop.widgets.banner import Banner
from ganztag.desktop.widgets.card import Card, row
from ganztag.language import _
from ganztag.queries.offer import TABLES


class WeekScreen(QWidget):
    """Everything it shows comes from ``refresh``; what hands do goes to the carrier, what they mean to the verbs."""

    key = "week"
    concerns = TABLES | {"finding_exception", "session_change", "session_leader", "meeting_leader"}
    wanted = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._read: Read | None = None
        self.head, self.banner, self.grid = WeekHead(desk), Banner(), WeekGrid()
        self.side, self.foot = Side(), Foot(self.banner)
        self.verbs = WeekVerbs(desk, self.grid, self.banner, self)
        self.planner = Planner(desk, self.grid, self.side, self.verbs)
        self._nothing, self._pages = Nothing(), QStackedWidget()
        self._arrange()
        self._connect()
        self.setFocusProxy(self.grid)
        self.retranslate()

    def _arrange(self) -> None:
        page = page_layout(self)
        page.addWidget(self.head)
        card = Card(bare=True)
        card.body.addWidget(self.grid, 1)
        card.body.addWidget(self.foot)
        card.body.addWidget(self.banner)
        both = row(gap=16)
        both.addWidget(card, 1)
        both.addWidget(self.side)
        work = QWidget()
        work.setLayout(both)
        self._pages.addWidget(work)
        self._pages.addWidget(self._nothing)
        page.addWidget(self._pages, 1)

    def _connect(self) -> None:
        self.head.turned.connect(self._turned)
        self.head.scope.offer(self._choices)
        self.head.wanted.connect(self.wanted)
        self.head.propose_wanted.connect(self._propose)
        self._nothing.wanted.connect(self.wanted)
        self.grid.chosen.connect(self._show_chosen)
        self.grid.menu_wanted.connect(self._menu)
        self.planner.open_wanted.connect(self._open)
        self.planner.week_wanted.connect(self.head.go)
        self.planner.refused.connect(self._refuse)
        self.planner.carrier.turned.connect(self._show_foot)
        self.side.chosen.followed.connect(self._follow)
        self.side.changes.picked.connect(self._follow)

    def retranslate(self) -> None:
        self.grid.setAccessibleName(_("Week"))
        for part in (self.head, self.verbs, self.side, self._nothing):
            part.retranslate()
        self._show_foot()

    def refresh(self) -> None:
        """Show the week as the file has it now."""
        self.head.name_scope(choices(self._desk) if self.head.scope.scope != WHOLE else ())
        found = self._read = read(self._desk, self.head.view())
        self.head.show_figures(found.figures())
        nothing = self._nothing.show_offer(found.offer)
        self._pages.setCurrentIndex(1 if nothing else 0)
        self.verbs.forget()
        self.head.keep_only(is_planning=not found.sheet.real, is_empty=nothing)
        self.grid.show_sheet(found.sheet)
        self.side.show_sheet(found.sheet, found.offer)
        self.planner.renew()

    def _choices(self) -> list[Named]:
        return choices(self._desk)

    def chip(self) -> Chip | None:
        """Return the chosen chip."""
        return self.grid.cursor_.chip()

    def go_to(self, row_id: int | None) -> None:
        """Choose a course in the week of the whole school."""
        if row_id is None:
            return
        if not any(chip.course == row_id for chip in self.grid.sheet.chips):
            self.head.show_plan_of(Scope())
            self._turned()
        chip = next((chip for chip in self.grid.sheet.chips if chip.course == row_id), None)
        if chip is not None:
            self.grid.choose(chip.key)
        self.grid.setFocus()

    def go_to_chip(self, chip: str) -> None:
        """Show somebody's week: ``room:12``, ``staff:3``, ``class:5``, ``pupil:7``; the kinds are those of a scope."""
        kind, _colon, key = chip.partition(":")
        if key.isdecimal():
            self.head.show_plan_of(Scope(kind, int(key)))
            self._turned()

    def _turned(self, *_what: object) -> None:
        self.side.close_answers()
        self.banner.clear()
        with objections(self.banner):
            self.refresh()
        self._show_foot()

    def _show_foot(self, *_state: object) -> None:
        self.foot.show_state(carrying=self.grid.hand is not None, real=self.grid.sheet.real)

    def _show_chosen(self, _key: int = 0) -> None:
        if self._read is None:
            return
        chip, sheet = self.chip(), self.grid.sheet
        told = notices(self._desk, chip, sheet) if chip is not None else []
        self.side.chosen.show_chip(chip, sheet, self._read.offer, told)
        for key, action in self.verbs.actions.items():
            action.setEnabled(chip is not None and (key == "open" or not sheet.real))

    def _refuse(self) -> None:
        action = (_("To the plan"), self.head.to_plan)
        self.banner.say(_("In a real week nothing is moved here; the plan is where it is planned."), action=action)

    def _propose(self) -> None:
        from ganztag.desktop.placing import open_placing  # noqa: PLC0415 -- the dialog is made when it is needed

        open_placing(self._desk, self)

    def _open(self, course_id: int) -> None:
        self.wanted.emit(Place("courses", course_id))

    def _follow(self, target: object) -> None:
        if isinstance(target, int):
            self.grid.choose(target)
            self.grid.setFocus()
        elif isinstance(target, Place):
            self.wanted.emit(target)

    def _menu(self, at: QPoint) -> None:
        menu = QMenu(self)
        menu.addActions(list(self.verbs.all()))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)
