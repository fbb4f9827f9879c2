"""The rows of each kind of rule."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from ganztag.planning.conditions import Bond, Quota
from ganztag.planning.contradictions import words
from ganztag.planning.contradictions.demands import INFINITY, Demand, Programme
from ganztag.planning.problem import Choice, Slot, overlaps


def clashes(built: Programme) -> None:
    """Nobody can be in two courses at one time; that is no rule that can be taken back."""
    own: dict[int, set[int]] = defaultdict(set)
    for pupil, course in built.pairs:
        own[pupil].add(course)
    groups = _at_once([built.reading.courses[course] for course in built.filled])
    for pupil, courses in own.items():
        for group in sorted({tuple(sorted(group & courses)) for group in groups}):
            if len(group) > 1:
                built.add(None, -INFINITY, [(built.pairs[pupil, course], 1.0) for course in group], 1.0)


def _at_once(courses: Sequence[Choice]) -> set[frozenset[int]]:
    """Return the groups of courses that meet in one slot, or are all going on when one of them begins."""
    meetings = [(course.id, slot) for course in courses for slot in course.slots]
    groups = set()
    for _course, begun in meetings:
        moment = Slot(0, begun.weekday, begun.starts, begun.starts + 1)
        groups.add(frozenset(course for course, slot in meetings if overlaps(slot, moment)))
        groups.add(frozenset(course for course, slot in meetings if slot.id == begun.id))
    return groups


def fixed(built: Programme) -> None:
    for pupil, course in sorted(built.reading.pins):
        told = words.fixed(built.reading, course)
        demand = built.demand(Demand("fixed", told, course, (pupil,)))
        built.add(demand, 1.0, [(built.pairs[pupil, course], 1.0)], INFINITY)


def sizes(built: Programme, course: int) -> None:
    """Fixed children may be more than a course has places, but then nobody else comes."""
    reading, one, inside = built.reading, built.reading.courses[course], built.inside.get(course, {})
    everyone = [(column, 1.0) for column in inside.values()]
    missing = (one.min_size or 0) - one.taken
    if one.must_run and missing > 0:
        demand = built.demand(Demand("must run", words.must_run(reading, course), course))
        built.add(demand, missing, everyone, INFINITY)
    if one.max_size is not None:
        room = max(one.max_size - one.taken, len(reading.pinned.get(course, ())))
        if room < len(inside):
            demand = built.demand(Demand("places", words.places(reading, course), course))
            built.add(demand, -INFINITY, everyone, room)


def portions(built: Programme) -> None:
    problem = built.reading.problem
    for due in sorted(set(problem.due), key=lambda row: (row.pupil, row.most, row.rule)):
        demand = Demand("due", words.due(due.most), None, (due.pupil,), due.rule, due)
        _portion(built, demand, built.reading.courses, due.most)
    for most in sorted(set(problem.most), key=lambda row: (row.pupil, sorted(row.courses), row.most, row.rule)):
        demand = Demand("most", words.most_of_a_kind(most.most), None, (most.pupil,), most.rule, most)
        _portion(built, demand, most.courses, most.most)


def _portion(built: Programme, demand: Demand, courses: Iterable[int], most: int) -> None:
    (pupil,) = demand.pupils
    own = {course: built.pairs[pupil, course] for course in courses if (pupil, course) in built.pairs}
    limit = max(most, sum((pupil, course) in built.reading.pins for course in own))
    if limit < len(own):
        built.add(built.demand(demand), -INFINITY, [(column, 1.0) for column in own.values()], limit)


def quota(built: Programme, one: Quota) -> None:
    inside = built.inside.get(one.course, {})
    group = {pupil for pupil in inside if pupil in one.pupils}
    demand = built.demand(Demand("quota", words.quota(built.reading, one), one.course, (), one.rule, one))
    if one.least is not None and one.percent:
        built.add(demand, 0.0, _shares(inside, group, one.least), INFINITY)
    elif one.least is not None:
        for column in inside.values():  # whoever is in the course fills it
            built.add(None, 0.0, [(built.filled[one.course], 1.0), (column, -1.0)], INFINITY)
        members = [(inside[pupil], 1.0) for pupil in sorted(group)]
        built.add(demand, 0.0, [*members, (built.filled[one.course], -float(one.least))], INFINITY)
    if one.most is not None:
        _at_most(built, one, demand, group)


def _shares(inside: dict[int, int], group: set[int], percent: int) -> list[tuple[int, float]]:
    return [(column, (100.0 if pupil in group else 0.0) - percent) for pupil, column in inside.items()]


def _at_most(built: Programme, one: Quota, demand: int, group: set[int]) -> None:
    """Fixed children may be more than a quota allows, but then nobody else of the group comes: an either-or."""
    assert one.most is not None
    inside = built.inside.get(one.course, {})
    fixed_ones = len(group & built.reading.pinned.get(one.course, set()))
    members = [(inside[pupil], 1.0) for pupil in sorted(group)]
    if not one.percent:
        built.add(demand, -INFINITY, members, max(one.most, fixed_ones))
        return
    many, exceeded = 100.0 * len(inside), built.column()
    built.add(demand, -INFINITY, [*_shares(inside, group, one.most), (exceeded, -many)], 0.0)
    built.add(demand, -INFINITY, [*members, (exceeded, float(len(inside)))], fixed_ones + len(inside))


def bonds(built: Programme) -> None:
    problem = built.reading.problem
    must = {(min(one.one, one.other), max(one.one, one.other), one.kind, one.rule) for one in problem.bonds if one.must}
    for first, second, kind, rule in sorted(must):
        bond = Bond(first, second, kind, must=True, rule=rule)
        demand = built.demand(Demand(kind, words.bond(kind), None, (first, second), rule, bond))
        for course in built.filled:
            _bond(built, bond, demand, course)


def _bond(built: Programme, bond: Bond, demand: int, course: int) -> None:
    columns = [built.pairs[pupil, course] for pupil in (bond.one, bond.other) if (pupil, course) in built.pairs]
    due, blocks = built.reading.due, built.reading.blocks[course]
    if bond.kind == "apart":
        if len(columns) > 1:
            built.add(demand, -INFINITY, [(column, 1.0) for column in columns], 1.0)
    elif columns and blocks <= due.get(bond.one, set()) & due.get(bond.other, set()):
        signs = (1.0, -1.0)[: len(columns)]  # a child who cannot come keeps the other one out
        built.add(demand, 0.0, list(zip(columns, signs, strict=True)), 0.0)
