"""The figures of a plan on its card."""

from ganztag.planning.allocate import allocate
from ganztag.planning.figures import figures, sizes
from ganztag.planning.problem import Fixed, Problem
from tests.planning.made_up import MONDAY, TUESDAY, course, school, wishes


def test_wishes_places_and_who_is_furthest_behind_are_counted() -> None:
    problem = Problem(
        pupils=(1, 2, 3),
        slots=(MONDAY, TUESDAY),
        courses=(course(10, most=1), course(11, most=4), course(20, TUESDAY, least=2), course(21, TUESDAY, most=2)),
        wishes=(*wishes(1, 10, 11), *wishes(2, 10, 11), *wishes(3, 20, slot=3), *wishes(1, 21, slot=3)),
        fixed=(Fixed(2, 21),),
    )
    found = figures(allocate(problem), problem)
    assert found.children == 3
    assert found.obligations == 5
    assert found.counts == ((1, 2), (2, 1))
    assert (found.first, found.others, found.unplaced, found.no_good_wish) == (2, 1, 1, 1)
    assert [one.course for one in found.struck] == [20]
    assert found.furthest == ((3, None),)
    assert found.fill == (25, 100, 57)


def test_the_shares_add_up_on_a_school_of_usual_size() -> None:
    problem = school(120, 20, 3)
    plan = allocate(problem)
    found = figures(plan, problem)
    assert sum(many for _rank, many in found.counts) + found.others + found.unplaced == found.obligations
    inside = sizes(plan, problem)
    assert sum(inside.values()) == len({(p.pupil, p.course) for p in plan.placements if p.course is not None})


def test_courses_without_limits_have_no_fill() -> None:
    problem = Problem((1,), (MONDAY,), (course(10),), wishes(1, 10))
    assert figures(allocate(problem), problem).fill is None
