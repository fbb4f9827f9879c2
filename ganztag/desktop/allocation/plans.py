"""The plans of the screen: one for each goal that was calculated, and whether they fit what the file holds now."""

from ganztag.desktop.allocation.calculation import Calculated, accepted
from ganztag.desktop.desk import Desk
from ganztag.language import N_, ngettext
from ganztag.planning.levels import GOALS
from ganztag.planning.problem import Problem
from ganztag.queries import allocation
from ganztag.queries.allocation import ResultRow, RunRow
from ganztag.queries.ballots import BallotRow
from ganztag.queries.wishes import problem

_NOT_KNOWN = N_("No longer known: wishes, courses or children have changed since.")


class Plans:
    """``read`` after each piece of news; *goal* is the one that is looked at."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.ballot: BallotRow | None = None
        self.problem: Problem | None = None
        self.run: RunRow | None = None
        self.goal = GOALS[0]
        self.results: dict[str, Calculated] = {}

    def read(self, ballot: BallotRow | None) -> None:
        """Read the ballot anew; what was calculated for another one is forgotten."""
        if self.ballot is None or ballot is None or self.ballot.id != ballot.id:
            self.results.clear()
        self.ballot, self.problem, self.run = ballot, None, None
        if ballot is None:
            return
        office = self._desk.office
        self.problem = office.read(problem, ballot.id, office.clock.today())
        self.run = office.read(allocation.last_run, ballot.id)
        self._show_accepted(self.run, self.problem)

    def _show_accepted(self, run: RunRow | None, of: Problem) -> None:
        """Take the accepted plan up as if it had just been calculated, as long as nothing has changed since."""
        if run is not None and run.input_hash == of.input_hash() and run.goal not in self.results:
            self.results[run.goal] = accepted(run.as_plan(), of)
            if len(self.results) == 1:
                self.goal = run.goal

    def has_wishes(self) -> bool:
        return self.problem is not None and bool(self.problem.pupils)

    def result(self) -> Calculated | None:
        return self.results.get(self.goal)

    def fits(self) -> bool:
        """Whether the chosen plan was made for what stands in the file now."""
        result = self.result()
        return result is not None and self.problem is not None and result.plan.input_hash == self.problem.input_hash()

    def is_accepted(self, goal: str) -> bool:
        result = self.results.get(goal)
        return result is not None and self.run is not None and result.plan.plan_hash == self.run.plan_hash

    def run_is_old(self) -> bool:
        """Whether wishes, courses or children have changed since the acceptance."""
        return self.run is not None and self.problem is not None and self.run.input_hash != self.problem.input_hash()

    def keep_seed(self, seed: int) -> bool:
        """Forget the plans of other lots; tell whether there were any."""
        kept = {goal: one for goal, one in self.results.items() if one.plan.seed == seed}
        gone = len(kept) < len(self.results)
        self.results = kept
        return gone

    def rows(self) -> list[ResultRow]:
        """Return the results of the chosen plan in names; of what was accepted while none is calculated."""
        result = self.result()
        placements = result.plan.placements if result else self.run.placements if self.run else ()
        if self.ballot is None or not placements:
            return []
        office = self._desk.office
        reasons = (
            result.reasons if result else {(one.pupil, one.slot): _NOT_KNOWN for one in placements if one.rank != 1}
        )
        return office.read(allocation.results, self.ballot.id, office.clock.today(), placements, reasons)

    def figures(self) -> str:
        """Return what is to be allocated, in words."""
        if self.ballot is None or self.problem is None:
            return ""
        due = len({(wish.pupil, wish.slot) for wish in self.problem.wishes})
        return " · ".join(
            (
                self.ballot.name,
                ngettext("{count} child", "{count} children", len(self.problem.pupils)),
                ngettext("{count} place to be given", "{count} places to be given", due),
                ngettext("{count} course", "{count} courses", len(self.problem.courses)),
            )
        )
