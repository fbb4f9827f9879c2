"""What can be done with children from the screen."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from ganztag.desktop import icons
from ganztag.desktop.ask import objections
from ganztag.desktop.desk import Desk
from ganztag.desktop.pupils.dialogs import add_dialog, leave_dialog, sibling_dialog
from ganztag.desktop.widgets.banner import Banner
from ganztag.desktop.widgets.form_dialog import FormDialog
from ganztag.desktop.widgets.table import Table
from ganztag.language import _, date, ngettext
from ganztag.operations import guardians, leaving, pupils
from ganztag.queries import classes
from ganztag.queries.pupil_detail import PupilDetail


class PupilVerbs(QObject):
    """The actions of the screen; the child's page and the context menu show the same ones."""

    def __init__(
        self, desk: Desk, table: Table, banner: Banner, shown: Callable[[], PupilDetail | None], screen: QWidget
    ) -> None:
        super().__init__(screen)
        self._desk, self._table, self._banner, self._shown, self._screen = desk, table, banner, shown, screen
        self.choose_course = self._made("plus", None)
        self.edit_data = self._made("pencil", None)
        self.duplicate = self._made("copy", self._duplicate)
        self.leave = self._made("log-out", self._leave)
        self.come_back = self._made("rotate-ccw", self._come_back)
        self.delete = self._made("trash-2", self._delete)
        self.delete.setShortcut(QKeySequence.StandardKey.Delete)

    def _made(self, icon: str, slot: Callable[[], None] | None) -> QAction:
        action = QAction(icons.icon(icon, "on_accent" if slot is None and icon == "plus" else "muted"), "", self)
        if slot is not None:
            action.triggered.connect(slot)
        return action

    def retranslate(self) -> None:
        self.choose_course.setText(_("Choose course …"))
        self.edit_data.setText(_("Change personal data"))
        self.duplicate.setText(_("Duplicate (twin)"))
        self.leave.setText(_("Leaves the school …"))
        self.come_back.setText(_("Comes back"))
        self.delete.setText(_("Delete"))

    def all(self) -> list[QAction]:
        return [self.edit_data, self.duplicate, self.leave, self.come_back, self.delete]

    def follow(self) -> None:
        """Enable what can be done with the child that is shown."""
        shown = self._shown()
        for action in (self.choose_course, *self.all()):
            action.setEnabled(shown is not None)
        self.leave.setVisible(shown is None or shown.exit is None)
        self.come_back.setVisible(shown is not None and shown.exit is not None)

    def add(self, class_id: object = None) -> None:
        """Ask for the names of a new child, add and choose it."""
        term = self._desk.term()
        found = self._desk.office.read(classes.classes, term.school_year_id, self._desk.today())
        choices = [(row.id, row.name) for row in found if row.kind == "class"]
        dialog = add_dialog(self._screen, choices, class_id).doing(self._add)
        if self._desk.ask.show(dialog):
            self._table.choose(dialog.outcome)

    def _add(self, dialog: FormDialog) -> int:
        return self._desk.office.do(pupils.add(day=self._desk.today(), **dialog.answers()))

    def _duplicate(self) -> None:
        shown = self._shown()
        if shown is not None:
            with objections(self._banner):
                self._table.choose(self._desk.office.do(pupils.duplicate(shown.id)))

    def _leave(self) -> None:
        shown = self._shown()
        if shown is None:
            return
        title = _("{pupil} leaves the school", pupil=shown.full_name)
        words = _("Class, days, way home and courses end with this day. The lists of the past stay as they were.")
        dialog = leave_dialog(self._screen, title, _("Enter day of leaving"), self._desk.today(), words)
        if self._desk.ask.show(dialog.doing(partial(self._let_go, shown.id))):
            sentence = _("{pupil} leaves on {day}.", pupil=shown.full_name, day=date(dialog.answers()["day"]))
            self._banner.say(sentence, tone="ok", action=(_("Undo"), self._desk.way_back()))

    def _let_go(self, pupil_id: int, dialog: FormDialog) -> None:
        values = dialog.answers()
        self._desk.office.do(leaving.leave(pupil_id, values["day"]).because(values["reason"]))

    def _come_back(self) -> None:
        shown = self._shown()
        if shown is not None:
            with objections(self._banner):
                self._desk.office.do(leaving.come_back(shown.id, self._desk.today()))

    def _delete(self) -> None:
        """Delete the chosen children, all or, at the first objection, those before it."""
        chosen = self._table.selected_ids()
        shown = self._shown()
        deleted = 0
        with objections(self._banner):
            for pupil_id in chosen:
                self._desk.office.do(pupils.delete(pupil_id))
                deleted += 1
        if deleted == 1 and shown is not None and len(chosen) == 1:
            sentence = _("{pupil} is deleted.", pupil=shown.full_name)
            self._banner.say(sentence, tone="ok", action=(_("Undo"), self._desk.way_back()))
        elif deleted and deleted == len(chosen):
            sentence = ngettext("{count} child is deleted.", "{count} children are deleted.", deleted)
            self._banner.say(sentence, tone="ok", advice=_("Undo takes them back one by one."))

    def link_sibling(self) -> None:
        """Ask whose sibling the child is, and share the guardians."""
        shown = self._shown()
        if shown is None:
            return
        others = [(row.id, f"{row.name}   {row.class_name}") for row in self._table.rows.all() if row.id != shown.id]
        self._desk.ask.show(sibling_dialog(self._screen, others).doing(partial(self._link, shown.id)))

    def _link(self, pupil_id: int, dialog: FormDialog) -> None:
        self._desk.office.do(guardians.link_sibling(pupil_id, dialog.answers()["sibling_id"]))

    def call_first(self, guardianship_id: int) -> None:
        with objections(self._banner):
            self._desk.office.do(guardians.call_first(guardianship_id))

    def unlink(self, guardian_id: int) -> None:
        shown = self._shown()
        if shown is not None:
            with objections(self._banner):
                self._desk.office.do(guardians.unlink(shown.id, guardian_id))
                self._banner.say(_("The guardian is removed."), tone="ok", action=(_("Undo"), self._desk.way_back()))
