"""What a course's offer was before: in which half-years it ran, how full it was, how often it was wished."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa

from ganztag.language import N_, Message, nN_
from ganztag.storage import tables
from ganztag.storage.reader import Reader


@dataclass(frozen=True, slots=True)
class Ancestor:
    """A course of the same offer in an earlier half-year. *enrolled*: children that were in it at any time.

    *half_years* is 2 for a course of the whole school year; *wishes* counts children, *wishes_first* those who wished
    it first.
    """

    course_id: int
    term_id: int | None
    when: str
    starts: date
    half_years: int
    number: str
    title: str
    status: str
    min_size: int | None
    max_size: int | None
    enrolled: int
    wishes: int
    wishes_first: int
    evaluation: str

    @property
    def struck(self) -> bool:
        return self.status == "struck"

    @property
    def full(self) -> bool:
        return self.max_size is not None and self.enrolled >= self.max_size


@dataclass(frozen=True, slots=True)
class Ancestry:
    """The earlier courses of one course, the latest first."""

    rows: tuple[Ancestor, ...] = ()

    @property
    def ran(self) -> int:
        """Return in how many half-years it ran."""
        by_start: dict[date, int] = {}
        for row in self.rows:
            if not row.struck:
                by_start[row.starts] = max(by_start.get(row.starts, 0), row.half_years)
        return sum(by_start.values())

    @property
    def struck(self) -> int:
        return sum(row.struck for row in self.rows)

    def in_words(self) -> Message:
        """Return one sentence: ran in 4 half-years, mostly full."""
        if not self.rows:
            return N_("For the first time.")
        if not self.ran:
            return nN_("Was offered once before and struck.", "Was offered {count} times before and struck each time.",
                       self.struck)  # fmt: skip
        with_places = [row for row in self.rows if not row.struck and row.max_size is not None]
        return _ran(self.ran, sum(row.full for row in with_places), len(with_places))


def _ran(times: int, full: int, counted: int) -> Message:
    """Say how often it ran and in how many of the *counted* courses with a maximum it was full."""
    if not counted:
        return nN_("Ran in {count} half-year before.", "Ran in {count} half-years before.", times)
    if full == counted:
        return nN_("Ran in {count} half-year before, full.", "Ran in {count} half-years before, always full.", times)
    if 2 * full > counted:
        return nN_("Ran in {count} half-year before, mostly full.", "Ran in {count} half-years before, mostly full.",
                   times)  # fmt: skip
    if full:
        return nN_("Ran in {count} half-year before, sometimes full.",
                   "Ran in {count} half-years before, sometimes full.", times)  # fmt: skip
    return nN_("Ran in {count} half-year before, not full.", "Ran in {count} half-years before, never full.", times)


def ancestry(reader: Reader, course_id: int) -> Ancestry:
    """Return the earlier courses of the same offer."""
    known = _of_same_offer(reader, course_id)
    this = next((one for one in known if one.course_id == course_id), None)
    return Ancestry(tuple(one for one in known if this is not None and one.starts < this.starts))


def _of_same_offer(reader: Reader, course_id: int) -> list[Ancestor]:
    """Return all courses of the offer of a course, itself included, the latest first."""
    course, term, year = tables.course, tables.term, tables.school_year
    offer_id = sa.select(course.c.offer_id).where(course.c.id == course_id).scalar_subquery()
    statement = (
        sa.select(course, term.c.starts.label("t_starts"), term.c.name.label("t_name"),
                  year.c.starts.label("y_starts"), year.c.name.label("y_name"))
        .join(year, year.c.id == course.c.school_year_id)
        .outerjoin(term, term.c.id == course.c.term_id)
        .where(course.c.offer_id == offer_id)
        .order_by(sa.func.coalesce(term.c.starts, year.c.starts).desc(), course.c.id)
    )  # fmt: skip
    rows = reader.rows(statement)
    ids = tuple(row.id for row in rows)
    enrolled, wishes = _enrolled(reader, ids), _wishes(reader, ids)
    return [
        Ancestor(
            course_id=row.id,
            term_id=row.term_id,
            when=row.t_name or row.y_name,
            starts=row.t_starts or row.y_starts,
            half_years=1 if row.term_id is not None else 2,
            number=row.number,
            title=row.title,
            status=row.status,
            min_size=row.min_size,
            max_size=row.max_size,
            enrolled=enrolled.get(row.id, 0),
            wishes=wishes.get(row.id, (0, 0))[0],
            wishes_first=wishes.get(row.id, (0, 0))[1],
            evaluation=row.evaluation,
        )
        for row in rows
    ]


def _enrolled(reader: Reader, course_ids: Iterable[int]) -> dict[int, int]:
    enrolment = tables.enrolment
    statement = (
        sa.select(enrolment.c.course_id, sa.func.count(sa.distinct(enrolment.c.pupil_id)).label("children"))
        .where(enrolment.c.course_id.in_(tuple(course_ids)))
        .group_by(enrolment.c.course_id)
    )
    return {row.course_id: row.children for row in reader.rows(statement)}


def _wishes(reader: Reader, course_ids: Iterable[int]) -> dict[int, tuple[int, int]]:
    """Return for each course how many children wished it, and how many first."""
    wish = tables.wish
    first = sa.case((wish.c.rank == 1, wish.c.pupil_id))
    statement = (
        sa.select(
            wish.c.course_id,
            sa.func.count(sa.distinct(wish.c.pupil_id)).label("children"),
            sa.func.count(sa.distinct(first)).label("first"),
        )
        .where(wish.c.course_id.in_(tuple(course_ids)))
        .group_by(wish.c.course_id)
    )
    return {row.course_id: (row.children, row.first) for row in reader.rows(statement)}
