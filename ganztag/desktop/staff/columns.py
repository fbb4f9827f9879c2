"""What stands in the list of people."""

from datetime import date

from ganztag import language
from ganztag.desktop.widgets.cells import MUTED, NUMBER, PILL, STRONG
from ganztag.desktop.widgets.columns import Column
from ganztag.desktop.widgets.paints import Pill
from ganztag.language import N_, Message, _, number
from ganztag.queries.staff import LedMeeting, StaffRow

KINDS: dict[str, Message] = {
    "teacher": N_("Teacher"),
    "freelancer": N_("Freelancer"),
    "volunteer": N_("Volunteer"),
    "partner": N_("Partner"),
}


def when(meeting: LedMeeting) -> str:
    """Return ``Mo 14:00``, or the day alone."""
    start = language.time(meeting.starts) if meeting.starts else ""
    return f"{language.weekday(meeting.weekday, short=True)} {start}".strip()


def _times(row: StaffRow) -> str:
    return ", ".join(f"{when(meeting)} {meeting.title}" for meeting in row.times)


def status(row: StaffRow) -> Pill:
    """Return the status as word, colour and shape."""
    if row.clashes:
        return Pill(_("two at once"), "bad", "circle-alert")
    if not row.times:
        return Pill(_("leads nothing"), "muted")
    return Pill(_("leads"), "ok", "circle-check")


def _day(day: date | None) -> str:
    return "" if day is None else language.date(day)


COLUMNS: tuple[Column[StaffRow], ...] = (
    Column("name", N_("Name"), shown=lambda row: row.name, cell=STRONG, width=165),
    Column("code", N_("Code"), shown=lambda row: row.code, cell=MUTED, width=66),
    Column("kind", N_("Kind"), shown=lambda row: str(KINDS.get(row.kind, row.kind)), cell=MUTED, width=108),
    Column("meetings", N_("Dates"), shown=lambda row: number(row.meetings), sorted_by=lambda row: row.meetings,
           cell=NUMBER, width=84),
    Column("times", N_("Leads"), shown=_times, width=140, stretch=True, tip=_times),
    Column("phone", N_("Phone"), shown=lambda row: row.phone, cell=MUTED, width=120, hidden=True),
    Column("email", N_("E-mail"), shown=lambda row: row.email, cell=MUTED, width=180, hidden=True),
    Column("external_id", N_("Number"), shown=lambda row: row.external_id, cell=MUTED, width=90, hidden=True),
    Column("starts", N_("First day"), shown=lambda row: _day(row.starts), sorted_by=lambda row: row.starts or date.min,
           cell=MUTED, width=100, hidden=True),
    Column("ends", N_("Last day"), shown=lambda row: _day(row.ends), sorted_by=lambda row: row.ends or date.max,
           cell=MUTED, width=100, hidden=True),
    Column("status", N_("Status"), shown=status, sorted_by=lambda row: (not row.clashes, not row.times), cell=PILL,
           width=130),
)  # fmt: skip
