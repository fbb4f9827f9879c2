"""The state of a half-year at one look: the next afternoon, what is to be done, wishes against places."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import date, time

from ganztag.language import sort_key
from ganztag.queries import ballots, calendar, checks, courses, enrolments, frame, pupils, wishes
from ganztag.queries.ballots import BallotRow
from ganztag.queries.courses import CourseRow
from ganztag.queries.meetings import MeetingRow
from ganztag.storage.reader import Reader


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
    """All of it. *day* is the next day on which courses meet (None: there is none any more), *codes* the findings."""

    term: frame.TermRow
    day: date | None
    blocks: tuple[AfternoonBlock, ...]
    expected: int
    booked: int
    courses: tuple[CourseRow, ...]
    pupils: int
    codes: Counter[str]
    first_words: dict[str, str]
    papers: tuple[Papers, ...]
    enrolled: int


def overview(reader: Reader, term_id: int, today: date) -> Overview:
    """Return the state of the half-year as of *today*, or of the nearest day where it lies before or behind."""
    term = frame.term(reader, term_id)
    counts = term.day_that_counts(today)
    rows = courses.courses(reader, term_id, counts)
    running = [row for row in rows if not row.struck]
    day = _next_day(reader, running, term, counts)
    inside = _inside(reader, term_id, day or counts)
    blocks = _blocks(running, day, inside) if day else ()
    children = [row for row in pupils.pupils(reader, term_id, counts) if not row.left]
    found = checks.findings(reader, term_id, counts)
    return Overview(
        term=term,
        day=day,
        blocks=blocks,
        expected=len({pupil for block in blocks for row in block.rows for pupil in inside[row.course.id]}),
        booked=sum(1 for child in children if day is not None and day.isoweekday() in child.booked),
        courses=tuple(rows),
        pupils=len(children),
        codes=Counter(finding.code for finding in found),
        first_words={finding.code: str(finding.message) for finding in reversed(found)},
        papers=tuple(_papers(reader, ballot, counts) for ballot in ballots.ballots(reader, term_id)),
        enrolled=sum(row.enrolled for row in running),
    )


def _next_day(reader: Reader, rows: list[CourseRow], term: frame.TermRow, first: date) -> date | None:
    """Return the first day from *first* on, on which any course meets."""
    dates = calendar.all_session_dates(reader, [row.id for row in rows], term.id)
    return min((day for found in dates.values() for day in found.dates if day >= first), default=None)


def _inside(reader: Reader, term_id: int, day: date) -> dict[int, set[int]]:
    found: dict[int, set[int]] = defaultdict(set)
    for row in enrolments.enrolments(reader, term_id):
        if row.holds_on(day):
            found[row.course_id].add(row.pupil_id)
    return found


def _blocks(rows: list[CourseRow], day: date, inside: dict[int, set[int]]) -> tuple[AfternoonBlock, ...]:
    by_time: dict[tuple[time | None, time | None], list[AfternoonRow]] = defaultdict(list)
    for row in rows:
        for meeting in row.meetings:
            if meeting.weekday == day.isoweekday():
                by_time[meeting.starts, meeting.ends].append(AfternoonRow(meeting.id, row, meeting))
    found = []
    for (starts, ends), here in sorted(
        by_time.items(), key=lambda item: (item[0][0] or time.min, item[0][1] or time.max)
    ):
        here.sort(key=lambda row: sort_key(row.course.title))
        name = next((row.meeting.block for row in here if row.meeting.block), "")
        children = {pupil for row in here for pupil in inside[row.course.id]}
        found.append(AfternoonBlock(name, starts, ends, tuple(here), len(children)))
    return tuple(found)


def _papers(reader: Reader, ballot: BallotRow, day: date) -> Papers:
    rows = wishes.sheet(reader, ballot.id, day).rows
    return Papers(ballot, sum(1 for row in rows if row.wishes or row.paper != "missing"), len(rows))
