"""A plan that was changed by hand: counted again, and what the change costs."""

from collections.abc import Iterable, Iterator, Mapping

from ganztag.planning.judge import order
from ganztag.planning.judge.case import Case, lay_open, unplaced
from ganztag.planning.judge.reading import Pair, Reading, read
from ganztag.planning.judge.values import unasked, values
from ganztag.planning.levels import wants_many
from ganztag.planning.plan import LevelResult, Placement, Plan, Struck, hash_of
from ganztag.planning.policy import Policy
from ganztag.planning.problem import Problem

Given = Mapping[Pair, int | None]
"""(pupil, slot) -> course, None or absent: without a place."""


def given(plan: Plan) -> dict[Pair, int | None]:
    """Return the places of a plan, to be changed and recounted."""
    return {(place.pupil, place.slot): place.course for place in plan.placements if place.course is not None}


def moved(
    problem: Problem, places: Given, pupil: int, course: int | None, out_of: int | None = None
) -> dict[Pair, int]:
    """Return the places after a child was dragged into *course* (None: into none) and *out_of* another one.

    It takes all blocks of the course and gives up, wholly, what it had at those times; nothing else is checked.
    """
    reading = read(problem)
    left = {out_of}
    if course is not None:
        left |= {
            other for (child, _slot), other in places.items() if child == pupil and (course, other) in reading.clashing
        }
    kept = {pair: own for pair, own in places.items() if own is not None and (pair[0] != pupil or own not in left)}
    if course is not None:
        kept |= {(pupil, slot): course for slot in reading.blocks[course]}
    return kept


def evaluate(problem: Problem, policy: Policy, placements: Given, like: Plan | None = None) -> Plan:
    """Return the plan with these places: what runs, and each level's value.

    *like* is the plan that was changed: its bounds are taken over, and a level is proven where it still reaches them,
    as all before it do. Whether the plan breaks a rule is for ``audit`` to say. Raises KeyError: no such course.
    """
    reading = read(problem)
    case = lay_open(reading, _placements(reading, placements), by_hand=True)
    running = frozenset(course for course in reading.courses if case.runs(course))
    names = order.levels(reading, policy, unwished=bool(unasked(case)))
    found = zip(names, values(case, names, policy.seed), strict=True)
    bounds = {level.name: level for level in like.levels} if like is not None and like.policy == policy else {}
    return Plan(
        policy=policy,
        placements=case.placements,
        running=running,
        struck=tuple(_struck(case, running)),
        levels=tuple(_levels(found, bounds, len(case.placements))),
        input_hash=reading.input_hash,
        plan_hash=hash_of(policy, case.placements, running),
        solver=like.solver if like is not None else "",
        solver_seconds=0.0,
        revision=problem.revision,
        by_hand=True,
    )


def cost(before: Plan, after: Plan) -> tuple[tuple[str, int, int], ...]:
    """Return (level, before, after) of the levels that differ, the most important one first; without the lot.

    A level that one of the two plans lacks counts as 0 there.
    """
    one, other = ({level.name: level.value for level in plan.levels} for plan in (before, after))
    names = [level.name for level in max(before.levels, after.levels, key=len)]
    rows = ((name, one.get(name, 0), other.get(name, 0)) for name in names if name != "lottery")
    return tuple(row for row in rows if row[1] != row[2])


def _placements(reading: Reading, placements: Given) -> tuple[Placement, ...]:
    places = {pair: course for pair, course in placements.items() if course is not None}
    unknown = set(places.values()) - reading.courses.keys()
    if unknown:
        raise KeyError(f"no such courses: {sorted(unknown)}")
    filled = [
        Placement(pupil, slot, course, reading.rank(pupil, slot, course)) for (pupil, slot), course in places.items()
    ]
    left = [Placement(pupil, slot, None, None) for pupil, slot in unplaced(reading, places)]
    return tuple(sorted((*filled, *left), key=lambda place: (place.pupil, place.slot)))


def _struck(case: Case, running: frozenset[int]) -> Iterator[Struck]:
    for course in sorted(case.reading.courses.keys() - running):
        one, wishers = case.reading.courses[course], case.reading.wishers.get(course, {})
        firsts = sum(rank == 1 for rank in wishers.values())
        yield Struck(course, len(wishers), firsts, (one.min_size or 0) - one.taken)


def _levels(found: Iterable[tuple[str, int]], bounds: Mapping[str, LevelResult], places: int) -> Iterator[LevelResult]:
    """Without a bound that was proven, that of another plan is worth nothing beyond the first level that differs."""
    sure = True
    for name, value in found:
        known = bounds.get(name)
        bound = known.bound if known is not None else _free(name, value, places)
        sure = sure and known is not None and known.proven and value == bound
        yield LevelResult(name, value, bound, sure)


def _free(name: str, value: int, places: int) -> int:
    """Return what the value cannot pass by the meaning of the level, where nobody has looked for a bound."""
    return max(value, places) if wants_many(name) else 0
