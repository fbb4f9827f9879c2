"""Picking some of many: found by any part of a name, looked through by mouse, each with a role."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ganztag.desktop.widgets.buttons import IconButton
from ganztag.desktop.widgets.picks import Picks
from ganztag.language import N_
from tests.desktop.hands import press, type_text

PEOPLE = ((1, "Otto Baum"), (2, "Çağla Özdemir"), (3, "Anna Berg"))


@pytest.fixture
def picks(qtbot: QtBot) -> Picks:
    made = Picks(name=N_("Leaders"), add=N_("Add a leader …"), roles={"": N_("leads"), "assistant": N_("assists")})
    qtbot.addWidget(made)
    made.offer(PEOPLE)
    made.show()
    return made


def test_somebody_is_found_by_the_surname_and_taken_with_enter(picks: Picks) -> None:
    type_text(picks.seeker, "baum")
    assert picks.seeker.near() == ["Otto Baum"]
    press(picks.seeker, Qt.Key.Key_Return)
    assert picks.value() == (1,)
    type_text(picks.seeker, "oezd")
    press(picks.seeker, Qt.Key.Key_Return)
    assert picks.value() == (1, 2)


def test_a_click_shows_all_who_are_not_picked_yet(picks: Picks) -> None:
    picks.put((3,))
    QTest.mouseClick(picks.seeker, Qt.MouseButton.LeftButton)
    assert picks.seeker.near() == ["Otto Baum", "Çağla Özdemir"]
    picks.seeker._popup.hide()


def test_down_shows_all_and_enter_takes_the_first(picks: Picks) -> None:
    press(picks.seeker, Qt.Key.Key_Down)
    assert len(picks.seeker.near()) == 3
    press(picks.seeker, Qt.Key.Key_Return)
    assert picks.value() == (1,)


def test_the_x_removes_and_the_role_is_told(picks: Picks, qtbot: QtBot) -> None:
    picks.put((1, 2), {1: "", 2: "assistant"})
    role = picks.role_of(2)
    assert role is not None
    assert role.value() == "assistant"
    with qtbot.waitSignal(picks.role_picked) as told:
        role.picked.emit("")
    assert told.args == [2, ""]
    remove = next(button for button in picks.findChildren(IconButton) if button.objectName() == "1")
    remove.click()
    assert picks.value() == (2,)
