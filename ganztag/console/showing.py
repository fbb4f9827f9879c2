"""``ganztag show``: what is in a file, in numbers."""

import argparse
from typing import Any

from ganztag.console.files import ask_for_half_year, half_year, opened, path
from ganztag.language import _, number
from ganztag.queries import ballots, classes, courses, enrolments, frame, pupils, rooms, staff


def describe(commands: Any) -> None:
    command = commands.add_parser("show", help=_("count what is in a file"), description=_("Count what is in a file."))
    command.add_argument("file", type=path, metavar=_("FILE"))
    ask_for_half_year(command)
    command.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """Print one line for each kind of thing."""
    with opened(chosen.file) as office:
        term = half_year(office, chosen.half_year)
        day = term.day_that_counts(office.clock.today())
        school = office.read(frame.school)
        print(_("{school}, {term}", school=school.name or chosen.file.stem, term=term.name))
        known = [child for child in office.read(pupils.pupils, term.id, day) if not child.left]
        wished = office.read(ballots.ballots, term.id)
        classes_now = [row for row in office.read(classes.classes, term.school_year_id, day) if row.kind == "class"]
        for label, count in (
            (_("Pupils"), len(known)),
            (_("Classes"), len(classes_now)),
            (_("Courses"), len(office.read(courses.courses, term.id))),
            (_("Staff"), len(office.read(staff.staff, term.id))),
            (_("Rooms"), len(office.read(rooms.rooms, term.id))),
            (_("Blocks"), len(office.read(frame.blocks, term.school_year_id))),
            (_("Ballots"), len(wished)),
            (_("Children with wishes"), sum(ballot.children for ballot in wished)),
            (_("Enrolments"), len(office.read(enrolments.enrolments, term.id))),
        ):
            print(f"  {label}: {number(count)}")
    return 0
