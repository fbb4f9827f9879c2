"""A school that has voted, and a stage for the screen."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from ganztag.desktop.desk import Desk
from tests.desktop.allocation.showing import voted
from tests.desktop.stage import Stage
from tests.voting import Voting


@pytest.fixture
def school(desk: Desk) -> Voting:
    return voted(desk)


@pytest.fixture
def stage(qtbot: QtBot) -> Iterator[Stage]:
    made = Stage(qtbot)
    yield made
    made.close()
