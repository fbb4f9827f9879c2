"""Who stands otherwise in plan B than in plan A: each child and block, and which plan is better for the child."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ganztag.desktop import fonts
from ganztag.desktop.allocation.lists.difference_columns import COLUMNS
from ganztag.desktop.desk import Desk
from ganztag.desktop.widgets.card import column, row
from ganztag.desktop.widgets.filter_box import FilterBox
from ganztag.desktop.widgets.rows import Rows
from ganztag.desktop.widgets.table import Table
from ganztag.desktop.widgets.text import Elided
from ganztag.language import _
from ganztag.queries.scenarios import DifferenceRow


class Differences(QWidget):
    """``chosen(row or None)`` follows the marked row, ``child_wanted(pupil id)`` is Enter or a double click."""

    chosen = Signal(object)
    child_wanted = Signal(int)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.rows: Rows[DifferenceRow] = Rows(COLUMNS, found_by=_found_by, parent=self)
        self.table = Table(self.rows, key="allocation/differences", memory=desk.memory)
        self.filters, self._against = FilterBox(), Elided("", "secondary", "muted")
        self.filters.search.hide()
        line, whole = row(gap=10, margins=(12, 0, 12, 6)), column()
        line.addWidget(self.filters)
        line.addWidget(self._against, 1)
        whole.addLayout(line)
        whole.addWidget(self.table, 1)
        self.setLayout(whole)
        self.filters.setMaximumWidth(fonts.px(420))
        self.filters.filtered.connect(self._filter)
        self.table.chosen.connect(self._chosen)
        self.table.opened.connect(self._open)

    def retranslate(self) -> None:
        self.table.setAccessibleName(_("Children who stand otherwise"))
        self.rows.retranslate()

    def show_rows(self, found: list[DifferenceRow], a: str, b: str) -> None:
        """Show the rows; *a* and *b* are what the plans are called."""
        self.rows.show(found)
        children = {key: len({one.pupil_id for one in found if rule(one)}) for key, rule in _RULES.items()}
        self.filters.show_chips(
            [
                ("all", _("All"), len({one.pupil_id for one in found})),
                ("B", _("better in B"), children["B"]),
                ("A", _("better in A"), children["A"]),
            ]
        )
        self._against.setText(_("A {a}, against B {b}", a=a, b=b))

    def shown(self) -> DifferenceRow | None:
        key = self.table.chosen_id()
        return self.rows.row_of(key) if key is not None else None

    def _filter(self, chip: str) -> None:
        self.rows.only(_RULES.get(chip))

    def _chosen(self, *_args: object) -> None:
        self.chosen.emit(self.shown())

    def _open(self, key: int) -> None:
        found = self.rows.row_of(key)
        if found is not None:
            self.child_wanted.emit(found.pupil_id)


def _found_by(one: DifferenceRow) -> str:
    return f"{one.search_key} {one.class_name} {one.a.number} {one.a.title} {one.b.number} {one.b.title}"


_RULES: Mapping[str, Callable[[DifferenceRow], bool]] = {
    "B": lambda one: one.favours == "B",
    "A": lambda one: one.favours == "A",
}
