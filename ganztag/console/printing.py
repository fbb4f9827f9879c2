"""``ganztag print``: papers as PDF, in the language of the file."""

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from ganztag.console.files import ask_for_half_year, half_year, opened, path
from ganztag.documents.printed import Printed
from ganztag.domain.objection import Objection
from ganztag.language import N_, Message, _, ngettext, speaking
from ganztag.operations.office import Office
from ganztag.operations.printing import PAPERS, Paper, print_to
from ganztag.queries import ballots, classes, courses, frame, pupils
from ganztag.queries.frame import TermRow


def describe(commands: Any) -> None:
    command = commands.add_parser(
        "print", help=_("print papers as PDF"), description=_("Print papers as PDF: for one, some or all.")
    )
    command.add_argument("paper", choices=tuple(PAPERS), metavar=_("PAPER"), help=", ".join(PAPERS))
    command.add_argument("file", type=path, metavar=_("FILE"))
    command.add_argument(
        "--out", type=path, required=True, metavar=_("PATH"), help=_("X.pdf: one PDF; any other path: a folder")
    )
    command.add_argument("--course", action="append", default=[], metavar=_("NUMBER"), help=_("only this course"))
    command.add_argument("--class", action="append", default=[], dest="classes", metavar=_("NAME"))
    command.add_argument("--pupil", action="append", default=[], metavar=_("NAME"), help=_("name or id of a child"))
    command.add_argument(
        "--ballot", default="", metavar=_("NAME"), help=_("of which ballot; needed where there are several")
    )
    ask_for_half_year(command)
    command.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """Print the chosen papers; what is there is replaced."""
    paper = PAPERS[chosen.paper]
    with opened(chosen.file) as office:
        term = half_year(office, chosen.half_year)
        wanted = _selection(office, term, chosen)
        with speaking(office.read(frame.school).language):
            printed = print_to(office, paper, term.id, wanted, chosen.out, _ballot(office, paper, term, chosen.ballot))
    _tell(printed, chosen.out)
    return 0


def _tell(printed: Printed, target: Path) -> None:
    print(ngettext("{count} page printed to {path}.", "{count} pages printed to {path}.", printed.pages, path=target))
    for missing in printed.missing:
        print(
            _("No typeface has “{characters}”; a box stands there in: {text}", characters=missing.characters,
              text=missing.text),
            file=sys.stderr,
        )  # fmt: skip


def _selection(office: Office, term: TermRow, chosen: argparse.Namespace) -> list[int] | None:
    """Return the ids that are meant; None where nothing was chosen: all."""
    paper: Paper = PAPERS[chosen.paper]
    _refuse_other_options(paper, chosen)
    if paper.subject == "ballot":
        return [office.read(ballots.ballot_named, term.id, chosen.ballot).id] if chosen.ballot else None
    if chosen.course:
        rows = [(row.id, (row.number, row.title, row.short_name)) for row in office.read(courses.courses, term.id)]
        return _found(chosen.course, rows, N_("There is no course “{name}”."))
    day = term.day_that_counts(office.clock.today())
    groups: list[tuple[int, tuple[str, ...]]] = [
        (row.id, (row.name,)) for row in office.read(classes.classes, term.school_year_id, day)
    ]
    if paper.subject == "class":
        return _found(chosen.classes, groups, N_("There is no class “{name}”.")) if chosen.classes else None
    return _children(office, term, chosen, groups)


def _refuse_other_options(paper: Paper, chosen: argparse.Namespace) -> None:
    allowed = {"course": {"course"}, "class": {"classes"}, "pupil": {"pupil", "classes"}, "ballot": {"ballot"}}
    fitting = allowed[paper.subject] | ({"ballot"} if paper.of_ballot else set())
    for option, text in (("course", "--course"), ("classes", "--class"), ("pupil", "--pupil"), ("ballot", "--ballot")):
        if getattr(chosen, option) and option not in fitting:
            raise Objection(N_("{option} does not go with this paper.", option=text))


def _ballot(office: Office, paper: Paper, term: TermRow, name: str) -> int | None:
    return office.read(ballots.ballot_named, term.id, name).id if paper.of_ballot else None


def _children(
    office: Office, term: TermRow, chosen: argparse.Namespace, groups: list[tuple[int, tuple[str, ...]]]
) -> list[int] | None:
    if not chosen.pupil and not chosen.classes:
        return None
    rows = office.read(pupils.pupils, term.id, term.day_that_counts(office.clock.today()))
    inside = set(_found(chosen.classes, groups, N_("There is no class “{name}”.")))
    found = [row.id for row in rows if row.class_id in inside and not row.left]
    names = [
        (row.id, (row.name, f"{row.call_name} {row.prefix} {row.surname}".replace("  ", " "), row.external_id))
        for row in rows
    ]
    return found + _found(chosen.pupil, names, N_("There is no child “{name}”."))


def _found(wanted: Sequence[str], rows: Sequence[tuple[int, tuple[str, ...]]], nobody: Message) -> list[int]:
    """Return the ids whose names are wanted, several where several have one name; objects to unknown ones."""
    fold: Callable[[str], str] = str.casefold
    found: list[int] = []
    for name in wanted:
        fitting = [key for key, names in rows if fold(name.strip()) in map(fold, filter(None, names))]
        if not fitting:
            raise Objection(nobody.filled(name=name))
        found += fitting
    return found
