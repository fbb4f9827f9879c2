"""Rooms: how many fit in, what is there, and what they are part of."""

from dataclasses import dataclass, field
from datetime import date, time

from ganztag.domain.search import search_key


@dataclass(eq=False, kw_only=True)
class Room:
    id: int = field(init=False)
    code: str
    name: str = ""
    seats: int | None = None
    equipment: str = ""
    building: str = ""
    part_of_id: int | None = None
    several_courses: bool = False
    note: str = ""
    search_key: str = ""
    setup_minutes: int = 0
    cleanup_minutes: int = 0

    def renew_search_key(self) -> None:
        self.search_key = search_key(self.code, self.name, self.equipment, self.building)


@dataclass(eq=False, kw_only=True)
class RoomTime:
    """A time of the week at which a room is free for courses, or is not; without times: the whole day.

    A room with times at which it is free is free at no others. *source* is "own", or "untis" for imported lessons.
    """

    id: int = field(init=False)
    room_id: int
    weekday: int
    opens: time | None = None
    closes: time | None = None
    available: bool = False
    reason: str = ""
    source: str = "own"
    starts: date | None = None
    ends: date | None = None


def full_room_name(code: str, name: str) -> str:
    """Return how people find a room: ``W1 Werkraum``; a name that begins with the code stands alone: ``Aula``."""
    if name.casefold().startswith(code.casefold()):
        return name
    return f"{code} {name}".strip()
