"""What can be done with ballots and papers from the screen of wishes."""

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from ganztag.desktop.ask import objections
from ganztag.desktop.desk import Desk
from ganztag.desktop.widgets.banner import Banner
from ganztag.desktop.widgets.one_line import OneLine
from ganztag.desktop.wishes.ballot_verbs import BallotVerbs
from ganztag.desktop.wishes.companions import CompanionVerbs
from ganztag.domain.ballot_papers import Said
from ganztag.language import N_, Message, _
from ganztag.operations import wishes

_PAPERS: dict[str, tuple[Message, str]] = {
    "empty": (N_("The paper is empty"), "minus"),
    "faulty": (N_("The paper is faulty …"), "circle-alert"),
    "missing": (N_("The paper is missing …"), "circle-dashed"),
}


_SIGNS: dict[str, tuple[Message, str]] = {
    "*": (N_("Any course from here on (*)"), "shuffle"),
    "0": (N_("No place in this block (0)"), "minus"),
    "!": (N_("Not this course (!)"), "circle-x"),
}


class WishVerbs(BallotVerbs):
    """``ballot`` and ``pupil`` are what they are about; the screen keeps them up to date.

    ``written(pupil)`` tells that wishes of a child were written; ``typed(sign)`` that the menu stands for a key.
    """

    written = Signal(int)
    typed = Signal(str)

    def __init__(self, desk: Desk, owner: QWidget, banner: Banner) -> None:
        super().__init__(desk, owner, banner)
        self.pupil: int | None = None
        self.writing: int | None = None  # the child whose wishes the news are about that come just now
        self._at = QPoint()
        self.companions = CompanionVerbs(desk, owner, banner)
        self.papers = {key: self._action(icon, self._mark) for key, (_words, icon) in _PAPERS.items()}
        self.signs = {key: self._action(icon, self._type) for key, (_words, icon) in _SIGNS.items()}
        for key, action in (*self.papers.items(), *self.signs.items()):
            action.setData(key)
        self.retranslate()

    def retranslate(self) -> None:
        super().retranslate()
        self.companions.retranslate()
        for key, (words, _icon) in _PAPERS.items():
            self.papers[key].setText(str(words))
        for key, (words, _icon) in _SIGNS.items():
            self.signs[key].setText(str(words))

    def set_said(self, pupil_id: int, band: int, said: Said) -> None:
        """Write what a child says for one block, or for the week."""
        if self.ballot is None:
            return
        self.writing = pupil_id
        try:
            with objections(self._banner):
                self._desk.office.do(wishes.set_said(self.ballot.id, pupil_id, band, said))
                self.written.emit(pupil_id)
        finally:
            self.writing = None

    def open_menu(self, at: QPoint) -> None:
        """Open the menu of the current child's paper."""
        self._at = at
        menu = QMenu(self._owner)
        menu.addActions(list(self.signs.values()))
        menu.addSeparator()
        menu.addActions(self.companions.actions(self.pupil, at, menu))
        menu.addSeparator()
        menu.addActions(list(self.papers.values()))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)

    def _type(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.typed.emit(action.data())

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
