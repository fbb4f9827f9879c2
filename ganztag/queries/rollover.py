"""What a copy of the offer looks at: the courses of both half-years, and the children, classes and people of them."""

from collections import defaultdict
from collections.abc import Collection
from datetime import timedelta

import sqlalchemy as sa

from ganztag.domain.objection import Objection
from ganztag.domain.pupils import full_name, list_name
from ganztag.domain.school_year import half_years_of, school_year_of
from ganztag.language import N_
from ganztag.planning.rollover.copy_state import BlockKey, Child, ClassOf, CopyState, HalfYear, OldCourse, Person
from ganztag.queries import calendar, frame
from ganztag.queries.classes import year_groups
from ganztag.queries.courses import of_term
from ganztag.queries.rollover_courses import old_courses
from ganztag.queries.spans import in_span
from ganztag.storage import tables
from ganztag.storage.reader import Reader


def half_year(term: frame.TermRow) -> HalfYear:
    return HalfYear(term.id, term.number, term.name, term.starts, term.ends, term.school_year_id, term.school_year)


def next_first(reader: Reader) -> HalfYear:
    """Return the first half-year of the school year behind the last one, as it would be made."""
    last = max(year.ends for year in calendar.school_years(reader))
    name, starts, ends = school_year_of(last + timedelta(days=1))
    first, until = half_years_of(starts, ends)[0]
    return HalfYear(None, 1, f"1. Halbjahr {name}", max(first, last + timedelta(days=1)), until, None, name)


def targets(reader: Reader, source_id: int) -> list[HalfYear]:
    """Return the half-years that a half-year's offer can be copied into, the next one first.

    The last one has no id: the first half-year of the school year after the last one, which is made with the copy.
    """
    source = frame.term(reader, source_id)
    found = [half_year(term) for term in frame.terms(reader) if term.starts > source.starts]
    return [*found, next_first(reader)]


def source_of(reader: Reader, target_id: int) -> frame.TermRow | None:
    """Return the latest half-year before *target* in which courses of its own stand; None where there is none."""
    target, course = frame.term(reader, target_id), tables.course
    with_courses = sa.select(course.c.term_id).where(course.c.term_id.is_not(None)).distinct()
    ids = {row.term_id for row in reader.rows(with_courses)}
    before = [term for term in frame.terms(reader) if term.starts < target.starts and term.id in ids]
    return before[-1] if before else None


def to_copy(reader: Reader, source_id: int, target_id: int | None) -> CopyState:
    """Return all that a copy looks at; *target_id* None: the half-year that `next_first` describes."""
    term = frame.term(reader, source_id)
    source = half_year(term)
    target = next_first(reader) if target_id is None else half_year(frame.term(reader, target_id))
    if target.starts <= source.starts:
        raise Objection(
            N_("{target} does not come after {source}.", target=target.name, source=source.name),
            advice=N_("Please choose a later half-year."),
        )
    courses = old_courses(reader, of_term(term), source.ends)
    there = _there(reader, target_id)
    groups = tuple((row.id, row.label) for row in year_groups(reader))
    enrolled = {pupil_id for course in courses for pupil_id in course.children}
    numbers = _numbers(reader, target)
    return CopyState(
        source=source,
        target=target,
        steps=_steps(reader, source, target),
        courses=courses,
        there=there,
        target_blocks=_blocks(reader, target.school_year_id),
        block_names=_block_names(reader, term.school_year_id),
        classes=_classes(reader, (term.school_year_id, target.school_year_id)),
        year_groups=groups,
        children=_children(reader, enrolled, term, target),
        staff=_staff(reader),
        rooms={row.id: row.code for row in reader.rows(sa.select(tables.room.c.id, tables.room.c.code))},
        year_changed=_any_in_classes(reader, target.school_year_id) and target.school_year_id != term.school_year_id,
        taken_numbers=frozenset(number for number, here in numbers if here and number),
        taken_in_year=frozenset(number for number, _here in numbers if number),
    )


def _there(reader: Reader, target_id: int | None) -> tuple[OldCourse, ...]:
    if target_id is None:
        return ()
    target = frame.term(reader, target_id)
    return old_courses(reader, of_term(target), None)


def _steps(reader: Reader, source: HalfYear, target: HalfYear) -> int:
    """Return by how many school years the target is later."""
    order = [year.id for year in calendar.school_years(reader)]
    place = len(order) if target.school_year_id is None else order.index(target.school_year_id)
    return place - order.index(source.school_year_id or 0)


def _blocks(reader: Reader, school_year_id: int | None) -> dict[BlockKey, int]:
    if school_year_id is None:
        return {}
    return {(row.weekday, row.starts, row.ends): row.id for row in frame.blocks(reader, school_year_id)}


def _block_names(reader: Reader, school_year_id: int) -> dict[BlockKey, str]:
    return {(row.weekday, row.starts, row.ends): row.name for row in frame.blocks(reader, school_year_id)}


def _numbers(reader: Reader, target: HalfYear) -> list[tuple[str, bool]]:
    """Return the numbers of the target's school year, and whether each is taken in the half-year itself."""
    course = tables.course
    rows = reader.rows(
        sa.select(course.c.number, course.c.term_id).where(course.c.school_year_id == target.school_year_id)
    )
    return [(row.number, row.term_id in (None, target.id)) for row in rows]


def _classes(reader: Reader, years: Collection[int | None]) -> dict[int, ClassOf]:
    table = tables.school_class
    columns = (table.c.id, table.c.school_year_id, table.c.name, table.c.kind, table.c.year_group_id)
    wanted = [year for year in years if year is not None]
    rows = reader.rows(sa.select(*columns).where(table.c.school_year_id.in_(wanted)).order_by(table.c.id))
    return {row.id: ClassOf(**row._mapping) for row in rows}


def _any_in_classes(reader: Reader, school_year_id: int | None) -> bool:
    link, school_class = tables.class_membership, tables.school_class
    statement = (
        sa.select(link.c.id)
        .join(school_class, school_class.c.id == link.c.school_class_id)
        .where(school_class.c.school_year_id == school_year_id)
    )
    return school_year_id is not None and reader.row(statement.limit(1)) is not None


def _children(reader: Reader, ids: Collection[int], source: frame.TermRow, target: HalfYear) -> dict[int, Child]:
    """Return the children of the courses, with their class at the end of the source and those in the target."""
    pupil, link, school_class = tables.pupil, tables.class_membership, tables.school_class
    before: dict[int, int] = {}
    then: dict[int, list[int]] = defaultdict(list)
    statement = (
        sa.select(link.c.pupil_id, link.c.school_class_id, school_class.c.school_year_id, school_class.c.kind)
        .join(school_class, school_class.c.id == link.c.school_class_id)
        .order_by(link.c.id)
    )
    old = statement.where(
        in_span(link, source.ends, source.ends), school_class.c.school_year_id == source.school_year_id
    )
    for row in reader.rows(old):
        if row.kind == "class":
            before[row.pupil_id] = row.school_class_id
    new = statement.where(
        in_span(link, target.starts, target.starts), school_class.c.school_year_id == target.school_year_id
    )
    for row in reader.rows(new):
        then[row.pupil_id].append(row.school_class_id)
    columns = (
        pupil.c.id, pupil.c.surname, pupil.c.prefix, pupil.c.call_name, pupil.c.exit, pupil.c.year_group_id,
    )  # fmt: skip
    return {
        row.id: Child(
            row.id,
            list_name(row.surname, row.prefix, row.call_name),
            row.exit,
            row.year_group_id,
            before.get(row.id),
            tuple(then.get(row.id, ())),
        )
        for row in reader.rows(sa.select(*columns))
        if row.id in ids
    }


def _staff(reader: Reader) -> dict[int, Person]:
    table = tables.staff
    columns = (table.c.id, table.c.surname, table.c.prefix, table.c.call_name, table.c.starts, table.c.ends)
    return {
        row.id: Person(row.id, full_name(row.surname, row.prefix, row.call_name), row.starts, row.ends)
        for row in reader.rows(sa.select(*columns))
    }
