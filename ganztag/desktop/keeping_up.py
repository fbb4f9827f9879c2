"""What goes on in an open window without anybody's doing: the sidebar's count of things to do, and a new day."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject, QTimer

from ganztag.desktop.desk import Desk
from ganztag.domain.objection import Objection
from ganztag.queries.overview import overview

_AFTER_NEWS = 1000  # milliseconds; a row of quick edits is counted once
_EACH_MINUTE = 60_000


class KeepingUp(QObject):
    """*show_count* is told how much is open, some time after each news; *new_day* is called once midnight is over."""

    def __init__(
        self, desk: Desk, show_count: Callable[[int], object], new_day: Callable[[], object], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._desk, self._show_count, self._new_day = desk, show_count, new_day
        self._today: date = desk.office.clock.today()
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_AFTER_NEWS)
        self._later.timeout.connect(self.count)
        self._minute = QTimer(self)
        self._minute.setInterval(_EACH_MINUTE)
        self._minute.timeout.connect(self.look_at_the_day)
        self._minute.start()

    def soon(self) -> None:
        """Count when the news have come to rest."""
        self._later.start()

    def count(self) -> None:
        """Count what is to be done in the half-year that is being worked on."""
        from ganztag.desktop.overview.tasks import tasks_of  # noqa: PLC0415 -- nothing heavy before the first paint

        try:
            state = self._desk.office.read(overview, self._desk.term().id, self._today)
        except Objection:
            self._show_count(0)
        else:
            self._show_count(sum(task.count for task in tasks_of(state)))

    def look_at_the_day(self) -> None:
        """Tell of a new day; today's lists, classes and courses are others then."""
        today = self._desk.office.clock.today()
        if today != self._today:
            self._today = today
            self._new_day()
            self.count()

    def stop(self) -> None:
        self._later.stop()
        self._minute.stop()
