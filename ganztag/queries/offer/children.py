"""The children of a half-year: where they belong, when they stay and go home, what they are in and wish for."""

from collections import defaultdict
from collections.abc import Mapping

import sqlalchemy as sa

from ganztag.domain.pupils import full_name
from ganztag.domain.school_year import minutes_of
from ganztag.planning.offer import Child, Enrolment, Wish
from ganztag.queries.offer.frame import Asked, plain
from ganztag.queries.spans import in_span
from ganztag.storage import tables
from ganztag.storage.reader import Reader


def children(reader: Reader, asked: Asked) -> tuple[Child, ...]:
    """Return the children who are at the school on any day of the half-year.

    Booked are the days on which they stay from now on; of those who have left already nothing is booked.
    """
    pupil = tables.pupil
    statement = sa.select(
        pupil.c.id, pupil.c.surname, pupil.c.prefix, pupil.c.call_name, pupil.c.year_group_id, pupil.c.entry,
        pupil.c.exit,
    ).where(
        sa.or_(pupil.c.exit.is_(None), pupil.c.exit >= asked.term.starts),
        sa.or_(pupil.c.entry.is_(None), pupil.c.entry <= asked.term.ends),
    ).order_by(pupil.c.id)  # fmt: skip
    classes, years = _classes(reader, asked)
    booked, leaves, day = _booked(reader, asked), _leaves(reader, asked), asked.day
    nothing: frozenset[int] = frozenset()
    found = []
    for key, surname, prefix, call_name, year_group, entry, end in plain(reader, statement):
        here = end is None or end >= day
        found.append(
            Child(
                id=key,
                name=full_name(surname, prefix, call_name),
                year_group=year_group if year_group is not None else years.get(key),
                classes=classes.get(key, nothing),
                entry=entry,
                exit=end,
                booked=booked.get(key, nothing) if here else nothing,
                leaves=leaves.get(key, _NEVER) if here else _NEVER,
            )
        )
    return tuple(found)


_NEVER: Mapping[int, int] = {}


def _classes(reader: Reader, asked: Asked) -> tuple[Mapping[int, frozenset[int]], Mapping[int, int]]:
    """Return child -> its classes and groups from now on, and child -> the year group of its class."""
    link, school_class = tables.class_membership, tables.school_class
    statement = (
        sa.select(link.c.pupil_id, school_class.c.id, school_class.c.kind, school_class.c.year_group_id)
        .join(school_class, school_class.c.id == link.c.school_class_id)
        .where(school_class.c.school_year_id == asked.term.school_year_id, in_span(link, asked.day, asked.term.ends))
        .order_by(link.c.starts, link.c.id)
    )
    found: dict[int, set[int]] = defaultdict(set)
    years: dict[int, int] = {}
    for child, key, kind, year_group in plain(reader, statement):
        found[child].add(key)
        if kind == "class" and year_group is not None:
            years.setdefault(child, year_group)
    return {child: frozenset(keys) for child, keys in found.items()}, years


def _booked(reader: Reader, asked: Asked) -> Mapping[int, frozenset[int]]:
    booking = tables.booking
    statement = sa.select(booking.c.pupil_id, booking.c.weekday).where(in_span(booking, asked.day, asked.term.ends))
    found: dict[int, set[int]] = defaultdict(set)
    for child, weekday in plain(reader, statement):
        found[child].add(weekday)
    return {child: frozenset(days) for child, days in found.items()}


def _leaves(reader: Reader, asked: Asked) -> Mapping[int, Mapping[int, int]]:
    leave = tables.leave_time
    statement = (
        sa.select(leave.c.pupil_id, leave.c.weekday, leave.c.time)
        .where(leave.c.time.is_not(None), in_span(leave, asked.day, asked.day))
        .order_by(leave.c.id)
    )
    found: dict[int, dict[int, int]] = defaultdict(dict)
    for child, weekday, time in plain(reader, statement):
        found[child][weekday] = minutes_of(time)
    return found


def enrolments(reader: Reader, asked: Asked) -> tuple[Enrolment, ...]:
    """Return who is in which course now or later in the half-year, also in those that are struck."""
    table = tables.enrolment
    statement = (
        sa.select(table.c.pupil_id, table.c.course_id, table.c.starts, table.c.ends)
        .where(in_span(table, asked.day, asked.term.ends))
        .order_by(table.c.id)
    )
    courses = asked.courses
    return tuple(
        Enrolment(child, course, starts, ends)
        for child, course, starts, ends in plain(reader, statement)
        if course in courses
    )


def wishes(reader: Reader, asked: Asked) -> tuple[Wish, ...]:
    """Return the wishes of the half-year's ballots."""
    wish, ballot, run = tables.wish, tables.ballot, tables.allocation_run
    settled = {row.ballot_id for row in reader.rows(sa.select(run.c.ballot_id))}
    statement = (
        sa.select(wish.c.pupil_id, wish.c.course_id, wish.c.time_block_id, wish.c.rank, wish.c.ballot_id)
        .join(ballot, ballot.c.id == wish.c.ballot_id)
        .where(ballot.c.term_id == asked.term.id)
        .order_by(wish.c.id)
    )
    return tuple(
        Wish(child, course, block, rank, settled=of in settled)
        for child, course, block, rank, of in plain(reader, statement)
    )
