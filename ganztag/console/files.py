"""What several commands share: opening a school, choosing its half-year, and reading names from the command line."""

import argparse
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ganztag.language import _
from ganztag.operations.office import Office
from ganztag.operations.opening import open_office
from ganztag.queries import frame


def path(text: str) -> Path:
    """Return a path of the command line, one that has a name to speak of; ValueError for none at all."""
    if not text.strip():
        raise ValueError(text)
    found = Path(text)
    return found if found.name else found.absolute()


@contextmanager
def opened(path: Path) -> Iterator[Office]:
    """Open the school file for the time of a command."""
    office = open_office(path)
    try:
        yield office
    finally:
        office.close()


def ask_for_half_year(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--half-year",
        metavar=_("NAME"),
        default="",
        help=_("the half-year, such as “2026/27-1”; otherwise the one that the file is working on"),
    )


def half_year(office: Office, name: str) -> frame.TermRow:
    """Return the half-year of this name, the one being worked on without a name."""
    return office.read(frame.term_named, name) if name else office.read(frame.term)
