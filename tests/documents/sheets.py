"""Invented sheets for the tests of the papers; nobody in them exists."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

from ganztag.queries.paper_rows import (
    AttendanceRow,
    AttendanceSheet,
    Block,
    ClassRow,
    ClassSheet,
    DayOff,
    Leaving,
    Mark,
    Meeting,
    Period,
    PersonName,
    PupilDay,
    SchoolDay,
    SchoolHead,
    SheetDate,
    Stay,
    StayKind,
    WeekPlan,
)

AS_OF = datetime(2026, 9, 14, 7, 42)  # noqa: DTZ001 -- a school's times are local
HEAD = SchoolHead("Schule am Kranichmoor", "Ganztagsgrundschule", "040 66969-110", "1. Halbjahr 2026/27")
OFF = (
    DayOff("Herbstferien", date(2026, 10, 19), date(2026, 10, 30)),
    DayOff("Weihnachtsferien", date(2026, 12, 21), date(2027, 1, 1)),
)
NAMES = (
    PersonName("Al-Khatib", "Layan", native="ليان الخطيب"),
    PersonName("Bektaş", "Emir Can"),
    PersonName("Dąbrowska", "Zofia"),
    PersonName("Hohenstein-Wiśniewska", "Maximiliane Charlotte", prefix="von"),
    PersonName("Köhler", "Jonathan"),
    PersonName("Lê", "Quang Huy"),
    PersonName("Mäkelä", "Aino"),
    PersonName("Martínez Ortega", "Lucía"),
    PersonName("Nguyễn", "Thị Minh Châu"),
    PersonName("O’Connor", "Niamh"),
    PersonName("Okonkwo", "Chidera"),
    PersonName("Papadopoulou", "Eleni"),
    PersonName("Sánchez Lüdemann-Großkreuz", "Valentina Esperanza"),
    PersonName("Шевченко", "Злата"),
    PersonName("Thiele", "Ben"),
    PersonName("Yıldırım", "Ayşe Nur"),
    PersonName("Öztürk", "Elif Su"),
    PersonName("Łukasiewicz", "Świętosława"),
    PersonName("Cohen", "Sara", native="שרה כהן"),
    PersonName("Ćosić", "Đorđe"),
)


def weekly(first: date, last: date, weekdays: tuple[int, ...], off: tuple[DayOff, ...] = OFF) -> tuple[date, ...]:
    """Return the days from *first* to *last* on *weekdays* (1 = Monday) that are not off."""
    days = (first + timedelta(days=n) for n in range((last - first).days + 1))
    return tuple(day for day in days if day.isoweekday() in weekdays and not any(o.first <= day <= o.last for o in off))


def names(count: int) -> list[PersonName]:
    """Return *count* names; those after the twenty real-looking ones carry a number."""
    return [
        NAMES[n] if n < len(NAMES) else PersonName(f"{NAMES[n % 20].surname} {n}", NAMES[n % 20].call_name)
        for n in range(count)
    ]


def children(count: int, weekdays: tuple[int, ...] = (2,), marked: tuple[date, ...] = ()) -> tuple[AttendanceRow, ...]:
    made = []
    for n, name in enumerate(names(count)):
        at = time(15, 30) if n % 10 == 4 else time(16, 0)
        leaving = tuple(Leaving(weekday, at, ("abgeholt", "allein", "Bus")[n % 3]) for weekday in weekdays)
        marks = tuple(
            (day, (Mark.PRESENT, Mark.EXCUSED, Mark.ABSENT)[0 if n % 7 else k % 3]) for k, day in enumerate(marked)
        )
        made.append(AttendanceRow(name, f"{3 + n % 2}{'abc'[n % 3]}", leaving, marks=marks))
    return tuple(made)


def attendance(count: int = 16, weekdays: tuple[int, ...] = (2,), **changes: object) -> AttendanceSheet:
    """Return a course on *weekdays* with *count* children from 25.8.2026 to 26.1.2027."""
    days = weekly(date(2026, 8, 25), date(2027, 1, 26), weekdays)
    rows = list(children(count, weekdays, days[:3]))
    if count > 10:
        rows[8] = _changed(rows[8], periods=(Period(None, date(2026, 9, 29)),))
        rows[10] = _changed(rows[10], periods=(Period(date(2026, 9, 22), None),), marks=())
        rows[4] = _changed(rows[4], remark="Sport 15:45")
    fields = {
        "head": HEAD,
        "number": "213",
        "title": "Töpfern und Keramik",
        "as_of": AS_OF,
        "meetings": tuple(
            Meeting(w, time(14, 45), time(15, 45), "Block 2", "W1 Werkraum, Haus B", ("Katarzyna Wiśniewska",))
            for w in weekdays
        ),
        "max_size": 18,
        "trial_until": date(2026, 9, 15),
        "dates": tuple(SheetDate(day, "Zeugniskonferenz" if day == date(2026, 11, 24) else "") for day in days),
        "days_off": OFF,
        "rows": tuple(rows),
    }
    return AttendanceSheet(**{**fields, **changes})  # type: ignore[arg-type]


def _changed(row: AttendanceRow, **changes: object) -> AttendanceRow:
    return replace(row, **changes)  # type: ignore[arg-type]


BLOCK_1, BLOCK_2 = Block("Block 1", time(13, 30), time(14, 30)), Block("Block 2", time(14, 45), time(15, 45))
WEEK = (*(SchoolDay(weekday, (BLOCK_1, BLOCK_2)) for weekday in (1, 2, 3)), SchoolDay(4, (BLOCK_1,)))
_COURSES = (
    ("Fußball", "TH1", "Turnhalle 1", "Herr Owusu", "#1F7A4D"),
    ("Töpfern und Keramik", "W1", "W1 Werkraum", "Frau Wiśniewska", "#B5562B"),
    ("Chor", "Musik", "Musikraum", "Frau Lindholm", "#6B3FA0"),
    ("Robotik", "2.11", "2.11", "Herr Demirci", "#2F5BD0"),
    ("Türkisch", "1.05", "1.05", "Herr Demirci", "#2F5BD0"),
    ("Trommeln", "Musik", "Musikraum", "Herr Owusu", "#6B3FA0"),
)


def stay(number: int, block: Block, last: Block | None = None, **changes: object) -> Stay:
    """Return a stay in a course; every third number is study time in the class's own room 2.07."""
    end = (last or block).ends
    if number % 3 == 2:
        study = Stay(block.starts, end, "Lernzeit", kind=StayKind.STUDY, room="2.07", colour="#5B6672")
        return replace(study, **changes)  # type: ignore[arg-type]
    title, room, room_name, leader, colour = _COURSES[number % len(_COURSES)]
    course = Stay(
        block.starts, end, title, title.split()[0][:10], StayKind.COURSE, room, room_name, (leader,), "", colour
    )
    return replace(course, **changes)  # type: ignore[arg-type]


def lunch() -> Stay:
    return Stay(time(13, 0), time(13, 30), "Mittagessen", kind=StayKind.LUNCH)


def pupil_days(number: int) -> tuple[PupilDay, ...]:
    """Return a child's week: the numbers 0, 1, 2, ... have different ones."""
    monday = PupilDay(1, True, (lunch(), stay(number, BLOCK_1), stay(number + 2, BLOCK_2)), time(16), "abgeholt")
    tuesday = PupilDay(2, True, (lunch(), stay(number + 1, BLOCK_1)), time(14, 30), "abgeholt")
    kitchen = Stay(
        time(13, 30), time(15, 45), "Kochen aus aller Welt", "Kochen", StayKind.COURSE, "Küche", "Schulküche",
        ("Frau Rahimi", "Herr Brinkmann"), "Bitte Schürze mitbringen", "#B5562B",
    )  # fmt: skip
    wednesday = PupilDay(3, True, (lunch(), kitchen), time(16), "abgeholt")
    thursday = PupilDay(4, True, (lunch(),), time(15), "allein zu Fuß")
    if number % 4 == 1:
        thursday = PupilDay(4, True, (stay(number, BLOCK_1),), None, "")
    if number % 5 == 3:
        wednesday = PupilDay(3, False, (), time(13), "Bus")
    return monday, tuesday, wednesday, thursday


def school_class(count: int = 27, **changes: object) -> ClassSheet:
    rows = tuple(ClassRow(name, pupil_days(n)) for n, name in enumerate(names(count)))
    fields = {
        "head": HEAD,
        "name": "4b",
        "as_of": AS_OF,
        "days": WEEK,
        "rows": rows,
        "room": "2.07",
        "teachers": ("Herr Demirci", "Frau Vogel"),
        "notes": ("Donnerstag nur Block 1.", "Freitag gehen alle um 13:00 Uhr."),
    }
    return ClassSheet(**{**fields, **changes})  # type: ignore[arg-type]


def week_plan(number: int = 16, **changes: object) -> WeekPlan:
    fields = {
        "head": HEAD,
        "name": names(number + 1)[number],
        "class_name": "4b",
        "as_of": AS_OF,
        "week": (*WEEK, SchoolDay(5)),
        "days": (*pupil_days(number), PupilDay(5, False, (), time(13, 30), "abgeholt")),
        "pick_up": ("Gülay Karadağlı", "Murat Öztürk"),
        "notes": ("Donnerstag ab 5.11. bis 16:00 (Schach).",),
    }
    return WeekPlan(**{**fields, **changes})  # type: ignore[arg-type]
