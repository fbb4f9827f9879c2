"""What stands in the list of a day's courses."""

from ganztag.desktop.widgets.cells import PILL, STRONG
from ganztag.desktop.widgets.columns import Column
from ganztag.desktop.widgets.paints import Pill
from ganztag.domain.courses import course_name
from ganztag.language import N_, _, ngettext, time
from ganztag.queries.attendance import DayRow


def _state(row: DayRow) -> Pill:
    if row.is_cancelled:
        return Pill(_("cancelled"), "muted", "x")
    if not row.children:
        return Pill(_("no children"), "muted")
    if row.is_entered:
        away = ngettext("{count} away", "{count} away", row.away) if row.away else _("all there")
        return Pill(away, "ok", "circle-check")
    if row.entered:
        return Pill(_("{done} of {all}", done=row.entered, all=row.children), "warn")
    return Pill(_("open"), "warn")


COLUMNS: tuple[Column[DayRow], ...] = (
    Column(
        "time",
        N_("Time"),
        shown=lambda row: time(row.session.starts) if row.session.starts else "",
        sorted_by=lambda row: str(row.session.starts or ""),
        width=64,
    ),
    Column(
        "course",
        N_("Course"),
        shown=lambda row: course_name(row.session.number, row.session.title),
        cell=STRONG,
        width=170,
        stretch=True,
    ),
    Column("state", N_("Attendance"), shown=_state, cell=PILL, width=110),
)
