"""Conflicts and gaps of a half-year on one day: what the overview counts and what ``ganztag check`` lists."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from ganztag.planning import clashes
from ganztag.planning.clashes import Finding
from ganztag.queries.exceptions import ExceptionRow, exceptions
from ganztag.queries.offer import offer
from ganztag.storage.reader import Reader


@dataclass(frozen=True, slots=True)
class Found:
    """A finding; with an *exception* it was looked at and let stand."""

    finding: Finding
    exception: ExceptionRow | None = None


def found(reader: Reader, term_id: int, day: date) -> tuple[Found, ...]:
    """Return what does not fit together in a half-year, seen from *day*: errors first, exceptions in their places."""
    return with_exceptions(clashes.findings(offer(reader, term_id, day)), exceptions(reader, term_id))


def with_exceptions(findings: Iterable[Finding], known: Mapping[str, ExceptionRow]) -> tuple[Found, ...]:
    return tuple(Found(finding, known.get(finding.key)) for finding in findings)


def still_open(found: Iterable[Found]) -> tuple[Finding, ...]:
    """Return the findings that nobody let stand."""
    return tuple(one.finding for one in found if one.exception is None)
