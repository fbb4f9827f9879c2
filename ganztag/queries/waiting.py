"""Who waits for a place in which course, in which order and why, and who could move up on a day."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

import sqlalchemy as sa

from ganztag.domain.waiting_order import Waiter, criteria_of, in_order, why
from ganztag.language import Message, sort_key
from ganztag.queries import frame
from ganztag.queries.courses import CourseRow, of_term
from ganztag.queries.settings import settings
from ganztag.queries.standing import Seat, Standing, list_names, standing
from ganztag.storage import tables
from ganztag.storage.reader import Reader


@dataclass(frozen=True, slots=True)
class WaitingRow:
    """A child on a waiting list at *number* (1 = first); *why* says what decides it, *against* why it cannot move up.

    *leaves* are the seats that it gives up when it moves up; *by_hand* is the place that was given to it.
    """

    id: int
    course_id: int
    pupil_id: int
    number: int
    name: str
    school_class: str
    rank: int | None
    priority: int
    lot: int
    since: datetime
    by_hand: int | None
    reason: str
    state: str
    why: tuple[Message, ...]
    against: Message | None
    leaves: tuple[Seat, ...]

    @property
    def can(self) -> bool:
        return self.against is None and self.state != "declined"


@dataclass(frozen=True, slots=True)
class CourseQueue:
    """The waiting list of a course; *free* places from the day on that was asked for, None: no limit."""

    course: CourseRow
    free: int | None
    rows: tuple[WaitingRow, ...]

    @property
    def id(self) -> int:
        return self.course.id

    @property
    def offered(self) -> int:
        return sum(row.state == "offered" and row.can for row in self.rows)

    @property
    def places(self) -> int:
        """Return for how many places nobody has been asked yet."""
        return max((len(self.rows) if self.free is None else self.free) - self.offered, 0)

    @property
    def next(self) -> WaitingRow | None:
        """Return who moves up: one who was asked, else the first who can; None where there is no place or nobody."""
        asked = next((row for row in self.rows if row.state == "offered" and row.can), None)
        if asked is not None and (self.free is None or self.free > 0):
            return asked
        return next((row for row in self.rows if row.state == "waiting" and row.can), None) if self.places else None


def waiting_lists(reader: Reader, term_id: int, day: date) -> list[CourseQueue]:
    """Return the waiting lists of a half-year, in the order of the courses; courses without one are left out."""
    return queues(reader, standing(reader, term_id, day))


def queues(reader: Reader, known: Standing) -> list[CourseQueue]:
    """Return the waiting lists of what is *known* to stand."""
    waiting = tables.waiting
    rows = reader.rows(sa.select(*waiting.c).where(waiting.c.course_id.in_(tuple(known.courses))))
    criteria = criteria_of(settings(reader).waiting_order)
    names = list_names(reader, {row.pupil_id for row in rows})
    by_course: dict[int, dict[int, sa.Row[tuple[object, ...]]]] = defaultdict(dict)
    for row in rows:
        by_course[row.course_id][row.id] = row
    found = []
    for course_id, course in known.courses.items():
        entries = by_course.get(course_id)
        if entries:
            order = in_order([_waiter(row) for row in entries.values()], criteria)
            lines = [
                _row(entries[one.id], number, names[entries[one.id].pupil_id], why(one, criteria), known)
                for number, one in enumerate(order, start=1)
            ]
            found.append(CourseQueue(course, known.free(course_id), tuple(lines)))
    return found


def _waiter(row: sa.Row[tuple[object, ...]]) -> Waiter:
    return Waiter(row.id, row.since, row.rank, row.priority, row.lot, row.place, row.reason)


def _row(
    row: sa.Row[tuple[object, ...]], number: int, name: str, said: tuple[Message, ...], known: Standing
) -> WaitingRow:
    child = known.children.get(row.pupil_id)
    fit = known.fit(row.pupil_id, row.course_id, row.rank)
    return WaitingRow(
        id=row.id,
        course_id=row.course_id,
        pupil_id=row.pupil_id,
        number=number,
        name=name,
        school_class=child.class_name if child is not None else "",
        rank=row.rank,
        priority=row.priority,
        lot=row.lot,
        since=row.since,
        by_hand=row.place,
        reason=row.reason,
        state=row.state,
        why=said,
        against=fit.against,
        leaves=fit.leaves,
    )


def counts(reader: Reader, course_ids: Iterable[int]) -> dict[int, int]:
    """Return how many children wait for each of these courses; who declined does not count."""
    waiting = tables.waiting
    statement = (
        sa.select(waiting.c.course_id, sa.func.count().label("children"))
        .where(waiting.c.course_id.in_(tuple(course_ids)), waiting.c.state != "declined")
        .group_by(waiting.c.course_id)
    )
    return {row.course_id: row.children for row in reader.rows(statement)}


@dataclass(frozen=True, slots=True)
class WaitsFor:
    """A course that a child waits for, and at which place."""

    id: int
    course_id: int
    title: str
    number: int
    state: str


def waits_for(reader: Reader, pupil_id: int, term_id: int) -> list[WaitsFor]:
    """Return which courses of a half-year a child waits for, by their titles."""
    waiting, course = tables.waiting, tables.course
    mine = sa.select(waiting.c.course_id).where(waiting.c.pupil_id == pupil_id)
    rows = reader.rows(
        sa.select(*waiting.c, course.c.title)
        .join(course, course.c.id == waiting.c.course_id)
        .where(waiting.c.course_id.in_(mine), of_term(frame.term(reader, term_id)))
    )
    if not rows:
        return []
    criteria = criteria_of(settings(reader).waiting_order)
    lists: dict[int, list[Waiter]] = defaultdict(list)
    for row in rows:
        lists[row.course_id].append(_waiter(row))
    places = {one.id: number for own in lists.values() for number, one in enumerate(in_order(own, criteria), start=1)}
    found = [
        WaitsFor(row.id, row.course_id, row.title, places[row.id], row.state)
        for row in rows
        if row.pupil_id == pupil_id
    ]
    return sorted(found, key=lambda one: sort_key(one.title))
