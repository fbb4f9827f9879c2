"""The hard rules that concern many children at once: sizes, quotas, how many courses a child gets, bonds."""

from collections.abc import Iterable, Iterator

from ganztag.language import N_
from ganztag.planning.conditions import Bond, Quota
from ganztag.planning.judge.case import Case, Violation
from ganztag.planning.plan import Plan


def sizes(case: Case) -> Iterator[Violation]:
    for course in case.reading.problem.courses:
        size, inside = case.size(course.id), case.inside.get(course.id, set())
        pinned = len(case.reading.pinned.get(course.id, ()))
        if course.max_size is not None and inside and size > max(course.max_size, course.taken + pinned):
            yield Violation("full", N_("{course} has more children than places.", course=course.name), course.id)
        if inside and not case.runs(course.id):
            yield Violation("minimum", N_("{course} does not fit its minimum.", course=course.name), course.id)
        if course.must_run and size < (course.min_size or 0):
            message = N_("{course} must run, but is below its minimum.", course=course.name)
            yield Violation("must run", message, course.id)


def running(case: Case, plan: Plan) -> Iterator[Violation]:
    """The courses that a plan calls running and struck are those that reach their minimum and those that do not."""
    runs = {course for course in case.reading.courses if case.runs(course)}
    for course in sorted(runs ^ plan.running):
        name = case.reading.name(course)
        yield Violation("minimum", N_("{course} does not fit its minimum.", course=name), course)
    if {course.course for course in plan.struck} != case.reading.courses.keys() - plan.running:
        yield Violation("struck", N_("The courses that are struck are not those that do not run."))


def quotas(case: Case) -> Iterator[Violation]:
    for quota in case.reading.problem.quotas:
        inside = case.inside.get(quota.course, set())
        if inside and not _fits(case, quota, inside):
            name = case.reading.name(quota.course)
            yield Violation("quota", N_("{course} breaks a quota.", course=name), quota.course)


def _fits(case: Case, quota: Quota, inside: set[int]) -> bool:
    """Shares are compared crosswise, in whole numbers: 100 x those of the group against percent x all."""
    group = len(inside & quota.pupils)
    fixed = len(case.reading.pinned.get(quota.course, set()) & quota.pupils)
    counted, scale = (100 * group, len(inside)) if quota.percent else (group, 1)
    enough = quota.least is None or counted >= quota.least * scale
    return enough and (quota.most is None or counted <= quota.most * scale or group <= fixed)


def portions(case: Case) -> Iterator[Violation]:
    """No child gets more courses than are due to it, or more of a kind than it may; fixed ones may be more."""
    for pupil, most in case.reading.most.items():
        if _too_many(case, pupil, case.reading.courses, most):
            yield Violation("due", N_("A child has more courses than are due to it."), None, (pupil,))
    for row in case.reading.problem.most:
        if _too_many(case, row.pupil, row.courses, row.most):
            message = N_("A child has more courses of a kind than it may have.")
            yield Violation("most", message, None, (row.pupil,))


def _too_many(case: Case, pupil: int, courses: Iterable[int], most: int) -> bool:
    own = case.own.get(pupil, set()).intersection(courses)
    fixed = [course for course in own if (pupil, course) in case.reading.pins]
    return len(own) > max(most, len(fixed))


def bonds(case: Case) -> Iterator[Violation]:
    for bond in case.reading.problem.bonds:
        if bond.must:
            for course in sorted(_broken(case, bond)):
                name = case.reading.name(course)
                if bond.kind == "apart":
                    message = N_("Two children who are kept apart are both in {course}.", course=name)
                else:
                    message = N_("Of two children who belong together, only one is in {course}.", course=name)
                yield Violation(bond.kind, message, course, (bond.one, bond.other))


def _broken(case: Case, bond: Bond) -> set[int]:
    """Return the courses in which a bond is not kept."""
    one, other = case.own.get(bond.one, set()), case.own.get(bond.other, set())
    if bond.kind == "apart":
        return one & other
    due, blocks = case.reading.due, case.reading.blocks
    common = due.get(bond.one, set()) & due.get(bond.other, set())
    return {course for course in one ^ other if course in blocks and blocks[course] <= common}
