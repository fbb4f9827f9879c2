"""When the lessons of a day begin and end: the bell, by the number of the lesson."""

import re
from collections.abc import Mapping
from datetime import time
from itertools import pairwise

from ganztag.domain.objection import Objection
from ganztag.language import N_

Bells = Mapping[int, tuple[time, time]]

USUAL = (
    "0: 07:10-07:55; 1: 08:00-08:45; 2: 08:50-09:35; 3: 09:55-10:40; 4: 10:45-11:30; 5: 11:45-12:30; 6: 12:35-13:20; "
    "7: 13:30-14:15; 8: 14:15-15:00; 9: 15:05-15:50; 10: 15:50-16:35"
)
_LINE = re.compile(
    r"^(\d{1,2})\s*[.:)]?\s+(\d{1,2})[:.]([0-5]\d)(?:\s*Uhr)?\s*(?:-|–|—|bis|to)\s*(\d{1,2})[:.]([0-5]\d)(?:\s*Uhr)?$"
)


def bells_of(text: str) -> dict[int, tuple[time, time]]:
    """Return lesson -> from and to out of ``1: 08:00-08:45; 2: 08:50-09:35`` or one a line; objects to all else."""
    found: dict[int, tuple[time, time]] = {}
    for line in filter(None, (part.strip() for part in re.split(r"[;\n]", text))):
        match = _LINE.match(line)
        if match is None or int(match[2]) > 23 or int(match[4]) > 23:
            raise Objection(N_("“{text}” is no time of a lesson. Write it like 1: 08:00-08:45.", text=line))
        lesson, starts, ends = int(match[1]), time(int(match[2]), int(match[3])), time(int(match[4]), int(match[5]))
        if lesson in found:
            raise Objection(N_("Lesson {lesson} stands there twice.", lesson=lesson))
        if ends <= starts:
            raise Objection(N_("Lesson {lesson} ends before it begins.", lesson=lesson))
        found[lesson] = (starts, ends)
    _refuse_disorder(found)
    return found


def _refuse_disorder(bells: Bells) -> None:
    if not bells:
        raise Objection(N_("Please write at least one lesson, like 1: 08:00-08:45."))
    numbers = sorted(bells)
    for before, lesson in pairwise(numbers):
        if bells[lesson][0] < bells[before][1]:
            raise Objection(N_("Lesson {lesson} begins before lesson {before} ends.", lesson=lesson, before=before))


def as_text(bells: Bells, *, lines: bool = False) -> str:
    """Return bells as they are kept, or with *lines* one a line for people."""
    parts = [f"{lesson}: {starts:%H:%M}-{ends:%H:%M}" for lesson, (starts, ends) in sorted(bells.items())]
    return ("\n" if lines else "; ").join(parts)
