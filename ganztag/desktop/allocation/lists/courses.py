"""The list of courses of a plan; the chosen one is explained beside."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ganztag.desktop.allocation.lists.course_rows import COLUMNS, CourseLine
from ganztag.desktop.desk import Desk
from ganztag.desktop.widgets.card import column, row
from ganztag.desktop.widgets.filter_box import FilterBox
from ganztag.desktop.widgets.rows import Rows
from ganztag.desktop.widgets.table import Table
from ganztag.language import _


class Courses(QWidget):
    """``chosen(row or None)`` follows the marked row."""

    chosen = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.rows: Rows[CourseLine] = Rows(COLUMNS, found_by=lambda one: one.search_key, parent=self)
        self.table = Table(self.rows, key="allocation/courses", memory=desk.memory)
        self.filters = FilterBox()
        self.filters.search.hide()
        line, whole = row(gap=10, margins=(12, 0, 12, 6)), column()
        line.addWidget(self.filters)
        whole.addLayout(line)
        whole.addWidget(self.table, 1)
        self.setLayout(whole)
        self.filters.filtered.connect(self._filter)
        self.table.chosen.connect(self._chosen)

    def retranslate(self) -> None:
        self.table.setAccessibleName(_("Courses"))
        self.rows.retranslate()

    def show_rows(self, found: list[CourseLine]) -> None:
        self.rows.show(found)
        counts = {key: sum(map(rule, found)) for key, rule in _RULES.items()}
        self.filters.show_chips(
            [
                ("all", _("All"), len(found)),
                ("full", _("full"), counts["full"]),
                ("struck", _("struck"), counts["struck"]),
            ]
        )

    def shown(self) -> CourseLine | None:
        key = self.table.chosen_id()
        return self.rows.row_of(key) if key is not None else None

    def _filter(self, chip: str) -> None:
        self.rows.only(_RULES.get(chip))

    def _chosen(self, *_args: object) -> None:
        self.chosen.emit(self.shown())


_RULES: Mapping[str, Callable[[CourseLine], bool]] = {
    "full": lambda one: one.full,
    "struck": lambda one: one.struck,
}
