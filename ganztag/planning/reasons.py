"""Why children did not get their wishes, for a whole plan at once: simple, and never more than is known."""

from collections.abc import Mapping
from dataclasses import dataclass

from ganztag.language import N_, Message
from ganztag.planning.plan import Plan
from ganztag.planning.problem import Problem


@dataclass(frozen=True, slots=True)
class Missed:
    """A wish that was not fulfilled, better than what the child got."""

    course: int
    rank: int
    message: Message


def reasons(problem: Problem, plan: Plan) -> Mapping[tuple[int, int], Message]:
    """Return, for each (pupil, slot) without its best wish, why it did not get that one."""
    wishes = _wishes(problem)
    found = {}
    for place in plan.placements:
        missed = _missed(problem, plan, (place.pupil, place.slot), wishes.get((place.pupil, place.slot), {}), best=True)
        if missed:
            found[place.pupil, place.slot] = missed[0].message
        elif place.course is None:
            found[place.pupil, place.slot] = N_("The child has no wish for this block.")
    return found


def why(problem: Problem, plan: Plan, pupil: int, slot: int) -> tuple[Missed, ...]:
    """Return every wish of the child in the slot that is better than what it got, best first, each with its reason."""
    return _missed(problem, plan, (pupil, slot), _wishes(problem).get((pupil, slot), {}))


def _wishes(problem: Problem) -> Mapping[tuple[int, int], Mapping[int, int]]:
    """Return (pupil, slot) -> course -> rank: what is on paper, a course over several blocks in each that is due."""
    from ganztag.planning.judge.reading import read  # noqa: PLC0415 -- judge imports this module

    reading = read(problem)
    wishes: dict[tuple[int, int], dict[int, int]] = {}
    for wish in problem.wishes:
        own = wishes.setdefault((wish.pupil, wish.slot), {})
        own[wish.course] = min(wish.rank, own.get(wish.course, wish.rank))
    for (pupil, course), ranks in reading.stated.items():
        for slot in reading.blocks[course] & reading.due.get(pupil, set()):
            wishes.setdefault((pupil, slot), {}).setdefault(course, min(ranks.values()))
    return wishes


def _missed(
    problem: Problem, plan: Plan, at: tuple[int, int], wishes: Mapping[int, int], *, best: bool = False
) -> tuple[Missed, ...]:
    from ganztag.planning.explaining.gotten import missing  # noqa: PLC0415 -- it looks at judge, which imports this
    from ganztag.planning.explaining.scene import lay_open  # noqa: PLC0415

    scene = lay_open(problem, plan)
    place = scene.places.get(at)
    course, rank = (None, None) if place is None else (place.course, place.rank)
    better = sorted((r, c) for c, r in wishes.items() if c != course and (rank is None or r < rank))
    found = []
    for missed_rank, missed in better[:1] if best else better:
        message = missing(scene, at[0], missed)
        if missed in scene.reading.courses and at[1] not in scene.blocks(missed):
            message = N_("{course} does not take place in this block.", course=scene.course(missed).name)
        found.append(Missed(missed, missed_rank, message))
    return tuple(found)
