"""20,000 rows in a list: search and sorting, painted, beside sorting the same keys in plain Python."""

import random
import time
from collections.abc import Callable
from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ganztag.desktop.theme import Theme
from ganztag.desktop.widgets.cells import DAYS, MUTED, STRONG
from ganztag.desktop.widgets.columns import Column
from ganztag.desktop.widgets.filter_box import FilterBox
from ganztag.desktop.widgets.rows import Rows
from ganztag.desktop.widgets.table import Table
from ganztag.domain.search import search_key
from ganztag.language import N_, sort_key

pytestmark = [pytest.mark.benchmark, pytest.mark.qt_log_ignore("This plugin does not support", extend=True)]
MANY = 20_000
_SYLLABLES = ("ba", "ke", "lö", "mi", "nu", "ra", "sa", "te", "vi", "ze", "schö", "yıl", "dø", "ñu")


@dataclass(frozen=True)
class Child:
    id: int
    name: str
    class_name: str
    days: frozenset[int]
    search_key: str


COLUMNS: tuple[Column[Child], ...] = (
    Column("name", N_("Name"), shown=lambda child: child.name, cell=STRONG, width=220, stretch=True),
    Column("class", N_("Class"), shown=lambda child: child.class_name, cell=MUTED),
    Column("days", N_("Days"), shown=lambda child: child.days, cell=DAYS),
)


def children() -> list[Child]:
    chance = random.Random(20)
    made = []
    for number in range(MANY):
        parts = ["".join(chance.choices(_SYLLABLES, k=3)).title() for _part in range(2)]
        name, class_name = ", ".join(parts), f"{chance.randrange(5, 11)}{chance.choice('abc')}"
        days = frozenset(chance.sample(range(1, 6), 2))
        made.append(Child(number, name, class_name, days, search_key(name, class_name)))
    return made


def quickest(work: Callable[[], object], times: int = 7) -> float:
    found = []
    for _time in range(times):
        start = time.process_time()
        work()
        found.append(time.process_time() - start)
    return min(found)


@pytest.fixture(scope="module")
def pupils() -> list[Child]:
    return children()


@pytest.fixture
def table(qtbot: QtBot, qapp: object, pupils: list[Child]) -> Table:
    Theme(qapp, "light")  # type: ignore[arg-type]
    rows: Rows[Child] = Rows(COLUMNS, found_by=lambda child: child.search_key)
    rows.show(pupils)
    made = Table(rows)
    qtbot.addWidget(made)
    made.resize(900, 800)
    made.show()
    made.viewport().repaint()
    return made


def yardstick(pupils: list[Child]) -> float:
    keys = [sort_key(child.name) for child in pupils]
    return quickest(lambda: sorted(keys))


def test_a_key_in_the_search_box_is_filtered_and_painted_quickly(
    qtbot: QtBot, table: Table, pupils: list[Child]
) -> None:
    box = FilterBox()
    qtbot.addWidget(box)
    table.searched_by(box.search)
    texts = iter(["b", "ba", "bak", "bake", "bak", "ba", "b", "ba"])

    def key() -> None:
        box.search.setText(next(texts))
        table.viewport().repaint()

    key()
    ratio = quickest(key) / yardstick(pupils)
    print(f"a key in the search box: {ratio:.2f} x sorting {MANY} keys")
    assert ratio <= 4


def test_sorting_is_painted_quickly(table: Table, pupils: list[Child]) -> None:
    orders = iter([Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder] * 5)

    def click() -> None:
        table.sortByColumn(0, next(orders))
        table.viewport().repaint()

    click()
    ratio = quickest(click) / yardstick(pupils)
    print(f"sorting: {ratio:.2f} x sorting {MANY} keys")
    assert ratio <= 3
