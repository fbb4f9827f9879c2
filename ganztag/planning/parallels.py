"""A problem with a course doubled: the same again beside it, or on another day."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TypeVar

from ganztag.domain.objection import Objection
from ganztag.language import N_
from ganztag.planning.conditions import Balance, Most, Quota
from ganztag.planning.problem import Banned, Choice, Problem, Wish


def with_parallel(problem: Problem, course: int, new_id: int, slot: int | None) -> Problem:
    """Return the problem with *course* once more as *new_id*, in *slot* or in its own blocks; its rules hold for both.

    Who wished the one wishes the other in the same rank, but on another day only where the child is due anyway; nobody
    gets both.
    """
    if any(one.id == new_id for one in problem.courses):
        raise Objection(N_("There is such a parallel course already."), advice=N_("Take the change out."))
    original = next(one for one in problem.courses if one.id == course)
    double = _double(problem, original, new_id, slot)
    wishes = tuple(_wishes(problem, course, new_id, slot))
    wishing = sorted({wish.pupil for wish in wishes})
    both = frozenset((course, new_id))
    return replace(
        problem,
        courses=(*problem.courses, double),
        wishes=(*problem.wishes, *wishes),
        obligations=problem.obligations or tuple(sorted(_due(problem))),
        barred=_doubled(problem.barred, course, new_id),
        banned=_for_both(problem.banned, course, new_id),
        invited=_doubled(problem.invited, course, new_id),
        refused=_doubled(problem.refused, course, new_id),
        repeats=_doubled(problem.repeats, course, new_id),
        least=tuple(replace(one, courses=_with(one.courses, course, new_id)) for one in problem.least),
        most=(
            *(replace(one, courses=_with(one.courses, course, new_id)) for one in problem.most),
            *(Most(pupil, both, 1) for pupil in wishing),
        ),
        quotas=_for_both(problem.quotas, course, new_id),
        balances=_for_both(problem.balances, course, new_id),
    )


_Row = TypeVar("_Row", Banned, Quota, Balance)


def _for_both(rows: tuple[_Row, ...], course: int, new_id: int) -> tuple[_Row, ...]:
    return rows + tuple(replace(row, course=new_id) for row in rows if row.course == course)


def _double(problem: Problem, original: Choice, new_id: int, slot: int | None) -> Choice:
    slots = original.slots if slot is None else tuple(one for one in problem.slots if one.id == slot)
    return replace(original, id=new_id, slots=slots, taken=0, must_run=False, parallel_to=original.id)


def _wishes(problem: Problem, course: int, new_id: int, slot: int | None) -> Iterator[Wish]:
    due = _due(problem)
    best: dict[int, int] = {}
    for wish in problem.wishes:
        if wish.course != course:
            continue
        if slot is None:
            yield Wish(wish.pupil, new_id, wish.slot, wish.rank)
        elif (wish.pupil, slot) in due:
            best[wish.pupil] = min(wish.rank, best.get(wish.pupil, wish.rank))
    if slot is not None:
        yield from (Wish(pupil, new_id, slot, rank) for pupil, rank in best.items())


def _due(problem: Problem) -> set[tuple[int, int]]:
    """Return the (pupil, slot) to be placed, as they are without the parallel course."""
    pupils, ballot = set(problem.pupils), {slot.id for slot in problem.slots}
    wished = {(wish.pupil, wish.slot) for wish in problem.wishes if wish.pupil in pupils and wish.slot in ballot}
    return set(problem.obligations) or wished | {(one.pupil, one.slot) for one in problem.anywhere}


def _doubled(pairs: frozenset[tuple[int, int]], course: int, new_id: int) -> frozenset[tuple[int, int]]:
    return pairs | {(pupil, new_id) for pupil, other in pairs if other == course}


def _with(courses: frozenset[int], course: int, new_id: int) -> frozenset[int]:
    return courses | {new_id} if course in courses else courses
