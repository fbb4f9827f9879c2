"""From sheets to a table whose columns are known; what was set by hand before is applied silently."""

import json
from collections.abc import Mapping
from dataclasses import replace

from ganztag.exchange.kinds import Kind
from ganztag.exchange.paper_columns import with_papers
from ganztag.exchange.recognising import recognise
from ganztag.exchange.sheets import Row
from ganztag.exchange.tables import Part, Table
from ganztag.operations.importing.preview import Request
from ganztag.queries.frame import TermRow
from ganztag.queries.import_state.courses import courses
from ganztag.queries.import_state.mappings import mappings
from ganztag.queries.staff_papers import requirements
from ganztag.storage.reader import Reader

Columns = Mapping[int, str | None]


def table_of(reader: Reader, request: Request, term: TermRow) -> Table:
    """Return the table with its columns recognised, and corrected by hand now or at an earlier import."""
    known: tuple[str, ...] = ()
    if request.kind is Kind.WISHES:
        found = courses(reader, term.id, term.school_year_id)
        known = tuple(text for course in found for text in (course.title, course.number) if text)
    table = recognise(request.sheets, request.kind, sheet=request.settings.sheet, known_courses=known)
    if request.kind is Kind.STAFF:
        table = with_papers(table, [asked.name for asked in requirements(reader)])
    if not table.parts:
        table = _with_columns_to_choose(table, request)
    remembered = mappings(reader, str(request.kind))
    for part in table.parts:
        columns = request.settings.columns.get(part.sheet)
        if columns is None and part.header_row is not None and part.fingerprint in remembered:
            columns = _columns(remembered[part.fingerprint])
        if columns:
            table = replace(table.corrected(columns, part.sheet), notes=())
    return table


def _with_columns_to_choose(table: Table, request: Request) -> Table:
    """Return a table of unknown columns, the first wide row as its titles: a person may know what they mean."""
    sheets = [one for one in request.sheets.sheets if request.settings.sheet in (None, one.name) and one.rows]
    for sheet in sheets:
        width = max(_filled(row) for row in sheet.rows)
        header = next((row for row in sheet.rows if _filled(row) == width), None)
        if header is not None and width > 1:
            rows = tuple(row for row in sheet.rows if row.number > header.number)
            return replace(table, parts=(Part(sheet.name, header.number, header.cells, {}, rows),))
    return table


def _filled(row: Row) -> int:
    return sum(bool(cell.strip()) for cell in row.cells)


def columns_as_text(part: Part) -> str:
    """Return the columns of a table as the file remembers them: every column, those left aside too."""
    columns = {str(place): part.mapping.get(place) for place in range(len(part.headers))}
    return json.dumps(columns, ensure_ascii=False, sort_keys=True)


def _columns(text: str) -> dict[int, str | None]:
    return {int(place): key for place, key in json.loads(text).items()}
