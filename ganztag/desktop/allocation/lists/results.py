"""The list of results: each child and block, what it got, and why not its first wish."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ganztag.desktop.allocation.lists.result_columns import COLUMNS
from ganztag.desktop.allocation.lists.verbs import ResultVerbs
from ganztag.desktop.desk import Desk
from ganztag.desktop.widgets.banner import Banner
from ganztag.desktop.widgets.card import column, row
from ganztag.desktop.widgets.filter_box import FilterBox
from ganztag.desktop.widgets.rows import Rows
from ganztag.desktop.widgets.table import Table
from ganztag.language import _
from ganztag.queries.allocation import ResultRow


class Results(QWidget):
    """``chosen(row or None)`` follows the marked row, ``child_wanted(pupil id)`` is Enter or a double click."""

    chosen = Signal(object)
    child_wanted = Signal(int)

    def __init__(self, desk: Desk, banner: Banner) -> None:
        super().__init__()
        self.rows: Rows[ResultRow] = Rows(COLUMNS, found_by=_found_by, parent=self)
        self.table = Table(self.rows, key="allocation", memory=desk.memory)
        self.filters = FilterBox()
        self.filters.search.hide()
        self.verbs = ResultVerbs(desk, self.table, banner, self)
        line, whole = row(gap=10, margins=(12, 0, 12, 6)), column()
        line.addWidget(self.filters)
        whole.addLayout(line)
        whole.addWidget(self.table, 1)
        self.setLayout(whole)
        self.filters.filtered.connect(self._filter)
        self.table.offer(self.verbs.all())
        self.table.chosen.connect(self._chosen)
        self.table.opened.connect(self._open)

    def retranslate(self) -> None:
        self.table.setAccessibleName(_("Results"))
        self.rows.retranslate()
        self.verbs.follow(self.shown())

    def show_rows(self, found: list[ResultRow]) -> None:
        self.rows.show(found)
        counts = {key: sum(map(rule, found)) for key, rule in _RULES.items()}
        self.filters.show_chips(
            [
                ("all", _("All"), len(found)),
                ("none", _("without a place"), counts["none"]),
                ("not_first", _("not the first wish"), counts["not_first"]),
                *([("fixed", _("fixed by hand"), counts["fixed"])] if counts["fixed"] else []),
            ]
        )
        self.verbs.follow(self.shown())

    def shown(self) -> ResultRow | None:
        key = self.table.chosen_id()
        return self.rows.row_of(key) if key is not None else None

    def choose_child(self, pupil_id: int | None, block_id: int | None = None) -> None:
        """Mark what a child got in a block, without one in its first."""
        own = (one for one in self.rows.all() if one.pupil_id == pupil_id and block_id in (None, one.block.id))
        found = next(own, None)
        if found is not None:
            self.filters.turn_on("all")
            self.table.choose(found.id)

    def _filter(self, chip: str) -> None:
        self.rows.only(_RULES.get(chip))

    def _chosen(self, *_args: object) -> None:
        shown = self.shown()
        self.verbs.follow(shown)
        self.chosen.emit(shown)

    def _open(self, key: int) -> None:
        found = self.rows.row_of(key)
        if found is not None:
            self.child_wanted.emit(found.pupil_id)


def _found_by(one: ResultRow) -> str:
    return f"{one.search_key} {one.class_name} {one.number} {one.title} {one.first_wish}"


_RULES: Mapping[str, Callable[[ResultRow], bool]] = {
    "none": lambda one: not one.placed,
    "not_first": lambda one: one.placed and one.rank != 1,
    "fixed": lambda one: one.pinned,
}
