"""The programme of all rules that can contradict each other.

Nobody has to be in a course unless a child is fixed in it or it must run; every other course could stay empty, and with
it every rule about it would be kept. So only those courses, and the children who may have them, come into it.
"""

from ganztag.planning.contradictions import rows
from ganztag.planning.contradictions.demands import Programme
from ganztag.planning.judge.reading import Reading


def programme(reading: Reading) -> Programme:
    """Return the rules of a problem as rows; in one order, whatever that of the problem."""
    built = Programme(reading)
    must_run = {course.id for course in reading.problem.courses if course.must_run}
    courses = sorted(must_run | reading.pinned.keys())
    pupils = sorted({*reading.problem.pupils, *(pupil for pupil, _course in reading.pins)})
    for course in courses:
        for pupil in pupils:
            if (pupil, course) in reading.pins or reading.open_to(pupil, course):
                built.pair(pupil, course)
    for course in courses:
        built.filled[course] = built.column()
    rows.clashes(built)
    rows.fixed(built)
    for course in courses:
        rows.sizes(built, course)
    for quota in sorted(
        set(reading.problem.quotas),
        key=lambda one: (one.course, sorted(one.pupils), one.rule, str(one.least), str(one.most)),
    ):
        if quota.course in built.filled:
            rows.quota(built, quota)
    rows.portions(built)
    rows.bonds(built)
    return built
