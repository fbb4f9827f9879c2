"""What the lists show of the scenarios: read when a list is looked at, and only once for each pair of plans."""

from collections.abc import Mapping
from typing import Any

from ganztag.desktop.allocation.cards.words import title_of
from ganztag.desktop.allocation.lists.course_rows import course_lines
from ganztag.desktop.allocation.lists.faces import Lists
from ganztag.desktop.allocation.scenarios import Scenario, Scenarios
from ganztag.desktop.desk import Desk
from ganztag.language import N_, Message
from ganztag.planning import judge
from ganztag.planning.explaining.answers import SeatPrice
from ganztag.queries import allocation, scenarios
from ganztag.queries.scenarios import DifferenceRow

_NOT_KNOWN = N_("No longer known: wishes, rules, courses or children have changed since.")


class Shown:
    """``renew(fresh)`` after news (*fresh*: the file has changed) and whenever other plans are looked at."""

    def __init__(self, desk: Desk, lists: Lists, known: Scenarios) -> None:
        self._desk, self._lists, self._known = desk, lists, known
        self._done: dict[str, Any] = {}
        self._different: list[DifferenceRow] = []
        self.worth: Mapping[int, SeatPrice] = {}

    def forget(self) -> None:
        """Read all anew when it is looked at next: the file has changed."""
        self._done.clear()

    def renew(self) -> None:
        """Fill the list that is seen, and count who stands differently."""
        a, b = self._known.chosen(), self._known.other()
        self._count(a, b)
        face = self._lists.face()
        if a is None or self._done.get(face) == self._pair(face, a, b):
            return
        self._done[face] = self._pair(face, a, b)
        if face == "results":
            self._show_results(a)
        elif face == "courses":
            self._lists.courses.show_rows(course_lines(a.made.problem, a.plan, self.worth))
        elif b is not None:
            self._lists.differences.show_rows(self._different, title_of(a), title_of(b))

    def show_worth(self, worth: Mapping[int, SeatPrice]) -> None:
        """Say of the courses what one more place is worth."""
        self.worth = worth
        self._done.pop("courses", None)
        self.renew()

    def _pair(self, face: str, a: Scenario, b: Scenario | None) -> tuple[object, ...]:
        seen = (a.key, a.plan.plan_hash, a.old, title_of(a))
        return (*seen, b.key, b.plan.plan_hash, title_of(b)) if face == "differences" and b is not None else seen

    def _count(self, a: Scenario | None, b: Scenario | None) -> None:
        if a is None or b is None or self._known.ballot is None:
            self._different = []
            self._lists.offer(None)
            return
        pair = (a.plan.plan_hash, b.plan.plan_hash)
        if self._done.get("counted") != pair:
            self._done["counted"] = pair
            office = self._desk.office
            self._different = office.read(
                scenarios.differences, self._known.ballot.id, office.clock.today(), a.plan.placements, b.plan.placements
            )
        self._lists.offer(len({row.pupil_id for row in self._different}))

    def _show_results(self, a: Scenario) -> None:
        if self._known.ballot is None:
            return
        office = self._desk.office
        rows = office.read(
            allocation.results, self._known.ballot.id, office.clock.today(), a.plan.placements, self._reasons(a)
        )
        self._lists.results.show_rows(rows)

    def _reasons(self, a: Scenario) -> Mapping[tuple[int, int], Message]:
        """Return why each child did not get its best wish, as far as the plan alone tells."""
        if not a.explains:
            return {(place.pupil, place.slot): _NOT_KNOWN for place in a.plan.placements if place.rank != 1}
        return judge.reasons(a.made.problem, a.plan)
