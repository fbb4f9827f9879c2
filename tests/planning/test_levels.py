import pytest

from ganztag.language import speaking
from ganztag.planning.allocate import LevelResult
from ganztag.planning.levels import goal_label, level_names
from ganztag.planning.objectives import lot


@pytest.mark.parametrize(
    ("goal", "names"),
    [
        ("balanced", ("unplaced", "no good wish", "rank 5", "rank 3", "first wishes", "lottery")),
        ("generous", ("unplaced", "rank 5", "rank 3", "rank 2", "lottery")),
        ("greedy", ("unplaced", "first wishes", "most rank 2", "most rank 3", "most rank 5", "lottery")),
    ],
)
def test_each_goal_has_its_levels_in_order(goal: str, names: tuple[str, ...]) -> None:
    assert level_names(goal, (1, 2, 3, 5)) == names


def test_levels_and_goals_have_words() -> None:
    with speaking("en"):
        assert str(LevelResult("most rank 3", 4, 4, proven=True).label) == "Wishes of rank 3"
        assert str(LevelResult("unplaced", 4, 4, proven=True).label) == "Without a place"
        assert str(goal_label("generous")) == "Nobody far back"


def test_only_first_wishes_and_most_wishes_want_many() -> None:
    many = {name for name in level_names("greedy", (1, 2)) if LevelResult(name, 0, 0, proven=True).wants_many}
    assert many == {"first wishes", "most rank 2"}


def test_lots_have_twenty_bits_and_stay_what_they_are_for_ever() -> None:
    assert lot(1, 1, 1) == 156246
    assert all(0 <= lot(seed, 3, 4) < 2**20 for seed in range(-50, 50))
