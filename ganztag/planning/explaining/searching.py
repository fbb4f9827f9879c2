"""The search for the first goal that gets worse when something is demanded of a plan.

All goals are demanded at the plan's own values, and the fewest moves are looked for: near the plan that is quick, far
quicker than to go through the goals one by one. Where it fails, as many goals are demanded as can be had; that the next
one cannot is proven by making it as small as can be, with all columns kept that have one place in all plans so good.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ganztag.planning.highs import Mark, Solver
from ganztag.planning.model import Ints, Model
from ganztag.planning.objectives import Objective

_NODES_TO_TRY = 20
_NODES_FOR_A_PROOF = 500
_NODES_FOR_MOVES = 200  # numbers of nodes, not seconds: the same on every machine
_NEARLY = 1e-4


@dataclass(slots=True)
class Search:
    """*goals* without the lottery, each with its *target*: the value (small is good) that the plan has.

    *lowest* goals can be had for sure, with *columns*; so many as *hopeless* cannot. *certain* and *fewest* tell in the
    end whether the price and the moves are proven.
    """

    model: Model
    solver: Solver
    goals: Sequence[Objective]
    targets: Sequence[int]
    moves: Objective
    reach: Callable[[int], None]
    start: Mark | None = None
    lowest: int = 0
    hopeless: int = 0
    columns: Ints | None = None
    certain: bool = True
    fewest: bool = True

    def run(self) -> Ints | None:
        """Return a plan at the lowest price, with the fewest moves; None: no plan does what is demanded."""
        if not self.model.width:
            return None
        for goal, target in zip(self.goals, self.targets, strict=True):
            self.solver.keep(goal, target)
        if not self._fractions() or not self._begin():
            return None
        while self.lowest + 1 < self.hopeless:
            self.reach(self.lowest)
            self._onwards(self.lowest)
        self.reach(len(self.goals))
        return self._cheapest(self.lowest)

    def _fractions(self) -> bool:
        """Find how many goals not even fractions of children can have; False where they can have no plan at all."""
        lowest, self.hopeless = -1, len(self.goals) + 1
        place = len(self.goals)
        while self.hopeless - lowest > 1:
            self._demand(place)
            found = self.solver.relaxed(self.moves, None)
            if found is not None:
                lowest, self.start = place, self.start or found.mark
            else:
                self.hopeless = place
            place = (lowest + self.hopeless) // 2
        return self.hopeless > 0

    def _begin(self) -> bool:
        """Find some plan, at best one with all the goals that fractions can have; False: there is none."""
        doubtful = self._keep_certain(self.hopeless - 1, None)
        for goals in dict.fromkeys((self.hopeless - 1, min(doubtful, self.hopeless - 1), 0)):
            if goals < self.hopeless - 1:
                self._keep_certain(goals, None)
            nodes = _NODES_TO_TRY if goals else None
            answer = self.solver.make_small(self.moves, None, None, nodes)
            if answer.columns is not None:
                self.fewest = answer.proven
                self._have(answer.columns)
                return True
            if answer.proven:
                self.hopeless = min(self.hopeless, goals)
        return False

    def _have(self, columns: Ints) -> None:
        self.columns = columns
        worse = (place for place, goal in enumerate(self.goals) if goal.value(columns) > self.targets[place])
        self.lowest = next(worse, len(self.goals))

    def _onwards(self, place: int) -> None:
        """Find whether the goal at *place* can have its target too, and else whether the next value."""
        goal, target = self.goals[place], self.targets[place]
        self.fewest = False
        if self._keep_certain(place, target + 1) < 0:
            self.hopeless = place + 1
            return
        answer = self.solver.make_small(goal, None, None, _NODES_FOR_A_PROOF)
        if answer.columns is not None:
            self._have(answer.columns)
        if self.lowest == place:
            self.certain = self.certain and (answer.proven or answer.bound > target)
            self.hopeless = place + 1

    def _demand(self, goals: int, value: int | None = None) -> None:
        """Demand that the first *goals* are at their targets, and the next one at *value* (None: at any)."""
        for place, (goal, target) in enumerate(zip(self.goals, self.targets, strict=True)):
            self.solver.change(place, goal, target if place < goals else value if place == goals else None)

    def _keep_certain(self, goals: int, value: int | None) -> int:
        """Demand as ``_demand``, and keep the columns that have one place in all plans which do so.

        Return the first goal that fractions have better than is asked, or so many as are asked; -1: they have no plan.
        """
        assert self.start is not None  # fractions had some plan
        self.solver.restore(self.start)
        self._demand(goals, value)
        if self.solver.relaxed(self.moves, None) is None:
            return -1
        asked = [*zip(self.goals[:goals], self.targets, strict=False)]
        asked += [] if value is None else [(self.goals[goals], value)]
        doubtful = goals
        for place in reversed(range(len(asked))):
            goal, limit = asked[place]
            found = self.solver.relaxed(goal, None)
            if found is None:
                return -1
            self.solver.pin(found, limit - goal.constant - found.limit)
            if found.reached < limit - goal.constant - _NEARLY:
                doubtful = place
        return doubtful

    def _cheapest(self, place: int) -> Ints:
        """Return the plan with the fewest moves at the lowest value of the goal at *place*, if there is one."""
        assert self.columns is not None
        least = None
        if place < len(self.goals):
            least = self._lowest_value(place)
        if self.fewest:
            return self.columns
        self._keep_certain(place, least)
        answer = self.solver.make_small(self.moves, self.columns, None, _NODES_FOR_MOVES)
        assert answer.columns is not None  # it went on from some
        self.fewest = answer.proven
        return answer.columns

    def _lowest_value(self, place: int) -> int:
        """Return the lowest value of a goal that cannot have its target."""
        goal = self.goals[place]
        assert self.columns is not None
        value = goal.value(self.columns)
        if value > self.targets[place] + 1:
            self._keep_certain(place, value)
            answer = self.solver.make_small(goal, self.columns, None, _NODES_FOR_A_PROOF)
            assert answer.columns is not None  # it went on from some
            self.certain, self.fewest = self.certain and answer.proven, False
            self.columns, value = answer.columns, goal.value(answer.columns)
        return value
