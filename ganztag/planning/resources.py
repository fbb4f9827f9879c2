"""What a child can use only once: a slot of the ballot, or a moment of the week.

Courses that are at work at one moment exclude each other, also across blocks that overlap by the clock.
"""

from collections import defaultdict
from collections.abc import Mapping

from ganztag.planning.problem import Problem


def resources(problem: Problem) -> Mapping[int, tuple[int, ...]]:
    """Return, for each course, what it uses; what another resource covers wholly is left out."""
    users = _users(problem)
    needed: list[frozenset[int]] = []
    for courses in sorted(users, key=lambda group: (-len(group), sorted(group))):
        if not any(courses <= larger for larger in needed):
            needed.append(courses)
    used: dict[int, list[int]] = defaultdict(list)
    for index, courses in enumerate(needed):
        for course in courses:
            used[course].append(index)
    return {course: tuple(indices) for course, indices in used.items()}


def _users(problem: Problem) -> set[frozenset[int]]:
    """Return the groups of courses that meet in the same slot, or are all at work when one of them begins."""
    by_slot: dict[int, set[int]] = defaultdict(set)
    meetings = {
        (slot.weekday, slot.starts, slot.ends, course.id) for course in problem.courses for slot in course.slots
    }
    for course in problem.courses:
        for slot in course.slots:
            by_slot[slot.id].add(course.id)
    groups = {frozenset(users) for users in by_slot.values()}
    for weekday, moment in {(day, starts) for day, starts, _ends, _course in meetings}:
        groups.add(frozenset(c for day, starts, ends, c in meetings if day == weekday and starts <= moment < ends))
    return groups
