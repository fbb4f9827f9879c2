"""The offer of a large school, made up by chance but as schools are: 150 courses, 90 leaders, 60 rooms, 15 blocks."""

import random
from dataclasses import replace
from datetime import date

from ganztag.domain.settings import Settings
from ganztag.planning.offer import (
    Block,
    Child,
    Course,
    Enrolment,
    Leader,
    Meeting,
    Offer,
    Room,
    Window,
    Wish,
)

COURSES, LEADERS, ROOMS, CHILDREN = 150, 90, 60, 1200
_TIMES = ((810, 870), (880, 940), (950, 1010))
_SPECIAL = (("Halle", 4), ("Werkbank", 3), ("Küche", 2), ("Klavier", 3), ("Computer", 4))
_YEARS = tuple(range(1, 7))


def large_offer(seed: int = 1, *, placed: int = 0, wishes: bool = False, enrolled: bool = False) -> Offer:
    """Return the offer; the first *placed* courses have their places already, the others wait.

    With *enrolled* each child is in two of the courses, with *wishes* it wished for three in different blocks.
    """
    draw = random.Random(seed)
    blocks = tuple(
        Block(number, 1 + number // 3, *_TIMES[number % 3], name=f"{1 + number % 3}. Block") for number in range(15)
    )
    blocks = tuple(replace(block, id=block.id + 1) for block in blocks)
    rooms = tuple(_room(draw, number) for number in range(1, ROOMS + 1))
    leaders = tuple(_leader(draw, number) for number in range(1, LEADERS + 1))
    courses = tuple(_course(draw, number, blocks, rooms) for number in range(1, COURSES + 1))
    children = tuple(Child(number, f"Kind {number}", 1 + number % 6) for number in range(1, CHILDREN + 1))
    offer = Offer(
        date(2026, 8, 27),
        date(2027, 1, 29),
        date(2026, 9, 14),
        courses=courses,
        blocks=blocks,
        rooms=rooms,
        leaders=leaders,
        children=children,
        years={year: str(year) for year in _YEARS},
        settings=Settings(travel_minutes=15),
    )
    if enrolled:
        offer = replace(offer, enrolments=_enrolments(draw, offer))
    if wishes:
        offer = replace(offer, wishes=_wishes(draw, offer))
    return replace(offer, meetings=_placed(draw, offer, placed))


def _room(draw: random.Random, number: int) -> Room:
    special = [kind for kind, count in _SPECIAL for _one in range(count)]
    equipment = frozenset({special[number - 1]}) if number <= len(special) else frozenset()
    closed = tuple(Window(day, 0, 900, reason="Unterricht") for day in range(1, 6) if draw.random() < 0.15)
    return Room(
        number,
        f"R {number:03d}",
        places=draw.choice((14, 16, 20, 24, 28)),
        building="Neubau" if number % 5 == 0 else "Altbau",
        equipment=equipment,
        cleanup=10 if equipment else 0,
        windows=closed,
    )


def _leader(draw: random.Random, number: int) -> Leader:
    days = draw.sample(range(1, 6), draw.randint(1, 4))
    windows = () if draw.random() < 0.3 else tuple(Window(day, 0, 1440, available=True) for day in days)
    return Leader(number, f"Person {number:02d}", max_minutes=draw.choice((None, 120, 180)), windows=windows)


def _course(draw: random.Random, number: int, blocks: tuple[Block, ...], rooms: tuple[Room, ...]) -> Course:
    kind = draw.choice([name for name, _count in _SPECIAL] + [""] * 9)
    equipment = frozenset({kind} - {""})
    some = tuple(sorted(block.id for block in draw.sample(blocks, draw.randint(3, 9))))
    fitting = [room.id for room in rooms if equipment <= room.equipment]
    wanted = tuple(sorted(draw.sample(fitting, min(len(fitting), 3)))) if draw.random() < 0.25 else ()
    size = draw.choice((10, 12, 16, 20))
    return Course(
        number,
        f"Kurs {number:03d}",
        min_size=6,
        max_size=size,
        year_groups=frozenset(range(first := draw.randint(1, 5), first + 2)),
        equipment=equipment,
        meetings_wanted=2 if draw.random() < 0.12 else 1,
        blocks=some if draw.random() < 0.6 else (),
        rooms=wanted,
        leaders=tuple(draw.sample(range(1, LEADERS + 1), draw.choice((1, 1, 2)))),
    )


def _enrolments(draw: random.Random, offer: Offer) -> tuple[Enrolment, ...]:
    found = []
    for child in offer.children:
        own = [course.id for course in offer.courses if child.year_group in course.year_groups]
        found += [Enrolment(child.id, course) for course in draw.sample(own, min(2, len(own)))]
    return tuple(found)


def _wishes(draw: random.Random, offer: Offer) -> tuple[Wish, ...]:
    found = []
    for child in offer.children:
        own = [course.id for course in offer.courses if child.year_group in course.year_groups]
        for rank, course in enumerate(draw.sample(own, min(3, len(own)))):
            found.append(Wish(child.id, course, rank + 1, 1))
    return tuple(found)


def _placed(draw: random.Random, offer: Offer, count: int) -> tuple[Meeting, ...]:
    """Place some courses at random, without looking at anything but who is free."""
    found: list[Meeting] = []
    taken: set[tuple[object, int]] = set()
    for course in offer.courses[:count]:
        for block in draw.sample(offer.blocks, len(offer.blocks)):
            rooms = [
                room for room in offer.rooms if course.equipment <= room.equipment and (room.id, block.id) not in taken
            ]
            leader = course.leaders[0]
            if (
                rooms
                and ("leader", leader * 100 + block.id) not in taken
                and (not course.blocks or block.id in course.blocks)
            ):
                room = draw.choice(rooms)
                taken |= {(room.id, block.id), ("leader", leader * 100 + block.id)}
                found.append(
                    Meeting(
                        len(found) + 1, course.id, block.weekday, block.starts, block.ends, block.id, room.id, (leader,)
                    )
                )
                break
    return tuple(found)
