"""A real week as a sheet: its sessions with what is cancelled, moved or taken over, its dates, its days off, now."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from ganztag.desktop.week.plan import Marks, joined, weekdays
from ganztag.desktop.week.scope import Scope, rule_of
from ganztag.desktop.week.sheet import Band, Chip, Day, Sheet, bands_of, place_of, with_own_times
from ganztag.domain.school_year import minutes_of
from ganztag.language import time
from ganztag.planning.offer import DayOff, Meeting, Offer
from ganztag.queries.sessions import SessionRow


@dataclass(frozen=True, slots=True)
class Week:
    """A calendar week from *monday* on; *letter* is A or B, empty outside the half-year; *now* is local."""

    monday: date
    letter: str
    now: datetime

    @property
    def sunday(self) -> date:
        return self.monday + timedelta(days=6)


def real_sheet(rows: Sequence[SessionRow], offer: Offer, week: Week, scope: Scope, against: Marks) -> Sheet:
    """Return the sessions of a week, of the whole school or of what *scope* says."""
    shown = [row for row in rows if row.course_id in offer.index.course and _of_scope(row, offer, scope)]
    numbers = sorted({*weekdays(offer), *(row.day.isoweekday() for row in shown)})
    days = tuple(_day(number, offer, week, scope) for number in numbers)
    place = {day.weekday: number for number, day in enumerate(days)}
    own = [_span(row) for row in shown if not _in_block(row, offer)]
    bands = with_own_times(bands_of(offer.blocks, place), own)
    chips = joined([_chip(row, offer, week, (place, bands), against) for row in shown])
    is_now = any(day.is_today for day in days)
    return Sheet(days, bands, chips, real=True, now=minutes_of(week.now.time()) if is_now else None)


def _of_scope(row: SessionRow, offer: Offer, scope: Scope) -> bool:
    starts, ends = _span(row)
    day = row.day.isoweekday()
    meeting = Meeting(row.meeting_id, row.course_id, day, starts, ends, room=row.room_id, leaders=row.leader_ids)
    if scope.kind == "staff" and scope.id in row.absent_ids:
        return True  # whoever is away wants to see that somebody else comes
    return rule_of(scope, offer)(meeting, offer.index.course[row.course_id])


def _span(row: SessionRow) -> tuple[int, int]:
    return (minutes_of(row.starts) if row.starts else 0, minutes_of(row.ends) if row.ends else 24 * 60)


def _in_block(row: SessionRow, offer: Offer) -> bool:
    day = row.day.isoweekday()
    return any(block.weekday == day and (block.starts, block.ends) == _span(row) for block in offer.blocks)


def _day(weekday: int, offer: Offer, week: Week, scope: Scope) -> Day:
    day = week.monday + timedelta(days=weekday - 1)
    off = [one.name for one in offer.days_off if one.first <= day <= one.last and _holds(one, offer, scope)]
    return Day(weekday, day, ", ".join(dict.fromkeys(off)), day == week.now.date())


def _holds(off: DayOff, offer: Offer, scope: Scope) -> bool:
    """Say whether a day off empties the whole column: it is for all, or for the class or year group that is shown."""
    year, school_class = off.year_group, off.school_class
    if year is None and school_class is None:
        return True
    child = offer.index.child.get(scope.id or 0) if scope.kind == "pupil" else None
    if child is not None:
        return child.year_group == year or school_class in child.classes
    return (scope.kind, scope.id) in (("year_group", year), ("class", school_class))


def _chip(
    row: SessionRow, offer: Offer, week: Week, where: tuple[Mapping[int, int], tuple[Band, ...]], against: Marks
) -> Chip:
    days, bands = where
    course = offer.index.course[row.course_id]
    first, last = _bands(row, days, bands)
    block = None if not _in_block(row, offer) else bands[first].blocks.get(days[row.day.isoweekday()])
    span = "" if block is not None or row.starts is None or row.ends is None else f"{time(row.starts)}–{time(row.ends)}"
    said = (row.reason,) if row.reason else ()
    mark, short, notes = against.of(row.meeting_id, (row.course_id, row.day))
    return Chip(
        key=row.meeting_id * 1000 + 500 + (row.series_day - week.monday).days,
        meetings=(row.meeting_id,),
        course=row.course_id,
        day=days[row.day.isoweekday()],
        first=first,
        last=last,
        name=course.short or course.name,
        title=row.title,
        room=row.room,
        leaders=", ".join(row.leaders),
        children=len(offer.index.enrolled.get(row.course_id, ())),
        colour=row.colour,
        mark=mark if row.state != "cancelled" else "",
        short=short,
        notes=(*said, *notes),
        time=span,
        state=row.state,
        on=row.day,
    )


def _bands(row: SessionRow, days: Mapping[int, int], bands: tuple[Band, ...]) -> tuple[int, int]:
    day, span = days[row.day.isoweekday()], _span(row)
    for number, band in enumerate(bands):
        block = band.blocks.get(day)
        if block is not None and (block.starts, block.ends) == span:
            return number, number
    return place_of(bands, *span) or (0, 0)
