"""A second opinion on a plan, without a solver: every hard rule and every level's value, counted again.

Shares no code with the model builder.
"""

import hashlib
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from ganztag.language import N_, Message
from ganztag.planning.plan import Plan, hash_of
from ganztag.planning.problem import Problem, Slot, overlaps
from ganztag.planning.reasons import reasons, why
from ganztag.planning.wanted import Wanted, read

__all__ = ["Violation", "audit", "reasons", "why"]


@dataclass(frozen=True, slots=True)
class Violation:
    """A rule that a plan breaks; *rule* is a stable key."""

    rule: str
    message: Message


def audit(problem: Problem, plan: Plan) -> tuple[Violation, ...]:
    """Return every rule of the problem that the plan breaks; none for a plan that may be carried out."""
    wanted = read(problem)
    return tuple(
        violation
        for check in (_papers, _obligations, _places, _times, _sizes, _levels)
        for violation in check(problem, plan, wanted)
    )


def _papers(problem: Problem, plan: Plan, wanted: Wanted) -> Iterator[Violation]:
    del wanted
    if plan.input_hash != problem.input_hash():
        yield Violation("input", N_("The plan was made for other wishes or courses."))
    if plan.plan_hash != hash_of(plan.goal, plan.seed, plan.placements, plan.running):
        yield Violation("plan", N_("The plan was changed after it was made."))


def _obligations(problem: Problem, plan: Plan, wanted: Wanted) -> Iterator[Violation]:
    placed = [(place.pupil, place.slot) for place in plan.placements]
    if len(set(placed)) < len(placed):
        yield Violation("twice", N_("A child is placed twice in one block."))
    due = wanted.owed | {(pin.pupil, slot) for pin in problem.fixed for slot in wanted.blocks_of(pin.course)}
    if set(placed) != due:
        yield Violation("obligations", N_("The plan places children in other blocks than those they are due in."))
    got = {(place.pupil, place.course) for place in plan.placements}
    for pin in problem.fixed:
        if (pin.pupil, pin.course) not in got:
            yield Violation(
                "fixed", N_("A child is not in {course}, where it is fixed.", course=_name(wanted, pin.course))
            )


def _places(problem: Problem, plan: Plan, wanted: Wanted) -> Iterator[Violation]:
    pinned = {(pin.pupil, pin.course) for pin in problem.fixed}
    banned = {(ban.pupil, ban.course) for ban in problem.banned} | problem.barred
    filled = defaultdict(set)
    for place in plan.placements:
        if place.course is None:
            continue
        filled[place.pupil, place.course].add(place.slot)
        rank = wanted.ranks.get((place.pupil, place.slot), {}).get(place.course)
        if place.rank != rank or (rank is None and (place.pupil, place.course) not in pinned):
            yield Violation("rank", N_("A child is in {course} without that wish.", course=_name(wanted, place.course)))
    for (pupil, course), slots in filled.items():
        if course not in wanted.courses or slots != wanted.blocks_of(course):
            yield Violation("part", N_("A child is in a part of {course} only.", course=_name(wanted, course)))
        if (pupil, course) in banned - pinned:
            yield Violation(
                "barred", N_("A child is in {course}, which it may not take.", course=_name(wanted, course))
            )


def _times(problem: Problem, plan: Plan, wanted: Wanted) -> Iterator[Violation]:
    taken: dict[int, list[tuple[Slot, int]]] = defaultdict(list)
    for pupil in {place.pupil for place in plan.placements}:
        for course in plan.courses_of(pupil):
            taken[pupil] += [(slot, course) for slot in wanted.courses[course].slots]
    for busy in problem.busy:
        taken[busy.pupil].append((Slot(0, busy.weekday, busy.starts, busy.ends), 0))
    for times in taken.values():
        for (one, first), (other, second) in combinations(times, 2):
            if first != second and overlaps(one, other):
                name = _name(wanted, first or second)
                yield Violation("time", N_("A child is elsewhere at the time of {course}.", course=name))


def _sizes(problem: Problem, plan: Plan, wanted: Wanted) -> Iterator[Violation]:
    inside: dict[int, set[int]] = defaultdict(set)
    for place in plan.placements:
        if place.course is not None:
            inside[place.course].add(place.pupil)
    pinned: dict[int, set[int]] = defaultdict(set)
    for pin in problem.fixed:
        pinned[pin.course].add(pin.pupil)
    for course in problem.courses:
        size = len(inside[course.id]) + course.taken
        most = course.max_size
        if most is not None and size > max(most, course.taken + len(pinned[course.id])) and inside[course.id]:
            yield Violation("full", N_("{course} has more children than places.", course=course.name))
        runs = bool(pinned[course.id]) or size >= (course.min_size or 0)
        if runs != (course.id in plan.running) or (inside[course.id] and not runs):
            yield Violation("minimum", N_("{course} does not fit its minimum.", course=course.name))
    if {course.course for course in plan.struck} != set(wanted.courses) - plan.running:
        yield Violation("struck", N_("The courses that are struck are not those that do not run."))


def _levels(problem: Problem, plan: Plan, wanted: Wanted) -> Iterator[Violation]:
    del problem
    for level in plan.levels:
        if level.value != _value(level.name, plan, wanted):
            yield Violation("level", N_("The plan states another value than it has: {level}.", level=level.label))
        if level.proven and level.value != level.bound:
            yield Violation("proof", N_("The plan states a proof that it does not have: {level}.", level=level.label))


def _value(level: str, plan: Plan, wanted: Wanted) -> int:
    if level == "unplaced":
        return len(plan.unplaced())
    if level == "no good wish":
        happy = {place.pupil for place in plan.placements if place.rank is not None and place.rank <= 2}
        return len({pupil for pupil, _slot in wanted.owed} - happy)
    if level == "lottery":
        drawn = {(place.pupil, place.course) for place in plan.placements if place.course is not None}
        return sum(_lot(f"{plan.seed}:{pupil}:{course}") for pupil, course in drawn)
    rank = 1 if level == "first wishes" else int(level.rsplit(maxsplit=1)[-1])
    return sum(place.rank == rank for place in plan.placements)


def _lot(text: str) -> int:
    return int(hashlib.blake2b(text.encode(), digest_size=8).hexdigest()[:5], 16)


def _name(wanted: Wanted, course: int) -> str:
    return wanted.courses[course].name if course in wanted.courses else str(course)
