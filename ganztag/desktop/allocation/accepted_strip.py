"""The line that says what was accepted, and when; with the way back and the way on."""

from datetime import UTC, datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from ganztag.desktop.widgets.buttons import Button
from ganztag.desktop.widgets.card import row
from ganztag.desktop.widgets.paints import Pill
from ganztag.desktop.widgets.signs import IconSign, PillSign
from ganztag.desktop.widgets.text import Elided
from ganztag.language import _, date, time
from ganztag.planning.levels import goal_label
from ganztag.queries.allocation import RunRow


class AcceptedStrip(QFrame):
    """Hidden while nothing was accepted. ``print_wanted(paper)`` by its key."""

    undo_wanted = Signal()
    print_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("notice", "ok")
        self._words, self._moved = Elided("", "strong"), PillSign()
        self.undo, self.letters, self.print = Button("", "undo-2"), Button("", "mail"), Button("", "printer")
        line = row(gap=10, margins=(14, 7, 8, 7))
        line.addWidget(IconSign("circle-check", "ok"))
        line.addWidget(self._words, 1)
        for widget in (self._moved, self.undo, self.letters, self.print):
            line.addWidget(widget)
        self.setLayout(line)
        self.undo.clicked.connect(self.undo_wanted)
        self.letters.clicked.connect(self._print_letters)
        self.print.clicked.connect(self._print_lists)
        self.hide()

    def _print_letters(self) -> None:
        self.print_wanted.emit("letter")

    def _print_lists(self) -> None:
        self.print_wanted.emit("attendance")

    def retranslate(self) -> None:
        self.undo.setText(_("Undo"))
        self.letters.setText(_("Print letters"))
        self.print.setText(_("Print attendance lists"))

    def words(self) -> str:
        return "" if self.isHidden() else self._words.text()

    def show_run(self, run: RunRow | None, *, changed: bool, undoable: bool) -> None:
        """Show the certificate; *changed*: wishes or courses are others by now; *undoable*: it was the last deed."""
        self.setVisible(run is not None)
        if run is None:
            return
        moment = _local(run.accepted_at)
        self._words.setText(
            _("Accepted on {day} at {time} · {goal} · lot {seed}", day=date(moment), time=time(moment.time()),
              goal=goal_label(run.goal), seed=str(run.seed))
        )  # fmt: skip
        self._moved.show_pill(Pill(_("changed since"), "warn", "triangle-alert") if changed else Pill(""))
        self.undo.setVisible(undoable)


def _local(moment: datetime) -> datetime:
    """Return the local time of a stamp of the file."""
    return moment.replace(tzinfo=UTC).astimezone()
