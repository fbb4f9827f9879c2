"""The screen of lists and letters: the paper, whom it is for, and how it will look; then print or save."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QStackedWidget, QWidget

from ganztag import language
from ganztag.desktop.ask import objections
from ganztag.desktop.desk import Desk, Place
from ganztag.desktop.lists import making
from ganztag.desktop.lists.chooser import Chooser, Output
from ganztag.desktop.lists.entries import offer
from ganztag.desktop.lists.paper_list import PaperList
from ganztag.desktop.lists.papers import NOTHING_YET, WORDS
from ganztag.desktop.lists.preview import Preview
from ganztag.desktop.lists.verbs import ListVerbs
from ganztag.desktop.screens import ListAndDetail, page_layout
from ganztag.desktop.widgets.banner import Banner
from ganztag.desktop.widgets.card import Card, row
from ganztag.desktop.widgets.empty import Empty
from ganztag.desktop.widgets.job_strip import JobStrip
from ganztag.desktop.widgets.page_head import PageHead
from ganztag.desktop.widgets.progress import ProgressStrip
from ganztag.language import N_, _
from ganztag.operations.printing import PAPERS
from ganztag.queries import ballots, frame
from ganztag.queries.changes import ballot_allocated

_SPOKEN = {"de": N_("papers in German"), "en": N_("papers in English")}


class ListsScreen(QWidget):
    """Other screens lead here with ``Place("lists", chip=<key of a paper>, ids=<sheets to tick>)``."""

    key = "lists"
    concerns = frozenset(
        {"school", "school_year", "term", "day_off", "time_block", "room", "staff", "category", "course", "meeting",
         "meeting_leader", "enrolment", "pupil", "school_class", "class_membership", "booking", "leave_time",
         "guardian", "guardianship", "year_group", "ballot", "ballot_block", "ballot_class", "ballot_course",
         "ballot_year_group", "ballot_paper", "ballot_answer", "wish", "refusal", "placement", "allocation_run",
         "waiting", "invitation", "setting"}
    )  # fmt: skip
    wanted = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._paper = "attendance"
        self._ballot: int | None = None
        self.head, self.banner, self.progress = PageHead(), Banner(), ProgressStrip()
        self.papers, self.chooser, self.preview = PaperList(), Chooser(), Preview(desk.memory)
        jobs = JobStrip(desk.jobs, self.progress, self.banner, self)
        self.verbs = ListVerbs(desk, self, self, jobs, self.banner)
        self.save_button = self.head.add_button("", "download", self.verbs.save)
        self.print_button = self.head.add_button("", "printer", self.verbs.print, primary=True)
        self._empty = Empty("printer")
        self._go = self._empty.add_button("", None, self._to_beginning)
        self._pages = QStackedWidget()
        self._arrange()
        self._connect()
        self.papers.pick(self._paper)
        self.retranslate()

    def _arrange(self) -> None:
        page = page_layout(self)
        for widget in (self.head, self.banner, self.progress):
            page.addWidget(widget)
        self._pages.addWidget(
            ListAndDetail(self.chooser, self.preview, key=self.key, memory=self._desk.memory, shares=(2, 3))
        )
        nothing = Card(bare=True)
        nothing.body.addWidget(self._empty)
        self._pages.addWidget(nothing)
        columns = row(gap=16)
        columns.addWidget(self.papers)
        columns.addWidget(self._pages, 1)
        page.addLayout(columns, 1)

    def _connect(self) -> None:
        self.papers.picked.connect(self.go_to_chip)
        self.chooser.changed.connect(self._show_verbs)
        self.chooser.looked_at.connect(self._look_at)
        self.chooser.ballot.picked.connect(self._go_to_ballot)
        self.preview.leafed.connect(self.chooser.step)
        self.verbs.busy.connect(self._show_verbs)
        print_key = QAction(self)
        print_key.setShortcut(QKeySequence.StandardKey.Print)
        print_key.triggered.connect(self.verbs.print)
        self.addAction(print_key)

    def retranslate(self) -> None:
        self.save_button.setText(_("Save as PDF …"))
        self.papers.retranslate()
        self.chooser.retranslate()
        self.preview.retranslate()

    def refresh(self) -> None:
        """Show what can be printed as the file has it now, and the sheet that is looked at anew."""
        term, day = self._desk.term(), self._desk.today()
        self._show_ballots(term.id)
        found = offer(self._desk.office, self._paper, term, day, self._ballot)
        self._show_head()
        self._show_nothing_yet()
        self._pages.setCurrentIndex(0 if found.entries else 1)
        self.chooser.show_offer(WORDS[self._paper], found)
        self._show_verbs()
        self._look_at()

    def go_to(self, row_id: int | None) -> None:
        """Look at the sheet of a course, class or child."""
        if row_id is not None:
            self.chooser.choose(row_id)

    def go_to_chip(self, paper: str) -> None:
        """Turn to a paper by its key, as ``operations.printing`` names them."""
        if paper in PAPERS and paper != self._paper:
            self._paper = paper
            if paper == "letter":
                self._turn_to_answered()
            self.papers.pick(paper)
            self.banner.clear()
            self.refresh()

    def go_to_ids(self, ids: Sequence[int]) -> None:
        """Tick these sheets and no others."""
        self.chooser.tick_only(ids)

    def paper(self) -> str:
        return self._paper

    def ballot(self) -> int | None:
        """Return whose sheets these are; None where the paper is of no ballot, or there is none."""
        return self._ballot

    def sheets(self) -> list[int]:
        """Return the ids of what is to be printed or saved."""
        return self.chooser.wanted()

    def one_each(self) -> bool:
        return self.chooser.output.value() == Output.ONE_EACH

    def _show_ballots(self, term_id: int) -> None:
        """Offer the ballots, the newest chosen at first, where the paper is that of one."""
        rows = self._desk.office.read(ballots.ballots, term_id) if WORDS[self._paper].of_ballot else []
        known = [row.id for row in rows]
        if self._ballot not in known:
            self._ballot = max(known, default=None)
        self.chooser.show_ballots([(row.id, row.name) for row in rows], self._ballot)

    def _turn_to_answered(self) -> None:
        """Turn to the ballot that was allocated last, where the one that is shown has no letters yet."""
        rows = self._desk.office.read(ballots.ballots, self._desk.term().id)
        if not any(row.id == self._ballot and row.accepted_at is not None for row in rows):
            self._ballot = self._desk.office.read(ballot_allocated, self._desk.term().id) or self._ballot

    def _go_to_ballot(self, ballot_id: object) -> None:
        if isinstance(ballot_id, int):
            self._ballot = ballot_id
            self.refresh()

    def _show_head(self) -> None:
        now = self._desk.office.clock.now()
        size = _("A4 upright") if WORDS[self._paper].portrait else _("A4 across")
        parts = [_("As of today, {time}", time=now.time()), self._desk.term().name, size]
        tag = self._desk.office.read(frame.school).language
        if tag != language.spoken() and tag in _SPOKEN:
            parts.append(str(_SPOKEN[tag]))
        self.head.show_texts(_("Lists & letters"), " · ".join(parts))

    def _show_nothing_yet(self) -> None:
        title, words, verb, _screen = NOTHING_YET[self._paper]
        self._empty.show_texts(str(title), str(words))
        self._go.setText(str(verb))

    def _show_verbs(self, busy: bool = False) -> None:
        count = len(self.chooser.wanted())
        self.print_button.setText(str(WORDS[self._paper].print_verb(count)))
        for button in (self.print_button, self.save_button):
            button.setVisible(self._pages.currentIndex() == 0)
            button.setEnabled(count > 0 and not busy)
            button.setToolTip(
                "" if self.chooser.marked() else _("Nothing is ticked: the sheet in the preview is meant.")
            )

    def _look_at(self, _key: object = None) -> None:
        """Draw the sheet of the current row; only this one, so that it is there at once."""
        self._show_verbs()
        key = self.chooser.table.chosen_id()
        if key is None:
            self.preview.show_sheet(None)
            return
        drawn = None
        with objections(self.banner):
            now = self._desk.office.clock.now()
            paper, term = PAPERS[self._paper], self._desk.term().id
            drawn = making.draw(making.order(self._desk.office, paper, term, [key], now, self._ballot))
        self.preview.show_sheet(drawn)

    def _to_beginning(self) -> None:
        *_words, screen = NOTHING_YET[self._paper]
        self.wanted.emit(Place(screen))
