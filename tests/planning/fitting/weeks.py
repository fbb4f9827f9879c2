"""Weeks to try places on: one drawn by hand, small drawn ones for Hypothesis, and one of a large school."""

import random
from dataclasses import replace
from datetime import date

from hypothesis import strategies as st

from ganztag.planning.offer import Block, Child, Course, Enrolment, Leader, Meeting, Offer, Room, Window

FIRST, LAST = date(2027, 2, 1), date(2027, 7, 7)
MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY = range(1, 6)
_TIMES = ((840, 900), (910, 970), (980, 1040))


def blocks(days: int = 5, rows: int = 3) -> tuple[Block, ...]:
    """Return blocks 11, 12, 13 on Monday, 21 ... on Tuesday."""
    return tuple(
        Block(day * 10 + row + 1, day, *_TIMES[row], f"{row + 1}. Block")
        for day in range(1, days + 1)
        for row in range(rows)
    )


def at(offer_blocks: tuple[Block, ...], block: int) -> dict[str, int]:
    found = next(one for one in offer_blocks if one.id == block)
    return {"weekday": found.weekday, "starts": found.starts, "ends": found.ends, "block": found.id}


def meeting(number: int, block: int, room: int | None = None, leaders: tuple[int, ...] = (), **more: object) -> Meeting:
    """Return a meeting of the course with its own number."""
    place = at(blocks(), block)
    made = Meeting(number, number, place["weekday"], place["starts"], place["ends"], block, room, leaders)
    return replace(made, **more)  # type: ignore[arg-type]


WORKSHOP, SMALL, HALL = 1, 2, 3
SAHIN, NOVAK, OKAFOR = 1, 2, 3
POTTERY, SEWING, MODELS, PHOTOS = 1, 2, 3, 4


def by_hand() -> Offer:
    """Return the week of the picture: pottery and models are both in the workshop on Tuesday, in the first block.

    Twelve children do pottery, led by Şahin, who is there from Monday to Wednesday. On Monday in the first block
    sewing has the workshop; two of the children take photos on Wednesday; three go home on Tuesdays at 16:10. Nobody
    stays on Fridays. Four of them have nothing on Mondays.
    """
    children = tuple(
        Child(
            key, f"Kind {key}", year_group=5, booked=frozenset({1, 2, 3, 4}),
            leaves={TUESDAY: 970} if key <= 3 else {},
        )
        for key in range(1, 21)
    )  # fmt: skip
    enrolled = [Enrolment(key, POTTERY) for key in range(1, 13)]
    enrolled += [Enrolment(key, PHOTOS) for key in (1, 2, 13)] + [Enrolment(key, SEWING) for key in range(5, 21)]
    there = tuple(Window(day, 720, 1080, available=True) for day in (MONDAY, TUESDAY, WEDNESDAY))
    return Offer(
        FIRST,
        LAST,
        FIRST,
        courses=(
            Course(POTTERY, "Keramik & Töpfern", "Keramik", min_size=4, max_size=14, year_groups=frozenset({5}),
                   rooms=(WORKSHOP, SMALL)),
            Course(SEWING, "Nähen", max_size=20),
            Course(MODELS, "Modellbau", max_size=16),
            Course(PHOTOS, "Fotografie", max_size=12),
        ),
        meetings=(
            meeting(POTTERY, 21, WORKSHOP, (SAHIN,)),
            meeting(SEWING, 11, WORKSHOP, (NOVAK,)),
            meeting(MODELS, 21, WORKSHOP, (OKAFOR,)),
            meeting(PHOTOS, 31, HALL, (OKAFOR,)),
        ),
        blocks=blocks(),
        rooms=(Room(WORKSHOP, "Werkraum", 16), Room(SMALL, "R 112", 10), Room(HALL, "Halle", 60)),
        leaders=(
            Leader(SAHIN, "Gülşah Şahin", windows=there),
            Leader(NOVAK, "Jan Novák"),
            Leader(OKAFOR, "Ada Okafor"),
        ),
        children=children,
        enrolments=tuple(enrolled),
        years={5: "5"},
    )  # fmt: skip


@st.composite
def small_weeks(draw: st.DrawFn) -> Offer:
    """Return a week of a few courses that get into each other's way: rooms, leaders, children, rhythms, fixed ones."""
    week = blocks(days=2, rows=2)
    drawn = (Room(1, "A", 2), Room(2, "B", 9, setup=15), Room(3, "B links", 4, part_of=2), Room(4, "Hof", shared=True))
    windows = st.sampled_from(((), (Window(1, 840, 970, available=True),), (Window(2, 900, 1000, reason="Verein"),)))
    rooms = tuple(replace(room, windows=draw(windows), building=draw(st.sampled_from(("", "Nord")))) for room in drawn)
    leaders = tuple(
        Leader(key, f"L{key}", windows=draw(windows), max_minutes=draw(st.sampled_from((None, 60)))) for key in (1, 2)
    )
    count = draw(st.integers(1, 5))
    courses = tuple(
        Course(
            key, f"Kurs {key}", max_size=3,
            rooms=tuple(draw(st.lists(st.integers(1, 4), max_size=2, unique=True))),
            blocks=draw(st.sampled_from(((), (), (11, 21)))),
        )
        for key in range(1, count + 1)
    )  # fmt: skip
    meetings = tuple(
        meeting(
            key,
            draw(st.sampled_from([block.id for block in week])),
            draw(st.sampled_from((None, 1, 2, 3, 4))),
            tuple(draw(st.lists(st.integers(1, 2), max_size=1))),
            rhythm=draw(st.sampled_from(("weekly", "weekly", "A", "B"))),
            fixed=draw(st.integers(0, 5)) == 0,
        )
        for key in range(1, count + 1)
    )
    pairs = st.lists(st.tuples(st.integers(1, 4), st.integers(1, count)), max_size=8, unique=True)
    children = tuple(
        Child(key, f"Kind {key}", booked=frozenset({1, 2}), leaves={1: 905} if key == 1 else {}) for key in range(1, 5)
    )
    enrolments = tuple(Enrolment(child, course) for child, course in draw(pairs))
    return Offer(
        FIRST, LAST, FIRST, courses=courses, meetings=meetings, blocks=week, rooms=rooms, leaders=leaders,
        children=children, enrolments=enrolments,
    )  # fmt: skip


def large(seed: int = 3) -> Offer:
    """Return the week of a school of 1,200 children, 150 courses, 90 leaders, 60 rooms, 5 days of 3 blocks."""
    dice, week = random.Random(seed), blocks()
    rooms = tuple(
        Room(key, f"R {key}", dice.choice((12, 20, 28)), building="ABC"[key % 3], windows=(Window(2, 480, 780),))
        for key in range(1, 61)
    )
    leaders = tuple(
        Leader(key, f"Vorname Name{key}", max_minutes=600,
               windows=tuple(Window(day, 720, 1100, available=True) for day in dice.sample(range(1, 6), 4)))
        for key in range(1, 91)
    )  # fmt: skip
    courses = tuple(
        Course(key, f"Kurs {key}", min_size=6, max_size=dice.randint(12, 24), year_groups=frozenset({5 + key % 6}))
        for key in range(1, 151)
    )
    meetings = tuple(
        meeting(key, week[key % 15].id, dice.randint(1, 60), (dice.randint(1, 90),)) for key in range(1, 151)
    )
    children = tuple(
        Child(key, f"Kind {key}", 5 + key % 6, frozenset({key % 48}), booked=frozenset(dice.sample(range(1, 6), 3)),
              leaves=dict.fromkeys(dice.sample(range(1, 6), 1), 970))
        for key in range(1, 1201)
    )  # fmt: skip
    pairs = {(child.id, dice.randint(1, 150)) for child in children for _course in range(2)}
    return Offer(
        FIRST, LAST, FIRST, courses=courses, meetings=meetings, blocks=week, rooms=rooms, leaders=leaders,
        children=children, enrolments=tuple(Enrolment(*pair) for pair in sorted(pairs)),
        years={key: str(key) for key in range(5, 11)}, classes={key: f"{5 + key % 6}x{key}" for key in range(48)},
    )  # fmt: skip
