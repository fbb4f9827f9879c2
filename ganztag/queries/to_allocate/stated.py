"""What is said about a ballot beforehand: on the papers, by hand, by earlier runs."""

from collections import defaultdict
from collections.abc import Mapping

import sqlalchemy as sa

from ganztag.planning.problem import Wish
from ganztag.storage import tables
from ganztag.storage.reader import Reader

Answers = Mapping[tuple[int, int], tuple[str, int | None]]
"""(pupil, block) -> any or none, and from which rank on."""


def stated_wishes(reader: Reader, ballot_id: int) -> list[Wish]:
    """Return the wishes as they stand on the papers."""
    wish = tables.wish
    statement = sa.select(wish.c.pupil_id, wish.c.course_id, wish.c.time_block_id, wish.c.rank)
    rows = reader.rows(statement.where(wish.c.ballot_id == ballot_id).order_by(wish.c.id))
    return [Wish(*tuple(row)) for row in rows]  # thousands: by place, for a name costs three times as much


def answers(reader: Reader, ballot_id: int) -> Answers:
    """Return what children answered for a block beside wishes."""
    answer = tables.ballot_answer
    statement = sa.select(answer.c.pupil_id, answer.c.time_block_id, answer.c.answer, answer.c.rank)
    rows = reader.rows(statement.where(answer.c.ballot_id == ballot_id))
    return {(pupil, block): (said, rank) for pupil, block, said, rank in map(tuple, rows)}


def refusals(reader: Reader, ballot_id: int) -> frozenset[tuple[int, int]]:
    """Return (pupil, course) of the courses that children do not want."""
    refusal = tables.refusal
    statement = sa.select(refusal.c.pupil_id, refusal.c.course_id).where(refusal.c.ballot_id == ballot_id)
    return frozenset((pupil, course) for pupil, course in map(tuple, reader.rows(statement)))


def placements(reader: Reader, ballot_id: int) -> list[sa.Row[tuple[object, ...]]]:
    """Return who is put into a course, or kept out of it, by hand."""
    place = tables.placement
    return list(reader.rows(sa.select(place).where(place.c.ballot_id == ballot_id).order_by(place.c.id)))


def invitations(reader: Reader, course_ids: tuple[int, ...]) -> Mapping[int, frozenset[int]]:
    """Return course -> the children that are invited to it."""
    link = tables.invitation
    statement = sa.select(link.c.course_id, link.c.pupil_id).where(link.c.course_id.in_(course_ids))
    found: dict[int, set[int]] = defaultdict(set)
    for course, pupil in map(tuple, reader.rows(statement)):
        found[course].add(pupil)
    return {course: frozenset(pupils) for course, pupils in found.items()}


def last_run_id(reader: Reader, ballot_id: int) -> int | None:
    run = tables.allocation_run
    found: int | None = reader.value(sa.select(sa.func.max(run.c.id)).where(run.c.ballot_id == ballot_id))
    return found


def struck_by(reader: Reader, ballot_id: int) -> frozenset[int]:
    """Return the courses that the ballot's last accepted allocation struck."""
    struck = tables.allocation_struck
    run = last_run_id(reader, ballot_id)
    rows = reader.rows(sa.select(struck.c.course_id).where(struck.c.allocation_run_id == run))
    return frozenset(row.course_id for row in rows)


def own_enrolments(reader: Reader, ballot_id: int) -> Mapping[int, tuple[int, int]]:
    """Return id -> (pupil, course) of what the ballot's allocations enrolled and nobody has ended or moved since.

    Courses that are not allocated any more, because they were set to running or planned, keep their children.
    """
    enrolment, run, course = tables.enrolment, tables.allocation_run, tables.course
    statement = (
        sa.select(enrolment.c.id, enrolment.c.pupil_id, enrolment.c.course_id)
        .join(run, run.c.id == enrolment.c.allocation_run_id)
        .join(course, course.c.id == enrolment.c.course_id)
        .where(
            run.c.ballot_id == ballot_id,
            enrolment.c.ends.is_(None),
            course.c.status.in_(("offered", "struck")),
        )
    )
    return {row.id: (row.pupil_id, row.course_id) for row in reader.rows(statement)}
