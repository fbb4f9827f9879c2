"""What a scenario was asked for survives as text."""

import pytest

from ganztag.planning.asked import Asked, asked_of
from ganztag.planning.changes import MustRun, Seats
from ganztag.planning.policy import Policy
from tests.planning.made_up import school


@pytest.mark.parametrize(
    "asked",
    [
        Asked(Policy("weekly", 7)),
        Asked(Policy(), (Seats(3, 20), MustRun(4))),
        Asked(Policy(keep="first"), (Seats(3, None),), frozenset({(1, 2), (3, 4)})),
        Asked(Policy(keep="first"), (), frozenset()),
    ],
)
def test_what_was_asked_for_is_read_as_it_was_written(asked: Asked) -> None:
    assert asked_of(asked.policy, asked.changes_text()) == asked


@pytest.mark.parametrize(
    "text",
    [
        "{}", '{"kept": 3}', '{"changes": "", "kept": [[1]]}', "nonsense", '["a"]',
        pytest.param("[" * 100_000, id="deep"),
        '[{"kind": "Seats", "course": "x", "most": 3}]', '[{"kind": "Parallel", "course": 1, "new_id": {}}]',
    ],
)  # fmt: skip
def test_text_that_nobody_wrote_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"changes|Expecting|unpack"):
        asked_of(Policy(), text)


def test_changes_and_kept_places_make_the_problem_that_is_meant() -> None:
    now = school(40, 6, 2)
    course = now.courses[0]
    asked = Asked(Policy(), (Seats(course.id, 99),), frozenset({(1, course.id)}))
    meant = asked.problem(now)
    assert meant.courses[0].max_size == 99
    assert meant.kept == {(1, course.id)}
    assert Asked(Policy()).problem(now) is now


def test_names_and_times_make_no_other_question() -> None:
    assert Asked(Policy(), name="Eins").same_as(Asked(Policy(), time_limit=3.0))
    assert not Asked(Policy()).same_as(Asked(Policy(seed=2)))
