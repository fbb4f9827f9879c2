"""What can be done with ballots: add, change, copy, delete, set their rules."""

from functools import partial
from typing import Any

from PySide6.QtCore import QByteArray, QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from ganztag.desktop import icons
from ganztag.desktop.ask import objections
from ganztag.desktop.desk import Desk, Place
from ganztag.desktop.rules import open_rules
from ganztag.desktop.times import time_of
from ganztag.desktop.widgets.banner import Banner
from ganztag.desktop.wishes.ballot_dialog import BallotDialog, CopyBallotDialog, Eligible, Offer
from ganztag.desktop.wishes.ballot_menu import REMEMBERED
from ganztag.domain.courses import course_name
from ganztag.language import _
from ganztag.operations import ballot_copies, ballots
from ganztag.queries import ballots as queries
from ganztag.queries import classes, courses, frame
from ganztag.queries.ballots import BallotRow
from ganztag.queries.frame import BlockRow


class BallotVerbs(QObject):
    """``ballot`` is the one they are about; the screen keeps it up to date, and says ``retranslate()`` at first."""

    wanted = Signal(object)

    def __init__(self, desk: Desk, owner: QWidget, banner: Banner) -> None:
        super().__init__(owner)
        self._desk, self._owner, self._banner = desk, owner, banner
        self.ballot: BallotRow | None = None
        self.add = self._action("plus", self.add_ballot)
        self.change = self._action("pencil", self.change_ballot)
        self.copy = self._action("copy", self.copy_ballot)
        self.rules = self._action("scroll-text", self.set_rules)
        self.slips = self._action("printer", self.print_slips)
        self.delete = self._action("trash-2", self.delete_ballot)

    def _action(self, icon: str, slot: Any) -> QAction:
        action = QAction(icons.icon(icon), "", self)
        action.triggered.connect(slot)
        return action

    def retranslate(self) -> None:
        self.add.setText(_("New ballot …"))
        self.change.setText(_("Change ballot …"))
        self.copy.setText(_("Copy ballot …"))
        self.rules.setText(_("Rules of the allocation …"))
        self.slips.setText(_("Print ballot papers …"))
        self.delete.setText(_("Delete ballot"))

    def of_ballot(self) -> list[QAction]:
        return [self.slips, self.change, self.rules, self.add, self.copy, self.delete]

    def add_ballot(self) -> None:
        term = self._desk.term()
        taken = {row.name for row in self._desk.office.read(queries.ballots, term.id)}
        usual = (ballots.USUAL_NAME if n == 1 else f"{ballots.USUAL_NAME} {n}" for n in range(1, len(taken) + 2))
        offered = self._desk.office.read(queries.blocks_on_offer, term.id)
        blocks = offered or self._desk.office.read(frame.blocks, term.school_year_id)
        if not blocks:
            self._banner.say(
                _("There are no blocks yet."), tone="warn", advice=_("Please add courses with their times first.")
            )
            return
        name = next(name for name in usual if name not in taken)
        dialog = BallotDialog(self._owner, self._offer(blocks, None), None, name)
        self._desk.ask.show(dialog.doing(partial(self._add_ballot, term.id)))

    def _add_ballot(self, term_id: int, dialog: BallotDialog) -> None:
        self._work_on(self._desk.office.do(ballots.add(term_id, **dialog.answers())))

    def _work_on(self, ballot_id: int) -> None:
        self._desk.memory.keep(REMEMBERED, QByteArray(str(ballot_id).encode()))

    def _offer(self, blocks: list[BlockRow], ballot: BallotRow | None) -> Offer:
        """Read what a ballot can have; courses that it has stay, offered or not."""
        office, term, day = self._desk.office, self._desk.term(), self._desk.today()
        chosen = ballot.course_ids if ballot else frozenset()
        known = [one for one in office.read(courses.courses, term.id) if one.status == "offered" or one.id in chosen]
        in_week = {block.id: time_of(block) for block in office.read(frame.blocks, term.school_year_id)}
        return Offer(
            blocks=blocks,
            years=[(year.id, year.label) for year in office.read(classes.year_groups)],
            classes=[(one.id, one.name) for one in office.read(classes.classes, term.school_year_id, day)],
            courses=[
                Eligible(
                    one.id,
                    course_name(one.number, one.title),
                    ", ".join(in_week[key] for key in one.block_ids if key in in_week),
                    frozenset(one.block_ids),
                )
                for one in known
            ],
        )

    def change_ballot(self) -> None:
        if self.ballot is None:
            return
        term = self._desk.term()
        offered = self._desk.office.read(queries.blocks_on_offer, term.id)
        known = {block.id: block for block in (*offered, *self.ballot.blocks)}
        in_order = [block for block in self._desk.office.read(frame.blocks, term.school_year_id) if block.id in known]
        dialog = BallotDialog(self._owner, self._offer(in_order, self.ballot), self.ballot, "")
        self._desk.ask.show(dialog.doing(partial(self._reshape, self.ballot)))

    def _reshape(self, ballot: BallotRow, dialog: BallotDialog) -> None:
        answers = dialog.answers()
        blocks = answers.pop("block_ids")
        self._desk.office.do(ballots.reshape(ballot.id, ballot.name, blocks, **answers))

    def copy_ballot(self) -> None:
        if self.ballot is not None:
            taken = [row.name for row in self._desk.office.read(queries.ballots, self.ballot.term_id)]
            dialog = CopyBallotDialog(self._owner, self.ballot, taken)
            self._desk.ask.show(dialog.doing(partial(self._copy, self.ballot.id)))

    def _copy(self, ballot_id: int, dialog: CopyBallotDialog) -> None:
        answers = dialog.answers()
        made = ballot_copies.copy(ballot_id, answers["name"], with_wishes=answers["with_wishes"])
        self._work_on(self._desk.office.do(made))

    def set_rules(self) -> None:
        if self.ballot is not None:
            open_rules(self._desk, self.ballot.id, self._owner)

    def print_slips(self) -> None:
        self.wanted.emit(Place("lists", chip="ballot"))

    def delete_ballot(self) -> None:
        if self.ballot is not None:
            name = self.ballot.name
            with objections(self._banner):
                self._desk.office.do(ballots.delete(self.ballot.id, name))
                self._banner.say(
                    _("Ballot {ballot} is deleted with its wishes.", ballot=name),
                    tone="ok",
                    action=(_("Undo"), self._desk.way_back()),
                )
