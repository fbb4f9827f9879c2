"""The screen of the allocation: goals side by side, results child by child, and the one button that accepts."""

from PySide6.QtCore import QByteArray, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from ganztag.desktop.allocation.accepted_strip import AcceptedStrip
from ganztag.desktop.allocation.calculation import Calculated, calculate
from ganztag.desktop.allocation.goals import Goals
from ganztag.desktop.allocation.plans import Plans
from ganztag.desktop.allocation.results import Results
from ganztag.desktop.desk import Desk, Place
from ganztag.desktop.screens import page_layout
from ganztag.desktop.widgets.banner import Banner
from ganztag.desktop.widgets.card import column
from ganztag.desktop.widgets.empty import Empty
from ganztag.desktop.widgets.filter_box import Choice
from ganztag.desktop.widgets.job_strip import JobStrip
from ganztag.desktop.widgets.page_head import PageHead
from ganztag.desktop.widgets.progress import ProgressStrip
from ganztag.desktop.widgets.text import Text
from ganztag.language import _
from ganztag.planning.levels import goal_label
from ganztag.queries import ballots
from ganztag.queries.ballots import BallotRow

_REMEMBERED = "wishes/ballot"  # the screen of wishes keeps it too: one ballot is being worked on


class AllocationScreen(QWidget):
    """Plans live here until one is accepted; each reading of the file says whether they still fit."""

    key = "allocation"
    concerns = frozenset(
        {"ballot", "ballot_block", "wish", "placement", "course", "meeting", "course_year_group", "course_class",
         "pupil", "class_membership", "enrolment", "school", "time_block", "allocation_run"}
    )  # fmt: skip
    wanted = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.plans = Plans(desk)
        self.head, self.banner, self.progress, self.strip = PageHead(), Banner(), ProgressStrip(), AcceptedStrip()
        self.job = JobStrip(desk.jobs, self.progress, self.banner, self)
        self.results, self.goals = Results(desk, self.banner), Goals()
        self.cards, self.seed = self.goals.cards, self.goals.seed
        self._choice, self._pages, self._empty = Choice(), QStackedWidget(), Empty("shuffle")
        self._below, self._hint = QStackedWidget(), Text("", "body", "muted", wrap=True)
        self._to_wishes = self._empty.add_button("", "ticket", self._go_to_wishes)
        self.head.add_widget(self._choice)
        # An impatient second click on "Calculate" must not hit what appears in its place: accepting stands left of it.
        self.accept_button = self.head.add_button("", "check", self.accept, primary=True)
        self.again = self.head.add_button("", "play", self.calculate)
        self.first = self.head.add_button("", "play", self.calculate, primary=True)
        self._arrange()
        self._connect()
        self.retranslate()

    def _arrange(self) -> None:
        page = page_layout(self)
        for widget in (self.head, self.banner, self.progress, self.strip):
            page.addWidget(widget)
        whole = column(gap=12)
        whole.addWidget(self.goals)
        self._hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._below.addWidget(self.results)
        self._below.addWidget(self._hint)
        whole.addWidget(self._below, 1)
        work = QWidget()
        work.setLayout(whole)
        self._pages.addWidget(work)
        self._pages.addWidget(self._empty)
        page.addWidget(self._pages, 1)

    def _connect(self) -> None:
        self.goals.picked.connect(self.pick)
        self.goals.calculate_wanted.connect(self._calculate_goal)
        self.results.child_wanted.connect(self._open_child)
        self.seed.changed.connect(self._seed_changed)
        self._choice.picked.connect(self._pick_ballot)
        self.job.ended.connect(self._show)
        self.strip.undo_wanted.connect(self.results.verbs.undo)
        self.strip.print_wanted.connect(self._print)

    def retranslate(self) -> None:
        self.again.setText(_("Calculate again"))
        self.first.setText(_("Calculate"))
        self.accept_button.setText(_("Accept allocation"))
        self._to_wishes.setText(_("To the wishes"))
        self._choice.setAccessibleName(_("Ballot"))
        self._hint.setText(_("Here stands what each child would get, and why, as soon as it is calculated."))
        self._empty.show_texts(
            _("No wishes yet"),
            _("From the wishes the program works out who gets which course: proven to be the best for the goal that "
              "you choose. First the wishes have to be entered."),
        )  # fmt: skip
        for part in (self.strip, self.results, self.goals):
            part.retranslate()

    def refresh(self) -> None:
        """Read the ballot anew, and say which plans still fit."""
        found = self._desk.office.read(ballots.ballots, self._desk.term().id)
        chosen = self._chosen_ballot(found)
        self._choice.offer([(one.id, one.name) for one in found])
        self._choice.pick(chosen.id if chosen else None)
        self._choice.setVisible(len(found) > 1)
        self.results.verbs.ballot_id = chosen.id if chosen else None
        self.plans.read(chosen)
        self._show()

    def _chosen_ballot(self, found: list[BallotRow]) -> BallotRow | None:
        kept = self._desk.memory.recall(_REMEMBERED)
        wanted = bytes(kept.data()).decode() if kept is not None else ""
        return next((one for one in found if str(one.id) == wanted), found[-1] if found else None)

    def _show(self) -> None:
        plans = self.plans
        has_wishes = plans.has_wishes()
        self._pages.setCurrentIndex(0 if has_wishes else 1)
        self.strip.show_run(plans.run, changed=plans.run_is_old(), undoable=self.results.verbs.is_last_deed())
        self.head.show_texts(_("Allocation"), plans.figures())
        self.goals.show_plans(plans)
        self._show_buttons(has_wishes)
        rows = plans.rows()
        self.results.show_rows(rows)
        self._below.setCurrentIndex(0 if rows else 1)
        self._make_room()

    def _make_room(self) -> None:
        self.goals.make_room(self.height(), has_results=self._below.currentIndex() == 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def _show_buttons(self, has_wishes: bool) -> None:
        plans, fits = self.plans, self.plans.fits()
        self.accept_button.setVisible(has_wishes and fits and not plans.is_accepted(plans.goal))
        self.first.setVisible(has_wishes and not fits)
        self.again.setVisible(has_wishes and fits)
        for widget in (self.accept_button, self.first, self.again, self.seed, *self.cards.values()):
            widget.setEnabled(not self.job.is_running())
        self._warn(old=plans.result() is not None and not fits and not self.job.is_running())

    def _warn(self, *, old: bool) -> None:
        """Say that the chosen plan is old, for as long as it is."""
        if old and self.banner.isHidden():
            self.banner.say(
                _("Wishes, courses or children have changed since this was calculated."),
                tone="warn",
                advice=_("Please calculate again."),
            )
        elif not old and self.banner.tone() == "warn":
            self.banner.clear()

    def pick(self, goal: str) -> None:
        """Choose a goal; its plan is what is shown below and accepted."""
        self.plans.goal = goal
        self._show()

    def calculate(self) -> None:
        self._calculate_goal(self.plans.goal)

    def _calculate_goal(self, goal: str) -> None:
        if self.plans.problem is None or self.job.is_running():
            return
        self.plans.goal = goal
        self.banner.clear()
        words = _("Calculating: {goal}", goal=goal_label(goal))
        self.job.start(words, self._calculated, calculate, self.plans.problem, goal, self.seed.value())
        self._show()

    def _calculated(self, result: Calculated) -> None:
        self.plans.results[result.plan.goal] = result
        self._show()

    def accept(self) -> None:
        """Accept the chosen plan: one deed."""
        result = self.plans.result()
        if result is not None and self.results.verbs.accept(result.plan):
            self.refresh()

    def _seed_changed(self) -> None:
        if self.plans.keep_seed(self.seed.value()):
            self._show()

    def _pick_ballot(self, ballot_id: object) -> None:
        self._desk.memory.keep(_REMEMBERED, QByteArray(str(ballot_id).encode()))
        self.refresh()

    def go_to(self, row_id: int | None) -> None:
        """Choose the first result of a child."""
        self.results.choose_child(row_id)

    def _open_child(self, pupil_id: int) -> None:
        self.wanted.emit(Place("pupils", pupil_id))

    def _go_to_wishes(self) -> None:
        self.wanted.emit(Place("wishes"))

    def _print(self) -> None:
        self.wanted.emit(Place("lists"))
