"""What speaks against a whole paper: each wish on it, too few of them, a child that has no vote."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from ganztag.domain.ballot_papers import WEEK
from ganztag.queries.ballots import BallotRow
from ganztag.queries.paper_reading import Answer, Written
from ganztag.queries.voters import VoterRow
from ganztag.queries.wish_checks import Busy, Place, Trouble, WishCourse, kind_of, not_a_voter, too_few, trouble

Troubles = tuple[tuple[int, int, Trouble], ...]
"""Block (or WEEK), rank (0: the whole paper) and what speaks against it."""


class Ballot(Protocol):
    """What is asked of a ballot."""

    @property
    def ballot(self) -> BallotRow: ...

    @property
    def courses(self) -> Mapping[int, WishCourse]: ...

    def near(self, course: WishCourse, band: int) -> tuple[WishCourse, ...]: ...


@dataclass(frozen=True, slots=True)
class Paper:
    """What stands on a child's paper, and the courses it is in already."""

    wishes: tuple[Written, ...]
    answers: tuple[Answer, ...]
    refused: frozenset[int]
    busy: tuple[Busy, ...]


def troubles_of(paper: Paper, voter: VoterRow, known: Ballot) -> Troubles:
    """Return what is wrong, band by band; what concerns the whole paper stands first."""
    row = known.ballot
    found: list[tuple[int, int, Trouble]] = []
    if not row.is_for(voter.year_group_id, voter.class_ids):
        found.append((WEEK, 0, not_a_voter()))
    ranks = _by_band(paper.wishes, row.per_week)
    blocks = None if row.per_week else frozenset(ranks)
    for band, own in ranks.items():
        place = Place(voter, band, busy=paper.busy, blocks=blocks, refused=paper.refused)
        found += _of_wishes(own, place, known)
    if row.min_wishes:
        found += _missing_wishes(paper, voter, row, ranks)
    return tuple(found)


def _by_band(wishes: tuple[Written, ...], per_week: bool) -> dict[int, dict[int, int]]:
    """Return for each band its courses with their ranks, the best first."""
    found: dict[int, dict[int, int]] = {}
    for block, rank, course in sorted(wishes, key=lambda wish: (not per_week and wish[0], wish[1])):
        found.setdefault(WEEK if per_week else block, {}).setdefault(course, rank)
    return found


def _of_wishes(own: dict[int, int], place: Place, known: Ballot) -> Troubles:
    found = []
    for course_id, rank in own.items():
        course = known.courses.get(course_id)
        if course is None or kind_of(course, place) is None:
            continue
        others = {key: other for key, other in own.items() if key != course_id}
        whole = Place(place.voter, place.block, others, place.busy, place.blocks, place.refused)
        against = trouble(course, whole, known.near(course, place.block))
        if against is not None:
            found.append((place.block, rank, against))
    return tuple(found)


def _missing_wishes(paper: Paper, voter: VoterRow, row: BallotRow, ranks: dict[int, dict[int, int]]) -> Troubles:
    """Return the blocks with fewer wishes than asked for: those with wishes, and those of days that are booked."""
    answered = {WEEK if row.per_week else block for block, _answer, _rank in paper.answers}
    expected = {WEEK} if row.per_week else {block.id for block in row.blocks if block.weekday in voter.days}
    few = [
        (band, len(ranks.get(band, ())))
        for band in sorted(expected | set(ranks))
        if band not in answered and len(ranks.get(band, ())) < row.min_wishes
    ]
    return tuple((band, given + 1, too_few(given, row.min_wishes)) for band, given in few)
