"""Hearing a plan: every hard rule, every level's value, every proof, and that it is the plan for these wishes."""

from collections.abc import Iterator
from itertools import pairwise

from ganztag.language import N_
from ganztag.planning.judge import order, places, sizes
from ganztag.planning.judge.case import Case, Violation, lay_open
from ganztag.planning.judge.reading import read
from ganztag.planning.judge.values import unasked, values
from ganztag.planning.levels import label, wants_many
from ganztag.planning.plan import LevelResult, Plan, hash_of
from ganztag.planning.problem import Problem

_HARD = (
    places.obligations, places.wishes, places.wholes, places.permissions, places.times,
    sizes.sizes, sizes.quotas, sizes.portions, sizes.bonds,
)  # fmt: skip


def audit(problem: Problem, plan: Plan) -> tuple[Violation, ...]:
    """Return every rule of the problem that the plan breaks; none for a plan that may be carried out.

    A plan changed by hand may put children into courses that they did not ask for; all else holds for it too.
    """
    case = lay_open(read(problem), plan.placements, by_hand=plan.by_hand)
    found = [violation for check in _HARD for violation in check(case)]
    known = case.inside.keys() <= case.reading.courses.keys()
    rest = (_papers, sizes.running, _levels) if known else (_papers, sizes.running)
    return (*found, *(violation for check in rest for violation in check(case, plan)))


def _papers(case: Case, plan: Plan) -> Iterator[Violation]:
    if plan.input_hash != case.reading.input_hash:
        yield Violation("input", N_("The plan was made for other wishes or courses."))
    if plan.plan_hash != hash_of(plan.policy, plan.placements, plan.running):
        yield Violation("plan", N_("The plan was changed after it was made."))


def _levels(case: Case, plan: Plan) -> Iterator[Violation]:
    """Each level has the value that is stated, within its bound, and is proven only where all before it are."""
    names = order.levels(case.reading, plan.policy, unwished=plan.by_hand and bool(unasked(case)))
    if tuple(level.name for level in plan.levels) != names:
        yield Violation("levels", N_("The plan states other levels than its goal has."))
        return
    for level, value in zip(plan.levels, values(case, names, plan.policy.seed), strict=True):
        if level.value != value:
            yield Violation("level", N_("The plan states another value than it has: {level}.", level=label(level.name)))
        beyond = level.value > level.bound if wants_many(level.name) else level.value < level.bound
        if (beyond and not plan.by_hand) or (level.proven and level.value != level.bound):
            yield _unproven(level)
    for before, level in pairwise(plan.levels):
        if level.proven and not before.proven:
            yield _unproven(level)


def _unproven(level: LevelResult) -> Violation:
    return Violation("proof", N_("The plan states a proof that it does not have: {level}.", level=label(level.name)))
