"""A few sessions of the sample school that are other than their series: one cancelled, one moved, one taken over."""

from datetime import date, timedelta

from ganztag.domain.courses import Course, Meeting, MeetingLeader
from ganztag.domain.school_year import Term, TimeBlock
from ganztag.domain.staff import Staff
from ganztag.operations.operation import Work
from ganztag.operations.sessions import Target, cancel, move, substitute
from ganztag.queries.series import series_dates

_CANCELLED, _MOVED, _TAKEN_OVER = "Robotik mit Lego", "Volleyball", "Chor"
_FROM = date(2026, 9, 21)  # the week after the one in which the sample is looked at first


def add_session_changes(work: Work, term: Term) -> None:
    """Note the changes; each for the first session from 21 September on."""
    meeting, day = _first_session(work, term, _CANCELLED)
    cancel([(meeting.id, day)], "Leitung auf Fortbildung").run(work)
    meeting, day = _first_session(work, term, _MOVED)
    move(meeting.id, day, Target(day + timedelta(days=1)), "Halle durch Wahl belegt").run(work)
    meeting, day = _first_session(work, term, _TAKEN_OVER)
    leader = work.all(MeetingLeader, meeting_id=meeting.id)[0].staff_id
    substitute([(meeting.id, day)], leader, [_somebody_free(work, meeting)], "krank").run(work)


def _first_session(work: Work, term: Term, title: str) -> tuple[Meeting, date]:
    course = work.all(Course, term_id=term.id, title=title)[0]
    dates = work.read(series_dates, term.id, [course.id])
    meeting = work.all(Meeting, course_id=course.id)[0]
    return meeting, next(day for day in dates[meeting.id] if day >= _FROM)


def _somebody_free(work: Work, meeting: Meeting) -> int:
    """Return the first person who leads nothing on that weekday, but something on another."""
    weekday = work.get(TimeBlock, meeting.time_block_id or 0).weekday
    blocks = {block.id: block.weekday for block in work.all(TimeBlock)}
    days: dict[int, set[int]] = {}
    for leader in work.all(MeetingLeader):
        led = work.get(Meeting, leader.meeting_id)
        days.setdefault(leader.staff_id, set()).add(blocks.get(led.time_block_id or 0, 0))
    return next(person.id for person in work.all(Staff) if days.get(person.id) and weekday not in days[person.id])
