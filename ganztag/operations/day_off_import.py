"""Days off that come from a calendar file: what of it is new, and bringing in what was ticked."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from ganztag.domain.objection import Objection
from ganztag.domain.school_year import DayOff
from ganztag.exchange.calendar_ics import Event
from ganztag.language import N_, nN_
from ganztag.operations.calendar import check
from ganztag.operations.office import Office
from ganztag.operations.operation import Operation, Work
from ganztag.queries.calendar import DayOffRow, days_off, from_files

State = Literal["new", "changed", "known", "off"]


@dataclass(frozen=True, slots=True)
class EventLine:
    """An event and what it would be: new, changed (it came before), known as it is, or on days that are off anyway."""

    id: int
    event: Event
    state: State
    before: DayOffRow | None = None

    @property
    def wanted(self) -> bool:
        """Say whether it is ticked before she has looked at it."""
        return self.state == "changed" or (self.state == "new" and self.event.likely)


def event_lines(office: Office, events: Sequence[Event]) -> list[EventLine]:
    """Return each event with what the file has of it already."""
    if not events:
        return []
    rows = office.read(days_off, min(one.starts for one in events), max(one.ends for one in events))
    by_uid = {row.uid: row for row in office.read(from_files)}
    return [EventLine(place, event, *_state(event, rows, by_uid.get(event.uid))) for place, event in enumerate(events)]


def _state(event: Event, rows: Sequence[DayOffRow], before: DayOffRow | None) -> tuple[State, DayOffRow | None]:
    if before is not None:
        same = (before.name, before.starts, before.ends) == (event.name, event.starts, event.ends)
        return ("known" if same else "changed"), before
    twin = next((r for r in rows if (r.name, r.starts, r.ends) == (event.name, event.starts, event.ends)), None)
    if twin is not None:
        return "known", twin
    off = any(row.starts <= event.starts and event.ends <= row.ends for row in rows if not row.scope)
    return ("off" if off else "new"), None


def bring_in(
    events: Iterable[Event], *, year_group_id: int | None = None, school_class_id: int | None = None
) -> Operation[tuple[int, int]]:
    """Add the events as days off, for all, a year group or a class; those that came before take their new days.

    Returns how many are new, and how many changed.
    """
    wanted = tuple(events)

    def run(work: Work) -> tuple[int, int]:
        if not wanted:
            raise Objection(N_("No day off is ticked."))
        before = {row.uid: row for row in work.all(DayOff, uid=tuple(event.uid for event in wanted))}
        new = changed = 0
        for event in wanted:
            known = before.get(event.uid)
            if known is None:
                known = _day_off(event)
                known.year_group_id, known.school_class_id = year_group_id, school_class_id
                check(work, known)
                work.add(known)
                new += 1
            elif (known.name, known.starts, known.ends) != (event.name, event.starts, event.ends):
                known.name, known.starts, known.ends = event.name, event.starts, event.ends
                check(work, known)
                changed += 1
        work.label = nN_("Bring in {count} day off", "Bring in {count} days off", new + changed)
        return new, changed

    return Operation(N_("Bring in days off"), run)


def _day_off(event: Event) -> DayOff:
    return DayOff(name=event.name, starts=event.starts, ends=event.ends, uid=event.uid)
