"""Problems that only the school's own data show, told like those of the file itself."""

from ganztag.exchange.problems import Problem, Severity
from ganztag.exchange.records import Origin
from ganztag.exchange.tables import Table
from ganztag.language import Message


def error(origin: Origin | None, message: Message, key: str = "") -> Problem:
    """Return an error of a record's row; *key* is the field in whose column it stands (see `with_titles`)."""
    return _problem(origin, message, key, Severity.ERROR)


def warning(origin: Origin | None, message: Message, key: str = "") -> Problem:
    return _problem(origin, message, key, Severity.WARNING)


def _problem(origin: Origin | None, message: Message, key: str, severity: Severity) -> Problem:
    if origin is None:
        return Problem(None, "", message, severity)
    return Problem(origin.row, key, message, severity, origin.sheet)


def with_title(problem: Problem, table: Table) -> Problem:
    """Return the problem with the title of its column as the file writes it, instead of the field's key."""
    part = next((one for one in table.parts if one.sheet == problem.sheet), None)
    column = part.header_of(problem.column) if part is not None and problem.column else ""
    return Problem(problem.row, column, problem.message, problem.severity, problem.sheet)
