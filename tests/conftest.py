"""What all tests share."""

import os
import tempfile

import pytest

os.environ["QT_QPA_PLATFORM"] = os.environ.get("QT_QPA_PLATFORM", "offscreen")
os.environ["GANZTAG_HOME"] = tempfile.mkdtemp(prefix="ganztag-tests-")

pytest_plugins = ["tests.offices", "tests.offered"]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--kills", type=int, default=300, help="how often the kill test kills")
    parser.addoption("--kill-seed", type=int, default=20261122, help="the kill test's seed")
