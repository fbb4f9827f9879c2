"""The plan of the half-year as a sheet: which meetings are shown, which are one, and what speaks against them."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date as date_type

from ganztag.desktop.week.scope import Scope, rule_of
from ganztag.desktop.week.sheet import MARKS, Band, Chip, Day, Sheet, bands_of, place_of, with_own_times
from ganztag.domain.school_year import WEEKDAYS
from ganztag.language import date, sort_key, time
from ganztag.operations.watch import Found
from ganztag.planning.clashes import Finding
from ganztag.planning.offer import Meeting, Offer
from ganztag.planning.timing import clock

Marked = int | tuple[int, date_type]
"""A meeting of the series, or a course on one date."""


@dataclass(frozen=True)
class Marks:
    """What speaks against meetings: the worst for the outline, in short for a cell, in sentences for the tooltip."""

    worst: Mapping[Marked, str] = field(default_factory=dict)
    short: Mapping[Marked, tuple[str, str]] = field(default_factory=dict)
    notes: Mapping[Marked, tuple[str, ...]] = field(default_factory=dict)

    def of(self, *keys: Marked) -> tuple[str, tuple[str, str], tuple[str, ...]]:
        """Return the worst of several, its short lines, and the sentences of all."""
        worst = min(keys, key=lambda key: MARKS.index(self.worst.get(key, "")))
        notes = tuple(note for key in keys for note in self.notes.get(key, ()))
        return self.worst.get(worst, ""), self.short.get(worst, ("", "")), notes


def marks(found: Iterable[Found]) -> Marks:
    """Sort the findings by the meetings, or the courses on one date, that they concern.

    An accepted one is quieter than any other.
    """
    worst: dict[Marked, str] = {}
    short: dict[Marked, tuple[str, str]] = {}
    notes: dict[Marked, list[str]] = defaultdict(list)
    for one in found:
        finding = one.finding
        mark = "accepted" if one.exception is not None else finding.severity
        for key in _marked(finding):
            notes[key].append(str(finding.message))
            if MARKS.index(mark) < MARKS.index(worst.get(key, "")):
                worst[key] = mark
                short[key] = (str(finding.short), str(finding.more or ""))
    return Marks(worst, short, {key: tuple(lines) for key, lines in notes.items()})


def _marked(finding: Finding) -> tuple[Marked, ...]:
    if finding.on is None:
        return finding.meetings
    return tuple((course, finding.on) for course in finding.courses)


def weekdays(offer: Offer) -> tuple[int, ...]:
    """Return the weekdays from Monday to the last one on which something can be or is."""
    used = [block.weekday for block in offer.blocks] + [meeting.weekday for meeting in offer.meetings]
    return tuple(range(1, max(used, default=WEEKDAYS[-1]) + 1))


def plan_sheet(offer: Offer, scope: Scope, against: Marks) -> Sheet:
    """Return the week of the half-year's plan, of the whole school or of what *scope* says."""
    days = tuple(Day(weekday) for weekday in weekdays(offer))
    place = {day.weekday: number for number, day in enumerate(days)}
    meetings = [meeting for meeting in offer.meetings if meeting.course in offer.index.course]
    rule = rule_of(scope, offer)
    shown = [meeting for meeting in meetings if rule(meeting, offer.index.course[meeting.course])]
    bands = with_own_times(bands_of(offer.blocks, place), [(m.starts, m.ends) for m in shown if m.block is None])
    chips = joined([_chip(offer, meeting, place, bands, against) for meeting in shown])
    return Sheet(days, bands, chips)


def _chip(offer: Offer, meeting: Meeting, days: Mapping[int, int], bands: tuple[Band, ...], against: Marks) -> Chip:
    course = offer.index.course[meeting.course]
    room = offer.index.room.get(meeting.room or 0)
    first, last = bands_for(meeting, days, bands)
    leaders = [offer.index.leader[key].name for key in meeting.leaders if key in offer.index.leader]
    return Chip(
        key=meeting.id,
        meetings=(meeting.id,),
        course=course.id,
        day=days[meeting.weekday],
        first=first,
        last=last,
        name=course.short or course.name,
        title=course.name,
        room=room.name if room else "",
        leaders=", ".join(leaders),
        children=len(offer.index.enrolled.get(course.id, ())),
        colour=course.colour,
        mark=against.worst.get(meeting.id, ""),
        short=against.short.get(meeting.id, ("", "")),
        notes=against.notes.get(meeting.id, ()),
        time=own_time(offer, meeting),
        rhythm=rhythm_text(meeting),
        fixed=meeting.fixed,
        blocks=(meeting.block,),
    )


def bands_for(meeting: Meeting, days: Mapping[int, int], bands: tuple[Band, ...]) -> tuple[int, int]:
    """Return the bands of a meeting: that of its block, else those that hold its time."""
    for number, band in enumerate(bands):
        block = band.blocks.get(days[meeting.weekday])
        if block is not None and block.id == meeting.block:
            return number, number
    found = place_of(bands, meeting.starts, meeting.ends)
    return found if found is not None else (0, 0)


def own_time(offer: Offer, meeting: Meeting) -> str:
    """Return the times of a meeting that are not its block's, else nothing."""
    block = offer.index.block.get(meeting.block or 0)
    if block is not None and (block.starts, block.ends) == (meeting.starts, meeting.ends):
        return ""
    return f"{time(clock(meeting.starts))}–{time(clock(meeting.ends))}"


def rhythm_text(meeting: Meeting) -> str:
    """Return A or B for every second week, the date for a single one, else nothing."""
    if meeting.rhythm in ("A", "B"):
        return meeting.rhythm
    return date(meeting.on_date, "short") if meeting.on_date is not None else ""


def joined(chips: Sequence[Chip]) -> tuple[Chip, ...]:
    """Return the chips in the order of their names; a course's in neighbouring bands and the same room are one."""
    rows: dict[tuple[object, ...], list[Chip]] = defaultdict(list)
    for chip in chips:
        rows[chip.course, chip.day, chip.room, chip.rhythm, chip.state].append(chip)
    whole: list[Chip] = []
    for row in rows.values():
        whole.extend(_merged(sorted(row, key=lambda chip: (chip.first, chip.key))))
    return tuple(sorted(whole, key=lambda chip: (sort_key(chip.name), chip.key)))


def _merged(row: Collection[Chip]) -> list[Chip]:
    found: list[Chip] = []
    for chip in row:
        before = found[-1] if found else None
        if before is None or chip.first != before.last + 1 or chip.leaders != before.leaders:
            found.append(chip)
            continue
        worse = min(before, chip, key=lambda c: MARKS.index(c.mark))
        found[-1] = replace(
            before,
            meetings=before.meetings + chip.meetings,
            blocks=before.blocks + chip.blocks,
            last=chip.last,
            mark=worse.mark,
            short=worse.short,
            notes=tuple(dict.fromkeys(before.notes + chip.notes)),
            fixed=before.fixed or chip.fixed,
        )
    return found
