"""``ganztag check``: conflicts and gaps of a half-year."""

import argparse
from collections.abc import Sequence
from itertools import groupby
from typing import Any

from ganztag.console.files import ask_for_half_year, half_year, opened, path
from ganztag.language import N_, _, ngettext
from ganztag.planning.clashes import RULES, Severity
from ganztag.queries import checks
from ganztag.queries.checks import Found

_SEVERITIES: dict[Severity, Any] = {"error": N_("Error"), "warning": N_("Warning"), "hint": N_("Hint")}
_ORDER = list(_SEVERITIES)
_RULES = {rule.code: (place, rule) for place, rule in enumerate(RULES)}


def describe(commands: Any) -> None:
    command = commands.add_parser(
        "check",
        help=_("list conflicts and gaps"),
        description=_("List conflicts and gaps of a half-year; exit code 1 where there are errors."),
    )
    command.add_argument("file", type=path, metavar=_("FILE"))
    ask_for_half_year(command)
    command.add_argument(
        "--severity",
        choices=_ORDER,
        default="hint",
        help=_("how grave a finding has to be to be listed: error, warning (and worse) or hint (all)"),
    )
    command.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """Print the findings by their kinds, errors first, exceptions with their reasons; 1 where there are errors."""
    with opened(chosen.file) as office:
        term = half_year(office, chosen.half_year)
        found = office.read(checks.found, term.id, term.day_that_counts(office.clock.today()))
    listed = [one for one in found if _ORDER.index(one.finding.severity) <= _ORDER.index(chosen.severity)]
    _print_findings([one for one in listed if one.exception is None])
    _print_exceptions([one for one in listed if one.exception is not None])
    counts = [sum(one.finding.severity == name for one in found if one.exception is None) for name in _ORDER]
    print(
        ngettext("{count} error", "{count} errors", counts[0])
        + ", "
        + ngettext("{count} warning or hint", "{count} warnings and hints", counts[1] + counts[2])
    )
    return 1 if counts[0] else 0


def _print_findings(found: Sequence[Found]) -> None:
    for code, ones in groupby(sorted(found, key=_place), key=lambda one: one.finding.code):
        same = list(ones)
        rule = _RULES[code][1]
        print(f"{_SEVERITIES[rule.severity]}: {rule.title} ({len(same)})")
        for one in same:
            print(f"  {one.finding.message}")


def _place(one: Found) -> tuple[int, int]:
    return _ORDER.index(one.finding.severity), _RULES[one.finding.code][0]


def _print_exceptions(found: Sequence[Found]) -> None:
    if found:
        print(_("Exceptions") + f" ({len(found)})")
    for one in found:
        reason = one.exception.reason if one.exception else ""
        print("  " + _("{finding} Reason: {reason}", finding=one.finding.message, reason=reason))
