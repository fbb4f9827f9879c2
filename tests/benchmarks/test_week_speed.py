"""The week of a large school is painted, and painted anew while a course is dragged, beside painting plain texts."""

import time
from collections.abc import Callable

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ganztag.desktop import fonts
from ganztag.desktop.desk import Desk
from ganztag.desktop.jobs import Now
from ganztag.desktop.preferences import Preferences
from ganztag.desktop.theme import Theme
from ganztag.desktop.week import loads
from ganztag.desktop.week.judge import Judge
from ganztag.desktop.week.screen import WeekScreen
from ganztag.operations.office import Office
from tests.desktop.hands import Recorder

pytestmark = [pytest.mark.benchmark, pytest.mark.qt_log_ignore("This plugin does not support", extend=True)]
SIZE = (1440, 900)
TEXTS = 300


def _quickest(work: Callable[[], object], times: int = 9) -> float:
    found = []
    for _time in range(times):
        start = time.process_time()
        work()
        found.append(time.process_time() - start)
    return sorted(found)[times // 2]


@pytest.fixture
def screen(qtbot: QtBot, qapp: QApplication, large: Office) -> WeekScreen:
    fonts.put_on(qapp)
    Theme(qapp, "light")
    made = WeekScreen(Desk(large, Recorder(), Now(), Preferences()))
    qtbot.addWidget(made)
    made.resize(1216, 900)  # a window of 1440 x 900 without its sidebar
    made.show()
    made.refresh()
    assert len({chip.course for chip in made.grid.sheet.chips}) == 150
    return made


@pytest.fixture
def yardstick(screen: WeekScreen) -> float:
    """Return how long it takes to write so many short texts."""
    image = QImage(*SIZE, QImage.Format.Format_ARGB32_Premultiplied)

    def write() -> None:
        painter = QPainter(image)
        painter.setFont(fonts.font())
        for number in range(TEXTS):
            painter.drawText(QRect(10, number * 3, 200, 20), f"Kurs {number}")
        painter.end()

    write()
    return _quickest(write)


def _report(what: str, seconds: float, yardstick: float, most: float) -> None:
    ratio = f"{seconds / yardstick:.1f} x writing {TEXTS} texts ({yardstick * 1000:.1f} ms)"
    print(f"\n{what}: {seconds * 1000:.1f} ms, {ratio}")
    assert seconds <= most * yardstick


def _painted(screen: WeekScreen) -> Callable[[], None]:
    grid = screen.grid
    image = QImage(grid.viewport().size(), QImage.Format.Format_ARGB32_Premultiplied)

    def paint() -> None:
        painter = QPainter(image)
        grid.painting.paint(painter, grid.viewport().rect())
        painter.end()

    return paint


def test_the_week_of_the_whole_school_is_painted_within_a_frame(screen: WeekScreen, yardstick: float) -> None:
    paint = _painted(screen)
    paint()
    _report("the week of 150 courses painted", _quickest(paint), yardstick, 6)


def test_all_cells_are_painted_anew_within_a_frame_while_a_course_is_dragged(
    screen: WeekScreen, yardstick: float
) -> None:
    grid = screen.grid
    chip = grid.sheet.chips[7]
    hand = Judge(screen._desk.watch.offer(), grid.sheet).carrying(loads.of_chip(chip, screen._desk.watch.offer()))
    assert len(hand.signs) == 15
    paint = _painted(screen)

    def take_up_and_down() -> None:
        grid.carry(hand)
        paint()
        grid.carry(None)

    take_up_and_down()
    _report("all cells with their reasons arranged and painted", _quickest(take_up_and_down), yardstick, 9)
    grid.carry(hand)
    cells = [(day, band) for day in range(5) for band in range(3)]

    def over_all_cells() -> None:
        for cell in cells:
            grid.aim(cell)
            QApplication.processEvents()

    over_all_cells()
    _report("a course carried into another cell, one frame", _quickest(over_all_cells, 3) / 15, yardstick, 4)
    grid.carry(None)
