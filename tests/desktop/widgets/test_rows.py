"""The table model merges by id: what is chosen stays chosen, whatever comes and goes."""

import random
from collections.abc import Sequence
from dataclasses import dataclass, replace

import pytest
from PySide6.QtCore import QItemSelectionModel, QPersistentModelIndex, Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from ganztag.desktop.widgets.cells import NUMBER
from ganztag.desktop.widgets.columns import Column
from ganztag.desktop.widgets.rows import Rows
from ganztag.desktop.widgets.table import Table
from ganztag.language import N_


@dataclass(frozen=True)
class Child:
    id: int
    name: str
    age: int = 10


COLUMNS: tuple[Column[Child], ...] = (
    Column("name", N_("Name"), shown=lambda child: child.name),
    Column("age", N_("Age"), shown=lambda child: str(child.age), sorted_by=lambda child: child.age, cell=NUMBER),
)
CHILDREN = [Child(1, "Özil", 9), Child(2, "Zacher", 10), Child(3, "Şahin", 8), Child(4, "Adam", 12)]


def rows_of(children: Sequence[Child]) -> Rows[Child]:
    rows: Rows[Child] = Rows(COLUMNS)
    rows.show(children)
    return rows


def names(rows: Rows[Child]) -> list[str]:
    return [rows.data(rows.index(row, 0)) for row in range(rows.rowCount())]


def test_the_model_keeps_qts_rules_while_rows_come_go_move_and_change(qtmodeltester: ModelTester) -> None:
    chance = random.Random(7)
    rows = rows_of(CHILDREN)
    qtmodeltester.check(rows)  # type: ignore[no-untyped-call]
    pool = [Child(number, f"Kind {number}") for number in range(200)]
    for _round in range(15):
        now = chance.sample(pool, chance.randrange(0, 150))
        now = [replace(child, age=chance.randrange(5, 20)) for child in now]
        rows.show(now)
        assert rows.visible() == now
    qtmodeltester.check(rows)  # type: ignore[no-untyped-call]


def test_persistent_indexes_follow_their_rows_through_a_merge() -> None:
    rows = rows_of(CHILDREN)
    held = QPersistentModelIndex(rows.index_of(3))
    gone = QPersistentModelIndex(rows.index_of(1))
    rows.show([Child(5, "Neu"), CHILDREN[3], replace(CHILDREN[2], name="Sahin"), CHILDREN[1]])
    assert held.isValid()
    assert rows.row_at(held) == Child(3, "Sahin", 8)
    assert not gone.isValid()


def test_a_changed_row_tells_only_itself(qtbot: QtBot) -> None:
    rows = rows_of(CHILDREN)
    with qtbot.waitSignal(rows.dataChanged) as told:
        rows.show([*CHILDREN[:3], replace(CHILDREN[3], age=13)])
    assert told.args is not None
    assert [told.args[0].row(), told.args[1].row()] == [3, 3]


def test_news_reset_nothing_and_keep_the_selection(qtbot: QtBot) -> None:
    rows = rows_of(CHILDREN)
    table = Table(rows)
    qtbot.addWidget(table)
    table.choose(3)
    with qtbot.assertNotEmitted(rows.modelReset):
        rows.show([Child(9, "Neu"), *reversed(CHILDREN)])
    assert table.chosen_id() == 3
    assert table.selected_ids() == [3]


@pytest.mark.parametrize("typed", ["sahin", "ŞAHIN", "şah", "  Sahin "])
def test_search_finds_in_every_spelling(typed: str) -> None:
    rows = rows_of(CHILDREN)
    rows.look_for(typed)
    assert names(rows) == ["Şahin"]


def test_all_words_of_a_search_have_to_occur() -> None:
    rows = rows_of([Child(1, "Ada Berg", 9), Child(2, "Ada Tal", 8)])
    rows.look_for("tal ada")
    assert names(rows) == ["Ada Tal"]
    rows.look_for("berg 8")
    assert names(rows) == []


def test_search_and_rule_keep_what_is_chosen_by_id(qtbot: QtBot) -> None:
    rows = rows_of(CHILDREN)
    table = Table(rows)
    qtbot.addWidget(table)
    table.choose(3)
    rows.look_for("a")
    assert table.chosen_id() == 3
    rows.only(lambda child: child.age < 10)
    assert table.chosen_id() == 3
    rows.look_for("zach")
    assert table.chosen_id() is None


def test_a_merge_under_a_filter_shows_only_what_the_filter_accepts() -> None:
    rows = rows_of(CHILDREN)
    rows.only(lambda child: child.age >= 10)
    rows.show([*CHILDREN, Child(5, "Neu", 11), Child(6, "Klein", 6)])
    assert names(rows) == ["Zacher", "Adam", "Neu"]
    rows.show([replace(child, age=10) for child in CHILDREN])
    assert names(rows) == ["Özil", "Zacher", "Şahin", "Adam"]


def test_names_sort_as_in_a_german_dictionary_and_numbers_by_value() -> None:
    rows = rows_of(CHILDREN)
    rows.sort(0)
    assert names(rows) == ["Adam", "Özil", "Şahin", "Zacher"]
    rows.sort(1, Qt.SortOrder.DescendingOrder)
    assert names(rows) == ["Adam", "Zacher", "Özil", "Şahin"]


def test_sorting_keeps_selection_and_current_row(qtbot: QtBot) -> None:
    rows = rows_of(CHILDREN)
    table = Table(rows)
    qtbot.addWidget(table)
    table.choose(2)
    table.selectionModel().select(
        rows.index_of(4), QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
    )
    rows.sort(0)
    assert table.chosen_id() == 2
    assert table.selected_ids() == [4, 2]


def test_new_rows_come_in_where_the_sorting_wants_them() -> None:
    rows = rows_of(CHILDREN)
    rows.sort(0)
    rows.show([*CHILDREN, Child(5, "Öztürk")])
    assert names(rows) == ["Adam", "Özil", "Öztürk", "Şahin", "Zacher"]


def test_an_edit_goes_to_the_operation_and_the_model_waits_for_the_news() -> None:
    edits: list[tuple[int, str]] = []
    columns = [Column[Child]("name", N_("Name"), shown=lambda c: c.name, edited=lambda c, t: edits.append((c.id, t)))]
    rows: Rows[Child] = Rows(columns)
    rows.show(CHILDREN)
    assert rows.setData(rows.index(0, 0), "Ozil")
    assert edits == [(1, "Ozil")]
    assert names(rows)[0] == "Özil"
    assert not rows.setData(rows.index(0, 0), "Özil")
