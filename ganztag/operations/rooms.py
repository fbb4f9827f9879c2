"""What can be done with rooms."""

from typing import Any

from ganztag.domain.courses import CourseRoom, Meeting
from ganztag.domain.objection import Objection
from ganztag.domain.rooms import Room
from ganztag.domain.school import SchoolClass
from ganztag.domain.sessions import SessionChange
from ganztag.language import N_
from ganztag.operations.course_rules import refuse_only_choice
from ganztag.operations.editing import change, renewed
from ganztag.operations.operation import Operation, Work


def add(code: str, **values: Any) -> Operation[int]:
    """Add a room; objects to an empty or a second code."""

    def run(work: Work) -> int:
        room = renewed(Room(code=code.strip(), **values))
        check(work, room)
        return work.add(room).id

    return Operation(N_("Add room {room}", room=code), run)


def edit(room_id: int, named: str, /, **values: Any) -> Operation[int]:
    """Set fields of a room; *named* is its code for the history."""
    return change(Room, room_id, values, N_("Change room {room}", room=named), rule=check)


def duplicate(room_id: int, code: str) -> Operation[int]:
    """Add a room like this one, under a code of its own."""

    def run(work: Work) -> int:
        old = work.get(Room, room_id)
        taken = {room.code for room in work.all(Room)}
        number = next(n for n in range(2, len(taken) + 3) if f"{old.code} ({n})" not in taken)
        copy = Room(
            code=f"{old.code} ({number})",
            name=old.name,
            seats=old.seats,
            equipment=old.equipment,
            building=old.building,
            part_of_id=old.part_of_id,
            several_courses=old.several_courses,
            note=old.note,
            setup_minutes=old.setup_minutes,
            cleanup_minutes=old.cleanup_minutes,
        )
        return work.add(renewed(copy)).id

    return Operation(N_("Duplicate room {room}", room=code), run)


def delete(room_id: int, code: str) -> Operation[None]:
    """Delete a room; objects where courses, single sessions, classes or parts of it need it."""

    def run(work: Work) -> None:
        needed = work.one(Meeting, room_id=room_id) or work.one(SchoolClass, room_id=room_id)
        if needed or work.one(Room, part_of_id=room_id):
            raise Objection(
                N_("Room {room} is still used.", room=code),
                advice=N_("Please give its courses, classes and parts another room first."),
            )
        if work.one(SessionChange, room_id=room_id):
            raise Objection(
                N_("Single sessions take place in room {room}, or did.", room=code),
                advice=N_("Please give them another room first, or bring them back to their series."),
            )
        refuse_only_choice(work, CourseRoom, "room_id", room_id)
        work.delete(work.get(Room, room_id))

    return Operation(N_("Delete room {room}", room=code), run)


def check(work: Work, room: Room) -> None:
    """Object to what a room cannot be."""
    if not room.code:
        raise Objection(N_("A room needs a name."))
    if any(other is not room and other.code == room.code for other in work.all(Room, code=room.code)):
        raise Objection(N_("There is already a room {room}.", room=room.code))
    if room.seats is not None and room.seats < 0:
        raise Objection(N_("A room cannot have fewer than no seats."))
    if room.setup_minutes < 0 or room.cleanup_minutes < 0:
        raise Objection(N_("Set-up and clean-up cannot take less than no time."))
    _check_parts(work, room)


def _check_parts(work: Work, room: Room) -> None:
    """Object to a room that would be part of itself, also in a roundabout way."""
    upper = room.part_of_id
    seen = {getattr(room, "id", None)}
    while upper is not None:
        if upper in seen:
            raise Objection(N_("Room {room} cannot be a part of itself.", room=room.code))
        seen.add(upper)
        upper = work.get(Room, upper).part_of_id
