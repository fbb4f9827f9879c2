"""The figures of a plan as its card shows them: how the wishes fall, who is furthest behind, how full courses are."""

from collections import Counter
from dataclasses import dataclass

from ganztag.planning.plan import LevelResult, Placement, Plan, Struck
from ganztag.planning.problem import Problem

GOOD_RANK = 2


@dataclass(frozen=True, slots=True)
class Figures:
    """*counts* is (rank, how many) from the first wish on, *others*: placed in what was not wished.

    *furthest* is the child that is furthest behind: (slot, rank) in the order of the blocks, None without a place.
    *no_good_wish*: children without any first or second wish. *fill*: percent of the places of running courses that
    are taken, of the emptiest and the fullest course and of all; none where no course has a limit.
    """

    children: int
    obligations: int
    counts: tuple[tuple[int, int], ...]
    others: int
    unplaced: int
    no_good_wish: int
    struck: tuple[Struck, ...]
    levels: tuple[LevelResult, ...]
    furthest: tuple[tuple[int, int | None], ...]
    fill: tuple[int, int, int] | None

    @property
    def proven(self) -> bool:
        return all(level.proven for level in self.levels)

    @property
    def first(self) -> int:
        return dict(self.counts).get(1, 0)


def figures(plan: Plan, problem: Problem) -> Figures:
    """Return the figures of a plan; it takes milliseconds, no reasons are looked for."""
    ranks = plan.counts()
    unplaced = sum(place.course is None for place in plan.placements)
    children = {place.pupil for place in plan.placements}
    happy = {place.pupil for place in plan.placements if place.rank is not None and place.rank <= GOOD_RANK}
    return Figures(
        children=len(children),
        obligations=len(plan.placements),
        counts=tuple((rank, ranks.get(rank, 0)) for rank in range(1, max(ranks, default=0) + 1)),
        others=len(plan.placements) - unplaced - sum(ranks.values()),
        unplaced=unplaced,
        no_good_wish=len(children - happy),
        struck=plan.struck,
        levels=plan.levels,
        furthest=furthest(plan, problem),
        fill=_fill(plan, problem),
    )


def furthest(plan: Plan, problem: Problem) -> tuple[tuple[int, int | None], ...]:
    """Return (slot, rank) of the child whose ranks add up to most; without a place counts more than any rank."""
    order = {slot.id: place for place, slot in enumerate(problem.slots)}
    none = max((wish.rank for wish in problem.wishes), default=0) + 1
    weeks: dict[int, list[Placement]] = {}
    for place in plan.placements:
        weeks.setdefault(place.pupil, []).append(place)

    def burden(week: list[Placement]) -> int:
        return sum((none if p.course is None else (p.rank or 1)) - 1 for p in week)

    worst = max(weeks.values(), key=burden, default=[])
    if not burden(worst):
        return ()
    return tuple(
        (p.slot, None if p.course is None else p.rank) for p in sorted(worst, key=lambda p: order.get(p.slot, 0))
    )


def sizes(plan: Plan, problem: Problem) -> dict[int, int]:
    """Return how many children each course has in a plan, those that are in it already among them."""
    pairs = {(place.pupil, place.course) for place in plan.placements if place.course is not None}
    inside = Counter(course for _pupil, course in pairs)
    return {course.id: inside[course.id] + course.taken for course in problem.courses}


def _fill(plan: Plan, problem: Problem) -> tuple[int, int, int] | None:
    inside = sizes(plan, problem)
    limited = [(inside[c.id], c.max_size) for c in problem.courses if c.max_size and c.id in plan.running]
    if not limited:
        return None
    shares = [100 * taken / most for taken, most in limited]
    whole = 100 * sum(taken for taken, _most in limited) / sum(most for _taken, most in limited)
    return round(min(shares)), round(max(shares)), round(whole)
