"""The hard rules of a problem, written as rows."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

import numpy as np

from ganztag.planning.candidates import Candidate, Candidates
from ganztag.planning.levels import GOOD_RANK
from ganztag.planning.model.children import bonds, limits
from ganztag.planning.model.hopeless import hopeful
from ganztag.planning.model.programme import Model
from ganztag.planning.model.quotas import quotas
from ganztag.planning.model.rows import Sum
from ganztag.planning.problem import Choice, Problem
from ganztag.planning.resources import resources


def build(problem: Problem, found: Candidates) -> Model:
    """Return the programme without a goal; it has no plan where the rules contradict each other."""
    needed = {course.id: still_needed(problem, course, found) for course in problem.courses}
    model = Model(hopeful(problem, found, needed), found)
    _one_at_a_time(model, resources(problem))
    for course in sorted(problem.courses, key=lambda one: one.id):
        _sizes(model, course, needed[course.id])
    quotas(model, problem)
    limits(model, problem)
    bonds(model, problem)
    return model


def is_good(pair: Candidate) -> bool:
    return any(rank is not None and rank <= GOOD_RANK for _slot, rank in pair.ranks)


def still_needed(problem: Problem, course: Choice, found: Candidates) -> int:
    """Return how many children a course lacks for its minimum and its quotas; with a fixed child it runs with any."""
    if any(pair.fixed and pair.course == course.id for pair in found.pairs):
        return 0
    quota = max((one.least or 0 for one in problem.quotas if one.course == course.id and not one.percent), default=0)
    return max(0, (course.min_size or 0) - course.taken, quota)


def _one_at_a_time(model: Model, used: Mapping[int, tuple[int, ...]]) -> None:
    rivals: dict[tuple[int, int], list[int]] = defaultdict(list)
    for index, pair in enumerate(model.pairs):
        for resource in used[pair.course]:
            rivals[pair.pupil, resource].append(index)
    for group in rivals.values():
        if len(group) > 1:
            model.rows.add(-np.inf, group, [1.0] * len(group), 1.0)


def _sizes(model: Model, course: Choice, needed: int) -> None:
    """Write min * y <= sum <= max * y; fixed children may exceed the maximum, but then nobody else comes."""
    members: Sequence[int] = model.members.get(course.id, [])
    everyone = Sum.of(members)
    pinned = sum(model.pairs[index].fixed for index in members)
    room = min(_room(course, pinned), len(members))
    least = max(0, (course.min_size or 0) - course.taken) if course.must_run else 0
    if needed and members and not least:
        opened = model.opened[course.id] = model.column(1.0, whole=True)
        model.lines.add(opened, everyone)
        model.rows.within(0.0, everyone.plus(Sum({opened: -needed})), np.inf)
        model.rows.within(-np.inf, everyone.plus(Sum({opened: -room})), 0.0)
        return
    if least:
        model.rows.within(float(least), everyone, np.inf)
    if room < len(members):
        model.rows.within(-np.inf, everyone, float(room))


def _room(course: Choice, pinned: int) -> int:
    places = 10**9 if course.max_size is None else max(0, course.max_size - course.taken)
    return max(places, pinned)
