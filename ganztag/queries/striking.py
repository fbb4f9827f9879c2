"""What becomes of the children of a course that is struck from a day on: next wish, waiting list, care, or home."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ganztag.language import sort_key
from ganztag.queries.courses import CourseRow
from ganztag.queries.settings import settings
from ganztag.queries.standing import Seat, Standing, clash, list_names, standing
from ganztag.queries.waiting import queues
from ganztag.storage.reader import Reader

WISH, CARE, HOME = "wish", "care", "home"


@dataclass(frozen=True, slots=True)
class Fate:
    """What becomes of a child: *kind* is wish, care or home.

    *course_id* is where it goes, *waits_for* a wish that is full: it comes onto that waiting list as well.
    """

    seat: Seat
    name: str
    school_class: str
    kind: str
    course_id: int | None = None
    rank: int | None = None
    waits_for: int | None = None
    waits_rank: int | None = None

    @property
    def id(self) -> int:
        return self.seat.enrolment_id


def fates(reader: Reader, course_id: int, term_id: int, day: date) -> list[Fate]:
    """Return what becomes of each child, by name; places go to the better wishes first."""
    now = standing(reader, term_id, day)
    to_care = settings(reader).after_striking == "care"
    struck = now.courses[course_id]
    seats = now.in_course.get(course_id, ())
    names = list_names(reader, {seat.pupil_id for seat in seats})
    search = _Search(reader, now, struck, to_care=to_care)
    found = [
        Fate(seat, names[seat.pupil_id], _class_of(now, seat.pupil_id), *fate)
        for seat, fate in search.fates(sorted(seats, key=lambda seat: (seat.rank is None, seat.rank, seat.pupil_id)))
    ]
    return sorted(found, key=lambda one: (sort_key(one.name), one.id))


def _class_of(now: Standing, pupil_id: int) -> str:
    child = now.children.get(pupil_id)
    return child.class_name if child is not None else ""


_Told = tuple[str, int | None, int | None, int | None, int | None]


class _Search:
    """Gives away free places one after the other; those that somebody waits for are not free."""

    def __init__(self, reader: Reader, now: Standing, struck: CourseRow, *, to_care: bool) -> None:
        self._struck, self._to_care = struck, to_care
        self._now = now.without(now.in_course.get(struck.id, ()))
        self._waited_for = {queue.id for queue in queues(reader, now) if any(row.can for row in queue.rows)}
        self._wishes: dict[int, list[tuple[int, int]]] = defaultdict(list)
        for (pupil, course), rank in now.ranks.items():
            if course != struck.id and course in now.courses:
                self._wishes[pupil].append((rank, course))

    def fates(self, seats: list[Seat]) -> Iterator[tuple[Seat, _Told]]:
        for seat in seats:
            told = self._fate(seat)
            if told[1] is not None:
                self._now = self._now.and_in(seat.pupil_id, told[1], told[2])
            yield seat, told

    def _fate(self, seat: Seat) -> _Told:
        full: tuple[int | None, int | None] = (None, None)
        for rank, course_id in sorted(self._wishes[seat.pupil_id]):
            fit = self._now.fit(seat.pupil_id, course_id, rank)
            if not clash(self._now.courses[course_id], self._struck) or fit.against is not None or fit.leaves:
                continue
            if self._has_place(course_id):
                return (WISH, course_id, rank, *full)
            full = full if full[0] is not None else (course_id, rank)
        care = self._care(seat) if self._to_care else None
        return (CARE if care is not None else HOME, care, None, *full)

    def _has_place(self, course_id: int) -> bool:
        free = self._now.free(course_id)
        return course_id not in self._waited_for and (free is None or free > 0)

    def _care(self, seat: Seat) -> int | None:
        """Return care at the time of the struck course that takes the child."""
        for course in self._now.courses.values():
            if course.kind == "care" and clash(course, self._struck) and self._has_place(course.id):
                fit = self._now.fit(seat.pupil_id, course.id)
                if fit.against is None and not fit.leaves:
                    return course.id
        return None
