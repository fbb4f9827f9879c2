"""Every place of a plan: whether the child is due there, asked for it, may take it, and has time for it."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from ganztag.language import N_
from ganztag.planning.judge.case import Case, Violation, unplaced
from ganztag.planning.judge.reading import Pair
from ganztag.planning.plan import Placement
from ganztag.planning.problem import overlaps


def obligations(case: Case) -> Iterator[Violation]:
    """Each child is placed once in each block that is due to it, or said to be without a place there."""
    reading = case.reading
    placed = [(place.pupil, place.slot) for place in case.placements]
    if len(set(placed)) < len(placed):
        yield Violation("twice", N_("A child is placed twice in one block."))
    strange = [pair for pair in case.places if pair[1] not in reading.due.get(pair[0], ())]
    if strange or set(placed) != unplaced(reading, case.places) | case.places.keys():
        yield Violation("obligations", N_("The plan places children in other blocks than those they are due in."))
    for pupil, course in sorted(reading.pins):
        if pupil not in case.inside.get(course, ()):
            message = N_("A child is not in {course}, where it is fixed.", course=reading.name(course))
            yield Violation("fixed", message, course, (pupil,))


def wishes(case: Case) -> Iterator[Violation]:
    """A child corrected by hand may be in a course that it did not ask for; each place has the rank it was given."""
    for place in case.placements:
        if not _honest(case, place):
            name = "" if place.course is None else case.reading.name(place.course)
            message = N_("A child is in {course} without that wish.", course=name)
            yield Violation("rank", message, place.course, (place.pupil,))


def _honest(case: Case, place: Placement) -> bool:
    if place.course is None or place.course not in case.reading.courses:
        return place.course is None and place.rank is None
    pair = (place.pupil, place.course)
    asked = case.by_hand or pair in case.reading.pins or case.reading.asked(*pair)
    return asked and place.rank == case.reading.rank(place.pupil, place.slot, place.course)


def wholes(case: Case) -> Iterator[Violation]:
    """A course over several blocks is taken in all of them, each of which is the child's to fill."""
    filled: dict[Pair, set[int]] = defaultdict(set)
    for place in case.placements:
        if place.course is not None:
            filled[place.pupil, place.course].add(place.slot)
    for (pupil, course), slots in filled.items():
        if slots != set(case.reading.blocks.get(course, ())):
            message = N_("A child is in a part of {course} only.", course=case.reading.name(course))
            yield Violation("part", message, course, (pupil,))


def permissions(case: Case) -> Iterator[Violation]:
    """Whether each child may take its courses; a fixed child may, whatever else is said."""
    reading = case.reading
    for pair in sorted((pupil, course) for pupil, courses in case.own.items() for course in courses):
        course = pair[1]
        if pair in reading.pins or course not in reading.courses:
            continue
        name = reading.name(course)
        if pair in reading.ruled_out:
            yield Violation(
                "barred", N_("A child is in {course}, which it may not take.", course=name), course, pair[:1]
            )
        if pair in reading.problem.refused:
            yield Violation("refused", N_("A child is in {course}, which it refused.", course=name), course, pair[:1])
        if not reading.admitted(*pair):
            message = N_("A child is in {course} without an invitation.", course=name)
            yield Violation("admission", message, course, pair[:1])


def times(case: Case) -> Iterator[Violation]:
    """No child is at two places at one time, by the clock, nor where it is not free."""
    reading = case.reading
    for pupil, own in case.own.items():
        known = sorted(own & reading.courses.keys())
        late = {one for one, other in combinations(known, 2) if (one, other) in reading.clashing}
        for busy in reading.busy.get(pupil, ()):
            late |= {course for course in known if any(overlaps(s, busy) for s in reading.courses[course].slots)}
        for course in sorted(late):
            message = N_("A child is elsewhere at the time of {course}.", course=reading.name(course))
            yield Violation("time", message, course, (pupil,))
