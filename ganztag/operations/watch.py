"""The offer that is being worked on and what does not fit in it, as fresh as the file and quick to ask for."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import date

from ganztag.operations.office import Changes, Office
from ganztag.planning.clashes import Finding, Runs
from ganztag.planning.offer import Offer
from ganztag.queries import frame
from ganztag.queries.checks import Found, still_open, with_exceptions
from ganztag.queries.exceptions import ExceptionRow, exceptions
from ganztag.queries.offer import TABLES, Upkeep
from ganztag.storage.reader import Reader

__all__ = ["Found", "Watch"]

_EXCEPTIONS = "finding_exception"


class Watch:
    """Hears the office's news, and reads and checks what they concern again when somebody asks, not before.

    Make it before the screens: it has to hear of a change before they ask. It speaks of the half-year that is being
    worked on, as of today.
    """

    def __init__(self, office: Office) -> None:
        self._office = office
        self._stale = TABLES | {_EXCEPTIONS}
        self._upkeep, self._runs = Upkeep(), Runs()
        self._offer: Offer | None = None
        self._today: date | None = None
        self._exceptions: Mapping[str, ExceptionRow] = {}
        self._checked: tuple[Offer, Mapping[str, ExceptionRow]] | None = None
        self._found: tuple[Found, ...] = ()
        self._by_thing: Mapping[tuple[str, int], tuple[Found, ...]] | None = None
        office.subscribe(self._hear)

    def offer(self) -> Offer:
        """Return what is offered; the very same object as long as nothing of it changed. Objects without half-year."""
        today = self._office.clock.today()
        if self._offer is None or self._stale or today != self._today:
            self._offer = self._office.read(self._fresh, today)
            self._stale, self._today = frozenset(), today
        return self._offer

    def findings(self) -> tuple[Found, ...]:
        """Return what does not fit together, errors first; exceptions are in their places."""
        offer = self.offer()
        if self._checked is None or self._checked[0] is not offer or self._checked[1] is not self._exceptions:
            self._found = with_exceptions(self._runs.findings(offer), self._exceptions)
            self._checked, self._by_thing = (offer, self._exceptions), None
        return self._found

    def concerning(self, kind: str, key: int) -> tuple[Found, ...]:
        """Return what concerns a thing; its *kind* is one of those of ``clashes.finding.Thing``."""
        found = self.findings()
        if self._by_thing is None:
            by_thing = defaultdict(list)
            for one in found:
                for thing in one.finding.things():
                    by_thing[thing].append(one)
            self._by_thing = {thing: tuple(rows) for thing, rows in by_thing.items()}
        return self._by_thing.get((kind, key), ())

    def still_open(self, kind: str, key: int) -> tuple[Finding, ...]:
        """Return what concerns a thing and nobody let stand, errors first."""
        return still_open(self.concerning(kind, key))

    def _hear(self, changes: Changes) -> None:
        self._stale |= self._upkeep.concerned(changes.rows)

    def _fresh(self, reader: Reader, today: date) -> Offer:
        term = frame.term(reader)
        if self._offer is None or term.id != self._offer.term or _EXCEPTIONS in self._stale:
            self._exceptions = exceptions(reader, term.id)
        return self._upkeep.offer(reader, term.id, term.day_that_counts(today), self._stale)
