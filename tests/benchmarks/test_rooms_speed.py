"""The rooms of a large school over the week: worked out, painted, and searched, beside painting plain texts."""

import time
from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ganztag.desktop import fonts
from ganztag.desktop.rooms.heat import HeatGrid
from ganztag.desktop.rooms.heat_rows import Heat
from ganztag.desktop.theme import Theme
from ganztag.operations.office import Office
from ganztag.operations.watch import Watch
from ganztag.planning.fitting.rooms import free_rooms
from ganztag.planning.offer import Offer

pytestmark = [pytest.mark.benchmark, pytest.mark.qt_log_ignore("This plugin does not support", extend=True)]
TEXTS = 300


def _quickest(work: Callable[[], object], times: int = 9) -> float:
    found = []
    for _time in range(times):
        start = time.process_time()
        work()
        found.append(time.process_time() - start)
    return sorted(found)[times // 2]


@pytest.fixture
def offer(qapp: QApplication, large: Office) -> Offer:
    fonts.put_on(qapp)
    Theme(qapp, "light")
    found = Watch(large).offer()
    assert (len(found.rooms), len(found.blocks)) == (60, 15)
    return found


@pytest.fixture
def yardstick(offer: Offer) -> float:
    """Return how long it takes to write so many short texts."""
    image = QImage(1440, 900, QImage.Format.Format_ARGB32_Premultiplied)

    def write() -> None:
        painter = QPainter(image)
        painter.setFont(fonts.font())
        for number in range(TEXTS):
            painter.drawText(QRect(10, number * 3, 200, 20), f"Kurs {number}")
        painter.end()

    write()
    return _quickest(write)


def _report(what: str, seconds: float, yardstick: float, most: float) -> None:
    written = f"{seconds / yardstick:.1f} x writing {TEXTS} texts ({yardstick * 1000:.1f} ms)"
    print(f"\n{what}: {seconds * 1000:.1f} ms, {written}")
    assert seconds <= most * yardstick


def test_the_occupation_of_all_rooms_is_worked_out_within_a_blink(offer: Offer, yardstick: float) -> None:
    _report("Occupation of 60 rooms", _quickest(lambda: Heat.of(offer)), yardstick, 6)


def test_the_heat_grid_is_painted_within_a_frame(qtbot: QtBot, offer: Offer, yardstick: float) -> None:
    grid = HeatGrid()
    qtbot.addWidget(grid)
    grid.resize(1150, 700)
    grid.show()
    grid.show_heat(Heat.of(offer))
    image = QImage(grid.viewport().size(), QImage.Format.Format_ARGB32_Premultiplied)
    _report("Heat grid", _quickest(lambda: grid.viewport().render(image, QPoint())), yardstick, 9)


def test_a_free_room_is_found_at_once(offer: Offer, yardstick: float) -> None:
    search = _quickest(lambda: free_rooms(offer, 2, 880, 940, children=20, equipment=frozenset({"Klavier"})))
    _report("Free room among 60", search, yardstick, 1)
