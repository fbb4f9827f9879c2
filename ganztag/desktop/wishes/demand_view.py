"""The demand before a ballot ends: wishes against places, who wishes what, what the booked children need."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ganztag.desktop import fonts
from ganztag.desktop.desk import Desk
from ganztag.desktop.widgets.banner import Banner
from ganztag.desktop.widgets.buttons import Button
from ganztag.desktop.widgets.card import Card, Scroll, column, row
from ganztag.desktop.widgets.job_strip import JobStrip
from ganztag.desktop.widgets.legend import Legend
from ganztag.desktop.widgets.notices import Notices
from ganztag.desktop.widgets.progress import ProgressStrip
from ganztag.desktop.widgets.rows import Rows
from ganztag.desktop.widgets.table import Table
from ganztag.desktop.widgets.text import Text
from ganztag.desktop.wishes.block_pick import BlockPick
from ganztag.desktop.wishes.demand_columns import COURSES, Scaled
from ganztag.desktop.wishes.demand_findings import Help, findings
from ganztag.desktop.wishes.demand_work import helpful_seats
from ganztag.desktop.wishes.needs_card import NeedsCard
from ganztag.desktop.wishes.wishers_card import WishersCard
from ganztag.language import _, pgettext
from ganztag.queries.booked_needs import booked_needs
from ganztag.queries.demand import BandDemand, band_demand, wishers
from ganztag.queries.wishes import WishSheet, problem

_SIDE_BY_SIDE = 6


class DemandView(QWidget):
    """``child_wanted(pupil)``: she wants to see the paper of a child that wishes a course."""

    child_wanted = Signal(int)
    wanted = Signal(object)

    def __init__(self, desk: Desk, banner: Banner) -> None:
        super().__init__()
        self._desk = desk
        self._sheet: WishSheet | None = None
        self._demand: BandDemand | None = None
        self._helps: tuple[Help, ...] | None = None
        self.rows: Rows[Scaled] = Rows(COURSES, parent=self)
        self.table = Table(self.rows, key="wishes/demand", memory=desk.memory)
        self.block, self._note, self._legend = BlockPick(_SIDE_BY_SIDE), Text("", "secondary", "muted"), Legend()
        self.findings, self.wishers, self.needs = Notices(), WishersCard(desk), NeedsCard(desk)
        self._facts = Card(" ")
        self._help = Button("", "search")
        self._progress = ProgressStrip()
        self._job = JobStrip(desk.jobs, self._progress, banner, self)
        self._arrange()
        self.block.picked.connect(self._show_block)
        self.table.chosen.connect(self._show_wishers)
        self.findings.followed.connect(self._choose)
        self.wishers.child_wanted.connect(self.child_wanted)
        self._help.clicked.connect(self._look_for_help)
        self.needs.wanted.connect(self.wanted)

    def _arrange(self) -> None:
        courses = Card(bare=True)
        head = row(gap=12, margins=(16, 10, 16, 8))
        head.addWidget(self.block)
        head.addWidget(self._note, 1)
        courses.body.addLayout(head)
        courses.body.addWidget(self.table, 1)
        foot = row(margins=(16, 8, 16, 10))
        foot.addWidget(self._legend)
        courses.body.addLayout(foot)
        left, right = column(gap=14), column(gap=14)
        left.addWidget(courses, 1)
        left.addWidget(self.needs)
        scroll = Scroll(gap=8)
        scroll.body.addWidget(self.findings)
        scroll.body.addStretch(1)
        self._facts.body.addWidget(scroll, 1)
        self._facts.body.addSpacing(fonts.px(8))
        self._facts.body.addWidget(self._help)
        self._facts.body.addWidget(self._progress)
        right.addWidget(self._facts, 1)
        right.addWidget(self.wishers, 1)
        side = QWidget()
        side.setLayout(right)
        side.setFixedWidth(fonts.px(320))
        both = row(gap=16)
        both.addLayout(left, 1)
        both.addWidget(side)
        self.setLayout(both)

    def retranslate(self) -> None:
        self.table.setAccessibleName(_("Demand for the courses"))
        self._facts.name(_("What it comes down to"))
        self._help.setText(_("Where would more places help most?"))
        self._legend.show_entries(
            [("wish1", "1."), ("wish2", "2."), ("wish3", pgettext("wish", "Wish {rank}", rank=3)),
             ("mark", _("Places")), ("least", _("Minimum"))]
        )  # fmt: skip
        for part in (self.rows, self.block, self.wishers, self.needs):
            part.retranslate()

    def show_sheet(self, of: WishSheet) -> None:
        """Show the ballot as it was read; block and course stay."""
        if self._sheet is None or of.ballot.id != self._sheet.ballot.id or of.rows != self._sheet.rows:
            self._helps = None  # what was calculated from other wishes says nothing of these
        self._sheet = of
        self.block.offer(of)
        self.needs.show_needs(self._desk.office.read(booked_needs, of.ballot.term_id, self._desk.office.clock.today()))
        papers = sum(row_.paper == "given" for row_ in of.rows)
        self._note.setText(_("all classes, {papers} of {all} papers", papers=papers, all=len(of.rows)))
        self._show_block()

    def _show_block(self, *_band: int) -> None:
        band = self.block.band()
        if self._sheet is None or band is None:
            return
        found = self._demand = band_demand(self._sheet, band)
        whole = max([1, *(one.wished for one in found.courses), *(one.places or 0 for one in found.courses)])
        self.rows.show([Scaled(one, whole) for one in found.courses])
        self.table.choose_first()
        self._show_findings()
        self._show_wishers()

    def _show_findings(self) -> None:
        if self._sheet is not None and self._demand is not None and self.needs.needs is not None:
            self.findings.show_notices(findings(self._sheet, self._demand, self.needs.needs, self._helps))
            self._help.setVisible(self._helps is None and any(row_.wishes for row_ in self._sheet.rows))

    def _show_wishers(self, *_course: object) -> None:
        course_id = self.table.chosen_id()
        demand = self._demand
        one = next((one for one in demand.courses if one.id == course_id), None) if demand is not None else None
        found = wishers(self._sheet, one.block, one.id) if self._sheet is not None and one is not None else ()
        self.wishers.show_wishers(one, found)

    def _choose(self, course_id: object) -> None:
        if isinstance(course_id, int):
            self.table.choose(course_id)
            self.table.setFocus()

    def _look_for_help(self) -> None:
        """Allocate as it stands, and ask what one more place in each full course would be worth."""
        if self._sheet is not None:
            found = self._desk.office.read(problem, self._sheet.ballot.id, self._desk.office.clock.today())
            self._job.start(_("Calculating where more places help …"), self._helped, helpful_seats, found)

    def _helped(self, found: tuple[Help, ...]) -> None:
        self._helps = found
        self._show_findings()
