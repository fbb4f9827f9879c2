"""The sample school: built by code, the same every time, no real person in it.

350 children of classes 5 to 10, 45 courses on four afternoons, 25 leaders, 24 rooms, a ballot with wishes for all but
a few, and one finished half-year behind it.
"""

from datetime import date
from pathlib import Path
from random import Random

from ganztag.domain.clock import Clock
from ganztag.domain.school import School
from ganztag.domain.school_year import DayOff, Term
from ganztag.language import N_
from ganztag.operations.founding import add_school_year
from ganztag.operations.office import Office
from ganztag.operations.operation import Operation, Work
from ganztag.operations.sample import children, offer, room_times, session_changes, staff_records, wishes
from ganztag.storage.file import SchoolFile

_SEED = 2026


def new_sample_school(path: Path, clock: Clock | None = None) -> Office:
    """Make the sample school in a new file; raise FileTrouble if there is a file already."""
    clock = clock or Clock()
    office = Office(SchoolFile.create(path, clock), clock)
    try:
        office.do(Operation(N_("Found the sample school"), fill))
    except BaseException:
        office.close()
        path.unlink(missing_ok=True)
        raise
    office.forget()
    return office


def fill(work: Work) -> None:
    """Fill an empty file: school years 2025/26 and 2026/27, of which the half-year before the current one is over."""
    chance = Random(_SEED)
    school = work.add(
        School(
            name="Schule am Lindenkanal",
            subtitle="Ganztagsschule in Hamburg",
            street="Am Lindenkanal 12",
            postcode="20999",
            town="Hamburg",
            phone="040 5550-123",
            email="buero@schule-am-lindenkanal.example",
            land="HH",
        )
    )
    last_year = add_school_year(work, date(2025, 9, 1), "HH")
    this_year = add_school_year(work, date(2026, 9, 1), "HH")
    before, now = last_year[1], this_year[0]
    school.term_id = now.id
    _add_own_days_off(work, now)
    pupils = children.add_children(work, chance, before, now)
    frame = offer.add_frame(work, before, now)
    room_times.add_room_times(work)
    staff_records.add_staff_records(work)
    finished = offer.add_courses(work, chance, before, frame, finished=True)
    offered = offer.add_courses(work, chance, now, frame, finished=False)
    session_changes.add_session_changes(work, now)
    wishes.enrol_in_finished(work, chance, before, finished, pupils)
    wishes.add_ballot(work, chance, now, offered, pupils)


def _add_own_days_off(work: Work, term: Term) -> None:
    days = (("Pädagogischer Tag", date(2026, 11, 23)), ("Zeugniskonferenz", date(2027, 1, 19)))
    inside = ((name, day) for name, day in days if term.starts <= day <= term.ends)
    work.insert(DayOff, [{"name": name, "starts": day, "ends": day, "kind": "own"} for name, day in inside])
