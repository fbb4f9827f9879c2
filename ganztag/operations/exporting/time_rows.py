"""Times of the week of rooms and people as rows of a table; what a timetable brought stays with its program."""

from collections.abc import Iterator

from ganztag.exchange.words import AVAILABLE, DAY_SHORT, word_for
from ganztag.operations.exporting.course_rows import leader_names
from ganztag.operations.exporting.pupil_rows import day_text
from ganztag.operations.week_times import OWN
from ganztag.queries.import_state.people import rooms, staff
from ganztag.queries.week_times import WeekTime, all_room_times, all_staff_times
from ganztag.storage.reader import Reader


def time_rows(reader: Reader) -> Iterator[tuple[str, ...]]:
    """Yield the school's own times, the rooms' first, then the people's by name."""
    times = all_room_times(reader)
    for room in rooms(reader):
        yield from ((room.code, "", *_cells(one)) for one in times.get(room.id, ()) if one.source == OWN)
    times, people = all_staff_times(reader), staff(reader)
    names = leader_names(people)
    for person in people:
        yield from (("", names[person.id], *_cells(one)) for one in times.get(person.id, ()) if one.source == OWN)


def _cells(one: WeekTime) -> tuple[str, ...]:
    return (
        DAY_SHORT[one.weekday - 1],
        f"{one.opens:%H:%M}" if one.opens else "",
        f"{one.closes:%H:%M}" if one.closes else "",
        word_for(AVAILABLE, "1" if one.available else ""),
        one.reason,
        day_text(one.starts),
        day_text(one.ends),
    )
