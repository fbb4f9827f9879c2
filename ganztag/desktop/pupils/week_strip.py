"""A child's week: a column a day with its courses, and when it goes home."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from ganztag import language
from ganztag.desktop import fonts
from ganztag.desktop.pupils.course_card import CourseCard, Gap
from ganztag.desktop.pupils.way_home import WayHome
from ganztag.desktop.tokens import tokens_of
from ganztag.desktop.widgets.buttons import Chip
from ganztag.desktop.widgets.card import column, emptied, row
from ganztag.desktop.widgets.text import Text, rule
from ganztag.domain.school_year import WEEKDAYS
from ganztag.language import _
from ganztag.queries.pupil_week import WeekdayRow


class DayChips(QWidget):
    """The booked days as chips that are on or off; ``picked(weekdays)`` when one was pressed."""

    picked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._chips = {weekday: Chip() for weekday in WEEKDAYS}
        self._others: tuple[int, ...] = ()
        line = row(gap=5)
        for chip in self._chips.values():
            chip.clicked.connect(self._clicked)
            line.addWidget(chip)
        self.setLayout(line)

    def show_days(self, booked: Sequence[int]) -> None:
        self._others = tuple(weekday for weekday in booked if weekday not in self._chips)
        for weekday, chip in self._chips.items():
            chip.show_text(language.weekday(weekday, short=True))
            chip.setChecked(weekday in booked)
            name = language.weekday(weekday)
            chip.setAccessibleName(_("{day} booked", day=name))
            chip.setToolTip(_("Stays on {day}", day=name) if weekday in booked else _("Goes home on {day}", day=name))

    def chip(self, weekday: int) -> Chip:
        return self._chips[weekday]

    def _clicked(self) -> None:
        on = [weekday for weekday, chip in self._chips.items() if chip.isChecked()]
        self.picked.emit((*on, *self._others))


class DayColumn(QWidget):
    """One weekday; what is pressed in it tells the strip."""

    def __init__(self, strip: "WeekStrip") -> None:
        super().__init__()
        self._strip = strip
        self._today = False
        self._name, self._note = Text("", "secondary_strong"), Text("", "caption_strong", "accent")
        self._cards = column(gap=6)
        self.way_home = WayHome()
        self.way_home.clicked.connect(strip.way_home_pressed)
        head = row(gap=4)
        head.addWidget(self._name, 1)
        head.addWidget(self._note)
        whole = column(gap=6, margins=(8, 8, 8, 4))
        whole.addLayout(head)
        whole.addLayout(self._cards)
        whole.addStretch(1)
        whole.addWidget(rule())
        whole.addWidget(self.way_home)
        self.setLayout(whole)
        self.setMinimumWidth(fonts.px(96))
        self.setMinimumHeight(fonts.px(204))

    def show_row(self, shown: WeekdayRow, *, today: bool) -> None:
        self._today = today
        self._name.setText(language.weekday(shown.weekday))
        self._name.set_tone("accent" if today else "")
        self._note.setText(_("today") if today else "")
        self.way_home.show_row(shown)
        emptied(self._cards)
        for stay in shown.stays:
            card = CourseCard(stay)
            card.clicked.connect(self._strip.card_pressed)
            self._cards.addWidget(card)
        if shown.asks_for_care:
            day = language.weekday(shown.weekday)
            gap = Gap(_("Care?"), _("Choose a course on {day}", day=day), shown.weekday)
            gap.clicked.connect(self._strip.gap_pressed)
            self._cards.addWidget(gap)
        elif not shown.stays:
            quiet = Text(_("goes home"), "secondary", "muted")
            quiet.setAlignment(Qt.AlignmentFlag.AlignCenter)
            quiet.setFixedHeight(fonts.px(58))
            self._cards.addWidget(quiet)
        self.update()

    def cards(self) -> list[CourseCard]:
        """Return the cards from the top, for focus and for tests."""
        items = (self._cards.itemAt(place) for place in range(self._cards.count()))
        return [card for item in items if item is not None and isinstance(card := item.widget(), CourseCard)]

    def gap(self) -> Gap | None:
        items = (self._cards.itemAt(place) for place in range(self._cards.count()))
        return next((gap for item in items if item is not None and isinstance(gap := item.widget(), Gap)), None)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens, painter = tokens_of(self), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(tokens.tone("background"))
        painter.setPen(QPen(tokens.tone("accent"), 1.5) if self._today else tokens.tone("border"))
        painter.drawRoundedRect(self.rect().toRectF().adjusted(0.75, 0.75, -0.75, -0.75), 8, 8)


class WeekStrip(QWidget):
    """``stay_picked(card)``, ``gap_picked(weekday)``, ``way_home_picked(button)`` tell what was pressed."""

    stay_picked = Signal(object)
    gap_picked = Signal(int)
    way_home_picked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._columns: dict[int, DayColumn] = {}
        self._line = row(gap=8)
        self.setLayout(self._line)

    def show_week(self, week: Sequence[WeekdayRow], today: int | None) -> None:
        """Show the days of a week; *today* is the weekday to mark."""
        wanted = [shown.weekday for shown in week]
        if list(self._columns) != wanted:
            emptied(self._line)
            self._columns = {weekday: DayColumn(self) for weekday in wanted}
            for made in self._columns.values():
                self._line.addWidget(made, 1)
        for shown in week:
            self._columns[shown.weekday].show_row(shown, today=shown.weekday == today)

    def day(self, weekday: int) -> DayColumn:
        return self._columns[weekday]

    def card_pressed(self) -> None:
        self.stay_picked.emit(self.sender())

    def gap_pressed(self) -> None:
        gap = self.sender()
        if isinstance(gap, Gap):
            self.gap_picked.emit(gap.weekday)

    def way_home_pressed(self) -> None:
        self.way_home_picked.emit(self.sender())
