"""Reading an offer by parts, and keeping it fresh: only the parts whose tables are in the news are read again."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from ganztag.planning.offer import Offer
from ganztag.queries import frame as frames
from ganztag.queries import settings
from ganztag.queries.offer import children, courses, dates, earned, frame, leaders, places, sessions
from ganztag.queries.offer.frame import Asked
from ganztag.storage.reader import Reader

ELSEWHERE = "another half-year"
"""Stands beside the tables that changed where courses or meetings of another half-year did."""


@dataclass(frozen=True)
class Part:
    """A part of the offer, or what one is made of, and the tables that it comes from."""

    name: str
    tables: frozenset[str]
    read: Callable[[Reader, Asked], Any]
    of_courses: bool = False  # also to be read anew when the half-year has other courses


def _settings(reader: Reader, _asked: Asked) -> object:
    return settings.settings(reader)


_COURSES = Part(
    "courses",
    frozenset({"course", "category", "course_year_group", "course_class", "course_block", "course_room",
               "course_staff", "room"}),
    courses.courses,
)  # fmt: skip
_OTHERS = (
    Part("settings", frozenset({"setting"}), _settings),
    Part("blocks", frozenset({"time_block"}), frame.blocks),
    Part("years", frozenset({"year_group"}), frame.years),
    Part("classes", frozenset({"school_class"}), frame.classes),
    Part("years_of_classes", frozenset({"school_class"}), dates.years_of_classes),
    Part("days_off", frozenset({"day_off"}), frame.days_off),
    Part("meetings", frozenset({"meeting", "meeting_leader", "time_block"}), courses.meetings, of_courses=True),
    Part("rooms", frozenset({"room", "room_time"}), places.rooms),
    Part("leaders", frozenset({"staff", "staff_time", "staff_paper", "requirement", "contract", "partner",
                               "income_elsewhere"}), leaders.leaders),
    Part("changes", frozenset({"session_change", "session_leader"}), sessions.changes),
    Part("earned", frozenset({ELSEWHERE, "contract", "meeting_leader", "session_change", "session_leader", "day_off",
                              "setting", "time_block", "term", "school_year"}), earned.earned, of_courses=True),
    Part("children", frozenset({"pupil", "booking", "leave_time", "class_membership", "school_class"}),
         children.children),
    Part("enrolments", frozenset({"enrolment"}), children.enrolments, of_courses=True),
    Part("wishes", frozenset({"wish", "ballot", "allocation_run"}), children.wishes),
)  # fmt: skip
_EARNED_IN = frozenset({"course", "meeting"})
_FRAME = frozenset({"school", "term", "school_year"})
TABLES = _FRAME.union(_COURSES.tables, *(part.tables for part in _OTHERS)) - {ELSEWHERE}
"""All tables from which anything in an offer comes."""
_TAKEN_OVER = ("settings", "blocks", "years", "classes", "days_off", "rooms", "leaders", "children", "enrolments",
               "wishes", "earned")  # fmt: skip


class Upkeep:
    """What was read of one half-year on one day. *stale* are the tables that changed since then."""

    def __init__(self) -> None:
        self._asked: Asked | None = None
        self._known: dict[str, Any] = {}
        self._calendar: dates.Calendar | None = None
        self._offer: Offer | None = None

    def offer(self, reader: Reader, term_id: int, day: date, stale: frozenset[str] = TABLES) -> Offer:
        """Return the offer; what did not change is the very same part as before."""
        asked = self._asked
        if asked is None or stale & _FRAME or (asked.term.id, asked.day) != (term_id, day):
            fresh = Asked(frames.term(reader, term_id), day)
            if asked is None or (fresh.term, fresh.day) != (asked.term, asked.day):
                self._asked, self._known, self._calendar, self._offer = None, {}, None, None
                asked = fresh
        asked = self._read(reader, asked, stale)
        self._offer = self._composed(asked)
        return self._offer

    def concerned(self, rows: Mapping[str, frozenset[int]]) -> frozenset[str]:
        """Return what is stale after such news: their tables, and ELSEWHERE where rows of other half-years are in it.

        A course of the whole year is also one of the other half-year.
        """
        if self._asked is None or not _EARNED_IN & rows.keys():
            return frozenset(rows)
        known = self._known
        own = {"course": known["courses"].of_half_year, "meeting": {row.id for row in known["meetings"]}}
        if known["courses"].of_half_year >= known["courses"].ids and all(
            rows[table] <= own[table] for table in _EARNED_IN & rows.keys()
        ):
            return frozenset(rows)
        return frozenset({*rows, ELSEWHERE})

    def _read(self, reader: Reader, asked: Asked, stale: frozenset[str]) -> Asked:
        before = self._known.get("courses")
        if self._is_stale(_COURSES, stale):
            self._keep(_COURSES, _COURSES.read(reader, asked))
        known = self._known["courses"]
        members = known.ids
        others = before is None or (members, known.of_half_year) != (before.ids, before.of_half_year)
        self._asked = asked = replace(asked, courses=members)
        for part in _OTHERS:
            if self._is_stale(part, stale) or (part.of_courses and others):
                self._keep(part, part.read(reader, asked))
        return asked

    def _is_stale(self, part: Part, stale: frozenset[str]) -> bool:
        return part.name not in self._known or not part.tables.isdisjoint(stale)

    def _keep(self, part: Part, found: Any) -> None:
        """Remember what was read; what is equal to what was known before does not count as new."""
        if part.name not in self._known or self._known[part.name] != found:
            self._known[part.name] = found

    def _composed(self, asked: Asked) -> Offer:
        known, before = self._known, self._offer
        parts = {name: known[name] for name in _TAKEN_OVER}
        parts["courses"], parts["struck"] = known["courses"].counting, known["courses"].struck
        parts["meetings"] = self._same_as_before("meetings", self._counting())
        parts["dates"] = self._same_as_before("dates", self._dates(asked, parts["meetings"]))
        changed = sessions.sessions(known["changes"], parts["meetings"], parts["dates"])
        parts["sessions"] = self._same_as_before("sessions", changed)
        if before is None:
            return Offer(asked.term.starts, asked.term.ends, asked.day, term=asked.term.id, **parts)
        new = {name: part for name, part in parts.items() if part is not getattr(before, name)}
        return before.changed(**new) if new else before

    def _counting(self) -> Any:
        struck = self._known["courses"].struck
        return tuple(meeting for meeting in self._known["meetings"] if meeting.course not in struck)

    def _same_as_before(self, name: str, found: Any) -> Any:
        before = getattr(self._offer, name) if self._offer is not None else None
        return before if before == found else found

    def _dates(self, asked: Asked, meetings: Any) -> Any:
        known, before = self._known, self._offer
        alike = before is not None and before.days_off is known["days_off"] and before.settings is known["settings"]
        if self._calendar is None or not alike:
            alternate = known["settings"].alternate_in_holidays
            self._calendar = dates.Calendar(asked, known["days_off"], alternate_in_holidays=alternate)
        counting = {course.id: course for course in known["courses"].counting}
        return self._calendar.dates(meetings, counting, known["years_of_classes"])
