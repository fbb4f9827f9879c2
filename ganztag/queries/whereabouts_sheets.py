"""The rows of the class list "Who is where?" and of the week plans."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime

import sqlalchemy as sa

from ganztag.domain.objection import Objection
from ganztag.domain.pupils import full_name
from ganztag.language import N_, sort_key
from ganztag.queries import classes, frame, paper_frame
from ganztag.queries.attendance_sheets import name_order
from ganztag.queries.paper_rows import ClassRow, ClassSheet, Leaving, PupilDay, SchoolDay, Stay, WeekPlan
from ganztag.queries.spans import in_span, still_at_school
from ganztag.storage import tables
from ganztag.storage.reader import Reader


@dataclass(frozen=True, slots=True)
class _School:
    """Everything that is read once for all sheets."""

    term: frame.TermRow
    week: tuple[SchoolDay, ...]
    booked: Mapping[int, set[int]]
    leaving: Mapping[int, Mapping[int, Leaving]]
    stays: Mapping[int, Mapping[int, list[Stay]]]

    def days(self, pupil_id: int) -> tuple[PupilDay, ...]:
        """Return the child's days: those with blocks, and any other on which something is on."""
        here = self.stays.get(pupil_id, {})
        goes = self.leaving.get(pupil_id, {})
        shown = sorted({day.weekday for day in self.week} | set(here))
        return tuple(
            PupilDay(
                weekday,
                weekday in self.booked.get(pupil_id, ()),
                tuple(here.get(weekday, ())),
                goes[weekday].at if weekday in goes else None,
                goes[weekday].way_home if weekday in goes else "",
            )
            for weekday in shown
        )


def _school(reader: Reader, term: frame.TermRow, day: date, ids: Collection[int]) -> _School:
    week = paper_frame.school_week(reader, term)
    return _School(
        term,
        week,
        paper_frame.booked(reader, ids, day),
        paper_frame.leaving(reader, ids, day),
        paper_frame.stays(reader, term, day, week),
    )


def members(reader: Reader, school_year_id: int, day: date) -> dict[int, list[int]]:
    """Return the children of each class or group on *day*; those who have left the school are not in it."""
    link, school_class, pupil = tables.class_membership, tables.school_class, tables.pupil
    statement = (
        sa.select(link.c.school_class_id, link.c.pupil_id)
        .join(school_class, school_class.c.id == link.c.school_class_id)
        .join(pupil, pupil.c.id == link.c.pupil_id)
        .where(
            school_class.c.school_year_id == school_year_id,
            in_span(link, day, day),
            still_at_school(day),
        )
    )
    found: dict[int, list[int]] = defaultdict(list)
    for row in reader.rows(statement):
        if row.pupil_id not in found[row.school_class_id]:
            found[row.school_class_id].append(row.pupil_id)
    return found


def class_sheets(
    reader: Reader, term_id: int, now: datetime, class_ids: Collection[int] | None = None
) -> list[ClassSheet]:
    """Return the lists of the chosen classes and groups in the order of their names; None: of all classes."""
    term = frame.term(reader, term_id)
    day = term.day_that_counts(now.date())
    chosen = [
        row
        for row in classes.classes(reader, term.school_year_id, day)
        if (row.id in class_ids if class_ids is not None else row.kind == "class")
    ]
    if not chosen:
        raise Objection(N_("There is no class to print a list for."))
    inside = members(reader, term.school_year_id, day)
    ids = {pupil for row in chosen for pupil in inside.get(row.id, ())}
    school, known = _school(reader, term, day, ids), paper_frame.children(reader, ids)
    head = paper_frame.head(reader, term)
    return [
        ClassSheet(
            head=head,
            name=row.name,
            as_of=now,
            days=school.week,
            rows=tuple(
                ClassRow(known[pupil].name, school.days(pupil))
                for pupil in sorted(inside.get(row.id, ()), key=lambda pupil: name_order(known[pupil].name))
            ),
            room=row.room,
            teachers=(row.teacher,) if row.teacher else (),
        )
        for row in chosen
    ]


def week_plans(reader: Reader, term_id: int, now: datetime, pupil_ids: Collection[int] | None = None) -> list[WeekPlan]:
    """Return the plans of the chosen children, class by class; None: of all who are at the school."""
    term = frame.term(reader, term_id)
    day = term.day_that_counts(now.date())
    names = {row.id: row.name for row in classes.classes(reader, term.school_year_id, day) if row.kind == "class"}
    class_of = {
        pupil: names[key]
        for key, inside in members(reader, term.school_year_id, day).items()
        if key in names
        for pupil in inside
    }
    ids = set(pupil_ids) if pupil_ids is not None else _at_school(reader, day)
    known = paper_frame.children(reader, ids)
    if not known:
        raise Objection(N_("There is no child to print a plan for."))
    school, fetch = _school(reader, term, day, ids), _pick_up(reader, ids)
    head = paper_frame.head(reader, term)
    order = sorted(known, key=lambda key: (sort_key(class_of.get(key, "")), name_order(known[key].name)))
    return [
        WeekPlan(
            head=head,
            name=known[key].name,
            class_name=class_of.get(key, ""),
            as_of=now,
            week=school.week,
            days=school.days(key),
            pick_up=tuple(fetch.get(key, ())),
        )
        for key in order
    ]


def _at_school(reader: Reader, day: date) -> set[int]:
    return {row.id for row in reader.rows(sa.select(tables.pupil.c.id).where(still_at_school(day)))}


def _pick_up(reader: Reader, ids: Collection[int]) -> dict[int, list[str]]:
    """Return the names of those who may fetch each child, in the order in which they are called."""
    link, guardian = tables.guardianship, tables.guardian
    statement = (
        sa.select(link.c.pupil_id, guardian.c.surname, guardian.c.call_name)
        .join(guardian, guardian.c.id == link.c.guardian_id)
        .where(link.c.pupil_id.in_(tuple(ids)), link.c.may_pick_up)
        .order_by(link.c.emergency_order, link.c.id)
    )
    found: dict[int, list[str]] = defaultdict(list)
    for row in reader.rows(statement):
        found[row.pupil_id].append(full_name(row.surname, "", row.call_name))
    return found
