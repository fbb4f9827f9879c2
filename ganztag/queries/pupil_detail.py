"""One child with all that is known of it on a day: its week, its family, its numbers, its wishes and its history."""

from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa

from ganztag.domain.objection import Objection
from ganztag.domain.pupils import full_name, list_name
from ganztag.language import N_, sort_key
from ganztag.queries import frame, history
from ganztag.queries.history import HistoryRow
from ganztag.queries.pupil_attendance import PupilAttendance, attendance_of
from ganztag.queries.pupil_family import GuardianRow, PhoneRow, guardians_of, phones_of
from ganztag.queries.pupil_week import WeekdayRow, week_of
from ganztag.queries.pupil_wishes import BallotWishes, wishes_of
from ganztag.queries.spans import in_span
from ganztag.storage import tables
from ganztag.storage.reader import Reader

_LATEST = 200


@dataclass(frozen=True, slots=True)
class ExternalIdRow:
    id: int
    system: str
    value: str


@dataclass(frozen=True, slots=True)
class MembershipRow:
    """A class or group of the child; *holds* on the day that was asked for."""

    id: int
    class_id: int
    name: str
    kind: str
    school_year: str
    starts: date | None
    ends: date | None
    holds: bool


@dataclass(frozen=True, slots=True)
class PupilDetail:
    """A child on one day; *week* has Monday to Friday, and the weekend where something is on it."""

    id: int
    surname: str
    prefix: str
    call_name: str
    first_names: str
    native_name: str
    birth_date: date | None
    sex: str
    year_group_id: int | None
    entry: date | None
    exit: date | None
    family_language: str
    note: str
    support: bool
    class_id: int | None
    class_name: str
    year_group: str
    age: int | None
    week: tuple[WeekdayRow, ...]
    guardians: tuple[GuardianRow, ...]
    phones: tuple[PhoneRow, ...]
    external_ids: tuple[ExternalIdRow, ...]
    memberships: tuple[MembershipRow, ...]
    ballots: tuple[BallotWishes, ...]
    history: tuple[HistoryRow, ...]
    attendance: PupilAttendance

    @property
    def name(self) -> str:
        return list_name(self.surname, self.prefix, self.call_name)

    @property
    def full_name(self) -> str:
        return full_name(self.surname, self.prefix, self.call_name)

    @property
    def booked(self) -> tuple[int, ...]:
        return tuple(row.weekday for row in self.week if row.booked)


def detail(reader: Reader, pupil_id: int, term_id: int, day: date) -> PupilDetail:
    """Return a child as it is on *day*; object if it was deleted meanwhile."""
    term = frame.term(reader, term_id)
    pupil, year = tables.pupil, tables.year_group
    statement = (
        sa.select(
            *(column for column in pupil.c if column.name != "search_key"),
            sa.func.coalesce(year.c.label, "").label("year_group"),
        )
        .outerjoin(year, year.c.id == pupil.c.year_group_id)
        .where(pupil.c.id == pupil_id)
    )
    row = reader.row(statement)
    if row is None:
        raise Objection(N_("This child was deleted meanwhile."))
    memberships = _memberships(reader, pupil_id, term, day)
    own = [found for found in memberships if found.kind == "class" and found.holds]
    return PupilDetail(
        **row._mapping,
        class_id=own[-1].class_id if own else None,
        class_name=own[-1].name if own else "",
        age=age_on(row.birth_date, day),
        week=week_of(reader, pupil_id, term, day),
        guardians=guardians_of(reader, pupil_id),
        phones=phones_of(reader, pupil_id),
        external_ids=_external_ids(reader, pupil_id),
        memberships=memberships,
        ballots=wishes_of(reader, pupil_id, term_id),
        history=tuple(history.of_pupil(reader, pupil_id, _LATEST)),
        attendance=attendance_of(reader, pupil_id, term_id),
    )


def age_on(birth_date: date | None, day: date) -> int | None:
    """Return the age in whole years."""
    if birth_date is None:
        return None
    return day.year - birth_date.year - ((day.month, day.day) < (birth_date.month, birth_date.day))


def _external_ids(reader: Reader, pupil_id: int) -> tuple[ExternalIdRow, ...]:
    number = tables.external_id
    statement = sa.select(number.c.id, number.c.system, number.c.value).where(number.c.pupil_id == pupil_id)
    return tuple(ExternalIdRow(**row._mapping) for row in reader.rows(statement.order_by(number.c.id)))


def _memberships(reader: Reader, pupil_id: int, term: frame.TermRow, day: date) -> tuple[MembershipRow, ...]:
    """Return all classes and groups of the child, the oldest first."""
    link, school_class, year = tables.class_membership, tables.school_class, tables.school_year
    holds = sa.and_(school_class.c.school_year_id == term.school_year_id, in_span(link, day, day))
    statement = (
        sa.select(
            link.c.id, school_class.c.id.label("class_id"), school_class.c.name, school_class.c.kind,
            year.c.name.label("school_year"), link.c.starts, link.c.ends, sa.case((holds, 1), else_=0).label("holds"),
        )
        .join(school_class, school_class.c.id == link.c.school_class_id)
        .join(year, year.c.id == school_class.c.school_year_id)
        .where(link.c.pupil_id == pupil_id)
    )  # fmt: skip
    found = [MembershipRow(**{**row._mapping, "holds": bool(row.holds)}) for row in reader.rows(statement)]
    return tuple(sorted(found, key=lambda row: (sort_key(row.school_year), row.starts or date.min, row.id)))
