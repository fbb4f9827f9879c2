"""Every plan there is, tried one after another: slow, and simple enough to be believed.

Written from the docstring of ``planning.levels`` alone; neither the solver nor the judge is looked at.
"""

import hashlib
from collections.abc import Iterable, Iterator
from itertools import combinations, product
from math import prod

from ganztag.planning.conditions import Bond, Quota
from ganztag.planning.policy import Policy
from ganztag.planning.problem import Choice, Problem, Slot

Chosen = dict[int, tuple[int, ...]]
"""Pupil -> its courses."""
Broken = tuple[str, object]
"""The kind of a rule, and what makes it one of its own."""


class ByHand:
    """What a problem asks for, and the best that any plan reaches."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        self.courses = {course.id: course for course in problem.courses}
        self.ballot = {slot.id for slot in problem.slots}
        self.pins = {(pin.pupil, pin.course) for pin in problem.fixed}
        self.papers = [w for w in problem.wishes if w.pupil in problem.pupils and w.slot in self.ballot]
        self.anything = [a for a in problem.anywhere if a.pupil in problem.pupils and a.slot in self.ballot]
        asked = [(w.pupil, w.slot) for w in self.papers] + [(a.pupil, a.slot) for a in self.anything]
        self.to_place = set(problem.obligations or asked)
        pinned = {(child, block) for child, course in self.pins for block in self.blocks(course)}
        self.due = {child: {block for one, block in self.to_place | pinned if one == child} for child in problem.pupils}
        self.ranks = sorted({w.rank for w in self.papers} | {a.rank for a in self.anything if a.rank is not None})
        self.k = max(self.ranks, default=1)

    def blocks(self, course: int) -> list[int]:
        return sorted({slot.id for slot in self.courses[course].slots} & self.ballot)

    def stated(self, child: int, course: int, slot: int) -> int | None:
        ranks = [w.rank for w in self.papers if (w.pupil, w.course, w.slot) == (child, course, slot)]
        return min(ranks, default=None)

    def takes_anything(self, child: int, slot: int) -> bool:
        return any((row.pupil, row.slot) == (child, slot) for row in self.anything)

    def rank_of_anything(self, child: int, slot: int) -> int | None:
        ranks = [a.rank for a in self.anything if (a.pupil, a.slot) == (child, slot) and a.rank is not None]
        return min(ranks, default=None)

    def wished(self, child: int, course: int) -> bool:
        return any(self.stated(child, course, block) is not None for block in self.blocks(course))

    def rank(self, child: int, course: int, slot: int) -> int | None:
        own = [self.stated(child, course, block) for block in self.blocks(course)]
        known = [rank for rank in own if rank is not None]
        if known:
            return self.stated(child, course, slot) or min(known)
        by_anything = (child, course) not in self.pins and self.may_have(child, course)
        return self.rank_of_anything(child, slot) if by_anything else None

    def may_have(self, child: int, course: int, *, beside_fixed: bool = True) -> bool:
        """Tell whether a child may have a course; *beside_fixed*: which must not be in the way of what is fixed."""
        one, blocks = self.courses[course], self.blocks(course)
        if not blocks or any((child, block) not in self.to_place for block in blocks):
            return False
        pair = (child, course)
        problem = self.problem
        if pair in problem.refused | problem.barred or any((b.pupil, b.course) == pair for b in problem.banned):
            return False
        if one.admission == "closed" or (one.admission == "invited" and pair not in problem.invited):
            return False
        for busy in problem.busy:
            if busy.pupil == child and any(_meet(busy.weekday, busy.starts, busy.ends, s) for s in one.slots):
                return False
        for pinned, fixed in self.pins if beside_fixed else ():
            if pinned == child and fixed != course and _at_once(self.courses[fixed], one):
                return False
        return self.wished(child, course) or all(self.takes_anything(child, block) for block in blocks)

    def sets_for(self, child: int, *, loose: bool = False) -> list[tuple[int, ...]]:
        """Return the sets of courses that a child may be given; *loose*: need not have what is fixed."""
        own = [c for c in self.courses if (child, c) in self.pins or self.may_have(child, c, beside_fixed=not loose)]
        pinned = set() if loose else {course for one, course in self.pins if one == child}
        sets = [chosen for size in range(len(own) + 1) for chosen in combinations(own, size)]
        return [chosen for chosen in sets if pinned <= set(chosen) and not self._clash(chosen)]

    def _clash(self, chosen: tuple[int, ...]) -> bool:
        return any(_at_once(self.courses[one], self.courses[other]) for one, other in combinations(chosen, 2))

    def effort(self, *, loose: bool = False) -> int:
        return prod(len(self.sets_for(child, loose=loose)) for child in self.problem.pupils)

    def tries(self, *, loose: bool = False) -> Iterator[Chosen]:
        sets = [self.sets_for(child, loose=loose) for child in self.problem.pupils]
        for chosen in product(*sets):
            yield dict(zip(self.problem.pupils, chosen, strict=True))

    def plans(self) -> Iterator[Chosen]:
        return (chosen for chosen in self.tries() if not any(self.broken(chosen)) and self.big_enough(chosen))

    def big_enough(self, chosen: Chosen) -> bool:
        """Tell whether each course that anybody is in has its minimum, or a fixed child."""
        for course in self.problem.courses:
            inside = self.inside(chosen, course.id)
            pinned = any(own == course.id for _child, own in self.pins)
            if inside and not pinned and len(inside) + course.taken < (course.min_size or 0):
                return False
        return True

    def inside(self, chosen: Chosen, course: int) -> set[int]:
        return {child for child, own in chosen.items() if course in own}

    def broken(self, chosen: Chosen) -> Iterator[Broken]:
        """Yield each rule that is broken, of those that can contradict each other."""
        yield from (("fixed", pin) for pin in self.pins if pin[1] not in chosen[pin[0]])
        for one in self.problem.courses:
            yield from self._wrong_size(one, len(self.inside(chosen, one.id)))
        for quota in self.problem.quotas:
            if not self._fits(quota, self.inside(chosen, quota.course)):
                yield "quota", quota
        yield from self._too_much(chosen)
        for bond in self.problem.bonds:
            if bond.must and self._breaks(bond, chosen):
                yield bond.kind, frozenset((bond.one, bond.other))

    def _wrong_size(self, one: Choice, inside: int) -> Iterator[Broken]:
        pinned = sum(own == one.id for _child, own in self.pins)
        if inside and one.max_size is not None and inside > max(one.max_size - one.taken, pinned):
            yield "places", one.id
        if one.must_run and inside + one.taken < (one.min_size or 0):
            yield "must run", one.id

    def _too_much(self, chosen: Chosen) -> Iterator[Broken]:
        for due in self.problem.due:
            if not self._few(due.pupil, chosen.get(due.pupil, ()), self.courses, due.most):
                yield "due", (due.pupil, due.most)
        for most in self.problem.most:
            if not self._few(most.pupil, chosen.get(most.pupil, ()), most.courses, most.most):
                yield "most", (most.pupil, most.courses, most.most)

    def _few(self, child: int, own: Iterable[int], kind: Iterable[int], most: int) -> bool:
        pinned = [course for course in kind if (child, course) in self.pins]
        return len(set(own) & set(kind)) <= max(most, len(pinned))

    def _fits(self, quota: Quota, inside: set[int]) -> bool:
        group = len(inside & quota.pupils)
        fixed = len([child for child, course in self.pins if course == quota.course and child in quota.pupils])
        share = group * 100 / max(len(inside), 1) if quota.percent else group
        least = quota.least if quota.least is not None else 0
        most = quota.most if quota.most is not None else 10**6
        return not inside or (share >= least and (share <= most or group <= fixed))

    def _breaks(self, bond: Bond, chosen: Chosen) -> bool:
        one, other = set(chosen.get(bond.one, ())), set(chosen.get(bond.other, ()))
        if bond.kind == "apart":
            return bool(one & other)
        return any(self._common(bond, course) for course in one ^ other)

    def _common(self, bond: Bond, course: int) -> bool:
        return all(
            block in self.due.get(child, ()) for block in self.blocks(course) for child in (bond.one, bond.other)
        )

    def names(self, policy: Policy) -> list[str]:
        """Return the levels of a policy in their order."""
        from tests.planning.by_hand_levels import names

        return names(self, policy)

    def best(self, policy: Policy) -> list[int] | None:
        """Return the values of the levels of the best plan, in their order; None: there is no plan."""
        from tests.planning.by_hand_levels import Values

        left = [Values(self, chosen, policy.seed) for chosen in self.plans()]
        best = []
        for name in self.names(policy):
            counted = [plan.value(name) for plan in left]
            if not counted:
                return None
            many = name.startswith(("first", "most"))
            reached = max(counted) if many else min(counted)
            left = [plan for plan, value in zip(left, counted, strict=True) if value == reached]
            best.append(reached)
        return best


def _meet(weekday: int, starts: int, ends: int, slot: Slot) -> bool:
    return slot.weekday == weekday and slot.starts < ends and starts < slot.ends


def _at_once(one: Choice, other: Choice) -> bool:
    return any(a.id == b.id or _meet(a.weekday, a.starts, a.ends, b) for a in one.slots for b in other.slots)


def lot(seed: int, pupil: int, course: int) -> int:
    return int.from_bytes(hashlib.blake2b(f"{seed}:{pupil}:{course}".encode(), digest_size=8).digest()) // 2**44
