"""What the screen of courses reads from the file at each news."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from ganztag.desktop.courses.detail import Beside, Offered
from ganztag.desktop.courses.meetings import Surroundings
from ganztag.desktop.desk import Desk, Place
from ganztag.desktop.widgets.notices import SHOW, TONES, Notice
from ganztag.desktop.widgets.seeker import Sought
from ganztag.domain.pupils import full_name
from ganztag.domain.text import tags
from ganztag.language import _, sort_key
from ganztag.planning.clashes import Finding
from ganztag.queries import categories, checks, classes, courses, enrolments, frame, pupils, rooms, staff
from ganztag.queries.course_places import course_places
from ganztag.queries.courses import CourseRow
from ganztag.queries.invitations import invited
from ganztag.queries.sessions import course_sessions

_PLACES = {"staff": "staff", "room": "rooms", "pupil": "pupils", "course": "courses"}
_MOST_NOTICES = 4


@dataclass(frozen=True)
class Read:
    """One reading: the courses, what they can be given, and what does not fit."""

    courses: list[CourseRow] = field(default_factory=list)
    offered: Offered = field(default_factory=Offered)
    years: tuple[tuple[int, str], ...] = ()
    class_years: tuple[tuple[int, int | None], ...] = ()
    clashing: frozenset[int] = frozenset()
    term_name: str = ""
    term_starts: date = date.min

    def classes_of_year(self, year_group_id: int | None) -> frozenset[int]:
        return frozenset(key for key, year in self.class_years if year == year_group_id)

    def beside(self, desk: Desk, course: CourseRow) -> Beside:
        """Read who is in a course and return it with what does not fit about it."""
        rows = desk.office.read(enrolments.participants, course.id, desk.today())
        others = Others(desk, frozenset(child.pupil_id for child in rows))
        inside = [replace(child, starts=None) if _from_the_start(child, self.term_starts) else child for child in rows]
        notices = [_notice(finding, course.id) for finding in desk.watch.still_open("course", course.id)]
        return Beside(
            children=inside,
            others=others,
            notices=notices[:_MOST_NOTICES],
            dates=desk.office.read(course_sessions, desk.term().id, course.id),
            today=desk.office.clock.today(),
            places=desk.office.read(course_places, course.id),
            invited=desk.office.read(invited, course.id),
            all_children=Others(desk, frozenset()),
        )


class Others:
    """The children who are not in a course yet; read when somebody looks for one, for there are hundreds."""

    def __init__(self, desk: Desk, inside: frozenset[int]) -> None:
        self._desk, self._inside = desk, inside

    def __call__(self) -> Sequence[Sought]:
        rows = self._desk.office.read(pupils.pupils, self._desk.term().id, self._desk.today())
        return [
            Sought(row.id, " · ".join(part for part in (row.name, row.class_name) if part), row.search_key)
            for row in rows
            if not row.left and row.id not in self._inside
        ]


def _from_the_start(child: enrolments.ParticipantRow, first: date) -> bool:
    return child.starts is not None and child.starts <= first


def read(desk: Desk) -> Read:
    """Read everything the screen shows, as of today in the half-year."""
    office, term, day = desk.office, desk.term(), desk.today()
    rows = office.read(courses.courses, term.id, day)
    year_groups = tuple((row.id, row.label) for row in office.read(classes.year_groups))
    school_classes = office.read(classes.classes, term.school_year_id, day)
    found = checks.still_open(desk.watch.findings())
    troubles = Counter(course for finding in found if finding.severity == "error" for course in _at_fault(finding))
    return Read(
        courses=[replace(row, troubles=troubles[row.id]) if row.id in troubles else row for row in rows],
        offered=Offered(
            categories=tuple((row.id, row.name) for row in office.read(categories.categories, term.id)),
            year_groups=year_groups,
            classes=tuple((row.id, row.name) for row in school_classes),
            equipment=_equipment(desk, term.id),
            around=_around(desk, term),
        ),
        years=year_groups,
        class_years=tuple((row.id, row.year_group_id) for row in school_classes),
        clashing=frozenset(row.id for row in rows if row.id in troubles),
        term_name=term.name,
        term_starts=term.starts,
    )


def _at_fault(finding: Finding) -> tuple[int, ...]:
    """Return the courses that stand red for a finding: where one of their meetings or they themselves are wrong."""
    return finding.courses if finding.meetings or finding.subject[0] == "course" else ()


def _around(desk: Desk, term: frame.TermRow) -> Surroundings:
    people = desk.office.read(staff.staff, term.id)
    return Surroundings(
        blocks=tuple(desk.office.read(frame.blocks, term.school_year_id)),
        rooms=tuple((room.id, _room(room)) for room in desk.office.read(rooms.rooms, term.id)),
        staff=tuple((row.id, full_name(row.surname, row.prefix, row.call_name)) for row in people),
    )


def _equipment(desk: Desk, term_id: int) -> tuple[str, ...]:
    """Return the words for equipment that rooms have, each once."""
    words = (word for room in desk.office.read(rooms.rooms, term_id) for word in tags(room.equipment))
    return tuple(sorted(dict.fromkeys(words), key=sort_key))


def _room(room: rooms.RoomRow) -> str:
    if room.seats is None:
        return room.code
    return _("{room} ({seats} seats)", room=room.code, seats=room.seats)


def _notice(finding: Finding, course_id: int) -> Notice:
    """Return a finding as a card; it leads to the other side of the conflict."""
    tone = TONES[finding.severity]
    other = next((course for course in finding.courses if course != course_id), None)
    kind, key = finding.mend
    if other is not None and kind in ("meeting", "course"):  # a paper that two courses need is no other side
        return Notice(str(finding.message), tone, _("Show the other course"), Place("courses", other))
    if kind not in _PLACES or (kind, key) == ("course", course_id):
        kind, key = finding.subject
    if (kind, key) == ("course", course_id) or kind not in _PLACES:
        return Notice(str(finding.message), tone)
    return Notice(str(finding.message), tone, str(SHOW[kind]), Place(_PLACES[kind], key))
