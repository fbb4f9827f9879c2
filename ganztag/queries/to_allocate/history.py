"""What was before: who had a course earlier or left it since, and how children fared in earlier ballots."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

import sqlalchemy as sa

from ganztag.language import N_, Message
from ganztag.planning.conditions import Carried
from ganztag.planning.problem import Banned
from ganztag.queries.to_allocate.situation import Situation
from ganztag.storage import tables
from ganztag.storage.reader import Reader

_NOT_HAD = ("struck", "withdrawn")
"""Who left a course in the trial period, or whose course was struck, has not had it."""
_LEFT: Mapping[str, Message] = {
    "withdrawn": N_("has left it"),
    "excluded": N_("was excluded from it"),
    "transferred": N_("has changed to another course"),
}


@dataclass(frozen=True, slots=True)
class Before:
    """*banned* cannot have the course again, *repeats* (pupil, course) come after the others there."""

    banned: tuple[Banned, ...] = ()
    repeats: frozenset[tuple[int, int]] = frozenset()


def before(reader: Reader, found: Situation, pupils: Collection[int]) -> Before:
    """Return who had a course before, where a rule says that it matters; a rule for the course comes first."""
    rules = sorted(found.of_kind("before"), key=lambda rule: (rule.course_id is not None, rule.ballot_id is not None))
    word: dict[int, str] = {}
    for rule in rules:
        word |= {course.id: rule.word for course in found.choices if rule.course_id in (None, course.id)}
    if not word:
        return Before()
    concerned = [(course.id, course.offer_id) for course in found.choices if course.id in word]
    had = _had(reader, found, {offer for _course, offer in concerned})
    pairs = [(pupil, course) for course, offer in concerned for pupil in had[offer] if pupil in pupils]
    return Before(
        banned=tuple(Banned(*pair, why="before") for pair in sorted(pairs) if word[pair[1]] == "forbidden"),
        repeats=frozenset(pair for pair in pairs if word[pair[1]] == "after"),
    )


def _had(reader: Reader, found: Situation, offers: Iterable[int]) -> dict[int, set[int]]:
    """Return offer -> the children who were in one of its courses in an earlier half-year."""
    enrolment, course = tables.enrolment, tables.course
    term, year = tables.term, tables.school_year
    earlier = sa.or_(
        term.c.starts < found.term.starts,
        sa.and_(course.c.term_id.is_(None), year.c.id != found.term.school_year_id, year.c.starts < found.term.starts),
    )
    statement = (
        sa.select(course.c.offer_id, enrolment.c.pupil_id)
        .join(course, course.c.id == enrolment.c.course_id)
        .join(year, year.c.id == course.c.school_year_id)
        .outerjoin(term, term.c.id == course.c.term_id)
        .where(course.c.offer_id.in_(tuple(offers)), enrolment.c.ended_as.not_in(_NOT_HAD), earlier)
        .distinct()
    )
    had: dict[int, set[int]] = defaultdict(set)
    for offer, pupil in map(tuple, reader.rows(statement)):
        had[offer].add(pupil)
    return had


def left_since(reader: Reader, found: Situation) -> Mapping[tuple[int, int], str]:
    """Return (pupil, course) -> how the child left it since the ballot was allocated: no new run puts it back there."""
    enrolment, run = tables.enrolment, tables.allocation_run
    own = sa.select(run.c.id).where(run.c.ballot_id == found.ballot.id)
    first = reader.value(sa.select(sa.func.min(run.c.accepted_at)).where(run.c.ballot_id == found.ballot.id))
    if first is None:
        return {}
    statement = (
        sa.select(enrolment.c.pupil_id, enrolment.c.course_id, enrolment.c.ended_as)
        .where(
            enrolment.c.course_id.in_(tuple(course.id for course in found.choices)),
            enrolment.c.ended_as.in_(tuple(_LEFT)),
            sa.or_(enrolment.c.ends >= first.date(), enrolment.c.allocation_run_id.in_(own)),
        )
        .order_by(enrolment.c.id)
    )
    left = {(row.pupil_id, row.course_id): str(_LEFT[row.ended_as]) for row in reader.rows(statement)}
    back = found.own | {(stay.pupil_id, stay.course_id) for stay in found.inside}
    return {pair: how for pair, how in left.items() if pair not in back}


def carried(reader: Reader, found: Situation, pupils: Collection[int]) -> tuple[Carried, ...]:
    """Return how many steps children were behind their first wishes in earlier ballots, where a rule makes up for it.

    A place at wish k counts k - 1 steps, a block without a place as many as the ballot had wishes.
    """
    rules = found.of_kind("compensate")
    if not rules:
        return ()
    burden: dict[int, int] = defaultdict(int)
    runs = _earlier_runs(reader, found)
    back = [rule.most for rule in rules]
    wishes = dict(runs if None in back else runs[: max(filter(None, back))])
    result = tables.allocation_result
    statement = sa.select(
        result.c.allocation_run_id, result.c.pupil_id, result.c.course_id, result.c.rank
    ).where(result.c.allocation_run_id.in_(tuple(wishes)))  # fmt: skip
    for run, pupil, course, rank in map(tuple, reader.rows(statement)):
        burden[pupil] += wishes[run] if course is None else (rank or 1) - 1
    return tuple(Carried(pupil, burden[pupil]) for pupil in sorted(pupils) if burden.get(pupil))


def _earlier_runs(reader: Reader, found: Situation) -> list[tuple[int, int]]:
    """Return the last accepted runs of other ballots of this and earlier half-years and their wishes, latest first."""
    run, ballot, term = tables.allocation_run, tables.ballot, tables.term
    statement = (
        sa.select(sa.func.max(run.c.id).label("run"), ballot.c.wishes)
        .join(ballot, ballot.c.id == run.c.ballot_id)
        .join(term, term.c.id == ballot.c.term_id)
        .where(ballot.c.id != found.ballot.id, term.c.starts <= found.term.starts)
        .group_by(ballot.c.id, ballot.c.wishes)
    )
    return sorted(((row.run, row.wishes) for row in reader.rows(statement)), reverse=True)
