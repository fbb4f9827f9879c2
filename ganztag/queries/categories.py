"""Categories as lists show them."""

from dataclasses import dataclass

import sqlalchemy as sa

from ganztag.language import sort_key
from ganztag.queries import frame
from ganztag.queries.courses import of_term
from ganztag.storage import tables
from ganztag.storage.reader import Reader


@dataclass(frozen=True, slots=True)
class CategoryRow:
    """A category; *courses* is how many a half-year has of it."""

    id: int
    name: str
    colour: int
    position: int
    courses: int


def categories(reader: Reader, term_id: int) -> list[CategoryRow]:
    """Return all categories in the order of their names."""
    category, course = tables.category, tables.course
    counted = (
        sa.select(course.c.category_id, sa.func.count().label("courses"))
        .where(of_term(frame.term(reader, term_id)))
        .group_by(course.c.category_id)
        .subquery()
    )
    statement = sa.select(*category.c, sa.func.coalesce(counted.c.courses, 0).label("courses")).outerjoin(
        counted, counted.c.category_id == category.c.id
    )
    return sorted((CategoryRow(**row._mapping) for row in reader.rows(statement)), key=lambda row: sort_key(row.name))
