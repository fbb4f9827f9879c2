"""One person: fields, changed where they stand, and what is led in the half-year."""

from collections.abc import Callable
from datetime import date
from typing import Any

from PySide6.QtCore import Signal

from ganztag import language
from ganztag.desktop import fonts
from ganztag.desktop.staff.columns import KINDS
from ganztag.desktop.staff.led import LedButton
from ganztag.desktop.widgets.card import emptied
from ganztag.desktop.widgets.detail import DetailPanel
from ganztag.desktop.widgets.fields import Field, Kind
from ganztag.desktop.widgets.form import Form
from ganztag.desktop.widgets.text import Text
from ganztag.language import N_, _
from ganztag.queries.staff import StaffRow

FIELDS = (
    Field("call_name", N_("Call name"), half=True),
    Field("surname", N_("Surname"), half=True),
    Field("prefix", N_("Name prefix"), half=True),
    Field("code", N_("Code"), half=True),
    Field("phone", N_("Phone"), half=True),
    Field("kind", N_("Kind"), Kind.CHOICE, half=True),
    Field("email", N_("E-mail")),
    Field("starts", N_("First day"), Kind.DATE, half=True),
    Field("ends", N_("Last day"), Kind.DATE, half=True),
    Field("external_id", N_("Number in another program")),
    Field("note", N_("Note"), Kind.LINES),
)


class StaffDetail(DetailPanel):
    """*on_change* (key, value) gets each field that was left changed; ``course_wanted(id)`` leads to a course."""

    course_wanted = Signal(int)

    def __init__(self, on_change: Callable[[str, Any], object]) -> None:
        super().__init__()
        self.form = Form(FIELDS, on_change, above=True)
        self._leads = self.add_section()
        self.add(self.form)

    def retranslate(self) -> None:
        self.form.retranslate()
        self.form.offer("kind", [(key, str(words)) for key, words in KINDS.items()])

    def show_person(self, row: StaffRow | None, today: date) -> None:
        if row is None:
            self.show_nothing(_("Choose a person on the left to see and change what is known."))
            return
        parts = [str(KINDS.get(row.kind, row.kind)), row.code]
        if row.ends is not None:
            day = language.date(row.ends)
            parts.append(_("left on {day}", day=day) if row.left(today) else _("until {day}", day=day))
        self.show_head(row.full_name, " · ".join(part for part in parts if part))
        self._show_led(row)
        self.form.show_values({field.key: getattr(row, field.key) for field in FIELDS})

    def _show_led(self, row: StaffRow) -> None:
        count = language.ngettext("{count} date a week", "{count} dates a week", row.meetings)
        self._leads.name(_("Leads"), count if row.times else "")
        emptied(self._leads.body)
        if not row.times:
            words = _("No course in this half-year. Leaders are chosen at the course, under its dates.")
            self._leads.body.addWidget(Text(words, "secondary", "muted", wrap=True))
        for meeting in row.times:
            button = LedButton(meeting)
            button.clicked.connect(self._course_pressed)
            self._leads.body.addWidget(button)
            self._leads.body.addSpacing(fonts.px(6))

    def _course_pressed(self) -> None:
        button = self.sender()
        if isinstance(button, LedButton):
            self.course_wanted.emit(button.meeting.course_id)
