"""A plan laid open before the judge: who is in which course, what each child got, and what it lacks."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from ganztag.language import Message
from ganztag.planning.judge.reading import Pair, Reading
from ganztag.planning.plan import Placement


@dataclass(frozen=True, slots=True)
class Violation:
    """A rule that a plan breaks; *rule* is a stable key, *course* and *pupils* are those concerned, where there are."""

    rule: str
    message: Message
    course: int | None = None
    pupils: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Case:
    """*inside*: course -> its children of the plan; *own*: child -> its courses; *places*: (pupil, slot) -> course."""

    reading: Reading
    placements: tuple[Placement, ...]
    inside: dict[int, set[int]]
    own: dict[int, set[int]]
    places: dict[Pair, int]
    by_hand: bool = False

    def size(self, course: int) -> int:
        """Return how many children the course has, those who were in it already included."""
        return len(self.inside.get(course, ())) + self.reading.courses[course].taken

    def runs(self, course: int) -> bool:
        """Tell whether the course reaches its minimum; one with a fixed child runs with any number."""
        one = self.reading.courses[course]
        return course in self.reading.pinned or self.size(course) >= (one.min_size or 0)


def lay_open(reading: Reading, placements: tuple[Placement, ...], *, by_hand: bool = False) -> Case:
    inside: dict[int, set[int]] = defaultdict(set)
    own: dict[int, set[int]] = defaultdict(set)
    places: dict[Pair, int] = {}
    for place in placements:
        if place.course is not None:
            inside[place.course].add(place.pupil)
            own[place.pupil].add(place.course)
            places[place.pupil, place.slot] = place.course
    return Case(reading, placements, dict(inside), dict(own), places, by_hand)


def unplaced(reading: Reading, places: Iterable[Pair]) -> set[Pair]:
    """Return the (pupil, slot) that a plan with these *places* leaves open though the child is due there.

    A child to which only some courses are due lacks so many places as are missing for that, in its first free slots.
    """
    filled: dict[int, set[int]] = defaultdict(set)
    for pupil, slot in places:
        filled[pupil].add(slot)
    left: set[Pair] = set()
    for pupil, slots in reading.due.items():
        free = sorted(slots - filled.get(pupil, set()))
        if pupil in reading.most:
            lacking = min(reading.most[pupil], len(slots)) - (len(slots) - len(free))
            free = free[: max(0, lacking)]
        left |= {(pupil, slot) for slot in free}
    return left
