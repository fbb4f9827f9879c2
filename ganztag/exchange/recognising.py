"""Finding the header below title lines and which column means what, whatever program wrote the file."""

from collections.abc import Collection, Iterable, Sequence

from ganztag.exchange.by_content import settled
from ganztag.exchange.fields import FIELDS, REQUIRED, field_of
from ganztag.exchange.header_words import normal, spellings
from ganztag.exchange.headerless import part_without_header
from ganztag.exchange.kinds import Kind
from ganztag.exchange.problems import Problem, Severity
from ganztag.exchange.sheets import Row, Sheet, Sheets
from ganztag.exchange.tables import Part, Table, missing
from ganztag.exchange.week_times import untis_lessons
from ganztag.exchange.wish_columns import rank_of_header, wish_columns
from ganztag.language import N_

_LOOKED_AT = 30  # the header stands among the first rows
_SENT_BY_MICROSOFT = ("fertigstellungszeit", "completiontime")
_LESS_SURE = 100  # a title that only fits without its prefix yields to one that fits as it stands


def recognise(sheets: Sheets, kind: Kind, *, sheet: str | None = None, known_courses: Collection[str] = ()) -> Table:
    """Return the table of *kind* in a file: all visible sheets that list it, or the chosen *sheet*.

    *known_courses* (numbers and titles) help with wishes that stand in one column per course. What is missing is
    among the table's problems; nothing is raised.
    """
    known = tuple(known_courses)
    wanted = [one for one in sheets.sheets if (one.name == sheet if sheet is not None else not one.hidden)]
    found = {one.name: _part_of(one, kind, known) for one in wanted}
    whole = [part for part in found.values() if part and not missing(kind, part.given)]
    parts = whole or [part for part in found.values() if part][:1]
    notes: list[Problem] = []
    if not parts and kind is Kind.PUPILS:
        parts = [part for one in wanted if (part := part_without_header(one))]
        notes = [_told_by_content(part) for part in parts]
    if not parts:
        notes = [_no_header(kind)]
    used = {part.sheet for part in parts}
    skipped = tuple(one.name for one in sheets.sheets if one.name not in used)
    return Table(kind, tuple(parts), tuple(notes), skipped, known)


def _part_of(sheet: Sheet, kind: Kind, known_courses: Collection[str]) -> Part | None:
    """Return the sheet's table; a timetable of Untis is known by its places before any cell looks like a title."""
    untis = untis_lessons(sheet) if kind is Kind.LESSONS else None
    return untis or _part(sheet, kind, known_courses)


def _part(sheet: Sheet, kind: Kind, known_courses: Collection[str]) -> Part | None:
    """Return the sheet's table below the row with most known titles; None where no row looks like a header."""
    best: tuple[int, int] | None = None
    for index, row in enumerate(sheet.rows[:_LOOKED_AT]):
        score = _score(row, kind)
        if score and (best is None or score > best[0]):
            best = (score, index)
    if best is None:
        return None
    header = sheet.rows[best[1]]
    rows = tuple(row for row in sheet.rows[best[1] + 1 :] if row.cells != header.cells)
    mapping = columns_of(header.cells, kind, rows, known_courses)
    return Part(sheet.name, header.number, header.cells, mapping, rows)


def _score(row: Row, kind: Kind) -> int:
    """Return how many titles the row has; a single one counts only where the kind needs no second."""
    fields = _assigned(row.cells, kind)
    score = len(fields) + (sum(rank_of_header(cell) is not None for cell in row.cells) if kind is Kind.WISHES else 0)
    enough = score > 1 or (len(REQUIRED[kind]) == 1 and not missing(kind, frozenset(fields.values())))
    return score if enough else 0


def columns_of(
    headers: Sequence[str], kind: Kind, rows: Sequence[Row] = (), known_courses: Collection[str] = ()
) -> dict[int, str]:
    """Return column -> field; each field once, the surest title first."""
    mapping = settled(_assigned(headers, kind), headers, kind, rows)
    if kind is Kind.WISHES:
        mapping = _without_answer_number(mapping, headers)
        mapping |= wish_columns(headers, mapping, rows, known_courses)
    return dict(sorted(mapping.items()))


def _without_answer_number(mapping: dict[int, str], headers: Sequence[str]) -> dict[int, str]:
    """The ``ID`` of Microsoft Forms numbers the answers; it is not the child's."""
    if not any(normal(headers[column]) in _SENT_BY_MICROSOFT for column, key in mapping.items() if key == "sent"):
        return mapping
    return {column: key for column, key in mapping.items() if key != "external_id" or normal(headers[column]) != "id"}


def _assigned(headers: Sequence[str], kind: Kind) -> dict[int, str]:
    mapping: dict[int, str] = {}
    for _sureness, _place, column, key in sorted(_candidates(headers, kind)):
        if column not in mapping and key not in mapping.values():
            mapping[column] = key
    return _with_names_settled(mapping, headers, kind)


def _candidates(headers: Sequence[str], kind: Kind) -> Iterable[tuple[int, int, int, str]]:
    for column, header in enumerate(headers):
        ranked = kind is Kind.WISHES and rank_of_header(header) is not None
        for doubt, word in enumerate(() if ranked else spellings(header)):
            for place, field in enumerate(FIELDS[kind]):
                if field.header and word == normal(field.header) and doubt == 0 and not _yields(field.key, headers):
                    yield (-1, place, column, field.key)
                elif word in field.names:
                    yield (field.names.index(word) + _LESS_SURE * doubt, place, column, field.key)


def _yields(key: str, headers: Sequence[str]) -> bool:
    """Our own title gives way to a surer one: Vorname to Rufname, WebUntis' ``id`` to the school's own number."""
    if key == "call_name":
        return any(word == "rufname" for header in headers for word in spellings(header))
    surer = field_of(Kind.PUPILS, "external_id").names[:8]
    return key == "external_id" and any(word in surer for header in headers for word in spellings(header))


def _with_names_settled(mapping: dict[int, str], headers: Sequence[str], kind: Kind) -> dict[int, str]:
    """A lone ``Name`` is a whole name; beside WebUntis' longName it is the short one; Vornamen may stand alone."""
    keys = {key: column for column, key in mapping.items()}
    lone = "surname" in keys and "call_name" not in keys and "whole_name" not in keys
    if lone and normal(headers[keys["surname"]]) == "name":
        mapping[keys["surname"]] = "whole_name"
    if "first_names" in keys and "call_name" not in keys:
        mapping[keys["first_names"]] = "call_name"
    names = {normal(header): column for column, header in enumerate(headers)}
    if kind is Kind.STAFF and "longname" in names and "name" in names and "code" not in keys:
        mapping[names["name"]] = "code"
    return mapping


def _told_by_content(part: Part) -> Problem:
    order = ", ".join(
        str(field_of(Kind.PUPILS, key).header or field_of(Kind.PUPILS, key).label)
        for _column, key in sorted(part.mapping.items())
    )
    message = N_("The table has no line of titles. Its columns were read as: {order}. Please check this.", order=order)
    return Problem(None, "", message, Severity.WARNING, part.sheet)


def _no_header(kind: Kind) -> Problem:
    needed = [field_of(kind, group[0]) for group in REQUIRED[kind] if group != ("wishes",)]
    first = [field.header or str(field.label) for field in needed]
    titles = ", ".join([*first, "Wunsch 1"] if kind is Kind.WISHES else first)
    return Problem(None, "", N_("No line of titles was found. The table needs at least: {titles}.", titles=titles))
