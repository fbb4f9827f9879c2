"""What struck courses lacked, and what it would have cost to let them run."""

from ganztag.language import speaking
from ganztag.planning.allocate import allocate
from ganztag.planning.explaining.striking import forced_to_run, struck_reasons
from tests.planning.explaining.schools import CHESS, LOCAL, ROBOTICS, weak


def test_a_course_that_too_few_want_says_how_many_it_lacks() -> None:
    problem = LOCAL["struck"]
    (reason,) = struck_reasons(problem, allocate(problem))
    assert (reason.course, reason.needed, reason.missing) == (ROBOTICS, 5, 1)
    assert [one.pupil for one in reason.wishers] == [1, 2, 3, 4]
    with speaking("en"):
        assert str(reason.message) == "1 Course 1 lacks 1 child. It needs 5, and 4 may and want to come."


def test_a_course_that_others_are_better_off_without_says_so() -> None:
    (reason,) = struck_reasons(weak(), allocate(weak()))
    assert reason.missing == 0
    assert [(one.pupil, one.rank, one.got, one.got_rank) for one in reason.wishers] == [
        (1, 1, CHESS, 2), (2, 2, CHESS, 1), (3, 2, CHESS, 1)
    ]  # fmt: skip
    with speaking("en"):
        assert str(reason.message) == (
            "1 Course 1 needs 3 children, and 3 could come. 2 of them got wishes that are as good or better."
        )


def test_letting_it_run_has_its_price() -> None:
    forced = forced_to_run(weak(), allocate(weak()), ROBOTICS)
    assert (forced.possible, forced.level, forced.before, forced.after) == (True, "first wishes", 2, 1)
    assert {(move.pupil, move.to_course) for move in forced.moves} == {(1, ROBOTICS), (2, ROBOTICS), (3, ROBOTICS)}


def test_what_too_few_can_take_cannot_run_at_any_price() -> None:
    problem = LOCAL["struck"]
    forced = forced_to_run(problem, allocate(problem), ROBOTICS)
    assert not forced.possible
    with speaking("en"):
        assert str(forced.message) == "1 Course 1 cannot run: it needs 5 children, 4 could come."
