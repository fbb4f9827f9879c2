"""Who is invited to a course."""

import sqlalchemy as sa

from ganztag.domain.pupils import list_name
from ganztag.language import sort_key
from ganztag.storage import tables
from ganztag.storage.reader import Reader


def invited(reader: Reader, course_id: int) -> tuple[tuple[int, str], ...]:
    """Return the children that are invited, each with its name as lists show it."""
    link, pupil = tables.invitation, tables.pupil
    statement = (
        sa.select(pupil.c.id, pupil.c.surname, pupil.c.prefix, pupil.c.call_name)
        .join(link, link.c.pupil_id == pupil.c.id)
        .where(link.c.course_id == course_id)
    )
    found = [(row.id, list_name(row.surname, row.prefix, row.call_name)) for row in reader.rows(statement)]
    return tuple(sorted(found, key=lambda pair: (sort_key(pair[1]), pair[0])))
