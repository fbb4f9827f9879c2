"""The words of the command line; ``--help`` teaches them."""

import argparse
import sys
from typing import NoReturn

import ganztag
from ganztag.console import (
    allocating,
    argparse_words,
    checking,
    exporting,
    fitting,
    founding,
    importing,
    placing,
    printing,
    rollover,
    showing,
)
from ganztag.language import _

_COMMANDS = (founding, importing, exporting, showing, checking, fitting, placing, allocating, printing, rollover)


class Leave(Exception):  # noqa: N818 -- not an error: help was shown, or wrong use answered
    """The command line is done with; *code* is the exit code."""

    def __init__(self, code: int) -> None:
        super().__init__(code)
        self.code = code


class Parser(argparse.ArgumentParser):
    """Answers wrong use with one sentence and leaves by an exception, not by ending the process."""

    def error(self, message: str) -> NoReturn:
        print(_("{message}. “{command} --help” explains it.", message=message, command=self.prog), file=sys.stderr)
        raise Leave(2)

    def exit(self, status: int = 0, message: str | None = None) -> NoReturn:
        if message:
            print(message, file=sys.stderr, end="")
        raise Leave(status)


def parser() -> Parser:
    """Return the parser of all commands; each sets ``run`` to what it does."""
    argparse_words.speak()
    found = Parser(
        prog="ganztag",
        description=_("Manage the courses of an all-day school: without arguments the window opens."),
        epilog=_(
            "A whole run:\n"
            "  ganztag new school.ganztag --name “My school” --land HH\n"
            "  ganztag template pupils --out pupils.csv        (fill it in)\n"
            "  ganztag import pupils pupils.csv --into school.ganztag\n"
            "  ganztag import courses courses.xlsx --into school.ganztag\n"
            "  ganztag import wishes wishes.csv --into school.ganztag\n"
            "  ganztag allocate school.ganztag --accept --out plan.csv\n"
            "  ganztag print attendance school.ganztag --out lists.pdf\n"
            "Exit codes: 0 done, 1 the data has problems, 2 wrong use or a file that cannot be used."
        ),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    found.add_argument(
        "--version", action="version", version=f"ganztag {ganztag.__version__}", help=_("show the version")
    )
    found.add_argument("--self-test", action="store_true", help=_("check that this installation is complete"))
    commands = found.add_subparsers(dest="command", metavar=_("COMMAND"), required=True, parser_class=Parser)
    for command in _COMMANDS:
        command.describe(commands)
    return found
