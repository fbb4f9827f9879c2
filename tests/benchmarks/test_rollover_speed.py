"""Copying the offer of a large school into the next half-year, and its undo, beside the bare inserts of the driver."""

from collections.abc import Callable, Iterator
from pathlib import Path
from time import process_time
from typing import Any

import pytest
from sqlcipher3 import dbapi2

from ganztag.operations.office import Office
from ganztag.operations.rollover.new_year import change_year
from ganztag.operations.rollover.offer_copy import copy_offer, preview
from ganztag.planning.rollover.copy_plan import CopyChoices
from ganztag.planning.rollover.year_plan import YearChoices
from ganztag.queries import frame
from ganztag.storage import connecting
from tests.storage.any_rows import dump

pytestmark = pytest.mark.benchmark
EVERYTHING = CopyChoices(children=True)
_TARGET = 500  # milliseconds of CPU
_MOST = 150.0  # times the bare inserts: what the target is where those take 3.3 ms; measured 90 to 125
_ROWS = 2400


def _spent(work: Callable[[], object]) -> float:
    start = process_time()
    work()
    return (process_time() - start) * 1000


def _best(steps: dict[str, Callable[[], object]], times: int = 3) -> dict[str, float]:
    """Take the steps one after the other, several times; return the shortest time of each."""
    found = [{name: _spent(step) for name, step in steps.items()} for _turn in range(times)]
    return {name: min(one[name] for one in found) for name in steps}


@pytest.fixture
def yardstick(tmp_path: Path) -> Iterator[float]:
    """Return how long the bare driver needs for as many rows of a like kind."""
    found: Any = dbapi2.connect(str(tmp_path / "bare"), isolation_level=None)
    for pragma in connecting._PRAGMAS:
        found.execute(f"PRAGMA {pragma}")
    found.execute("CREATE TABLE enrolment (id INTEGER PRIMARY KEY AUTOINCREMENT, pupil_id INTEGER, course_id INTEGER)")

    def insert() -> None:
        found.execute("BEGIN IMMEDIATE")
        for number in range(_ROWS):
            found.execute("INSERT INTO enrolment (pupil_id, course_id) VALUES (?, ?)", (number // 3, number % 45))
        found.execute("ROLLBACK")

    yield min(_spent(insert) for _turn in range(3))
    found.close()


def test_a_half_year_of_150_courses_is_copied_and_taken_back_quickly(large: Office, yardstick: float) -> None:
    term, before = large.read(frame.term), dump(large)
    plan = large.read(preview, term.id, None, EVERYTHING)
    assert len(plan.to_do) >= 140
    spent = _best(
        {
            "preview": lambda: large.read(preview, term.id, None, EVERYTHING),
            "copy": lambda: large.do(copy_offer(term.id, None, EVERYTHING)),
            "undo": large.undo,
        }
    )
    assert dump(large) == before
    _judge("150 courses and their children into the next school year", spent, yardstick)


def test_a_change_of_the_school_year_of_1200_children_is_felt_as_one_write(large: Office, yardstick: float) -> None:
    year_id, before = large.read(frame.term).school_year_id, dump(large)
    spent = _best({"change": lambda: large.do(change_year(year_id, YearChoices())), "undo": large.undo})
    assert dump(large) == before
    _judge("change of the school year, 1,200 children", spent, yardstick)


def _judge(what: str, spent: dict[str, float], yardstick: float) -> None:
    said = ", ".join(f"{name} {time:.0f} ms" for name, time in spent.items())
    ratio = max(spent.values()) / yardstick
    print(f"\n{what}: {said} CPU (target {_TARGET}); bare inserts {yardstick:.1f} ms, ratio {ratio:.1f}")
    assert ratio <= _MOST
