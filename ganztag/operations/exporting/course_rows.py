"""Courses, staff and rooms as rows of tables."""

from collections import Counter
from collections.abc import Iterator
from datetime import date

from ganztag.exchange.blocks import BlockRef
from ganztag.exchange.words import ADMISSION, AGAIN, COURSE_KIND, COURSE_STATUS, RHYTHM, YES, word_for
from ganztag.operations.importing.names import name_key
from ganztag.queries.frame import TermRow
from ganztag.queries.import_state.courses import KnownCourse, KnownMeeting, courses
from ganztag.queries.import_state.people import KnownStaff, rooms, staff
from ganztag.storage.reader import Reader


def course_rows(reader: Reader, term: TermRow) -> Iterator[tuple[str, ...]]:
    """Yield one row for each course, and a further one for each other room, leader, rhythm or time of single dates."""
    people = leader_names(staff(reader))
    for course in courses(reader, term.id, term.school_year_id):
        for place, meetings in enumerate(_alike(course.meetings) or [[]]):
            yield _course_row(course, meetings, people, is_first=place == 0)


def _alike(meetings: tuple[KnownMeeting, ...]) -> list[list[KnownMeeting]]:
    """Return the meetings, those in the same room with the same leaders and rhythm together."""
    found: dict[object, list[KnownMeeting]] = {}
    for one in meetings:
        times = one.span[1:] if one.span is not None and one.on_date is not None else None
        found.setdefault((one.room, one.leader_ids, one.rhythm, one.fixed, times), []).append(one)
    return list(found.values())


def _course_row(
    course: KnownCourse, meetings: list[KnownMeeting], people: dict[int, str], *, is_first: bool
) -> tuple[str, ...]:
    first = meetings[0] if meetings else None
    room, leaders = (first.room, first.leader_ids) if first is not None else ("", ())
    return (
        course.number,
        course.title,
        course.short_name if is_first else "",
        course.category if is_first else "",
        word_for(COURSE_KIND, course.kind),
        ", ".join(dict.fromkeys(map(when, meetings))),
        room,
        ", ".join(people[key] for key in leaders),
        _size(course.min_size) if is_first else "",
        _size(course.max_size) if is_first else "",
        # not 5-7: Excel would make a date of it
        ",".join((*course.year_groups, *course.classes)) if is_first else "",
        word_for(COURSE_STATUS, course.status),
        course.description if is_first else "",
        word_for(RHYTHM, first.rhythm) if first is not None else "",
        ", ".join(_day(one.on_date) for one in meetings if one.on_date is not None),
        word_for(YES, "1") if first is not None and first.fixed else "",
        _day(course.starts) if is_first else "",
        _day(course.ends) if is_first else "",
        course.equipment if is_first else "",
        _size(course.max_per_class) if is_first else "",
        str(course.meetings_wanted) if is_first else "",
        word_for(AGAIN, course.again) if is_first else "",
        course.evaluation if is_first else "",
        *(_of_allocation(course) if is_first else ("", "", "", "")),
    )


def _of_allocation(course: KnownCourse) -> tuple[str, str, str, str]:
    must_run = word_for(YES, "1") if course.must_run else ""
    return _size(course.ideal_size), _size(course.max_support), must_run, word_for(ADMISSION, course.admission)


def _day(day: date | None) -> str:
    return "" if day is None else f"{day:%d.%m.%Y}"


def when(meeting: KnownMeeting) -> str:
    """Return when a meeting is, as our tables write it."""
    if meeting.span is None:
        return str(BlockRef(meeting.weekday))
    return str(BlockRef(*meeting.span))


def _size(size: int | None) -> str:
    return "" if size is None else str(size)


def leader_names(people: list[KnownStaff]) -> dict[int, str]:
    """Return how each person is written: by name, by code where several bear the name or it holds a comma."""
    counted = Counter(name_key(one.name) for one in people)
    return {
        one.id: one.code if one.code and (counted[name_key(one.name)] > 1 or "," in one.name) else one.name
        for one in people
    }


def room_rows(reader: Reader) -> Iterator[tuple[str, ...]]:
    for one in rooms(reader):
        minutes = (str(one.setup_minutes), str(one.cleanup_minutes))
        shared = word_for(YES, "1") if one.several_courses else ""
        yield (one.code, one.name, _size(one.seats), one.equipment, one.building, *minutes, shared, one.part_of)
