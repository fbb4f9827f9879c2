"""Hours and fees out of the real sessions: who led when, for how much, and how that stands against the allowances.

What was cancelled counts for nobody, what somebody else led counts for that one. A fee is rounded session by session
to whole cents (``domain.contracts.fee_cents``), and every total is a sum of these.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time

import sqlalchemy as sa

from ganztag.domain.contracts import fee_cents, in_force
from ganztag.domain.school_year import minutes_of
from ganztag.queries import frame
from ganztag.queries.contracts import ContractRow, contracts
from ganztag.queries.sessions import SessionRow, sessions
from ganztag.storage import tables
from ganztag.storage.reader import Reader


@dataclass(frozen=True, slots=True)
class FeeRow:
    """A session of one person; *part*: led, substitute (for others), absent (others led), or cancelled.

    *cents* is None where nobody is paid by a contract that day, or where the contract names no rate.
    """

    id: tuple[int, int, date]
    staff_id: int
    course_id: int
    title: str
    number: str
    day: date
    starts: time | None
    ends: time | None
    part: str
    reason: str
    minutes: int
    contract: ContractRow | None
    cents: int | None

    @property
    def counts(self) -> bool:
        return self.part in ("led", "substitute")

    @property
    def units(self) -> float | None:
        """Return how many of the contract's units it was; None without a contract."""
        return self.minutes / self.contract.unit_minutes if self.contract is not None else None


@dataclass(frozen=True, slots=True)
class Total:
    """Sums over sessions that count; *unpaid* are those that have no rate."""

    sessions: int = 0
    minutes: int = 0
    cents: int = 0
    unpaid: int = 0

    @staticmethod
    def of(rows: Iterable[FeeRow]) -> "Total":
        counted = [row for row in rows if row.counts]
        return Total(
            len(counted),
            sum(row.minutes for row in counted),
            sum(row.cents or 0 for row in counted),
            sum(1 for row in counted if row.cents is None),
        )


def fee_rows(reader: Reader, first: date, last: date, staff_id: int | None = None) -> dict[int, list[FeeRow]]:
    """Return staff id -> sessions from *first* to *last* in their order; of one person, or of everybody."""
    agreed, usual = contracts(reader), _usual_leaders(reader)
    courses = None if staff_id is None else _courses_of(reader, staff_id)
    found: dict[int, list[FeeRow]] = defaultdict(list)
    for term in frame.terms(reader):
        if term.starts > last or term.ends < first:
            continue
        for session in sessions(reader, term.id, first, last, courses):
            for row in _rows(session, agreed, usual):
                if staff_id is None or row.staff_id == staff_id:
                    found[row.staff_id].append(row)
    return {key: sorted(rows, key=_order) for key, rows in found.items()}


def _order(row: FeeRow) -> tuple[date, time, tuple[int, int, date]]:
    return (row.day, row.starts or time.min, row.id)


def _courses_of(reader: Reader, staff_id: int) -> frozenset[int]:
    """Return the courses that a person leads, or has stood in for."""
    leader, meeting, course = tables.meeting_leader, tables.meeting, tables.course
    change, instead = tables.session_change, tables.session_leader
    regular = sa.select(leader.c.meeting_id).where(leader.c.staff_id == staff_id)
    now_and_then = (
        sa.select(change.c.meeting_id)
        .join(instead, instead.c.session_change_id == change.c.id)
        .where(instead.c.staff_id == staff_id)
    )
    statement = (
        sa.select(meeting.c.course_id)
        .join(course, course.c.id == meeting.c.course_id)
        .where(course.c.status != "struck", sa.or_(meeting.c.id.in_(regular), meeting.c.id.in_(now_and_then)))
    )
    return frozenset(row.course_id for row in reader.rows(statement))


def _usual_leaders(reader: Reader) -> frozenset[tuple[int, int]]:
    leader = tables.meeting_leader
    rows = reader.rows(sa.select(leader.c.meeting_id, leader.c.staff_id))
    return frozenset((row.meeting_id, row.staff_id) for row in rows)


def _rows(
    session: SessionRow, agreed: Mapping[int, Sequence[ContractRow]], usual: Collection[tuple[int, int]]
) -> Iterator[FeeRow]:
    for staff_id, part in _parts(session, usual):
        contract = in_force(agreed.get(staff_id, ()), session.day)
        minutes = _minutes(session)
        yield FeeRow(
            id=(session.meeting_id, staff_id, session.series_day),
            staff_id=staff_id,
            course_id=session.course_id,
            title=session.title,
            number=session.number,
            day=session.day,
            starts=session.starts,
            ends=session.ends,
            part=part,
            reason=session.reason,
            minutes=minutes,
            contract=contract,
            cents=_fee(minutes, contract),
        )


def _parts(session: SessionRow, usual: Collection[tuple[int, int]]) -> Iterator[tuple[int, str]]:
    """Yield who had which part in a session; one who is in it twice counts once."""
    absent = session.absent_ids
    if session.state == "cancelled":
        yield from ((staff_id, "cancelled") for staff_id in dict.fromkeys((*session.leader_ids, *absent)))
        return
    for staff_id in dict.fromkeys(session.leader_ids):
        yield staff_id, "led" if (session.meeting_id, staff_id) in usual else "substitute"
    yield from ((staff_id, "absent") for staff_id in absent if staff_id not in session.leader_ids)


def _minutes(session: SessionRow) -> int:
    if session.starts is None or session.ends is None:
        return 0
    return max(0, minutes_of(session.ends) - minutes_of(session.starts))


def _fee(minutes: int, contract: ContractRow | None) -> int | None:
    if contract is None or contract.rate_cents is None:
        return None
    return fee_cents(minutes, contract.unit_minutes, contract.rate_cents)
