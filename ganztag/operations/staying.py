"""What can be done with the days on which a child stays, and with when and how it goes home."""

from datetime import date, time

from ganztag.domain.objection import Objection
from ganztag.domain.pupils import WAYS_HOME, Booking, LeaveTime, Pupil
from ganztag.domain.school_year import holds_on
from ganztag.language import N_, Message
from ganztag.language import time as time_text
from ganztag.operations.operation import Operation, Work
from ganztag.operations.spans import day_that_counts, lasting_through, stop, take_up

ON_WEEKDAY: tuple[Message, ...] = (
    N_("Monday"), N_("Tuesday"), N_("Wednesday"), N_("Thursday"), N_("Friday"), N_("Saturday"), N_("Sunday"),
)  # fmt: skip


def set_booked(pupil_id: int, weekdays: tuple[int, ...], day: date | None = None) -> Operation[None]:
    """Let the child stay on exactly these weekdays from *day* on; none: it goes home every day."""

    def run(work: Work) -> None:
        work.label = N_("{pupil}: change days", pupil=work.get(Pupil, pupil_id).full_name)
        book(work, pupil_id, weekdays, day_that_counts(work, day))

    return Operation(N_("Change a child's days"), run)


def book(work: Work, pupil_id: int, weekdays: tuple[int, ...], day: date) -> None:
    """Open and close the child's bookings so that from *day* on exactly *weekdays* are booked."""
    rows = work.all(Booking, pupil_id=pupil_id)
    wanted = frozenset(weekdays)
    stop(work, lasting_through([row for row in rows if row.weekday not in wanted], day), day)
    for weekday in sorted(wanted):
        if not take_up(work, [row for row in rows if row.weekday == weekday], day):
            work.add(Booking(pupil_id=pupil_id, weekday=weekday, starts=day))


def set_leave(pupil_id: int, weekday: int, at: time | None, way_home: str, day: date | None = None) -> Operation[None]:
    """Set when and how the child goes home on a weekday, from *day* on; neither: nothing is known."""

    def run(work: Work) -> None:
        name, on = work.get(Pupil, pupil_id).full_name, ON_WEEKDAY[weekday - 1]
        if at is None:
            work.label = N_("{pupil}: way home on {weekday}", pupil=name, weekday=on)
        else:
            work.label = N_("{pupil}: goes at {time} on {weekday}", pupil=name, weekday=on, time=time_text(at))
        note_leave(work, pupil_id, (weekday, at, way_home), day_that_counts(work, day))

    return Operation(N_("Change a leave time"), run)


def note_leave(work: Work, pupil_id: int, leave: tuple[int, time | None, str], day: date) -> None:
    """Keep *leave* (weekday, time, way home) from *day* on."""
    weekday, at, way_home = leave
    if way_home not in WAYS_HOME:
        raise Objection(N_("This way home is not known."))
    rows = work.all(LeaveTime, pupil_id=pupil_id, weekday=weekday)
    same = [row for row in rows if (row.time, row.way_home) == (at, way_home)]
    other = [row for row in rows if row not in same]
    today = next((row for row in other if row.starts == day), None)
    if at is None and not way_home:
        stop(work, lasting_through(rows, day), day)
        return
    if take_up(work, same, day):
        stop(work, lasting_through(other, day), day)
        return
    if today is not None:
        today.time, today.way_home, today.ends = at, way_home, None
        other.remove(today)
    else:
        work.add(LeaveTime(pupil_id=pupil_id, weekday=weekday, time=at, way_home=way_home, starts=day))
    stop(work, lasting_through(other, day), day)


def stay_again(work: Work, pupil_id: int, last: date, day: date) -> None:
    """Let the bookings and leave times that ended on *last* hold again from *day* on."""
    for booking in work.all(Booking, pupil_id=pupil_id, ends=last):
        if not take_up(work, [booking], day):
            work.add(Booking(pupil_id=pupil_id, weekday=booking.weekday, starts=day))
    for leave in work.all(LeaveTime, pupil_id=pupil_id, ends=last):
        if not take_up(work, [leave], day):
            note_leave(work, pupil_id, (leave.weekday, leave.time, leave.way_home), day)


def follow_stay(work: Work, pupil_id: int, other_id: int, day: date) -> None:
    """Let *other* stay and go home as the child does on *day*."""
    for booking in work.all(Booking, pupil_id=pupil_id):
        if holds_on(day, booking.starts, booking.ends):
            work.add(Booking(pupil_id=other_id, weekday=booking.weekday, starts=day))
    for leave in work.all(LeaveTime, pupil_id=pupil_id):
        if holds_on(day, leave.starts, leave.ends):
            note_leave(work, other_id, (leave.weekday, leave.time, leave.way_home), day)
