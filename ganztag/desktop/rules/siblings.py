"""Siblings of the school who are not bound yet; Enter lets two be together, if possible."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ganztag.desktop import fonts
from ganztag.desktop.rules.entry_form import WIDTH
from ganztag.desktop.widgets.buttons import Button
from ganztag.desktop.widgets.card import Card, column, row
from ganztag.desktop.widgets.columns import Column
from ganztag.desktop.widgets.rows import Rows
from ganztag.desktop.widgets.table import Table
from ganztag.desktop.widgets.text import Text
from ganztag.language import N_, _
from ganztag.queries.rules import SiblingRow


@dataclass(frozen=True)
class _Pair:
    """A proposal with an id for the list."""

    id: int
    pair: SiblingRow


def _names(row_: _Pair) -> str:
    return _("{one} and {other}", one=row_.pair.name, other=row_.pair.other_name)


COLUMNS: tuple[Column[_Pair], ...] = (Column("names", N_("Siblings"), shown=_names, width=200, stretch=True),)


class Siblings(Card):
    """``taken(one, other)`` when two are to be together."""

    taken = Signal(int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Siblings"), parent=parent)
        self.rows: Rows[_Pair] = Rows(COLUMNS, parent=self)
        self.table = Table(self.rows, row_height=32, name=_("Siblings"))
        self.table.horizontalHeader().hide()
        self.table.set_edge(2)
        self.take = Button(_("Together, if possible"), "link")
        self._none = Text(_("No siblings without an entry."), "body", "muted", wrap=True)
        foot, whole = row(), column(gap=8)
        foot.addStretch(1)
        foot.addWidget(self.take)
        whole.addWidget(self._none)
        whole.addWidget(self.table, 1)
        whole.addLayout(foot)
        self.body.addLayout(whole)
        self.table.opened.connect(self._take)
        self.take.clicked.connect(self._take_chosen)
        self.setFixedWidth(fonts.px(WIDTH))

    def show_pairs(self, pairs: Sequence[SiblingRow]) -> None:
        self.rows.show([_Pair(place, pair) for place, pair in enumerate(pairs, start=1)])
        self.name(_("Siblings"), str(len(pairs)) if pairs else "")
        self._none.setVisible(not pairs)
        self.table.setVisible(bool(pairs))
        self.take.setVisible(bool(pairs))
        self.table.choose_first()

    def _take_chosen(self) -> None:
        key = self.table.chosen_id()
        if key is not None:
            self._take(key)

    def _take(self, key: int) -> None:
        found = self.rows.row_of(key)
        if found is not None:
            self.taken.emit(found.pair.pupil_id, found.pair.other_id)
