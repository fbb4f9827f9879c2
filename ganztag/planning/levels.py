"""The ordered goals: which levels each of them has, what the levels are called, and what exactly each one counts.

Words
-----
Rows that do not decide (names, reasons, keys of rules) never matter; rows that are equal apart from those count once.
Of several Due or Most each holds; of several Priority or Carried of one child the greatest counts; of several Anywhere
of one (pupil, slot) the smallest rank, and any rank before None.

*blocks(c)*: the slots of the ballot in which course c meets. *stated(p, c, s)*: the smallest rank of a wish of child p
for c in slot s. *rank(p, c, s)* for s in blocks(c): stated(p, c, s); else the smallest stated(p, c, t) of any t in
blocks(c); else, unless p is fixed in c, the rank of its Anywhere in s (may be None); else None.
*To place*: ``problem.obligations``; where there are none at all, each (p, s) with a wish (for any course, even one that
is not offered or does not meet in s) or an Anywhere. *O(p)*: the slots of p to place, and blocks(c) of all c it is
fixed in. *k*: the greatest rank of all wishes of the children and of all Anywhere, in slots of the ballot; 1 without.

May have: p may have c (beside the fixed) if c meets in the ballot, all blocks(c) are to be placed for p, (p, c) is not
banned, barred or refused, c is not closed, p is invited where c is for the invited, c clashes (by slot or clock) with
nothing that p is fixed in or busy with, and p either wished c in a slot of blocks(c), or, without any such wish, has an
Anywhere in each of blocks(c).

Hard rules beside these: nobody is in two courses at once (by slot or clock); fixed children are in; children + taken
<= max_size; a course that anybody is put into has min_size with those who are taken, unless a child is fixed in it.
Fixed places may exceed max_size, Due, Most and the most of a Quota, but then nobody and nothing else comes there.
must_run: children + taken >= min_size, with fixed children too. Due: courses of p in the ballot <= most. Most: courses
of the set <= most. Quota (as soon as one child is put into the course; those taken count nowhere): with g children of
the group among n: least <= g <= most, in per cent least * n <= 100 * g <= most * n. Bond together, must: in each course
c with blocks(c) within O(one) and within O(other): both or neither. Apart, must: in no course both.

The plan: a placement for each (p, s) with a course, and for each that is *unplaced*. Without a Due these are the slots
of O(p) without a course. With a Due of *most* p lacks max(0, min(most, |O(p)|) - number of slots of O(p) that are
filled); so many of its free slots, those with the smallest ids, are unplaced; the other free ones do not appear at all.

Levels (each slot of a course over two slots counts as a placement)
-------------------------------------------------------------------
unmet          sum over Least: max(0, least - courses of the set that the child gets)
unplaced       unplaced placements
moved          (p, c) in ``kept``, p of the problem, that are not in the plan; only with Policy.keep
unwished       placements without a rank, not fixed, of (p, s) in which p has a wish (for any course)
no good wish   children with a wish or a ranked Anywhere in a slot to place, and no placement of rank 1 or 2 anywhere
priority       sum over children with a Priority: weight * burden(p)
repeats        (p, c) of the plan in ``repeats``, not fixed, of courses with a max_size where more than max_size - taken
               children wished it in a slot of blocks(c), are fixed in it or may have it, and are not in ``repeats``
rank r         placements of rank r: fewest ("most rank r", the goal greedy: most)
first wishes   placements of rank 1: most
worst week     the greatest burden(p)
week           sum over children of T(carried + burden(p)) - T(carried), where T(n) = n * (n + 1) / 2
compensation   sum over children of carried * burden(p)
bonds          soft bonds, in slots. Together, with the courses c that have blocks(c) within O(one) and within O(other):
               slots in which one of them is in such a course and the other one is not in the same. Apart: slots in
               which both are in one course
sizes          sum over running courses with an ideal size of |children + taken - ideal_size|
balance        sum over Balance of |children of one - children of other| put into the course
lottery        sum of the lots of all (p, c) of the plan: the first 20 bits of BLAKE2b-64 of "seed:p:c"

*burden(p)*: over all placements of p: rank - 1; for an unplaced or unwished one k; 0 for any other one without a rank.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ganztag.language import N_, Message
from ganztag.planning.policy import KEEP_MODES, Policy
from ganztag.planning.problem import Problem

GOALS = ("balanced", "generous", "greedy", "weekly")

UNMET, UNPLACED, MOVED, UNWISHED = "unmet", "unplaced", "moved", "unwished"
NO_GOOD_WISH, PRIORITY, REPEATS, FAR = "no good wish", "priority", "repeats", "far"
FIRST_WISHES, WORST_WEEK, WEEK, COMPENSATION = "first wishes", "worst week", "week", "compensation"
BONDS, SIZES, BALANCE, LOTTERY = "bonds", "sizes", "balance", "lottery"
GROUPS = (
    UNMET, UNPLACED, MOVED, UNWISHED, NO_GOOD_WISH, PRIORITY, REPEATS, FAR,
    FIRST_WISHES, WORST_WEEK, WEEK, COMPENSATION, BONDS, SIZES, BALANCE, LOTTERY,
)  # fmt: skip
"""What ``Policy.order`` is made of; "far" stands for all the levels of single ranks but the first."""
GOOD_RANK = 2
"""A first or a second wish is a good one."""

_MOST = "most rank "
_LEAST = "rank "
_BEFORE = (UNMET, UNPLACED, UNWISHED)
_AFTER = (COMPENSATION, BONDS, SIZES, BALANCE)
_OWN_ORDER = {
    "balanced": (*_BEFORE, NO_GOOD_WISH, PRIORITY, REPEATS, FAR, FIRST_WISHES, *_AFTER),
    "generous": (*_BEFORE, PRIORITY, REPEATS, FAR, *_AFTER),
    "greedy": (*_BEFORE, PRIORITY, REPEATS, FIRST_WISHES, FAR, *_AFTER),
    "weekly": (*_BEFORE, NO_GOOD_WISH, PRIORITY, REPEATS, WORST_WEEK, WEEK, FIRST_WISHES, *_AFTER[1:]),
}


@dataclass(frozen=True, slots=True)
class Facts:
    """What decides which levels there are: the *ranks* that occur, and the *groups* that have something to count."""

    ranks: tuple[int, ...]
    groups: frozenset[str]


_ALWAYS = frozenset({UNPLACED, NO_GOOD_WISH, FAR, FIRST_WISHES, WORST_WEEK, WEEK})


def facts(problem: Problem) -> Facts:
    """Return what the levels of a problem depend on; one without children with carried burdens has no compensation."""
    children, ballot = set(problem.pupils), {slot.id for slot in problem.slots}
    wished = {(wish.pupil, wish.slot) for wish in problem.wishes if wish.pupil in children}
    anywhere = [one for one in problem.anywhere if one.pupil in children and one.slot in ballot]
    ranks = {wish.rank for wish in problem.wishes if wish.pupil in children and wish.slot in ballot}
    ranked = {(one.pupil, one.slot) for one in anywhere if one.rank is not None}
    ranks |= {one.rank for one in anywhere if one.rank is not None}
    there = {
        UNMET: any(one.pupil in children for one in problem.least),
        MOVED: bool(_of(children, problem.kept)),
        UNWISHED: bool(wished.intersection((one.pupil, one.slot) for one in anywhere) - ranked),
        PRIORITY: any(one.pupil in children and one.weight > 0 for one in problem.priorities),
        REPEATS: bool(_of(children, problem.repeats)),
        COMPENSATION: any(one.pupil in children and one.burden > 0 for one in problem.carried),
        BONDS: any(not bond.must and {bond.one, bond.other} <= children for bond in problem.bonds),
        SIZES: any(course.ideal_size is not None for course in problem.courses),
        BALANCE: bool(problem.balances),
    }
    return Facts(tuple(sorted(ranks)), _ALWAYS | {group for group, is_there in there.items() if is_there})


def _of(children: set[int], pairs: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    return [pair for pair in pairs if pair[0] in children]


def level_names(policy: Policy, found: Facts) -> tuple[str, ...]:
    """Return the names of the levels in their order. Raises ValueError: no such goal, or no such way to keep.

    Groups that ``Policy.order`` names take, in its order, the places that they have in the goal's own order; the others
    stay where they are. "moved" stands where ``Policy.keep`` says, the lottery last. What the goal lacks is left out.
    """
    names: list[str] = []
    for group in groups_in_order(policy):
        if group in found.groups:
            names += _ranks(policy.goal, found.ranks) if group == FAR else [group]
    return (*names, LOTTERY)


def groups_in_order(policy: Policy) -> tuple[str, ...]:
    """Return all groups of a goal in the order of a policy, the lottery left out. Raises ValueError as level_names."""
    if policy.goal not in GOALS:
        raise ValueError(f"no such goal: {policy.goal}")
    if policy.keep not in KEEP_MODES:
        raise ValueError(f"no such way to keep places: {policy.keep}")
    own = _OWN_ORDER[policy.goal]
    wanted = [group for group in dict.fromkeys(policy.order) if group in own]
    others = iter(wanted)
    order = [next(others) if group in wanted else group for group in own]
    if policy.keep == "first":
        order.insert(0, MOVED)
    elif policy.keep:
        order.insert(order.index(UNPLACED) + 1, MOVED)
    return tuple(order)


def _ranks(goal: str, ranks: Sequence[int]) -> list[str]:
    if goal == "greedy":
        return [f"{_MOST}{rank}" for rank in sorted(ranks) if rank > 1]
    good = 1 if goal == "generous" else GOOD_RANK
    return [f"{_LEAST}{rank}" for rank in sorted(ranks, reverse=True) if rank > good]


def rank_of(name: str) -> int | None:
    """Return the rank that a level counts, or None where it counts something else."""
    if name == FIRST_WISHES:
        return 1
    digits = name.removeprefix(_MOST).removeprefix(_LEAST)
    return int(digits) if digits != name else None


def wants_many(name: str) -> bool:
    return name == FIRST_WISHES or name.startswith(_MOST)


def label(name: str) -> Message:
    """Return how a level, or a group of levels, is called."""
    return _LABELS.get(name) or N_("Wishes of rank {rank}", rank=rank_of(name))


def goal_label(goal: str) -> Message:
    return _GOAL_LABELS[goal]


_LABELS = {
    UNMET: N_("Courses missing for the obligations"),
    UNPLACED: N_("Without a place"),
    MOVED: N_("Places given up"),
    UNWISHED: N_("Places that were not wished"),
    NO_GOOD_WISH: N_("Children without any first or second wish"),
    PRIORITY: N_("Steps behind of children who come first"),
    REPEATS: N_("Places for children who had the course before"),
    FAR: N_("Wishes far down"),
    FIRST_WISHES: N_("First wishes"),
    WORST_WEEK: N_("Steps behind of the child that is furthest behind"),
    WEEK: N_("Steps behind of all children, many for one child weighing more"),
    COMPENSATION: N_("Steps behind of children who had bad luck before"),
    BONDS: N_("Bonds that are not kept, in blocks"),
    SIZES: N_("Children too many or too few for the ideal sizes"),
    BALANCE: N_("Girls and boys out of balance"),
    LOTTERY: N_("Lot"),
}

_GOAL_LABELS = {
    "balanced": N_("Balanced"),
    "generous": N_("Nobody far back"),
    "greedy": N_("Most first wishes"),
    "weekly": N_("Fair over the week"),
}
