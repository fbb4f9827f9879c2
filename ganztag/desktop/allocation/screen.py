"""The screen of the allocation: scenarios side by side, who stands differently, why, and one button that accepts."""

from PySide6.QtCore import QByteArray, QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from ganztag.desktop.allocation.accepted_strip import AcceptedStrip
from ganztag.desktop.allocation.by_hand.work import ByHand
from ganztag.desktop.allocation.cards.start import StartTiles
from ganztag.desktop.allocation.cards.words import figures_line
from ganztag.desktop.allocation.deeds import Deeds
from ganztag.desktop.allocation.explained import Explained
from ganztag.desktop.allocation.lists.shown import Shown
from ganztag.desktop.allocation.running import Running
from ganztag.desktop.allocation.scenario_verbs import ScenarioVerbs
from ganztag.desktop.allocation.scenarios import Scenario, Scenarios
from ganztag.desktop.allocation.work_page import WorkPage
from ganztag.desktop.desk import Desk, Place
from ganztag.desktop.rules.opening import open_rules
from ganztag.desktop.screens import page_layout
from ganztag.desktop.widgets.banner import Banner
from ganztag.desktop.widgets.empty import Empty
from ganztag.desktop.widgets.filter_box import Choice
from ganztag.desktop.widgets.page_head import PageHead
from ganztag.desktop.widgets.progress import ProgressStrip
from ganztag.language import _
from ganztag.queries import ballots
from ganztag.queries.ballots import BallotRow

_REMEMBERED = "wishes/ballot"  # the screen of wishes keeps it too: one ballot is being worked on
_START, _WORK, _EMPTY, _BY_HAND = range(4)


class AllocationScreen(QWidget):
    """Plans live here until one is accepted; each reading of the file says whether they still fit."""

    key = "allocation"
    concerns = frozenset(
        {"ballot", "ballot_block", "ballot_course", "ballot_year_group", "ballot_class", "ballot_answer", "refusal",
         "wish", "placement", "course", "meeting", "course_year_group", "course_class", "pupil", "class_membership",
         "enrolment", "school", "time_block", "allocation_run", "scenario", "rule", "bond", "hardship", "invitation"}
    )  # fmt: skip
    wanted = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._child: int | None = None
        self.scenarios = Scenarios(desk)
        self.head, self.banner, self.progress, self.strip = PageHead(), Banner(), ProgressStrip(), AcceptedStrip()
        self.running = Running(desk, self.scenarios, self.progress, self.banner, self)
        self.verbs = ScenarioVerbs(desk, self.scenarios, self.banner, self)
        self.start, self.work = StartTiles(), WorkPage(desk, self.banner)
        self.shown = Shown(desk, self.work.lists, self.scenarios)
        self.explained = Explained(desk, self.scenarios, self.work)
        self.by_hand = ByHand(desk, self.scenarios, self.banner, self)
        self.deeds = Deeds(desk, self.scenarios, self.verbs, self.running, self)
        self._choice, self._pages, self._empty = Choice(most=224), QStackedWidget(), Empty("shuffle")
        self._to_wishes = self._empty.add_button("", "ticket", self._go_to_wishes)
        self.head.add_widget(self._choice)
        self.rules = self.head.add_button("", "list", self._open_rules)
        self.protocol = self.head.add_button("", "scroll-text", self._protocol)
        self.again = self.head.add_button("", "play", self.deeds.ask_again)
        self.accept_button = self.head.add_button("", "check", self.deeds.accept, primary=True)
        self._arrange()
        self._connect()
        self.retranslate()

    def _arrange(self) -> None:
        page = page_layout(self)
        for widget in (self.head, self.banner, self.progress, self.strip):
            page.addWidget(widget)
        self._pages.addWidget(self.start)
        self._pages.addWidget(self.work)
        self._pages.addWidget(self._empty)
        self._pages.addWidget(self.by_hand.page)
        page.addWidget(self._pages, 1)

    def _connect(self) -> None:
        self.by_hand.join(self.running, self.explained)
        self.deeds.join(self.work, self.by_hand)
        self.start.wanted.connect(self.deeds.calculate)
        self.work.menu_wanted.connect(self.verbs.open_menu)
        self.work.lists.turned.connect(self._turned)
        self.work.lists.results.child_wanted.connect(self._open_child)
        self.work.lists.differences.child_wanted.connect(self._open_child)
        self.work.lists.by_hand_wanted.connect(self.by_hand.begin)
        self.work.worth.connect(self.shown.show_worth)
        for told in (self.verbs.changed, self.deeds.looked, self.by_hand.changed):
            told.connect(self._show)
        self.deeds.written.connect(self.refresh)
        self.deeds.protocol_wanted.connect(self._protocol)
        self.running.changed.connect(self._show_new)
        self._choice.picked.connect(self._pick_ballot)
        self.strip.undo_wanted.connect(self.verbs.undo)
        self.strip.print_wanted.connect(self._print)

    def retranslate(self) -> None:
        self.rules.setText(_("Rules …"))
        self.protocol.setText(_("Protocol"))
        self.again.setText(_("Calculate again …"))
        self.accept_button.setText(_("Accept allocation"))
        self._to_wishes.setText(_("To the wishes"))
        self._choice.setAccessibleName(_("Ballot"))
        self._empty.show_texts(
            _("No wishes yet"),
            _("From the wishes the program works out who gets which course: proven to be the best for the goal that "
              "you choose. First the wishes have to be entered."),
        )  # fmt: skip
        for part in (self.strip, self.start, self.work, self.by_hand.page):
            part.retranslate()

    # ---- what is seen

    def refresh(self) -> None:
        """Read the ballot anew, and say which plans still fit."""
        found = self._desk.office.read(ballots.ballots, self._desk.term().id)
        chosen = _remembered(self._desk, found)
        self._choice.offer([(one.id, one.name) for one in found])
        self._choice.pick(chosen.id if chosen else None)
        self._choice.setVisible(len(found) > 1)
        self.work.lists.results.verbs.ballot_id = chosen.id if chosen else None
        self.scenarios.read(chosen)
        self.shown.forget()
        self.explained.forget()
        self.by_hand.renew()
        self._show()

    def _show(self) -> None:
        known = self.scenarios
        has_wishes = known.has_wishes()
        chosen = known.chosen() if has_wishes else None
        self._pages.setCurrentIndex(self._page(has_wishes=has_wishes, has_plans=chosen is not None))
        self.strip.show_run(known.run, changed=known.run is not None and known.run_is_old(),
                            undoable=self.verbs.is_last_deed())  # fmt: skip
        self.head.show_texts(
            _("Allocation"), figures_line(known.ballot, chosen) if has_wishes and known.ballot is not None else ""
        )
        self._show_buttons(chosen)
        if chosen is not None:
            self.work.show_scenarios(known)
            self.shown.renew()
            self.explained.renew()

    def _show_new(self) -> None:
        """Show what was calculated, and bring its card into view when it has its place."""
        self._show()
        QTimer.singleShot(0, self, self.work.bring_newest_into_view)

    def _page(self, *, has_wishes: bool, has_plans: bool) -> int:
        if not has_wishes:
            return _EMPTY
        return _START if not has_plans else _BY_HAND if self.by_hand.is_open else _WORK

    def _show_buttons(self, chosen: Scenario | None) -> None:
        free = not self.running.is_running()
        on_board = self.by_hand.is_open
        fits = chosen is not None and not chosen.old and not on_board
        self.accept_button.setVisible(fits and chosen is not None and not chosen.accepted)
        self.again.setVisible(chosen is not None and not on_board)
        self.rules.setVisible(self.scenarios.ballot is not None and not on_board)
        self.protocol.setVisible(fits)
        self.work.lists.by_hand.setEnabled(fits and free)
        for widget in (self.accept_button, self.again, self.start, self.work.others):
            widget.setEnabled(free)
        old = chosen is not None and chosen.old and chosen.key != "accepted"  # there the strip says it
        self._warn(old=old and free and not on_board)

    def _warn(self, *, old: bool) -> None:
        """Say that the chosen plan is old, for as long as it is."""
        if old and self.banner.isHidden():
            self.banner.say(
                _("Wishes, rules, courses or children have changed since this was calculated."),
                tone="warn",
                advice=_("Please calculate again."),
                action=(_("Calculate again"), self.deeds.renew_chosen),
            )
        elif not old and self.banner.tone() == "warn":
            self.banner.clear()

    def _turned(self, face: str) -> None:
        self.shown.renew()
        self.explained.turned(face)

    # ---- ways to other screens

    def _pick_ballot(self, ballot_id: object) -> None:
        self._desk.memory.keep(_REMEMBERED, QByteArray(str(ballot_id).encode()))
        self.refresh()

    def go_to(self, row_id: int | None) -> None:
        """Choose the first result of a child in what was accepted, and say why."""
        self._child = row_id
        accepted = next((one for one in self.scenarios.all() if one.accepted), None)
        if accepted is not None:
            self.scenarios.choose(accepted.key)
            self._show()
        self.work.lists.turn_to("results")
        self.work.lists.results.choose_child(row_id)

    def go_to_ids(self, ids: tuple[int, ...]) -> None:
        """Go on to the ballot and the block in which the child is asked about."""
        ballot, block = ids
        if self.scenarios.ballot is None or self.scenarios.ballot.id != ballot:
            self._pick_ballot(ballot)
            self.go_to(self._child)
        self.work.lists.results.choose_child(self._child, block)

    def _open_child(self, pupil_id: int) -> None:
        self.wanted.emit(Place("pupils", pupil_id))

    def _open_rules(self) -> None:
        if self.scenarios.ballot is not None:
            open_rules(self._desk, self.scenarios.ballot.id, self)

    def _protocol(self) -> None:
        """Lead to the protocol of what was accepted; that of another plan is written to a file."""
        chosen, ballot = self.scenarios.chosen(), self.scenarios.ballot
        if chosen is not None and chosen.accepted and ballot is not None:
            self.wanted.emit(Place("lists", chip="protocol", ids=(ballot.id,)))
        elif chosen is not None:
            self.verbs.write_protocol(chosen)

    def _go_to_wishes(self) -> None:
        self.wanted.emit(Place("wishes"))

    def _print(self, paper: str) -> None:
        self.wanted.emit(Place("lists", chip=paper))


def _remembered(desk: Desk, found: list[BallotRow]) -> BallotRow | None:
    """Return the ballot that was looked at last, else the newest."""
    kept = desk.memory.recall(_REMEMBERED)
    wanted = bytes(kept.data()).decode() if kept is not None else ""
    return next((one for one in found if str(one.id) == wanted), found[-1] if found else None)
