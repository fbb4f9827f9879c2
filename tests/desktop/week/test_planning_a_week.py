"""A week is planned from an empty half-year: once by mouse only, once by keyboard only."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QWidget

from ganztag.desktop.main_window import MainWindow
from ganztag.desktop.opening import Opening
from ganztag.desktop.week.screen import WeekScreen
from ganztag.domain.clock import Clock
from ganztag.operations.opening import open_office
from tests.desktop.hands import type_text
from tests.desktop.week.hands import Hands, Planned, planned

_Key = Qt.Key
CELLS = {"Keramik": (1, 0), "Schach": (0, 0), "Theater": (0, 1), "Nähen": (2, 1), "Chor": (2, 1)}
State = dict[str, Any]


@dataclass
class Play:
    """The hands in the window, the file, and how the week stood after each gesture."""

    hands: Hands
    week: Planned
    window: MainWindow
    opening: Opening
    path: Path
    clock: Clock
    states: list[State] = field(default_factory=list)

    def state(self) -> State:
        return {name: self.week.places(name) for name in self.week.courses}

    def done(self) -> State:
        """Keep how it stands after a gesture, which changed something in one deed."""
        now = self.state()
        assert now != self.states[-1]
        self.states.append(now)
        return now

    def marks(self, *titles: str) -> set[str]:
        return {chip.mark for chip in self.hands.screen.grid.sheet.chips if chip.title in titles}


@pytest.fixture
def play(empty_school: Path, tmp_path: Path, clock: Clock, window: MainWindow, opening: Opening) -> Iterator[Play]:
    path = tmp_path / "week.ganztag"
    path.write_bytes(empty_school.read_bytes())
    office = open_office(path, clock)
    week = planned(office)
    office.close()
    assert opening.open(path)
    assert opening.school is not None
    week.office = opening.school.desk.office
    opening.school.turn_to("week")
    window.activateWindow()
    QApplication.processEvents()
    screen = window.host.currentWidget()
    assert isinstance(screen, WeekScreen)
    made = Play(Hands(screen), week, window, opening, path, clock)
    made.states.append(made.state())
    yield made
    opening.close_file()


def check_planned(play: Play) -> None:
    """Say how the week was planned, by mouse as by keys."""
    at, now = play.week.blocks, play.states[-1]
    both = ("Şahin", "Owusu")
    assert now["Keramik"] == [(at[2, 0], "Werkraum", both), (at[2, 1], "Werkraum", both)]
    assert now["Chor"] == [(at[3, 0], "Aula", ("Owusu",))]
    assert now["Schach"] == [(at[1, 0], "R 104", ("Müller",))]
    assert now["Theater"] == [(at[1, 1], "Aula", ("Müller",))]
    assert now["Nähen"] == [(at[3, 1], "R 104", ("Şahin",))]


def check_undone_and_kept(play: Play) -> None:
    """Undo goes back gesture by gesture, redo forward again, and the file holds the end."""
    undo, redo = play.window.actions_.undo, play.window.actions_.redo
    for before in reversed(play.states[:-1]):
        undo.trigger()
        assert play.state() == before
    assert play.week.office.undo_label is None
    for after in play.states[1:]:
        redo.trigger()
        assert play.state() == after
    play.opening.close_file()
    play.week.office = open_office(play.path, play.clock)
    assert play.state() == play.states[-1]
    play.week.office.close()


def test_a_week_was_planned_from_an_empty_half_year_by_mouse_only(play: Play) -> None:
    hands, supply = play.hands, play.hands.screen.side.supply
    looked: list[set[tuple[int, int]]] = []

    def look() -> None:
        hand = hands.screen.grid.hand
        assert hand is not None
        looked.append(set(hand.signs))

    for title, cell in CELLS.items():
        hands.drag(hands.line_of(supply.list, title), hands.cell_at(*cell), watch=look)
        play.done()
    assert supply.list.lines == ()
    assert looked == [{(day, band) for day in (0, 1, 2) for band in (0, 1)}] * 5
    hands.drag(hands.chip_at("Chor"), hands.cell_at(2, 0))
    play.done()
    hands.drag(hands.edge_of("Keramik"), hands.cell_at(1, 1))
    play.done()
    hands.click(_segment(supply.kind, 1))
    hands.drag(hands.line_of(supply.list, "Owusu"), hands.chip_at("Keramik"))
    play.done()
    hands.click(_segment(supply.kind, 2))
    hands.drag(hands.chip_at("Nähen"), hands.line_of(supply.list, "R 104"))
    play.done()
    check_planned(play)
    hands.click(_segment(supply.kind, 0))
    hands.drag(hands.chip_at("Theater"), hands.cell_at(2, 0))
    play.done()
    assert play.marks("Theater", "Chor") == {"error"}
    swaps = hands.screen.side.answers.swaps
    hands.click(_middle(hands.screen.side.chosen._swap))
    hands.click(swaps.list.viewport().mapToGlobal(swaps.list.area(0).center()))
    play.done()
    assert play.marks("Theater", "Chor").isdisjoint({"error"})
    hands.drag(hands.chip_at("Schach"), _middle(supply))
    assert play.done()["Schach"] == []
    check_undone_and_kept(play)


def _segment(kind: Any, place: int) -> QPoint:
    where: QPoint = kind.mapToGlobal(kind._boxes()[place].center())
    return where


def _middle(widget: QWidget) -> QPoint:
    return widget.mapToGlobal(widget.rect().center())


def test_a_week_was_planned_from_an_empty_half_year_by_keyboard_only(play: Play) -> None:
    hands, screen = play.hands, play.hands.screen
    supply = screen.side.supply
    for title, cell in CELLS.items():
        _tab_to(hands, supply.list)
        _press_until(hands, _Key.Key_Down, lambda title=title: supply.list.lines[supply.list.current].title == title)  # type: ignore[misc]
        hands.press(_Key.Key_Return)
        _set_down(hands, cell)
        play.done()
    _walk_to(hands, "Chor")
    hands.press(_Key.Key_Return)
    _set_down(hands, (2, 0))
    play.done()
    _walk_to(hands, "Keramik")
    hands.press(_Key.Key_Down, shift=True)
    play.done()
    for key, title, text in ((_Key.Key_L, "Keramik", "owu"), (_Key.Key_R, "Nähen", "104")):
        _walk_to(hands, title)
        hands.press(key)
        focus = QApplication.focusWidget()
        assert focus is supply.list
        type_text(supply.list, text)
        hands.press(_Key.Key_Return)
        play.done()
    check_planned(play)
    _walk_to(hands, "Theater")
    hands.press(_Key.Key_Return)
    _set_down(hands, (2, 0))
    play.done()
    assert play.marks("Theater", "Chor") == {"error"}
    _walk_to(hands, "Theater")
    hands.press(_Key.Key_T, _Key.Key_Return)
    play.done()
    assert play.marks("Theater", "Chor").isdisjoint({"error"})
    _walk_to(hands, "Schach")
    hands.press(_Key.Key_Delete)
    assert play.done()["Schach"] == []
    check_undone_and_kept(play)


def _press_until(hands: Hands, key: Qt.Key, is_there: Callable[[], bool]) -> None:
    for _press in range(40):
        if is_there():
            return
        hands.press(key)
    raise AssertionError("The keys never got there.")


def _tab_to(hands: Hands, widget: QWidget) -> None:
    _press_until(hands, _Key.Key_Tab, lambda: QApplication.focusWidget() is widget)


def _set_down(hands: Hands, cell: tuple[int, int]) -> None:
    """Carry with the arrows to a cell and set down there."""
    grid = hands.screen.grid
    assert grid.hasFocus()
    assert grid.hand is not None
    assert grid.hand.target is not None
    across, down = cell[0] - grid.hand.target[0], cell[1] - grid.hand.target[1]
    hands.press(*[_Key.Key_Right if across > 0 else _Key.Key_Left] * abs(across))
    hands.press(*[_Key.Key_Down if down > 0 else _Key.Key_Up] * abs(down))
    assert grid.hand.target == cell
    assert grid.accessibleDescription()
    hands.press(_Key.Key_Return)


def _walk_to(hands: Hands, title: str) -> None:
    """Walk with the arrows to a chip."""
    grid = hands.screen.grid
    chip = next(chip for chip in grid.sheet.chips if chip.title == title)
    _tab_to(hands, grid)

    def cell() -> tuple[int, int]:
        return grid.cursor_.cell or (-1, -1)

    _press_until(hands, _Key.Key_Up, lambda: cell()[1] == 0)
    _press_until(hands, _Key.Key_Left if cell()[0] > chip.day else _Key.Key_Right, lambda: cell()[0] == chip.day)
    if cell()[1] != 0:
        _press_until(hands, _Key.Key_Up, lambda: cell()[1] == 0)
    hands.press(_Key.Key_Up)
    _press_until(hands, _Key.Key_Down, lambda: grid.cursor_.key == chip.key)
