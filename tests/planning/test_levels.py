"""Which levels a goal has, in which order, and how the school's own order and kept places change that."""

import pytest

from ganztag.language import speaking
from ganztag.planning.levels import GOALS, GROUPS, Facts, goal_label, label, level_names
from ganztag.planning.objectives import lot
from ganztag.planning.plan import LevelResult
from ganztag.planning.policy import Policy


def facts(*ranks: int, more: tuple[str, ...] = ()) -> Facts:
    always = ("unplaced", "no good wish", "far", "first wishes", "worst week", "week")
    return Facts(ranks, frozenset((*always, *more)))


@pytest.mark.parametrize(
    ("goal", "names"),
    [
        ("balanced", ("unplaced", "no good wish", "rank 5", "rank 3", "first wishes", "lottery")),
        ("generous", ("unplaced", "rank 5", "rank 3", "rank 2", "lottery")),
        ("greedy", ("unplaced", "first wishes", "most rank 2", "most rank 3", "most rank 5", "lottery")),
        ("weekly", ("unplaced", "no good wish", "worst week", "week", "first wishes", "lottery")),
    ],
)
def test_each_goal_has_its_levels_in_order(goal: str, names: tuple[str, ...]) -> None:
    assert level_names(Policy(goal), facts(1, 2, 3, 5)) == names


def test_what_there_is_nothing_of_has_no_level_and_all_that_there_is_has_words() -> None:
    names = level_names(Policy("balanced", keep="first"), facts(1, 2, 3, more=GROUPS))
    assert names[:3] == ("moved", "unmet", "unplaced")
    assert names[-1] == "lottery"
    assert {"priority", "repeats", "compensation", "bonds", "sizes", "balance"} <= set(names)
    with speaking("en"):
        assert all(str(label(name)) not in ("", name) for name in names)


def test_the_schools_own_order_changes_places_and_leaves_the_others_where_they_are() -> None:
    usual = level_names(Policy("balanced"), facts(1, 2, 3))
    own = level_names(Policy("balanced", order=("first wishes", "no good wish", "such a thing")), facts(1, 2, 3))
    assert usual == ("unplaced", "no good wish", "rank 3", "first wishes", "lottery")
    assert own == ("unplaced", "first wishes", "rank 3", "no good wish", "lottery")


def test_kept_places_stand_behind_those_without_a_place_where_the_school_wants_it_so() -> None:
    names = level_names(Policy("greedy", keep="after unplaced"), facts(1, more=("moved",)))
    assert names[:2] == ("unplaced", "moved")


@pytest.mark.parametrize("policy", [Policy("kindest"), Policy("balanced", keep="some")])
def test_what_there_is_not_is_refused(policy: Policy) -> None:
    with pytest.raises(ValueError, match="no such"):
        level_names(policy, facts(1))


def test_each_goal_has_a_name() -> None:
    with speaking("en"):
        assert len({str(goal_label(goal)) for goal in GOALS}) == len(GOALS)


def test_levels_and_goals_have_words() -> None:
    with speaking("en"):
        assert str(LevelResult("most rank 3", 4, 4, proven=True).label) == "Wishes of rank 3"
        assert str(LevelResult("unplaced", 4, 4, proven=True).label) == "Without a place"
        assert str(goal_label("generous")) == "Nobody far back"


def test_only_first_wishes_and_most_wishes_want_many() -> None:
    many = {
        name for name in level_names(Policy("greedy"), facts(1, 2)) if LevelResult(name, 0, 0, proven=True).wants_many
    }
    assert many == {"first wishes", "most rank 2"}


def test_lots_have_twenty_bits_and_stay_what_they_are_for_ever() -> None:
    assert lot(1, 1, 1) == 156246
    assert all(0 <= lot(seed, 3, 4) < 2**20 for seed in range(-50, 50))
