"""Rooms: how many fit in, what is there, and what they are part of."""

from dataclasses import dataclass, field

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

    def renew_search_key(self) -> None:
        self.search_key = search_key(self.code, self.name, self.equipment, self.building)


def full_room_name(code: str, name: str) -> str:
    """Return how people find a room: ``W1 Werkraum``; a name that begins with the code stands alone: ``Aula``."""
    if name.casefold().startswith(code.casefold()):
        return name
    return f"{code} {name}".strip()
