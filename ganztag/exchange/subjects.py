"""One door to the readers: a table of any kind becomes its records."""

import datetime as dt
from collections.abc import Callable
from typing import Any

from ganztag.exchange.courses import read_courses
from ganztag.exchange.enrolments import read_enrolments
from ganztag.exchange.kinds import Kind
from ganztag.exchange.partners import read_partners
from ganztag.exchange.problems import Reading
from ganztag.exchange.pupils import read_pupils
from ganztag.exchange.staff_and_rooms import read_rooms, read_staff
from ganztag.exchange.tables import Table
from ganztag.exchange.week_times import read_lessons, read_times
from ganztag.exchange.wishes import read_wishes


def read_records(table: Table, today: dt.date) -> Reading[Any]:
    """Return the records of a table by its kind: PupilRecord, CourseRecord, StaffRecord and so on."""
    if table.kind is Kind.PUPILS:
        return read_pupils(table, today)
    readers: dict[Kind, Callable[[Table], Reading[Any]]] = {
        Kind.COURSES: read_courses,
        Kind.STAFF: read_staff,
        Kind.ROOMS: read_rooms,
        Kind.PARTNERS: read_partners,
        Kind.WISHES: read_wishes,
        Kind.ENROLMENTS: read_enrolments,
        Kind.TIMES: read_times,
        Kind.LESSONS: read_lessons,
    }
    return readers[table.kind](table)
