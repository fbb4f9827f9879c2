"""What a demand costs a plan: the first goal that gets worse, by how much, and the fewest moves for it."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from ganztag.planning import model, objectives
from ganztag.planning.candidates import candidates
from ganztag.planning.explaining.searching import Search
from ganztag.planning.highs import Solver
from ganztag.planning.model import Model
from ganztag.planning.objectives import Objective
from ganztag.planning.plan import Plan, Stopped
from ganztag.planning.problem import Problem

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Price:
    """*level* is the first that gets worse, None if none does; *pairs* are the places of a plan at that price.

    *better*: such a plan is better at a goal before any gets worse, so the one asked about was not the best.
    *certain*: that it costs less is ruled out, not only unlikely. *fewest*: no plan at that price moves less. Not
    *possible*: no plan does what is demanded.
    """

    possible: bool
    level: str | None = None
    before: int | None = None
    after: int | None = None
    pairs: frozenset[Pair] = frozenset()
    better: bool = False
    fewest: bool = True
    certain: bool = True


@dataclass(slots=True)
class Watch:
    """How far it is, and whether to go on."""

    steps: int
    progress: Callable[[int, int], None] | None = None
    cancelled: Callable[[], bool] | None = None
    done: int = 0

    def tick(self) -> None:
        if self.cancelled is not None and self.cancelled():
            raise Stopped
        if self.progress is not None:
            self.progress(self.done, self.steps)

    def reach(self, done: int) -> None:
        self.done = max(self.done, done)
        self.tick()


@dataclass(frozen=True, slots=True)
class Demand:
    """At least *least* of these pairs of child and course."""

    pairs: frozenset[Pair]
    least: int = 1

    def on(self, built: Model) -> bool:
        """Write the demand into the model; False where it has not so many of the pairs."""
        columns = [index for index, pair in enumerate(built.pairs) if (pair.pupil, pair.course) in self.pairs]
        if len(columns) < self.least:
            return False
        if len(columns) == self.least:
            for column in columns:
                built.lower[column] = 1.0
            return True
        built.rows.add(float(self.least), columns, [1.0] * len(columns), np.inf)
        return True


def price(
    problem: Problem,
    plan: Plan,
    demand: Demand,
    *,
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Price:
    """Return what the demand costs the plan, by the goals of the plan's policy. Raises ``Stopped``."""
    found = candidates(problem)
    built = model.build(problem, found)
    if not demand.on(built):
        return Price(possible=False)
    goals = objectives.objectives(problem, built, found, plan.policy)
    values = {level.name: level.value for level in plan.levels}
    goals = tuple(goal for goal in goals[:-1] if goal.name in values)  # a plan from before a change may lack one
    targets = [-values[goal.name] if goal.many else values[goal.name] for goal in goals]
    watch = Watch(len(goals) + 1, progress, cancelled)
    with Solver(built, watch.tick) as solver:
        search = Search(built, solver, goals, targets, _moves(built, plan), watch.reach)
        columns = search.run()
    if columns is None:
        return Price(possible=False)
    taken = columns[: len(built.pairs)]
    pairs = frozenset((pair.pupil, pair.course) for pair, own in zip(built.pairs, taken, strict=True) if own)
    for goal, target in zip(goals, targets, strict=True):
        value = goal.value(columns)
        if value < target:
            return Price(True, pairs=pairs, better=True, fewest=search.fewest, certain=search.certain)
        if value > target:
            before, after = (-target, -value) if goal.many else (target, value)
            return Price(True, goal.name, before, after, pairs, fewest=search.fewest, certain=search.certain)
    return Price(True, pairs=pairs, fewest=search.fewest)


def _moves(built: Model, plan: Plan) -> Objective:
    """Return how many places differ from the plan's: those given up and those taken."""
    places = {(place.pupil, place.course) for place in plan.placements if place.course is not None}
    cost = np.zeros(built.width, dtype=np.int64)
    mine = [(pair.pupil, pair.course) in places for pair in built.pairs]
    cost[: len(mine)] = np.where(mine, -1, 1)
    return Objective("moves", cost, sum(mine))
