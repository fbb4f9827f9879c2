"""From lessons to the times at which a room or a teacher is busy: neighbouring lessons become one time."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import time
from typing import NamedTuple

from ganztag.domain.bell_times import Bells
from ganztag.domain.school_year import minutes_of
from ganztag.exchange.records import LessonRecord
from ganztag.exchange.values import shortened

_LONGEST_BREAK = 30  # minutes; in a longer pause a course could meet
_LONGEST_REASON = 80


class Busy(NamedTuple):
    """A time of the week at which somebody or something is busy, and with what."""

    weekday: int
    opens: time
    closes: time
    reason: str


@dataclass(frozen=True)
class Timetable:
    """What an import writes: owner (the id, or the name of one that is new) -> its busy times."""

    rooms: Mapping[int | str, tuple[Busy, ...]]
    staff: Mapping[int | str, tuple[Busy, ...]]
    bell_times: str = ""


def busy_times(lessons: Iterable[LessonRecord], bells: Bells) -> tuple[Busy, ...]:
    """Return when the lessons are, in the order of the week; all their periods must be among *bells*."""
    by_day: dict[int, dict[int, list[str]]] = defaultdict(lambda: defaultdict(list))
    for lesson in lessons:
        by_day[lesson.weekday][lesson.period].append(what_of(lesson))
    found: list[Busy] = []
    for weekday, periods in sorted(by_day.items()):
        found += _of_day(weekday, periods, bells)
    return tuple(found)


def what_of(lesson: LessonRecord) -> str:
    return " ".join(part for part in (lesson.subject, lesson.class_name) if part)


def _of_day(weekday: int, periods: Mapping[int, list[str]], bells: Bells) -> list[Busy]:
    order = {period: place for place, period in enumerate(sorted(bells))}
    runs: list[list[int]] = []
    for period in sorted(periods):
        if runs and order[period] == order[runs[-1][-1]] + 1 and _break(bells, runs[-1][-1], period) <= _LONGEST_BREAK:
            runs[-1].append(period)
        else:
            runs.append([period])
    return [_busy(weekday, run, periods, bells) for run in runs]


def _break(bells: Bells, before: int, after: int) -> int:
    return minutes_of(bells[after][0]) - minutes_of(bells[before][1])


def _busy(weekday: int, run: list[int], periods: Mapping[int, list[str]], bells: Bells) -> Busy:
    reasons = dict.fromkeys(reason for period in run for reason in periods[period] if reason)
    reason = shortened(", ".join(reasons), _LONGEST_REASON)
    return Busy(weekday, bells[run[0]][0], bells[run[-1]][1], reason)
