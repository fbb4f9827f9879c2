"""Pairs that no plan can have are left out before anything is written: of courses too few can take, and by bonds."""

from collections.abc import Iterable, Mapping

from ganztag.planning.candidates import Candidate, Candidates
from ganztag.planning.problem import Choice, Problem


def hopeful(problem: Problem, found: Candidates, needed: Mapping[int, int]) -> tuple[Candidate, ...]:
    """Return the pairs that a plan could have; the fixed ones always stay."""
    courses = {course.id: course for course in problem.courses}
    partners = _partners(problem)
    open_slots = slots_of(found.obligations)
    pairs = {(pair.pupil, pair.course): pair for pair in found.pairs}
    while True:
        able = _able(pairs, courses, needed)
        gone = [
            key
            for key, pair in pairs.items()
            if not pair.fixed and (key[1] not in able or _alone(pair, partners, open_slots, pairs))
        ]
        if not gone:
            return tuple(pairs[key] for key in sorted(pairs))
        for key in gone:
            del pairs[key]


def slots_of(obligations: Iterable[tuple[int, int]]) -> Mapping[int, set[int]]:
    open_slots: dict[int, set[int]] = {}
    for pupil, slot in obligations:
        open_slots.setdefault(pupil, set()).add(slot)
    return open_slots


def _partners(problem: Problem) -> Mapping[int, set[int]]:
    """Return who has to be together with whom."""
    partners: dict[int, set[int]] = {}
    for bond in problem.bonds:
        if bond.must and bond.kind == "together" and bond.one != bond.other:
            partners.setdefault(bond.one, set()).add(bond.other)
            partners.setdefault(bond.other, set()).add(bond.one)
    return partners


def _alone(
    pair: Candidate,
    partners: Mapping[int, set[int]],
    open_slots: Mapping[int, set[int]],
    pairs: Mapping[tuple[int, int], Candidate],
) -> bool:
    """Tell whether somebody who would have to come along cannot."""
    slots = {slot for slot, _rank in pair.ranks}
    return any(
        slots <= open_slots.get(partner, set()) and (partner, pair.course) not in pairs
        for partner in partners.get(pair.pupil, ())
    )


def _able(
    pairs: Mapping[tuple[int, int], Candidate], courses: Mapping[int, Choice], needed: Mapping[int, int]
) -> set[int]:
    """Return the courses that can have enough children, or have to."""
    sizes: dict[int, int] = {}
    for _pupil, course in pairs:
        sizes[course] = sizes.get(course, 0) + 1
    return {course for course, size in sizes.items() if needed[course] <= min(size, _room(courses[course]))} | {
        course.id for course in courses.values() if course.must_run
    }


def _room(course: Choice) -> float:
    return float("inf") if course.max_size is None else max(0, course.max_size - course.taken)
