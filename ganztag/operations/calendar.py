"""Days off: those of the Land, fetched again when it changes, and the school's own."""

from datetime import date
from typing import Any

from ganztag.domain.objection import Objection
from ganztag.domain.school import School
from ganztag.domain.school_year import DayOff, SchoolYear
from ganztag.exchange import land_calendar
from ganztag.language import N_, nN_
from ganztag.operations.editing import change
from ganztag.operations.operation import Operation, Work


def fetch(land: str) -> Operation[int]:
    """Make the public and school holidays of all school years those of *land*; the school's own days stay.

    Returns how many rows are new or gone.
    """

    def run(work: Work) -> int:
        changed = take_over(work, land)
        work.label = nN_("Fetch the holidays ({count} change)", "Fetch the holidays ({count} changes)", changed)
        return changed

    return Operation(N_("Fetch the holidays"), run)


def set_land(land: str) -> Operation[int]:
    """Set the school's Land and fetch its holidays in the same deed; "" for none."""

    def run(work: Work) -> int:
        school = work.one(School)
        if school is None:
            raise Objection(N_("This file holds no school."))
        school.land = land
        return take_over(work, land)

    return Operation(N_("Change the Land"), run)


def take_over(work: Work, land: str) -> int:
    """Add what the Land's calendar has and the file has not, delete what it has no more; return how many rows."""
    kept = {(row.name, row.starts, row.ends, row.kind): row for row in work.all(DayOff, kind=("public", "school"))}
    wanted = {
        (span.name, span.starts, span.ends, span.kind)
        for year in work.all(SchoolYear)
        for span in (land_calendar.days_off(land, year.starts, year.ends) if land else ())
    }
    for key in kept.keys() - wanted:
        work.delete(kept[key])
    new = sorted(wanted - kept.keys(), key=lambda span: (span[1], span[2], span[0]))
    work.insert(DayOff, [dict(zip(("name", "starts", "ends", "kind"), span, strict=True)) for span in new])
    return len(kept.keys() - wanted) + len(new)


def add_day_off(
    name: str, starts: date, ends: date, *, year_group_id: int | None = None, school_class_id: int | None = None
) -> Operation[int]:
    """Add days off of the school's own: for all, one year group or one class."""

    def run(work: Work) -> int:
        day_off = DayOff(
            name=name.strip(),
            starts=starts,
            ends=ends,
            year_group_id=year_group_id,
            school_class_id=school_class_id,
        )
        check(work, day_off)
        return work.add(day_off).id

    return Operation(N_("Add days off: {name}", name=name), run)


def edit_day_off(day_off_id: int, name: str, **values: Any) -> Operation[int]:
    """Set fields of days off; *name* names them in the history."""
    return change(DayOff, day_off_id, values, N_("Change days off: {name}", name=name), rule=check)


def delete_day_off(day_off_id: int, name: str) -> Operation[None]:
    def run(work: Work) -> None:
        work.delete(work.get(DayOff, day_off_id))

    return Operation(N_("Delete days off: {name}", name=name), run)


def check(_work: Work, day_off: DayOff) -> None:
    """Object to days off that have no name, that end before they start, or that last longer than a school year."""
    if not day_off.name:
        raise Objection(N_("Days off need a name."))
    if day_off.ends < day_off.starts:
        raise Objection(N_("The last day lies before the first."))
    if (day_off.ends - day_off.starts).days > 366:
        raise Objection(N_("Days off cannot last longer than a year."))
