"""The list of a screen: it copies for Excel, remembers its columns, and can be used by keys alone."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ganztag.desktop.preferences import Preferences
from ganztag.desktop.widgets.header import Header
from ganztag.desktop.widgets.rows import Rows
from ganztag.desktop.widgets.table import Table
from tests.desktop.hands import press
from tests.desktop.widgets.test_rows import CHILDREN, COLUMNS, Child, rows_of


def table_of(qtbot: QtBot, memory: Preferences | None = None) -> Table:
    table = Table(rows_of(CHILDREN), key="children", memory=memory)
    qtbot.addWidget(table)
    table.resize(400, 300)
    table.show()
    return table


def test_ctrl_c_copies_the_selected_rows_with_their_heads(qtbot: QtBot) -> None:
    table = table_of(qtbot)
    table.choose(1)
    press(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "Name\tAge\nÖzil\t9\n"


def test_a_name_that_looks_like_a_formula_is_copied_as_text(qtbot: QtBot) -> None:
    table = table_of(qtbot)
    table.rows.show([Child(1, "=1+1\t2")])
    table.choose(1)
    table.copy()
    assert QGuiApplication.clipboard().text().splitlines()[1] == "'=1+1 2\t10"


def test_hidden_columns_and_sorting_come_back_at_the_next_start(qtbot: QtBot) -> None:
    first = table_of(qtbot, Preferences())
    first.sortByColumn(1, Qt.SortOrder.DescendingOrder)
    header = first.horizontalHeader()
    assert isinstance(header, Header)
    header.column_actions(first)[0].trigger()
    first.hide()
    second = table_of(qtbot, Preferences())
    assert second.isColumnHidden(0)
    assert second.rows.visible_ids() == [4, 2, 1, 3]


def test_the_last_column_cannot_be_hidden(qtbot: QtBot) -> None:
    table = table_of(qtbot)
    header = table.horizontalHeader()
    assert isinstance(header, Header)
    header.setSectionHidden(0, True)
    assert [action.isEnabled() for action in header.column_actions(header)] == [True, False]


def test_enter_opens_the_current_row(qtbot: QtBot) -> None:
    table = table_of(qtbot)
    table.choose(2)
    with qtbot.waitSignal(table.opened) as opened:
        press(table, Qt.Key.Key_Return)
    assert opened.args == [2]


def test_the_chosen_row_is_told_once_for_each_change(qtbot: QtBot) -> None:
    table = table_of(qtbot)
    told: list[object] = []
    table.chosen.connect(told.append)
    table.choose(2)
    table.rows.show(CHILDREN)
    table.choose(2)
    table.rows.show([child for child in CHILDREN if child.id != 2])
    assert told[0] == 2
    assert len(told) == 2


def test_an_empty_list_has_nothing_chosen(qtbot: QtBot) -> None:
    table = Table(Rows(COLUMNS))
    qtbot.addWidget(table)
    table.choose_first()
    assert table.chosen_id() is None
    assert not table.choose(5)


def test_a_row_chosen_while_ctrl_is_held_is_the_only_one_selected(qtbot: QtBot) -> None:
    table = table_of(qtbot)
    table.choose(1)
    window, ctrl = table.windowHandle(), Qt.KeyboardModifier.ControlModifier
    QTest.keyPress(window, Qt.Key.Key_Control, ctrl)
    try:
        assert QGuiApplication.keyboardModifiers() == ctrl
        table.choose(2)
        assert table.selected_ids() == [2]
        table.choose(2)
        assert table.selected_ids() == [2]
    finally:
        QTest.keyRelease(window, Qt.Key.Key_Control)


def test_the_row_that_follows_a_deleted_one_is_selected_not_only_current(qtbot: QtBot) -> None:
    table = table_of(qtbot)
    table.choose(1)
    table.rows.show([child for child in CHILDREN if child.id != 1])
    assert table.chosen_id() is not None
    assert [index.row() for index in table.selectionModel().selectedRows()] == [table.currentIndex().row()]
