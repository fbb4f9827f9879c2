"""A week to plan, and a user's hands in it: real mouse and key events on the real window."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import time

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

from ganztag.desktop.week.lines import Lines
from ganztag.desktop.week.screen import WeekScreen
from ganztag.language import N_
from ganztag.operations import courses, moving, rooms, staff
from ganztag.operations.blocks import ensure_block
from ganztag.operations.office import Office
from ganztag.operations.operation import Operation, Work
from ganztag.queries import courses as course_rows
from ganztag.queries import frame

_NO = Qt.MouseButton.NoButton
_LEFT = Qt.MouseButton.LeftButton


@dataclass
class Planned:
    """Monday to Wednesday with two blocks each; five courses that wait, four rooms, three leaders."""

    office: Office
    blocks: dict[tuple[int, int], int] = field(default_factory=dict)
    courses: dict[str, int] = field(default_factory=dict)
    rooms: dict[str, int] = field(default_factory=dict)
    leaders: dict[str, int] = field(default_factory=dict)

    def places(self, name: str) -> list[tuple[int, str, tuple[str, ...]]]:
        """Return block, room and leaders of each meeting of a course."""
        term = self.office.read(frame.term)
        row = self.office.read(course_rows.course, self.courses[name], term.id)
        assert row is not None
        return [(meeting.block_id or 0, meeting.room, meeting.leaders) for meeting in row.meetings]


def planned(office: Office) -> Planned:
    """Fill an empty half-year with blocks, rooms, leaders and courses that have no place yet."""
    week, term = Planned(office), office.read(frame.term)

    def add_blocks(work: Work) -> None:
        for day in (1, 2, 3):
            for number, (starts, ends) in enumerate(((time(14), time(15)), (time(15, 10), time(16, 10)))):
                week.blocks[day, number] = ensure_block(work, term.school_year_id, day, starts, ends)

    office.do(Operation(N_("Add a block"), add_blocks))
    for code in ("Werkraum", "Aula", "R 104", "Halle"):
        week.rooms[code] = office.do(rooms.add(code, seats=30))
    for surname in ("Şahin", "Owusu", "Müller"):
        week.leaders[surname] = office.do(staff.add(surname=surname))
    for title, room, leader in (
        ("Keramik", "Werkraum", "Şahin"), ("Chor", "Aula", "Owusu"), ("Schach", "R 104", "Müller"),
        ("Theater", "Aula", "Müller"), ("Nähen", "Werkraum", "Şahin"),
    ):  # fmt: skip
        course = office.do(courses.add(term, title, min_size=2, max_size=12, description=title))
        week.courses[title] = course
        block = week.blocks[1, 0]
        office.do(moving.place(course, block, week.rooms[room], [week.leaders[leader]]))
        row = office.read(course_rows.course, course, term.id)
        assert row is not None
        office.do(moving.unplace([meeting.id for meeting in row.meetings]))
    office.forget()
    return week


@dataclass
class Hands:
    """What a user does on the screen of the week."""

    screen: WeekScreen

    def chip_at(self, title: str) -> QPoint:
        """Return the middle of a chip's upper line on the screen."""
        grid = self.screen.grid
        chip = next(chip for chip in grid.sheet.chips if chip.title == title)
        box = grid.geometry_.boxes_of(chip.key)[0].rect.translated(0, -grid.geometry_.scroll)
        return grid.viewport().mapToGlobal(QPoint(box.center().x(), box.top() + 10))

    def edge_of(self, title: str) -> QPoint:
        grid = self.screen.grid
        chip = next(chip for chip in grid.sheet.chips if chip.title == title)
        box = grid.geometry_.boxes_of(chip.key)[-1].rect.translated(0, -grid.geometry_.scroll)
        return grid.viewport().mapToGlobal(QPoint(box.center().x(), box.bottom() - 2))

    def cell_at(self, day: int, band: int) -> QPoint:
        grid = self.screen.grid
        return grid.viewport().mapToGlobal(grid.geometry_.cell((day, band)).center())

    def line_of(self, lines: Lines, title: str) -> QPoint:
        place = next(place for place, line in enumerate(lines.lines) if line.title == title)
        return lines.viewport().mapToGlobal(lines.area(place).center())

    def _under(self, at: QPoint) -> QWidget:
        window = self.screen.window()
        found = window.childAt(window.mapFromGlobal(at))
        assert found is not None
        return found

    def drag(self, start: QPoint, end: QPoint, *, watch: Callable[[], None] | None = None) -> None:
        """Press at a place of the screen, go to another in a few steps, let go; *watch* is called before that."""
        target = self._under(start)
        _mouse(target, QEvent.Type.MouseButtonPress, start, _LEFT)
        for step in range(1, 6):
            _mouse(target, QEvent.Type.MouseMove, start + (end - start) * step / 5, _NO)
            QApplication.processEvents()
        if watch is not None:
            watch()
        _mouse(target, QEvent.Type.MouseButtonRelease, end, _LEFT)
        QApplication.processEvents()

    def click(self, at: QPoint) -> None:
        target = self._under(at)
        _mouse(target, QEvent.Type.MouseButtonPress, at, _LEFT)
        _mouse(target, QEvent.Type.MouseButtonRelease, at, _LEFT)
        QApplication.processEvents()

    def press(self, *keys: Qt.Key, shift: bool = False) -> None:
        """Press keys where the focus is."""
        from tests.desktop.hands import press

        for key in keys:
            focus = QApplication.focusWidget()
            assert focus is not None
            modifiers = Qt.KeyboardModifier.ShiftModifier if shift else Qt.KeyboardModifier.NoModifier
            press(focus, key, modifiers)
            QApplication.processEvents()


def _mouse(target: QWidget, kind: QEvent.Type, at: QPoint, button: Qt.MouseButton) -> None:
    held = _NO if kind == QEvent.Type.MouseButtonRelease else _LEFT
    local = QPointF(target.mapFromGlobal(at))
    event = QMouseEvent(kind, local, QPointF(at), button, held, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(target, event)
