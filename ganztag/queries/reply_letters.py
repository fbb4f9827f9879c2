"""The rows of reply letters: what became of a child in the blocks of a ballot, as the half-year stands now."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from ganztag.domain.objection import Objection
from ganztag.domain.rooms import full_room_name
from ganztag.language import N_, sort_key
from ganztag.queries import ballots, courses, enrolments, frame, paper_frame, series, waiting
from ganztag.queries.allocation import RunRow, last_run
from ganztag.queries.attendance_sheets import name_order
from ganztag.queries.ballot_paper_rows import LetterPlace, Outcome, ReplyLetter
from ganztag.queries.ballots import BallotRow
from ganztag.queries.courses import CourseRow
from ganztag.queries.enrolments import EnrolmentRow
from ganztag.queries.letter_reasons import LetterReasons
from ganztag.queries.letters_due import letters_due
from ganztag.queries.meetings import MeetingRow
from ganztag.queries.settings import settings
from ganztag.storage.reader import Reader

_ENDED = {"withdrawn": Outcome.WITHDRAWN, "excluded": Outcome.EXCLUDED, "struck": Outcome.CANCELLED}
_STAYS = (Outcome.PLACE, Outcome.CHANGED)


def reply_letters(
    reader: Reader,
    term_id: int,
    now: datetime,
    pupil_ids: Collection[int] | None = None,
    ballot_id: int | None = None,
) -> list[ReplyLetter]:
    """Return the letters of the chosen children, class by class; None: of all whom the accepted allocation concerns.

    A child that came later has its letter as well, once it is in a course or waits for one.
    *ballot_id* None: of the only ballot of the half-year. Objects where nothing was accepted yet.
    """
    ballot = ballots.ballot(reader, ballot_id) if ballot_id is not None else ballots.ballot_named(reader, term_id)
    run = last_run(reader, ballot.id)
    if run is None:
        raise Objection(
            N_("No allocation has been accepted for {ballot} yet.", ballot=ballot.name),
            advice=N_("Letters say what came out: please allocate first and accept a plan."),
        )
    ids = concerned(reader, ballot, run)
    ids = ids if pupil_ids is None else ids & set(pupil_ids)
    if not ids:
        raise Objection(N_("There is no child to write a letter to."))
    return _letters(reader, ballot, run, now, ids)


def concerned(reader: Reader, ballot: BallotRow, run: RunRow) -> set[int]:
    """Return whom a ballot has letters for: those in its allocation, and who came, left or waits since."""
    own = {row.id for row in courses.courses(reader, ballot.term_id) if not ballot.block_ids.isdisjoint(row.block_ids)}
    later = letters_due(reader, ballot.term_id, run.accepted_at.date())
    return {place.pupil for place in run.placements} | {one.pupil_id for one in later if one.course_id in own}


def _letters(reader: Reader, ballot: BallotRow, run: RunRow, now: datetime, ids: set[int]) -> list[ReplyLetter]:
    term = frame.term(reader, ballot.term_id)
    day = term.day_that_counts(now.date())
    standing = _Standing.read(reader, ballot, run, day)
    reasons, weeks = LetterReasons(reader, ballot.id, run, now.date()), settings(reader).trial_weeks
    head, address, known = paper_frame.head(reader, term), _address(reader), paper_frame.children(reader, ids)
    classes = enrolments.class_names(reader, ids, day)
    found = []
    for key in sorted(known, key=lambda key: (sort_key(classes.get(key, "")), name_order(known[key].name))):
        places = standing.of(key)
        dates = standing.dates_of(key)
        name = known[key].name
        found.append(
            ReplyLetter(
                head=head,
                address=address,
                name=name,
                class_name=classes.get(key, ""),
                as_of=now,
                places=tuple(places),
                reasons=reasons.of(key, name.call_name or name.surname, standing.taken_by(key)),
                first=min((first for first, _last in dates), default=None),
                last=max((last for _first, last in dates), default=None),
                trial_until=_trial([first for first, _last in dates], weeks, now.date()),
            )
        )
    return found


def _address(reader: Reader) -> tuple[str, ...]:
    row = frame.school(reader)
    town = " ".join(filter(None, (row.postcode, row.town)))
    lines = (" · ".join(filter(None, (row.street, town))), row.phone, row.email)
    return tuple(filter(None, lines))


def _trial(firsts: Iterable[date], weeks: int, today: date) -> date | None:
    """Return the last day of the trial period of the course that begins last, None where it is over."""
    last = max(firsts, default=None)
    if last is None or not weeks:
        return None
    until = last + timedelta(weeks=weeks) - timedelta(days=1)
    return until if until >= today else None


@dataclass(frozen=True, slots=True)
class _Standing:
    """Who is and was in the courses of the ballot, who waits, and what the accepted allocation gave."""

    day: date
    begins: date
    courses: Mapping[int, CourseRow]
    dates: Mapping[int, tuple[date, ...]]
    entries: Mapping[int, list[EnrolmentRow]]
    waits: Mapping[int, list[tuple[CourseRow, int]]]
    blocks: Mapping[int, frame.BlockRow]
    unplaced: Mapping[int, list[int]]

    @staticmethod
    def read(reader: Reader, ballot: BallotRow, run: RunRow, day: date) -> "_Standing":
        rows = courses.courses(reader, ballot.term_id)
        own = {row.id: row for row in rows if not ballot.block_ids.isdisjoint(row.block_ids)}
        entries: dict[int, list[EnrolmentRow]] = defaultdict(list)
        for row in enrolments.enrolments(reader, ballot.term_id):
            if row.course_id in own:
                entries[row.pupil_id].append(row)
        waits: dict[int, list[tuple[CourseRow, int]]] = defaultdict(list)
        for queue in waiting.waiting_lists(reader, ballot.term_id, day):
            for line in queue.rows:
                if line.state != "declined" and queue.id in own and not _inside(entries[line.pupil_id], queue.id, day):
                    waits[line.pupil_id].append((queue.course, line.number))
        unplaced: dict[int, list[int]] = defaultdict(list)
        for place in run.placements:
            if place.course is None:
                unplaced[place.pupil].append(place.slot)
        return _Standing(
            day=day,
            begins=frame.term(reader, ballot.term_id).starts,
            courses=own,
            dates=series.series_dates(reader, ballot.term_id, own),
            entries=entries,
            waits=waits,
            blocks={block.id: block for block in ballot.blocks},
            unplaced=unplaced,
        )

    def of(self, pupil: int) -> list[LetterPlace]:
        """Return the lines of a child in the order of the week; a block without anything says so."""
        lines = [line for row in self.entries.get(pupil, ()) for line in self._entry(pupil, row)]
        for course, number in self.waits.get(pupil, ()):
            lines += [_place(Outcome.WAITING, course, meeting, number) for meeting in course.meetings]
        covered = {(line.weekday, line.starts) for line in lines if line.outcome in (*_STAYS, Outcome.WAITING)}
        for slot in self.unplaced.get(pupil, ()):
            block = self.blocks.get(slot)
            if block is not None and (block.weekday, block.starts) not in covered:
                lines.append(LetterPlace(Outcome.NOTHING, block.weekday, block.starts, block.ends))
        return sorted(lines, key=lambda line: (line.weekday, line.starts or time.min, line.outcome not in _STAYS))

    def _entry(self, pupil: int, row: EnrolmentRow) -> list[LetterPlace]:
        course = self.courses[row.course_id]
        outcome, before = self._outcome(pupil, row)
        if outcome is None:
            return []
        found, later = [], row.starts is not None and row.starts > self.begins
        for meeting in course.meetings:
            day = row.last if outcome not in _STAYS else self._first(meeting, row)
            found.append(
                replace(
                    _place(outcome, course, meeting),
                    rank=row.rank,
                    day=day,
                    before=before,
                    reason=row.reason if row.ended_as else "",
                    later=later,
                )
            )
        return found

    def _outcome(self, pupil: int, row: EnrolmentRow) -> tuple[Outcome | None, str]:
        if row.ended_as:
            return _ENDED.get(row.ended_as), ""
        if row.last < self.day or self.courses[row.course_id].struck:
            return (Outcome.CANCELLED if self.courses[row.course_id].struck else None), ""
        weekdays = {meeting.weekday for meeting in self.courses[row.course_id].meetings}
        earlier = [other for other in self.entries[pupil] if self._gave_way(other, row)]
        for other in sorted(earlier, key=lambda other: other.last, reverse=True):
            left = self.courses[other.course_id]
            if weekdays & {meeting.weekday for meeting in left.meetings}:
                return Outcome.CHANGED, left.title
        return Outcome.PLACE, ""

    @staticmethod
    def _gave_way(old: EnrolmentRow, new: EnrolmentRow) -> bool:
        """Tell whether a child left a course for another one, by a transfer or by a new allocation."""
        if old.ended_as == "transferred":
            return old.last < new.first
        return not old.ended_as and old.ends is not None and (new.first - old.last).days == 1

    def taken_by(self, pupil: int) -> frozenset[int]:
        """Return the courses that a child is in, or left or lost since: why it did not get them is no question."""
        return frozenset(row.course_id for row in self.entries.get(pupil, ()) if row.ended_as or row.last >= self.day)

    def dates_of(self, pupil: int) -> list[tuple[date, date]]:
        """Return the first and last date of each meeting of the child's courses."""
        found = []
        for row in self.entries.get(pupil, ()):
            if self._outcome(pupil, row)[0] in _STAYS:
                for meeting in self.courses[row.course_id].meetings:
                    days = [day for day in self.dates.get(meeting.id, ()) if row.first <= day <= row.last]
                    found += [(days[0], days[-1])] if days else []
        return found

    def _first(self, meeting: MeetingRow, row: EnrolmentRow) -> date | None:
        return next((day for day in self.dates.get(meeting.id, ()) if day >= row.first), None)


def _inside(entries: Iterable[EnrolmentRow], course_id: int, day: date) -> bool:
    return any(row.course_id == course_id and row.last >= day for row in entries)


def _place(outcome: Outcome, course: CourseRow, meeting: MeetingRow, place: int | None = None) -> LetterPlace:
    return LetterPlace(
        outcome=outcome,
        weekday=meeting.weekday,
        starts=meeting.starts,
        ends=meeting.ends,
        number=course.number,
        title=course.title,
        leader=", ".join(meeting.leaders),
        room=full_room_name(meeting.room, meeting.room_name),
        place=place,
    )
