"""Ctrl+Z in a field: first its own typing, then the school's last deed."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ganztag.desktop.widgets.editors import LineEditor, LinesEditor
from ganztag.desktop.widgets.fields import Field, Kind
from ganztag.desktop.widgets.filter_box import SearchField
from ganztag.language import N_

_LINES = Field("note", N_("Note"), Kind.LINES)
_LINE = Field("surname", N_("Surname"))


class Window(QWidget):
    """A window with the school's undo, which counts, and one field."""

    def __init__(self, field: QWidget) -> None:
        super().__init__()
        self.undone = 0
        action = QAction(self)
        action.setShortcut(QKeySequence.StandardKey.Undo)
        action.triggered.connect(self._undo)
        self.addAction(action)
        layout = QVBoxLayout(self)
        layout.addWidget(field)

    def _undo(self) -> None:
        self.undone += 1


@pytest.mark.parametrize("kind", ["line", "lines", "search"])
def test_a_field_takes_its_own_typing_back_and_then_lets_the_school_do_it(qtbot: QtBot, kind: str) -> None:
    made: dict[str, QWidget] = {"line": LineEditor(_LINE), "lines": LinesEditor(_LINES), "search": SearchField()}
    field = made[kind]
    window = Window(field)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    field.setFocus()
    QTest.keyClicks(field, "ab")
    QTest.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert window.undone == 0
    for _again in range(2):  # a text of several lines may take back in steps
        QTest.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert window.undone >= 1
    assert [field.property(name) or "" for name in ("text", "plainText")] == ["", ""]
