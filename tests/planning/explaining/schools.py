"""One small school for each kind of answer; no real person."""

from dataclasses import replace
from typing import Any

from ganztag.language import N_
from ganztag.planning.allocate import Plan, allocate
from ganztag.planning.conditions import Bond, Due, Most, Named, Quota
from ganztag.planning.policy import Policy
from ganztag.planning.problem import Banned, Busy, Fixed, Problem, Wish
from tests.planning.made_up import MONDAY, MONDAY_LATER, TUESDAY, course, wishes

ROBOTICS, CHESS, CHOIR, LATE = 1, 2, 3, 4


def crowded(**rules: Any) -> Problem:
    """Four children want robotics, which has two places, then chess; the last two put choir last."""
    offer = (
        course(ROBOTICS, MONDAY, most=2),
        course(CHESS, MONDAY, most=2),
        course(CHOIR, MONDAY, TUESDAY),
        course(LATE, MONDAY_LATER),
    )
    papers = tuple(wish for child in (1, 2, 3, 4) for wish in wishes(child, ROBOTICS, CHESS))
    plain = Problem((1, 2, 3, 4), (MONDAY, MONDAY_LATER, TUESDAY), offer, papers)
    return replace(plain, **rules)


def one_course(**changes: Any) -> tuple[Any, ...]:
    """Return the courses of ``crowded`` with robotics changed."""
    return tuple(replace(one, **changes) if one.id == ROBOTICS else one for one in crowded().courses)


RULE = (Named("rule", N_("A rule of the school")),)
LOCAL: dict[str, Problem] = {
    "got": crowded(fixed=(Fixed(1, ROBOTICS),)),
    "not offered": crowded(courses=crowded().courses[1:]),
    "closed": crowded(courses=one_course(admission="closed")),
    "not invited": crowded(courses=one_course(admission="invited"), invited=frozenset({(2, ROBOTICS)})),
    "year": crowded(barred=frozenset({(1, ROBOTICS)})),
    "before": crowded(banned=(Banned(1, ROBOTICS, why="before"),)),
    "ruled out": crowded(banned=(Banned(1, ROBOTICS, "quarrel"),)),
    "refused": crowded(refused=frozenset({(1, ROBOTICS)})),
    "no wish": crowded(wishes=wishes(2, ROBOTICS) + wishes(1, CHESS)),
    "not due": crowded(courses=one_course(slots=(MONDAY, TUESDAY))),
    "clash": crowded(busy=(Busy(1, 1, 840, 900, "Choir"),)),
    "fixed elsewhere": crowded(fixed=(Fixed(1, LATE),)),
    "limit": crowded(due=(Due(1, 1, "rule"),), fixed=(Fixed(1, 5),), rules=RULE,
                     courses=(*crowded().courses, course(5, TUESDAY))),
    "apart": crowded(bonds=(Bond(2, 1, "apart", must=True, rule="rule"),), fixed=(Fixed(2, ROBOTICS),), rules=RULE),
    "together": crowded(bonds=(Bond(1, 2, "together", must=True, rule="rule"),), rules=RULE,
                        barred=frozenset({(2, ROBOTICS)})),
    "quota": crowded(quotas=(Quota(ROBOTICS, frozenset({1, 2}), most=1, rule="rule"),), fixed=(Fixed(2, ROBOTICS),),
                     rules=RULE),
    "full": crowded(fixed=(Fixed(2, ROBOTICS), Fixed(3, ROBOTICS))),
    "struck": crowded(courses=one_course(min_size=5, max_size=9)),
}  # fmt: skip


def even() -> Problem:
    """Two children, one place, and the other course as good for both: the lot decides."""
    offer = (course(ROBOTICS, MONDAY, most=1), course(CHESS, MONDAY))
    return Problem((1, 2), (MONDAY,), offer, (*wishes(1, ROBOTICS, CHESS), *wishes(2, ROBOTICS, CHESS)))


def dear() -> Problem:
    """The second child has nothing but robotics, so it has the place; the first one's wish would cost it that."""
    offer = (course(ROBOTICS, MONDAY, most=1), course(CHESS, MONDAY))
    return Problem((1, 2), (MONDAY,), offer, (*wishes(1, ROBOTICS, CHESS), *wishes(2, ROBOTICS)))


def tangled() -> Problem:
    """Children 1 and 2 must be together, but only one of them is allowed by the quota."""
    bonds = (Bond(1, 2, "together", must=True),)
    quotas = (Quota(ROBOTICS, frozenset({1, 2}), most=1),)
    return crowded(bonds=bonds, quotas=quotas, most=(Most(1, frozenset({ROBOTICS, CHESS}), 1),))


def weak() -> Problem:
    """Robotics needs three; three wished it, but two of them would rather be elsewhere."""
    offer = (course(ROBOTICS, MONDAY, least=3), course(CHESS, MONDAY))
    papers = (*wishes(1, ROBOTICS, CHESS), *wishes(2, CHESS, ROBOTICS), *wishes(3, CHESS, ROBOTICS))
    return Problem((1, 2, 3), (MONDAY,), offer, papers)


def unlucky(problem: Problem, wished: int = ROBOTICS) -> tuple[Plan, int]:
    """Return the plan and a child that did not get the course."""
    plan = allocate(problem, Policy())
    missing = [w.pupil for w in problem.wishes if w.course == wished and wished not in plan.courses_of(w.pupil)]
    return plan, min(missing)


def two_days(problem: Problem) -> Problem:
    """Return the problem with wishes for chess on Tuesday as well."""
    more = tuple(Wish(child, CHESS, 3, 3) for child in problem.pupils)
    return replace(problem, wishes=problem.wishes + more)
