"""Small cases of an exchange, written as people say them."""

from collections.abc import Mapping, Sequence

from ganztag.planning.exchanges.case import Case, Option, Room

SLOT = 1


def case(
    wishes: Mapping[int, Sequence[int]],
    now: Mapping[int, int],
    sizes: Mapping[int, int],
    queue: Sequence[tuple[int, int]] = (),
    least: int | None = None,
) -> Case:
    """Return a case in one slot: child -> courses, the best first; child -> course it is in; course -> places."""
    options = []
    for pupil, courses in wishes.items():
        for rank, course in enumerate(courses, start=1):
            options.append(Option(pupil, course, ((SLOT, rank),), ((1, 840, 900),), now.get(pupil) == course))
        if pupil in now and now[pupil] not in courses:
            options.append(Option(pupil, now[pupil], ((SLOT, None),), ((1, 840, 900),), now=True))
    rooms = tuple(Room(course, least, most) for course, most in sizes.items())
    return Case(tuple(options), rooms, tuple(queue))
