"""``ganztag check``: conflicts and gaps of a half-year."""

import argparse
from typing import Any

from ganztag.console.files import ask_for_half_year, half_year, opened, path
from ganztag.language import N_, _, ngettext
from ganztag.queries import checks

_SEVERITIES = {"error": N_("Error"), "warning": N_("Warning"), "hint": N_("Hint")}


def describe(commands: Any) -> None:
    command = commands.add_parser(
        "check",
        help=_("list conflicts and gaps"),
        description=_("List conflicts and gaps of a half-year; exit code 1 where there are errors."),
    )
    command.add_argument("file", type=path, metavar=_("FILE"))
    ask_for_half_year(command)
    command.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """Print all findings, errors first; 1 where there are errors."""
    with opened(chosen.file) as office:
        term = half_year(office, chosen.half_year)
        found = office.read(checks.findings, term.id, term.day_that_counts(office.clock.today()))
    for finding in found:
        print(f"{_SEVERITIES[finding.severity]}: {finding.message}")
    errors = sum(finding.severity == "error" for finding in found)
    others = len(found) - errors
    print(
        ngettext("{count} error", "{count} errors", errors)
        + ", "
        + ngettext("{count} warning or hint", "{count} warnings and hints", others)
    )
    return 1 if errors else 0
