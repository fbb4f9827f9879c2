"""One edit, committed to disk and shown in two windows, beside the bare driver's commit and two repaints."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from sqlcipher3 import dbapi2

from ganztag.desktop.desk import Desk
from ganztag.desktop.jobs import Now
from ganztag.desktop.office_signals import OfficeSignals
from ganztag.desktop.preferences import Preferences
from ganztag.desktop.rooms.screen import RoomsScreen
from ganztag.desktop.theme import Theme
from ganztag.operations import rooms
from ganztag.operations.office import Office
from ganztag.queries import frame
from ganztag.queries.rooms import rooms as all_rooms
from ganztag.storage import connecting
from tests.desktop.hands import Recorder

pytestmark = [pytest.mark.benchmark, pytest.mark.qt_log_ignore("This plugin does not support", extend=True)]
LIMIT = 10.0


def _median(work: Callable[[int], object], times: int = 41) -> float:
    found = []
    for number in range(times):
        start = time.process_time()
        work(number)
        found.append(time.process_time() - start)
    return sorted(found)[times // 2]


def _bare_commit(folder: Path) -> Callable[[int], None]:
    connection = dbapi2.connect(str(folder / "bare.db"), isolation_level=None)
    for pragma in connecting._PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")
    connection.execute("CREATE TABLE room (id INTEGER PRIMARY KEY, seats INTEGER)")
    connection.execute("INSERT INTO room VALUES (1, 0)")

    def commit(number: int) -> None:
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("UPDATE room SET seats = ? WHERE id = 1", (number,))
        connection.execute("COMMIT")

    return commit


def test_one_edit_shown_in_two_windows(qtbot: QtBot, qapp: QApplication, sample: Office, tmp_path: Path) -> None:
    Theme(qapp, "light")
    screens = []
    for _window in range(2):
        screen = RoomsScreen(Desk(sample, Recorder(), Now(), Preferences()))
        qtbot.addWidget(screen)
        screen.resize(1200, 760)
        screen.show()
        screen.refresh()
        screen.grab()
        screens.append(screen)
    signals = OfficeSignals(sample)
    for screen in screens:
        signals.changed.connect(screen.refresh)
    room = sample.read(all_rooms, sample.read(frame.term).id)[3]
    bare_commit = _bare_commit(tmp_path)

    def repaint(_number: int = 0) -> None:
        for screen in screens:
            screen.repaint()
            qapp.processEvents()

    def edit(number: int) -> None:
        sample.do(rooms.edit(room.id, room.code, seats=500 + number))
        repaint()

    def bare(number: int) -> None:
        bare_commit(number)
        repaint()

    edit(-1)
    bare(-1)
    ours, yardstick = _median(edit), _median(bare)
    print(
        f"\nedit in two windows {ours * 1000:.1f} ms, bare commit and two repaints {yardstick * 1000:.1f} ms: "
        f"{ours / yardstick:.1f} x"
    )
    assert ours <= LIMIT * yardstick
