"""On which dates a course really meets: its weekdays in a span of time, without the days off."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import date, time
from typing import Protocol, TypeVar

from ganztag.domain.school_year import days_between


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
SESSION_CHANGES = ("cancelled", "changed")


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
    """Who leads on that date, in place of whom; in place of nobody: in addition."""

    id: int = field(init=False)
    session_change_id: int
    staff_id: int
    instead_of_id: int | None = None


@dataclass(frozen=True, slots=True)
class Audience:
    """For whom a course is: year groups, and classes with the year group of each. Neither: for all."""

    year_group_ids: frozenset[int] = frozenset()
    classes: tuple[tuple[int, int | None], ...] = ()


def sessions(
    weekdays: Collection[int], first: date, last: date, days_off: Sequence[F], audience: Audience | None = None
) -> tuple[tuple[date, ...], tuple[F, ...]]:
    """Return the dates on which a course meets, and the days off because of which it does not on others."""
    dates: list[date] = []
    gaps: dict[int, F] = {}
    near = [(place, off) for place, off in enumerate(days_off) if off.starts <= last and off.ends >= first]
    for day in days_between(first, last):
        if day.isoweekday() not in weekdays:
            continue
        here = [(place, off) for place, off in near if off.starts <= day <= off.ends]
        if here and _nobody_comes([off for _place, off in here], audience or Audience()):
            gaps.update(here)
        else:
            dates.append(day)
    return tuple(dates), tuple(gaps[place] for place in sorted(gaps, key=lambda place: (gaps[place].starts, place)))


def _nobody_comes(here: Sequence[FreeDays], audience: Audience) -> bool:
    """Say whether these days off together leave none of those for whom the course is."""
    if any(off.year_group_id is None and off.school_class_id is None for off in here):
        return True
    if not audience.year_group_ids and not audience.classes:
        return False
    years = {off.year_group_id for off in here if off.year_group_id is not None}
    classes = {off.school_class_id for off in here if off.school_class_id is not None}
    return audience.year_group_ids <= years and all(key in classes or year in years for key, year in audience.classes)
