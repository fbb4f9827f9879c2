"""How fast she types is said only when it was measured."""

from ganztag.desktop.wishes.pace import Pace


class Watch:
    def __init__(self) -> None:
        self.time = 100.0

    def __call__(self) -> float:
        return self.time


def typed(pace: Pace, watch: Watch, children: int, seconds: float) -> None:
    for child in range(children):
        watch.time += seconds
        for _block in range(3):
            pace.written(child)


def test_children_a_minute_are_told_after_a_few() -> None:
    pace = Pace(watch := Watch())
    typed(pace, watch, 4, 6)
    assert pace.per_minute() is None
    pace.written(99)
    watch.time += 6
    pace.written(100)
    typed(pace, watch, 12, 6)
    assert pace.per_minute() == 10


def test_a_break_ends_the_stretch() -> None:
    pace = Pace(watch := Watch())
    typed(pace, watch, 12, 5)
    assert pace.per_minute() == 12
    watch.time += 61
    assert pace.per_minute() is None
    pace.written(77)
    assert pace.per_minute() is None


def test_one_child_again_and_again_is_no_speed() -> None:
    pace = Pace(watch := Watch())
    for _turn in range(20):
        watch.time += 1
        pace.written(1)
    assert pace.per_minute() is None
