"""Schools to try things on: made once in a session, copied for each test."""

import shutil
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from ganztag.domain.clock import Clock, stopped_at
from ganztag.operations.office import Office
from ganztag.operations.opening import new_school, open_office

MONDAY_MORNING = datetime(2026, 9, 14, 7, 42)  # noqa: DTZ001 -- local time


@pytest.fixture(scope="session")
def clock() -> Clock:
    return stopped_at(MONDAY_MORNING)


@pytest.fixture(scope="session")
def empty_school(tmp_path_factory: pytest.TempPathFactory, clock: Clock) -> Path:
    path = tmp_path_factory.mktemp("empty") / "school.ganztag"
    new_school(path, clock, name="Schule am Lindenkanal", land="HH").close()
    return path


@pytest.fixture
def office(empty_school: Path, tmp_path: Path, clock: Clock) -> Iterator[Office]:
    """Return an office on a fresh copy of the empty school; half-year 1 of 2026/27."""
    yield from _copied(empty_school, tmp_path, clock)


@pytest.fixture(scope="session")
def sample_school(tmp_path_factory: pytest.TempPathFactory, clock: Clock) -> Path:
    from ganztag.operations.sample import new_sample_school

    path = tmp_path_factory.mktemp("sample") / "sample.ganztag"
    new_sample_school(path, clock).close()
    return path


@pytest.fixture
def sample(sample_school: Path, tmp_path: Path, clock: Clock) -> Iterator[Office]:
    """Return an office on a fresh copy of the sample school."""
    yield from _copied(sample_school, tmp_path, clock)


def _copied(source: Path, folder: Path, clock: Clock) -> Iterator[Office]:
    path = folder / source.name
    shutil.copyfile(source, path)
    office = open_office(path, clock)
    yield office
    office.close()
