"""Where the sample school's rooms are, how long they take to set up, and when they are not free."""

from datetime import date, time

from ganztag.domain.rooms import Room, RoomTime
from ganztag.operations.operation import Work

_MAIN, _EAST, _SPORT = "Haupthaus", "Ostflügel", "Sporthalle"
_BUILDINGS = {
    _MAIN: ("R 101", "R 102", "R 103", "R 104", "R 105", "R 112", "R 201", "R 202", "R 203", "Aula", "Bib", "Mensa"),
    _EAST: ("R 012", "R 210", "Info 1", "Info 2", "Werkr.", "Textil", "Musik"),
    _SPORT: ("Halle A", "Halle B", "Kletter"),
}
_MINUTES = {"R 012": (10, 20), "Werkr.": (5, 10), "R 112": (10, 5)}  # set-up, clean-up
# (room, weekdays, from, to, why, until)
_TIMES = (
    ("Halle A", (1, 2, 3, 4, 5), time(8), time(13), "Sportunterricht", None),
    ("Halle B", (1, 2, 3, 4, 5), time(8), time(13), "Sportunterricht", None),
    ("Halle A", (1, 3), time(17), None, "Turnverein", None),
    ("Halle B", (2, 4), time(16, 30), None, "Judoclub", None),
    ("Mensa", (1, 2, 3, 4), time(12), time(14), "Mittagessen", None),
    ("Info 1", (2,), time(8), time(13, 20), "Informatik 9a, 9b", None),
    ("Aula", (5,), None, None, "Chorprobe der Gemeinde", None),
    ("Bib", (4,), time(15), time(16), "Bücherausgabe", None),  # while somebody reads there: it is to be seen
    ("R 203", (1,), time(14), time(16), "Förderunterricht", date(2026, 12, 18)),
)


def add_room_times(work: Work) -> None:
    """Give the rooms their buildings, minutes and times; nobody's course moves for it."""
    rooms = {room.code: room for room in work.all(Room)}
    for building, codes in _BUILDINGS.items():
        for code in codes:
            rooms[code].building = building
            rooms[code].renew_search_key()
    for code, (setup, cleanup) in _MINUTES.items():
        rooms[code].setup_minutes, rooms[code].cleanup_minutes = setup, cleanup
    rows = [
        {"room_id": rooms[code].id, "weekday": day, "opens": opens, "closes": closes, "reason": reason, "ends": ends}
        for code, days, opens, closes, reason, ends in _TIMES
        for day in days
    ]
    work.insert(RoomTime, rows)
