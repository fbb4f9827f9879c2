"""What the screen of the week reads: the plan or a real week as a sheet, and the words above it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from ganztag.desktop.desk import Desk, Place
from ganztag.desktop.week.plan import marks, plan_sheet
from ganztag.desktop.week.real import Week, real_sheet
from ganztag.desktop.week.scope import WHOLE, Named, Scope, scopes
from ganztag.desktop.week.sheet import Chip, Sheet
from ganztag.desktop.widgets.notices import SHOW, TONES, Notice
from ganztag.language import _, ngettext
from ganztag.language import date as date_text
from ganztag.planning.clashes import Finding
from ganztag.planning.offer import Offer
from ganztag.queries import categories, frame, series
from ganztag.queries import sessions as session_rows

_SCREENS = {"course": "courses", "room": "rooms", "staff": "staff", "pupil": "pupils"}
_CHIPS = {"block": ("school", "blocks"), "term": ("school", "terms"), "day_off": ("school", "days"),
          "class": ("school", "classes"), "year_group": ("school", "years")}  # fmt: skip


@dataclass(frozen=True)
class View:
    """What is looked at: the plan of the half-year (*monday* None) or the week that begins on *monday*; and whose."""

    monday: date | None = None
    scope: Scope = WHOLE


@dataclass(frozen=True)
class Read:
    """What was read for a view."""

    offer: Offer
    sheet: Sheet
    week: Week | None = None
    term_number: int = 1
    clashes: int = 0

    def figures(self) -> str:
        """Return the line below the title: Plan des 1. Halbjahrs · 45 Kurse · 2 Fehler."""
        count = len({chip.course for chip in self.sheet.chips})
        courses = ngettext("{count} course", "{count} courses", count)
        if self.week is None:
            parts = [_("Plan of half-year {number}", number=self.term_number), courses]
            if self.clashes:
                parts.append(ngettext("{count} error", "{count} errors", self.clashes))
            return " · ".join(parts)
        return " · ".join([*week_words(self.week), courses, *_changes(self.sheet)])


def week_words(week: Week) -> list[str]:
    """Return Woche 38, its dates, and whether it is an A or a B week."""
    number = week.monday.isocalendar().week
    friday = week.monday + timedelta(days=4)
    first = date_text(week.monday, "day" if friday.month == week.monday.month else "short")
    parts = [
        _("Week {number}", number=number),
        _("{first} to {last}", first=first, last=date_text(friday, "long")),
    ]
    return [*parts, _("{letter} week", letter=week.letter)] if week.letter else parts


def _changes(sheet: Sheet) -> list[str]:
    cancelled = sum(chip.state == "cancelled" for chip in sheet.chips)
    changed = sum(chip.state in ("moved", "changed") for chip in sheet.chips)
    parts = []
    if cancelled:
        parts.append(ngettext("{count} cancelled", "{count} cancelled", cancelled))
    if changed:
        parts.append(ngettext("{count} other than usual", "{count} other than usual", changed))
    return parts


def read(desk: Desk, view: View) -> Read:
    """Return the sheet of a view as the file has it now; objects where there is no half-year."""
    offer, found = desk.watch.offer(), desk.watch.findings()
    against = marks(found)
    term = desk.term()
    if view.monday is None:
        sheet, week = plan_sheet(offer, view.scope, against), None
    else:
        days = desk.office.read(series.term_days, term)
        week = Week(view.monday, days.week(view.monday), desk.office.clock.now())
        rows = desk.office.read(session_rows.sessions, term.id, week.monday, week.sunday)
        sheet = real_sheet(rows, offer, week, view.scope, against)
    clashes = [one for one in found if one.exception is None and one.finding.severity == "error"]
    shown = sum(any(meeting in sheet.by_meeting for meeting in one.finding.meetings) for one in clashes)
    return Read(offer, sheet, week, term.number, shown)


def choices(desk: Desk) -> list[Named]:
    """Return all whose week can be shown."""
    term = desk.office.read(frame.term)
    names = {row.id: row.name for row in desk.office.read(categories.categories, term.id) if row.courses}
    return list(scopes(desk.watch.offer(), names))


def notices(desk: Desk, chip: Chip, sheet: Sheet) -> list[Notice]:
    """Return what speaks against a chip, errors first, each with the way to the other side."""
    found: dict[str, Notice] = {}
    for one in _against(desk, chip):
        if one.severity != "hint":
            notice = Notice(str(one.message), TONES[one.severity], *_other_side(one, chip, sheet))
            found.setdefault(one.key, notice)
    return list(found.values())


def _against(desk: Desk, chip: Chip) -> Iterator[Finding]:
    """Yield what is against the chip's meetings, and in a real week what is against its course on that date."""
    for meeting in chip.meetings:
        yield from desk.watch.still_open("meeting", meeting)
    if chip.on is not None:
        yield from (one for one in desk.watch.still_open("course", chip.course) if one.on == chip.on)


def _other_side(finding: Finding, chip: Chip, sheet: Sheet) -> tuple[str, object]:
    """Return the verb and the target of a finding: the other chip it names, else where it is put right."""
    kind, key = finding.mend
    if kind == "meeting":
        others = {sheet.by_meeting[one].key for one in finding.meetings if one in sheet.by_meeting} - {chip.key}
        other = sheet.by_key[others.pop()] if len(others) == 1 else None
        return (_("Show {course}", course=other.name), other.key) if other is not None else ("", None)
    if kind in _SCREENS:
        return str(SHOW[kind]), Place(_SCREENS[kind], key)
    if kind in _CHIPS:
        screen, section = _CHIPS[kind]
        return _("Show"), Place(screen, chip=section)
    return "", None
