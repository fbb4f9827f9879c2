"""The sample school's offer: categories, rooms, leaders, blocks, and 45 courses on four afternoons."""

from dataclasses import dataclass
from datetime import time
from random import Random
from typing import Any

from ganztag.domain.courses import Category, Course, CourseYearGroup, Meeting, MeetingLeader, Offer
from ganztag.domain.rooms import Room
from ganztag.domain.school import YearGroup
from ganztag.domain.school_year import Term, TimeBlock
from ganztag.domain.search import search_key
from ganztag.domain.staff import Staff
from ganztag.domain.text import short_name
from ganztag.operations.operation import Work
from ganztag.operations.sample.names import LEADERS

_CATEGORIES = ("Sport", "Kunst und Werken", "Musik und Bühne", "Technik", "Sprachen", "Natur", "Medien", "Kochen")
# (code, name, seats, equipment, several courses at once)
_ROOMS = (
    ("R 012", "Schulküche", 16, "Herde, Kühlschrank", False), ("R 101", "", 28, "Tafel", False),
    ("R 102", "", 28, "Tafel", False), ("R 103", "", 28, "Tafel", False), ("R 104", "", 28, "Beamer", False),
    ("R 105", "", 28, "Beamer", False), ("R 112", "Fotolabor", 15, "Kameras", False), ("R 201", "", 30, "", False),
    ("R 202", "", 30, "", False), ("R 203", "", 30, "Beamer", False), ("R 210", "Physik", 24, "Versuche", False),
    ("Info 1", "Informatikraum 1", 18, "18 PCs", False), ("Info 2", "Informatikraum 2", 16, "16 PCs, Lego", False),
    ("Werkr.", "Werkraum", 16, "Werkbänke, Brennofen", False), ("Textil", "Textilraum", 14, "Nähmaschinen", False),
    ("Musik", "Musikraum", 30, "Klavier, Schlagzeug", False), ("Aula", "Aula", 200, "Bühne, Klavier", False),
    ("Halle A", "Sporthalle A", 60, "Geräte", True), ("Halle B", "Sporthalle B", 60, "Geräte", True),
    ("Platz", "Sportplatz", 60, "", True), ("Hof", "Innenhof", 60, "Beete", True),
    ("Kletter", "Kletterhalle", 24, "Wand, Seile", False), ("Bib", "Bibliothek", 25, "Bücher", False),
    ("Mensa", "Mensa", 120, "", True),
)  # fmt: skip
# (title, category, room, leader, days, from year, to year, least, most)
_COURSES: tuple[tuple[str, int, int | None, int | None, tuple[int, ...], int, int, int, int], ...] = (
    ("Robotik mit Lego", 3, 12, 0, (1,), 5, 8, 8, 16), ("Bouldern", 0, 21, 12, (1,), 5, 10, 6, 12),
    ("Kochen aus aller Welt", 7, 0, 6, (1,), 5, 10, 8, 14), ("Chor", 2, 15, 14, (1,), 5, 10, 10, 30),
    ("Schach I für Anfänger", 3, 2, 15, (1,), 5, 7, 6, 16), ("Fußball Jahrgang 5/6", 0, 19, 22, (1,), 5, 6, 10, 24),
    ("Schülerzeitung", 6, 4, 3, (1,), 7, 10, 6, 15), ("Türkisch für Anfänger", 4, 5, 10, (1,), 5, 10, 6, 15),
    ("Nähen und Sticken", 1, 14, 18, (1,), 5, 10, 5, 12), ("Tanzen", 0, 16, 19, (1,), 5, 10, 8, 24),
    ("Imkern", 5, 20, 23, (1,), 6, 10, 6, 10), ("Theater: Ein Sommernachtstraum", 2, 16, 8, (1, 3), 7, 10, 8, 18),
    ("Keramik und Töpfern", 1, 13, 1, (2,), 5, 8, 6, 12), ("Volleyball", 0, 17, 12, (2,), 7, 10, 10, 20),
    ("Programmieren mit Python", 3, 11, 0, (2,), 7, 10, 6, 15), ("Fotografie", 6, 6, 11, (2,), 6, 10, 6, 14),
    ("Bläserklasse 6", 2, 15, 14, (2,), 6, 6, 6, 20), ("Schulgarten", 5, 20, 23, (2,), 5, 8, 6, 14),
    ("Erste Hilfe", 5, 9, 24, (2,), 7, 10, 6, 15), ("Badminton", 0, 18, 13, (2,), 5, 10, 8, 16),
    ("Manga zeichnen", 1, 7, 5, (2,), 5, 10, 6, 18), ("Backen", 7, 0, 16, (2,), 5, 6, 6, 14),
    ("Spanisch A1", 4, 5, 2, (2,), 7, 10, 6, 16), ("Gitarre", 2, 8, 17, (2, 4), 5, 10, 5, 10),
    ("Modellbau", 3, 2, 15, (3,), 5, 8, 6, 12), ("Basketball", 0, 17, 22, (3,), 5, 10, 10, 20),
    ("3D-Druck und Löten", 3, 10, 20, (3,), 7, 10, 6, 12), ("Trommeln", 2, 15, 17, (3,), 5, 8, 6, 14),
    ("Podcast und Radio", 6, 4, 11, (3,), 7, 10, 6, 12), ("Upcycling-Werkstatt", 1, 13, 1, (3,), 5, 10, 6, 12),
    ("Judo", 0, 18, 13, (3,), 5, 7, 8, 18), ("Ukrainisch kochen", 7, 0, 4, (3,), 5, 10, 6, 14),
    ("Debattieren", 4, 9, 9, (3,), 8, 10, 6, 16), ("Naturforscher", 5, 20, 23, (3,), 5, 6, 6, 15),
    ("Yoga", 0, 16, 19, (4,), 5, 10, 6, 20), ("Handball", 0, 17, 22, (4,), 5, 8, 10, 20),
    ("Band", 2, 15, 17, (4,), 7, 10, 5, 10), ("Trickfilm", 6, 11, 11, (4,), 5, 8, 6, 14),
    ("Französisch – Conversation", 4, 5, 9, (4,), 8, 10, 6, 15),
    ("Schach II für Fortgeschrittene", 3, 2, 15, (4,), 6, 10, 6, 16),
    ("Parkour", 0, 18, 13, (4,), 5, 10, 8, 18), ("Malen und Drucken", 1, 7, 5, (4,), 5, 8, 6, 16),
    ("Jugend forscht", 3, 10, 20, (4,), 7, 10, 5, 10), ("Lesen und Vorlesen", 4, 22, 7, (4,), 5, 6, 6, 15),
    ("Sanitätsdienst", 5, None, None, (4,), 8, 10, 6, 12),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Frame:
    """What courses are made of."""

    categories: list[int]
    rooms: list[int]
    leaders: list[int]
    offers: list[int]
    years: dict[int, int]
    blocks: dict[tuple[int, int], int]  # (school year, weekday) -> block


@dataclass(frozen=True, slots=True)
class SampleCourse:
    id: int
    days: tuple[int, ...]
    blocks: tuple[int, ...]
    years: frozenset[int]
    places: int


def add_frame(work: Work, before: Term, now: Term) -> Frame:
    """Add categories, rooms, leaders, offers and the blocks of both school years."""
    categories = work.insert(
        Category, [{"name": name, "colour": n, "position": n} for n, name in enumerate(_CATEGORIES)]
    )
    rooms = work.insert(
        Room,
        [
            {"code": code, "name": name, "seats": seats, "equipment": equipment, "several_courses": several,
             "search_key": search_key(code, name, equipment)}
            for code, name, seats, equipment, several in _ROOMS
        ],
    )  # fmt: skip
    leaders = work.insert(Staff, [_leader(n, *row) for n, row in enumerate(LEADERS)])
    offers = work.insert(Offer, [{"title": row[0]} for row in _COURSES])
    years = {group.position: group.id for group in work.all(YearGroup)}
    blocks = {}
    for term in (before, now):
        rows = [
            {"school_year_id": term.school_year_id, "weekday": day, "starts": time(14), "ends": time(15, 30),
             "name": "1. Block"}
            for day in (1, 2, 3, 4)
        ]  # fmt: skip
        for day, key in enumerate(work.insert(TimeBlock, rows), start=1):
            blocks[term.school_year_id, day] = key
    return Frame(categories, rooms, leaders, offers, years, blocks)


def _leader(number: int, code: str, call_name: str, surname: str, kind: str) -> dict[str, Any]:
    return {
        "code": code,
        "call_name": call_name,
        "surname": surname,
        "kind": kind,
        "phone": f"0170 5550 {300 + number}",
        "email": f"leitung{number + 1}@schule-am-lindenkanal.example",
        "search_key": search_key(code, call_name, surname),
    }


def add_courses(work: Work, chance: Random, term: Term, frame: Frame, *, finished: bool) -> list[SampleCourse]:
    """Add the courses of a half-year: all 45 now, two thirds of them in the one that is over."""
    made = []
    for index, row in enumerate(_COURSES):
        if finished and chance.random() < 0.33:
            continue
        made.append(_add_course(work, term, frame, index, row, "running" if finished else "offered"))
    return made


def _add_course(work: Work, term: Term, frame: Frame, index: int, row: tuple[Any, ...], status: str) -> SampleCourse:
    title, category, room, leader, days, first, last, least, most = row
    most += most // 8
    number = f"{days[0]}{index % 100:02d}"
    course = work.add(
        Course(
            offer_id=frame.offers[index], school_year_id=term.school_year_id, term_id=term.id, number=number,
            title=title, short_name=short_name(title), category_id=frame.categories[category], status=status,
            min_size=least, max_size=most, search_key=search_key(number, title, short_name(title)),
            description=f"{title}: ausprobieren, üben und am Ende des Halbjahres zeigen, was entstanden ist.",
        )
    )  # fmt: skip
    years = [frame.years[year] for year in range(first, last + 1)]
    if (first, last) != (5, 10):
        work.insert(CourseYearGroup, [{"course_id": course.id, "year_group_id": year} for year in years])
    blocks = tuple(frame.blocks[term.school_year_id, day] for day in days)
    for block in blocks:
        place = None if room is None else frame.rooms[room]
        meeting = work.add(Meeting(course_id=course.id, time_block_id=block, room_id=place))
        if leader is not None:
            work.insert(MeetingLeader, [{"meeting_id": meeting.id, "staff_id": frame.leaders[leader]}])
    return SampleCourse(course.id, days, blocks, frozenset(years), most)
