"""Wishes in, a proven plan out: one goal after the other, each kept while the next one is pursued."""

from collections.abc import Callable, Sequence

from ganztag.planning.candidates import Candidate, Candidates, candidates
from ganztag.planning.contradictions import refuse_contradictions, refuse_infeasible
from ganztag.planning.levels import GOALS
from ganztag.planning.plan import Infeasible, LevelResult, Placement, Plan, Stopped, Struck, hash_of
from ganztag.planning.policy import Policy
from ganztag.planning.problem import Problem

__all__ = ["GOALS", "LevelResult", "Placement", "Plan", "Stopped", "Struck", "allocate"]


def allocate(
    problem: Problem,
    policy: Policy = Policy(),  # noqa: B008 -- frozen
    *,
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
    enough: Callable[[], bool] | None = None,
    time_limit: float | None = None,
) -> Plan:
    """Return the best plan for the goal; the same for a seed, whatever the order of the rows.

    *progress* is told (levels done, all levels) by the calling thread and may raise to stop; *time_limit* is seconds
    for all levels together, after which the best plan so far comes back, not all of it proven; so it does as soon as
    *enough* says so. Either goes on until there is some plan. Raises ``Stopped`` when *cancelled* says so,
    ``Objection`` for rules that contradict each other, ``ValueError`` for no such goal.
    """
    from ganztag.planning import climb, engine, highs, model, objectives  # noqa: PLC0415 -- numpy and the solver, only to solve

    refuse_contradictions(problem)
    found = candidates(problem)
    built = model.build(problem, found)
    goals = objectives.objectives(problem, built, found, policy)
    way = climb.Climb(built, goals, progress, cancelled, enough)
    with highs.Solver(built, way.tick, way.stop) as solver:
        try:
            columns, levels = way.run(solver, time_limit)
        except Infeasible:
            refuse_infeasible(problem, cancelled)
            raise RuntimeError("the solver finds no plan, although no rules contradict each other") from None
    taken = [pair for pair, own in zip(built.pairs, columns, strict=False) if own]
    return _plan(problem, found, taken, policy, levels, (engine.name(), solver.seconds))


def _plan(
    problem: Problem,
    found: Candidates,
    taken: Sequence[Candidate],
    policy: Policy,
    levels: tuple[LevelResult, ...],
    solved: tuple[str, float],
) -> Plan:
    placements = _placements(found, taken)
    struck = _struck(problem, taken)
    running = frozenset(course.id for course in problem.courses) - {course.course for course in struck}
    return Plan(
        policy=policy,
        placements=placements,
        running=running,
        struck=struck,
        levels=levels,
        input_hash=problem.input_hash(),
        plan_hash=hash_of(policy, placements, running),
        solver=solved[0],
        solver_seconds=solved[1],
        revision=problem.revision,
    )


def _placements(found: Candidates, taken: Sequence[Candidate]) -> tuple[Placement, ...]:
    """Return what became of each slot; of the free slots of a child with a Due only as many as it lacks."""
    got = {(pair.pupil, slot): (pair.course, rank) for pair in taken for slot, rank in pair.ranks}
    lacking = dict(found.due)
    for pupil, _slot in got:
        if pupil in lacking:
            lacking[pupil] -= 1
    placements = []
    for pupil, slot in found.obligations:
        if (pupil, slot) in got:
            placements.append(Placement(pupil, slot, *got[pupil, slot]))
        elif lacking.get(pupil, 1) > 0:
            placements.append(Placement(pupil, slot, None, None))
            if pupil in lacking:
                lacking[pupil] -= 1
    return tuple(placements)


def _struck(problem: Problem, taken: Sequence[Candidate]) -> tuple[Struck, ...]:
    """Return the courses under their minimum; one with a fixed child runs all the same."""
    inside: dict[int, int] = {}
    for pair in taken:
        inside[pair.course] = inside.get(pair.course, 0) + 1
    pinned = {fixed.course for fixed in problem.fixed}
    wanting = _wanting(problem)
    struck = []
    for course in sorted(problem.courses, key=lambda course: course.id):
        missing = (course.min_size or 0) - course.taken
        if course.id not in pinned and inside.get(course.id, 0) < missing:
            everyone = wanting.get(course.id, {})
            firsts = sum(rank == 1 for rank in everyone.values())
            struck.append(Struck(course.id, len(everyone), firsts, missing))
    return tuple(struck)


def _wanting(problem: Problem) -> dict[int, dict[int, int]]:
    """Return who wanted each course, and the best rank they gave it."""
    pupils, ballot = set(problem.pupils), {slot.id for slot in problem.slots}
    wanting: dict[int, dict[int, int]] = {}
    for wish in problem.wishes:
        if wish.pupil in pupils and wish.slot in ballot:
            ranks = wanting.setdefault(wish.course, {})
            ranks[wish.pupil] = min(wish.rank, ranks.get(wish.pupil, wish.rank))
    return wanting
