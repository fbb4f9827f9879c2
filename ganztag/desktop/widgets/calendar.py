"""The calendar that a date field opens, in the colours of the theme."""

from datetime import date

from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QToolButton, QWidget

from ganztag.desktop import fonts, icons
from ganztag.desktop.tokens import tokens_of


class Calendar(QCalendarWidget):
    """A month to click a day in; the days of the weekend are quiet, not red."""

    def __init__(self, day: date | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFont(fonts.font())
        self.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.setHorizontalHeaderFormat(QCalendarWidget.HorizontalHeaderFormat.ShortDayNames)
        self.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        quiet = QTextCharFormat()
        quiet.setForeground(tokens_of(self).tone("muted"))
        for weekday in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self.setWeekdayTextFormat(weekday, quiet)
        for name, icon in (("qt_calendar_prevmonth", "chevron-left"), ("qt_calendar_nextmonth", "chevron-right")):
            button = self.findChild(QToolButton, name)
            if button is not None:
                button.setIcon(icons.icon(icon, "muted"))
        if day is not None:
            self.setSelectedDate(QDate(day.year, day.month, day.day))
