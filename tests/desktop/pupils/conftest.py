"""The screen of children, kept fresh by the office's news as in the window."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from ganztag.desktop.desk import Desk
from ganztag.desktop.pupils.screen import PupilsScreen
from tests.desktop.hosting import hosted


@pytest.fixture
def screen(qtbot: QtBot, desk: Desk) -> Iterator[PupilsScreen]:
    with hosted(qtbot, desk, PupilsScreen(desk)) as (made, _ear):
        yield made
