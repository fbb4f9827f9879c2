"""What each level of a plan comes to, counted from its places; written from the docstring of ``planning.levels``."""

import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from ganztag.planning.conditions import Bond
from ganztag.planning.judge.case import Case
from ganztag.planning.plan import Placement

_LOT_BITS = 20


def values(case: Case, names: Iterable[str], seed: int) -> tuple[int, ...]:
    """Return the value of each level, in the order of the names."""
    count = Count(case, _burdens(case), seed)
    return tuple(count.value(name) for name in names)


def unasked(case: Case) -> list[Placement]:
    """Return the places that were not wished in a block for which the child has wishes; fixed ones are meant so."""
    reading = case.reading
    return [
        place
        for place in case.placements
        if place.course is not None
        and place.rank is None
        and (place.pupil, place.course) not in reading.pins
        and (place.pupil, place.slot) in reading.wished
    ]


def _burdens(case: Case) -> dict[int, int]:
    """Return how many steps each child is behind its first wishes."""
    burdens: dict[int, int] = defaultdict(int)
    for place in case.placements:
        if place.rank is not None:
            burdens[place.pupil] += place.rank - 1
        elif place.course is None:
            burdens[place.pupil] += case.reading.furthest
    for place in unasked(case):
        burdens[place.pupil] += case.reading.furthest
    return dict(burdens)


@dataclass(frozen=True, slots=True)
class Count:
    """One plan, whose levels are counted by name; *burdens*: child -> steps behind."""

    case: Case
    burdens: Mapping[int, int]
    seed: int

    def value(self, level: str) -> int:
        rank = 1 if level == "first wishes" else level.removeprefix("most ").removeprefix("rank ")
        if rank != level:
            return sum(place.rank == int(rank) for place in self.case.placements)
        return self.seeded() if level == "lottery" else _COUNTED[level](self)

    def seeded(self) -> int:
        drawn = ((pupil, course) for pupil, courses in self.case.own.items() for course in courses)
        return sum(self.lot(pupil, course) for pupil, course in drawn)

    def lot(self, pupil: int, course: int) -> int:
        known = self.case.reading.lots
        key = (self.seed, pupil, course)
        if key not in known:
            digest = hashlib.blake2b(f"{self.seed}:{pupil}:{course}".encode(), digest_size=8).digest()
            known[key] = int.from_bytes(digest, "big") >> (8 * len(digest) - _LOT_BITS)
        return known[key]

    def unmet(self) -> int:
        own = self.case.own
        rows = {(row.pupil, row.courses, row.least) for row in self.case.reading.problem.least}
        return sum(max(0, least - len(own.get(pupil, set()) & courses)) for pupil, courses, least in rows)

    def unplaced(self) -> int:
        return sum(place.course is None for place in self.case.placements)

    def moved(self) -> int:
        problem = self.case.reading.problem
        children = set(problem.pupils)
        inside = self.case.inside
        return sum(
            pupil in children and pupil not in inside.get(course, ()) for pupil, course in problem.kept
        )  # fmt: skip

    def without_a_good_wish(self) -> int:
        reading = self.case.reading
        ranked = reading.wished | {pair for pair, rank in reading.anywhere.items() if rank is not None}
        hoping = {pupil for pupil, slot in ranked if (pupil, slot) in reading.to_place}
        return len(hoping - {place.pupil for place in self.case.placements if place.rank in (1, 2)})

    def repeats(self) -> int:
        reading, inside = self.case.reading, self.case.inside
        again = [pair for pair in reading.problem.repeats - reading.pins if pair[0] in inside.get(pair[1], ())]
        return sum(reading.sought_after(course) for _pupil, course in again)

    def priority(self) -> int:
        children = set(self.case.reading.problem.pupils)
        weights: dict[int, int] = {}
        for row in self.case.reading.problem.priorities:
            if row.pupil in children:
                weights[row.pupil] = max(row.weight, weights.get(row.pupil, 0))
        return sum(weight * self.burdens.get(pupil, 0) for pupil, weight in weights.items())

    def carried(self) -> dict[int, int]:
        found: dict[int, int] = {}
        for row in self.case.reading.problem.carried:
            found[row.pupil] = max(row.burden, found.get(row.pupil, 0))
        return found

    def compensation(self) -> int:
        return sum(carried * self.burdens.get(pupil, 0) for pupil, carried in self.carried().items())

    def worst_week(self) -> int:
        return max(self.burdens.values(), default=0)

    def week(self) -> int:
        """Each further step of a child weighs one more than the one before, those that it carries included."""
        carried = self.carried()
        starts = ((carried.get(pupil, 0), burden) for pupil, burden in self.burdens.items())
        return sum(_triangle(start + burden) - _triangle(start) for start, burden in starts)

    def bonds(self) -> int:
        known = {
            (min(bond.one, bond.other), max(bond.one, bond.other), bond.kind): bond
            for bond in self.case.reading.problem.bonds
            if not bond.must
        }
        return sum(self.apart_in(bond) for bond in known.values())

    def apart_in(self, bond: Bond) -> int:
        """Return in how many blocks a bond is not kept."""
        due, places = self.case.reading.due, self.case.places
        common = due.get(bond.one, set()) & due.get(bond.other, set())
        broken = 0
        for slot in due.get(bond.one, set()) | due.get(bond.other, set()):
            one, other = places.get((bond.one, slot)), places.get((bond.other, slot))
            if bond.kind == "apart":
                broken += one is not None and one == other
            else:
                broken += self.joint(one, common) != self.joint(other, common)
        return broken

    def joint(self, course: int | None, common: set[int]) -> int | None:
        """Return the course if both could take it, else None."""
        return course if course is not None and self.case.reading.blocks[course] <= common else None

    def sizes(self) -> int:
        courses = self.case.reading.courses.values()
        sized = [(course.id, course.ideal_size) for course in courses if course.ideal_size is not None]
        return sum(abs(self.case.size(course) - ideal) for course, ideal in sized if self.case.runs(course))

    def balance(self) -> int:
        inside = self.case.inside
        rows = {(row.course, row.one, row.other) for row in self.case.reading.problem.balances}
        return sum(
            abs(len(inside.get(course, set()) & one) - len(inside.get(course, set()) & other))
            for course, one, other in rows
        )


def _triangle(steps: int) -> int:
    return steps * (steps + 1) // 2


_COUNTED: Mapping[str, Callable[[Count], int]] = {
    "unmet": Count.unmet,
    "unplaced": Count.unplaced,
    "moved": Count.moved,
    "unwished": lambda count: len(unasked(count.case)),
    "no good wish": Count.without_a_good_wish,
    "priority": Count.priority,
    "repeats": Count.repeats,
    "worst week": Count.worst_week,
    "week": Count.week,
    "compensation": Count.compensation,
    "bonds": Count.bonds,
    "sizes": Count.sizes,
    "balance": Count.balance,
}
