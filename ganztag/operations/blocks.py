"""What can be done with the blocks of the afternoon."""

from datetime import time
from typing import Any

from ganztag.domain.ballots import AllocationResult, BallotBlock, Wish
from ganztag.domain.courses import CourseBlock, Meeting
from ganztag.domain.objection import Objection
from ganztag.domain.school_year import TimeBlock
from ganztag.language import N_
from ganztag.operations.course_rules import refuse_only_choice
from ganztag.operations.editing import tidied
from ganztag.operations.operation import Operation, Work


def ensure_block(work: Work, school_year_id: int, weekday: int, starts: time, ends: time, name: str = "") -> int:
    """Return the id of the block with these times; add it where the school year has none yet."""
    found = work.one(TimeBlock, school_year_id=school_year_id, weekday=weekday, starts=starts, ends=ends)
    if found is not None:
        return found.id
    block = TimeBlock(school_year_id=school_year_id, weekday=weekday, starts=starts, ends=ends, name=name.strip())
    check(work, block)
    return work.add(block).id


def add(school_year_id: int, weekday: int, starts: time, ends: time, name: str = "") -> Operation[int]:
    """Add a block; objects to a second one at the same times."""

    def run(work: Work) -> int:
        block = TimeBlock(school_year_id=school_year_id, weekday=weekday, starts=starts, ends=ends, name=name.strip())
        check(work, block)
        return work.add(block).id

    return Operation(N_("Add a block from {starts} to {ends}", starts=starts, ends=ends), run)


def edit(block_id: int, **values: Any) -> Operation[int]:
    """Set fields of a block (weekday, starts, ends, name); courses that meet in it move with it."""

    def run(work: Work) -> int:
        block = work.get(TimeBlock, block_id)
        fields = {name: getattr(block, name) for name in ("school_year_id", "weekday", "starts", "ends", "name")}
        check(work, TimeBlock(**{**fields, **values}), but=block_id)
        for name, value in values.items():
            setattr(block, name, tidied(name, value))
        return block_id

    return Operation(N_("Change a block"), run)


def delete(block_id: int) -> Operation[None]:
    """Delete a block; objects where courses meet in it or children wished in it."""

    def run(work: Work) -> None:
        if work.one(Meeting, time_block_id=block_id):
            raise Objection(N_("Courses still meet in this block."), advice=N_("Please give them another block first."))
        if any(work.one(kind, time_block_id=block_id) for kind in (BallotBlock, Wish, AllocationResult)):
            raise Objection(N_("This block belongs to a ballot."), advice=N_("Please take it out of the ballot first."))
        refuse_only_choice(work, CourseBlock, "time_block_id", block_id)
        work.delete(work.get(TimeBlock, block_id))

    return Operation(N_("Delete a block"), run)


def check(work: Work, block: TimeBlock, but: int | None = None) -> None:
    """Object to what a block cannot be; *but* is the block that is being changed."""
    if not 1 <= block.weekday <= 7:
        raise Objection(N_("A block needs a weekday."))
    if block.starts >= block.ends:
        raise Objection(N_("A block has to end after it starts."))
    same = work.all(
        TimeBlock,
        school_year_id=block.school_year_id,
        weekday=block.weekday,
        starts=block.starts,
        ends=block.ends,
    )
    if any(other.id != but for other in same):
        raise Objection(N_("There is already a block at these times."))
