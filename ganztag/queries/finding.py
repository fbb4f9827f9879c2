"""Everything that can be found by name from anywhere: children, courses, staff and rooms, in one list."""

from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa

from ganztag.domain.pupils import list_name
from ganztag.language import sort_key
from ganztag.queries import frame
from ganztag.queries.courses import of_term
from ganztag.queries.enrolments import class_names
from ganztag.queries.spans import still_at_school
from ganztag.storage import tables
from ganztag.storage.reader import Reader


@dataclass(frozen=True, slots=True)
class Found:
    """*kind* is pupil, course, staff or room; *number* is a child's class, a course's number or a room's name."""

    kind: str
    id: int
    text: str
    number: str
    search_key: str


def everything(reader: Reader, term_id: int, day: date) -> list[Found]:
    """Return all that has a name, kind by kind, each in the order of a dictionary; classes are those of *day*."""
    term = frame.term(reader, term_id)
    return [*_pupils(reader, term, day), *_courses(reader, term), *_staff(reader), *_rooms(reader)]


def _sorted(found: list[Found]) -> list[Found]:
    return sorted(found, key=lambda one: sort_key(one.text))


def _pupils(reader: Reader, term: frame.TermRow, day: date) -> list[Found]:
    t = tables.pupil.c
    statement = sa.select(t.id, t.surname, t.prefix, t.call_name, t.search_key).where(still_at_school(term.starts))
    rows = reader.rows(statement)
    classes = class_names(reader, [row.id for row in rows], day)
    return _sorted(
        [
            Found("pupil", r.id, list_name(r.surname, r.prefix, r.call_name), classes.get(r.id, ""), r.search_key)
            for r in rows
        ]
    )


def _courses(reader: Reader, term: frame.TermRow) -> list[Found]:
    t = tables.course.c
    statement = sa.select(t.id, t.title, t.number, t.search_key).where(of_term(term))
    return _sorted([Found("course", r.id, r.title, r.number, r.search_key) for r in reader.rows(statement)])


def _staff(reader: Reader) -> list[Found]:
    t = tables.staff.c
    statement = sa.select(t.id, t.surname, t.prefix, t.call_name, t.code, t.search_key)
    return _sorted(
        [
            Found("staff", r.id, list_name(r.surname, r.prefix, r.call_name), r.code, r.search_key)
            for r in reader.rows(statement)
        ]
    )


def _rooms(reader: Reader) -> list[Found]:
    t = tables.room.c
    statement = sa.select(t.id, t.code, t.name, t.search_key)
    return _sorted([Found("room", r.id, r.code, r.name, r.search_key) for r in reader.rows(statement)])
