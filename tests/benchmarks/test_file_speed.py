"""One edit, one big import, its undo and an opening, beside what the bare driver needs for the same rows."""

from collections.abc import Callable, Iterator
from pathlib import Path
from time import perf_counter, process_time
from typing import Any

import pytest
from sqlcipher3 import dbapi2

from ganztag.domain.clock import Clock
from ganztag.domain.courses import Course, Offer
from ganztag.domain.enrolment import Enrolment
from ganztag.domain.pupils import Pupil
from ganztag.domain.school_year import SchoolYear
from ganztag.language import N_
from ganztag.operations import rooms
from ganztag.operations.office import Office
from ganztag.operations.opening import open_office
from ganztag.operations.operation import Operation, Work
from ganztag.storage import connecting

_MOST_FOR_AN_EDIT = 10.0
_MOST_FOR_MANY_ROWS = 30.0
_EDITS = 50


def _best(run: Callable[[], object], clock: Callable[[], float], times: int = 5) -> float:
    """Return the shortest time in milliseconds."""
    spent = []
    for _turn in range(times):
        start = clock()
        run()
        spent.append(clock() - start)
    return min(spent) * 1000


@pytest.fixture
def bare(tmp_path: Path) -> Iterator[Any]:
    """Return a connection of the driver with the pragmas of our files, and the tables that are compared."""
    found = dbapi2.connect(str(tmp_path / "bare"), isolation_level=None)
    for pragma in connecting._PRAGMAS:
        found.execute(f"PRAGMA {pragma}")
    found.execute("CREATE TABLE pupil (id INTEGER PRIMARY KEY AUTOINCREMENT, surname TEXT, call_name TEXT)")
    found.execute("CREATE TABLE enrolment (id INTEGER PRIMARY KEY AUTOINCREMENT, pupil_id INTEGER, course_id INTEGER)")
    found.execute("INSERT INTO pupil (surname) VALUES ('x')")
    yield found
    found.close()


@pytest.mark.benchmark
def test_one_edit_costs_at_most_ten_bare_commits(office: Office, bare: Any) -> None:
    key = office.do(rooms.add("R 1", seats=0))
    numbers = iter(range(1, 10**6))

    def ours() -> None:
        for _edit in range(_EDITS):
            office.do(rooms.edit(key, "R 1", seats=next(numbers)))

    def theirs() -> None:
        for _edit in range(_EDITS):
            bare.execute("BEGIN IMMEDIATE")
            bare.execute("UPDATE pupil SET surname = ? WHERE id = 1", (str(next(numbers)),))
            bare.execute("COMMIT")

    for name, clock in (("wall", perf_counter), ("CPU", process_time)):
        mine, least = _best(ours, clock) / _EDITS, _best(theirs, clock) / _EDITS
        print(
            f"\none edit with undo, history and news: {mine:.2f} ms {name}, bare commit {least:.2f} ms {name}", end=""
        )
        if clock is perf_counter:
            ratio = mine / least
    print(f"\nratio {ratio:.1f} (at most {_MOST_FOR_AN_EDIT})")
    assert ratio <= _MOST_FOR_AN_EDIT


def _import(work: Work) -> None:
    offer, year = work.add(Offer(title="x")), work.all(SchoolYear)[0]
    rows = [{"offer_id": offer.id, "school_year_id": year.id, "title": f"Kurs {n}"} for n in range(45)]
    courses = work.insert(Course, rows)
    pupils = work.insert(Pupil, [{"surname": f"Name {n}", "call_name": f"Kind {n}"} for n in range(600)])
    work.insert(Enrolment, [{"pupil_id": p, "course_id": courses[(p * 7 + n) % 45]} for p in pupils for n in range(3)])


@pytest.mark.benchmark
def test_many_rows_are_imported_undone_and_redone_quickly(office: Office, bare: Any) -> None:
    """600 children and 1,800 enrolments in one deed."""

    def theirs() -> None:
        bare.execute("BEGIN IMMEDIATE")
        for number in range(600):
            bare.execute("INSERT INTO pupil (surname, call_name) VALUES (?, ?)", (f"Name {number}", f"Kind {number}"))
        for number in range(1800):
            bare.execute("INSERT INTO enrolment (pupil_id, course_id) VALUES (?, ?)", (number // 3, number % 45))
        bare.execute("ROLLBACK")

    least = _best(theirs, process_time)
    spent = {
        "import": _best(lambda: office.do(Operation(N_("Import rooms"), _import)), process_time, 3),
        "undo": _best(office.undo, process_time, 3),
        "redo": _best(office.redo, process_time, 3),
    }
    print(
        "\n" + ", ".join(f"{name} {time:.0f} ms" for name, time in spent.items()), f"CPU; bare inserts {least:.0f} ms"
    )
    ratio = max(spent.values()) / least
    print(f"ratio {ratio:.1f} (at most {_MOST_FOR_MANY_ROWS})")
    assert ratio <= _MOST_FOR_MANY_ROWS


@pytest.mark.benchmark
def test_opening_and_closing_costs_little_beside_the_check_of_the_file(sample: Office, clock: Clock) -> None:
    sample.close()

    def check() -> None:
        driver = dbapi2.connect(str(sample.path))
        assert connecting.is_sound(driver.cursor())
        driver.close()

    ours = _best(lambda: open_office(sample.path, clock).close(), process_time)
    least = _best(check, process_time)
    print(
        f"\nopen and close the sample school: {ours:.1f} ms CPU, the check of its pages and keys alone {least:.1f} ms"
    )
    assert ours <= 5 * least
