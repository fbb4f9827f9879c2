"""The list of results: each child and block, what it got, and why not its first wish."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Signal

from ganztag.desktop import fonts
from ganztag.desktop.allocation.columns import COLUMNS
from ganztag.desktop.allocation.verbs import ResultVerbs
from ganztag.desktop.desk import Desk
from ganztag.desktop.widgets.banner import Banner
from ganztag.desktop.widgets.card import Card
from ganztag.desktop.widgets.filter_box import FilterBox
from ganztag.desktop.widgets.rows import Rows
from ganztag.desktop.widgets.table import Table
from ganztag.language import _
from ganztag.queries.allocation import ResultRow


class Results(Card):
    """``child_wanted(pupil id)`` on Enter or a double click."""

    child_wanted = Signal(int)

    def __init__(self, desk: Desk, banner: Banner) -> None:
        super().__init__(bare=True)
        self.rows: Rows[ResultRow] = Rows(COLUMNS, found_by=_found_by, parent=self)
        self.table = Table(self.rows, key="allocation", memory=desk.memory)
        self.filters = FilterBox()
        self.verbs = ResultVerbs(desk, self.table, banner, self)
        self.filters.layout_row().setContentsMargins(fonts.px(12), fonts.px(10), fonts.px(12), fonts.px(8))
        self.body.addWidget(self.filters)
        self.body.addWidget(self.table, 1)
        self.table.searched_by(self.filters.search)
        self.filters.filtered.connect(self._filter)
        self.table.offer(self.verbs.all())
        self.table.chosen.connect(self._chosen)
        self.table.opened.connect(self._open)

    def retranslate(self) -> None:
        self.filters.search.hint(_("Child, class or course"))
        self.table.setAccessibleName(_("Results"))
        self.rows.retranslate()
        self._chosen()

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
        self._chosen()

    def choose_child(self, pupil_id: int | None) -> None:
        found = next((one for one in self.rows.all() if one.pupil_id == pupil_id), None)
        if found is not None:
            self.filters.turn_on("all")
            self.table.choose(found.id)

    def _filter(self, chip: str) -> None:
        self.rows.only(_RULES.get(chip))

    def _chosen(self, *_args: object) -> None:
        key = self.table.chosen_id()
        self.verbs.follow(self.rows.row_of(key) if key is not None else None)

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
