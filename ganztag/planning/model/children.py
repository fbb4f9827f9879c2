"""What holds for single children and pairs of them, as rows: how many courses, of which kinds, with whom."""

from collections.abc import Iterator, Sequence

import numpy as np

from ganztag.planning.conditions import Bond
from ganztag.planning.model.hopeless import slots_of
from ganztag.planning.model.programme import Model
from ganztag.planning.model.rows import Sum
from ganztag.planning.problem import Problem


def limits(model: Model, problem: Problem) -> None:
    """Write how many courses, and how many of some, a child gets at most; fixed ones may exceed it."""
    for pupil, most in sorted(model.found.due.items()):
        _at_most(model, pupil, model.own.get(pupil, []), most)
    for pupil, courses, most in sorted({(one.pupil, tuple(sorted(one.courses)), one.most) for one in problem.most}):
        _at_most(model, pupil, [i for i in model.own.get(pupil, []) if model.pairs[i].course in set(courses)], most)


def _at_most(model: Model, pupil: int, columns: Sequence[int], most: int) -> None:
    if not columns:
        return
    most = max(most, sum(model.pairs[index].fixed for index in columns))
    slots = {slot for index in columns for slot, _rank in model.pairs[index].ranks}
    if most < min(len(columns), len(slots)):  # each course fills at least one slot
        model.rows.add(-np.inf, columns, [1.0] * len(columns), float(most))
        model.limited[pupil] = model.limited.get(pupil, 0) + 1


def bonds(model: Model, problem: Problem) -> None:
    """Write who must be in the same courses, and who in none together."""
    for one, other, kind in sorted({_key(bond) for bond in problem.bonds if bond.must and bond.one != bond.other}):
        for first, second in (together if kind == "together" else apart)(model, one, other):
            if kind == "together":
                difference = Sum.of(first).plus(Sum.of(second), -1)
                model.rows.within(0.0, difference, 0.0)
            elif first and second:
                model.rows.within(-np.inf, Sum.of((*first, *second)), 1.0)


def _key(bond: Bond) -> tuple[int, int, str]:
    return min(bond.one, bond.other), max(bond.one, bond.other), bond.kind


Two = tuple[list[int], list[int]]


def together(model: Model, one: int, other: int) -> Iterator[Two]:
    """Yield the columns, none or one each, of both children in the courses whose slots are open to both."""
    open_slots = slots_of(obligation for obligation in model.found.obligations if obligation[0] in (one, other))
    both = open_slots.get(one, set()) & open_slots.get(other, set())
    for first, second in apart(model, one, other):
        slots = {slot for slot, _rank in model.pairs[(first or second)[0]].ranks}
        if slots <= both:
            yield first, second


def apart(model: Model, one: int, other: int) -> Iterator[Two]:
    """Yield the columns, none or one each, of both children in each course that one of them may have."""
    mine = {model.pairs[index].course: index for index in model.own.get(one, ())}
    theirs = {model.pairs[index].course: index for index in model.own.get(other, ())}
    for course in sorted(mine.keys() | theirs.keys()):
        yield [mine[course]] if course in mine else [], [theirs[course]] if course in theirs else []
