"""Typing papers on a large school: each key, each block that is written, and the demand that follows.

The yardstick is plain Python on the same CPU in the same run, as in test_screens_speed.py.
"""

import gc
import random
import time
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ganztag.desktop import fonts
from ganztag.desktop.desk import Desk
from ganztag.desktop.jobs import Now
from ganztag.desktop.preferences import Preferences
from ganztag.desktop.theme import Theme
from ganztag.desktop.wishes.screen import WishesScreen
from ganztag.language import sort_key
from ganztag.operations.office import Office
from tests.desktop.hands import Recorder, press, type_text
from tests.desktop.hosting import put_up

pytestmark = [pytest.mark.benchmark, pytest.mark.qt_log_ignore("This plugin does not support", extend=True)]
A_KEY, A_BLOCK, DEMAND = 20, 40, 110
"""Milliseconds of a quiet core, about the double of what it takes today."""


def _milliseconds(work: Callable[[], object]) -> float:
    gc.collect()
    start = time.process_time()
    work()
    QApplication.processEvents()
    return (time.process_time() - start) * 1000


def _hold(what: str, spent: float, most: float) -> None:
    chance = random.Random(20)
    keys = [sort_key("".join(chance.choices("abcdefgh", k=8))) for _name in range(12_000)]
    allowed = most * min(_milliseconds(lambda: sorted(keys)) for _turn in range(7)) / 10
    print(f"\n{what}: {spent:.0f} ms CPU; {most} ms are {allowed:.0f} ms here and now")
    assert spent <= allowed


def test_typing_and_looking_at_the_demand_are_not_waited_for(qtbot: QtBot, qapp: QApplication, large: Office) -> None:
    fonts.put_on(qapp)
    Theme(qapp, "light")
    desk = Desk(large, Recorder(), Now(), Preferences())
    screen = WishesScreen(desk)
    host, signals = put_up(qtbot, desk, screen, (1216, 900))
    screen.grid.setFocus()
    QApplication.processEvents()
    keys, blocks = [], []
    for _child in range(6):
        keys.append(_milliseconds(lambda: type_text(screen.grid, "1")))
        type_text(screen.grid, "00")
        press(screen.grid, Qt.Key.Key_Return)
        blocks.append(_milliseconds(lambda: press(screen.grid, Qt.Key.Key_Down)))
    _hold("a key in the grid of wishes", sorted(keys)[2], A_KEY)
    _hold("a block of wishes is written and shown", sorted(blocks)[2], A_BLOCK)
    spent = _milliseconds(lambda: screen.go_to_chip("demand"))
    _hold("the demand is shown", spent, DEMAND)
    signals.stop()
    host.close()
