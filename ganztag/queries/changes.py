"""What waits for a decision in the middle of a half-year: late children, places given up, who moves up."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

import sqlalchemy as sa

from ganztag.language import sort_key
from ganztag.queries.attendance import AbsenceWarning, warnings
from ganztag.queries.settings import settings
from ganztag.queries.standing import Standing, list_names, standing
from ganztag.queries.waiting import CourseQueue, WaitingRow, queues
from ganztag.storage import tables
from ganztag.storage.reader import Reader

_A_WHILE = timedelta(days=7)
_LONGEST = 8


@dataclass(frozen=True, slots=True)
class Arrival:
    """A child that no allocation of the half-year placed and that is in no course; *wishes* it has entered by now."""

    pupil_id: int
    name: str
    school_class: str
    entry: date | None
    wishes: int

    @property
    def id(self) -> int:
        return self.pupil_id


@dataclass(frozen=True, slots=True)
class Leaver:
    """A child whose place was given up (withdrawn, excluded) lately, or is about to be; *last* is its last day."""

    enrolment_id: int
    pupil_id: int
    course_id: int
    name: str
    school_class: str
    last: date
    ended_as: str
    reason: str

    @property
    def id(self) -> int:
        return self.enrolment_id


@dataclass(frozen=True, slots=True)
class Link:
    """A child that moves up, and into which course."""

    course_id: int
    row: WaitingRow


@dataclass(frozen=True, slots=True)
class Situation:
    """A half-year from the day of its *standing* on, with all that waits for a decision, each thing by its id."""

    standing: Standing
    queues: Mapping[int, CourseQueue]
    absent: Mapping[int, AbsenceWarning]
    late: Mapping[int, Arrival]
    left: Mapping[int, Leaver]
    names: Mapping[int, str]
    ballot_id: int | None

    def title(self, course_id: int | None) -> str:
        """Return the name of a course, "" for none."""
        course = self.standing.courses.get(course_id or 0)
        return course.title if course is not None else ""


def situation(reader: Reader, term_id: int, day: date) -> Situation:
    known = standing(reader, term_id, day)
    return Situation(
        standing=known,
        queues={queue.id: queue for queue in queues(reader, known)},
        absent={one.enrolment_id: one for one in warnings(reader, term_id, settings(reader).exclude_after_absences)},
        late={one.id: one for one in late_arrivals(reader, known)},
        left={one.id: one for one in leavers(reader, known)},
        names=list_names(reader, known.children),
        ballot_id=ballot_allocated(reader, term_id),
    )


def ballot_allocated(reader: Reader, term_id: int) -> int | None:
    """Return the ballot of the half-year whose allocation was accepted last; None: there is none yet."""
    run, ballot = tables.allocation_run, tables.ballot
    statement = (
        sa.select(run.c.ballot_id)
        .join(ballot, ballot.c.id == run.c.ballot_id)
        .where(ballot.c.term_id == term_id)
        .order_by(run.c.id.desc())
    )
    found: int | None = reader.value(statement)
    return found


def late_arrivals(reader: Reader, known: Standing) -> list[Arrival]:
    """Return the children who came after the allocation and have no course yet: with wishes, or with a booked day."""
    if ballot_allocated(reader, known.term.id) is None:
        return []
    run, ballot, result = tables.allocation_run, tables.ballot, tables.allocation_result
    allocated = {
        row.pupil_id
        for row in reader.rows(
            sa.select(result.c.pupil_id)
            .join(run, run.c.id == result.c.allocation_run_id)
            .join(ballot, ballot.c.id == run.c.ballot_id)
            .where(ballot.c.term_id == known.term.id)
            .distinct()
        )
    }
    wishes: dict[int, int] = {}
    for pupil, _course in known.ranks:
        wishes[pupil] = wishes.get(pupil, 0) + 1
    inside = {seat.pupil_id for seat in known.seats if known.courses[seat.course_id].kind == "course"}
    entries = _entries(reader, known.children)
    found = [
        Arrival(child.id, child.name, child.class_name, entries[child.id], wishes.get(child.id, 0))
        for child in known.children.values()
        if child.id not in allocated | inside and (child.days or wishes.get(child.id) or entries[child.id] is not None)
    ]
    return sorted(found, key=lambda one: (sort_key(one.name), one.id))


def _entries(reader: Reader, pupil_ids: Iterable[int]) -> dict[int, date | None]:
    pupil = tables.pupil
    rows = reader.rows(sa.select(pupil.c.id, pupil.c.entry).where(pupil.c.id.in_(tuple(pupil_ids))))
    return {row.id: row.entry for row in rows}


def leavers(reader: Reader, known: Standing) -> list[Leaver]:
    """Return whose place was given up in the last week, or will be, the latest day first."""
    enrolment = tables.enrolment
    rows = reader.rows(
        sa.select(enrolment).where(
            enrolment.c.course_id.in_(tuple(known.courses)),
            enrolment.c.ended_as.in_(("withdrawn", "excluded")),
            enrolment.c.ends >= known.day - _A_WHILE,
        )
    )
    names = list_names(reader, {row.pupil_id for row in rows})
    found = [
        Leaver(
            row.id, row.pupil_id, row.course_id, names[row.pupil_id],
            known.children[row.pupil_id].class_name if row.pupil_id in known.children else "",
            row.ends, row.ended_as, row.reason,
        )
        for row in rows
    ]  # fmt: skip
    return sorted(found, key=lambda one: (-one.last.toordinal(), sort_key(one.name), one.id))


def chain(reader: Reader, known: Standing, course_id: int) -> list[Link]:
    """Return who would move up into a course, then who into the place that is free by that, and so on."""
    links: list[Link] = []
    wanted = [course_id]
    while wanted and len(links) < _LONGEST:
        here = wanted.pop(0)
        queue = next((one for one in queues(reader, known) if one.id == here), None)
        row = queue.next if queue is not None else None
        if row is None or any(link.row.id == row.id for link in links):
            continue
        links.append(Link(here, row))
        known = known.without(row.leaves).and_in(row.pupil_id, here, row.rank)
        wanted += [seat.course_id for seat in row.leaves]
    return links
