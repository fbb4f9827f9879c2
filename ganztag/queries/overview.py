"""The state of a half-year at one look: the next afternoon, what is to be done, wishes against places."""

from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import date, time, timedelta

import sqlalchemy as sa

from ganztag.language import sort_key
from ganztag.queries import ballots, courses, frame, sessions
from ganztag.queries.ballots import BallotRow
from ganztag.queries.courses import CourseRow, of_term
from ganztag.queries.meetings import MeetingRow
from ganztag.queries.sessions import SessionRow
from ganztag.queries.spans import in_span, still_at_school
from ganztag.queries.voters import voter_ids
from ganztag.queries.wishes import voter_ids_of
from ganztag.storage import tables
from ganztag.storage.reader import Reader

_SOON = timedelta(days=13)


@dataclass(frozen=True, slots=True)
class AfternoonRow:
    """A course that meets on the afternoon; *id* is the meeting's."""

    id: int
    course: CourseRow
    meeting: MeetingRow


@dataclass(frozen=True, slots=True)
class AfternoonBlock:
    """What takes place at the same times; *children* are those expected in it."""

    name: str
    starts: time | None
    ends: time | None
    rows: tuple[AfternoonRow, ...]
    children: int


@dataclass(frozen=True, slots=True)
class Papers:
    """How many ballot papers of a ballot have come back."""

    ballot: BallotRow
    given: int
    children: int


@dataclass(frozen=True, slots=True)
class Overview:
    """All of it but what does not fit. *day* is the next day on which courses meet; None: there is none any more."""

    term: frame.TermRow
    day: date | None
    blocks: tuple[AfternoonBlock, ...]
    expected: int
    booked: int
    courses: tuple[CourseRow, ...]
    pupils: int
    papers: tuple[Papers, ...]
    enrolled: int
    today: date


def overview(reader: Reader, term_id: int, today: date) -> Overview:
    """Return the state of the half-year as of *today*, or of the nearest day where it lies before or behind."""
    term = frame.term(reader, term_id)
    counts = term.day_that_counts(today)
    rows = courses.courses(reader, term_id, counts)
    running = [row for row in rows if not row.struck]
    held = _next_day(reader, running, term, counts)
    day = held[0].day if held else None
    inside = _inside(reader, term, day or counts)
    blocks = _blocks(running, held, inside)
    children, booked = _children(reader, counts, day)
    return Overview(
        term=term,
        day=day,
        blocks=blocks,
        expected=len({pupil for block in blocks for row in block.rows for pupil in inside[row.course.id]}),
        booked=booked,
        courses=tuple(rows),
        pupils=children,
        papers=papers(reader, term, counts),
        enrolled=sum(row.enrolled for row in running),
        today=today,
    )


def _next_day(reader: Reader, rows: list[CourseRow], term: frame.TermRow, first: date) -> list[SessionRow]:
    """Return what is held on the first day from *first* on, on which any course meets."""
    ids = [row.id for row in rows]
    held: list[SessionRow] = []
    for last in (min(first + _SOON, term.ends), term.ends):  # the next one is near but for holidays
        coming = sessions.sessions(reader, term.id, first, last, ids)
        held = [session for session in coming if session.state != "cancelled"]
        if held:
            break
    return [session for session in held if session.day == held[0].day]


def _inside(reader: Reader, term: frame.TermRow, day: date) -> dict[int, set[int]]:
    """Return the children that are in each course on a day of the half-year."""
    enrolment, course = tables.enrolment, tables.course
    statement = (
        sa.select(enrolment.c.course_id, enrolment.c.pupil_id)
        .join(course, course.c.id == enrolment.c.course_id)
        .where(of_term(term), in_span(enrolment, day, day))
    )
    found: dict[int, set[int]] = defaultdict(set)
    for course_id, pupil_id in map(tuple, reader.rows(statement)):
        found[course_id].add(pupil_id)
    return found


def _children(reader: Reader, counts: date, day: date | None) -> tuple[int, int]:
    """Return how many children are at the school, and how many of them are booked on the weekday of *day*."""
    pupil, booking = tables.pupil, tables.booking
    everybody = reader.value(sa.select(sa.func.count()).select_from(pupil).where(still_at_school(counts)))
    if day is None:
        return everybody, 0
    statement = (
        sa.select(sa.func.count(sa.distinct(booking.c.pupil_id)))
        .join(pupil, pupil.c.id == booking.c.pupil_id)
        .where(still_at_school(counts), in_span(booking, counts, counts), booking.c.weekday == day.isoweekday())
    )
    return everybody, reader.value(statement)


def _blocks(rows: list[CourseRow], held: list[SessionRow], inside: dict[int, set[int]]) -> tuple[AfternoonBlock, ...]:
    by_time: dict[tuple[time | None, time | None], list[AfternoonRow]] = defaultdict(list)
    meetings = {meeting.id: (row, meeting) for row in rows for meeting in row.meetings}
    for session in held:
        row, meeting = meetings[session.meeting_id]
        by_time[session.starts, session.ends].append(AfternoonRow(meeting.id, row, _as_held(meeting, session)))
    found = []
    for (starts, ends), here in sorted(
        by_time.items(), key=lambda item: (item[0][0] or time.min, item[0][1] or time.max)
    ):
        here.sort(key=lambda row: sort_key(row.course.title))
        name = next((row.meeting.block for row in here if row.meeting.block), "")
        children = {pupil for row in here for pupil in inside[row.course.id]}
        found.append(AfternoonBlock(name, starts, ends, tuple(here), len(children)))
    return tuple(found)


def _as_held(meeting: MeetingRow, session: SessionRow) -> MeetingRow:
    """Return the meeting as it takes place on that day: elsewhere, at other times, led by others."""
    return replace(
        meeting,
        weekday=session.day.isoweekday(),
        starts=session.starts,
        ends=session.ends,
        room_id=session.room_id,
        room=session.room,
        room_name=meeting.room_name if session.room_id == meeting.room_id else "",
        leader_ids=session.leader_ids,
        leaders=session.leaders,
    )


def papers(reader: Reader, term: frame.TermRow, today: date) -> tuple[Papers, ...]:
    """Return how many papers of each ballot of a half-year have come back, of the children who may vote."""
    rows = ballots.ballots(reader, term.id)
    found = []
    for row in rows:
        may_vote = _may_vote(reader, term, row, today)
        found.append(Papers(row, len(may_vote & _given(reader, row.id)), len(may_vote)))
    return tuple(found)


def _may_vote(reader: Reader, term: frame.TermRow, row: BallotRow, today: date) -> frozenset[int]:
    if row.class_ids or row.year_group_ids:
        return frozenset(voter_ids_of(reader, row.id, today))
    return voter_ids(reader, term, today)


def _given(reader: Reader, ballot_id: int) -> set[int]:
    wish, paper = tables.wish, tables.ballot_paper
    wished = sa.select(wish.c.pupil_id).where(wish.c.ballot_id == ballot_id)
    came = sa.select(paper.c.pupil_id).where(paper.c.ballot_id == ballot_id, paper.c.state != "missing")
    return {row.pupil_id for row in reader.rows(sa.union(wished, came))}
