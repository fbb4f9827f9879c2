"""The calendar of the school year: what is off when, the half-years, the A and B weeks, and days off from files."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ganztag.desktop import fonts
from ganztag.desktop.ask import CALENDAR_FILE
from ganztag.desktop.desk import Desk
from ganztag.desktop.school.days_off import DaysOff
from ganztag.desktop.school.ics_dialog import IcsDialog
from ganztag.desktop.school.year_calendar import YearCalendar
from ganztag.desktop.school.year_days import YearDays, by_day, counted
from ganztag.desktop.school.year_paint import PART_BAR, TONES
from ganztag.desktop.tokens import tokens_of
from ganztag.desktop.widgets.banner import Banner
from ganztag.desktop.widgets.buttons import Button
from ganztag.desktop.widgets.card import Card, column, row
from ganztag.desktop.widgets.form_dialog import FormDialog
from ganztag.desktop.widgets.text import Elided, Text
from ganztag.domain.objection import Objection
from ganztag.domain.school_year import days_between
from ganztag.exchange.land_calendar import unsure
from ganztag.language import N_, Message, _, ngettext
from ganztag.queries import calendar, frame
from ganztag.queries.calendar import DayOffRow, YearRow
from ganztag.queries.series import term_days

_LEGEND: dict[str, Message] = {
    "public": N_("Public holidays"),
    "school": N_("School holidays"),
    "own": N_("Own days off"),
    "part": N_("Off for some"),
}


class Swatch(QWidget):
    """A small area in the colour of a kind of day, as in the calendar."""

    def __init__(self, kind: str) -> None:
        super().__init__()
        self._kind = kind
        self.setFixedSize(QSize(fonts.px(16), fonts.px(12)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens, painter = tokens_of(self), QPainter(self)
        area = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        if self._kind == "part":
            painter.fillRect(area.adjusted(0, 0, fonts.px(PART_BAR) - area.width(), 0), tokens.fill("ok"))
        else:
            painter.setBrush(tokens.soft(TONES[self._kind]))
        painter.setPen(tokens.tone(TONES[self._kind]))
        painter.drawRect(area)


class CalendarSection(QWidget):
    """The painted year; marked days become days off of the school's own. ``row_wanted(id)`` leads to one of them."""

    row_wanted = Signal(int)
    key, title = "calendar", N_("Calendar")
    add_verb = N_("Add days off")

    def __init__(self, desk: Desk, banner: Banner) -> None:
        super().__init__()
        self._desk, self._banner = desk, banner
        self._subject = DaysOff(desk)
        self.calendar = YearCalendar()
        self.calendar.marked.connect(self._marked)
        self.calendar.moved.connect(self._say_day)
        self._file, self._words = Button("", "download"), Text("", "secondary", "warn", wrap=True)
        self._file.clicked.connect(self.bring_in)
        self._day = Elided("", "secondary", "muted")
        self._legend = {kind: Text("", "secondary", "muted") for kind in _LEGEND}
        self._arrange()

    def _arrange(self) -> None:
        line = row(gap=8)
        for kind, words in self._legend.items():
            line.addWidget(Swatch(kind))
            line.addWidget(words)
            line.addSpacing(fonts.px(8))
        line.addWidget(self._day, 1)
        line.addWidget(self._file)
        card = Card()
        card.body.setSpacing(fonts.px(8))
        card.body.addLayout(line)
        card.body.addWidget(self._words)
        card.body.addWidget(self.calendar, 1)
        whole = column()
        whole.addWidget(card)
        self.setLayout(whole)

    def retranslate(self) -> None:
        self._file.setText(_("From a calendar file …"))
        self.calendar.setAccessibleName(_("Calendar of the school year"))

    def refresh(self) -> None:
        days = self._read()
        self.calendar.show_days(days)
        for kind, count in counted(days):
            words = ngettext("{count} day", "{count} days", count)
            self._legend[kind].setText(_("{kind}: {days}", kind=_LEGEND[kind], days=words))
        land = self._desk.office.read(frame.school).land
        warning = unsure(land, days.year.starts, days.year.ends) if land else None
        self._words.setText(str(warning or ""))
        self._words.setVisible(warning is not None)

    def _read(self) -> YearDays:
        office, year = self._desk.office, self._year()
        rows = office.read(calendar.days_off, year.starts, year.ends)
        weeks: dict[date, str] = {}
        for half in year.terms:
            known = office.read(term_days, half)
            weeks |= {day: known.week(day) for day in days_between(half.starts, half.ends)}
        return YearDays(year, by_day(rows, year), weeks, office.clock.today())

    def _year(self) -> YearRow:
        term = self._desk.term()
        return next(y for y in self._desk.office.read(calendar.school_years) if y.id == term.school_year_id)

    def _say_day(self) -> None:
        days, day = self.calendar.days(), self.calendar.focus_day
        self._day.setText(days.words(day) if days is not None and day is not None else "")

    def own_on(self, day: date) -> DayOffRow | None:
        """Return the school's own days off on a day, if there are any."""
        days = self.calendar.days()
        rows = days.off.get(day, ()) if days is not None else ()
        return next((one for one in rows if one.kind == "own"), None)

    def _marked(self, first: date, last: date) -> None:
        """Add what was marked; a day that the school made a day off leads to where it can be changed."""
        own = self.own_on(first) if first == last else None
        if own is not None:
            self.row_wanted.emit(own.id)
        else:
            self.add()

    def add(self) -> None:
        """Ask for a name, and make the marked days days off of the school's own."""
        span = self.calendar.span()
        first, last = span if span is not None else (self._desk.today(), self._desk.today())
        verb = str(self.add_verb)
        dialog = FormDialog(self.window(), self._subject.born, title=verb, words="", verb=verb)
        for key, choices in self._subject.choices().items():
            dialog.form.offer(key, choices)
        dialog.form.show_values({"name": "", "starts": first, "ends": last, "scope": None})
        self._desk.ask.show(dialog.doing(self._do_add))

    def _do_add(self, dialog: FormDialog) -> None:
        self._desk.office.do(self._subject.add(dialog.answers()))

    def bring_in(self, _checked: bool = False, path: Path | None = None) -> None:
        """Ask for a calendar file and show what of it may be a day off."""
        chosen = path or self._desk.ask.open_path(self, CALENDAR_FILE, title=_("Days off from a calendar file"))
        if chosen is None:
            return
        try:
            dialog = IcsDialog(self._desk, self.window(), chosen, self._subject.choices()["scope"])
        except Objection as objection:
            self._banner.object(objection)
            return
        if self._desk.ask.show(dialog):
            new, changed = dialog.outcome
            words = _("{new} days off are new, {changed} changed.", new=new, changed=changed)
            self._banner.say(words, tone="ok", action=(_("Undo"), self._desk.way_back()))
