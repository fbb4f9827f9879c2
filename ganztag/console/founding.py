"""``ganztag new``: a new school file, empty or with the sample school."""

import argparse
from typing import Any

from ganztag.console.files import half_year, path
from ganztag.exchange.land_calendar import LANDS
from ganztag.language import _
from ganztag.operations.opening import new_school


def describe(commands: Any) -> None:
    command = commands.add_parser("new", help=_("make a new school file"), description=_("Make a new school file."))
    command.add_argument("file", type=path, metavar=_("FILE"), help=_("must not exist yet"))
    command.add_argument("--sample", action="store_true", help=_("with the invented sample school"))
    command.add_argument("--name", default="", metavar=_("NAME"), help=_("the school's name"))
    command.add_argument(
        "--land", default="", choices=("", *LANDS), metavar="LAND", help=_("for its days off: HH, NW ...")
    )
    command.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """Make the file; it gets the current school year with two half-years."""
    if chosen.sample:
        from ganztag.operations.sample import new_sample_school

        office = new_sample_school(chosen.file)
    else:
        office = new_school(chosen.file, name=chosen.name, land=chosen.land)
    term = half_year(office, "")
    office.close()
    print(_("{file} is made; it is working on {term}.", file=chosen.file.name, term=term.name))
    return 0
