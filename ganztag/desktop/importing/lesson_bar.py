"""For lessons: when they begin and end, and whether unknown rooms and people come with the import."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from ganztag.desktop.desk import Desk
from ganztag.desktop.widgets.buttons import Button
from ganztag.desktop.widgets.card import row
from ganztag.desktop.widgets.fields import Field, Kind
from ganztag.desktop.widgets.form_dialog import FormDialog
from ganztag.domain.bell_times import as_text, bells_of
from ganztag.language import N_, _
from ganztag.queries.settings import settings


class BellDialog(FormDialog):
    """Asks for the times of the lessons, one a line."""

    def __init__(self, owner: QWidget, text: str) -> None:
        fields = (Field("bells", N_("Lessons"), Kind.LINES, lines=11, needed=True),)
        words = _("When each lesson begins and ends, one a line. The file keeps it for the next import.")
        super().__init__(owner, fields, title=_("Times of the lessons"), words=words, verb=_("Take these times"))
        self.form.show_values({"bells": as_text(bells_of(text), lines=True)})

    def bells(self) -> str:
        """Return the times as they are kept; objects to what is none."""
        return as_text(bells_of(str(self.answers()["bells"])))


class LessonBar(QWidget):
    """``changed(values)`` carries the settings of the import that were changed, by name."""

    changed = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk, self._text = desk, ""
        self.rooms = QCheckBox(_("Add unknown rooms"))
        self.staff = QCheckBox(_("Add unknown teachers"))
        self.bells = Button(_("Times of the lessons …"), "clock")
        line = row(gap=16)
        line.addWidget(self.bells)
        line.addWidget(self.rooms)
        line.addWidget(self.staff)
        line.addStretch(1)
        self.setLayout(line)
        self.bells.clicked.connect(self.ask)
        self.rooms.toggled.connect(self._tell)
        self.staff.toggled.connect(self._tell)

    def ask(self) -> None:
        """Ask for the times of the lessons."""
        dialog = BellDialog(self, self._text or self._desk.office.read(settings).bell_times).doing(BellDialog.bells)
        if self._desk.ask.show(dialog):
            self._text = dialog.outcome
            self._tell()

    def _tell(self, _on: bool = False) -> None:
        values: dict[str, Any] = {
            "bell_times": self._text, "make_rooms": self.rooms.isChecked(), "make_staff": self.staff.isChecked(),
        }  # fmt: skip
        self.changed.emit(values)
