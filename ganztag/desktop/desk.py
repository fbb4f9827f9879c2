"""What a screen is given to work with: the office, the one who asks, the runner of jobs, the memory of looks."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ganztag.desktop.ask import Ask
from ganztag.desktop.jobs import Runner
from ganztag.desktop.preferences import Preferences
from ganztag.desktop.way_back import WayBack

if TYPE_CHECKING:  # nothing heavy before the first paint
    from datetime import date

    from ganztag.operations.office import Office
    from ganztag.operations.watch import Watch
    from ganztag.queries.frame import TermRow


@dataclass(frozen=True)
class Desk:
    """One open file and the services around it; made once for each file by the main window."""

    office: Office
    ask: Ask
    jobs: Runner
    memory: Preferences
    watch: Watch = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Watch the offer from the beginning: the watch has to hear of news before the screens do."""
        from ganztag.operations.watch import Watch  # noqa: PLC0415 -- nothing heavy before the first paint

        object.__setattr__(self, "watch", Watch(self.office))

    def term(self) -> TermRow:
        """Return the half-year that is being worked on; raises Objection where there is none."""
        from ganztag.queries import frame  # noqa: PLC0415 -- nothing heavy before the first paint

        return self.office.read(frame.term)

    def way_back(self) -> WayBack:
        """Return what takes the last deed back that stands now; once another has followed it does nothing."""
        return WayBack(self.office)

    def today(self) -> date:
        """Return today, or the nearest day of the half-year that is being worked on."""
        return self.term().day_that_counts(self.office.clock.today())


@dataclass(frozen=True)
class Place:
    """Where a user wants to go: a screen by its key and, on request, one row in it, those of a chip, or several.

    For the lists *chip* is the paper and *ids* are the sheets: ``Place("lists", chip="attendance", ids=(4, 7))``.
    """

    screen: str
    id: int | None = None
    chip: str = ""
    ids: tuple[int, ...] = ()
