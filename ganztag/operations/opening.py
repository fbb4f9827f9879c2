"""Opening a school file, and making a new one."""

from datetime import date
from pathlib import Path

from ganztag.domain.clock import Clock
from ganztag.operations.founding import found
from ganztag.operations.office import Office
from ganztag.storage.file import SchoolFile
from ganztag.storage.trouble import FileTrouble, NotOurFile, NotSaved, OpenElsewhere

__all__ = ["FileTrouble", "NotOurFile", "NotSaved", "OpenElsewhere", "new_school", "open_office"]


def open_office(path: Path, clock: Clock | None = None, *, take_over: bool = False) -> Office:
    """Open a file; raise FileTrouble with a sentence where that cannot be."""
    clock = clock or Clock()
    return Office(SchoolFile.open(path, clock, take_over=take_over), clock)


def new_school(
    path: Path, clock: Clock | None = None, *, name: str = "", land: str = "", day: date | None = None
) -> Office:
    """Make a new file with the school year of *day* (default: today), its two half-years and the Land's days off."""
    clock = clock or Clock()
    office = Office(SchoolFile.create(path, clock), clock)
    try:
        office.do(found(name=name, land=land, day=day or clock.today()))
    except BaseException:
        office.close()
        path.unlink(missing_ok=True)
        raise
    office.forget()
    return office
