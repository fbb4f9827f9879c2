"""The kinds of table, and what a field of a table is."""

from dataclasses import dataclass
from enum import StrEnum

from ganztag.language import Message


class Kind(StrEnum):
    """What a table lists; the values are the words of the console."""

    PUPILS = "pupils"
    COURSES = "courses"
    STAFF = "staff"
    ROOMS = "rooms"
    PARTNERS = "partners"
    WISHES = "wishes"
    ENROLMENTS = "enrolments"
    TIMES = "times"
    LESSONS = "lessons"


WRITTEN = tuple(kind for kind in Kind if kind is not Kind.LESSONS)  # lessons belong to the timetable program


@dataclass(frozen=True)
class Field:
    """One column that a table may have.

    *header* is its German title in our own files (empty: we only read it), *names* are the normalised titles by which
    it is known elsewhere, the surest first. *basic* columns stand in the empty table that a school fills in; *seldom*
    ones are written only where something stands in them.
    """

    key: str
    label: Message
    header: str = ""
    names: tuple[str, ...] = ()
    basic: bool = False
    seldom: bool = False


def words(text: str) -> tuple[str, ...]:
    return tuple(text.split())
