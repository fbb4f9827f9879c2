"""Fixed placements that cannot all hold: told before anything is solved, by course and never by child."""

from collections.abc import Mapping
from itertools import combinations

from ganztag.domain.objection import Objection
from ganztag.language import N_
from ganztag.planning.problem import Busy, Choice, Problem, Slot, overlaps


def refuse_contradictions(problem: Problem) -> None:
    """Raise an Objection that names the courses, if fixed placements contradict each other or another rule.

    Raises ValueError for a fixed placement of a child who is not among the pupils.
    """
    courses = {course.id: course for course in problem.courses}
    pinned = sorted({(fixed.pupil, fixed.course) for fixed in problem.fixed})
    if not {pupil for pupil, _course in pinned} <= set(problem.pupils):
        raise ValueError("a fixed placement of somebody who is not among the pupils")
    _refuse_unknown(pinned, courses, {slot.id for slot in problem.slots})
    for pupil, course in sorted({(banned.pupil, banned.course) for banned in problem.banned}.intersection(pinned)):
        del pupil
        raise Objection(
            N_("A child is fixed in {course} and ruled out for it as well.", course=courses[course].name),
            advice=N_("Take back one of the two."),
        )
    own: dict[int, list[Choice]] = {}
    for pupil, course in pinned:
        own.setdefault(pupil, []).append(courses[course])
    for busy in problem.busy:
        _refuse_busy(busy, own.get(busy.pupil, []))
    for fixed_courses in own.values():
        _refuse_clash(fixed_courses)


def _refuse_unknown(pinned: list[tuple[int, int]], courses: Mapping[int, Choice], ballot: set[int]) -> None:
    for _pupil, course in pinned:
        if course not in courses:
            raise Objection(
                N_("A child is fixed in a course that is not offered."),
                advice=N_("Offer the course, or release the child."),
            )
        if not any(slot.id in ballot for slot in courses[course].slots):
            raise Objection(
                N_("A child is fixed in {course}, which is in no block of this ballot.", course=courses[course].name),
                advice=N_("Enrol the child in the course, and release it here."),
            )


def _refuse_busy(busy: Busy, fixed_courses: list[Choice]) -> None:
    time = Slot(0, busy.weekday, busy.starts, busy.ends)
    for course in fixed_courses:
        if any(overlaps(time, mine) for mine in course.slots):
            raise Objection(
                N_("A child is fixed in {course}, but is not free at that time.", course=course.name),
                advice=N_("Release the child, or end what it does at that time."),
            )


def _refuse_clash(fixed_courses: list[Choice]) -> None:
    for one, other in combinations(fixed_courses, 2):
        if any(mine.id == theirs.id or overlaps(mine, theirs) for mine in one.slots for theirs in other.slots):
            raise Objection(
                N_(
                    "A child is fixed in {course} and in {other}, which are at the same time.",
                    course=one.name,
                    other=other.name,
                ),
                advice=N_("Release the child in one of the two courses."),
            )
