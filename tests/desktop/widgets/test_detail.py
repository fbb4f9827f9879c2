"""The verbs at the foot of a detail."""

from PySide6.QtGui import QAction
from pytestqt.qtbot import QtBot

from ganztag.desktop import icons
from ganztag.desktop.widgets.detail import ActionButton


def test_a_verb_of_low_priority_shows_its_icon_alone_and_keeps_its_name(qtbot: QtBot) -> None:
    action = QAction(icons.icon("trash-2"), "Löschen")
    button = ActionButton(action)
    qtbot.addWidget(button)
    assert button.text().strip() == "Löschen"
    action.setPriority(QAction.Priority.LowPriority)
    assert button.text() == ""
    assert (button.accessibleName(), button.toolTip()) == ("Löschen", "Löschen")


def test_a_verb_without_an_icon_keeps_its_words(qtbot: QtBot) -> None:
    action = QAction("Löschen")
    action.setPriority(QAction.Priority.LowPriority)
    button = ActionButton(action)
    qtbot.addWidget(button)
    assert button.text() == "Löschen"
