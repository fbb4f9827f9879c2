"""The screen of children, kept fresh by the office's news as in the window."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from ganztag.desktop.desk import Desk
from ganztag.desktop.office_signals import OfficeSignals
from ganztag.desktop.pupils.screen import PupilsScreen
from ganztag.desktop.screens import ScreenHost


@pytest.fixture
def screen(qtbot: QtBot, desk: Desk) -> Iterator[PupilsScreen]:
    made, host = PupilsScreen(desk), ScreenHost()
    host.add(made)
    qtbot.addWidget(host)
    signals = OfficeSignals(desk.office, host)
    signals.changed.connect(host.news)
    host.resize(1200, 800)
    host.show()
    host.turn_to("pupils")
    yield made
    host.close()
