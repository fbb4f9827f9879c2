"""Levels that count placements as they are."""

from itertools import combinations

import numpy as np

from ganztag.planning.candidates import Candidate
from ganztag.planning.model import Model, Sum
from ganztag.planning.problem import Problem

_TWO = 2
_MANY = 6  # slots of a child, from which on there would be too many sets of them


def of_rank(model: Model, wanted: int | None, sign: int) -> Sum:
    """Return how many placements have a rank."""
    return Sum(
        {
            index: sign * times
            for index, pair in enumerate(model.pairs)
            if (times := sum(rank == wanted for _slot, rank in pair.ranks))
        }
    )


def lacking(model: Model, pupil: int) -> Sum:
    """Return how many placements of a child are unplaced; with a Due this is a column of its own, made once."""
    filled = Sum({index: -len(model.pairs[index].ranks) for index in model.own.get(pupil, ())})
    slots, due = model.slots.get(pupil, 0), model.found.due.get(pupil)
    if due is None or due >= slots:
        return Sum(filled.terms, slots)
    if pupil not in model.lacks:
        line = Sum(filled.terms, due)
        own = [model.pairs[index] for index in model.own.get(pupil, ())]
        exact = all(len(pair.ranks) == 1 for pair in own) and sum(pair.fixed for pair in own) <= max(due, 0)
        model.lacks[pupil] = line if exact else Sum({model.follows([line], upper=max(due, 0)): 1})
        if not exact:
            _by_slots(model, pupil, due)
    return model.lacks[pupil]


def _by_slots(model: Model, pupil: int, due: int) -> None:
    """Say what is true of whole children, but not of fractions: half of a course over two slots does not fill one.

    Of some slots, *rest* have to be filled even if all others are; each course fills at most two of them.
    """
    own = {index: {slot for slot, _rank in model.pairs[index].ranks} for index in model.own.get(pupil, ())}
    slots = sorted({slot for one, slot in model.found.obligations if one == pupil})
    widest = max((len(filled) for filled in own.values()), default=0)
    if widest != _TWO or len(slots) > _MANY:
        return
    for size in range(2, len(slots) + 1):
        rest = due - (len(slots) - size)
        if rest > 0 and rest % _TWO:
            for some in combinations(slots, size):
                if any(len(filled.intersection(some)) == _TWO for filled in own.values()):
                    touching = [index for index, filled in own.items() if filled.intersection(some)]
                    total = Sum.of(touching).take(model.lacks[pupil])
                    model.rows.within(float(rest // _TWO + 1), total, np.inf)


def unplaced(problem: Problem, model: Model) -> Sum:
    del problem
    total = Sum()
    for pupil in model.slots:
        total.take(lacking(model, pupil))
    return total


def moved(problem: Problem, model: Model) -> Sum:
    kept = {(pupil, course) for pupil, course in problem.kept if pupil in set(problem.pupils)}
    staying = [index for index, pair in enumerate(model.pairs) if (pair.pupil, pair.course) in kept]
    return Sum.of(staying, -1, len(kept))


def times_unwished(model: Model, pair: Candidate) -> int:
    """Return for how many slots a placement is unwished."""
    if pair.fixed:
        return 0
    return sum(rank is None and (pair.pupil, slot) in model.found.wished for slot, rank in pair.ranks)


def unwished(problem: Problem, model: Model) -> Sum:
    del problem
    times = {index: times_unwished(model, pair) for index, pair in enumerate(model.pairs)}
    return Sum({index: count for index, count in times.items() if count})


def repeats(problem: Problem, model: Model) -> Sum:
    places = {c.id: c.max_size - c.taken for c in problem.courses if c.max_size is not None}
    newcomers: dict[int, int] = {}
    for pair in model.found.pairs:
        if (pair.pupil, pair.course) not in problem.repeats and pair.wished:
            newcomers[pair.course] = newcomers.get(pair.course, 0) + 1
    short = {course for course, count in newcomers.items() if count > places.get(course, count)}
    return Sum.of(
        index
        for index, pair in enumerate(model.pairs)
        if pair.course in short and (pair.pupil, pair.course) in problem.repeats and not pair.fixed
    )
