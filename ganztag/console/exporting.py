"""``ganztag export`` and ``ganztag template``: tables with the headers that ``import`` reads."""

import argparse
from typing import Any

from ganztag.console.files import ask_for_half_year, half_year, opened, path
from ganztag.exchange.fields import template
from ganztag.exchange.kinds import WRITTEN, Kind
from ganztag.language import _, ngettext
from ganztag.operations.exporting import tables as exporting
from ganztag.operations.exporting.session_rows import export_sessions

SESSIONS = "sessions"  # the real dates: written for people, never read again


def describe(commands: Any) -> None:
    kinds = tuple(kind.value for kind in WRITTEN)
    command = commands.add_parser(
        "export", help=_("write a table"), description=_("Write a table as .csv or .xlsx; import reads it again.")
    )
    written = (*kinds, SESSIONS)
    command.add_argument("kind", choices=written, metavar=_("KIND"), help=", ".join(written))
    command.add_argument("file", type=path, metavar=_("FILE"))
    command.add_argument("--out", type=path, required=True, metavar=_("TABLE"))
    command.add_argument("--ballot", default="", metavar=_("NAME"), help=_("needed where there are several"))
    ask_for_half_year(command)
    command.set_defaults(run=run)
    empty = commands.add_parser(
        "template", help=_("an empty table with the right headers"), description=_("An empty table to fill in.")
    )
    empty.add_argument("kind", choices=kinds, metavar=_("KIND"), help=", ".join(kinds))
    empty.add_argument("--out", type=path, metavar=_("TABLE"), help=_("a .csv or .xlsx; otherwise it is shown here"))
    empty.set_defaults(run=run_template)


def run(chosen: argparse.Namespace) -> int:
    with opened(chosen.file) as office:
        term = half_year(office, chosen.half_year)
        if chosen.kind == SESSIONS:
            count = export_sessions(office, chosen.out, term.id)
        else:
            count = exporting.export(office, Kind(chosen.kind), chosen.out, term_id=term.id, ballot=chosen.ballot)
    print(ngettext("{count} row written to {path}.", "{count} rows written to {path}.", count, path=chosen.out))
    return 0


def run_template(chosen: argparse.Namespace) -> int:
    kind = Kind(chosen.kind)
    if chosen.out:
        exporting.template(kind, chosen.out)
        print(_("{path} is ready to be filled in.", path=chosen.out))
    else:
        print(";".join(template(kind)))
    return 0
