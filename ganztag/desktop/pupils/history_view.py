"""What was done for a child, the latest first: deed, reason and day."""

from collections.abc import Sequence
from datetime import UTC, date, datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ganztag import language
from ganztag.desktop import fonts
from ganztag.desktop.widgets.buttons import Button
from ganztag.desktop.widgets.card import column, emptied, row
from ganztag.desktop.widgets.detail import Section
from ganztag.desktop.widgets.signs import IconSign
from ganztag.desktop.widgets.text import Text
from ganztag.language import _
from ganztag.queries.history import HistoryRow

_FEW = 5
_ICONS = (  # the first word that stands in the deed's msgid
    ("goes at", "clock"), ("way home", "clock"), ("Enrol", "plus"), ("Move", "arrow-left-right"),
    ("leaves", "log-out"), ("llocat", "shuffle"), ("Import", "download"), ("class", "graduation-cap"),
    ("moves up", "arrow-left-right"), ("change courses", "arrow-left-right"), ("waiting list", "list"),
    ("Exclude", "log-out"), ("guardian", "users"), ("days", "calendar-days"), ("Add", "plus"),
)  # fmt: skip


class HistoryView(Section):
    """A few lines; the rest on request."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: Sequence[HistoryRow] = ()
        self._name, self._today = "", date.min
        self._lines = column(gap=8)
        self._more = Button("", None, "link")
        self._all = False
        self.body.addLayout(self._lines)
        self.body.addSpacing(fonts.px(6))
        self.body.addWidget(self._more)
        self._more.clicked.connect(self._turn)

    def show_history(self, rows: Sequence[HistoryRow], name: str, today: date) -> None:
        """Show the deeds; the child's own *name* is not said again in each line."""
        self._rows, self._name, self._today = rows, name, today
        self.name(_("History"))
        shown = rows if self._all else rows[:_FEW]
        emptied(self._lines)
        for deed in shown:
            self._lines.addWidget(_line(deed, name, today))
        self._more.setVisible(len(rows) > _FEW)
        self._more.setText(_("Show less") if self._all else _("Show all {count}", count=len(rows)))

    def _turn(self) -> None:
        self._all = not self._all
        self.show_history(self._rows, self._name, self._today)


def _line(deed: HistoryRow, name: str, today: date) -> QWidget:
    line, words = QWidget(), column(gap=2)
    words.addWidget(Text(_words(deed, name), "strong" if deed.kind == "done" else "body", wrap=True))
    if deed.reason:
        words.addWidget(Text(deed.reason, "secondary", "muted", wrap=True))
    layout = row(gap=10)
    layout.addWidget(IconSign(_icon(deed), "muted", side=15), 0, Qt.AlignmentFlag.AlignTop)
    layout.addLayout(words, 1)
    day = local_day(deed.at)
    when = Text(_("today") if day == today else language.date(day, "short"), "secondary", "muted")
    when.setToolTip(language.date(day, "weekday"))
    layout.addWidget(when, 0, Qt.AlignmentFlag.AlignTop)
    line.setLayout(layout)
    return line


def local_day(at: datetime) -> date:
    """Return the local day of a time stamp, which is UTC."""
    return at.replace(tzinfo=UTC).astimezone().date()


def _words(deed: HistoryRow, name: str) -> str:
    said = str(deed.label).removeprefix(f"{name}: ")
    said = said[:1].upper() + said[1:]
    if deed.kind == "undone":
        return _("Undone: {deed}", deed=said)
    return _("Redone: {deed}", deed=said) if deed.kind == "redone" else said


def _icon(deed: HistoryRow) -> str:
    if deed.kind != "done":
        return "undo-2" if deed.kind == "undone" else "redo-2"
    return next((icon for word, icon in _ICONS if word in deed.label.msgid), "pencil")
