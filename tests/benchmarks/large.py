"""A large school in a real file: 1,200 children, 150 courses, 90 leaders, 60 rooms, five days of three blocks.

Made in one deed of bulk inserts, the same every time. What a school has is in it: bookings, times of going home,
wishes, enrolments, papers, contracts, times at which rooms and leaders are not there, and a handful of conflicts.
"""

from datetime import date, time
from pathlib import Path
from random import Random

from ganztag.domain.ballots import Ballot, BallotBlock, BallotPaper, Wish
from ganztag.domain.clock import Clock
from ganztag.domain.contracts import Contract
from ganztag.domain.courses import Category, Course, CourseYearGroup, Meeting, MeetingLeader, Offer
from ganztag.domain.enrolment import Enrolment
from ganztag.domain.pupils import Booking, ClassMembership, LeaveTime, Pupil
from ganztag.domain.rooms import Room, RoomTime
from ganztag.domain.school import School, SchoolClass, YearGroup
from ganztag.domain.school_year import DayOff, Term, TimeBlock
from ganztag.domain.staff import Staff, StaffTime
from ganztag.domain.staff_papers import Requirement, StaffPaper
from ganztag.language import N_
from ganztag.operations.founding import add_school_year
from ganztag.operations.office import Office
from ganztag.operations.operation import Operation, Work
from ganztag.storage.file import SchoolFile

PUPILS, COURSES, LEADERS, ROOMS = 1200, 150, 90, 60
DAYS, BLOCKS = (
    (1, 2, 3, 4, 5),
    ((time(13, 30), time(14, 30)), (time(14, 40), time(15, 40)), (time(15, 50), time(16, 50))),
)
_SYLLABLES = ("ba", "ke", "lö", "mi", "nu", "ra", "sa", "te", "vi", "ze", "schö", "dø", "ñu", "lin", "mar")


def new_large_school(path: Path, clock: Clock) -> Office:
    """Make the file; half-year 1 of 2026/27 is being worked on."""
    office = Office(SchoolFile.create(path, clock), clock)
    office.do(Operation(N_("Found the sample school"), fill))
    office.forget()
    return office


def fill(work: Work) -> None:
    chance = Random(1200)
    school = work.add(School(name="Große Schule", land="HH"))
    term = add_school_year(work, date(2026, 9, 1), "HH")[0]
    school.term_id = term.id
    work.insert(DayOff, [{"name": "Studientag", "starts": date(2026, 11, 16), "ends": date(2026, 11, 16)}])
    years = _years(work)
    blocks = _blocks(work, term)
    rooms, leaders = _rooms(work, chance), _leaders(work, chance, term)
    courses = _courses(work, chance, term, years)
    at = _meetings(work, chance, courses, (blocks, rooms, leaders))
    children = _children(work, chance, term, years)
    _bookings(work, chance, children)
    _choose(work, chance, term, (children, courses, at, blocks))


def _years(work: Work) -> list[int]:
    work.remove(YearGroup)
    return work.insert(YearGroup, [{"label": str(n), "position": n} for n in range(1, 11)])


def _blocks(work: Work, term: Term) -> list[int]:
    """Add the blocks; the one of day d (from 0) and number n is at 3 * d + n."""
    work.remove(TimeBlock)
    rows = [
        {"school_year_id": term.school_year_id, "weekday": day, "starts": starts, "ends": ends, "name": f"{n}. Block"}
        for day in DAYS
        for n, (starts, ends) in enumerate(BLOCKS, start=1)
    ]
    return work.insert(TimeBlock, rows)


def _rooms(work: Work, chance: Random) -> list[int]:
    equipment = ("Beamer", "Klavier", "Beamer, Klavier", "Werkbänke", "")
    rows = [
        {"code": f"R {n:03d}", "seats": chance.choice((26, 28, 30, 30)), "equipment": chance.choice(equipment),
         "building": f"Haus {'ABC'[n % 3]}", "several_courses": n % 20 == 19, "search_key": f"r {n:03d}"}
        for n in range(ROOMS)
    ]  # fmt: skip
    keys = work.insert(Room, rows)
    busy = [
        {"room_id": key, "weekday": day, "opens": time(8), "closes": time(13, 15), "reason": "Unterricht"}
        for key in keys
        for day in DAYS
    ]
    work.insert(RoomTime, busy)
    return keys


def _leaders(work: Work, chance: Random, term: Term) -> list[int]:
    kinds = ("teacher", "teacher", "freelancer", "volunteer")
    rows = [
        {"surname": _name(chance), "call_name": _name(chance), "kind": kinds[n % 4], "code": f"L{n}",
         "max_minutes": 360, "search_key": f"l{n}"}
        for n in range(LEADERS)
    ]  # fmt: skip
    keys = work.insert(Staff, rows)
    work.insert(
        StaffTime,
        [{"staff_id": key, "weekday": day, "opens": time(8), "closes": time(13)} for key in keys for day in DAYS],
    )
    work.insert(
        Contract,
        [
            {"staff_id": key, "number": f"HON{n}", "starts": term.starts, "ends": term.ends, "rate_cents": 2500}
            for n, key in enumerate(keys)
            if n % 4 in (2, 3)
        ],
    )
    if not work.all(Requirement):
        work.insert(Requirement, [{"name": name} for name in ("Führungszeugnis", "Masernschutz", "Belehrung § 35")])
    seen = date(2026, 5, 4)
    asked = work.all(Requirement)
    papers = [{"staff_id": key, "requirement_id": one.id, "seen": seen} for key in keys for one in asked]
    work.insert(StaffPaper, papers)
    return keys


def _courses(work: Work, chance: Random, term: Term, years: list[int]) -> list[int]:
    categories = work.insert(Category, [{"name": f"Bereich {n}", "colour": n, "position": n} for n in range(8)])
    titles = [f"{_name(chance)} und {_name(chance)} {n}" for n in range(COURSES)]
    offers = work.insert(Offer, [{"title": title} for title in titles])
    rows = [
        {"offer_id": offers[n], "school_year_id": term.school_year_id, "term_id": term.id, "number": str(100 + n),
         "title": title, "short_name": f"K{n}", "description": "Was wir machen.", "category_id": categories[n % 8],
         "min_size": 8, "max_size": 26, "meetings_wanted": 1, "search_key": f"{100 + n} {title.casefold()}"}
        for n, title in enumerate(titles)
    ]  # fmt: skip
    keys = work.insert(Course, rows)
    links = [
        {"course_id": key, "year_group_id": year}
        for n, key in enumerate(keys)
        for year in (years[:5] if n % 2 else years[5:])
    ]
    work.insert(CourseYearGroup, links)
    return keys


def _meetings(
    work: Work, chance: Random, courses: list[int], frame: tuple[list[int], list[int], list[int]]
) -> dict[int, int]:
    """Add a meeting for each course, ten a block; return course -> place of its block. Some rooms are taken twice."""
    blocks, rooms, leaders = frame
    at = {course: (n + n // 90) % 15 for n, course in enumerate(courses)}  # a leader of two is in two blocks
    rows = [
        {"course_id": course, "time_block_id": blocks[at[course]],
         "room_id": rooms[0] if n in (15, 30) else rooms[(n // 15 * 6 + n % 15 * 4) % ROOMS]}
        for n, course in enumerate(courses)
    ]  # fmt: skip
    meetings = work.insert(Meeting, rows)
    led = [{"meeting_id": key, "staff_id": leaders[n % LEADERS]} for n, key in enumerate(meetings)]
    second = [
        {"meeting_id": key, "staff_id": leaders[(n + 40) % LEADERS]} for n, key in enumerate(meetings) if not n % 5
    ]
    work.insert(MeetingLeader, led + second)
    return at


def _children(work: Work, chance: Random, term: Term, years: list[int]) -> list[tuple[int, int]]:
    """Add the children, 24 a class; return each with the place of its year group."""
    names = [f"{n}{letter}" for n in range(1, 11) for letter in "abcde"]
    work.remove(SchoolClass)
    classes = work.insert(
        SchoolClass,
        [{"school_year_id": term.school_year_id, "name": n, "year_group_id": years[int(n[:-1]) - 1]} for n in names],
    )
    rows = [
        {"surname": _name(chance), "call_name": _name(chance), "year_group_id": years[n // 120], "search_key": f"k{n}"}
        for n in range(PUPILS)
    ]
    keys = work.insert(Pupil, rows)
    work.insert(ClassMembership, [{"pupil_id": key, "school_class_id": classes[n // 24]} for n, key in enumerate(keys)])
    return [(key, n // 120) for n, key in enumerate(keys)]


def _bookings(work: Work, chance: Random, children: list[tuple[int, int]]) -> None:
    days = {key: chance.sample(DAYS, chance.choice((2, 3, 3, 4))) for key, _year in children}
    work.insert(Booking, [{"pupil_id": key, "weekday": day} for key, found in days.items() for day in found])
    leaves = [
        {"pupil_id": key, "weekday": day, "time": time(16) if chance.random() < 0.03 else time(17)}
        for key, found in days.items()
        for day in found
    ]
    work.insert(LeaveTime, leaves)


def _choose(
    work: Work, chance: Random, term: Term, school: tuple[list[tuple[int, int]], list[int], dict[int, int], list[int]]
) -> None:
    """Let each child wish for three courses on each of its days, and put it into one of them where there is room."""
    children, courses, at, blocks = school
    ballot = work.add(Ballot(term_id=term.id, name="Wahl"))
    work.insert(BallotBlock, [{"ballot_id": ballot.id, "time_block_id": block} for block in blocks])
    work.insert(BallotPaper, [{"ballot_id": ballot.id, "pupil_id": key, "state": "given"} for key, _year in children])
    booked: dict[int, list[int]] = {}
    for row in work.all(Booking):
        booked.setdefault(row.pupil_id, []).append(row.weekday)
    left = dict.fromkeys(courses, 26)
    wishes, enrolments = [], []
    for key, year in children:
        for day in booked[key]:
            here = [c for n, c in enumerate(courses) if at[c] // 3 == day - 1 and (n % 2 == 1) == (year < 5)]
            block = at[chance.choice(here)]
            wanted = [course for course in here if at[course] == block]
            for rank, course in enumerate(wanted[:3], start=1):
                wishes.append(
                    {"ballot_id": ballot.id, "pupil_id": key, "time_block_id": blocks[block], "course_id": course,
                     "rank": rank}
                )  # fmt: skip
            got = next((course for course in wanted if left[course]), None)
            if got is not None:
                left[got] -= 1
                enrolments.append({"pupil_id": key, "course_id": got, "starts": term.starts, "ends": None, "rank": 1})
    work.insert(Wish, wishes)
    work.insert(Enrolment, enrolments)


def _name(chance: Random) -> str:
    return "".join(chance.choices(_SYLLABLES, k=3)).title()
