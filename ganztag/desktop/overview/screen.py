"""The first screen of a day: the next afternoon, what is to be done, wishes against places."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from ganztag.desktop import fonts
from ganztag.desktop.desk import Desk, Place
from ganztag.desktop.overview.afternoon import AfternoonCard
from ganztag.desktop.overview.demand import DemandCard, most_and_fewest
from ganztag.desktop.overview.steps import StepsCard, steps_of
from ganztag.desktop.overview.task_card import TaskCard
from ganztag.desktop.overview.tasks import Open, tasks_of
from ganztag.desktop.screens import page_layout
from ganztag.desktop.widgets.card import Scroll, column, row
from ganztag.desktop.widgets.page_head import PageHead
from ganztag.language import _, date, ngettext
from ganztag.queries.checks import still_open
from ganztag.queries.offer import TABLES
from ganztag.queries.overview import Overview, overview
from ganztag.queries.upkeep import upkeep

_RIGHT = 396


class OverviewScreen(QWidget):
    """An empty school sees the five steps instead, each with its button."""

    key = "overview"
    concerns = TABLES | {
        "ballot_paper",
        "allocation_run",
        "finding_exception",
        "session_change",
        "session_leader",
        "attendance",
        "waiting",
        "setting",
        "bond",
    }
    wanted = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.head = PageHead()
        self._lists = self.head.add_button("", "printer", self._to_lists, primary=True)
        self.afternoon, self.tasks, self.demand = AfternoonCard(), TaskCard(), DemandCard()
        self.steps, self.first_steps = StepsCard(), StepsCard(large=True)
        self._pages = QStackedWidget()
        self._arrange()
        for card in (self.tasks, self.steps, self.first_steps):
            card.wanted.connect(self.wanted)
        self.afternoon.course_picked.connect(self._to_course)
        self.demand.all_wanted.connect(self._to_wishes)
        self.retranslate()

    def _arrange(self) -> None:
        page = page_layout(self)
        page.addWidget(self.head)
        work, line = QWidget(), row(gap=16)
        left, right = column(gap=16), Scroll(gap=16)
        left.addWidget(self.afternoon, 1)
        left.addWidget(self.demand)
        right.body.addWidget(self.tasks)
        right.body.addWidget(self.steps)
        right.body.addStretch(1)
        right.setFixedWidth(fonts.px(_RIGHT))
        right.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        line.addLayout(left, 1)
        line.addWidget(right)
        work.setLayout(line)
        empty, middle, centre = QWidget(), column(), row()
        self.first_steps.setMaximumWidth(fonts.px(680))
        self.first_steps.setMinimumWidth(fonts.px(560))
        centre.addStretch(1)
        centre.addWidget(self.first_steps, 3)
        centre.addStretch(1)
        middle.addStretch(1)
        middle.addLayout(centre)
        middle.addStretch(2)
        empty.setLayout(middle)
        self._pages.addWidget(work)
        self._pages.addWidget(empty)
        page.addWidget(self._pages, 1)

    def retranslate(self) -> None:
        self._lists.setText(_("Print lists"))

    def refresh(self) -> None:
        """Show the half-year as the file has it now."""
        today = self._desk.office.clock.today()
        watch = self._desk.watch
        state = self._desk.office.read(overview, self._desk.term().id, today)
        daily = self._desk.office.read(upkeep, state.term, self._desk.office.clock.now())
        found = Open(still_open(watch.findings()), watch.offer(), state.papers, daily)
        is_empty = not state.pupils or not state.courses
        self._pages.setCurrentIndex(1 if is_empty else 0)
        self._lists.setVisible(not is_empty)
        steps = steps_of(state)
        if is_empty:
            self.head.show_texts(_("Welcome"), _("Five steps lead from the class list to the printed lists."))
            self.first_steps.show_steps(steps, _("This is how it begins"))
            return
        self._name(state, is_today=state.day == today)
        self.tasks.show_tasks(tasks_of(found, state))
        self.steps.show_steps(steps, _("The half-year"), state.term.name)
        self._show_afternoon(state, is_today=state.day == today)
        self._show_demand(state)

    def _name(self, state: Overview, *, is_today: bool) -> None:
        if state.day is None:
            self.head.show_texts(state.term.name, _("No more afternoons in this half-year."))
            return
        count = sum(len(block.rows) for block in state.blocks)
        figures = (
            "" if is_today else _("Next afternoon"),
            ngettext("{count} course", "{count} courses", count),
            ngettext("{count} block", "{count} blocks", len(state.blocks)),
            _("{expected} of {booked} booked children expected", expected=state.expected, booked=state.booked),
        )
        self.head.show_texts(date(state.day, "weekday"), " · ".join(part for part in figures if part))

    def _show_afternoon(self, state: Overview, *, is_today: bool) -> None:
        day = "" if state.day is None or is_today else date(state.day, "weekday")
        self.afternoon.name(_("This afternoon") if is_today else _("The next afternoon"), day)
        self.afternoon.show_blocks(state.blocks)

    def _show_demand(self, state: Overview) -> None:
        papers = state.papers[0] if state.papers else None
        self.demand.setVisible(papers is not None)
        if papers is not None:
            words = _("{ballot} · {given} of {children} papers are in", ballot=papers.ballot.name, given=papers.given,
                      children=papers.children)  # fmt: skip
            running = [course for course in state.courses if not course.struck]
            self.demand.show_demand(most_and_fewest(running), words, len(running), begun=papers.given > 0)

    def go_to(self, row_id: int | None) -> None:
        """There are no rows of its own to choose."""

    def _to_course(self, course_id: int) -> None:
        self.wanted.emit(Place("courses", course_id))

    def _to_wishes(self) -> None:
        self.wanted.emit(Place("wishes"))

    def _to_lists(self) -> None:
        self.wanted.emit(Place("lists"))
