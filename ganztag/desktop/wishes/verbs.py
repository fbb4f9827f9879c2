"""What can be done with ballots and papers from the screen of wishes."""

from functools import partial
from typing import Any

from PySide6.QtCore import QByteArray, QObject, QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from ganztag.desktop import icons
from ganztag.desktop.ask import objections
from ganztag.desktop.desk import Desk
from ganztag.desktop.widgets.banner import Banner
from ganztag.desktop.widgets.one_line import OneLine
from ganztag.desktop.wishes.ballot_dialog import BallotDialog
from ganztag.desktop.wishes.ballot_menu import REMEMBERED
from ganztag.desktop.wishes.entry import Ranks
from ganztag.language import N_, Message, _
from ganztag.operations import ballots, wishes
from ganztag.queries import ballots as queries
from ganztag.queries import frame
from ganztag.queries.ballots import BallotRow

_PAPERS: dict[str, tuple[Message, str]] = {
    "empty": (N_("The paper is empty"), "minus"),
    "faulty": (N_("The paper is faulty …"), "circle-alert"),
    "missing": (N_("The paper is missing …"), "circle-dashed"),
}


class WishVerbs(QObject):
    """``ballot`` and ``pupil`` are what they are about; the screen keeps them up to date."""

    def __init__(self, desk: Desk, owner: QWidget, banner: Banner) -> None:
        super().__init__(owner)
        self._desk, self._owner, self._banner = desk, owner, banner
        self.ballot: BallotRow | None = None
        self.pupil: int | None = None
        self.writing: int | None = None  # the child whose wishes the news are about that come just now
        self._at = QPoint()
        self.add = self._action("plus", self.add_ballot)
        self.change = self._action("pencil", self.change_ballot)
        self.delete = self._action("trash-2", self.delete_ballot)
        self.papers = {key: self._action(icon, self._mark) for key, (_words, icon) in _PAPERS.items()}
        for key, action in self.papers.items():
            action.setData(key)
        self.retranslate()

    def _action(self, icon: str, slot: Any) -> QAction:
        action = QAction(icons.icon(icon), "", self)
        action.triggered.connect(slot)
        return action

    def retranslate(self) -> None:
        self.add.setText(_("New ballot …"))
        self.change.setText(_("Change ballot …"))
        self.delete.setText(_("Delete ballot"))
        for key, (words, _icon) in _PAPERS.items():
            self.papers[key].setText(str(words))

    def of_ballot(self) -> list[QAction]:
        return [self.change, self.add, self.delete]

    def set_wishes(self, pupil_id: int, block_id: int, ranks: Ranks) -> None:
        """Write the wishes of a child in one block."""
        if self.ballot is None:
            return
        self.writing = pupil_id
        try:
            with objections(self._banner):
                self._desk.office.do(wishes.set_wishes(self.ballot.id, pupil_id, block_id, ranks))
        finally:
            self.writing = None

    def add_ballot(self) -> None:
        term = self._desk.term()
        taken = {row.name for row in self._desk.office.read(queries.ballots, term.id)}
        usual = (ballots.USUAL_NAME if n == 1 else f"{ballots.USUAL_NAME} {n}" for n in range(1, len(taken) + 2))
        offered = self._desk.office.read(queries.blocks_on_offer, term.id)
        blocks = offered or self._desk.office.read(frame.blocks, term.school_year_id)
        dialog = BallotDialog(self._owner, blocks, None, next(name for name in usual if name not in taken))
        if not blocks:
            self._banner.say(
                _("There are no blocks yet."), tone="warn", advice=_("Please add courses with their times first.")
            )
        else:
            self._desk.ask.show(dialog.doing(partial(self._add_ballot, term.id)))

    def _add_ballot(self, term_id: int, dialog: BallotDialog) -> None:
        answers = dialog.answers()
        made = ballots.add(term_id, answers["name"], answers["wishes"], answers["block_ids"], closes=answers["closes"])
        self._desk.memory.keep(REMEMBERED, QByteArray(str(self._desk.office.do(made)).encode()))

    def change_ballot(self) -> None:
        if self.ballot is None:
            return
        term = self._desk.term()
        offered = self._desk.office.read(queries.blocks_on_offer, term.id)
        known = {block.id: block for block in (*offered, *self.ballot.blocks)}
        in_order = [block for block in self._desk.office.read(frame.blocks, term.school_year_id) if block.id in known]
        dialog = BallotDialog(self._owner, in_order, self.ballot, "")
        self._desk.ask.show(dialog.doing(partial(self._reshape, self.ballot)))

    def _reshape(self, ballot: BallotRow, dialog: BallotDialog) -> None:
        answers = dialog.answers()
        blocks = answers.pop("block_ids")
        self._desk.office.do(ballots.reshape(ballot.id, ballot.name, blocks, **answers))

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

    def open_menu(self, at: QPoint) -> None:
        """Open the menu of the current child's paper."""
        self._at = at
        menu = QMenu(self._owner)
        menu.addActions(list(self.papers.values()))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)

    def _mark(self) -> None:
        action = self.sender()
        state = action.data() if isinstance(action, QAction) else "missing"
        if state == "empty":
            self._write(state, "")
            return
        question = _("What is wrong with the paper?") if state == "faulty" else _("Why is the paper missing?")
        line = OneLine(question, _("Note down"), self._owner, hint=_("ill since Monday, name missing …"))
        line.setProperty("state", state)
        line.given.connect(self._noted)
        line.ask_at(self._at)

    def _noted(self, note: str) -> None:
        line = self.sender()
        if line is not None:
            self._write(str(line.property("state")), note)

    def _write(self, state: str, note: str) -> None:
        if self.ballot is not None and self.pupil is not None:
            with objections(self._banner):
                self._desk.office.do(wishes.mark_paper(self.ballot.id, self.pupil, state, note))
