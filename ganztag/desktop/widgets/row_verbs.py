"""What every list can do with its chosen row: duplicate it, delete it, and take that back."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence

from ganztag.desktop import icons
from ganztag.desktop.ask import objections
from ganztag.desktop.desk import Desk
from ganztag.desktop.widgets.banner import Banner
from ganztag.desktop.widgets.detail import DetailPanel
from ganztag.desktop.widgets.table import Table
from ganztag.language import _
from ganztag.operations.operation import Operation


class RowVerbs(QObject):
    """The actions of a list; detail and context menu show the same ones.

    *duplicate* returns the deed for a row, *delete* the deed and the sentence that tells of it.
    """

    def __init__(
        self,
        desk: Desk,
        table: Table,
        banner: Banner,
        *,
        duplicate: Callable[[Any], Operation[int]],
        delete: Callable[[Any], tuple[Operation[None], str]],
    ) -> None:
        super().__init__(table)
        self._desk, self._table, self._banner = desk, table, banner
        self._duplicating, self._deleting = duplicate, delete
        self.duplicate = QAction(icons.icon("copy"), "", self)
        self.duplicate.triggered.connect(self._duplicate)
        self.delete = QAction(icons.icon("trash-2"), "", self)
        self.delete.setShortcut(QKeySequence.StandardKey.Delete)
        self.delete.triggered.connect(self._delete)
        self.retranslate()

    def retranslate(self) -> None:
        self.duplicate.setText(_("Duplicate"))
        self.delete.setText(_("Delete"))

    def all(self) -> list[QAction]:
        return [self.duplicate, self.delete]

    def stand_in(self, detail: DetailPanel) -> None:
        """Stand in the list's context menu and at the foot of its *detail*, which begins at its top for each row."""
        self._table.offer(self.all())
        detail.offer(self.all())
        self._table.chosen.connect(detail.to_top)

    def follow(self) -> None:
        """Enable what can be done with the chosen row."""
        for action in self.all():
            action.setEnabled(self.chosen() is not None)

    def chosen(self) -> Any:
        """Return the chosen row, None where there is none."""
        key = self._table.chosen_id()
        return self._table.rows.row_of(key) if key is not None else None

    def do_with_undo(self, deed: Operation[Any], sentence: str) -> None:
        """Do it, say so, and offer to take it back."""
        with objections(self._banner):
            self._desk.office.do(deed)
            self._banner.say(sentence, tone="ok", action=(_("Undo"), self._desk.way_back()))

    def _duplicate(self) -> None:
        row = self.chosen()
        if row is not None:
            with objections(self._banner):
                self._table.choose(self._desk.office.do(self._duplicating(row)))

    def _delete(self) -> None:
        row = self.chosen()
        if row is not None:
            self.do_with_undo(*self._deleting(row))
