"""The first section beside the list: what a person leads, and who it is."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ganztag import language
from ganztag.desktop import fonts
from ganztag.desktop.staff.columns import KINDS, hours
from ganztag.desktop.staff.led import LedButton
from ganztag.desktop.widgets.card import column, emptied
from ganztag.desktop.widgets.detail import Section
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
    Field("partner_id", N_("Partner"), Kind.CHOICE, half=True),
    Field("max_minutes", N_("Most hours a week"), Kind.HOURS, half=True, hint=N_("no limit")),
    Field("qualifications", N_("Qualifications"), Kind.TAGS, hint=N_("Swimming rescue, trainer C …")),
    Field("starts", N_("First day"), Kind.DATE, half=True),
    Field("ends", N_("Last day"), Kind.DATE, half=True),
    Field("external_id", N_("Number in another program")),
    Field("note", N_("Note"), Kind.LINES),
)


class PersonPart(QWidget):
    """*on_change* (key, value) gets each field that was left changed; ``course_wanted(id)`` leads to a course."""

    course_wanted = Signal(int)

    def __init__(self, on_change: Callable[[str, Any], object]) -> None:
        super().__init__()
        self.form = Form(FIELDS, on_change, above=True)
        self.leads = Section()
        whole = column(gap=18)
        whole.addWidget(self.leads)
        whole.addWidget(self.form)
        self.setLayout(whole)

    def retranslate(self) -> None:
        self.form.retranslate()
        self.form.offer("kind", [(key, str(words)) for key, words in KINDS.items()])

    def offer(self, partners: Sequence[tuple[int, str]], qualifications: Sequence[str]) -> None:
        """Give the fields the partners there are, and the qualifications that are known already."""
        self.form.offer("partner_id", [(None, _("no partner")), *partners])
        self.form.offer("qualifications", [(word, word) for word in qualifications])

    def show_person(self, row: StaffRow) -> None:
        count = language.ngettext("{count} date a week", "{count} dates a week", row.meetings)
        if row.minutes:
            count = _("{dates}, {hours} hours", dates=count, hours=hours(row.minutes))
        self.leads.name(_("Leads"), count if row.times else "")
        emptied(self.leads.body)
        if not row.times:
            words = _("No course in this half-year. Leaders are chosen at the course, under its dates.")
            self.leads.body.addWidget(Text(words, "secondary", "muted", wrap=True))
        for meeting in row.times:
            button = LedButton(meeting)
            button.clicked.connect(self._course_pressed)
            self.leads.body.addWidget(button)
            self.leads.body.addSpacing(fonts.px(6))
        self.form.show_values({field.key: getattr(row, field.key) for field in FIELDS})

    def _course_pressed(self) -> None:
        button = self.sender()
        if isinstance(button, LedButton):
            self.course_wanted.emit(button.meeting.course_id)
