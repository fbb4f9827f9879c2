"""What a rule can be about: read once when the rules are opened."""

from collections.abc import Sequence
from dataclasses import dataclass

from ganztag.desktop.desk import Desk
from ganztag.domain.courses import course_name
from ganztag.domain.rule_words import Names
from ganztag.language import _, sort_key
from ganztag.queries import ballots, categories, classes, courses, pupils, rules

Pairs = Sequence[tuple[int, str]]
Whom = tuple[str, int | None]
"""("", None): all children, ("year", its id) or ("class", its id)."""


@dataclass(frozen=True)
class Offered:
    """The ballot, and what can be chosen as (id, words); *days* are those of its blocks."""

    ballot_id: int
    ballot: str
    days: tuple[int, ...]
    years: Pairs
    classes: Pairs
    courses: Pairs
    categories: Pairs
    languages: Sequence[tuple[str, str]]
    children: Pairs

    def whom(self) -> list[tuple[Whom, str]]:
        """Return for whom a rule can be."""
        years: list[tuple[Whom, str]] = [(("year", key), _("Year group {year}", year=name)) for key, name in self.years]
        groups: list[tuple[Whom, str]] = [(("class", key), name) for key, name in self.classes]
        return [(("", None), _("all children")), *years, *groups]

    def names(self, whom: Whom, course_id: int | None, category_id: int | None, language: str) -> Names:
        """Return what the things are called that a rule is about."""
        kind, key = whom
        return Names(
            year_group=dict(self.years).get(key or 0, "") if kind == "year" else "",
            school_class=dict(self.classes).get(key or 0, "") if kind == "class" else "",
            course=dict(self.courses).get(course_id or 0, ""),
            category=dict(self.categories).get(category_id or 0, ""),
            language=dict(self.languages).get(language, language),
        )


def read(desk: Desk, ballot_id: int) -> Offered:
    """Read what can be chosen for the rules of a ballot; objects if it was deleted meanwhile."""
    office = desk.office
    row = office.read(ballots.ballot, ballot_id)
    term = desk.term()
    found = [course for course in office.read(courses.courses, row.term_id) if row.offers(course.id)]
    here = [course for course in found if not row.block_ids.isdisjoint(course.block_ids)]
    return Offered(
        ballot_id=ballot_id,
        ballot=row.name,
        days=tuple(sorted({block.weekday for block in row.blocks})),
        years=tuple((year.id, year.label) for year in office.read(classes.year_groups)),
        classes=tuple((one.id, one.name) for one in office.read(classes.classes, term.school_year_id, desk.today())),
        courses=tuple((course.id, course_name(course.number, course.title)) for course in here),
        categories=tuple((one.id, one.name) for one in office.read(categories.categories, row.term_id)),
        languages=tuple(office.read(rules.family_languages)),
        children=_children(desk, row.term_id),
    )


def _children(desk: Desk, term_id: int) -> Pairs:
    rows = [row for row in desk.office.read(pupils.pupils, term_id, desk.today()) if not row.left]
    rows.sort(key=lambda row: (sort_key(row.name), row.id))
    return tuple((row.id, " · ".join(part for part in (row.name, row.class_name) if part)) for row in rows)
