"""Single sessions that are other than their series: what is noted, and what comes of it beside the series."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date

import sqlalchemy as sa

from ganztag.domain import sessions as domain
from ganztag.domain.sessions import Change, Usual
from ganztag.planning.offer import Meeting, Session
from ganztag.queries.offer.frame import Asked, minutes, plain
from ganztag.storage import tables
from ganztag.storage.reader import Reader

Changes = Mapping[int, tuple[Change, ...]]


def changes(reader: Reader, asked: Asked) -> Changes:
    """Return meeting -> what is noted for dates of the half-year, of all courses."""
    change, leader = tables.session_change, tables.session_leader
    here = change.c.on_date.between(asked.term.starts, asked.term.ends)
    rows = reader.rows(sa.select(change).where(here).order_by(change.c.on_date, change.c.id))
    if not rows:
        return {}
    statement = (
        sa.select(leader.c.session_change_id, leader.c.staff_id, leader.c.instead_of_id)
        .join(change, change.c.id == leader.c.session_change_id)
        .where(here)
        .order_by(leader.c.id)
    )
    leaders: dict[int, list[tuple[int | None, int | None]]] = defaultdict(list)
    for key, staff, instead in plain(reader, statement):
        leaders[key].append((staff, instead))
    found: dict[int, list[Change]] = defaultdict(list)
    for row in rows:
        values = {name: value for name, value in row._mapping.items() if name != "meeting_id"}
        found[row.meeting_id].append(Change(**values, leaders=tuple(leaders[row.id])))
    return {meeting: tuple(noted) for meeting, noted in found.items()}


def sessions(noted: Changes, meetings: Iterable[Meeting], dates: Mapping[int, tuple[date, ...]]) -> tuple[Session, ...]:
    """Return the sessions of these meetings that are other than usual, lost ones included."""
    if not noted:
        return ()
    return tuple(
        _session(meeting, change, lost=change.on_date not in dates.get(meeting.id, ()))
        for meeting in meetings
        for change in noted.get(meeting.id, ())
    )


def _session(meeting: Meeting, change: Change, *, lost: bool) -> Session:
    usual = Usual(meeting.id, room_id=meeting.room, leader_ids=meeting.leaders)
    (found,) = domain.sessions(usual, (change.on_date,), (change,))
    return Session(
        id=change.id,
        meeting=meeting.id,
        course=meeting.course,
        series_day=change.on_date,
        day=found.day,
        starts=minutes(found.starts, meeting.starts),
        ends=minutes(found.ends, meeting.ends),
        room=found.room_id,
        leaders=found.leader_ids,
        substitutes=found.substitute_ids,
        state=found.state,
        lost=lost,
    )
