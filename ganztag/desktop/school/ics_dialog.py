"""The preview of a calendar file: every event with a box, ticked where it may well be a new day off."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QDialog, QWidget

from ganztag.desktop import fonts
from ganztag.desktop.ask import objections
from ganztag.desktop.desk import Desk
from ganztag.desktop.reading_order import step
from ganztag.desktop.widgets.banner import Banner
from ganztag.desktop.widgets.buttons import Button
from ganztag.desktop.widgets.card import Card, column, row
from ganztag.desktop.widgets.cells import MARKED, PILL, STRONG, Marked
from ganztag.desktop.widgets.columns import Column
from ganztag.desktop.widgets.fields import Choices
from ganztag.desktop.widgets.filter_box import Choice
from ganztag.desktop.widgets.paints import Pill
from ganztag.desktop.widgets.rows import Rows
from ganztag.desktop.widgets.text import Text
from ganztag.desktop.widgets.ticks import TickCell, TickTable
from ganztag.domain.objection import Objection
from ganztag.exchange.calendar_ics import CalendarFile, read_calendar
from ganztag.language import N_, Message, _, ngettext, weekday
from ganztag.language import date as in_words
from ganztag.operations.day_off_import import EventLine, bring_in, event_lines
from ganztag.queries import calendar

_STATES: dict[str, tuple[Message, str]] = {
    "new": (N_("new"), "ok"),
    "changed": (N_("changed"), "warn"),
    "known": (N_("as it is"), "muted"),
    "off": (N_("off already"), "muted"),
}


@dataclass(frozen=True, slots=True)
class Line:
    """An event in the list, ticked or not."""

    line: EventLine
    marked: bool

    @property
    def id(self) -> int:
        return self.line.id


def _days(row: Line) -> str:
    event = row.line.event
    if event.starts == event.ends:
        return f"{weekday(event.starts.isoweekday(), short=True)} {in_words(event.starts)}"
    return f"{in_words(event.starts)} – {in_words(event.ends)}"


def _note(row: Line) -> Marked:
    event, before = row.line.event, row.line.before
    if row.line.state == "changed" and before is not None:
        return Marked(
            _("was {name}, {first} – {last}", name=before.name, first=before.starts, last=before.ends), "warn"
        )
    if event.times:
        return Marked(_("with times: hardly a day off"), "muted", "clock")
    if event.often:
        return Marked(_("comes again and again"), "muted", "rotate-ccw")
    return Marked("" if event.likely else _("a birthday?"), "muted")


def _state(row: Line) -> Pill:
    word, tone = _STATES[row.line.state]
    return Pill(str(word), tone)


COLUMNS: tuple[Column[Line], ...] = (
    Column("marked", N_("chosen"), shown=lambda row: row.marked, cell=TickCell(), width=76),
    Column("name", N_("Name"), shown=lambda row: row.line.event.name, cell=STRONG, width=200, stretch=True),
    Column("days", N_("Days"), shown=_days, width=190, sorted_by=lambda row: (row.line.event.starts, row.id)),
    Column("note", N_("Note"), shown=_note, cell=MARKED, width=250),
    Column("state", N_("Status"), shown=_state, cell=PILL, width=100),
)


def school_days(desk: Desk) -> tuple[date, date]:
    """Return the first day of the school year that is being worked on, and the last one of all years."""
    years, current = desk.office.read(calendar.school_years), desk.term().school_year_id
    return next(year.starts for year in years if year.id == current), max(year.ends for year in years)


class IcsDialog(QDialog):
    """Accepted when days off were brought in (``outcome``: new, changed); raises Objection for what is no calendar."""

    def __init__(self, desk: Desk, owner: QWidget | None, source: Path, scopes: Choices) -> None:
        super().__init__(owner)
        self._desk, self.outcome = desk, (0, 0)
        self.file: CalendarFile = read_calendar(source, *school_days(desk))
        if not self.file.events:
            raise Objection(N_("Nothing in {name} falls into a school year of this file.", name=source.name))
        self.lines: Sequence[EventLine] = event_lines(desk.office, self.file.events)
        self.ticked = {line.id for line in self.lines if line.wanted}
        self.rows: Rows[Line] = Rows(COLUMNS, parent=self)
        self.table = TickTable(self.rows)
        self.scope, self.banner = Choice(_("For whom")), Banner()
        self.scope.offer(scopes)
        self.done_button = Button("", "check", "primary")
        self.setWindowTitle(_("Days off from a calendar file"))
        self._arrange(source)
        self.table.ticked.connect(self._tick)
        self._show()
        self.table.choose_first()
        self.table.setFocus()

    def _arrange(self, source: Path) -> None:
        cancel, line, foot = Button(_("Cancel")), row(gap=10), row(gap=8)
        cancel.clicked.connect(self.reject)
        self.done_button.clicked.connect(self.accept)
        self.table.setAccessibleName(_("Events of the file"))
        self.scope.setMinimumWidth(fonts.px(200))
        line.addWidget(Text(_("They are days off for"), "body"))
        line.addWidget(self.scope)
        line.addStretch(1)
        card = Card(bare=True)
        card.body.addWidget(self.table)
        foot.addStretch(1)
        foot.addWidget(cancel)
        foot.addWidget(self.done_button)
        whole = column(gap=12, margins=(24, 20, 24, 18))
        whole.addWidget(Text(_("Days off from {name}", name=source.name), "scenario"))
        whole.addWidget(Text(self._words(), "body", "muted", wrap=True))
        whole.addWidget(self.banner)
        whole.addLayout(line)
        whole.addWidget(card, 1)
        whole.addLayout(foot)
        self.setLayout(whole)
        self.resize(fonts.px(900), fonts.px(600))

    def _words(self) -> str:
        words = [_("Tick what is a day off; a calendar also holds birthdays and appointments. When the file comes "
                   "again, what you ticked takes its new days.")]  # fmt: skip
        if self.file.cancelled:
            words.append(ngettext("{count} cancelled event is left out.", "{count} cancelled events are left out.",
                                  self.file.cancelled))  # fmt: skip
        if self.file.broken:
            words.append(ngettext("{count} event cannot be read.", "{count} events cannot be read.", self.file.broken))
        return " ".join(words)

    def focusNextPrevChild(self, forward: bool) -> bool:
        return step(self, forward=forward)

    def _show(self) -> None:
        self.rows.show([Line(line, line.id in self.ticked) for line in self.lines])
        count = len(self.ticked)
        self.done_button.setText(ngettext("Bring in {count} day off", "Bring in {count} days off", count))
        self.done_button.setEnabled(bool(count))

    def _tick(self, ids: list[int], on: bool) -> None:
        self.ticked = self.ticked | set(ids) if on else self.ticked - set(ids)
        self._show()

    def accept(self) -> None:
        """Bring in what is ticked; where that cannot be, say why and stay."""
        scope: Any = self.scope.value()
        kind, key = scope or ("", None)
        events = [line.event for line in self.lines if line.id in self.ticked]
        deed = bring_in(
            events,
            year_group_id=key if kind == "year" else None,
            school_class_id=key if kind == "class" else None,
        )
        with objections(self.banner):
            self.outcome = self._desk.office.do(deed)
            super().accept()
