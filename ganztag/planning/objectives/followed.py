"""Levels that count something that follows from the placements: each brings columns of its own."""

from collections.abc import Sequence

import numpy as np

from ganztag.planning.model import Model, Sum, is_good
from ganztag.planning.model.children import apart, together
from ganztag.planning.problem import Choice, Problem


def unmet(problem: Problem, model: Model) -> Sum:
    total = Sum()
    children = set(problem.pupils)
    for pupil, courses, least in sorted({(one.pupil, tuple(sorted(one.courses)), one.least) for one in problem.least}):
        own = [index for index in model.own.get(pupil, ()) if model.pairs[index].course in set(courses)]
        if pupil in children and least > 0:
            missing = Sum.of(own, -1, least)
            if len(own) > least:
                missing = Sum({model.follows([missing], upper=least): 1})
                _beside_long(model, pupil, (own, missing, least))
            total.take(missing)
    return total


def no_good_wish(problem: Problem, model: Model) -> Sum:
    """Return how many children have none; those who cannot get one at all have no column."""
    del problem
    total = Sum()
    for pupil in model.found.wishing:
        good = [index for index in model.own.get(pupil, ()) if is_good(model.pairs[index])]
        if good:
            column = model.follows([Sum.of(good, -1, 1)], upper=1.0)
            _beside_long(model, pupil, (good, Sum({column: 1}), 1))
            total.add(column, 1)
        else:
            total.constant += 1
    return total


def _beside_long(model: Model, pupil: int, wanted: tuple[Sequence[int], Sum, int]) -> None:
    """Say what is true of whole children, but not of fractions: who is in a long course has others beside it only.

    *wanted*: the columns of which a child should have so many, and what is missing for that.
    """
    columns, missing, least = wanted
    chosen = set(columns)
    long: dict[frozenset[int], list[int]] = {}
    for index in model.own.get(pupil, ()):
        slots = frozenset(slot for slot, _rank in model.pairs[index].ranks)
        if len(slots) > 1 and index not in chosen:
            long.setdefault(slots, []).append(index)
    for slots, others in long.items():
        beside = [index for index in columns if all(slot not in slots for slot, _rank in model.pairs[index].ranks)]
        if len(beside) < len(columns):
            model.rows.within(0.0, missing.plus(Sum.of(beside)).take(Sum.of(others), -least), np.inf)


def bonds(problem: Problem, model: Model) -> Sum:
    total = Sum()
    for one, other, kind in sorted(
        {(min(b.one, b.other), max(b.one, b.other), b.kind) for b in problem.bonds if not b.must and b.one != b.other}
    ):
        count = _together if kind == "together" else _apart
        for column, times in count(model, one, other).terms.items():
            total.add(column, times)
    return total


def _apart(model: Model, one: int, other: int) -> Sum:
    total = Sum()
    for first, second in apart(model, one, other):
        if first and second:
            times = len(model.pairs[first[0]].ranks)
            total.add(model.follows([Sum.of((*first, *second), 1, -1)], upper=1.0), times)
    return total


def _together(model: Model, one: int, other: int) -> Sum:
    """Return in how many slots one of the two is without the other one."""
    mine: dict[int, Sum] = {}
    theirs: dict[int, Sum] = {}
    for first, second in together(model, one, other):
        both = _both(model, first[0], second[0]) if first and second else None
        for slot, _rank in model.pairs[(first or second)[0]].ranks:
            for own, columns in ((mine, first), (theirs, second)):
                total = own.setdefault(slot, Sum())
                for column in columns:
                    total.add(column, 1)
                if both is not None:
                    total.add(both, -1)
    return Sum.of(model.follows([mine[slot], theirs[slot]], upper=1.0) for slot in sorted(mine))


def _both(model: Model, one: int, other: int) -> int:
    """Return a column that says whether both are chosen; goals make it no less."""
    column = model.column(1.0)
    for single in (one, other):
        model.rows.within(0.0, Sum({single: 1, column: -1}), 1.0)
    model.lines.add(column, Sum.of((one, other), 1, -1))
    return column


def sizes(problem: Problem, model: Model) -> Sum:
    total = Sum()
    for course in sorted(problem.courses, key=lambda one: one.id):
        if course.ideal_size is not None:
            inside = Sum.of(model.members.get(course.id, ()))
            off = inside.plus(_runs(model, course), course.taken - course.ideal_size)
            total.take(_distance(model, off))
    return total


def _runs(model: Model, course: Choice) -> Sum:
    """Return whether a course runs: one that is not under its minimum does, with nobody too."""
    pinned = any(pair.fixed and pair.course == course.id for pair in model.found.pairs)
    if pinned or course.must_run or course.taken >= (course.min_size or 0):
        return Sum(constant=1)
    return Sum({model.opened[course.id]: 1}) if course.id in model.opened else Sum()


def _distance(model: Model, off: Sum) -> Sum:
    if not off.terms:
        return Sum(constant=abs(off.constant))
    return Sum({model.follows([off, Sum().plus(off, -1)]): 1})


def balance(problem: Problem, model: Model) -> Sum:
    total = Sum()
    for course, one, other in sorted(
        {(b.course, tuple(sorted(b.one)), tuple(sorted(b.other))) for b in problem.balances}
    ):
        off = Sum()
        for index in model.members.get(course, ()):
            pupil = model.pairs[index].pupil
            off.add(index, (pupil in set(one)) - (pupil in set(other)))
        off = Sum({column: factor for column, factor in off.terms.items() if factor})
        total.take(_distance(model, off))
    return total
