"""A problem and a plan for it laid open, for many questions about the same plan."""

from collections import Counter, defaultdict
from dataclasses import dataclass

from ganztag.planning.conditions import Due, Most, Quota
from ganztag.planning.judge.reading import Reading, read
from ganztag.planning.plan import Placement, Plan, Struck
from ganztag.planning.problem import Banned, Busy, Choice, Problem


@dataclass(slots=True)
class Scene:
    """*places*: (pupil, slot) -> placement; *own*: pupil -> its courses; *pins*: pupil -> courses it is fixed in."""

    problem: Problem
    plan: Plan
    reading: Reading
    places: dict[tuple[int, int], Placement]
    own: dict[int, set[int]]
    inside: dict[int, set[int]]
    pins: dict[int, dict[int, str]]
    bans: dict[tuple[int, int], Banned]
    busy: dict[int, list[Busy]]
    struck: dict[int, Struck]
    due: dict[int, Due]
    most: dict[int, list[Most]]
    quotas: dict[int, list[Quota]]
    asked: Counter[int]

    def course(self, course: int) -> Choice:
        return self.reading.courses[course]

    def blocks(self, course: int) -> tuple[int, ...]:
        return tuple(sorted(self.reading.blocks.get(course, ())))

    def wishers(self, course: int) -> dict[int, int]:
        """Return who wished for the course, with the best rank each of them gave it."""
        return self.reading.wishers.get(course, {})

    def pinned_in(self, course: int) -> set[int]:
        return self.reading.pinned.get(course, set())

    def clash(self, one: int, other: int) -> bool:
        return (one, other) in self.reading.clashing

    def weekday(self, slot: int) -> int:
        return next(one.weekday for one in self.problem.slots if one.id == slot)

    def in_the_way(self, pupil: int, course: int) -> list[int]:
        """Return the courses of the child at the time of *course*."""
        return sorted(other for other in self.own.get(pupil, ()) if other != course and self.clash(course, other))


_last: list[Scene] = []


def lay_open(problem: Problem, plan: Plan) -> Scene:
    """Return the scene; the last one is remembered, for a window asks about one plan again and again."""
    for known in _last:
        if known.problem is problem and known.plan is plan:
            return known
    scene = _lay_open(problem, plan)
    _last[:] = [scene]
    return scene


def _lay_open(problem: Problem, plan: Plan) -> Scene:
    reading = read(problem)
    scene = Scene(
        problem=problem,
        plan=plan,
        reading=reading,
        places={(place.pupil, place.slot): place for place in plan.placements},
        own=defaultdict(set),
        inside=defaultdict(set),
        pins=defaultdict(dict),
        bans={(ban.pupil, ban.course): ban for ban in problem.banned},
        busy=defaultdict(list),
        struck={one.course: one for one in plan.struck},
        due={one.pupil: one for one in problem.due},
        most=defaultdict(list),
        quotas=defaultdict(list),
        asked=Counter({course: len(children) for course, children in reading.wishers.items()}),
    )
    for place in plan.placements:
        if place.course is not None:
            scene.own[place.pupil].add(place.course)
            scene.inside[place.course].add(place.pupil)
    for pin in problem.fixed:
        scene.pins[pin.pupil][pin.course] = pin.reason
    for busy in problem.busy:
        scene.busy[busy.pupil].append(busy)
    for limit in problem.most:
        scene.most[limit.pupil].append(limit)
    for quota in problem.quotas:
        scene.quotas[quota.course].append(quota)
    return scene
