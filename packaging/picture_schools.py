"""The schools that pictures are taken of: as the sample is made, in the middle of the half-year, empty, and crowded."""

import shutil
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import picture_ballots

from ganztag.domain.clock import Clock, stopped_at
from ganztag.operations import allocation, ballots, classes, courses, enrolments, guardians, pupils, rooms, staff
from ganztag.operations.meetings import NewMeeting
from ganztag.operations.office import Office
from ganztag.operations.opening import new_school, open_office
from ganztag.operations.sample import new_sample_school
from ganztag.planning.allocate import allocate
from ganztag.queries import ballots as ballot_queries
from ganztag.queries import courses as course_queries
from ganztag.queries import enrolments as enrolment_queries
from ganztag.queries import frame, to_allocate
from ganztag.queries.pupils import pupils as all_pupils

FIRST_DAYS = stopped_at(datetime(2026, 8, 21, 10, 5))  # noqa: DTZ001 -- local time
LONG = "Theaterwerkstatt für die großen Weihnachts- und Sommeraufführungen der Unterstufe"


def make_all(folder: Path, clock: Clock) -> dict[str, Path]:
    """Make the schools in a folder and return where they lie, by what they show."""
    made = {key: folder / f"{key}.ganztag" for key in ("fresh", "running", "empty", "crowded")}
    new_sample_school(made["fresh"], FIRST_DAYS).close()
    shutil.copyfile(made["fresh"], made["running"])
    _with_office(made["running"], FIRST_DAYS, _allocate)
    _with_office(made["running"], clock, _work_on)
    new_school(made["empty"], clock, name="Grundschule am Alten Hafen", land="HH").close()
    shutil.copyfile(made["running"], made["crowded"])
    _with_office(made["crowded"], clock, _crowd)
    return made


def _with_office(path: Path, clock: Clock, act: Callable[[Office], None]) -> None:
    office = open_office(path, clock)
    try:
        act(office)
    finally:
        office.close()


def _allocate(office: Office) -> None:
    ballot = office.read(ballot_queries.ballots, office.read(frame.term).id)[0]
    problem = office.read(to_allocate.problem, ballot.id, office.clock.today())
    office.do(allocation.accept(allocate(problem), ballot.id))


def _work_on(office: Office) -> None:
    """Do what happens in the weeks after the allocation: somebody leaves a course, one is taken in beyond the limit."""
    term, day = office.read(frame.term), office.clock.today()
    rows = office.read(course_queries.courses, term.id, day)
    full = [row for row in rows if row.full and len(row.meetings) == 1]
    leaver = office.read(enrolment_queries.participants, full[0].id, day)[0]
    office.do(enrolments.end(leaver.id, day, "Umzug der Familie"))
    busy = {
        child.pupil_id
        for row in rows
        if set(row.block_ids) & set(full[1].block_ids)
        for child in office.read(enrolment_queries.participants, row.id, day)
    }
    free = [child.id for child in office.read(all_pupils, term.id, day) if child.id not in busy and not child.left]
    office.do(
        enrolments.enrol(free[0], full[1].id, day, "Anruf der Mutter", even_if_full=True, even_if_not_allowed=True)
    )


def _crowd(office: Office) -> None:
    """Add what is long, many or odd: names, rooms, leaders, meetings."""
    term = office.read(frame.term)
    blocks = office.read(frame.blocks, term.school_year_id)
    room = office.do(rooms.add("Mehrzweckhalle II", name="Mehrzweckhalle im Erweiterungsbau an der Uferpromenade",
                               seats=1200, equipment="Klavier, Verstärker, Scheinwerfer, 16 Notenständer"))  # fmt: skip
    leaders = [
        office.do(staff.add(surname="Freifrau von Schwarzenberg-Hohenlohe", call_name="Maximiliane-Theodora",
                            kind="freelancer", phone="+49 (0)40 5550 123 456 789")),
        office.do(staff.add(surname="Wojciechowska-Brzęczyszczykiewicz", call_name="Małgorzata")),
    ]  # fmt: skip
    meetings = [NewMeeting(block.id, None, None, None, room, tuple(leaders)) for block in blocks]
    long_course = office.do(courses.add(term, LONG, meetings, max_size=120, min_size=40))
    office.do(classes.add(term.school_year_id, "Vorschulklasse Seepferdchen"))
    office.do(classes.add(term.school_year_id, "Lernferien und Hausaufgabenbetreuung", "group"))
    office.do(enrolments.enrol(_child_with_long_names(office), long_course))
    office.do(ballots.add(term.id, "Nachwahl zum 1. Halbjahr für alle, die noch keinen Platz bekommen haben"))
    picture_ballots.prepare(office)


def _child_with_long_names(office: Office) -> int:
    rows = office.read(all_pupils, office.read(frame.term).id, office.clock.today())
    child = office.do(
        pupils.add(
            call_name="Maximiliane-Sophie",
            surname="Müller-Lüdenscheidt-Hohenzollern",
            prefix="von und zu",
            native_name="Максиміліана-Софія Мюллер-Люденшайдт",
            family_language="uk",
            class_id=next(row.class_id for row in rows if row.class_id),
            note="Nussallergie, Notfallset im Sekretariat.",
        )
    )
    for relation in ("Mutter", "Vater", "Pflegegroßmutter väterlicherseits", "Nachbarin"):
        office.do(guardians.add(child, surname="Müller-Lüdenscheidt-Hohenzollern", call_name="Wilhelmine",
                                relation=relation, phone="0151 5550 1234", email="w@example.org"))  # fmt: skip
    return child
