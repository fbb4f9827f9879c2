"""What is calculated for the screen: exchanges, and places for a late child; it holds until the file changes."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ganztag.desktop.ask import objections
from ganztag.desktop.changes.calculation import look_for_exchanges, look_for_places
from ganztag.desktop.changes.case_panels import LatePlans
from ganztag.desktop.desk import Desk
from ganztag.desktop.widgets.banner import Banner
from ganztag.desktop.widgets.job_strip import JobStrip
from ganztag.desktop.widgets.progress import ProgressStrip
from ganztag.language import _
from ganztag.planning.exchanges.chains import Exchange
from ganztag.queries.changes import Arrival, Situation
from ganztag.queries.exchanging import known


class Searching(JobStrip):
    """``exchanges_found`` and ``places_found`` tell that there is something new to show."""

    exchanges_found = Signal()
    places_found = Signal()

    def __init__(self, desk: Desk, progress: ProgressStrip, banner: Banner, screen: QWidget) -> None:
        super().__init__(desk.jobs, progress, banner, screen)
        self._desk, self._said = desk, banner
        self.exchanges: tuple[Exchange, ...] = ()
        self._plans: LatePlans | None = None
        self._revision = -1

    def forget_what_is_old(self) -> None:
        """Forget what was calculated before the file changed."""
        if self._revision != self._desk.office.revision:
            self.exchanges, self._plans = (), None
            self._revision = self._desk.office.revision

    def plans_of(self, pupil_id: int) -> LatePlans | None:
        """Return where a late child fits; None while nobody has looked."""
        return self._plans if self._plans is not None and self._plans.pupil_id == pupil_id else None

    def look_for_exchanges(self, found: Situation | None) -> None:
        """Calculate who could exchange so that nobody is worse off."""
        if found is None or found.ballot_id is None:
            return
        with objections(self._said):
            start = self._desk.office.read(known, found.ballot_id, found.standing.day)
            self.start(_("Looking for exchanges …"), self._take_exchanges, look_for_exchanges, start.case)

    def _take_exchanges(self, exchanges: tuple[Exchange, ...]) -> None:
        self.exchanges, self._revision = exchanges, self._desk.office.revision
        if exchanges:
            self._said.clear()
        else:
            self._said.say(_("There is no exchange by which somebody is better off and nobody worse: that is proven."))
        self.exchanges_found.emit()

    def look_for_places(self, found: Situation | None, one: Arrival | None) -> None:
        """Calculate where a late child fits."""
        if found is None or found.ballot_id is None or one is None:
            return
        with objections(self._said):
            start = self._desk.office.read(known, found.ballot_id, found.standing.day, (one.id,))
            words = _("Looking where {pupil} fits …", pupil=one.name)
            self.start(words, self._take_places, look_for_places, start.case, one.id)

    def _take_places(self, plans: LatePlans) -> None:
        self._plans, self._revision = plans, self._desk.office.revision
        self.places_found.emit()
