"""Columns that stand as they were left, and make room for the one that matters."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ganztag.desktop import fonts
from ganztag.desktop.preferences import Preferences
from ganztag.desktop.widgets.columns import Column
from ganztag.desktop.widgets.header import Header
from ganztag.desktop.widgets.rows import Rows
from ganztag.desktop.widgets.table import Table
from ganztag.language import N_
from tests.desktop.widgets.test_rows import CHILDREN, Child

COLUMNS: tuple[Column[Child], ...] = (
    Column("name", N_("Name"), shown=lambda child: child.name, width=200, stretch=True),
    Column("class", N_("Class"), shown=lambda _child: "5a", width=120, gives_way=True),
    Column("age", N_("Age"), shown=lambda child: str(child.age), width=80),
)


def table_of(qtbot: QtBot, width: int, memory: Preferences | None = None) -> Table:
    rows: Rows[Child] = Rows(COLUMNS)
    rows.show(CHILDREN)
    table = Table(rows, key="children", memory=memory)
    qtbot.addWidget(table)
    table.resize(fonts.px(width), 300)
    table.show()
    return table


def hidden(table: Table) -> list[bool]:
    return [table.isColumnHidden(place) for place in range(3)]


def tick(table: Table, column: int) -> None:
    header = table.horizontalHeader()
    assert isinstance(header, Header)
    header.column_actions(header)[column].trigger()


def test_a_column_gives_way_while_the_name_has_no_room_and_comes_back(qtbot: QtBot) -> None:
    table = table_of(qtbot, 360)
    assert hidden(table) == [False, True, False]
    assert table.columnWidth(0) == table.viewport().width() - table.columnWidth(2)
    table.resize(fonts.px(500), 300)
    assert hidden(table) == [False, False, False]
    assert sum(table.columnWidth(place) for place in range(3)) == table.viewport().width()


def test_a_column_that_she_ticks_stays_however_narrow_it_gets(qtbot: QtBot) -> None:
    table = table_of(qtbot, 360)
    tick(table, 1)
    assert hidden(table) == [False, False, False]
    assert table.columnWidth(0) == fonts.px(200)
    table.resize(fonts.px(300), 300)
    assert hidden(table) == [False, False, False]


def test_what_only_gave_way_is_not_remembered_as_hidden(qtbot: QtBot) -> None:
    table_of(qtbot, 360, Preferences()).hide()
    assert hidden(table_of(qtbot, 500, Preferences())) == [False, False, False]


def test_what_she_hid_stays_hidden_at_the_next_start(qtbot: QtBot) -> None:
    table = table_of(qtbot, 500, Preferences())
    tick(table, 1)
    table.hide()
    assert hidden(table_of(qtbot, 500, Preferences())) == [False, True, False]


def test_the_name_takes_what_another_column_leaves(qtbot: QtBot) -> None:
    table = table_of(qtbot, 500)
    before = table.columnWidth(0)
    table.setColumnWidth(2, fonts.px(50))
    assert table.columnWidth(0) == before + fonts.px(30)


def test_width_and_order_come_back(qtbot: QtBot) -> None:
    table = table_of(qtbot, 500, Preferences())
    table.setColumnWidth(2, fonts.px(66))
    table.horizontalHeader().moveSection(2, 0)
    table.sortByColumn(2, Qt.SortOrder.DescendingOrder)
    table.hide()
    again = table_of(qtbot, 500, Preferences())
    assert again.columnWidth(2) == fonts.px(66)
    assert again.horizontalHeader().visualIndex(2) == 0
