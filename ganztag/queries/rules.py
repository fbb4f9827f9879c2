"""The rules of the allocation, bonds between children and hardship, as the file has them."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations

import sqlalchemy as sa

from ganztag.domain.courses import course_name
from ganztag.domain.languages import language_name
from ganztag.domain.pupils import full_name
from ganztag.domain.rule_words import Names, sentence
from ganztag.domain.rules import RULE_KINDS
from ganztag.language import N_, Message, sort_key
from ganztag.queries import frame
from ganztag.queries.spans import still_at_school
from ganztag.storage import tables
from ganztag.storage.reader import Reader


@dataclass(frozen=True, slots=True)
class RuleRow:
    """A rule with the names of what it is about; without *ballot_id* it holds for all ballots of the school."""

    id: int
    kind: str
    ballot_id: int | None
    year_group_id: int | None
    school_class_id: int | None
    course_id: int | None
    category_id: int | None
    weekdays: str
    least: int | None
    most: int | None
    percent: bool
    word: str
    note: str
    active: bool
    names: Names = Names()  # noqa: RUF009 -- frozen as well

    @property
    def key(self) -> str:
        """Return what the conditions of the allocation that come from it are marked with."""
        return f"rule:{self.id}"

    @property
    def words(self) -> Message:
        return sentence(self, self.names)


@dataclass(frozen=True, slots=True)
class BondRow:
    """Two children who are to be together or apart; *name* and *other_name* are full names."""

    id: int
    pupil_id: int
    other_id: int
    ballot_id: int | None
    kind: str
    must: bool
    reason: str
    name: str
    other_name: str

    @property
    def key(self) -> str:
        return f"bond:{self.id}"

    @property
    def words(self) -> Message:
        return _BONDS[self.kind, self.must].filled(one=self.name, other=self.other_name)


_BONDS = {
    ("together", True): N_("{one} and {other} must be together."),
    ("together", False): N_("{one} and {other} are together, if possible."),
    ("apart", True): N_("{one} and {other} must not be together."),
    ("apart", False): N_("{one} and {other} are apart, if possible."),
}


@dataclass(frozen=True, slots=True)
class HardshipRow:
    """A child that comes before others; *name* is its full name."""

    id: int
    pupil_id: int
    ballot_id: int | None
    weight: int
    reason: str
    name: str

    @property
    def key(self) -> str:
        return f"hardship:{self.id}"

    @property
    def words(self) -> Message:
        return N_("{pupil} comes first: {reason}", pupil=self.name, reason=self.reason)


@dataclass(frozen=True, slots=True)
class SiblingRow:
    """Two children with a guardian in common, between whom there is no bond yet."""

    pupil_id: int
    other_id: int
    name: str
    other_name: str


def rules(reader: Reader, ballot_id: int | None) -> list[RuleRow]:
    """Return the rules of a ballot, those of all ballots among them, kind by kind; None: those of all ballots only."""
    rule, year, school_class = tables.rule, tables.year_group, tables.school_class
    course, category = tables.course, tables.category
    statement = (
        sa.select(
            *rule.c, year.c.label.label("year_group"), school_class.c.name.label("school_class"),
            course.c.number, course.c.title, category.c.name.label("category"),
        )
        .outerjoin(year, year.c.id == rule.c.year_group_id)
        .outerjoin(school_class, school_class.c.id == rule.c.school_class_id)
        .outerjoin(course, course.c.id == rule.c.course_id)
        .outerjoin(category, category.c.id == rule.c.category_id)
        .where(_concerns(rule, ballot_id))
    )  # fmt: skip
    order = {kind.name: place for place, kind in enumerate(RULE_KINDS)}
    found = [_rule(row) for row in reader.rows(statement) if row.kind in order]
    return sorted(found, key=lambda row: (order[row.kind], row.ballot_id is not None, row.id))


def _concerns(table: sa.Table, ballot_id: int | None) -> sa.ColumnElement[bool]:
    general = table.c.ballot_id.is_(None)
    return general if ballot_id is None else sa.or_(general, table.c.ballot_id == ballot_id)


def _rule(row: sa.Row[tuple[object, ...]]) -> RuleRow:
    names = Names(
        year_group=row.year_group or "",
        school_class=row.school_class or "",
        course=course_name(row.number, row.title) if row.title else "",
        category=row.category or "",
        language=language_name(row.note) if row.word == "language" else "",
    )
    return RuleRow(**{column.name: getattr(row, column.name) for column in tables.rule.c}, names=names)


def family_languages(reader: Reader) -> list[tuple[str, str]]:
    """Return the languages that families of the school speak, as they are kept and by name."""
    column = tables.pupil.c.family_language
    kept = [row[0] for row in reader.rows(sa.select(column).where(column != "").distinct())]
    return sorted(((text, language_name(text)) for text in kept), key=lambda pair: sort_key(pair[1]))


def bonds(reader: Reader, ballot_id: int | None) -> list[BondRow]:
    """Return the bonds of a ballot, those of all ballots among them, in the order of the names."""
    bond, one, other = tables.bond, tables.pupil.alias("one"), tables.pupil.alias("other")
    names = [
        person.c[part].label(f"{prefix}_{part}")
        for prefix, person in (("one", one), ("other", other))
        for part in ("surname", "prefix", "call_name")
    ]
    statement = (
        sa.select(*bond.c, *names)
        .join(one, one.c.id == bond.c.pupil_id)
        .join(other, other.c.id == bond.c.other_id)
        .where(_concerns(bond, ballot_id))
    )
    found = [
        BondRow(
            **{column.name: getattr(row, column.name) for column in bond.c},
            name=full_name(row.one_surname, row.one_prefix, row.one_call_name),
            other_name=full_name(row.other_surname, row.other_prefix, row.other_call_name),
        )
        for row in reader.rows(statement)
    ]
    return sorted(found, key=lambda row: (sort_key(row.name), sort_key(row.other_name), row.id))


def hardships(reader: Reader, ballot_id: int | None) -> list[HardshipRow]:
    """Return the children who come first in a ballot, or in all, in the order of their names."""
    hardship, pupil = tables.hardship, tables.pupil
    statement = (
        sa.select(*hardship.c, pupil.c.surname, pupil.c.prefix, pupil.c.call_name)
        .join(pupil, pupil.c.id == hardship.c.pupil_id)
        .where(_concerns(hardship, ballot_id))
    )
    found = [
        HardshipRow(
            **{column.name: getattr(row, column.name) for column in hardship.c},
            name=full_name(row.surname, row.prefix, row.call_name),
        )
        for row in reader.rows(statement)
    ]
    return sorted(found, key=lambda row: (sort_key(row.name), row.id))


def sibling_proposals(reader: Reader, ballot_id: int | None) -> list[SiblingRow]:
    """Return the pairs of children at the school who share a guardian and have no bond yet."""
    link, pupil = tables.guardianship, tables.pupil
    today = frame.term(reader).starts
    statement = (
        sa.select(link.c.guardian_id, pupil.c.id, pupil.c.surname, pupil.c.prefix, pupil.c.call_name)
        .join(pupil, pupil.c.id == link.c.pupil_id)
        .where(still_at_school(today))
    )
    families: dict[int, list[int]] = defaultdict(list)
    names: dict[int, str] = {}
    for row in reader.rows(statement):
        families[row.guardian_id].append(row.id)
        names[row.id] = full_name(row.surname, row.prefix, row.call_name)
    bound = {frozenset((row.pupil_id, row.other_id)) for row in bonds(reader, ballot_id)}
    pairs = {pair for pair in _pairs(families.values()) if frozenset(pair) not in bound}
    found = [SiblingRow(one, other, names[one], names[other]) for one, other in pairs]
    return sorted(found, key=lambda row: (sort_key(row.name), sort_key(row.other_name), row.pupil_id))


def _pairs(families: Iterable[list[int]]) -> set[tuple[int, int]]:
    return {pair for children in families for pair in combinations(sorted(set(children)), 2)}
