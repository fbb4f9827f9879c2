"""On which dates a course really meets: the series of its meetings, and what is other on single dates."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, time, timedelta
from functools import cached_property
from typing import Generic, Literal, Protocol, TypeVar

from ganztag.domain.school_year import WEEKDAYS, days_between


class FreeDays(Protocol):
    """Days off from *starts* to *ends*, both included; for all, or for one year group or one class only."""

    @property
    def starts(self) -> date: ...

    @property
    def ends(self) -> date: ...

    @property
    def year_group_id(self) -> int | None: ...

    @property
    def school_class_id(self) -> int | None: ...


F = TypeVar("F", bound=FreeDays)
State = Literal["held", "cancelled", "moved", "changed"]
_WEEK = timedelta(days=7)


@dataclass(eq=False, kw_only=True)
class SessionChange:
    """What is other than in the series on the date *on_date*: it is cancelled, or moved, elsewhere, led by others."""

    id: int = field(init=False)
    meeting_id: int
    on_date: date
    kind: str = "changed"
    moved_to: date | None = None
    starts: time | None = None
    ends: time | None = None
    room_id: int | None = None
    reason: str = ""


@dataclass(eq=False, kw_only=True)
class SessionLeader:
    """Who leads on that date, in place of whom; in place of nobody: in addition. Nobody in place of whom: only away."""

    id: int = field(init=False)
    session_change_id: int
    staff_id: int | None
    instead_of_id: int | None = None


@dataclass(frozen=True, slots=True)
class Audience:
    """For whom a course is: year groups, and classes with the year group of each. Neither: for all."""

    year_group_ids: frozenset[int] = frozenset()
    classes: tuple[tuple[int, int | None], ...] = ()


EVERYBODY = Audience()


@dataclass(frozen=True, slots=True)
class Series:
    """When a meeting takes place: every week, every second one (rhythm A or B), or once *on_date*.

    *first* and *last* are those of the course, where it starts later or ends earlier than the half-year.
    """

    weekday: int
    rhythm: str = "weekly"
    on_date: date | None = None
    first: date | None = None
    last: date | None = None
    audience: Audience = EVERYBODY


@dataclass(frozen=True)
class TermDays(Generic[F]):
    """The days of a half-year with its days off, and which of its weeks are A and B weeks.

    The first week with school in it is the *first_week*. From there every calendar week alternates, or
    (*alternate_in_holidays* false) only those with school in them.
    """

    first: date
    last: date
    days_off: Sequence[F] = ()
    first_week: str = "A"
    alternate_in_holidays: bool = True

    @cached_property
    def _off(self) -> Mapping[date, tuple[int, ...]]:
        """Return for each day without courses for anybody the places of the days off that say so."""
        found: dict[date, tuple[int, ...]] = {}
        for place, off in enumerate(self.days_off):
            for day in days_between(max(off.starts, self.first), min(off.ends, self.last)):
                found[day] = (*found.get(day, ()), place)
        return found

    @cached_property
    def _by_weekday(self) -> Mapping[int, tuple[date, ...]]:
        days: dict[int, list[date]] = {}
        for day in days_between(self.first, self.last):
            days.setdefault(day.isoweekday(), []).append(day)
        return {weekday: tuple(found) for weekday, found in days.items()}

    @cached_property
    def _letters(self) -> Mapping[date, str]:
        """Return for each Monday from the first school week on whether an A or a B week begins."""
        letters = {}
        letter, begun, monday = self.first_week, False, monday_of(self.first)
        while monday <= self.last:
            school = any(self._school_on(monday + timedelta(days=number - 1)) for number in WEEKDAYS)
            begun = begun or school
            letters[monday] = letter
            if begun and (school or self.alternate_in_holidays):
                letter = "B" if letter == "A" else "A"
            monday += _WEEK
        return letters

    def _school_on(self, day: date) -> bool:
        off = (self.days_off[place] for place in self._off.get(day, ()))
        return self.first <= day <= self.last and not any(_for_all(one) for one in off)

    def week(self, day: date) -> str:
        """Return whether *day* lies in an A or a B week; "" outside the half-year."""
        return self._letters.get(monday_of(day), "")

    def off_on(self, day: date) -> tuple[F, ...]:
        """Return the days off of which *day* is one, also those of one class only."""
        return tuple(self.days_off[place] for place in self._off.get(day, ()))

    def free(self, day: date, audience: Audience = EVERYBODY) -> bool:
        """Say whether nobody of the *audience* comes on *day*, because it is off."""
        off = self._off.get(day)
        return off is not None and _nobody_comes([self.days_off[place] for place in off], audience)

    def dates(self, series: Series) -> tuple[date, ...]:
        """Return the dates of a series: inside half-year and course, not on days off of those it is for."""
        return tuple(day for day in self._of_rhythm(series) if not self.free(day, series.audience))

    def gaps(self, series: Iterable[Series]) -> tuple[F, ...]:
        """Return the days off because of which these series do not meet on dates on which they otherwise would."""
        places = {
            place
            for one in series
            for day in self._of_rhythm(one)
            if self.free(day, one.audience)
            for place in self._off[day]
        }
        return tuple(self.days_off[place] for place in sorted(places, key=lambda at: (self.days_off[at].starts, at)))

    def _of_rhythm(self, series: Series) -> Sequence[date]:
        """Return the dates that a series would have without days off."""
        if series.rhythm == "once":
            days: Sequence[date] = () if series.on_date is None else (series.on_date,)
        else:
            days = self._by_weekday.get(series.weekday, ())
        first, last = max(self.first, series.first or self.first), min(self.last, series.last or self.last)
        if series.rhythm in ("A", "B"):
            days = [day for day in days if self._letters[monday_of(day)] == series.rhythm]
        return [day for day in days if first <= day <= last]


def monday_of(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _for_all(off: FreeDays) -> bool:
    return off.year_group_id is None and off.school_class_id is None


def _nobody_comes(here: Sequence[FreeDays], audience: Audience) -> bool:
    """Say whether these days off together leave none of those for whom the course is."""
    if any(_for_all(off) for off in here):
        return True
    if not audience.year_group_ids and not audience.classes:
        return False
    years = {off.year_group_id for off in here if off.year_group_id is not None}
    classes = {off.school_class_id for off in here if off.school_class_id is not None}
    return audience.year_group_ids <= years and all(key in classes or year in years for key, year in audience.classes)


@dataclass(frozen=True, slots=True)
class Usual:
    """How a meeting takes place in its series."""

    meeting_id: int
    starts: time | None = None
    ends: time | None = None
    room_id: int | None = None
    leader_ids: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Change:
    """A ``SessionChange`` with its leaders: (who leads, or nobody; in place of whom, or of nobody)."""

    id: int
    on_date: date
    kind: str = "changed"
    moved_to: date | None = None
    starts: time | None = None
    ends: time | None = None
    room_id: int | None = None
    reason: str = ""
    leaders: tuple[tuple[int | None, int | None], ...] = ()

    @property
    def state(self) -> State:
        if self.kind == "cancelled":
            return "cancelled"
        return "moved" if self.moved_to not in (None, self.on_date) else "changed"


@dataclass(frozen=True, slots=True)
class Session:
    """A meeting on one real date; *series_day* is when it would be in the series.

    *absent_ids* are those of the series who are away, *substitute_ids* those who lead in their place or in addition.
    """

    meeting_id: int
    day: date
    series_day: date
    starts: time | None
    ends: time | None
    room_id: int | None
    leader_ids: tuple[int, ...]
    state: State = "held"
    reason: str = ""
    absent_ids: tuple[int, ...] = ()
    substitute_ids: tuple[int, ...] = ()
    change_id: int | None = None


def sessions(usual: Usual, dates: Iterable[date], changes: Iterable[Change] = ()) -> tuple[Session, ...]:
    """Return the real sessions of a meeting in the order of their days; changes of other dates are left aside."""
    by_day = {change.on_date: change for change in changes}
    found = [_session(usual, day, by_day.get(day)) for day in dates]
    return tuple(sorted(found, key=lambda session: (session.day, session.starts or time.min, session.series_day)))


def left_over(dates: Collection[date], changes: Iterable[Change]) -> tuple[Change, ...]:
    """Return the changes of dates on which the series does not meet (any more)."""
    return tuple(change for change in changes if change.on_date not in dates)


def _session(usual: Usual, day: date, change: Change | None) -> Session:
    if change is None:
        return Session(usual.meeting_id, day, day, usual.starts, usual.ends, usual.room_id, usual.leader_ids)
    return Session(
        meeting_id=usual.meeting_id,
        day=change.moved_to or day,
        series_day=day,
        starts=change.starts or usual.starts,
        ends=change.ends or usual.ends,
        room_id=change.room_id or usual.room_id,
        leader_ids=_leaders(usual.leader_ids, change),
        state=change.state,
        reason=change.reason,
        absent_ids=tuple(dict.fromkeys(absent for _staff, absent in change.leaders if absent in usual.leader_ids)),
        substitute_ids=tuple(dict.fromkeys(staff for staff, _absent in change.leaders if staff is not None)),
        change_id=change.id,
    )


def _leaders(usual: tuple[int, ...], change: Change) -> tuple[int, ...]:
    """Return who leads: each substitute in the place of whom it replaces, the additional ones behind."""
    found: list[int | None] = []
    absent = {who for _staff, who in change.leaders if who is not None}
    for leader in usual:
        found += [staff for staff, who in change.leaders if who == leader] if leader in absent else [leader]
    found += [staff for staff, who in change.leaders if who not in usual]
    return tuple(dict.fromkeys(staff for staff in found if staff is not None))
