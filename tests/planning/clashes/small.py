"""A small school in which everything fits, and how to change one thing in it."""

from dataclasses import replace
from datetime import date
from typing import Any

from ganztag.planning.clashes import Finding, findings
from ganztag.planning.offer import Block, Child, Course, Enrolment, Leader, Meeting, Offer, Room

FIRST, LAST, DAY = date(2026, 9, 1), date(2027, 1, 29), date(2026, 9, 14)
FIVE, SIX = 5, 6  # year groups
CLASS_5A, CLASS_6A = 51, 61
ADA, BEN = 7, 8
ROBOTICS, CHOIR, JUDO = 1, 2, 3  # Monday first block, Monday second block, Tuesday; meeting = room = leader = course

_BLOCKS = (Block(1, 1, 840, 930), Block(2, 1, 940, 1000), Block(3, 2, 840, 930))


def school() -> Offer:
    """Return three courses, each with a room and a leader of its own, and two children who are in all of them."""
    names = {ROBOTICS: "Robotik", CHOIR: "Chor", JUDO: "Judo"}
    blocks = {block.id: block for block in _BLOCKS}
    return Offer(
        FIRST,
        LAST,
        DAY,
        courses=tuple(
            Course(n, name, name[:5], min_size=2, max_size=4, year_groups=frozenset({FIVE}), number=f"10{n}")
            for n, name in names.items()
        ),
        meetings=tuple(
            Meeting(n, n, blocks[n].weekday, blocks[n].starts, blocks[n].ends, block=n, room=n, leaders=(n,))
            for n in names
        ),
        blocks=_BLOCKS,
        rooms=tuple(Room(n, f"R {n}", 10) for n in names),
        leaders=tuple(Leader(n, f"Leitung Nummer{n}") for n in names),
        children=tuple(
            Child(n, name, FIVE, frozenset({CLASS_5A}), booked=frozenset({1, 2}), leaves={1: 1000, 2: 930})
            for n, name in ((ADA, "Ada Yılmaz"), (BEN, "Ben Ahrens"))
        ),
        enrolments=tuple(Enrolment(child, course) for course in names for child in (ADA, BEN)),
        dates={n: (date(2026, 9, 7),) for n in names},
        years={FIVE: "5", SIX: "6"},
        classes={CLASS_5A: "5a", CLASS_6A: "6a"},
        term=1,
    )


def but(offer: Offer, part: str, key: int, **changes: Any) -> Offer:
    """Return the offer with one row changed: ``but(school(), "rooms", 1, places=3)``."""
    rows = getattr(offer, part)
    assert any(row.id == key for row in rows)
    changed: Any = {part: tuple(replace(row, **changes) if row.id == key else row for row in rows)}
    return replace(offer, **changed)


def plus(offer: Offer, part: str, *rows: Any) -> Offer:
    longer: Any = {part: (*getattr(offer, part), *rows)}
    return replace(offer, **longer)


def rules(offer: Offer, **changes: Any) -> Offer:
    """Return the offer of a school with other settings."""
    return replace(offer, settings=replace(offer.settings, **changes))


def codes(offer: Offer) -> list[str]:
    return [finding.code for finding in findings(offer)]


def of_code(offer: Offer, code: str) -> list[Finding]:
    return [finding for finding in findings(offer) if finding.code == code]
