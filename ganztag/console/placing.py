"""``ganztag place``: places for the courses that have none, beside all that stays."""

import argparse
from collections.abc import Iterator, Sequence
from typing import Any

from ganztag.console.files import ask_for_half_year, half_year, opened, path
from ganztag.domain.objection import Objection
from ganztag.language import N_, _, ngettext, number, sort_key
from ganztag.operations import placing
from ganztag.planning.offer import Course, Offer
from ganztag.planning.placing import SECONDS, Left, Outcome, Placed, propose, waiting_courses
from ganztag.planning.placing.telling import hurdle_line, people, place_of, verdict
from ganztag.queries.offer import offer as offer_of


def describe(commands: Any) -> None:
    command = commands.add_parser(
        "place",
        help=_("find places for courses"),
        description=_(
            "Find a time, a room and leaders for courses: all those that wait for a place, or the ones that are named. "
            "What is fixed, and all other courses, stay where they are; of the named ones as little as possible is "
            "moved. Without --accept nothing is changed. Exit code 1 where a course stays without a place."
        ),
    )
    command.add_argument("file", type=path, metavar=_("FILE"))
    command.add_argument("courses", nargs="*", metavar=_("COURSE"), help=_("number, title or short name of a course"))
    command.add_argument("--seconds", type=seconds, default=SECONDS, metavar=_("NUMBER"),
                         help=_("how long to calculate at most; default 60"))  # fmt: skip
    command.add_argument("--accept", action="store_true", help=_("give the courses these places"))
    ask_for_half_year(command)
    command.set_defaults(run=run)


def seconds(text: str) -> float:
    """Return a time for calculating; ValueError for none at all."""
    found = float(text.replace(",", "."))
    if not 0 < found < 24 * 60 * 60:
        raise ValueError(text)
    return found


def run(chosen: argparse.Namespace) -> int:
    """Print the proposal, and accept it on demand; 1 where something stays without a place."""
    with opened(chosen.file) as office:
        term = half_year(office, chosen.half_year)
        offer = office.read(offer_of, term.id, term.day_that_counts(office.clock.today()))
        courses = [_named(offer, name) for name in chosen.courses] or waiting_courses(offer)
        if not courses:
            print(_("Every course has its place."))
            return 0
        outcome = propose(offer, courses, seconds=chosen.seconds)
        _print(outcome)
        if chosen.accept and outcome.changes():
            office.do(placing.accept(outcome, term.id))
            print(_("Accepted: the courses have these places now."))
    return 1 if outcome.left else 0


def _named(offer: Offer, name: str) -> int:
    """Return the course of this number, title or short name; objects to none and to several."""
    wanted = name.strip().casefold()

    def hits(*parts: str) -> bool:
        return wanted in (part.casefold() for part in parts)

    found = [c for c in offer.courses if hits(c.number)] or [c for c in offer.courses if hits(c.name, c.short)]
    if not found:
        raise Objection(N_("There is no course {name} in this half-year.", name=name))
    if len(found) > 1:
        raise Objection(N_("Several courses are called {name}; please say the number.", name=name))
    return found[0].id


def _print(outcome: Outcome) -> None:
    offer = outcome.offer
    changes = [row for row in outcome.placed if not row.stays]
    for row in _in_order(offer, changes):
        print(_line(offer, row))
    staying = len(outcome.placed) - len(changes)
    if staying:
        print(ngettext("{count} meeting stays where it is.", "{count} meetings stay where they are.", staying))
    for left in outcome.left:
        print(_left(offer.index.course[left.course], left))
        for hurdle in left.hurdles:
            print(f"    {hurdle_line(offer, hurdle)}")
    for said in verdict(outcome):
        print(said.message)
    print(_("Calculated in {seconds} s by {solver}.", seconds=number(round(outcome.seconds, 1)), solver=outcome.solver))


def _in_order(offer: Offer, rows: Sequence[Placed]) -> Iterator[Placed]:
    yield from sorted(rows, key=lambda row: (sort_key(offer.index.course[row.course].name), row.weekday, row.starts))


def _line(offer: Offer, row: Placed) -> str:
    name = offer.index.course[row.course].name
    place, leaders = place_of(offer, row), people(offer, row.leaders)
    if row.was is None:
        return _("{course}: {place}, {leaders}", course=name, place=place, leaders=leaders)
    return _("{course}: {place}, {leaders} (until now {before})", course=name, place=place, leaders=leaders,
             before=place_of(offer, row.was))  # fmt: skip


def _left(course: Course, left: Left) -> str:
    if left.meetings:
        return _("{course} stays where it is, though something is wrong there: {reason}", course=course.name,
                 reason=left.reason)  # fmt: skip
    return _("{course} has no place: {reason}", course=course.name, reason=left.reason)
