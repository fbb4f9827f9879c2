"""What goes on in an open window without anybody's doing: the sidebar's count of things to do, a new day, and rest."""

import gc
from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject, QTimer

from ganztag.desktop.desk import Desk
from ganztag.domain.objection import Objection
from ganztag.queries.checks import still_open
from ganztag.queries.overview import papers
from ganztag.queries.upkeep import decisions

_AFTER_NEWS = 1000  # milliseconds; a row of quick edits is counted once
_EACH_MINUTE = 60_000
_AT_REST = 2000


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
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(_AT_REST)
        self._settling.timeout.connect(self.settle)

    def soon(self) -> None:
        """Count when the news have come to rest."""
        self._later.start()

    def count(self) -> None:
        """Count what is to be done in the half-year that is being worked on."""
        from ganztag.desktop.overview.tasks import Open  # noqa: PLC0415 -- nothing heavy before the first paint

        watch = self._desk.watch
        try:
            office, term = self._desk.office, self._desk.term()
            found = office.read(papers, term, self._desk.today())
            daily = office.read(decisions, term)
            count = Open(still_open(watch.findings()), watch.offer(), found, daily).count()
        except Objection:
            count = 0
        self._show_count(count)

    def look_at_the_day(self) -> None:
        """Tell of a new day; today's lists, classes and courses are others then."""
        today = self._desk.office.clock.today()
        if today != self._today:
            self._today = today
            self._new_day()
            self.count()

    def settle_soon(self) -> None:
        """A screen was built: settle when it is shown and at rest."""
        self._settling.start()

    def settle(self) -> None:
        """Spare the garbage collector what stays as long as the file is open.

        In a large school its full rounds take 150 to 240 ms, each of which somebody feels in the middle of an edit;
        without screens and offer they take less than 10.
        """
        gc.freeze()

    def stop(self) -> None:
        """Stop, and give the collector back what belonged to the file."""
        for timer in (self._later, self._minute, self._settling):
            timer.stop()
        gc.unfreeze()
