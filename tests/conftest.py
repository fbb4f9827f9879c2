"""What all tests share."""

import logging
import os
import shutil
import tempfile
from collections.abc import Iterator
from logging.handlers import BufferingHandler

import pytest

from ganztag import language

os.environ["QT_QPA_PLATFORM"] = os.environ.get("QT_QPA_PLATFORM", "offscreen")
_home = tempfile.mkdtemp(prefix="ganztag-tests-")  # of each worker its own
os.environ["GANZTAG_HOME"] = _home


def pytest_unconfigure() -> None:
    """Leave nothing behind; at the very end, for closing a window still keeps its looks."""
    logging.shutdown()  # Windows deletes no file that is open
    shutil.rmtree(_home, ignore_errors=True)


@pytest.fixture(autouse=True)
def german_first() -> None:
    """Speak German in each test until it says otherwise, whatever the test before it said."""
    language.speak("de")


pytest_plugins = ["tests.offices", "tests.offered"]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--kills", type=int, default=300, help="how often the kill test kills")
    parser.addoption("--kill-seed", type=int, default=20261122, help="the kill test's seed")


@pytest.fixture
def complaints(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[logging.LogRecord]]:
    """Return what is logged, also after the console has taken the log away from everybody else."""
    for name in ("ganztag.language", "ganztag.places"):  # import-linter turns off every log that it finds
        monkeypatch.setattr(logging.getLogger(name), "disabled", False)
    listener = BufferingHandler(1000)
    log = logging.getLogger("ganztag")
    monkeypatch.setattr(log, "disabled", False)
    log.addHandler(listener)
    yield listener.buffer
    log.removeHandler(listener)
