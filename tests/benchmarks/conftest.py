"""The large school: made once in a session, copied for each benchmark."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from ganztag.domain.clock import Clock
from ganztag.operations.office import Office
from ganztag.operations.opening import open_office
from tests.benchmarks.large import new_large_school


@pytest.fixture(scope="session")
def large_school(tmp_path_factory: pytest.TempPathFactory, clock: Clock) -> Path:
    path = tmp_path_factory.mktemp("large") / "large.ganztag"
    new_large_school(path, clock).close()
    return path


@pytest.fixture
def large(large_school: Path, tmp_path: Path, clock: Clock) -> Iterator[Office]:
    """Return an office on a fresh copy of the large school."""
    path = tmp_path / large_school.name
    shutil.copyfile(large_school, path)
    found = open_office(path, clock)
    yield found
    found.close()
