"""Every plan there is, tried one after another: slow, and simple enough to be believed."""

import hashlib
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations, product

from ganztag.planning.problem import Choice, Problem

Chosen = dict[int, tuple[int, ...]]
"""Pupil -> its courses."""


class ByHand:
    """What a problem asks for, and the best that any plan reaches."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        self.courses = {course.id: course for course in problem.courses}
        self.ballot = {slot.id for slot in problem.slots}
        self.pins = {(pin.pupil, pin.course) for pin in problem.fixed}
        self.bans = {(ban.pupil, ban.course) for ban in problem.banned} | problem.barred
        self.owed: set[tuple[int, int]] = set()
        self.wished = self._wished()

    def _wished(self) -> dict[tuple[int, int], dict[int, int]]:
        """(pupil, slot) -> course -> rank."""
        wished: dict[tuple[int, int], dict[int, int]] = defaultdict(dict)
        for wish in sorted(self.problem.wishes, key=lambda wish: -wish.rank):
            wished[wish.pupil, wish.slot][wish.course] = wish.rank
        stated = {key: dict(ranks) for key, ranks in wished.items()}
        owed = set(self.problem.obligations) or set(stated)
        due = owed | {(child, block) for child, course in self.pins for block in self.blocks(course)}
        for (pupil, slot), ranks in stated.items():
            for course in ranks:
                blocks = self.blocks(course)
                if slot in blocks:
                    best = min(stated[pupil, b][course] for b in blocks if course in stated.get((pupil, b), {}))
                    for block in blocks:
                        if (pupil, block) in due:
                            wished[pupil, block].setdefault(course, best)
        self.owed = owed
        return dict(wished)

    def blocks(self, course: int) -> list[int]:
        return sorted({slot.id for slot in self.courses[course].slots} & self.ballot)

    def _open_to(self, pupil: int) -> list[int]:
        """Return the courses that a child may be given, pins included."""
        busy = [(b.weekday, b.starts, b.ends) for b in self.problem.busy if b.pupil == pupil]
        own = []
        for course in self.courses.values():
            blocks = self.blocks(course.id)
            wished = all(course.id in self.wished.get((pupil, b), {}) and (pupil, b) in self.owed for b in blocks)
            free = not any(s.weekday == d and s.starts < e and a < s.ends for s in course.slots for d, a, e in busy)
            allowed = bool(blocks) and wished and free and (pupil, course.id) not in self.bans
            if allowed or (pupil, course.id) in self.pins:
                own.append(course.id)
        return own

    def _sets_for(self, pupil: int) -> list[tuple[int, ...]]:
        own = self._open_to(pupil)
        pinned = {course for child, course in self.pins if child == pupil}
        sets = [chosen for size in range(len(own) + 1) for chosen in combinations(own, size)]
        return [chosen for chosen in sets if pinned <= set(chosen) and not self._clash(chosen)]

    def _clash(self, chosen: tuple[int, ...]) -> bool:
        pairs = combinations([self.courses[course] for course in chosen], 2)
        return any(_at_once(one, other) for one, other in pairs)

    def plans(self) -> Iterator[Chosen]:
        for sets in product(*(self._sets_for(pupil) for pupil in self.problem.pupils)):
            chosen = dict(zip(self.problem.pupils, sets, strict=True))
            if all(self._fits(course, chosen) for course in self.problem.courses):
                yield chosen

    def _fits(self, course: Choice, chosen: Chosen) -> bool:
        inside = sum(course.id in own for own in chosen.values())
        pinned = sum(pin[1] == course.id for pin in self.pins)
        if inside == 0:
            return True
        if course.max_size is not None and inside > max(course.max_size - course.taken, pinned):
            return False
        return pinned > 0 or inside + course.taken >= (course.min_size or 0)

    def names(self, goal: str) -> list[str]:
        ranks = sorted({rank for papers in self.wished.values() for rank in papers.values()})
        if goal == "balanced":
            worst = [f"rank {rank}" for rank in reversed(ranks) if rank > 2]
            return ["unplaced", "no good wish", *worst, "first wishes", "lottery"]
        if goal == "generous":
            return ["unplaced", *(f"rank {rank}" for rank in reversed(ranks) if rank > 1), "lottery"]
        return ["unplaced", "first wishes", *(f"most rank {rank}" for rank in ranks if rank > 1), "lottery"]

    def best(self, goal: str, seed: int) -> list[int]:
        """Return the values of the levels of the best plan, in their order."""
        names = self.names(goal)
        signs = [-1 if name.startswith(("first", "most")) else 1 for name in names]
        least = min([sign * value for sign, value in zip(signs, self.values(chosen, names, seed), strict=True)]
                    for chosen in self.plans())  # fmt: skip
        return [sign * value for sign, value in zip(signs, least, strict=True)]

    def values(self, chosen: Chosen, names: list[str], seed: int) -> list[int]:
        places = {(child, block): one for child, own in chosen.items() for one in own for block in self.blocks(one)}
        ranks = {key: self.wished.get(key, {}).get(course) for key, course in places.items()}
        counts = [rank for rank in ranks.values() if rank is not None]
        happy = {pupil for (pupil, _slot), rank in ranks.items() if rank is not None and rank <= 2}
        known = {
            "unplaced": len(self.owed - set(places)),
            "no good wish": len({pupil for pupil, _slot in self.owed} - happy),
            "first wishes": counts.count(1),
            "lottery": sum(_lot(seed, pupil, course) for pupil, own in chosen.items() for course in own),
        }
        return [known[name] if name in known else counts.count(int(name.rsplit(maxsplit=1)[1])) for name in names]


def _at_once(one: Choice, other: Choice) -> bool:
    return any(
        a.id == b.id or (a.weekday == b.weekday and a.starts < b.ends and b.starts < a.ends)
        for a in one.slots
        for b in other.slots
    )


def _lot(seed: int, pupil: int, course: int) -> int:
    return int.from_bytes(hashlib.blake2b(f"{seed}:{pupil}:{course}".encode(), digest_size=8).digest()) // 2**44
