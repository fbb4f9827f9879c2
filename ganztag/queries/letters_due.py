"""Which letters to parents are due: what changed for a child from a day on."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

import sqlalchemy as sa

from ganztag.language import sort_key
from ganztag.queries import frame
from ganztag.queries.courses import of_term
from ganztag.queries.standing import list_names
from ganztag.queries.waiting import waiting_lists
from ganztag.storage import tables
from ganztag.storage.reader import Reader

KINDS = ("place", "changed", "cancelled", "withdrawn", "excluded", "waiting")
_ENDED = {"withdrawn": "withdrawn", "excluded": "excluded", "struck": "cancelled"}


@dataclass(frozen=True, slots=True)
class LetterDue:
    """*kind* is one of KINDS.

    *old_course_id* is what the child leaves for it (changed) or what was struck; *number* its place on a waiting list.
    """

    pupil_id: int
    name: str
    kind: str
    course_id: int
    reason: str
    rank: int | None = None
    old_course_id: int | None = None
    number: int | None = None


def letters_due(reader: Reader, term_id: int, since: date) -> list[LetterDue]:
    """Return what holds from *since* on or later and did not before: by name, and in the order of KINDS.

    A child that changed from one course to another gets one letter about both; waiting lists are those of *since*.
    """
    term = frame.term(reader, term_id)
    enrolment, course = tables.enrolment, tables.course
    rows = reader.rows(
        sa.select(*enrolment.c, course.c.starts.label("course_starts"))
        .join(course, course.c.id == enrolment.c.course_id)
        .where(of_term(term))
        .order_by(enrolment.c.id)
    )
    of_pupil: dict[int, list[sa.Row[tuple[object, ...]]]] = defaultdict(list)
    for row in rows:
        of_pupil[row.pupil_id].append(row)
    found = list(_waiting(reader, term_id, since))
    for own in of_pupil.values():
        found += [*_new(own, term, since), *_ended(own, since)]
    return _named(reader, found)


def _new(rows: Sequence[sa.Row[tuple[object, ...]]], term: frame.TermRow, since: date) -> Iterator[LetterDue]:
    """Yield who is newly in a course; what it left for it ends the day before."""
    for row in rows:
        first = row.starts or row.course_starts or term.starts
        if first < since:
            continue
        left = next((old for old in rows if _replaced(old, row)), None)
        kind = "place" if left is None else "cancelled" if left.ended_as == "struck" else "changed"
        yield LetterDue(
            row.pupil_id, "", kind, row.course_id, row.reason, row.rank,
            None if left is None else left.course_id,
        )  # fmt: skip


def _replaced(old: sa.Row[tuple[object, ...]], new: sa.Row[tuple[object, ...]]) -> bool:
    if old.ended_as not in ("", "transferred", "struck"):
        return False
    return old.ends is not None and new.starts is not None and (new.starts - old.ends).days == 1


def _ended(rows: Sequence[sa.Row[tuple[object, ...]]], since: date) -> Iterator[LetterDue]:
    """Yield who is in a course no more and in no other instead."""
    for row in rows:
        ended = row.ends is not None and (row.ends - since).days >= -1
        kind = _ENDED.get(row.ended_as)
        if ended and kind is not None and not any(_replaced(row, new) for new in rows):
            yield LetterDue(row.pupil_id, "", kind, row.course_id, row.reason, row.rank, old_course_id=row.course_id)


def _waiting(reader: Reader, term_id: int, since: date) -> Iterator[LetterDue]:
    for queue in waiting_lists(reader, term_id, since):
        for row in queue.rows:
            if row.since.date() >= since and row.state == "waiting":
                yield LetterDue(
                    row.pupil_id, "", "waiting", queue.id, " · ".join(map(str, row.why)), row.rank,
                    number=row.number,
                )  # fmt: skip


def _named(reader: Reader, found: list[LetterDue]) -> list[LetterDue]:
    names = list_names(reader, {one.pupil_id for one in found})
    named = [replace(one, name=names[one.pupil_id]) for one in found]
    return sorted(named, key=lambda one: (sort_key(one.name), one.pupil_id, KINDS.index(one.kind), one.course_id))
