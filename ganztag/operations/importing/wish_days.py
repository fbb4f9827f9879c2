"""Wishes for courses on several days, where the child has wishes on some of those days only."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from ganztag.exchange.problems import Problem
from ganztag.exchange.records import WishRecord
from ganztag.language import N_
from ganztag.operations.importing.children import spoken
from ganztag.operations.importing.problems import warning
from ganztag.operations.importing.resolving import span_in_words
from ganztag.queries.import_state.courses import KnownCourse
from ganztag.queries.import_state.pupils import KnownPupil


@dataclass(frozen=True)
class Stated:
    """One wish of a row for one block, and the column where it stands."""

    record: WishRecord
    column: str
    pupil: KnownPupil
    course: KnownCourse
    block: int


def half_wished(
    stated: Iterable[Stated], staying: Mapping[int, Iterable[int]], ballot: frozenset[int] | None
) -> Iterator[Problem]:
    """Tell the wishes that nobody can fulfil: the course also takes the child on a day without wishes.

    *staying* are the blocks of each child whose wishes the file leaves as they are; *ballot* its blocks, None: all.
    """
    found = tuple(stated)
    due: dict[int, set[int]] = defaultdict(set, {pupil: set(blocks) for pupil, blocks in staying.items()})
    for one in found:
        due[one.pupil.id].add(one.block)
    for one in found:
        asked = one.course.block_ids if ballot is None else one.course.block_ids & (ballot | due[one.pupil.id])
        missing = asked - due[one.pupil.id]
        if missing:
            message = N_(
                "{course} also meets {when}, where {name} has no wishes; so it cannot be given.",
                course=one.course.named,
                when=", ".join(
                    span_in_words(meeting.span)
                    for meeting in one.course.meetings
                    if meeting.span is not None and meeting.time_block_id in missing
                ),
                name=spoken(one.pupil),
            )
            yield warning(one.record, message, one.column)
