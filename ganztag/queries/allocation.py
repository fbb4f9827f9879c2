"""A proposed or accepted allocation in names: who got what, and the certificate of what was accepted last."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

import sqlalchemy as sa

from ganztag.language import Message
from ganztag.planning.packing import unpack_problem
from ganztag.planning.plan import LevelResult, Placement, Plan, Struck
from ganztag.planning.policy import Policy
from ganztag.planning.problem import Problem
from ganztag.queries import frame
from ganztag.queries.ballots import ballot
from ganztag.queries.courses import CourseRow, courses
from ganztag.queries.frame import BlockRow
from ganztag.queries.to_allocate import last_run_id, name_of, with_names
from ganztag.queries.voters import VoterRow, voters
from ganztag.storage import tables
from ganztag.storage.reader import Reader


@dataclass(frozen=True, slots=True)
class ResultRow:
    """What a child got in a block. *number* and *title* are empty without a place; *pinned*: by hand in what
    it got; *banned*: by hand kept out of its first wish.
    """

    id: int
    pupil_id: int
    name: str
    class_name: str
    block: BlockRow
    course_id: int | None
    number: str
    title: str
    rank: int | None
    first_wish: str
    first_wish_id: int | None
    reason: Message | None
    pinned: bool
    banned: bool
    search_key: str

    @property
    def placed(self) -> bool:
        return self.course_id is not None


@dataclass(frozen=True, slots=True)
class RunRow:
    """The certificate of an accepted allocation; *counts* is (rank, how many), *pupils* were concerned."""

    id: int
    accepted_at: datetime
    goal: str
    seed: int
    solver: str
    input_hash: str
    plan_hash: str
    levels: tuple[LevelResult, ...]
    placements: tuple[Placement, ...]
    struck: tuple[Struck, ...]
    policy: Policy
    by_hand: bool = False
    has_problem: bool = False

    @property
    def pupils(self) -> int:
        return len({place.pupil for place in self.placements})

    def as_plan(self, problem: Problem | None = None) -> Plan:
        """Return the accepted plan as it was; what ran is known by the *problem*, else only where children are."""
        offered = {course.id for course in problem.courses} if problem is not None else set()
        inside = {place.course for place in self.placements if place.course is not None}
        return Plan(
            policy=self.policy,
            placements=self.placements,
            running=frozenset((offered - {one.course for one in self.struck}) | inside),
            struck=self.struck,
            levels=self.levels,
            input_hash=self.input_hash,
            plan_hash=self.plan_hash,
            solver=self.solver,
            solver_seconds=0.0,
            revision=0,
            by_hand=self.by_hand,
        )


def last_run(reader: Reader, ballot_id: int) -> RunRow | None:
    """Return the allocation that was accepted last for a ballot."""
    key = last_run_id(reader, ballot_id)
    if key is None:
        return None
    run, level = tables.allocation_run, tables.allocation_level
    kept = (run.c.problem != "").label("has_problem")
    columns = [column for column in run.c if column is not run.c.problem]  # it is large, and seldom wanted
    row = reader.row(sa.select(*columns, kept).where(run.c.id == key))
    levels = reader.rows(sa.select(level).where(level.c.allocation_run_id == key).order_by(level.c.position))
    result, struck = tables.allocation_result, tables.allocation_struck
    results = reader.rows(sa.select(result).where(result.c.allocation_run_id == key).order_by(result.c.id))
    gone = reader.rows(sa.select(struck).where(struck.c.allocation_run_id == key).order_by(struck.c.course_id))
    if row is None:
        return None
    return RunRow(
        id=key,
        accepted_at=row.accepted_at,
        goal=row.goal,
        seed=row.seed,
        solver=row.solver,
        input_hash=row.input_hash,
        plan_hash=row.plan_hash,
        levels=tuple(LevelResult(one.name, one.value, one.bound, one.proven) for one in levels),
        placements=tuple(Placement(one.pupil_id, one.time_block_id, one.course_id, one.rank) for one in results),
        struck=tuple(Struck(one.course_id, one.wished, one.first, one.needed) for one in gone),
        policy=_policy(row.policy) or Policy(row.goal, row.seed),
        by_hand=row.by_hand,
        has_problem=bool(row.has_problem),
    )


def _policy(text: str) -> Policy | None:
    """Return how an allocation was asked for; None where that was not kept, or cannot be read."""
    try:
        return Policy.of_text(text) if text else None
    except ValueError:
        return None


def stored_problem(reader: Reader, run_id: int) -> Problem | None:
    """Return what an accepted allocation was made from; None where it was accepted before that was kept.

    Objects to what is damaged, or was kept by a newer program.
    """
    run = tables.allocation_run
    row = reader.row(sa.select(run.c.ballot_id, run.c.problem).where(run.c.id == run_id))
    if row is None or not row.problem:
        return None
    return with_names(reader, row.ballot_id, unpack_problem(row.problem))


def results(
    reader: Reader,
    ballot_id: int,
    day: date,
    placements: Iterable[Placement],
    reasons: Mapping[tuple[int, int], Message] | None = None,
) -> list[ResultRow]:
    """Return the placements of a plan in names, in the order of classes, class lists and blocks."""
    row = ballot(reader, ballot_id)
    blocks = {block.id: (place, block) for place, block in enumerate(row.blocks)}
    term = frame.term(reader, row.term_id)
    children = {voter.id: (place, voter) for place, voter in enumerate(voters(reader, term, day))}
    known = _Known(
        courses={course.id: course for course in courses(reader, row.term_id)},
        settled=_settled(reader, ballot_id),
        firsts=_first_wishes(reader, ballot_id),
        reasons=reasons or {},
    )
    found = []
    for place in placements:
        if place.pupil in children and place.slot in blocks:
            order, child = children[place.pupil]
            position, block = blocks[place.slot]
            key = place.pupil * len(blocks) + position
            found.append((order, position, _result(key, (child, block), place, known)))
    return [result for _order, _position, result in sorted(found, key=lambda one: one[:2])]


@dataclass(frozen=True, slots=True)
class _Known:
    courses: Mapping[int, CourseRow]
    settled: Mapping[tuple[int, int], bool]
    firsts: Mapping[tuple[int, int], int]
    reasons: Mapping[tuple[int, int], Message]


def _result(key: int, whose: tuple[VoterRow, BlockRow], place: Placement, known: _Known) -> ResultRow:
    child, block = whose
    course = known.courses.get(place.course) if place.course is not None else None
    first = known.courses.get(known.firsts.get((place.pupil, place.slot), 0))
    return ResultRow(
        id=key,
        pupil_id=place.pupil,
        name=child.name,
        class_name=child.class_name,
        block=block,
        course_id=place.course,
        number=course.number if course else "",
        title=course.title if course else "",
        rank=place.rank,
        first_wish=name_of(first) if first else "",
        first_wish_id=first.id if first else None,
        reason=known.reasons.get((place.pupil, place.slot)),
        pinned=known.settled.get((place.pupil, place.course or 0)) is False,
        banned=first is not None and known.settled.get((place.pupil, first.id)) is True,
        search_key=child.search_key,
    )


def _settled(reader: Reader, ballot_id: int) -> dict[tuple[int, int], bool]:
    """Return (pupil, course) -> whether it is banned, of what was settled by hand."""
    place = tables.placement
    rows = reader.rows(
        sa.select(place.c.pupil_id, place.c.course_id, place.c.banned).where(place.c.ballot_id == ballot_id)
    )
    return {(row.pupil_id, row.course_id): bool(row.banned) for row in rows}


def _first_wishes(reader: Reader, ballot_id: int) -> dict[tuple[int, int], int]:
    wish = tables.wish
    statement = sa.select(wish.c.pupil_id, wish.c.time_block_id, wish.c.course_id).where(wish.c.ballot_id == ballot_id)
    rows = reader.rows(statement.order_by(wish.c.rank.desc(), wish.c.id.desc()))
    return {(row.pupil_id, row.time_block_id): row.course_id for row in rows}


def child_names(reader: Reader, term_id: int) -> dict[int, tuple[str, str]]:
    """Return (name, class) of each child of a half-year, also of those who have left: an old plan may hold them."""
    term = frame.term(reader, term_id)
    return {voter.id: (voter.name, voter.class_name) for voter in voters(reader, term, term.starts)}
