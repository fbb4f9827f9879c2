"""The levels of a plan, counted as the docstring of ``planning.levels`` says, word by word."""

from functools import cached_property
from typing import Any

from ganztag.planning.conditions import Bond
from ganztag.planning.policy import Policy
from tests.planning.by_hand import ByHand, Chosen, lot

_BEFORE = ["unmet", "unplaced", "unwished"]
_AFTER = ["compensation", "bonds", "sizes", "balance"]
_ORDERS = {
    "balanced": [*_BEFORE, "no good wish", "priority", "repeats", "far", "first wishes", *_AFTER],
    "generous": [*_BEFORE, "priority", "repeats", "far", *_AFTER],
    "greedy": [*_BEFORE, "priority", "repeats", "first wishes", "far", *_AFTER],
    "weekly": [*_BEFORE, "no good wish", "priority", "repeats", "worst week", "week", "first wishes", *_AFTER[1:]],
}


def names(by_hand: ByHand, policy: Policy) -> list[str]:
    """Return the names of all levels that a policy has for a problem."""
    order = list(_ORDERS[policy.goal])
    asked = [group for group in policy.order if group in order]
    places = [place for place, group in enumerate(order) if group in asked]
    for place, group in zip(places, asked, strict=True):
        order[place] = group
    if policy.keep:
        order.insert(0 if policy.keep == "first" else order.index("unplaced") + 1, "moved")
    ranks = [rank for rank in by_hand.ranks if rank > 1]
    far = {
        "balanced": [f"rank {rank}" for rank in reversed(ranks) if rank > 2],
        "generous": [f"rank {rank}" for rank in reversed(ranks)],
        "greedy": [f"most rank {rank}" for rank in ranks],
        "weekly": [],
    }
    found: list[str] = []
    for group in order:
        found += far[policy.goal] if group == "far" else [group] * _is_there(by_hand, group)
    return [*found, "lottery"]


def _is_there(by_hand: ByHand, group: str) -> bool:
    problem = by_hand.problem
    wished = {(w.pupil, w.slot) for w in by_hand.papers}
    asked: dict[str, Any] = {
        "unmet": problem.least,
        "moved": problem.kept,
        "unwished": [
            a for a in by_hand.anything
            if (a.pupil, a.slot) in wished and by_hand.rank_of_anything(a.pupil, a.slot) is None
        ],
        "priority": [row for row in problem.priorities if row.weight],
        "repeats": problem.repeats,
        "compensation": [row for row in problem.carried if row.burden],
        "bonds": [bond for bond in problem.bonds if not bond.must],
        "sizes": [course for course in problem.courses if course.ideal_size is not None],
        "balance": problem.balances,
    }  # fmt: skip
    return bool(asked.get(group, True))


class Values:
    """One plan and what its levels come to."""

    def __init__(self, by_hand: ByHand, chosen: Chosen, seed: int) -> None:
        self.by_hand, self.chosen, self.seed = by_hand, chosen, seed
        self.problem = by_hand.problem
        self.pairs = [(child, course) for child, own in chosen.items() for course in own]
        self.places = {(child, block): course for child, course in self.pairs for block in by_hand.blocks(course)}
        self.ranks = {key: by_hand.rank(key[0], course, key[1]) for key, course in self.places.items()}

    def value(self, name: str) -> int:
        if name == "first wishes":
            return list(self.ranks.values()).count(1)
        if name.rsplit(maxsplit=1)[-1].isdigit():
            return list(self.ranks.values()).count(int(name.rsplit(maxsplit=1)[-1]))
        return int(getattr(self, name.replace(" ", "_"))())

    @cached_property
    def left_out(self) -> list[tuple[int, int]]:
        """The (child, slot) that are unplaced."""
        left = []
        for child, due in self.by_hand.due.items():
            free = sorted(slot for slot in due if (child, slot) not in self.places)
            mosts = [row.most for row in self.problem.due if row.pupil == child]
            lacks = max(0, min([*mosts, len(due)]) - (len(due) - len(free))) if mosts else len(free)
            left += [(child, slot) for slot in free[:lacks]]
        return left

    @cached_property
    def not_wished(self) -> list[tuple[int, int]]:
        wished = {(w.pupil, w.slot) for w in self.by_hand.papers}
        unranked = [key for key, rank in self.ranks.items() if rank is None and key in wished]
        return [key for key in unranked if (key[0], self.places[key]) not in self.by_hand.pins]

    @cached_property
    def burdens(self) -> dict[int, int]:
        burdens = dict.fromkeys(self.problem.pupils, 0)
        for (child, _slot), rank in self.ranks.items():
            burdens[child] += rank - 1 if rank is not None else 0
        for child, _slot in [*self.left_out, *self.not_wished]:
            burdens[child] += self.by_hand.k
        return burdens

    def unmet(self) -> int:
        return sum(
            max(0, row.least - len(row.courses & set(self.chosen[row.pupil]))) for row in set(self.problem.least)
        )

    def unplaced(self) -> int:
        return len(self.left_out)

    def moved(self) -> int:
        return len(self.problem.kept - set(self.pairs))

    def unwished(self) -> int:
        return len(self.not_wished)

    def no_good_wish(self) -> int:
        ranked = {(w.pupil, w.slot) for w in self.by_hand.papers}
        ranked |= {(a.pupil, a.slot) for a in self.by_hand.anything if a.rank is not None}
        happy = {child for (child, _slot), rank in self.ranks.items() if rank in (1, 2)}
        return len({child for child, slot in ranked & self.by_hand.to_place} - happy)

    def priority(self) -> int:
        weights = [max([0, *(r.weight for r in self.problem.priorities if r.pupil == p)]) for p in self.problem.pupils]
        return sum(weight * self.burdens[child] for weight, child in zip(weights, self.problem.pupils, strict=True))

    def repeats(self) -> int:
        again = [pair for pair in self.pairs if pair in self.problem.repeats and pair not in self.by_hand.pins]
        return sum(self._sought_after(course) for _child, course in again)

    def _sought_after(self, course: int) -> bool:
        one = self.by_hand.courses[course]
        new = [
            child for child in self.problem.pupils
            if (child, course) not in self.problem.repeats and self.by_hand.wished(child, course)
            and (self.by_hand.may_have(child, course) or (child, course) in self.by_hand.pins)
        ]  # fmt: skip
        return one.max_size is not None and len(new) > one.max_size - one.taken

    def worst_week(self) -> int:
        return max(self.burdens.values(), default=0)

    def _carried(self, child: int) -> int:
        return max([0, *(row.burden for row in self.problem.carried if row.pupil == child)])

    def week(self) -> int:
        return sum(
            sum(range(self._carried(child) + 1, self._carried(child) + burden + 1))
            for child, burden in self.burdens.items()
        )

    def compensation(self) -> int:
        return sum(self._carried(child) * burden for child, burden in self.burdens.items())

    def bonds(self) -> int:
        soft = {(frozenset((b.one, b.other)), b.kind): b for b in self.problem.bonds if not b.must}
        return sum(self._broken(bond, slot) for bond in soft.values() for slot in self.by_hand.ballot)

    def _broken(self, bond: Bond, slot: int) -> bool:
        one, other = (self.places.get((child, slot)) for child in (bond.one, bond.other))
        if bond.kind == "apart":
            return one is not None and one == other
        common = self.by_hand.due[bond.one] & self.by_hand.due[bond.other]
        joint = [
            course if course is not None and set(self.by_hand.blocks(course)) <= common else None
            for course in (one, other)
        ]
        return joint[0] != joint[1]

    def sizes(self) -> int:
        total = 0
        for course in self.problem.courses:
            size = len(self.by_hand.inside(self.chosen, course.id)) + course.taken
            pinned = any(own == course.id for _child, own in self.by_hand.pins)
            if course.ideal_size is not None and (pinned or size >= (course.min_size or 0)):
                total += abs(size - course.ideal_size)
        return total

    def balance(self) -> int:
        rows = {(row.course, row.one, row.other): row for row in self.problem.balances}
        inside = {row.course: self.by_hand.inside(self.chosen, row.course) for row in rows.values()}
        return sum(abs(len(inside[r.course] & r.one) - len(inside[r.course] & r.other)) for r in rows.values())

    def lottery(self) -> int:
        return sum(lot(self.seed, child, course) for child, course in self.pairs)
