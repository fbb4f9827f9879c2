"""What can be done with results: fix a child, keep it out, leave it to the allocation."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QCursor
from PySide6.QtWidgets import QWidget

from ganztag.desktop import icons
from ganztag.desktop.ask import objections
from ganztag.desktop.desk import Desk
from ganztag.desktop.widgets.banner import Banner
from ganztag.desktop.widgets.one_line import OneLine
from ganztag.desktop.widgets.table import Table
from ganztag.language import _
from ganztag.operations import wishes
from ganztag.operations.operation import Operation
from ganztag.queries.allocation import ResultRow


class ResultVerbs(QObject):
    """The context menu of the results; *ballot_id* is kept up to date by the screen."""

    def __init__(self, desk: Desk, table: Table, banner: Banner, owner: QWidget) -> None:
        super().__init__(table)
        self._desk, self._table, self._banner, self._owner = desk, table, banner, owner
        self.ballot_id: int | None = None
        self.pin_here = self._action("pin", self._pin_here)
        self.pin_first = self._action("star", self._pin_first)
        self.ban = self._action("user-x", self._ban)
        self.unpin = self._action("rotate-ccw", self._unpin)
        self._settling: tuple[Callable[..., Operation[None]], int, int] | None = None

    def _action(self, icon: str, slot: Any) -> QAction:
        action = QAction(icons.icon(icon), "", self)
        action.triggered.connect(slot)
        return action

    def all(self) -> list[QAction]:
        return [self.pin_here, self.pin_first, self.ban, self.unpin]

    def follow(self, row: ResultRow | None) -> None:
        """Name the actions after the chosen row and switch off what makes no sense for it."""
        placed = row is not None and row.placed
        self.pin_here.setText(_("Fix in {course} …", course=row.title) if row and placed else _("Fix here …"))
        self.pin_here.setEnabled(placed and row is not None and not row.pinned)
        other = row is not None and row.first_wish_id is not None and row.first_wish_id != row.course_id
        first = row.first_wish if row is not None and other else _("the first wish")
        self.pin_first.setText(_("Fix in {course} …", course=first))
        self.pin_first.setEnabled(other)
        self.ban.setText(_("Keep out of {course} …", course=row.title) if row and placed else _("Keep out …"))
        self.ban.setEnabled(placed)
        self.unpin.setText(_("Leave to the allocation again"))
        self.unpin.setEnabled(row is not None and (row.pinned or row.banned))

    def _chosen(self) -> ResultRow | None:
        key = self._table.chosen_id()
        row: ResultRow | None = self._table.rows.row_of(key) if key is not None else None
        return row

    def _pin_here(self) -> None:
        row = self._chosen()
        if row is not None and row.course_id is not None:
            self._ask_why(wishes.pin, row.pupil_id, row.course_id)

    def _pin_first(self) -> None:
        row = self._chosen()
        if row is not None and row.first_wish_id is not None:
            self._ask_why(wishes.pin, row.pupil_id, row.first_wish_id)

    def _ban(self) -> None:
        row = self._chosen()
        if row is not None and row.course_id is not None:
            self._ask_why(wishes.ban, row.pupil_id, row.course_id)

    def _unpin(self) -> None:
        row = self._chosen()
        if row is None or self.ballot_id is None:
            return
        course_id = row.course_id if row.pinned else row.first_wish_id
        if course_id is not None:
            with objections(self._banner):
                self._desk.office.do(wishes.unpin(self.ballot_id, row.pupil_id, course_id))

    def _ask_why(self, settle: Callable[..., Operation[None]], pupil_id: int, course_id: int) -> None:
        self._settling = (settle, pupil_id, course_id)
        line = OneLine(_("Why?"), _("Settle"), self._owner, hint=_("sibling, hardship, agreed with the parents …"))
        line.given.connect(self._settle)
        line.ask_at(QCursor.pos())

    def _settle(self, reason: str) -> None:
        if self._settling is not None and self.ballot_id is not None:
            operation, pupil_id, course_id = self._settling
            self._settling = None
            with objections(self._banner):
                self._desk.office.do(operation(self.ballot_id, pupil_id, course_id, reason))
