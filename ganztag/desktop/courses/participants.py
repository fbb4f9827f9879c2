"""The children of a course: found by a few letters and enrolled, taken out with a key; and who waits for it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHeaderView, QSizePolicy, QWidget

from ganztag.desktop import fonts
from ganztag.desktop.widgets.buttons import Button
from ganztag.desktop.widgets.card import column
from ganztag.desktop.widgets.cells import MUTED, WISH, TextCell, Wish
from ganztag.desktop.widgets.columns import Column
from ganztag.desktop.widgets.rows import Rows
from ganztag.desktop.widgets.seeker import Seeker, Sought
from ganztag.desktop.widgets.table import Table
from ganztag.language import N_, _, date
from ganztag.queries.enrolments import ParticipantRow

_ROW = 30


def _since(child: ParticipantRow) -> str:
    if child.ends is not None:
        return _("until {day}", day=date(child.ends, "short"))
    return _("from {day}", day=date(child.starts, "short")) if child.starts is not None else ""


COLUMNS: tuple[Column[ParticipantRow], ...] = (
    Column("name", N_("Name"), shown=lambda child: child.name, width=120, stretch=True, cell=TextCell("body")),
    Column("since", N_("Time"), shown=_since, cell=MUTED, width=66),
    Column("rank", N_("Wish"), shown=lambda child: Wish(child.rank) if child.rank else None, cell=WISH, width=40),
    Column("class", N_("Class"), shown=lambda child: child.school_class, cell=MUTED, width=44),
)


class Participants(QWidget):
    """``enrol_wanted(pupil id)`` when a child was found; ``opened(pupil id)`` leads to the child.

    ``waiting_wanted`` leads to the waiting list.
    """

    enrol_wanted = Signal(int)
    opened = Signal(int)
    waiting_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.rows: Rows[ParticipantRow] = Rows(COLUMNS, parent=self)
        self.table = Table(self.rows, row_height=_ROW)
        self.table.set_edge(2)
        self.table.horizontalHeader().hide()
        self.table.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.table.opened.connect(self._open)
        self.seeker = Seeker()
        self.seeker.found.connect(self.enrol_wanted)
        self.waiting = Button("", None, "link")
        self.waiting.clicked.connect(self.waiting_wanted)
        whole = column(gap=6)
        whole.addWidget(self.seeker)
        whole.addWidget(self.table)
        whole.addWidget(self.waiting, 0, Qt.AlignmentFlag.AlignLeft)
        self.setLayout(whole)
        self.retranslate()

    def retranslate(self) -> None:
        self.seeker.hint(_("Enrol a child: name …"))
        self.table.setAccessibleName(_("Children in this course"))
        self.rows.retranslate()

    def offer(self, actions: Sequence[QAction]) -> None:
        self.table.offer(actions)

    def show_children(self, children: Sequence[ParticipantRow], others: Callable[[], Sequence[Sought]]) -> None:
        """Show who is in the course; *others* reads who can be enrolled."""
        self.rows.show(children)
        self.table.setColumnHidden(1, not any(child.starts or child.ends for child in children))
        self.table.setColumnHidden(2, not any(child.rank for child in children))
        self.table.setColumnWidth(3, self._class_width(children))
        self.table.setFixedHeight(max(len(children), 1) * fonts.px(_ROW) + 2)
        self.table.setVisible(bool(children))
        self.table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.seeker.offer(others)

    def show_waiting(self, count: int, *, full: bool) -> None:
        """Show how many wait for the course; where it is full, the way to its list even when nobody does."""
        self.waiting.setVisible(bool(count) or full)
        self.waiting.setText(_("Waiting list: {count}", count=count) if count else _("Put a child on the waiting list"))

    def _class_width(self, children: Sequence[ParticipantRow]) -> int:
        """Return the room that the longest name of a class needs, up to a limit."""
        metrics = self.fontMetrics()
        longest = max((metrics.horizontalAdvance(child.school_class) for child in children), default=0)
        return min(max(longest + fonts.px(20), fonts.px(44)), fonts.px(110))

    def chosen(self) -> list[ParticipantRow]:
        """Return the children that are selected."""
        found = (self.rows.row_of(key) for key in self.table.selected_ids())
        return [child for child in found if child is not None]

    def _open(self, enrolment_id: int) -> None:
        child = self.rows.row_of(enrolment_id)
        if child is not None:
            self.opened.emit(child.pupil_id)
