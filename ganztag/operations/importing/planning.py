"""Planning an import: the file is read and compared with the school; nothing is written."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from ganztag.exchange.kinds import Kind
from ganztag.exchange.problems import Reading, in_order
from ganztag.exchange.reading import read_sheets
from ganztag.exchange.sheets import Sheets
from ganztag.exchange.subjects import read_records
from ganztag.exchange.tables import Table
from ganztag.operations.importing import courses, enrolments, lessons, partners, people, pupils, rooms, times, wishes
from ganztag.operations.importing.preview import ImportPlan, Item, Outcome, Request, Settings, What
from ganztag.operations.importing.problems import with_title
from ganztag.operations.importing.reading import table_of
from ganztag.operations.office import Office
from ganztag.queries import frame
from ganztag.storage.reader import Reader

_COMPARE: dict[Kind, Callable[[Reader, Reading[Any], Request, date], Outcome]] = {
    Kind.PUPILS: pupils.compare,
    Kind.COURSES: courses.compare,
    Kind.STAFF: people.compare,
    Kind.ROOMS: rooms.compare,
    Kind.PARTNERS: partners.compare,
    Kind.WISHES: wishes.compare,
    Kind.ENROLMENTS: enrolments.compare,
    Kind.TIMES: times.compare,
    Kind.LESSONS: lessons.compare,
}

_OF_PEOPLE = frozenset({Kind.PUPILS, Kind.STAFF, Kind.WISHES, Kind.ENROLMENTS})


def plan(office: Office, kind: Kind | str, source: Path | Sheets, settings: Settings | None = None) -> ImportPlan:
    """Return what importing *source* would do; raises Unreadable (an Objection) where it is no table."""
    wanted = settings or Settings()
    sheets = source if isinstance(source, Sheets) else read_sheets(source)
    term = office.read(frame.term, wanted.term_id)
    request = Request(Kind(kind), sheets, term.id, wanted)
    return replace(office.read(planned, request, office.clock.today()), revision=office.revision)


def planned(reader: Reader, request: Request, today: date) -> ImportPlan:
    """Return what the request means for the school as it is now."""
    table = table_of(reader, request, frame.term(reader, request.term_id))
    reading = _read(table, today)
    outcome = _COMPARE[request.kind](reader, reading, request, today) if reading.usable else Outcome(())
    wrong = tuple(Item(row, sheet, What.WRONG, _name(table, sheet, row)) for sheet, row in sorted(reading.wrong_rows))
    order = {part.sheet: place for place, part in enumerate(table.parts)}
    items = sorted((*wrong, *outcome.items), key=lambda one: (one.row is None, order.get(one.sheet, 0), one.row or 0))
    found = (*reading.problems, *(with_title(problem, table) for problem in outcome.problems))
    return ImportPlan(
        request=request,
        table=table,
        items=tuple(items),
        problems=in_order(found, order),
        questions=outcome.questions,
        creates=outcome.creates,
        not_taken_over=reading.not_taken_over,
        rows_can_be_left_out=not any(one.is_error and one.row is None for one in found),
        extra=outcome.extra,
    )


def _read(table: Table, today: date) -> Reading[Any]:
    """Return the records; where no line of titles was found that alone is told, not each column that is missing."""
    notes = tuple(problem for problem in table.notes if problem.is_error)
    return Reading((), notes, table.not_taken_over) if notes else read_records(table, today)


def _name(table: Table, sheet: str, row: int) -> str:
    """Return what a row that could not be read begins with."""
    part = next((one for one in table.parts if one.sheet == sheet), None)
    found = next((one for one in part.rows if one.number == row), None) if part is not None else None
    keys = ("surname", "call_name", "whole_name", "number", "title", "code",
            "room", "person", "name", "teacher", "subject")  # fmt: skip
    columns = [part.column_of(key) for key in keys] if part is not None else []
    texts = [found.cell(column).strip() for column in columns if found is not None and column is not None]
    return (", " if table.kind in _OF_PEOPLE else " ").join(filter(None, texts))
