"""Striking a course: from which day on, why, and what becomes of each of its children."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from PySide6.QtWidgets import QBoxLayout, QWidget

from ganztag.desktop import fonts
from ganztag.desktop.widgets.cells import MARKED, MUTED, STRONG, Marked
from ganztag.desktop.widgets.columns import Column
from ganztag.desktop.widgets.fields import Field, Kind
from ganztag.desktop.widgets.form_dialog import FormDialog
from ganztag.desktop.widgets.rows import Rows
from ganztag.desktop.widgets.table import Table
from ganztag.language import N_, _, ngettext
from ganztag.queries.striking import CARE, WISH, Fate

FIELDS = (
    Field("day", N_("From the day"), Kind.DATE, needed=True, half=True),
    Field("reason", N_("Reason"), needed=True, half=True),
)
_ROW = 32
_MOST = 9


def _columns(titles: Mapping[int, str]) -> tuple[Column[Fate], ...]:
    def becomes(fate: Fate) -> Marked:
        course = titles.get(fate.course_id or 0, "")
        if fate.kind == WISH:
            return Marked(_("wish {rank}: {course}", rank=fate.rank, course=course), "ok", "circle-check")
        if fate.kind == CARE:
            return Marked(course, "accent", "arrow-right")
        return Marked(_("goes home"), "warn", "footprints")

    def waits(fate: Fate) -> str:
        course = titles.get(fate.waits_for or 0, "")
        return _("waits for {course}", course=course) if course else ""

    return (
        Column("name", N_("Name"), shown=lambda fate: fate.name, cell=STRONG, width=150, stretch=True),
        Column("class", N_("Class"), shown=lambda fate: fate.school_class, cell=MUTED, width=56),
        Column("becomes", N_("Goes to"), shown=becomes, cell=MARKED, width=220),
        Column("waits", N_("Waiting list"), shown=waits, cell=MUTED, width=170),
    )


class StrikeDialog(FormDialog):
    """*fates_from(day)* reads what would become of the children; shown anew when the day changes."""

    def __init__(
        self,
        owner: QWidget,
        title: str,
        day: date,
        fates_from: Callable[[date], Sequence[Fate]],
        titles: Mapping[int, str],
    ) -> None:
        self.rows: Rows[Fate] = Rows(_columns(titles))
        self._fates_from = fates_from
        fates = fates_from(day)
        words = ngettext(
            "There is {count} child in this course. Its dates before the day stay as they were; afterwards the child "
            "goes where its next wish has a place.",
            "There are {count} children in this course. Its dates before the day stay as they were; afterwards each "
            "child goes where its next wish has a place.",
            len(fates),
        )
        super().__init__(
            owner, FIELDS, title=_("Strike {course}?", course=title), words=words, verb=_("Strike the course")
        )
        self.rows.setParent(self)
        table = Table(self.rows, name=_("What becomes of the children"), row_height=_ROW)
        table.setFixedHeight(fonts.px(_ROW) * (min(len(fates), _MOST) + 1) + 6)
        layout = self.layout()
        if isinstance(layout, QBoxLayout):
            layout.insertWidget(layout.indexOf(self.form) + 1, table)
        self.setMinimumWidth(fonts.px(760))
        self.form.show_values({"day": day, "reason": ""})
        self.rows.show(fates)

    def _changed(self, key: str, value: object) -> None:
        if key == "day" and isinstance(value, date):
            self.rows.show(self._fates_from(value))

    def asked(self) -> tuple[date, str]:
        values = self.answers()
        return values["day"], values["reason"]
