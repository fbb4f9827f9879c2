"""The papers of one person as a checklist: how each stands, and one key that notes it as seen today."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QWidget

from ganztag.desktop.staff.paper_words import look_of, sentence
from ganztag.desktop.widgets.buttons import Button, IconButton
from ganztag.desktop.widgets.card import column, emptied, row
from ganztag.desktop.widgets.signs import IconSign
from ganztag.desktop.widgets.text import Text
from ganztag.language import _
from ganztag.queries.staff_papers import PaperRow

_SEES = ("missing", "expired", "due_soon")


class PaperLine(QFrame):
    """One paper. ``wanted(deed)``: seen (today) or open; Space anywhere in the line means seen."""

    wanted = Signal(str)
    menu_wanted = Signal(QPoint)

    def __init__(self, paper: PaperRow, day: date) -> None:
        super().__init__()
        self.paper = paper
        self.setProperty("card", "quiet")
        tone, icon = look_of(paper, day)
        said = sentence(paper, day)
        line = row(gap=8, margins=(10, 7, 6, 7))
        line.addWidget(IconSign(icon, tone), 0, Qt.AlignmentFlag.AlignTop)
        words = column(gap=1)
        words.addWidget(Text(paper.name, "medium", wrap=True))
        words.addWidget(Text(said, "secondary", "muted" if tone == "ok" else tone, wrap=True))
        if paper.note:
            words.addWidget(Text(paper.note, "secondary", "muted", wrap=True))
        line.addLayout(words, 1)
        self.see = Button(_("seen today"), None, "link")
        self.see.setAccessibleName(_("{paper}: seen today", paper=paper.name))
        self.see.setVisible(paper.standing(day) in _SEES)
        self.see.clicked.connect(self._see)
        self.open = IconButton("pencil", _("{paper}: change …", paper=paper.name))
        self.open.clicked.connect(self._open)
        words.addWidget(self.see, 0, Qt.AlignmentFlag.AlignLeading)
        line.addWidget(self.open, 0, Qt.AlignmentFlag.AlignTop)
        self.setLayout(line)
        self.setToolTip(paper.source)
        self.setAccessibleName(f"{paper.name}, {said}")

    def _see(self) -> None:
        self.wanted.emit("seen")

    def _open(self) -> None:
        self.wanted.emit("open")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete:
            self.wanted.emit("missing")
        elif event.key() == Qt.Key.Key_Minus:
            self.wanted.emit("not_needed")
        else:
            super().keyPressEvent(event)


class PaperChecklist(QWidget):
    """``wanted(deed, paper)``: seen, missing, not_needed or open."""

    wanted = Signal(str, object)

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[tuple[PaperRow, ...], date] | None = None
        self.lines: list[PaperLine] = []
        self._body = column(gap=6)
        self.setLayout(self._body)

    def retranslate(self) -> None:
        self._shown = None

    def show_papers(self, papers: Sequence[PaperRow], day: date) -> None:
        """Show how the papers stand; the focus stays on its line."""
        if self._shown == (tuple(papers), day):
            return
        self._shown = (tuple(papers), day)
        focused = next((line.paper.id for line in self.lines if line.isAncestorOf(self.focusWidget() or line)), None)
        had_focus = any(line.see.hasFocus() or line.open.hasFocus() for line in self.lines)
        emptied(self._body)
        self.lines = [PaperLine(paper, day) for paper in papers]
        for line in self.lines:
            line.wanted.connect(self._wanted)
            self._body.addWidget(line)
            if had_focus and line.paper.id == focused:
                line.open.setFocus()
        if not papers:
            words = _("No papers are asked for of this kind of person. Which ones are, stands under School & rules.")
            self._body.addWidget(Text(words, "secondary", "muted", wrap=True))

    def _wanted(self, deed: str) -> None:
        line = self.sender()
        if isinstance(line, PaperLine):
            self.wanted.emit(deed, line.paper)
