"""The levels of a goal as costs of columns, the seeded lot included; ``levels`` says what each of them counts."""

from ganztag.planning.candidates import Candidates
from ganztag.planning.levels import (
    BALANCE,
    BONDS,
    COMPENSATION,
    FIRST_WISHES,
    LOTTERY,
    MOVED,
    NO_GOOD_WISH,
    PRIORITY,
    REPEATS,
    SIZES,
    UNMET,
    UNPLACED,
    UNWISHED,
    WEEK,
    WORST_WEEK,
    facts,
    level_names,
    rank_of,
    wants_many,
)
from ganztag.planning.lots import lot
from ganztag.planning.model import Model, Sum
from ganztag.planning.objectives import burdens, counted, followed
from ganztag.planning.objectives.objective import Objective
from ganztag.planning.policy import Policy
from ganztag.planning.problem import Problem

__all__ = ["Objective", "lot", "objectives"]

_COUNTED = {
    UNMET: followed.unmet,
    UNPLACED: counted.unplaced,
    MOVED: counted.moved,
    UNWISHED: counted.unwished,
    NO_GOOD_WISH: followed.no_good_wish,
    PRIORITY: burdens.priority,
    REPEATS: counted.repeats,
    WORST_WEEK: burdens.worst_week,
    WEEK: burdens.week,
    COMPENSATION: burdens.compensation,
    BONDS: followed.bonds,
    SIZES: followed.sizes,
    BALANCE: followed.balance,
}


def objectives(problem: Problem, model: Model, found: Candidates, policy: Policy) -> tuple[Objective, ...]:
    """Return the levels in their order; the model gets the columns that they count, and the rows for these."""
    names = level_names(policy, facts(problem))
    sums = [_sum(name, problem, model, policy) for name in names]
    floors = [-len(found.obligations) if wants_many(name) else 0 for name in names]
    return tuple(Objective.of(*one, model.width) for one in zip(names, sums, floors, strict=True))


def _sum(name: str, problem: Problem, model: Model, policy: Policy) -> Sum:
    if name in _COUNTED:
        return _COUNTED[name](problem, model)
    if name == LOTTERY:
        return Sum({index: lot(policy.seed, pair.pupil, pair.course) for index, pair in enumerate(model.pairs)})
    rank = rank_of(name)
    return counted.of_rank(model, 1 if name == FIRST_WISHES else rank, -1 if wants_many(name) else 1)
