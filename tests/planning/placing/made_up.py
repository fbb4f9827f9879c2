"""Small offers made up by chance, with everything that can stand in the way of a course."""

import random
from dataclasses import replace
from datetime import date

from ganztag.domain.settings import Settings
from ganztag.planning.offer import Block, Course, Enrolment, Leader, Meeting, Offer, Room, Window

FIRST, LAST = date(2026, 8, 1), date(2027, 1, 31)
MIDDLE = date(2026, 11, 1)


def made_up(seed: int, courses: int = 4) -> Offer:
    """Return an offer of two afternoons in which not everything has room."""
    draw = random.Random(seed)
    blocks = _blocks(draw)
    rooms = _rooms(draw)
    leaders = tuple(_leader(draw, number) for number in range(1, 1 + draw.randint(1, 3)))
    made = tuple(_course(draw, number, blocks, rooms, leaders) for number in range(1, 1 + courses))
    meetings = _meetings(draw, made, blocks, rooms, leaders)
    pupils = draw.randint(0, 4)
    enrolments = tuple(
        Enrolment(child, draw.randint(1, courses)) for child in range(1, 1 + pupils) for _twice in range(2)
    )
    return Offer(
        FIRST,
        LAST,
        FIRST,
        courses=made,
        meetings=meetings,
        blocks=blocks,
        rooms=rooms,
        leaders=leaders,
        enrolments=tuple(dict.fromkeys(enrolments)),
        settings=Settings(travel_minutes=draw.choice((0, 10))),
    )


def _blocks(draw: random.Random) -> tuple[Block, ...]:
    pause = draw.choice((0, 5, 20))
    times = [(weekday, 840 + place * (60 + pause)) for weekday in (1, 2) for place in (0, 1)]
    kept = times[: draw.randint(2, 4)]
    return tuple(Block(number, day, starts, starts + 60) for number, (day, starts) in enumerate(kept, start=1))


def _rooms(draw: random.Random) -> tuple[Room, ...]:
    if draw.random() < 0.05:
        return ()
    rooms = [
        Room(
            number,
            f"R{number}",
            places=draw.choice((None, 2, 10, 20)),
            building=draw.choice(("", "Altbau", "Neubau")),
            equipment=frozenset(draw.choice(((), ("Klavier",)))),
            setup=draw.choice((0, 0, 5)),
            cleanup=draw.choice((0, 0, 5)),
            windows=(Window(draw.randint(1, 2), 800, 900),) if draw.random() < 0.2 else (),
        )
        for number in range(1, 1 + draw.randint(1, 3))
    ]
    if len(rooms) > 1 and draw.random() < 0.4:
        rooms[1] = replace(rooms[1], part_of=1)
        rooms[0] = replace(rooms[0], shared=draw.random() < 0.3)
    if draw.random() < 0.3:
        rooms[-1] = replace(rooms[-1], shared=True)
    return tuple(rooms)


def _leader(draw: random.Random, number: int) -> Leader:
    window = Window(draw.randint(1, 2), available=draw.random() < 0.5)
    return Leader(
        number,
        f"L{number}",
        max_minutes=draw.choice((None, None, 60, 120)),
        windows=(window,) if draw.random() < 0.3 else (),
        ends=MIDDLE if draw.random() < 0.1 else None,
    )


def _course(
    draw: random.Random, number: int, blocks: tuple[Block, ...], rooms: tuple[Room, ...], leaders: tuple[Leader, ...]
) -> Course:
    some = [block.id for block in blocks if draw.random() < 0.6]
    return Course(
        number,
        f"K{number}",
        min_size=draw.choice((None, 3, 12)),
        max_size=draw.choice((None, 15)),
        starts=MIDDLE if draw.random() < 0.1 else None,
        equipment=frozenset({"Klavier"}) if draw.random() < 0.2 else frozenset(),
        meetings_wanted=draw.choice((1, 1, 1, 2)),
        blocks=tuple(some) if draw.random() < 0.4 else (),
        rooms=tuple(room.id for room in rooms if draw.random() < 0.7) if draw.random() < 0.3 else (),
        leaders=tuple(draw.sample([one.id for one in leaders], draw.randint(0, min(2, len(leaders))))),
    )


def _meetings(
    draw: random.Random,
    courses: tuple[Course, ...],
    blocks: tuple[Block, ...],
    rooms: tuple[Room, ...],
    leaders: tuple[Leader, ...],
) -> tuple[Meeting, ...]:
    found: list[Meeting] = []
    for course in courses:
        for block in draw.sample(blocks, draw.choice((0, 0, 1, 2)) if len(blocks) > 1 else 0):
            found.append(
                Meeting(
                    len(found) + 1,
                    course.id,
                    block.weekday,
                    block.starts,
                    block.ends,
                    block.id,
                    draw.choice(rooms).id if rooms and draw.random() < 0.8 else None,
                    tuple(draw.sample([one.id for one in leaders], draw.randint(0, 1))),
                    draw.choice(("weekly", "weekly", "A", "B")),
                    fixed=draw.random() < 0.15,
                )
            )
    return tuple(found)
