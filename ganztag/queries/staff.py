"""The people who lead courses, with what they lead in a half-year."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time

import sqlalchemy as sa

from ganztag.domain.objection import Objection
from ganztag.domain.pupils import full_name, list_name
from ganztag.domain.school_year import minutes_of
from ganztag.language import N_, sort_key
from ganztag.queries import frame
from ganztag.queries.contracts import ContractRow, contracts
from ganztag.queries.courses import of_term
from ganztag.queries.meetings import MeetingRow, at_the_same_time, meetings_of, week_order
from ganztag.queries.staff_papers import PaperRow, papers, worst
from ganztag.storage import tables
from ganztag.storage.reader import Reader


@dataclass(frozen=True, slots=True)
class LedMeeting:
    """A weekly meeting that a person leads; *clash* is the title of another one at the same time, or ""."""

    id: int
    course_id: int
    title: str
    number: str
    colour: int | None
    weekday: int
    starts: time | None
    ends: time | None
    room: str
    clash: str


@dataclass(frozen=True, slots=True)
class StaffRow:
    """A person; *times* are the weekly meetings of the half-year in the order of the week, *papers* those needed."""

    id: int
    code: str
    surname: str
    prefix: str
    call_name: str
    kind: str
    email: str
    phone: str
    external_id: str
    starts: date | None
    ends: date | None
    note: str
    search_key: str
    max_minutes: int | None
    qualifications: str
    partner_id: int | None
    times: tuple[LedMeeting, ...]
    partner: str = ""
    papers: tuple[PaperRow, ...] = ()
    contracts: tuple[ContractRow, ...] = ()

    @property
    def name(self) -> str:
        return list_name(self.surname, self.prefix, self.call_name)

    @property
    def full_name(self) -> str:
        return full_name(self.surname, self.prefix, self.call_name)

    @property
    def meetings(self) -> int:
        return len(self.times)

    @property
    def clashes(self) -> bool:
        return any(meeting.clash for meeting in self.times)

    @property
    def minutes(self) -> int:
        """Return how many minutes a week the meetings come to."""
        return sum(
            minutes_of(led.ends) - minutes_of(led.starts)
            for led in self.times
            if led.starts is not None and led.ends is not None
        )

    def left(self, day: date) -> bool:
        return self.ends is not None and self.ends < day

    def paper_state(self, day: date) -> str:
        """Return how the most pressing of the required papers stands on a day."""
        return worst(self.papers, day)

    def lacks_papers(self, day: date) -> bool:
        """Say whether somebody who has not left lacks a required paper, or has one that has run out."""
        return not self.left(day) and self.paper_state(day) in ("missing", "expired")


def staff(reader: Reader, term_id: int) -> list[StaffRow]:
    """Return all people in the order of their names."""
    return _filled(reader, term_id, sa.true())


def detail(reader: Reader, staff_id: int, term_id: int) -> StaffRow:
    """Return one person as *staff* does; object if it was deleted meanwhile."""
    found = _filled(reader, term_id, tables.staff.c.id == staff_id)
    if not found:
        raise Objection(N_("This person was deleted meanwhile."))
    return found[0]


def _filled(reader: Reader, term_id: int, condition: sa.ColumnElement[bool]) -> list[StaffRow]:
    term = frame.term(reader, term_id)
    led, needed, agreed = _led(reader, term), papers(reader), contracts(reader)
    partners = {row.id: row.name for row in reader.rows(sa.select(tables.partner.c.id, tables.partner.c.name))}
    found = [
        StaffRow(
            **row._mapping,
            times=led.get(row.id, ()),
            partner=partners.get(row.partner_id, ""),
            papers=needed.get(row.id, ()),
            contracts=agreed.get(row.id, ()),
        )
        for row in reader.rows(sa.select(tables.staff).where(condition))
    ]
    return sorted(found, key=lambda row: (sort_key(row.name), row.id))


def _led(reader: Reader, term: frame.TermRow) -> dict[int, tuple[LedMeeting, ...]]:
    """Return what each person leads; struck courses do not take place."""
    course, category = tables.course, tables.category
    statement = (
        sa.select(course.c.id, course.c.title, course.c.number, category.c.colour)
        .outerjoin(category, category.c.id == course.c.category_id)
        .where(of_term(term), course.c.status != "struck")
    )
    courses = {row.id: row for row in reader.rows(statement)}
    led: dict[int, list[MeetingRow]] = defaultdict(list)
    for meetings in meetings_of(reader, courses).values():
        for meeting in meetings:
            for staff_id in meeting.leader_ids:
                led[staff_id].append(meeting)
    return {staff_id: _meetings(found, courses) for staff_id, found in led.items()}


def _meetings(found: Sequence[MeetingRow], courses: dict[int, sa.Row[tuple[object, ...]]]) -> tuple[LedMeeting, ...]:
    made = []
    for meeting in sorted(found, key=week_order):
        course = courses[meeting.course_id]
        others = [m for m in found if m.id != meeting.id and at_the_same_time(m, meeting)]
        made.append(
            LedMeeting(
                id=meeting.id,
                course_id=meeting.course_id,
                title=course.title,
                number=course.number,
                colour=course.colour,
                weekday=meeting.weekday,
                starts=meeting.starts,
                ends=meeting.ends,
                room=meeting.room,
                clash=courses[others[0].course_id].title if others else "",
            )
        )
    return tuple(made)
