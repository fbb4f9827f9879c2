"""``ganztag import``: bring a table in, all or nothing; ``--dry-run`` only says what would happen."""

import argparse
import sys
from dataclasses import replace
from typing import Any

from ganztag.console import answering, importing_days
from ganztag.console.answering import Answers
from ganztag.console.files import ask_for_half_year, half_year, opened, path
from ganztag.domain.objection import Objection
from ganztag.domain.settings import as_kept
from ganztag.exchange.kinds import Kind
from ganztag.exchange.reading import read_sheets
from ganztag.language import N_, _, nN_
from ganztag.operations.importing.applying import apply
from ganztag.operations.importing.planning import plan as planned
from ganztag.operations.importing.preview import ImportPlan, Settings, What
from ganztag.operations.office import Office

_MOST_NAMES = 12  # of things that come with the import, on one line

_WHAT = {
    What.NEW: lambda n: nN_("{count} new", "{count} new", n),
    What.CHANGED: lambda n: nN_("{count} changed", "{count} changed", n),
    What.UNCHANGED: lambda n: nN_("{count} unchanged", "{count} unchanged", n),
    What.WRONG: lambda n: nN_("{count} wrong", "{count} wrong", n),
    What.LEAVES: lambda n: nN_("{count} leaves", "{count} leave", n),
}


def describe(commands: Any) -> None:
    kinds = (*(kind.value for kind in Kind), importing_days.KIND)
    command = commands.add_parser(
        "import",
        help=_("bring a table in"),
        description=_(
            "Bring in pupils, courses, staff, rooms, wishes, enrolments, times of rooms and staff from a CSV or Excel "
            "file, or lessons from a timetable of Untis (GPU001.TXT). All problems are listed with row and column; "
            "while a row is wrong nothing is imported."
        ),
    )
    command.add_argument("kind", choices=kinds, metavar=_("KIND"), help=", ".join(kinds))
    command.add_argument("source", type=path, metavar=_("TABLE"), help=_("a .csv, .txt, .xlsx, .xls or .ods file"))
    command.add_argument("--into", type=path, required=True, metavar=_("FILE"), help=_("the school file"))
    command.add_argument("--dry-run", action="store_true", help=_("only say what would be imported"))
    command.add_argument("--skip-bad-rows", action="store_true", help=_("leave wrong rows out and import the others"))
    command.add_argument(
        "--scope", choices=("file", "school"), default="file",
        help=_("school: the file holds the whole school, so pupils who are missing from it leave"),
    )  # fmt: skip
    command.add_argument("--sheet", metavar=_("NAME"), help=_("only this sheet of a workbook"))
    command.add_argument("--ballot", default="", metavar=_("NAME"), help=_("for wishes: the ballot they belong to"))
    command.add_argument(
        "--bell-times",
        default="",
        metavar=_("TIMES"),
        help=_("for lessons: when they are, like “1: 08:00-08:45; 2: 08:50-09:35”; the file keeps it"),
    )
    command.add_argument(
        "--create",
        action="append",
        choices=("rooms", "staff"),
        default=[],
        help=_("for lessons: add rooms or staff that the school does not have yet"),
    )
    command.add_argument("--all", action="store_true", help=_("for days off: also what is hardly one"))
    answering.describe(command)
    ask_for_half_year(command)
    command.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """Import; 0 done, 1 where rows are wrong (nothing is imported then, unless they are left out)."""
    if chosen.kind == importing_days.KIND:
        return importing_days.run(chosen)
    with opened(chosen.into) as office:
        settings = Settings(
            term_id=half_year(office, chosen.half_year).id,
            sheet=chosen.sheet,
            whole_school=chosen.scope == "school",
            ballot=chosen.ballot,
            bell_times=as_kept("bell_times", chosen.bell_times) if chosen.bell_times else "",
            make_rooms="rooms" in chosen.create,
            make_staff="staff" in chosen.create,
        )
        plan = _plan(office, chosen, settings)
        _tell(plan)
        if not plan.ready(skip_bad_rows=chosen.skip_bad_rows):
            print(_("Nothing was imported."), file=sys.stderr)
            return 1
        if chosen.dry_run:
            print(_("Nothing was imported: this was only a trial."))
        elif not plan.to_do:
            print(_("Nothing was imported: there is nothing new."))
        else:
            office.do(apply(plan, skip_bad_rows=chosen.skip_bad_rows))
            print(_("Imported."))
    return 0


def _plan(office: Office, chosen: argparse.Namespace, settings: Settings) -> ImportPlan:
    sheets = read_sheets(chosen.source)
    if chosen.sheet is not None and chosen.sheet not in {sheet.name for sheet in sheets.sheets}:
        known = ", ".join(sheet.name for sheet in sheets.sheets if sheet.name) or "–"
        raise Objection(N_("There is no sheet “{name}”. There are: {known}.", name=chosen.sheet, known=known))
    plan = planned(office, Kind(chosen.kind), sheets, settings)
    answers = Answers.of(chosen)
    if not answers:
        return plan
    return planned(office, Kind(chosen.kind), sheets, replace(settings, answers=answers.to(plan.questions)))


def _tell(plan: ImportPlan) -> None:
    """Print problems to stderr, and to stdout what becomes of the rows and what comes with them."""
    for problem in plan.problems:
        severity = N_("Error") if problem.is_error else N_("Warning")
        print(_("{severity}: {problem}", severity=severity, problem=problem), file=sys.stderr)
    for question in plan.questions:
        print(
            _("To answer: --same {row} (the same child) or --other {row} (another child).", row=str(question.row)),
            file=sys.stderr,
        )
    print(", ".join(str(_WHAT[what](count)) for what, count in plan.counts.items() if count) or _("no rows"))
    for creation in plan.creates:
        names = ", ".join(creation.names[:_MOST_NAMES]) + (" …" if len(creation.names) > _MOST_NAMES else "")
        print(_("New with it: {label}: {names}", label=creation.label, names=names))
    if plan.not_taken_over:
        print(_("Columns not taken over: {columns}", columns=", ".join(plan.not_taken_over)))
