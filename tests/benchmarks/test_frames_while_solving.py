"""The window answers while a plan is calculated, and while it is worked out why a child did not get its wish.

The yardstick is the same run: how late a timer is beside a thread that only counts. The solver must not hold the
interpreter for much longer than such a thread does.
"""

import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from ganztag.desktop.allocation.calculation import Calculated, calculate_all
from ganztag.desktop.allocation.why.question import why
from ganztag.desktop.allocation.why.subject import first_question
from ganztag.desktop.jobs import Job, Jobs
from ganztag.planning.asked import Asked
from ganztag.planning.policy import Policy
from tests.planning.made_up import school

pytestmark = pytest.mark.benchmark
LONGEST = 50  # milliseconds of a frame, on a computer that is quiet


class Frames:
    """How far apart the beats of a timer of the window are."""

    def __init__(self) -> None:
        self.gaps: list[float] = []
        self._last = 0.0
        self._timer = QTimer()
        self._timer.setInterval(1)
        self._timer.timeout.connect(self._beat)

    def _beat(self) -> None:
        now = time.perf_counter()
        self.gaps.append(1000 * (now - self._last))
        self._last = now

    def during(self, qtbot: QtBot, jobs: Jobs, work: Callable[..., Any], *given: Any) -> Any:
        """Return what a job returns; *gaps* are those of its time."""
        job = Job(work, *given)
        found: list[Any] = []
        job.finished.connect(found.append)
        self.gaps, self._last = [], time.perf_counter()
        self._timer.start()
        jobs.start(job)
        qtbot.waitUntil(lambda: bool(found), timeout=180_000)
        self._timer.stop()
        return found[0]

    def longest(self) -> float:
        """Return the longest gap but two: a single one may be the computer's own."""
        return sorted(self.gaps)[-3]


def _count(*, progress: Callable[[int, int], None]) -> bool:
    ends, number = time.perf_counter() + 2, 0
    while time.perf_counter() < ends:
        number += sum(range(1000))
    progress(1, 1)
    return True


@pytest.fixture
def jobs() -> Iterator[Jobs]:
    made = Jobs()
    yield made
    assert made.close()


def test_no_frame_is_late_while_it_is_calculated_and_explained(qtbot: QtBot, jobs: Jobs) -> None:
    frames = Frames()
    small, problem = school(60, 10, 2), school(600, 80, 4, 4)
    frames.during(qtbot, jobs, calculate_all, small, (Asked(Policy()),), lambda: False)  # what is loaded once
    frames.during(qtbot, jobs, _count)
    beside = frames.longest()
    allowed = LONGEST * min(max(beside / 10, 1), 4)  # a thread that counts keeps the window waiting for 5 ms
    (made,) = frames.during(qtbot, jobs, calculate_all, problem, (Asked(Policy()),), lambda: False)
    assert isinstance(made, Calculated)
    solving = frames.longest()
    place = next(one for one in made.plan.placements if one.rank is not None and one.rank > 2)
    course = first_question(problem, made.plan, place.pupil, place.slot)
    frames.during(qtbot, jobs, why, problem, made.plan, place.pupil, course)
    explaining = frames.longest()
    print(f"\nlongest gap: solving {solving:.0f}, explaining {explaining:.0f} ms; "
          f"beside a thread that counts {beside:.0f}; {allowed:.0f} are allowed")  # fmt: skip
    assert max(solving, explaining) <= allowed
