"""What stands in the list of people."""

from datetime import date

from ganztag import language
from ganztag.desktop.staff.paper_words import all_of, summary
from ganztag.desktop.widgets.cells import MUTED, NUMBER, PILL, STRONG
from ganztag.desktop.widgets.columns import Column
from ganztag.desktop.widgets.paints import Pill
from ganztag.domain.staff_papers import STANDINGS
from ganztag.language import N_, Message, _, number, pN_
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


def hours(minutes: int) -> str:
    return number(minutes / 60)


def _hours(row: StaffRow) -> str:
    """Return the hours a week, with the most there may be where that is known: 3 / 6."""
    led = hours(row.minutes)
    return led if row.max_minutes is None else _("{hours} of {most}", hours=led, most=hours(row.max_minutes))


def _day(day: date | None) -> str:
    return "" if day is None else language.date(day)


class Papers:
    """The papers column speaks of a day; the screen sets it before it shows the rows."""

    def __init__(self) -> None:
        self.day = date.min

    def shown(self, row: StaffRow) -> Pill:
        return Pill("") if row.left(self.day) else summary(row.papers, self.day)

    def order(self, row: StaffRow) -> tuple[bool, int]:
        state = row.paper_state(self.day)
        return (row.left(self.day) or not row.papers, STANDINGS.index(state))

    def tip(self, row: StaffRow) -> str:
        return all_of(row.papers, self.day)


def columns(papers: Papers) -> tuple[Column[StaffRow], ...]:
    """Return the columns of the list; *papers* knows the day of which it speaks."""
    return (
        Column("name", N_("Name"), shown=lambda row: row.name, cell=STRONG, width=196),
        Column("code", N_("Code"), shown=lambda row: row.code, cell=MUTED, width=66, gives_way=True),
        Column("kind", N_("Kind"), shown=lambda row: str(KINDS.get(row.kind, row.kind)), cell=MUTED, width=108),
        Column("partner", N_("Partner"), shown=lambda row: row.partner, cell=MUTED, width=130, hidden=True),
        Column("meetings", N_("Dates"), shown=lambda row: number(row.meetings), sorted_by=lambda row: row.meetings,
               cell=NUMBER, width=84, gives_way=True),
        Column("hours", N_("Hours a week"), shown=_hours, sorted_by=lambda row: row.minutes, cell=NUMBER, width=110,
               hidden=True),
        Column("times", N_("Leads"), shown=_times, width=140, stretch=True, tip=_times),
        Column("qualifications", N_("Qualifications"), shown=lambda row: row.qualifications, cell=MUTED, width=150,
               hidden=True),
        Column("phone", N_("Phone"), shown=lambda row: row.phone, cell=MUTED, width=120, hidden=True),
        Column("email", N_("E-mail"), shown=lambda row: row.email, cell=MUTED, width=180, hidden=True),
        Column("external_id", N_("Number"), shown=lambda row: row.external_id, cell=MUTED, width=90, hidden=True),
        Column("starts", N_("First day"), shown=lambda row: _day(row.starts),
               sorted_by=lambda row: row.starts or date.min, cell=MUTED, width=100, hidden=True),
        Column("ends", N_("Last day"), shown=lambda row: _day(row.ends), sorted_by=lambda row: row.ends or date.max,
               cell=MUTED, width=100, hidden=True),
        Column("papers", pN_("of people", "Papers"), shown=papers.shown, sorted_by=papers.order, cell=PILL, width=122,
               tip=papers.tip),
        Column("status", N_("Status"), shown=status, sorted_by=lambda row: (not row.clashes, not row.times), cell=PILL,
               width=130),
    )  # fmt: skip
