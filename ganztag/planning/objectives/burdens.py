"""Levels about how far children are behind their first wishes, all in all."""

from collections.abc import Iterable

import numpy as np

from ganztag.planning.model import Model, Sum
from ganztag.planning.objectives.counted import lacking, times_unwished
from ganztag.planning.problem import Problem


def burden(model: Model, pupil: int) -> Sum:
    """Return the steps that a child is behind."""
    steps = model.found.steps
    total = Sum().plus(lacking(model, pupil), steps)
    for index in model.own.get(pupil, ()):
        pair = model.pairs[index]
        behind = sum(rank - 1 for _slot, rank in pair.ranks if rank is not None)
        total.add(index, behind + steps * times_unwished(model, pair))
    return Sum({column: factor for column, factor in total.terms.items() if factor}, total.constant)


def _weighted(model: Model, weights: dict[int, int]) -> Sum:
    total = Sum()
    for pupil, weight in sorted(weights.items()):
        if weight > 0 and pupil in model.slots:
            total.take(burden(model, pupil), weight)
    return total


def priority(problem: Problem, model: Model) -> Sum:
    return _weighted(model, _greatest((one.pupil, one.weight) for one in problem.priorities))


def compensation(problem: Problem, model: Model) -> Sum:
    return _weighted(model, _greatest((one.pupil, one.burden) for one in problem.carried))


def _column(model: Model, pupil: int) -> Sum:
    """Return the burden of a child as a column of its own, made once."""
    if pupil not in model.burdens:
        model.burdens[pupil] = Sum({model.follows([burden(model, pupil)]): 1})
    return model.burdens[pupil]


def worst_week(problem: Problem, model: Model) -> Sum:
    del problem
    return Sum({model.follows([_column(model, pupil) for pupil in sorted(model.slots)]): 1})


def week(problem: Problem, model: Model) -> Sum:
    """Return the sum in which each further step of a child costs one more than the step before."""
    carried = _greatest((one.pupil, one.burden) for one in problem.carried)
    total = Sum()
    for pupil, slots in sorted(model.slots.items()):
        own, start = _column(model, pupil), max(0, carried.get(pupil, 0))
        steps = [model.column(1.0) for _step in range(slots * model.found.steps)]
        for number, column in enumerate(steps):
            total.add(column, start + number + 1)
            model.lines.add(column, own.plus(Sum(constant=-number)))
        model.rows.within(-np.inf, own.plus(Sum.of(steps, -1)), 0.0)
    return total


def _greatest(pairs: Iterable[tuple[int, int]]) -> dict[int, int]:
    greatest: dict[int, int] = {}
    for pupil, weight in pairs:
        greatest[pupil] = max(weight, greatest.get(pupil, weight))
    return greatest
