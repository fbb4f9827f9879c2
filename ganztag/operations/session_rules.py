"""What speaks against another date of a session: it is none of the series, or it cannot be held where it would go."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time

from ganztag.domain.courses import Course, Meeting
from ganztag.domain.objection import Objection
from ganztag.domain.school_year import Term
from ganztag.language import N_
from ganztag.operations.operation import Work
from ganztag.queries.series import TermSeries, term_series


@dataclass(frozen=True, slots=True)
class Known:
    """A session of the series, with what its course has in its half-year."""

    meeting_id: int
    on_date: date
    course_id: int
    title: str
    series: TermSeries


def known(work: Work, sessions: Iterable[tuple[int, date]]) -> list[Known]:
    """Return the sessions; objects to a day on which the series does not meet."""
    wanted = list(sessions)
    terms = work.all(Term)
    courses = {key: work.get(Meeting, key).course_id for key, _day in wanted}
    by_term: dict[int, set[int]] = defaultdict(set)
    for key, day in wanted:
        by_term[_term_of(terms, day).id].add(courses[key])
    read = {term_id: work.read(term_series, term_id, ids) for term_id, ids in by_term.items()}
    found = []
    for key, day in wanted:
        series, course = read[_term_of(terms, day).id], work.get(Course, courses[key])
        if day not in series.dates(key):
            raise Objection(N_("{course} does not meet on {day}.", course=course.title, day=day))
        found.append(Known(key, day, course.id, course.title, series))
    return found


def _term_of(terms: Iterable[Term], day: date) -> Term:
    found = next((term for term in terms if term.starts <= day <= term.ends), None)
    if found is None:
        raise Objection(N_("{day} lies in no half-year.", day=day))
    return found


def check_move(session: Known, day: date, times: tuple[time | None, time | None], *, on_day_off: bool) -> None:
    """Object to times that end before they start, and to a day outside the half-year, off, or taken by the course."""
    term = session.series.term
    if not term.starts <= day <= term.ends:
        raise Objection(
            N_("{day} lies outside the half-year.", day=day),
            advice=N_("{term} lasts from {first} to {last}.", term=term.name, first=term.starts, last=term.ends),
        )
    starts, ends = _times(session, times)
    if starts is not None and ends is not None and starts >= ends:
        raise Objection(N_("A meeting has to end after it starts."))
    _check_day_off(session, day, on_day_off=on_day_off)
    _check_own(session, day, (starts, ends))


def _times(session: Known, times: tuple[time | None, time | None]) -> tuple[time | None, time | None]:
    """Return when it would be held: without times of its own at those of the series."""
    usual = next(row for row in session.series.meetings[session.course_id] if row.id == session.meeting_id)
    return times[0] or usual.starts, times[1] or usual.ends


def _check_day_off(session: Known, day: date, *, on_day_off: bool) -> None:
    days, audience = session.series.days, session.series.series[session.meeting_id].audience
    if on_day_off or not days.free(day, audience):
        return
    names = ", ".join(dict.fromkeys(off.name for off in days.off_on(day)))
    raise Objection(
        N_("{day} is a day off: {names}.", day=day, names=names),
        advice=N_("Please choose another day, or tick that it is held on a day off."),
    )


def _check_own(session: Known, day: date, times: tuple[time | None, time | None]) -> None:
    """Object to two sessions of the same course at once."""
    starts, ends = times[0] or time.min, times[1] or time.max
    for other in session.series.of_course(session.course_id):
        itself = (other.meeting_id, other.series_day) == (session.meeting_id, session.on_date)
        if itself or other.day != day or other.state == "cancelled":
            continue
        if (other.starts or time.min) < ends and starts < (other.ends or time.max):
            raise Objection(N_("{course} already meets at that time on {day}.", course=session.title, day=day))
