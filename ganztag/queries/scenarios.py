"""Scenarios that were kept by name, and how two plans differ, child by child."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

import sqlalchemy as sa

from ganztag.planning.plan import Placement
from ganztag.queries import frame
from ganztag.queries.ballots import ballot
from ganztag.queries.courses import courses
from ganztag.queries.frame import BlockRow
from ganztag.queries.voters import voters
from ganztag.storage import tables
from ganztag.storage.reader import Reader


@dataclass(frozen=True, slots=True)
class ScenarioRow:
    """A kept scenario; *plan* is packed (``planning.packing``), *changes* is text, as they stand in the file."""

    id: int
    ballot_id: int
    name: str
    made_at: datetime
    plan: str
    changes: str


def scenarios(reader: Reader, ballot_id: int) -> list[ScenarioRow]:
    """Return the kept scenarios of a ballot in the order in which they were made."""
    scenario = tables.scenario
    rows = reader.rows(sa.select(scenario).where(scenario.c.ballot_id == ballot_id).order_by(scenario.c.id))
    return [ScenarioRow(**row._mapping) for row in rows]


@dataclass(frozen=True, slots=True)
class Side:
    """What a child gets in a block by one of two plans; no course: no place."""

    course_id: int | None
    number: str
    title: str
    rank: int | None


@dataclass(frozen=True, slots=True)
class DifferenceRow:
    """A child that stands differently in a block; *steps* above 0: so many wishes better in B, below: in A.

    *favours* is B, A or nothing, for the child's whole week.
    """

    id: int
    pupil_id: int
    name: str
    class_name: str
    block: BlockRow
    a: Side
    b: Side
    steps: int
    favours: str
    search_key: str


def differences(
    reader: Reader, ballot_id: int, day: date, a: Iterable[Placement], b: Iterable[Placement]
) -> list[DifferenceRow]:
    """Return what differs between two plans of a ballot; who gains or loses most comes first."""
    pairs = _pairs(a, b)
    if not pairs:
        return []
    row = ballot(reader, ballot_id)
    term = frame.term(reader, row.term_id)
    blocks = {block.id: (place, block) for place, block in enumerate(row.blocks)}
    known = {course.id: (course.number, course.title) for course in courses(reader, row.term_id)}
    none = 1 + max((place.rank or 0 for pair in pairs for place in pair if place is not None), default=0)
    balance: dict[int, int] = defaultdict(int)
    for pair in pairs:
        balance[_whose(pair)[0]] += _steps(pair, none)
    children = {voter.id: voter for voter in voters(reader, term, day) if voter.id in balance}
    found = []
    for pair in pairs:
        pupil, slot = _whose(pair)
        if pupil in children and slot in blocks:
            position, block = blocks[slot]
            child = children[pupil]
            favours = "B" if balance[pupil] > 0 else "A" if balance[pupil] < 0 else ""
            found.append(
                DifferenceRow(
                    pupil * len(blocks) + position, pupil, child.name, child.class_name, block,
                    _side(pair[0], known), _side(pair[1], known), _steps(pair, none), favours, child.search_key,
                )
            )  # fmt: skip
    return sorted(found, key=lambda one: (-abs(one.steps), -one.steps))


_Pair = tuple[Placement | None, Placement | None]


def _pairs(a: Iterable[Placement], b: Iterable[Placement]) -> list[_Pair]:
    """Return the places that differ, side by side."""
    left = {(place.pupil, place.slot): place for place in a}
    right = {(place.pupil, place.slot): place for place in b}
    keys = dict.fromkeys((*left, *right))
    return [(left.get(key), right.get(key)) for key in keys if _course(left.get(key)) != _course(right.get(key))]


def _course(place: Placement | None) -> int | None:
    return None if place is None else place.course


def _whose(pair: _Pair) -> tuple[int, int]:
    place = pair[0] or pair[1]
    assert place is not None  # a pair has at least one
    return place.pupil, place.slot


def _steps(pair: _Pair, none: int) -> int:
    """Return how many wishes better B is; without a place is one worse than the last wish there is."""
    before, after = (_behind(place, none) for place in pair)
    return before - after


def _behind(place: Placement | None, none: int) -> int:
    if place is None or place.course is None:
        return none
    return place.rank or none - 1


def _side(place: Placement | None, known: Mapping[int, tuple[str, str]]) -> Side:
    if place is None or place.course is None:
        return Side(None, "", "", None)
    number, title = known.get(place.course, ("", ""))
    return Side(place.course, number, title, place.rank)
