"""``ganztag import days-off``: days off out of a calendar file; only what may well be one, unless all are wanted."""

import argparse
import sys

from ganztag.console.files import opened
from ganztag.exchange.calendar_ics import read_calendar
from ganztag.language import _, ngettext, nN_
from ganztag.operations.day_off_import import EventLine, bring_in, event_lines
from ganztag.operations.office import Office
from ganztag.queries import calendar, frame

KIND = "days-off"
_STATES = {
    "new": lambda n: nN_("{count} new", "{count} new", n),
    "changed": lambda n: nN_("{count} changed", "{count} changed", n),
    "known": lambda n: nN_("{count} unchanged", "{count} unchanged", n),
    "off": lambda n: nN_("{count} off already", "{count} off already", n),
}


def run(chosen: argparse.Namespace) -> int:
    """Bring in days off; what is left out is listed, so that nothing is lost unseen."""
    with opened(chosen.into) as office:
        lines = _lines(office, chosen)
        wanted = [line for line in lines if line.wanted or (chosen.all and line.state == "new")]
        _tell(lines, wanted)
        if chosen.dry_run:
            print(_("Nothing was imported: this was only a trial."))
        elif not wanted:
            print(_("Nothing was imported: there is nothing new."))
        else:
            office.do(bring_in(line.event for line in wanted))
            print(_("Imported."))
    return 0


def _lines(office: Office, chosen: argparse.Namespace) -> list[EventLine]:
    years, current = office.read(calendar.school_years), office.read(frame.term).school_year_id
    first = next(year.starts for year in years if year.id == current)
    file = read_calendar(chosen.source, first, max(year.ends for year in years))
    for count, words in ((file.cancelled, _cancelled(file.cancelled)), (file.broken, _broken(file.broken))):
        if count:
            print(words, file=sys.stderr)
    return event_lines(office, file.events)


def _cancelled(count: int) -> str:
    return ngettext("{count} cancelled event is left out.", "{count} cancelled events are left out.", count)


def _broken(count: int) -> str:
    return ngettext("{count} event cannot be read.", "{count} events cannot be read.", count)


def _tell(lines: list[EventLine], wanted: list[EventLine]) -> None:
    counts = {state: sum(line.state == state for line in lines) for state in _STATES}
    print(", ".join(str(_STATES[state](count)) for state, count in counts.items() if count) or _("no rows"))
    for line in lines:
        if line.state in ("new", "changed"):
            event = line.event
            values = {"name": event.name, "first": event.starts, "last": event.ends}
            taken = line in wanted
            print(
                _("  day off: {name}, {first} – {last}", **values)
                if taken
                else _("  left out: {name}, {first} – {last} (--all takes it)", **values)
            )
