"""The week of a room or a person with all that can be done with it: draw, type, change, remove.

    panel = WeekTimesPanel(room_times, desk, WeekWords(...))         # or staff_times, of operations.week_times
    panel.show_week(owner_id, times, events, blocks)                 # in the screen's refresh
    panel.event_opened(id)                                           # signal: lead to that meeting's course

What cannot be is said below the week; the news brings the change back to the screen, as everywhere.
"""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QHeaderView, QSizePolicy, QWidget

from ganztag.desktop import fonts, icons
from ganztag.desktop.desk import Desk
from ganztag.desktop.widgets.buttons import Button
from ganztag.desktop.widgets.card import column, row
from ganztag.desktop.widgets.cells import MUTED, TextCell
from ganztag.desktop.widgets.columns import Column
from ganztag.desktop.widgets.rows import Rows
from ganztag.desktop.widgets.segmented import Segmented
from ganztag.desktop.widgets.table import Table
from ganztag.desktop.widgets.text import Text
from ganztag.desktop.widgets.week_events import ROOM_WORDS, WeekBlock, WeekEvent, WeekWords, words_for
from ganztag.desktop.widgets.week_time_dialog import WeekTimeDialog
from ganztag.desktop.widgets.week_times import WeekTimes, span
from ganztag.domain.objection import Objection
from ganztag.language import N_, _
from ganztag.operations.operation import Operation
from ganztag.operations.week_times import UNTIS, OwnersTimes
from ganztag.queries.week_times import WeekTime, week_order

_ROW, _MOST = 28, 7
_AWAY, _THERE = "away", "there"


class WeekTimesPanel(QWidget):
    """See the module; *deeds* are what can be done with the times of rooms, or of staff."""

    event_opened = Signal(int)

    def __init__(self, deeds: OwnersTimes, desk: Desk, words: WeekWords | None = None) -> None:
        super().__init__()
        self._deeds, self._desk, self.words = deeds, desk, words or ROOM_WORDS
        self._owner: int | None = None
        self._changing = 0
        self.week = WeekTimes(self.words)
        self.kinds = Segmented(((_AWAY, ""),), "")
        self.add_button = Button("", "plus", "plain")
        self.complaint = Text("", "secondary", "bad", wrap=True)
        self.rows: Rows[WeekTime] = Rows(self._columns(), parent=self)
        self.table = Table(self.rows, row_height=_ROW)
        self.edit = QAction(icons.icon("pencil"), "", self)
        self.remove = QAction(icons.icon("trash-2"), "", self)
        self._arrange()
        self._connect()
        self.retranslate()

    def _columns(self) -> tuple[Column[WeekTime], ...]:
        return (
            Column("when", N_("Time"), shown=words_for, sorted_by=week_order, width=118, cell=TextCell("body")),
            Column("what", N_("What"), shown=self._what, width=90, stretch=True, cell=MUTED, tip=self._what),
        )

    def _what(self, time: WeekTime) -> str:
        word = time.reason or str(self.words.there if time.available else self.words.away)
        parts = (word, _("from Untis") if time.source == UNTIS else "", span(time))
        return " · ".join(part for part in parts if part)

    def _arrange(self) -> None:
        self.complaint.hide()
        self.table.set_edge(2)
        self.table.horizontalHeader().hide()
        self.table.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.remove.setShortcut(QKeySequence.StandardKey.Delete)
        self.table.offer([self.edit, self.remove])
        line = row(gap=8)
        line.addWidget(self.kinds)
        line.addStretch(1)
        line.addWidget(self.add_button)
        whole = column(gap=6)
        for part in (self.week, self.complaint, self.table):
            whole.addWidget(part)
        whole.insertLayout(0, line)
        self.setLayout(whole)

    def _connect(self) -> None:
        self.kinds.picked.connect(self._turn)
        self.add_button.clicked.connect(self.add)
        self.week.drawn.connect(self._drawn)
        self.week.removal_wanted.connect(self._remove)
        self.week.time_opened.connect(self.change)
        self.week.add_wanted.connect(self._add_on)
        self.week.event_opened.connect(self.event_opened)
        self.week.chosen.connect(self._follow)
        self.table.chosen.connect(self._lead)
        self.table.opened.connect(self.change)
        self.edit.triggered.connect(self._change_chosen)
        self.remove.triggered.connect(self._remove_chosen)

    def retranslate(self) -> None:
        self.kinds.offer([(_AWAY, str(self.words.away)), (_THERE, str(self.words.there))])
        self.kinds.setAccessibleName(_("What the mouse draws"))
        self.kinds.setToolTip(_("Draw with the mouse in the week: from when to when."))
        self.add_button.setText(_("Add a time …"))
        self.table.setAccessibleName(_("Times of the week"))
        self.week.setAccessibleName(_("Times of the week"))
        self.edit.setText(_("Change …"))
        self.remove.setText(_("Remove"))
        self.rows.retranslate()

    def show_week(
        self,
        owner_id: int,
        times: Sequence[WeekTime],
        events: Sequence[WeekEvent] = (),
        blocks: Sequence[WeekBlock] = (),
    ) -> None:
        """Show the week of a room or a person as the file has it now."""
        if owner_id != self._owner:
            self._owner = owner_id
            self._complain("")
            self.week.choose(None)
        self.week.show_week(times, events, blocks)
        self.rows.show(times)
        self.table.setVisible(bool(times))
        self.table.setFixedHeight(min(max(len(times), 1), _MOST) * fonts.px(_ROW) + 2)
        self.table.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)

    def add(self) -> None:
        """Ask for a time; the dialog also stands for the mouse."""
        self._ask({"available": self.kinds.key() == _THERE})

    def _add_on(self, weekday: int) -> None:
        self._ask({"available": self.kinds.key() == _THERE, "weekdays": frozenset({weekday})})

    def _ask(self, values: dict[str, Any]) -> None:
        dialog = WeekTimeDialog(self, self.words).doing(self._add)
        dialog.put(values)
        if self._desk.ask.show(dialog):
            self._choose(dialog.outcome)

    def _add(self, dialog: WeekTimeDialog) -> tuple[int, ...]:
        values = dialog.answers()
        weekdays = sorted(values.pop("weekdays"))
        return self._desk.office.do(self._deeds.add(self._owner or 0, *weekdays, **values))

    def change(self, time_id: int) -> None:
        """Open a time to be changed."""
        time = self.rows.row_of(time_id)
        if time is not None:
            self._changing = time_id
            self._desk.ask.show(WeekTimeDialog(self, self.words, time).doing(self._change))

    def _change(self, dialog: WeekTimeDialog) -> int:
        return self._desk.office.do(self._deeds.edit(self._changing, **dialog.answers()))

    def _drawn(self, weekday: int, opens: object, closes: object) -> None:
        if self._owner is not None:
            deed = self._deeds.add(
                self._owner, weekday, opens=opens, closes=closes, available=self.kinds.key() == _THERE
            )
            self._choose(self._try(deed) or ())

    def _remove(self, time_id: int) -> None:
        self._try(self._deeds.delete(time_id))

    def _change_chosen(self) -> None:
        key = self.table.chosen_id()
        if key is not None:
            self.change(key)

    def _remove_chosen(self) -> None:
        keys = self.table.selected_ids()
        if keys:
            self._try(self._deeds.delete(*keys))

    def _try(self, deed: Operation[Any]) -> Any:
        try:
            done = self._desk.office.do(deed)
        except Objection as objection:
            self._complain(str(objection))
            return None
        self._complain("")
        return done

    def _choose(self, made: Sequence[int]) -> None:
        if made:
            self.week.choose(("time", made[0]))

    def _complain(self, sentence: str) -> None:
        self.complaint.setText(sentence)
        self.complaint.setVisible(bool(sentence))

    def _turn(self, kind: str) -> None:
        self.week.draws(available=kind == _THERE)

    def _follow(self) -> None:
        """Let the list stand where the week does."""
        key = self.week.chosen_time()
        if key is not None and key != self.table.chosen_id():
            self.table.choose(key)

    def _lead(self, key: int | None) -> None:
        if key is not None and key != self.week.chosen_time():
            self.week.choose(("time", key))
