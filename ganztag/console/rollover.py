"""``ganztag copy-offer`` and ``ganztag new-year``: from half-year to half-year; nothing is written without --accept."""

import argparse
from typing import Any

from ganztag.console.files import opened, path
from ganztag.domain.objection import Objection
from ganztag.language import N_, _
from ganztag.operations.office import Office
from ganztag.operations.rollover import new_year, offer_copy, report
from ganztag.planning.rollover.copy_plan import CopyChoices
from ganztag.planning.rollover.year_plan import YearChoices
from ganztag.queries import frame, rollover
from ganztag.queries.courses import courses


def describe(commands: Any) -> None:
    _describe_copy(commands)
    _describe_year(commands)


def _describe_copy(commands: Any) -> None:
    command = commands.add_parser(
        "copy-offer",
        help=_("copy the offer into another half-year"),
        description=_(
            "Copy the courses of a half-year into a later one. What stands there already is known again and not "
            "doubled. Without --accept it is only said what would happen."
        ),
    )
    command.add_argument("file", type=path, metavar=_("FILE"))
    command.add_argument("--from", dest="source", default="", metavar=_("NAME"), help=_("the half-year, such as "
                         "“2026/27-1”; otherwise the one that the file is working on"))  # fmt: skip
    command.add_argument("--to", dest="target", default="", metavar=_("NAME"), help=_("otherwise the next one; it is "
                         "made where it is not there yet"))  # fmt: skip
    command.add_argument("--only", action="append", default=[], metavar=_("NUMBER"), help=_("only this course (several "
                         "times for several)"))  # fmt: skip
    command.add_argument("--with-children", action="store_true", help=_("children who are in it carry on"))
    for name, text in (
        ("leaders", _("leave the leaders behind")),
        ("rooms", _("leave the rooms behind")),
        ("candidates", _("leave behind where it may be placed and who may lead it")),
        ("descriptions", _("leave descriptions and notes behind")),
        ("sizes", _("leave minimum and maximum behind")),
        ("numbers", _("give new numbers")),
        ("blocks", _("make no blocks that are missing there")),
    ):
        command.add_argument(f"--without-{name}", action="store_true", help=text)
    command.add_argument("--complete", action="store_true", help=_("fill in what courses lack that are there already"))
    command.add_argument("--accept", action="store_true", help=_("do it"))
    command.set_defaults(run=copy)


def _describe_year(commands: Any) -> None:
    command = commands.add_parser(
        "new-year",
        help=_("change to the next school year"),
        description=_(
            "Classes move up, the last year group leaves, new classes begin empty. Without --accept it is only said "
            "what would happen."
        ),
    )
    command.add_argument("file", type=path, metavar=_("FILE"))
    command.add_argument("--class", dest="names", action="append", default=[], metavar=_("OLD=NEW"),
                         help=_("what a class is called then, such as 9b=10c; “9b=” leaves"))  # fmt: skip
    command.add_argument("--first", default=None, metavar=_("NAMES"), help=_("the classes that begin empty: 5a,5b,5c"))
    for name, text in (
        ("groups", _("leave the groups behind")),
        ("teachers", _("leave the class teachers behind")),
        ("rooms", _("leave the rooms behind")),
        ("stays", _("let days and leave times end with the year")),
        ("blocks", _("copy no blocks")),
    ):
        command.add_argument(f"--without-{name}", action="store_true", help=text)
    command.add_argument("--accept", action="store_true", help=_("do it"))
    command.set_defaults(run=change)


def copy(chosen: argparse.Namespace) -> int:
    """Say what a copy would do, and do it with --accept; always 0."""
    with opened(chosen.file) as office:
        source = office.read(frame.term_named, chosen.source) if chosen.source else office.read(frame.term)
        target = _target(office, source.id, chosen.target)
        choices = CopyChoices(
            courses=_only(office, source.id, chosen.only),
            leaders=not chosen.without_leaders,
            rooms=not chosen.without_rooms,
            children=chosen.with_children,
            candidates=not chosen.without_candidates,
            descriptions=not chosen.without_descriptions,
            sizes=not chosen.without_sizes,
            numbers=not chosen.without_numbers,
            make_blocks=not chosen.without_blocks,
            complete=chosen.complete,
        )
        print("\n".join(report.of_copy(office.read(offer_copy.preview, source.id, target, choices))))
        if chosen.accept:
            done = office.do(offer_copy.copy_offer(source.id, target, choices))
            print("\n".join(str(message) for message in offer_copy.copied_in_words(done)))
        else:
            print(_("Nothing was changed: this was only a trial. --accept does it."))
    return 0


def _target(office: Office, source_id: int, name: str) -> int | None:
    """Return the half-year of this name, else the next one; None where that is yet to be made."""
    offered = office.read(rollover.targets, source_id)
    if not name:
        return offered[0].id
    known = {(one.name.casefold(), f"{one.school_year}-{one.number}"): one for one in offered}
    for names, one in known.items():
        if name.strip().casefold() in names:
            return one.id
    listed = ", ".join(one.name for one in offered)
    raise Objection(N_("There is no later half-year “{name}”. There are: {known}.", name=name, known=listed))


def _only(office: Office, term_id: int, numbers: list[str]) -> frozenset[int] | None:
    if not numbers:
        return None
    known = {row.number: row.id for row in office.read(courses, term_id) if row.number}
    for number in numbers:
        if number not in known:
            raise Objection(N_("There is no course with the number {number}.", number=number))
    return frozenset(known[number] for number in numbers)


def change(chosen: argparse.Namespace) -> int:
    """Say what a change of the school year would do, and do it with --accept; always 0."""
    with opened(chosen.file) as office:
        year_id = office.read(frame.term).school_year_id
        choices = YearChoices(
            names=_names(office, year_id, chosen.names),
            first=None if chosen.first is None else tuple(chosen.first.split(",")),
            groups=not chosen.without_groups,
            teachers=not chosen.without_teachers,
            rooms=not chosen.without_rooms,
            stays=not chosen.without_stays,
            blocks=not chosen.without_blocks,
        )
        print("\n".join(report.of_year(office.read(new_year.preview, year_id, choices, office.clock.today()))))
        if chosen.accept:
            done = office.do(new_year.change_year(year_id, choices))
            print("\n".join(str(message) for message in new_year.changed_in_words(done)))
        else:
            print(_("Nothing was changed: this was only a trial. --accept does it."))
    return 0


def _names(office: Office, year_id: int, typed: list[str]) -> dict[int, str]:
    """Return class id -> new name out of ``9b=10c``."""
    plan = office.read(new_year.preview, year_id, YearChoices(), office.clock.today())
    known = {line.old.name.casefold(): line.old.id for line in plan.classes}
    found = {}
    for text in typed:
        old, sign, new = text.partition("=")
        if not sign or old.strip().casefold() not in known:
            names = ", ".join(line.old.name for line in plan.classes)
            raise Objection(N_("“{text}” is not OLD=NEW. Classes are: {names}.", text=text, names=names))
        found[known[old.strip().casefold()]] = new
    return found
